"""The calendar of a build: three years that end on its day, and what counts as a working day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from itertools import pairwise

from alongside.core.calendar import Calendar, HolidaysUnknown

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@unique
class Size(StrEnum):
    """How large an area is built: a whole county, one twentieth of it, or a handful of children for a test."""

    TINY = "tiny"
    SMALL = "small"
    COUNTY = "county"

    @property
    def scale(self) -> float:
        """The part of the county that is built."""
        return {Size.TINY: 0.005, Size.SMALL: 0.05}.get(self, 1.0)

    def of(self, number: float) -> int:
        """A number of the county at this size, at least one."""
        return max(1, round(number * self.scale))


@dataclass(frozen=True, slots=True)
class Order:
    """What shall be built: the size, the seed, and the day that is today in it.

    The same order gives the same content. `calendar` holds the bank holidays that the days are planned on.
    """

    size: Size
    seed: int
    on: date
    calendar: Calendar

    def years(self, before: int = 0) -> tuple[tuple[date, date], ...]:
        """The first and last day of the three years, and of so many years before them, oldest first."""
        ends = [same_day(self.on, back) for back in range(3 + before, -1, -1)]
        return tuple((first + DAY, last) for first, last in pairwise(ends))

    @property
    def begins(self) -> date:
        """The first day of the three years."""
        return self.years()[0][0]


def same_day(day: date, years_back: int) -> date:
    """The same day of an earlier year; 28 February where that year has no 29th."""
    try:
        return day.replace(year=day.year - years_back)
    except ValueError:
        return day.replace(year=day.year - years_back, day=28)


def is_working(day: date, calendar: Calendar) -> bool:
    """True on a working day. Beyond the table of bank holidays only the weekend is known."""
    try:
        return calendar.is_working_day(day)
    except HolidaysUnknown:
        return day.weekday() < 5


def working_day(day: date, calendar: Calendar) -> date:
    """The day itself, or the next working day."""
    while not is_working(day, calendar):
        day += DAY
    return day


def working_day_before(day: date, calendar: Calendar) -> date:
    """The day itself, or the working day before."""
    while not is_working(day, calendar):
        day -= DAY
    return day


def in_school(day: date, calendar: Calendar) -> date:
    """The day itself, or where schools are closed for the summer or for Christmas the first week of the next term."""
    if day.month == 8 or (day.month == 7 and day.day > 24):
        day = date(day.year, 9, 4)
    elif day.month == 12 and day.day > 20:
        day = date(day.year + 1, 1, 6)
    elif day.month == 1 and day.day < 5:
        day = date(day.year, 1, 6)
    return working_day(day, calendar)


def weeks_of(first: date, last: date) -> Sequence[date]:
    """The Mondays of every week that touches this span."""
    monday = first - timedelta(days=first.weekday())
    return [monday + WEEK * number for number in range((last - monday).days // 7 + 1)]
