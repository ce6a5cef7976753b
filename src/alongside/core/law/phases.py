"""Year groups, and the moves between phases that children of an age ordinarily make.

A date of birth says which year group is ordinary, not where a child is taught: who was placed out of year, an infant
or a middle school, a move between colleges must be recorded. What follows from an age alone says so.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.phase_transfer import RULES

SEPTEMBER = 9
RECEPTION_AGE = 5
"""A pupil turns five in the school year of reception, which is year group 0 here (Education Act 1996 s.8)."""
LAST_YEARS: Mapping[int, PhaseTransfer] = MappingProxyType(
    {
        -1: PhaseTransfer.EARLY_YEARS_TO_SCHOOL,
        6: PhaseTransfer.PRIMARY_TO_SECONDARY,
        11: PhaseTransfer.SECONDARY_TO_POST_16,
    }
)
"""The year groups after which nearly everybody moves, and where to. Year group 0 is reception, -1 the year before."""


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of a day began, on 1 September."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def year_group(born_on: date, on: date) -> int:
    """The year group that is ordinary for a child of this date of birth: 6 for the last year of primary school."""
    return school_year_of(on) - school_year_of(born_on) - RECEPTION_AGE


def born_in(group: int, moving: int) -> tuple[date, date]:
    """The first and last birthday of those who are in this year group in the school year that ends in `moving`."""
    first = moving - 1 - RECEPTION_AGE - group
    return date(first, SEPTEMBER, 1), date(first + 1, SEPTEMBER - 1, 31)


def next_moves(on: date) -> int:
    """The calendar year of the Septembers to come: whose moves are being prepared on this day."""
    return school_year_of(on) + 1


def last_day(transfer: PhaseTransfer, moving: int, law: Law) -> Limit | None:
    """The limit for the amended plan before a move on 1 September of a year, by the rule for that kind of move."""
    return law.limits[RULES[transfer], date(moving, SEPTEMBER, 1)]
