"""Returns of other systems are taken over: everything that a file tells, or nothing of it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.app import evidence, scope
from alongside.app.actor import Actor
from alongside.app.importing import run as running
from alongside.app.importing.run import Rejected, Run
from alongside.app.importing.writing import Pen
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.told import CaseHistory
from alongside.core.refusal import Refused
from alongside.records.models import Authority, ImportRejection, ImportRun

__all__ = ["Outcome", "Rejected", "Source", "Waiting", "hand_in", "next_waiting", "refuse", "take_over"]

LOCK_SPACE = 931_2024
"""Keeps the advisory locks of imports apart from other uses: one import of an authority at a time."""
MOST_BYTES = 20_000_000
"""The largest file that can be handed in on a page. A larger one is imported from the command line."""

Seen = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """Which file is being taken over. `name` is how events say where they come from, for example "SEN2 2025".

    `authority` is the LA number that the file states, or an empty text; `as_at` the day on which what it tells
    stood. `run` is the run of a file that was handed in and has waited.
    """

    name: str
    file_name: str
    sha256: str
    authority: str = ""
    as_at: date | None = None
    run: UUID | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an import. `found_again` counts persons on record already by how they were known again."""

    run: UUID
    source: str
    persons: int
    cases_created: int
    cases_changed: int
    events_created: int
    unchanged: int
    conflicts: int
    found_again: dict[str, int] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was handed in and is to be taken over next. `by` is whoever handed it in."""

    run: UUID
    file_name: str
    year: int | None
    content: bytes


def take_over(
    source: Source,
    histories: Iterable[CaseHistory],
    rejected: Callable[[], Iterable[Rejected]],
    *,
    by: Actor,
    at: datetime,
    seen: Seen | None = None,
) -> Outcome:
    """Record what the histories tell, in one transaction. Raises `Refused`, and then nothing is kept.

    What is on record is never changed: where a history says otherwise, the disagreement is kept for a person to
    decide. Taking the same file over again adds nothing. `rejected` gives, once all histories have been read,
    what of the file could not be used; `seen` is told how many persons have been dealt with.
    """
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    check_source(source, by=by, at=at)
    with scope.opened(by):
        _lock(by.authority)
        row = _row(source, by, at)
        under_way = running.begin(Pen(by, at, source.name, row.id))
        for count in under_way.take(histories):
            if seen is not None:
                seen(count)
        outcome = _keep(row, source, under_way, (*rejected(), *under_way.rejected))
        body = {"run": str(row.id), "source": source.name, "sha256": source.sha256, **_counts(outcome)}
        note = evidence.Note(at, by.code, str(Permission.IMPORT_RETURN), "", body)
        evidence.seal(by.authority, [*under_way.notes, note])
    return outcome


def check_source(source: Source, *, by: Actor, at: datetime) -> None:
    """Refuse a file of another authority, or of a time still to come."""
    if source.authority and source.authority != by.authority:
        raise Refused(
            f"{source.file_name}: this return is of local authority {source.authority}, and the records here are "
            f"those of {by.authority}. Choose the right file. Nothing was kept.",
            field="file",
        )
    if not Authority.objects.filter(code=by.authority).exists():
        raise Refused(
            f"There is no authority {by.authority} in these records. Check the number, or set the authority up first."
        )
    today = Pen(by, at, source.name, UUID(int=0)).today
    if source.as_at is not None and source.as_at > today:
        raise Refused(
            f"{source.file_name}: this return is as at {source.as_at:%-d %B %Y}, which is still to come. "
            "Import it on or after that day. Nothing was kept.",
            field="file",
        )


def hand_in(file_name: str, content: bytes, *, year: int | None, by: Actor, at: datetime) -> UUID:
    """Keep a file until it is taken over, which takes longer than a page can. Returns its run."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    if not content:
        raise Refused(
            f"“{file_name}” is empty. Export the return again and choose it once more.", field="file"
        )
    if len(content) > MOST_BYTES:
        raise Refused(
            f"“{file_name}” is {len(content) / 1_000_000:.0f} MB. A page takes up to {MOST_BYTES // 1_000_000} MB: "
            "zip the file, or ask whoever runs Alongside to import it (alongside sen2 import).",
            field="file",
        )
    sha256 = hashlib.sha256(content).hexdigest()
    with scope.opened(by):
        run = ImportRun.objects.create(
            authority_id=by.authority,
            file_name=file_name[-200:],
            sha256=sha256,
            year=year,
            state="WAITING",
            content=content,
            started_at=at,
            started_by=by.code,
            started_by_name=by.name,
        )
        body = {"run": str(run.id), "sha256": sha256}
        evidence.seal(by.authority, [evidence.Note(at, by.code, "RETURN_HANDED_IN", "", body)])
    return run.id


