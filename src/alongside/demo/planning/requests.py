"""Which requests come, when, for whom, and what is decided about them: drawn first, before anybody waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.core.case.codes import RequestSource
from alongside.demo.chance import Chance
from alongside.demo.planning import shares, years
from alongside.demo.planning.years import DAY, Order

SIX_WEEKS = timedelta(weeks=6)
PULLED_IN = 0.5
"""How often a decision that would come late is hurried so that it comes within the six weeks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the day it came, who asked, how old the child is, and how it is answered.

    `year` is 0 for the year before the three. `decided_on` is None where the request is withdrawn before.
    """

    number: int
    year: int
    received_on: date
    source: RequestSource
    age: int
    withdrawn_on: date | None
    decided_on: date | None
    refused: bool

    @property
    def is_assessed(self) -> bool:
        """True where the answer is to assess."""
        return self.decided_on is not None and not self.refused


def drawn(order: Order) -> tuple[Asked, ...]:
    """Every request of the three years and of the year before, in the order received."""
    volumes = (shares.REQUESTS_BEFORE, *shares.REQUESTS_A_YEAR)
    found: list[Asked] = []
    for year, (first, last) in enumerate(order.years(before=1)):
        for received_on in _days(order, first, last, order.size.of(volumes[year])):
            found.append(_asked(order, len(found) + 1, year, received_on))
    return tuple(found)


def _days(order: Order, first: date, last: date, count: int) -> Iterator[date]:
    """So many days of receipt in a year, by season, weekday and holiday."""
    chance = Chance(order.seed, order.size, "days", first)
    days = [first + DAY * number for number in range((last - first).days + 1)]
    yield from sorted(chance.many(days, [_weight(day, order) for day in days], count))


def _weight(day: date, order: Order) -> float:
    season = shares.SEASON[day.month]
    if day.weekday() >= 5:
        return season * shares.WEEKEND
    return season if years.is_working(day, order.calendar) else season * shares.BANK_HOLIDAY


def _asked(order: Order, number: int, year: int, received_on: date) -> Asked:
    chance = Chance(order.seed, order.size, "request", number)
    age = chance.shared(shares.AGE_AT_REQUEST)
    source = RequestSource(chance.shared(shares.SOURCE))
    withdrawn = chance.yes(shares.WITHDRAWN_BEFORE_DECISION)
    decided_on = _decided_on(chance, order, received_on)
    withdrawn_on = received_on + timedelta(days=chance.whole(3, 30)) if withdrawn else None
    return Asked(
        number=number,
        year=year,
        received_on=received_on,
        source=source,
        age=age,
        withdrawn_on=years.working_day(withdrawn_on, order.calendar) if withdrawn_on else None,
        decided_on=None if withdrawn else decided_on,
        refused=not withdrawn and chance.yes(shares.REFUSED_BY_AGE[age]),
    )


def _decided_on(chance: Chance, order: Order, received_on: date) -> date:
    after = chance.normal_weeks(5.2, 0.6)
    if after > SIX_WEEKS and chance.yes(PULLED_IN):
        after = SIX_WEEKS
    day = max(received_on + after, received_on + timedelta(weeks=2))
    if after <= SIX_WEEKS:
        return years.working_day_before(day, order.calendar)
    return years.working_day(day, order.calendar)
