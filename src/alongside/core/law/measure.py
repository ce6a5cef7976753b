"""The published measure of timeliness (S01): the share of new plans issued within twenty weeks.

It is a statistic, not the law: a plan can be on time here and late in law, or the other way round. It is
counted in the calendar year of issue; plans that came with a move are not counted. Whether day 140 counts
was not verified, so both readings are worked out and the plans on that day are counted apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.core.law.lawbook import Law


@dataclass(frozen=True, slots=True)
class Issued:
    """One new plan: the day of the request, the day of issue, and whether the return flags an exception."""

    received_on: date
    issued_on: date
    exception: bool = False


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of new plans and the two published rates, in per cent with one decimal.

    `rate_excluding` leaves out every plan flagged as an exception, above and below the line. A rate is
    None where there is no plan to divide by. `on_last_day` counts plans issued exactly on the last day of the
    measure: on the reading that takes the day of receipt as day one they are late.
    """

    issued_all: int
    issued_excluding: int
    within_all: int
    within_excluding: int
    on_last_day: int = 0

    @property
    def rate_all(self) -> float | None:
        """All plans within twenty weeks, per cent."""
        return per_cent(self.within_all, self.issued_all)

    @property
    def rate_excluding(self) -> float | None:
        """Plans within twenty weeks without those flagged as exceptions, per cent."""
        return per_cent(self.within_excluding, self.issued_excluding)


def within_20_weeks(received_on: date, issued_on: date, law: Law) -> bool:
    """True if the plan counts as on time. In the reading where the day of receipt is day one, a day
    earlier.
    """
    return (issued_on - received_on).days <= _last_day(issued_on, law)


def measure_year(issued_on: date) -> int:
    """The calendar year in which the plan is counted: that of its issue, never that of its request."""
    return issued_on.year


def rates(plans: Iterable[Issued], law: Law) -> Rates:
    """The counts and rates of these plans."""
    issued_all = issued_excluding = within_all = within_excluding = on_last_day = 0
    for plan in plans:
        within = within_20_weeks(plan.received_on, plan.issued_on, law)
        issued_all += 1
        within_all += within
        if not plan.exception:
            issued_excluding += 1
            within_excluding += within
        on_last_day += (plan.issued_on - plan.received_on).days == law.number("S01", plan.issued_on)
    return Rates(issued_all, issued_excluding, within_all, within_excluding, on_last_day)


def per_cent(part: int, whole: int) -> float | None:
    """Part of a whole in per cent with one decimal, halves up; None where the whole is nothing."""
    if whole == 0:
        return None
    return (2000 * part + whole) // (2 * whole) / 10


def _last_day(issued_on: date, law: Law) -> int:
    days = law.number("S01", issued_on)
    return days - 1 if law.modes.week_mode == "day_of_receipt_is_day_1" else days