def next_waiting(*, by: Actor, at: datetime) -> Waiting | None:
    """The file that has waited longest, if one waits."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        row = (
            ImportRun.objects.filter(authority=by.authority, state="WAITING")
            .order_by("started_at", "id")
            .first()
        )
        if row is None:
            return None
        return Waiting(row.id, row.file_name, row.year, bytes(row.content or b""))


def refuse(run: UUID, sentence: str, *, by: Actor, at: datetime) -> None:
    """Say why a file that waited could not be taken over. The file itself is not kept any longer."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        ImportRun.objects.filter(id=run, state="WAITING").update(
            state="REFUSED", refusal=sentence, content=None, finished_at=at
        )
        body = {"run": str(run)}
        evidence.seal(by.authority, [evidence.Note(at, by.code, "RETURN_REFUSED", "", body)])


def _lock(authority: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, int(authority)])


def _row(source: Source, by: Actor, at: datetime) -> ImportRun:
    """The run: a new one, or that of the file which has waited. Raises `Refused` where it no longer waits."""
    if source.run is None:
        row = ImportRun(authority_id=by.authority, started_at=at, started_by=by.code, started_by_name=by.name)
    else:
        waiting = ImportRun.objects.select_for_update().filter(id=source.run, state="WAITING").first()
        if waiting is None:
            raise Refused(f"{source.file_name} has been taken over already. Nothing was added.")
        row = waiting
    row.source, row.file_name, row.sha256 = source.name, source.file_name[-200:], source.sha256
    row.as_at, row.state, row.content = source.as_at, "DONE", None
    row.save()
    return row


def _keep(row: ImportRun, source: Source, under_way: Run, rejected: tuple[Rejected, ...]) -> Outcome:
    """The counts of the run, what was disputed, and what could not be used."""
    outcome = Outcome(
        run=row.id,
        source=source.name,
        persons=under_way.persons,
        cases_created=under_way.created,
        cases_changed=under_way.changed,
        events_created=under_way.events,
        unchanged=under_way.unchanged,
        conflicts=under_way.disputes.save(row.id),
        found_again=under_way.found_again,
        rejected=rejected,
    )
    _keep_rejected(row, rejected)
    row.persons_read, row.cases_created, row.cases_changed = (
        outcome.persons,
        outcome.cases_created,
        outcome.cases_changed,
    )
    row.events_created, row.unchanged, row.found_again = (
        outcome.events_created,
        outcome.unchanged,
        outcome.found_again,
    )
    row.finished_at = row.started_at if source.run is None else under_way.pen.at
    row.save()
    return outcome


def _keep_rejected(row: ImportRun, rejected: tuple[Rejected, ...]) -> None:
    ImportRejection.objects.bulk_create(
        [
            ImportRejection(
                authority_id=row.authority_id,
                run=row,
                number=number,
                table=each.table[:40],
                row=str(each.row) if each.row else "",
                person_key=each.person[:120],
                column=each.column[:80],
                value=each.value[:200],
                reason=each.reason[:300],
            )
            for number, each in enumerate(rejected, start=1)
        ],
        batch_size=2000,
    )


def _counts(outcome: Outcome) -> dict[str, int]:
    return {
        "persons": outcome.persons,
        "cases_created": outcome.cases_created,
        "cases_changed": outcome.cases_changed,
        "events_created": outcome.events_created,
        "conflicts": outcome.conflicts,
        "rejected": len(outcome.rejected),
    }
