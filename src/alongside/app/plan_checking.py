"""A plan as the checks need it: its texts beside the child's particulars, the advice, last year's plan and other plans.

What is found follows from these alone, so it is worked out anew at each look and kept nowhere but in the memory of the
process; only answers to findings are on record (`records.PlanFindingAnswer`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import plan_passages, ports
from alongside.core.case import advice_forms, episodes
from alongside.core.case.codes import AdviceKind
from alongside.core.case.episode_history import AdviceRequest
from alongside.core.case.facts import Facts
from alongside.core.plan.checks import check, facts, kept, standing
from alongside.core.plan.checks.copy_index import Index
from alongside.core.plan.checks.facts import Adviser, CaseFacts
from alongside.core.plan.checks.finding import Finding
from alongside.core.plan.checks.standing import Judged, Kind
from alongside.core.refusal import Refused
from alongside.records.models import Advice, Case, Document, PlanFindingAnswer, PlanSectionText

PLAN, LAST = "plan", "last year’s plan"
PRONOUNS = {"M": ("he", "him", "his", "himself"), "F": ("she", "her", "hers", "herself")}
ROLES: Mapping[AdviceKind, str] = {
    AdviceKind.PARENT_OR_YOUNG_PERSON: "parent or young person",
    AdviceKind.EDUCATIONAL: "education",
    AdviceKind.MEDICAL: "medical",
    AdviceKind.PSYCHOLOGICAL: "psychology",
    AdviceKind.SOCIAL_CARE: "social care",
    AdviceKind.PREPARING_FOR_ADULTHOOD: "preparing for adulthood",
    AdviceKind.SENSORY: "sensory impairment",
    AdviceKind.ARMED_FORCES: "armed forces",
    AdviceKind.REASONABLY_REQUESTED: "adviser whom the family asked for",
    AdviceKind.OTHER: "adviser",
}
"""The words by which the checks know a profession in Section K."""
KEPT_IN_MEMORY = 128

Sight = Callable[[AdviceKind], bool]
"""Whether somebody may read advice of a kind."""


@dataclass(frozen=True, slots=True)
class Read:
    """The advice that could be read, and the names of what could not: that a person must check."""

    given: tuple[facts.Advice, ...]
    advisers: tuple[Adviser, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of a version now. `unread` names advice that is a file they cannot read."""

    findings: tuple[Judged, ...]
    unread: tuple[str, ...]


def checked(
    case: Case, known: Facts, texts: Mapping[str, str], *, status: str, on: date, sight: Sight | None = None
) -> Checked:
    """The findings in these texts with the answers that stand. `status` is "draft" or "final".

    With `sight` only advice that this person may read is looked at. At most seven queries, and one for each file of
    advice that this process has not read before.
    """
    read = _advice(case, known, sight)
    others = plan_passages.like(case, kept.plan(PLAN, texts), _names(case))
    given = _given(texts), _particulars(case, read.advisers, status, on), read.given, _last(case), others
    answers = {a.fingerprint: Kind(a.kind) for a in answers_of(case)}
    return Checked(standing.judged(_found(*given), texts, answers), read.unread)


def answers_of(case: Case) -> "QuerySet[PlanFindingAnswer]":
    """Every answer to a finding of this case, the latest last. One query."""
    return PlanFindingAnswer.objects.filter(case=case).order_by("made_at", "id")


@lru_cache(maxsize=KEPT_IN_MEMORY)
def _found(
    texts: tuple[tuple[str, str], ...],
    case: CaseFacts,
    advice: tuple[facts.Advice, ...],
    last: tuple[tuple[str, str], ...],
    others: plan_passages.Like,
) -> tuple[Finding, ...]:
    against = kept.plan(LAST, dict(last)) if last else None
    return check.check(kept.plan(PLAN, dict(texts)), case, advice, against, _index(others))


