"""Whose advice must be sought for this child: SEND Regulations 2014 reg 6(1) and (2), as data.

The regulation leaves nothing to choose: each is asked, on the day the authority decides to assess, whether or not
somebody has a place free in a diary.
"""

from datetime import date

from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.facts import Facts

ALWAYS = (
    AdviceKind.PARENT_OR_YOUNG_PERSON,  # reg 6(1)(a)
    AdviceKind.EDUCATIONAL,  # reg 6(1)(b)
    AdviceKind.MEDICAL,  # reg 6(1)(c)
    AdviceKind.PSYCHOLOGICAL,  # reg 6(1)(d)
    AdviceKind.SOCIAL_CARE,  # reg 6(1)(e)
)
SENSORY_NEEDS = frozenset({"HI", "VI", "MSI"})
YEAR_9 = 9


def school_year(born_on: date, *, on: date) -> int:
    """The national curriculum year by age: age on the 31 August before the school year, less four (reception 0)."""
    starts = on.year if on >= date(on.year, 9, 1) else on.year - 1
    had_birthday = (born_on.month, born_on.day) <= (8, 31)
    return starts - born_on.year - (0 if had_birthday else 1) - 4


def kinds_required(facts: Facts, *, on: date) -> tuple[AdviceKind, ...]:
    """The kinds of advice that must be sought for this child on a day.

    In or beyond year 9 advice on preparing for adulthood too (reg 6(1)(g)); where a hearing or vision impairment
    is recorded, that of a qualified teacher (reg 6(2)). A date of birth that is not known adds nothing: the
    officer is asked to find it out.
    """
    found = list(ALWAYS)
    if facts.born_on is not None and school_year(facts.born_on, on=on) >= YEAR_9:
        found.append(AdviceKind.PREPARING_FOR_ADULTHOOD)
    needs = {e.details.get("type") for e in facts.events if e.kind is EventKind.NEED_RECORDED}
    if needs & SENSORY_NEEDS:
        found.append(AdviceKind.SENSORY)
    return tuple(found)
