"""One cell of a return: text in, value out, or a ValueError whose words say why not."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Final

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS: Final = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
TRUE: Final = frozenset(("1", "true", "t", "y", "yes"))
FALSE: Final = frozenset(("0", "false", "f", "n", "no"))
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2}|[A-Za-z]{3,9})[-/](\d{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4})" + _TIME)
_LA_NUMBER = re.compile(r"\d{3}")


@lru_cache(maxsize=1 << 16)
def day(text: str) -> date:
    """A civil date: 2024-01-18, 2022-Sep-28 00:00:00, 18/01/2024 (day first), 18 January 2024."""
    if (match := _YEAR_FIRST.fullmatch(text)) is not None:
        year, month, number = match.groups()
    elif (match := _DAY_FIRST.fullmatch(text)) is not None:
        number, month, year = match.groups()
    else:
        raise ValueError("this is not a date such as 2024-01-18, 18/01/2024 or 18-Jan-2024")
    month_number = int(month) if month.isdigit() else MONTHS.get(month[:3].lower(), 0)
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise ValueError(f"the year is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
    try:
        return date(int(year), month_number, int(number))
    except ValueError:
        raise ValueError("there is no such day in the calendar")


@cache  # only what can be read is kept, and that is a few words
def flag(text: str) -> bool:
    """True or false, from 1, 0, true, false, yes, no, in any case."""
    word = text.lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ValueError("this should be 1 (true) or 0 (false)")


def code(allowed: Collection[str]) -> Callable[[str], str]:
    """A reader of one of the codes in `allowed`, in any case."""
    listed = "" if len(allowed) > 20 else ": " + ", ".join(sorted(allowed))

    @cache
    def read(text: str) -> str:
        if text in allowed:
            return text
        found = text.upper()
        if found not in allowed:
            raise ValueError(f"this is not one of the codes of this item{listed}")
        return found

    return read


def translated(meanings: Mapping[str, str]) -> Callable[[str], str]:
    """A reader of an older code set, giving today's code."""

    def read(text: str) -> str:
        try:
            return meanings[text.upper()]
        except KeyError:
            raise ValueError(f"this is not one of the codes of this item: {', '.join(sorted(meanings))}")

    return read


def digits(length: int) -> Callable[[str], str]:
    """A reader of a reference number of exactly `length` digits."""
    pattern = re.compile(rf"(\d{{{length}}})(?:\.0)?")

    @lru_cache(maxsize=1 << 16)
    def read(text: str) -> str:
        match = pattern.fullmatch(text)
        if match is None:
            raise ValueError(f"this should be {length} digits")
        return match[1]

    return read


def whole(text: str) -> int:
    """A whole number, with or without an empty decimal part."""
    try:
        return int(text.removesuffix(".0"))
    except ValueError:
        raise ValueError("this should be a whole number")
