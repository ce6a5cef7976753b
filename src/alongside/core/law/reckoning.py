"""From a parameter and the day that starts it to the three dates: legal, working and strict."""

from datetime import date, timedelta
from typing import NamedTuple

from alongside.core.calendar import Calendar, HolidaysUnknown, counting
from alongside.core.law.modes import Modes
from alongside.core.law.parameter import Parameter

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


def reckon(parameter: Parameter, start: date, calendar: Calendar, modes: Modes) -> Dates:
    """The three dates of one limit that starts on this day.

    The strict date leaves the day of receipt as it is, counts it as day one and never rolls: the earliest
    reading that can be argued. A date that needs bank holidays beyond the calendar is None.
    """
    if parameter.value is None:
        return NO_DATES
    strict = count(parameter, start)
    if parameter.starts_with_receipt:
        strict -= DAY
    statutory: date | None
    try:
        statutory = _legal(parameter, start, calendar, modes)
    except HolidaysUnknown:
        statutory = None
    return Dates(statutory, working_day_before(statutory, calendar), strict)


def _legal(parameter: Parameter, start: date, calendar: Calendar, modes: Modes) -> date:
    if parameter.starts_with_receipt and modes.receipt_mode == "next_working_day":
        start = counting.on_or_after(start, calendar)
    due = count(parameter, start)
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
