"""From rows to frozen facts: the only place where a chronology is read for the law."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.records.models import Case, CaseEvent


def event_of(row: CaseEvent) -> Event:
    """One line of the chronology as `core` knows it."""
    return Event(
        id=str(row.id),
        kind=EventKind(row.kind),
        occurred_on=row.occurred_on,
        recorded_at=row.recorded_at,
        details=row.details,
        corrects=str(row.corrects_id) if row.corrects_id else None,
        by=row.by,
        source=row.source,
    )


EVENTS = """
select case_id, id, kind, occurred_on, recorded_at, details, corrects_id, by, source
from case_event where case_id = any (%(of_cases)s) order by case_id, position
"""
"""Asked without models, because every page and every deed reads a chronology and an import thousands."""
AT_ONCE = 2000  # cases: bounds what one answer of the database holds in memory


def one(case: Case, *, known_at: datetime | None = None) -> Facts:
    """The facts of one case, as known now or at an earlier moment. One query."""
    return of_events(case, recorded(case), known_at=known_at)


def of_events(case: Case, events: Iterable[Event], *, known_at: datetime | None = None) -> Facts:
    """The facts of a case from everything ever recorded on it."""
    return Facts(str(case.id), case.person.born_on, as_known(events, at=known_at))


def recorded(case: Case) -> list[Event]:
    """Everything ever recorded on one case, in the order of recording, what was corrected too. One query."""
    return _recorded([case.id])[case.id]


def _recorded(cases: list[UUID]) -> dict[UUID, list[Event]]:
    with connection.cursor() as cursor:
        cursor.execute(EVENTS, {"of_cases": cases})
        return read(cursor.fetchall())


def read(lines: Iterable[Sequence[Any]]) -> dict[UUID, list[Event]]:
    """The answer to `EVENTS`, by case."""
    found: dict[UUID, list[Event]] = defaultdict(list)
    for case_id, id_, kind, occurred_on, recorded_at, details, corrects, by, source in lines:
        event = Event(
            str(id_), EventKind(kind), occurred_on, recorded_at, json.loads(details),
            str(corrects) if corrects else None, by, source,
        )  # fmt: skip
        found[case_id].append(event)
    return found


def of_rows(case: Case, rows: Iterable[CaseEvent], *, known_at: datetime | None = None) -> Facts:
    """The facts of a case whose events have been read already."""
    return of_events(case, (event_of(row) for row in rows), known_at=known_at)


def many(cases: Sequence[Case], *, known_at: datetime | None = None) -> dict[UUID, Facts]:
    """The facts of many cases, in one query for each two thousand of them. Cases must carry their person."""
    events: dict[UUID, list[Event]] = defaultdict(list)
    for start in range(0, len(cases), AT_ONCE):
        events |= _recorded([case.id for case in cases[start : start + AT_ONCE]])
    return {case.id: of_events(case, events[case.id], known_at=known_at) for case in cases}