def _index(others: plan_passages.Like) -> Index:
    return Index(
        held={mark: list(numbers) for mark, numbers in others.marks},
        passages=[(plan_passages.ANOTHER, words) for words in others.words],
        children={plan_passages.ANOTHER: frozenset(others.names)},
    )


def _given(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(texts.items()))


def _names(case: Case) -> tuple[str, ...]:
    person = case.person
    return tuple(name for name in (person.forename, person.surname, person.known_as) if name)


def _particulars(case: Case, advisers: tuple[Adviser, ...], status: str, on: date) -> CaseFacts:
    person = case.person
    people = [f"{party.name} ({party.relationship or 'family'})" for party in case.parties.all()]
    return CaseFacts(
        first_name=person.forename,
        last_name=person.surname,
        known_as=(person.known_as,) if person.known_as else (),
        pronouns=PRONOUNS.get(person.sex, ()),
        date_of_birth=person.born_on,
        setting=case.setting.name if case.setting else "",
        authority=case.authority.name,
        other_people=tuple(sorted(people)),
        status=status,
        as_of=on,
        dates=(("plan_dated", on),),
        advisers=advisers,
    )


def _last(case: Case) -> tuple[tuple[str, str], ...]:
    """The texts of the final plan that is in force; nothing where none was made here."""
    rows = PlanSectionText.objects.filter(version__case=case, version__state="FINAL")
    found: dict[int, dict[str, str]] = {}
    for number, section, text in rows.values_list("version__number", "section", "text"):
        found.setdefault(number, {})[section] = text
    return _given(found[max(found)]) if found else ()


def _advice(case: Case, known: Facts, sight: Sight | None) -> Read:
    """The latest answer to each request that was not taken back."""
    told = episodes.episodes(known)
    asked = [request for request in told[-1].advice if not request.cancelled] if told else []
    latest: dict[str, Advice] = {}
    for each in Advice.objects.filter(case=case).order_by("submitted_at", "id"):
        latest[str(each.request_id)] = each
    given: list[facts.Advice] = []
    advisers: list[Adviser] = []
    unread: list[str] = []
    for request in asked:
        row = latest.get(request.id)
        name = name_of(row) if row else ""
        advisers.append(_adviser(request, row, name))
        if row is None or row.nothing_to_add or (sight and not sight(AdviceKind(row.kind))):
            continue
        words = _read(row, name)
        given += [words] if words else []
        unread += [] if words else [name]
    return Read(tuple(given), tuple(advisers), tuple(unread))


def name_of(row: Advice) -> str:
    """How a piece of advice is called where its words are shown."""
    post = f", {row.author_post}" if row.author_post else ""
    return f"{row.author_name}{post}, {row.written_on:%-d %B %Y}"


def _adviser(request: AdviceRequest, row: Advice | None, name: str) -> Adviser:
    role = ROLES[request.kind or AdviceKind.OTHER]
    post = f" ({row.author_post})" if row and row.author_post else ""
    return Adviser(
        role=f"{role}{post}",
        name=row.author_name if row else request.asked_name,
        asked_on=request.requested_on,
        received_on=request.received_on,
        report_date=row.written_on if row else None,
        file=name,
    )


def _read(row: Advice, name: str) -> facts.Advice | None:
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    lines = list(kept.advice(name, form, row.answers).lines)
    if row.document_id is not None:
        written = _written(row.document_id)
        if written is None:
            return facts.Advice(name, tuple(lines)) if lines else None
        lines += written
    return facts.Advice(name, tuple(lines))


@lru_cache(maxsize=KEPT_IN_MEMORY)
def _written(document: UUID) -> tuple[tuple[int, str, bool], ...] | None:
    """The lines of a file of advice; None where it is none that can be read. A kept document never changes."""
    row = Document.objects.only("file_name", "content").get(id=document)
    try:
        return facts.advice_of(ports.reports().read(row.file_name, bytes(row.content))).lines
    except Refused:
        return None
