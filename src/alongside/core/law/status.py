"""Questions of age: who is the young person (Y01), and until when a plan may last at 25 (C04)."""

from datetime import date, timedelta

from alongside.core.calendar import counting
from alongside.core.calendar.school_years import last_day_of_compulsory_school_age
from alongside.core.case.ceasing_history import Setting
from alongside.core.law.lawbook import Law

DAY = timedelta(days=1)
WARNED_FROM_AGE = 24
"""From this birthday on the last day of the plan is shown, so that nobody is surprised by it."""
LAST_AGE = 25
JULY = 7


def rights_pass_after(born_on: date, law: Law) -> date:
    """The end of compulsory school age: the last Friday in June of the school year in which somebody turns sixteen.

    After this day the rights of the Act are the young person's own, and no longer the parent's (rule Y01). A school
    year runs from 1 September. Raises BadParameter for somebody born before the rule was law.
    """
    return last_day_of_compulsory_school_age(born_on, law.number("Y01", born_on))


def is_young_person(born_on: date, on: date, law: Law) -> bool:
    """True for somebody over compulsory school age and under 25 (Children and Families Act 2014 s.83(2))."""
    return rights_pass_after(born_on, law) < on < counting.birthday(born_on, law.number("Y01.ends", on))


def last_day_of_plan_at_25(born_on: date, setting: Setting | None, law: Law) -> tuple[date | None, date]:
    """The last day of a plan in the year in which somebody turns 25, and the earliest that can be argued.

    The first is None where the setting is not known. The text of reg 46 was not seen: the days are as recalled.
    """
    turns, before_26 = counting.birthday(born_on, LAST_AGE), counting.birthday(born_on, LAST_AGE + 1) - DAY
    july = date(turns.year if turns <= date(turns.year, JULY, 31) else turns.year + 1, JULY, 31)
    ends_on = setting.course_ends_on if setting is not None else None
    elsewhere = min(ends_on, before_26) if ends_on is not None and ends_on >= turns else before_26
    if law.modes.age_25_mode == "course_end_or_day_before_26":
        return elsewhere, min(elsewhere, july)
    further = setting.further_education if setting is not None else None
    if further is None:
        return None, min(elsewhere, july)
    return (july, july) if further else (elsewhere, elsewhere)
