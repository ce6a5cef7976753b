"""Which advice counts for the plan, its lines, and how each stands against the plan as it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.core.advice import using
from alongside.core.advice.using import Decision, Outcome, Standing
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.case.episodes import episodes
from alongside.core.case.facts import Facts
from alongside.records.models import (
    Advice,
    AdviceLine,
    AdviceObjection,
    Case,
    LineUse,
    PlanSectionText,
    PlanVersion,
)

FAMILY = AdviceKind.PARENT_OR_YOUNG_PERSON


@dataclass(frozen=True, slots=True)
class Stood:
    """One line of an advice that counts, with the latest decision about it."""

    advice: Advice
    line: AdviceLine
    use: LineUse | None
    standing: Standing


def counting(case: Case, facts: Facts) -> list[Advice]:
    """The latest answer to each request of the latest episode, for each who answered; the oldest first. One query.

    A request that was taken back no longer counts, nor does an answer that there is nothing to add.
    """
    told = episodes(facts)
    asked = [UUID(request.id) for request in told[-1].advice if not request.cancelled] if told else []
    if not asked:
        return []
    rows = Advice.objects.filter(case=case, request_id__in=asked).defer("answers", "passages")
    latest = {(row.request_id, row.party_id): row for row in rows.order_by("submitted_at", "id")}
    return [row for row in latest.values() if not row.nothing_to_add]


def stood(advice: Sequence[Advice], texts: Mapping[str, str]) -> list[Stood]:
    """Every line of these, in their order, against these texts of the plan. Two queries."""
    by_id = {row.id: row for row in advice}
    lines = list(AdviceLine.objects.filter(advice__in=list(by_id)).order_by("number"))
    uses = latest_uses(line.id for line in lines)
    order = {id_: place for place, id_ in enumerate(by_id)}
    return [
        Stood(by_id[line.advice_id], line, use := uses.get(line.id), using.standing(decision_of(use), texts))
        for line in sorted(lines, key=lambda line: (order[line.advice_id], line.number))
    ]


def latest_uses(lines: Iterable[UUID]) -> dict[UUID, LineUse]:
    """The decision that stands for each line that has one."""
    rows = LineUse.objects.filter(line__in=list(lines)).order_by("line", "-id").distinct("line")
    return {row.line_id: row for row in rows}


def decision_of(use: LineUse | None) -> Decision | None:
    """The decision that a row holds."""
    if use is None:
        return None
    section = PlanSection(use.section) if use.section else None
    return Decision(Outcome(use.outcome), section, use.quote, use.reason)


def texts_being_written(case: Case) -> dict[str, str]:
    """The text of every section of the version that is being written, by code. One query."""
    rows = PlanSectionText.objects.filter(version__case=case, version__state="WRITING")
    return dict(rows.values_list("section", "text"))


def texts_now(case: Case) -> dict[str, str]:
    """The same where a version is being written; else those of the latest version. Two queries at most."""
    found = texts_being_written(case)
    if found:
        return found
    latest = PlanVersion.objects.filter(case=case).order_by("-number").values("id")[:1]
    return dict(PlanSectionText.objects.filter(version__in=latest).values_list("section", "text"))


def to_go_through(advice: Iterable[Advice]) -> list[Advice]:
    """Advice that came as a file in which nobody has marked the lines yet. The family’s papers are none."""
    return [row for row in advice if row.document_id and row.kind != FAMILY and row.gone_through_at is None]


def open_objections(case: Case) -> list[AdviceObjection]:
    """What authors have said that nobody has settled, the oldest first. One query."""
    rows = AdviceObjection.objects.filter(case=case, settled="").select_related("advice", "line")
    return list(rows.order_by("made_at", "id"))
