"""From a parameter and the day that starts it to the three dates: legal, working and strict."""

from datetime import date, timedelta
from typing import NamedTuple

from alongside.core.calendar import Calendar, HolidaysUnknown, counting
from alongside.core.law.modes import Modes
from alongside.core.law.parameter import MONTH_OF, Parameter

DAY = timedelta(days=1)


class Dates(NamedTuple):
    """The three dates of law.md 1.11; None where one is not known or there is no number to count."""

    statutory: date | None
    operational: date | None
    strict: date | None


class Limit(NamedTuple):
    """A parameter and the three dates that it gives from one day."""

    parameter: Parameter
    statutory: date | None
    operational: date | None
    strict: date | None


NO_DATES = Dates(None, None, None)
DAYS_BEFORE = frozenset({"days_before", "days_before_phase_limit", "days_before_year_end"})
BACKWARDS = frozenset({"day_of_year", "months_before", "notice_days_before", *DAYS_BEFORE})
WORKING_DAY_COUNTS = frozenset({"wd_after", "wd_from_incl", "wd_ftt_after", "days_ftt_after"})


def reckon(parameter: Parameter, start: date, calendar: Calendar, modes: Modes) -> Dates:
    """The three dates of one limit that starts on this day.

    The strict date leaves the day of receipt as it is, counts it as day one and never rolls: the earliest
    reading that can be argued. A date that needs bank holidays beyond the calendar is None.
    """
    if parameter.value is None or parameter.count == "length":
        return NO_DATES
    if parameter.count in WORKING_DAY_COUNTS:
        return _by_working_days(parameter, start, calendar, modes)
    if parameter.count in BACKWARDS:
        due, strict = _towards(parameter, start, modes)
        return Dates(due, working_day_before(due, calendar), strict)
    strict = count(parameter, start)
    if parameter.count == "period_months_end":
        strict = min(strict, _month_end(parameter, start, "clip_then_minus_one"))
    if parameter.starts_with_receipt:
        strict -= DAY
    statutory: date | None
    try:
        statutory = _legal(parameter, start, calendar, modes)
    except HolidaysUnknown:
        statutory = None
    return Dates(statutory, working_day_before(statutory, calendar), strict)


def _towards(parameter: Parameter, start: date, modes: Modes) -> tuple[date, date]:
    """The legal and the strict last day of a limit that comes before the day it is counted from, or in its year."""
    number = parameter.number
    if parameter.count in DAYS_BEFORE:
        return start - number * DAY, start - number * DAY
    match parameter.count:
        case "months_before":
            due = counting.months_before(start, number)
            return due, due
        case "notice_days_before":
            due = start - number * DAY
            return (due - DAY if modes.notice_mode == "clear_14" else due), due - DAY
    due = date(start.year, MONTH_OF[parameter.unit], number)
    return (due - DAY if modes.phase_before_mode == "before_date" else due), due - DAY


def _month_end(parameter: Parameter, start: date, mode: str) -> date:
    """The end of a period of months on a reading of what happens where the last month has no such day."""
    end = counting.period_months_end(start, parameter.number)
    if counting.months_after(start, parameter.number).day == start.day or mode == "last_day":
        return end
    return end - DAY if mode == "clip_then_minus_one" else end + DAY


def _by_working_days(parameter: Parameter, start: date, calendar: Calendar, modes: Modes) -> Dates:
    """The dates of a limit that needs the table of bank holidays to be counted at all. It never rolls."""
    try:
        due = strict = _count_working(parameter.count, start, parameter.number, calendar)
        if parameter.starts_with_receipt:
            strict = counting.wd_from_incl(start, parameter.number, calendar)
            due = strict if modes.week_mode == "day_of_receipt_is_day_1" else due
    except HolidaysUnknown:
        return NO_DATES
    return Dates(due, working_day_before(due, calendar), strict)


def _count_working(by: str, start: date, number: int, calendar: Calendar) -> date:
    match by:
        case "wd_after":
            return counting.wd_after(start, number, calendar)
        case "wd_from_incl":
            return counting.wd_from_incl(start, number, calendar)
        case "wd_ftt_after":
            return counting.wd_ftt_after(start, number, calendar)
    return counting.days_ftt_after(start, number, calendar)


def _legal(parameter: Parameter, start: date, calendar: Calendar, modes: Modes) -> date:
    if parameter.starts_with_receipt and modes.receipt_mode == "next_working_day":
        start = counting.on_or_after(start, calendar)
    due = count(parameter, start)
    if parameter.count == "period_months_end":
        due = _month_end(parameter, start, modes.month_end_mode)
    if parameter.starts_with_receipt and modes.week_mode == "day_of_receipt_is_day_1":
        due -= DAY
    if parameter.rolls == "tribunal_start":
        return counting.roll_ftt_start(due, calendar)
    if parameter.rolls == "by_mode" and modes.nonworking_due == "roll_forward":
        return counting.on_or_after(due, calendar)
    return due


def count(parameter: Parameter, start: date) -> date:
    """The last day by the parameter's own counting rule, with no reading applied and nothing rolled."""
    number = parameter.number
    match parameter.count:
        case "weeks_after":
            return counting.weeks_after(start, number)
        case "days_after":
            return counting.days_after(start, number)
        case "days_from_incl":
            return counting.days_from_incl(start, number)
        case "months_after":
            return counting.months_after(start, number)
        case "period_months_end":
            return counting.period_months_end(start, number)
        case "birthday":
            return counting.birthday(start, number)
    raise ValueError(
        f"Rule {parameter.id} is counted by {parameter.count}, which does not start from one day."
    )


def working_day_before(due: date | None, calendar: Calendar) -> date | None:
    """The last working day that is not after the due date: the day by which to act. None if not known."""
    if due is None:
        return None
    try:
        return counting.on_or_before(due, calendar)
    except HolidaysUnknown:
        return None
