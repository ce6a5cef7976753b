"""A chronology while it is being made from the names and dates of a worked case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.law.worked_case import WorkedCase

FIRST_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
NOTHING = frozenset({"none", "no"})  # what a case writes for what did not happen


@dataclass(slots=True)
class Making:
    """A chronology being made, in the order in which the case names it."""

    case: WorkedCase
    events: list[Event] = field(default_factory=list)

    def add(self, kind: EventKind, on: date, details: Mapping[str, object] | None = None) -> None:
        """One event more, recorded after the ones before it."""
        number = len(self.events) + 1
        moment = FIRST_MOMENT + timedelta(seconds=number)
        self.events.append(Event(f"e{number}", kind, on, moment, MappingProxyType(dict(details or {}))))

    def suppose(self, kind: EventKind, on: date, details: Mapping[str, object] | None = None) -> None:
        """One event that the case takes for granted, before all that it names, unless one of its kind is there."""
        if not any(event.kind is kind for event in self.events):
            number = sum(event.recorded_at < FIRST_MOMENT for event in self.events)
            moment = FIRST_MOMENT - timedelta(days=1) + timedelta(seconds=number)
            self.events.insert(
                number, Event(f"s{number}", kind, on, moment, MappingProxyType(dict(details or {})))
            )


Adding = Callable[[Making, str, str], None]
"""What a name with its value adds to the chronology."""
