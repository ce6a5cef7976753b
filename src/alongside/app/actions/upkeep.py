"""Keeps the caches true: rebuilt from the chronology, compared with it, and moved on with the day.

Run by jobs and commands in the service's own name. What is found wrong is an alarm: it is sealed in the
ledger and told to the authority, and it is put right by rebuilding, never by hand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import caches, evidence, facts, mending, ports, scope
from alongside.app.actor import Actor
from alongside.core.calendar import counting
from alongside.core.case.codes import Stage, TimerState
from alongside.core.law import work
from alongside.core.law.reviews import UNDER_FIVE
from alongside.core.law.status import WARNED_FROM_AGE
from alongside.records.models import Authority, Case, Due, OutboxMessage

BATCH = 250
CACHED = ("dues", "episodes", "advice_requests", "consultations", "held_plan", "to_mend")
TOLD = 20
"""How many differences an alarm lists; it always gives their number."""

Seen = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many cases were compared, and each difference as a sentence, the case's reference first."""

    cases: int
    differences: tuple[str, ...]


def rebuild(*, by: Actor, at: datetime, seen: Seen | None = None) -> int:
    """Rebuild the caches of every case of the authority. Returns how many cases there were."""
    with scope.opened_to_all(by.authority):
        ids = list(Case.objects.filter(authority=by.authority).order_by("id").values_list("id", flat=True))
    return _rebuilt(ids, by, at, seen)


def move_on(*, by: Actor, at: datetime, seen: Seen | None = None) -> int:
    """Rebuild the cases whose caches a new day has changed: a limit passed, a time to appeal ended, a time begun."""
    on = ports.today(at)
    with scope.opened_to_all(by.authority):
        refused = Case.objects.filter(
            authority=by.authority, stage__in=(Stage.REFUSED_TO_ASSESS, Stage.REFUSED_TO_ISSUE)
        ) | Case.objects.filter(authority=by.authority).exclude(dispute_stage="")
        ids = {*refused.values_list("id", flat=True), *_of_age(by.authority, on)}
        for dues in _moved_on(Due.objects.filter(authority=by.authority), on):
            ids.update(dues.values_list("case_id", flat=True))
    _mended(by, at)
    return _rebuilt(sorted(ids), by, at, seen)


def _mended(by: Actor, at: datetime) -> None:
    """Once a day, what is to be mended in every case: ages and the year of the next return move on by themselves."""
    on, law = ports.today(at), ports.law()
    with scope.opened_to_all(by.authority):
        if Authority.objects.filter(code=by.authority, mended_on=on).exists():
            return
        ids = list(Case.objects.filter(authority=by.authority).order_by("id").values_list("id", flat=True))
    for batch in _batches(ids):
        with scope.opened_to_all(by.authority):
            cases = list(_locked(batch))
            known = facts.many(cases)
            caches.replace_to_mend([(case, known[case.id]) for case in cases], on=on, law=law)
    with scope.opened_to_all(by.authority):
        Authority.objects.filter(code=by.authority).update(mended_on=on)


def _moved_on(dues: QuerySet[Due], on: date) -> tuple[QuerySet[Due], ...]:
    """The cached duties that a new day may change: a limit that ends or has passed, one that waits for its time to
    begin (a move between phases), and advice of the Code that ends with a fifth birthday.
    """
    five = counting.months_before(on, 12 * UNDER_FIVE)
    return (
        dues.filter(is_live=True, state=TimerState.RUNNING, statutory_due__lte=on),
        dues.filter(state=TimerState.PENDING, rule__in=work.WITHIN_A_YEAR),
        dues.filter(is_live=True, rule="R13", case__person__born_on__lte=five),
    )


def _of_age(authority: str, on: date) -> QuerySet[Case, UUID]:
    """Young people whose plan is now told the last day that it may have, and was not before."""
    born_by = counting.months_before(on, 12 * WARNED_FROM_AGE)
    held = Case.objects.filter(authority=authority, held_plan__isnull=False, person__born_on__lte=born_by)
    return held.exclude(dues__rule="C04").values_list("id", flat=True)


def compare(*, by: Actor, at: datetime, seen: Seen | None = None) -> Comparison:
    """Compare every cached row and column with what the chronology says today. Changes nothing."""
    with scope.opened_to_all(by.authority):
        ids = list(Case.objects.filter(authority=by.authority).order_by("id").values_list("id", flat=True))
    found: list[str] = []
    for batch in _batches(ids):
        with scope.opened_to_all(by.authority):
            rows = _locked(batch).prefetch_related(*CACHED)
            cases = list(rows)
            known = facts.many(cases)
            on, law = ports.today(at), ports.law()
            wrong = mending.rows([(case, known[case.id]) for case in cases], on=on, law=law)
            for case in cases:
                found += caches.differences(case, known[case.id], wrong[case.id], on=on, law=law)
        if seen:
            seen(len(batch))
    return Comparison(len(ids), tuple(found))


def check(*, by: Actor, at: datetime) -> Comparison:
    """Compare, and raise the alarm where anything differs: in the ledger, and to the authority by e-mail."""
    compared = compare(by=by, at=at)
    if compared.differences:
        _raise_alarm(compared, by, at)
    return compared


def _raise_alarm(compared: Comparison, by: Actor, at: datetime) -> None:
    count = len(compared.differences)
    references = sorted({sentence.split(":", 1)[0] for sentence in compared.differences})
    with scope.opened_to_all(by.authority):
        to_email = Authority.objects.values_list("email", flat=True).get(code=by.authority)
        if to_email:
            OutboxMessage.objects.create(
                authority_id=by.authority,
                kind="CACHES_DIFFER",
                to_email=to_email,
                subject=f"Lists differ from the record in {len(references)} cases",
                text=(
                    f"The nightly check found {count} differences between the lists and the chronology. The "
                    f"chronology is right. Cases: {', '.join(references[:TOLD])}. "
                    "Run `alongside caches rebuild`."
                ),
                created_at=at,
            )
        body = {"count": count, "references": references[:TOLD]}
        evidence.seal(by.authority, [evidence.Note(at, by.code, "CACHES_DIFFER", "", body)])


def _rebuilt(ids: list[UUID], by: Actor, at: datetime, seen: Seen | None) -> int:
    for batch in _batches(ids):
        with scope.opened_to_all(by.authority):
            cases = list(_locked(batch))
            known = facts.many(cases)
            caches.rebuild([(case, known[case.id]) for case in cases], on=ports.today(at), law=ports.law())
        if seen:
            seen(len(batch))
    return len(ids)


def _locked(batch: list[UUID]) -> QuerySet[Case]:
    """The cases, held still while their caches are read or written, always in the same order."""
    return (
        Case.objects.filter(id__in=batch)
        .select_for_update(of=("self",), no_key=True)
        .select_related("person")
        .order_by("id")
    )


def _batches(ids: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
