"""Imports as a data officer sees them: what came in, what could not be used, where two sources disagree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import evidence, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import EventKind, Stage
from alongside.records.models import CaseEvent, ImportConflict, ImportRejection, ImportRun


@dataclass(frozen=True, slots=True)
class RunLine:
    """One import. `state` is WAITING, DONE or REFUSED; `refusal` says why."""

    id: UUID
    source: str
    file_name: str
    state: str
    refusal: str
    as_at: date | None
    started_at: datetime
    started_by: str
    persons: int
    cases_created: int
    cases_changed: int
    events_created: int
    unchanged: int
    found_again: Mapping[str, int]
    rejected: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something of the file that could not be used. `person` is a number or a place in the file, never a name."""

    table: str
    row: str
    person: str
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where the records and a return disagree. `offers` is what is recorded if the return is believed."""

    id: UUID
    case_id: UUID
    reference: str
    source: str
    about: str
    what: str
    held: str
    offered: str
    why: str
    can_be_taken: bool
    decision: str
    reason: str
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class WithoutDay:
    """An entry that a return tells of without its day, in a case that may wait for it."""

    case_id: UUID
    reference: str
    event_id: UUID
    kind: EventKind
    latest: date
    source: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, and how many there are in all."""

    lines: tuple[Any, ...]
    total: int


def runs(*, by: Actor, at: datetime, most: int = 50) -> tuple[RunLine, ...]:
    """The latest imports, the newest first. One query."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        rows = _counted(ImportRun.objects.filter(authority=by.authority))
        return tuple(_line(row) for row in rows.order_by("-started_at", "-id")[:most])


def run(run_id: UUID, *, by: Actor, at: datetime) -> RunLine:
    """One import. Raises `NotFound`."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        row = _counted(ImportRun.objects.filter(authority=by.authority, id=run_id)).first()
        if row is None:
            raise NotFound
        return _line(row)


def rejections(run_id: UUID, *, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Page:
    """What of one file could not be used, in the order of the file. Two queries."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        rows = ImportRejection.objects.filter(authority=by.authority, run=run_id)
        lines = tuple(
            Rejection(row.table, row.row, row.person_key, row.column, row.value, row.reason)
            for row in rows.order_by("number")[offset : offset + size]
        )
        return Page(lines, rows.count())


def conflicts(
    *,
    by: Actor,
    at: datetime,
    run_id: UUID | None = None,
    decided: bool = False,
    offset: int = 0,
    size: int = 50,
) -> Page:
    """Disagreements that wait for a decision, or that have had theirs. Two queries."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        rows = ImportConflict.objects.filter(authority=by.authority)
        rows = rows.exclude(decision="") if decided else rows.filter(decision="")
        if run_id is not None:
            rows = rows.filter(run=run_id)
        shown = rows.select_related("case", "run").order_by("case__reference", "what", "id")
        return Page(tuple(_conflict(row) for row in shown[offset : offset + size]), rows.count())


def conflict(conflict_id: UUID, *, by: Actor, at: datetime) -> Conflict:
    """One disagreement. It shows particulars of a child, so the look is sealed in the ledger."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        rows = ImportConflict.objects.filter(authority=by.authority, id=conflict_id)
        row = rows.select_related("case", "run").first()
        if row is None:
            raise NotFound
        body = {"conflict": str(row.id)}
        note = evidence.Note(at, by.code, "SEE_IMPORT_CONFLICT", str(row.case_id), body)
        evidence.seal(by.authority, [note])
        return _conflict(row)


def without_day(*, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Page:
    """Entries whose day no return has given, those of open cases first. Two queries."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        rows = CaseEvent.objects.filter(authority=by.authority, details__undated=True, caseevent=None)
        shown = rows.select_related("case").order_by("-case__is_open", "case__reference", "position")
        lines = tuple(
            WithoutDay(
                case_id=row.case_id,
                reference=row.case.reference,
                event_id=row.id,
                kind=EventKind(row.kind),
                latest=row.occurred_on,
                source=row.source,
                stage=Stage(row.case.stage),
            )
            for row in shown[offset : offset + size]
        )
        return Page(lines, rows.count())


def _counted(rows: Any) -> Any:
    return rows.defer("content").annotate(
        rejected=Count("rejections", distinct=True),
        undecided=Count("conflicts", filter=Q(conflicts__decision=""), distinct=True),
    )


def _line(row: Any) -> RunLine:
    return RunLine(
        id=row.id,
        source=row.source,
        file_name=row.file_name,
        state=row.state,
        refusal=row.refusal,
        as_at=row.as_at,
        started_at=row.started_at,
        started_by=row.started_by_name,
        persons=row.persons_read,
        cases_created=row.cases_created,
        cases_changed=row.cases_changed,
        events_created=row.events_created,
        unchanged=row.unchanged,
        found_again=row.found_again,
        rejected=row.rejected,
        undecided=row.undecided,
    )


def _conflict(row: ImportConflict) -> Conflict:
    return Conflict(
        id=row.id,
        case_id=row.case_id,
        reference=row.case.reference,
        source=row.run.source,
        about=row.about,
        what=row.what,
        held=row.held,
        offered=row.offered,
        why=row.offers.get("why", ""),
        can_be_taken=row.about in ("ITEM", "PERSON") or bool(row.offers.get("events")),
        decision=row.decision,
        reason=row.reason,
        decided_by=row.decided_by_name,
        decided_at=row.decided_at,
    )
