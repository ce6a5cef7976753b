"""One cell of a list: what stands in it becomes a value that is quick to compare. Each value is worked out once.

Dates become day numbers (0: empty), counts and shares floats (-1: empty), codes their first name, text its plain
form (""). What cannot be read becomes a `Bad` text, which says what stood there; for dates and numbers its place in
`bad` as a number below the empty one.
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any, Final

from alongside.integrations.annex_a import columns

EMPTY_DAY, EMPTY_NUMBER = 0, -1.0
_DAY_FIRST: Final = re.compile(
    r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4})(?: 0{1,2}:00(?::00)?)?", re.ASCII
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?)?", re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)


class Bad(str):
    """A text that is none of the codes of its column."""

    __slots__ = ()


class Texts(dict[Any, str]):
    """Text without spaces at its ends; whole numbers without a decimal point."""

    def __missing__(self, cell: Any) -> str:
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        found = text(cell)
        if len(self) < 1 << 14:  # numbers of persons are all different: do not remember them all
            self[cell] = found
        return found


class Codes(dict[Any, str]):
    """A code by its first name."""

    def __init__(self, accepted: Mapping[str, str]) -> None:
        super().__init__()
        self.accepted = accepted

    def __missing__(self, cell: Any) -> str:
        said = text(cell)
        found = self[cell] = self.accepted.get(columns.plain(said), Bad(said)) if said else ""
        return found


class Days(dict[Any, int]):
    """A civil date as its day number. A number below 0 points to what stood there in `bad`."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def __missing__(self, cell: Any) -> int:
        if isinstance(cell, datetime.date):  # a datetime is one too
            found = cell.toordinal() if EARLIEST.year <= cell.year <= LATEST.year else self._unreadable(cell)
        else:
            said = text(cell)
            found = (day_number(said) or self._unreadable(said)) if said else EMPTY_DAY
        self[cell] = found
        return found

    def _unreadable(self, cell: object) -> int:
        self.bad.append(str(cell))
        return -len(self.bad)


class Numbers(dict[Any, float]):
    """A number. One below -1 points to what stood there in `bad`."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def __missing__(self, cell: Any) -> float:
        said = text(cell)
        try:
            found = float(said.removesuffix("%").strip()) if said else EMPTY_NUMBER
        except ValueError:
            found = -2.0
        if said and not 0 <= found < 1e9:  # not a number, less than nothing, or NaN
            self.bad.append(said)
            found = -1.0 - len(self.bad)
        self[cell] = found
        return found


Memory = Texts | Codes | Days | Numbers


def memory_for(column: columns.Column) -> Memory:
    """What works out and remembers the cells of a column."""
    if column.kind == "date":
        return Days()
    if column.kind == "number":
        return Numbers()
    return Texts() if column.codes is None else Codes(column.codes)


def text(cell: object) -> str:
    """A cell as text: true and false as 1 and 0, whole numbers without a decimal point."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def day_number(said: str) -> int:
    """The day number of a date such as 31/12/2015 (day first), 31 December 2015 or 2015-12-31; 0 for no such date."""
    if (match := _DAY_FIRST.fullmatch(said)) is not None:
        day, month, year = match.groups()
    elif (match := _YEAR_FIRST.fullmatch(said)) is not None:
        year, month, day = match.groups()
    else:
        return 0
    short = month[:3].lower()
    number = int(month) if month.isdecimal() else _MONTHS.index(short) + 1 if short in _MONTHS else 0
    if not EARLIEST.year <= int(year) <= LATEST.year:
        return 0
    try:
        return datetime.date(int(year), number, int(day)).toordinal()
    except ValueError:
        return 0
