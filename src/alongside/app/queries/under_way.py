"""What has been written so far of a case in the middle of `doing.together`.

For whoever plays a whole history as one: the ids that later deeds name. It writes no look into the ledger, because
nobody looks; outside a batch it refuses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.app import advice_used, doing, plan_checking
from alongside.core.case.codes import AdviceKind
from alongside.core.case.facts import Facts
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.content import Cited
from alongside.records.models import Advice, CaseParty, PlanComment, PlanItem, PlanSectionText


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """One answer to a request for advice."""

    kind: AdviceKind
    author: str
    post: str
    written_on: date
    answers: Mapping[str, str]
    nothing_to_add: bool


def advice_of(case_id: UUID) -> tuple[AdviceGiven, ...]:
    """The latest answer to each request, in the order in which they came."""
    case = doing.under_way(case_id).case
    rows = Advice.objects.filter(case=case).order_by("submitted_at", "id")
    latest = {row.request_id: row for row in rows}
    return tuple(
        AdviceGiven(
            AdviceKind(row.kind),
            row.author_name,
            row.author_post,
            row.written_on,
            row.answers,
            row.nothing_to_add,
        )
        for row in latest.values()
    )


def facts_of(case_id: UUID) -> Facts:
    """The chronology with what the batch has added. Raises LookupError where no deed is under way on the case."""
    return doing.under_way(case_id).facts


def parties_of(case_id: UUID) -> dict[tuple[str, str], UUID]:
    """The people around the case by relation and name."""
    case = doing.under_way(case_id).case
    rows = CaseParty.objects.filter(case=case).values_list("relation", "name", "id")
    return {(relation, name): id for relation, name, id in rows}


def revisions_of(case_id: UUID) -> dict[str, int]:
    """The revision of each section of the version that is being written."""
    case = doing.under_way(case_id).case
    rows = PlanSectionText.objects.filter(version__case=case, version__state="WRITING")
    return dict(rows.values_list("section", "revision"))


@dataclass(frozen=True, slots=True)
class UndecidedLine:
    """A line of advice on which nothing is decided, and the section where it ordinarily belongs."""

    id: UUID
    section: str
    words: str


def texts_of(case_id: UUID) -> dict[str, str]:
    """The text of each section of the version that is being written."""
    return advice_used.texts_being_written(doing.under_way(case_id).case)


def undecided_lines_of(case_id: UUID) -> tuple[UndecidedLine, ...]:
    """The lines of the advice that counts which are not decided, or whose words have left the plan."""
    deed = doing.under_way(case_id)
    found = advice_used.stood(advice_used.counting(deed.case, deed.facts), texts_of(case_id))
    return tuple(
        UndecidedLine(each.line.id, each.line.section, each.line.words)
        for each in found
        if not each.standing.is_settled
    )


def open_objections_of(case_id: UUID) -> tuple[UUID, ...]:
    """What authors said of how their advice was used that nobody has settled."""
    return tuple(row.id for row in advice_used.open_objections(doing.under_way(case_id).case))


def cited_advice_of(case_id: UUID) -> tuple[tuple[Cited, str, Mapping[str, str]], ...]:
    """The advice that came as answers to a form: as a plan cites it, the code of the form, and the answers."""
    case = doing.under_way(case_id).case
    rows = Advice.objects.filter(case=case, nothing_to_add=False).exclude(form="")
    return tuple(
        (
            Cited(str(row.id), row.kind, row.author_name, row.author_post, row.written_on),
            row.form,
            row.answers,
        )
        for row in rows.order_by("submitted_at", "kind", "author_name", "form")
    )


def items_of(case_id: UUID) -> frozenset[str]:
    """The threads of the items that stand in the version that is being written."""
    case = doing.under_way(case_id).case
    rows = PlanItem.objects.filter(version__case=case, version__state="WRITING", number__isnull=False)
    return frozenset(str(thread) for thread in rows.values_list("thread", flat=True))


def open_comments_of(case_id: UUID) -> tuple[tuple[UUID, str, str], ...]:
    """The comments without an answer: id, section, and what is written in it (before its items) now."""
    case = doing.under_way(case_id).case
    rows = PlanComment.objects.filter(case=case, answer="").order_by("version__number", "number")
    texts = PlanSectionText.objects.filter(version__case=case, version__state="WRITING")
    text_of = dict(texts.values_list("section", "written"))
    return tuple((id, section, text_of.get(section, "")) for id, section in rows.values_list("id", "section"))


def warnings_of(case_id: UUID) -> tuple[tuple[str, str], ...]:
    """What the checks warn of in the version that is being written and nobody has answered: fingerprint and rule."""
    deed = doing.under_way(case_id)
    rows = PlanSectionText.objects.filter(version__case=deed.case, version__state="WRITING")
    texts = dict(rows.values_list("section", "text"))
    found = plan_checking.checked(deed.case, deed.facts, texts, status="draft", on=deed.today).findings
    return tuple(
        (one.fingerprint, one.finding.rule)
        for one in found
        if one.is_open and one.finding.severity is Severity.WARNING
    )
