"""What a return tells of one person, noted down fact by fact: with its day, or with the days between which it lies."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.core.case.told import EventDraft, Undated
from alongside.integrations.sen2 import returns

DATE_COLUMNS = {
    "requests": "requestoutcomedate",
    "assessment": "assessmentoutcomedate",
    "namedplan": "ceasedate",
}
DATED_BEFORE = "it is dated {on}, before {what} itself on {start}; it was taken over without its day"


class Notes:
    """Collects the facts of one person; the same fact told twice is kept once."""

    def __init__(self, year_starts_on: date, reference_on: date | None) -> None:
        self.year_starts_on, self.reference_on = year_starts_on, reference_on
        self.events: list[EventDraft] = []
        self.undated: list[Undated] = []
        self.unusable: list[returns.Unusable] = []
        self._held: dict[str, EventDraft] = {}

    def add(
        self, subject: str, kind: EventKind, on: date, details: Mapping[str, Any], *, as_at: bool = False
    ) -> None:
        """Note a fact with its day. `as_at`: a state seen on that day, not something that happened on it."""
        key = f"{subject}|{on.isoformat()}" if as_at else subject
        draft = EventDraft(key, subject, kind, on, details, as_at)
        number = 1
        while (held := self._held.get(draft.key)) is not None:
            if (held.kind, held.occurred_on, held.details) == (kind, on, details):
                return
            number += 1
            draft = EventDraft(f"{key}#{number}", f"{subject}#{number}", kind, on, details, as_at)
        self._held[draft.key] = draft
        self.events.append(draft)

    def unknown(
        self,
        subject: str,
        kind: EventKind,
        earliest: date | None,
        why: str,
        details: Mapping[str, Any],
        *,
        latest: date | None = None,
    ) -> None:
        """Note a fact whose day the return does not give, `why`, and between which days it lies."""
        self.undated.append(Undated(subject, kind, earliest, latest or self.reference_on, why, details))

    def add_or_unknown(
        self,
        subject: str,
        kind: EventKind,
        on: date | None,
        earliest: date | None,
        details: Mapping[str, Any],
        *,
        latest: date | None = None,
    ) -> None:
        """Note an outcome, with its day where the return gives one."""
        if on is not None:
            self.add(subject, kind, on, details)
        else:
            why = "the return gives the outcome, not its date"
            self.unknown(subject, kind, earliest, why, details, latest=latest)

    def not_before(
        self, on: date | None, start: date | None, what: str, place: tuple[str, int]
    ) -> date | None:
        """The day, or None, reported, where it is before what it must follow."""
        if on is None or start is None or on >= start:
            return on
        table, row = place
        column = DATE_COLUMNS[table]
        why = DATED_BEFORE.format(on=on.isoformat(), what=what, start=start.isoformat())
        self.unusable.append(returns.Unusable(table, row, "", column, on.isoformat(), why))
        return None
