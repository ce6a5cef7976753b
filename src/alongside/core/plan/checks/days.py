"""The dates that a text states, with where they stand. Also dates that do not exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join([*MONTHS, *(m[:3] for m in MONTHS), "sept"])
_WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\.?,? (\d{{4}})\b", re.I)
_FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/])")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH_YEAR = re.compile(rf"(?<!\d )\b({'|'.join(MONTHS)}) (\d{{4}})\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as it stands. `day` is None where there is no such day; `is_month` where only the month is said."""

    text: str
    start: int
    end: int
    day: date | None
    is_month: bool = False


def stated(text: str) -> list[Stated]:
    """Every date of a text, in reading order."""
    found = [*_whole(text)]
    for match in _MONTH_YEAR.finditer(text):
        if not any(each.start <= match.start() < each.end for each in found):
            month = MONTHS.index(match.group(1).lower()) + 1
            found.append(Stated(match.group(), *match.span(), _day(int(match.group(2)), month, 1), True))
    return sorted(found, key=lambda each: each.start)


def _whole(text: str) -> Iterator[Stated]:
    for match in _WRITTEN.finditer(text):
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match.group(2).lower()[:3]))
        yield Stated(match.group(), *match.span(), _day(int(match.group(3)), month, int(match.group(1))))
    for match in _FIGURES.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        if month <= 31 and day <= 31:
            yield Stated(match.group(), *match.span(), _day(year + 2000 if year < 100 else year, month, day))
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        yield Stated(match.group(), *match.span(), _day(year, month, day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def age_on(born: date, day: date) -> tuple[int, int]:
    """Years and months of age."""
    return divmod(months_between(born, day), 12)


def school_year(born: date, day: date) -> int:
    """The year group of most children born then: 0 for Reception, 1 for Year 1; less than 0 before school."""
    start = day.year if day.month >= 9 else day.year - 1
    turned_five = born.year + 5 + (born.month >= 9)
    return start - turned_five + 1
