"""What the checks must know beside the persons: the year and its days, the authority, the law, the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from alongside.core.calendar import counting
from alongside.core.law.lawbook import LawBook
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks.register import Register

REVIEW_WEEKS: Final = 4
"""Within four weeks of the review meeting: SEND Regulations 2014 regs 20(10) and 22(2A)."""
LATEST_YEAR: Final = 2100
ASSESSMENT_GAP_MONTHS: Final = 6
"""Children and Families Act 2014 s.36(5)(a)."""


@dataclass(frozen=True)
class Circumstances:
    """The return of `year` by authority `lea` ("" where not known), as at `reference_on`.

    `register` is the schools register; None where none was given, and then what needs it is not checked.
    """

    year: int
    lea: str
    reference_on: date
    register: Register | None = None
    _ages: dict[date, int] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def first(self) -> date:
        """The first day of the calendar year that the return covers."""
        return date(self.year - 1, 1, 1)

    @cached_property
    def last(self) -> date:
        """The last day of the calendar year that the return covers."""
        return date(self.year - 1, 12, 31)

    @cached_property
    def undecided_from(self) -> date:
        """A request received before this day should have been decided by the end of the year."""
        day = self.last
        while counting.weeks_after(day, self.number("A02")) > self.last:
            day -= counting.DAY
        return day

    @cached_property
    def year_before(self) -> date:
        """A review before this day is older than twelve months on the reference date."""
        return counting.months_before(self.reference_on, self.number("R01"))

    @cached_property
    def _law(self) -> Mapping[str, int]:
        parameters = LawBook.load().on(self.last)
        return {rule: parameters[rule].number for rule in ("A02", "A06", "A07b", "R01")}

    def number(self, rule: str) -> int:
        """The number of a rule of the law book (weeks, days or months) as it stood at the end of the year."""
        return self._law[rule]

    def age(self, born_on: date) -> int:
        """Age in whole years on the reference date."""
        found = self._ages.get(born_on)
        if found is None:
            found = self._ages[born_on] = age(born_on, self.reference_on)
        return found


def circumstances(
    header: returns.Header | None, told: int | None, register: Register | None
) -> Circumstances | None:
    """From the header and the year that was told; None where nothing tells a year.

    A year that cannot be is told by D01; the rest is then checked by the year told, or by the reference date's.
    """
    stated = [header.year, header.reference_on.year if header.reference_on else None] if header else []
    years = [year for year in (*stated, told) if year is not None]
    if not years:
        return None
    year = next((year for year in years if returns.FIRST_YEAR <= year <= LATEST_YEAR), returns.FIRST_YEAR)
    return Circumstances(year, (header.lea if header else None) or "", returns.census_day(year), register)


def age(born_on: date, on: date) -> int:
    """Age in whole years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def academic_year_of_25(born_on: date) -> date:
    """The last day, 31 August, of the academic year in which a person turns 25."""
    turns = born_on.year + 25
    return date(turns if (born_on.month, born_on.day) <= (8, 31) else turns + 1, 8, 31)
