"""How the law counts time: one function for each phrase that the Act, the Regulations and the rules use.

"Within n weeks of" leaves out the day that starts the count; "n days beginning with" counts it as day one.
Nothing here rolls to a working day unless its name says so: the SEND Regulations never roll, only acts
before the Tribunal do. Formulas: law.md section 2.
"""

from calendar import monthrange
from datetime import date, timedelta

from alongside.core.calendar.working_days import Calendar

DAY = timedelta(days=1)
JANUARY, AUGUST, DECEMBER = 1, 8, 12
CHRISTMAS = 25


def weeks_after(day: date, weeks: int) -> date:
    """The last day of "within n weeks of" a day, which is itself not counted."""
    return day + timedelta(weeks=weeks)


def days_after(day: date, days: int) -> date:
    """The last day of "within n days of" a day, which is itself not counted."""
    return day + timedelta(days=days)


def days_from_incl(day: date, days: int) -> date:
    """The last of n days beginning with a day, which is day one."""
    return day + timedelta(days=days - 1)


def months_after(day: date, months: int) -> date:
    """The corresponding date n months on; where that month has no such day, its last (Dodds v Walker)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """The corresponding date n months back; where that month has no such day, its last."""
    return months_after(day, -months)


def period_months_end(day: date, months: int) -> date:
    """The last day of a period of n months starting with a day.

    It is the day before the corresponding date: 1 January 2019 to 31 December 2019. Where the month has no
    corresponding date it is the month's last day: 29 February 2024 to 28 February 2025.
    """
    corresponding = months_after(day, months)
    return corresponding - DAY if corresponding.day == day.day else corresponding


def birthday(born_on: date, years: int) -> date:
    """The day on which somebody reaches an age; who was born on 29 February does so on 1 March in other years."""
    there = months_after(born_on, 12 * years)
    return there if there.day == born_on.day else there + DAY


def on_or_after(day: date, calendar: Calendar) -> date:
    """The first working day that is not before this day."""
    while not calendar.is_working_day(day):
        day += DAY
    return day


def on_or_before(day: date, calendar: Calendar) -> date:
    """The last working day that is not after this day."""
    while not calendar.is_working_day(day):
        day -= DAY
    return day


def wd_after(day: date, days: int, calendar: Calendar) -> date:
    """The last day of "within n working days of" a day, which is itself not counted."""
    for _ in range(days):
        day = on_or_after(day + DAY, calendar)
    return day


def wd_from_incl(day: date, days: int, calendar: Calendar) -> date:
    """The last of n working days beginning with a day, or with the next working day if it is not one."""
    return wd_after(on_or_after(day, calendar), days - 1, calendar)


def in_tribunal_closure(day: date) -> bool:
    """True from 25 December to 1 January and all through August (Tribunal Rules 2008, rule 12(3))."""
    return (
        day.month == AUGUST
        or (day.month == DECEMBER and day.day >= CHRISTMAS)
        or (day.month == JANUARY and day.day == 1)
    )


def roll_ftt_start(day: date, calendar: Calendar) -> date:
    """The last day to start an appeal whose period ends on this day (rule 12(2), 12(3)(a)).

    The closures count only if the period ends inside one; they are not skipped when counting.
    """
    while in_tribunal_closure(day):
        day += DAY
    return on_or_after(day, calendar)


def wd_ftt_after(day: date, days: int, calendar: Calendar) -> date:
    """Within n working days of a day, for any other act before the Tribunal: closures are not counted."""
    for _ in range(days):
        day = _tribunal_working_day(day + DAY, calendar)
    return day


def days_ftt_after(day: date, days: int, calendar: Calendar) -> date:
    """Within n days of a day, for any other act before the Tribunal, then on to a working day."""
    for _ in range(days):
        day += DAY
        while in_tribunal_closure(day):
            day += DAY
    return _tribunal_working_day(day, calendar)


def _tribunal_working_day(day: date, calendar: Calendar) -> date:
    while in_tribunal_closure(day) or not calendar.is_working_day(day):
        day += DAY
    return day
