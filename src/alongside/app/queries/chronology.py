"""Everything that was ever recorded on one case, what was corrected still visible beside what replaced it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.calendar.london import LONDON
from alongside.core.case.codes import EventKind
from alongside.records.models import CaseEvent

NEEDS: Mapping[str, Permission] = MappingProxyType(
    {
        "reasons": Permission.SEE_REASONS,
        "support_now": Permission.SEE_REASONS,
        "facts": Permission.SEE_REASONS,
        "impractical_because": Permission.SEE_REASONS,
        "evidence": Permission.SEE_REASONS,
        "early_because": Permission.SEE_REASONS,
        "text": Permission.SEE_FAMILY_VIEWS,
        "reason": Permission.SEE_REASONS,
        "note": Permission.SEE_NOTES,
        "correction_reason": Permission.SEE_REASONS,
        "logged_late_reason": Permission.SEE_NOTES,
        "advice_kind": Permission.SEE_ADVICE_REQUESTS,
        "asked_name": Permission.SEE_ADVICE_REQUESTS,
        "setting_name": Permission.SEE_CONSULTATIONS,
        "answer": Permission.SEE_CONSULTATIONS,
        "grounds": Permission.SEE_CONSULTATIONS,
        "requested_by": Permission.SEE_WHO_IS_INVOLVED,
        "by": Permission.SEE_WHO_IS_INVOLVED,
        "withdrawn_by": Permission.SEE_WHO_IS_INVOLVED,
        "type": Permission.SEE_ADVICE_REQUESTS,
        "terms": Permission.SEE_REASONS,
        "issues": Permission.SEE_REASONS,
        "accommodation": Permission.SEE_CONTACT_DETAILS,
        "youth_offending_team": Permission.SEE_CONTACT_DETAILS,
    }
)
"""What an event says besides its kind and dates, and the permission that opens it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the chronology.

    `details` holds only what this person may read. `corrects` is the id of the line that this one put right,
    `corrected_by` the id of the line that put this one right; a corrected line no longer counts.
    """

    id: UUID
    kind: EventKind
    occurred_on: date
    recorded_at: datetime
    by_name: str
    source: str
    details: Mapping[str, Any]
    corrects: UUID | None
    corrected_by: UUID | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """What is recorded, the latest first. `known_on` is the day as known on which it is shown, if not now."""

    head: CaseHead
    happenings: tuple[Happening, ...]
    known_on: date | None


def chronology(case_id: UUID, *, by: Actor, at: datetime, known_on: date | None = None) -> Chronology:
    """The chronology as it is known, or as it was known at the end of an earlier day."""
    with seeing.case(case_id, Permission.SEE_CHRONOLOGY, by=by, at=at) as view:
        rows = view.case.events.order_by("position")
        if known_on is not None:
            rows = rows.filter(recorded_at__lt=_end_of(known_on))
        found = list(rows)
        corrected_by = {row.corrects_id: row.id for row in found if row.corrects_id}
        lines = [_happening(row, corrected_by.get(row.id), view) for row in found]
        lines.sort(key=lambda line: (line.occurred_on, line.recorded_at), reverse=True)
        return Chronology(cases.head_of(view), tuple(lines), known_on)


def _end_of(day: date) -> datetime:
    """The first moment after a civil day in London."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=LONDON)


def _happening(row: CaseEvent, corrected_by: UUID | None, view: CaseView) -> Happening:
    return Happening(
        id=row.id,
        kind=EventKind(row.kind),
        occurred_on=row.occurred_on,
        recorded_at=row.recorded_at,
        by_name=row.by_name,
        source=row.source,
        details=MappingProxyType(
            {key: value for key, value in row.details.items() if key not in NEEDS or view.may(NEEDS[key])}
        ),
        corrects=row.corrects_id,
        corrected_by=corrected_by,
    )
