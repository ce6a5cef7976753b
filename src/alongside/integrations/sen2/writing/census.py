"""The return of one year as seen from one day: what it covers, and a case's chronology cut off there."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from alongside.app.return_facts import ReturnCase
from alongside.core.case.ceasing_ends import with_end
from alongside.core.case.codes import EventKind
from alongside.core.case.episodes import history
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.case.history import History
from alongside.core.law.lawbook import Law
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import returns

LATEST_YEAR: Final = 2027
"""The last year whose census day and items are known here."""
_SOURCE: Final = "SEN2 "


@dataclass(frozen=True)
class Census:
    """The return of `year` as things stand on `on`: the census day, or earlier while that is still to come."""

    year: int
    on: date
    law: Law

    @cached_property
    def first(self) -> date:
        """The first day of the calendar year that the return covers."""
        return date(self.year - 1, 1, 1)

    @cached_property
    def last(self) -> date:
        """The last day of that year, or the day from which it is seen, if that is earlier."""
        return min(date(self.year - 1, 12, 31), self.on)


def census_of(year: int, today: date, law: Law) -> Census:
    """The census of a year as seen today. Raises Refused for a year without a return, or one that has not begun."""
    if not returns.FIRST_YEAR <= year <= LATEST_YEAR:
        raise Refused(
            f"A return can be written for {returns.FIRST_YEAR} to {LATEST_YEAR}, not for {year}. "
            f"Choose one of these years.",
            field="year",
        )
    if date(year - 1, 1, 1) > today:
        raise Refused(
            f"The return of {year} covers {year - 1}, which has not begun. Choose an earlier year.",
            field="year",
        )
    return Census(year, min(returns.census_day(year), today), law)


def next_year(today: date) -> int:
    """The year of the next return: that of the first census day from today on."""
    return today.year if today <= returns.census_day(today.year) else today.year + 1


@dataclass(frozen=True)
class Told:
    """One case as the census sees it. `events` are those up to its day, oldest first."""

    case: ReturnCase
    census: Census
    events: tuple[Event, ...]
    history: History

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """Each event by its id and by those of the entries that it corrects."""
        found = {event.id: event for event in self.events}
        for event in self.events:
            found |= dict.fromkeys(event.stands_for, event)
        return found

    def of_kind(self, *kinds: EventKind) -> list[Event]:
        """The events of some kinds, oldest first."""
        return [event for event in self.events if event.kind in kinds]

    def latest(self, event_id: str, on: date) -> date:
        """The last day on which something can have happened.

        What a return tells of without its day had happened by the end of the calendar year that it covers, though it
        is recorded as at its census day.
        """
        event = self.by_id.get(event_id)
        if event is None or not event.details.get("undated") or not event.source.startswith(_SOURCE):
            return on
        year = event.source.removeprefix(_SOURCE)
        return min(on, date(int(year) - 1, 12, 31)) if year.isdecimal() else on


def told(case: ReturnCase, census: Census) -> Told:
    """The case as the census sees it."""
    events = tuple([event for event in case.facts.events if event.occurred_on <= census.on])
    read = history(Facts(case.facts.case_id, case.facts.born_on, events))
    if not _cease_is_told_by_a_return(read, events):
        read = with_end(read, census.on, census.law)
    return Told(case, census, events, read)


def _cease_is_told_by_a_return(read: History, events: tuple[Event, ...]) -> bool:
    """True where a return alone tells of the decision to cease: the return that tells of the end will say when."""
    if read.life is None:
        return False
    decided = {each.decided.id for each in read.life.ceasings if each.decided is not None and each.is_open}
    return any(event.id in decided and event.source for event in events)
