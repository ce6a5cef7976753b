"""Keeps the caches true: rebuilt from the chronology, compared with it, and moved on with the day.

Run by jobs and commands in the service's own name. What is found wrong is an alarm: it is sealed in the
ledger and told to the authority, and it is put right by rebuilding, never by hand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import caches, evidence, facts, ports, scope
from alongside.app.actor import Actor
from alongside.core.case.codes import Stage, TimerState
from alongside.records.models import Authority, Case, Due, OutboxMessage

BATCH = 250
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
    """Rebuild the cases whose caches a new day has changed: a limit passed, a time to appeal ended."""
    on = ports.today(at)
    with scope.opened_to_all(by.authority):
        passed = Due.objects.filter(
            authority=by.authority, is_live=True, state=TimerState.RUNNING, statutory_due__lt=on
        )
        refused = Case.objects.filter(
            authority=by.authority, stage__in=(Stage.REFUSED_TO_ASSESS, Stage.REFUSED_TO_ISSUE)
        ) | Case.objects.filter(authority=by.authority).exclude(dispute_stage="")
        ids = sorted({*passed.values_list("case_id", flat=True), *refused.values_list("id", flat=True)})
    return _rebuilt(ids, by, at, seen)


def compare(*, by: Actor, at: datetime, seen: Seen | None = None) -> Comparison:
    """Compare every cached row and column with what the chronology says today. Changes nothing."""
    with scope.opened_to_all(by.authority):
        ids = list(Case.objects.filter(authority=by.authority).order_by("id").values_list("id", flat=True))
    found: list[str] = []
    for batch in _batches(ids):
        with scope.opened_to_all(by.authority):
            rows = _locked(batch).prefetch_related("dues", "episodes", "advice_requests", "consultations")
            cases = list(rows)
            known = facts.many(cases)
            for case in cases:
                found += caches.differences(case, known[case.id], on=ports.today(at), law=ports.law())
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
