"""Working days of England and Wales, from a dated table of bank holidays that the caller passes in."""

from dataclasses import dataclass
from datetime import date

SATURDAY = 5


class HolidaysUnknown(ValueError):
    """A working day was asked for where the table of bank holidays does not reach."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bank holidays and the days between which the table is complete, both ends included.

    A working day is any day but Saturday, Sunday, Christmas Day, Good Friday or a bank holiday of England and
    Wales (Banking and Financial Dealings Act 1971 and proclaimed days). All of these but the weekend must be
    in `bank_holidays`; the published table of GOV.UK has them all.
    """

    bank_holidays: frozenset[date]
    known_from: date
    known_until: date

    def is_working_day(self, day: date) -> bool:
        """True on a working day. Raises HolidaysUnknown outside the table: a holiday is never guessed."""
        if day.weekday() >= SATURDAY:
            return False
        if not self.known_from <= day <= self.known_until:
            raise HolidaysUnknown(
                f"Bank holidays are known from {self.known_from} to {self.known_until}, so whether {day} "
                "is a working day is not known. Load a newer table of bank holidays."
            )
        return day not in self.bank_holidays
