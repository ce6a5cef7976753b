"""Dates and counts in English, for the sentences of the law."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from alongside.core.law.parameter import Parameter

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NUMBERS: Mapping[int, str] = MappingProxyType(
    dict(
        enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ]
        )
    )
)


@lru_cache(maxsize=8192)
def day_words(day: date | None) -> str:
    """A date as a letter writes it: 7 September 2026; or that it is not known."""
    if day is None or day == date.max:
        return "a day that is not known"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_words(number: int) -> str:
    """Small numbers in words, others in figures."""
    return NUMBERS.get(number, str(number))


def span_words(parameter: Parameter) -> str:
    """The length of a limit, for example "six weeks" or "one month"."""
    unit = parameter.unit if parameter.value != 1 else parameter.unit.removesuffix("s")
    return f"{number_words(parameter.number)} {unit}"


AT_ONCE = "at once, on that day itself"


_BEFORE = "{span} before that day"
_TRIBUNAL = "{span} after that day, not counting 25 December to 1 January and August"
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "days_from_incl": "{span} beginning with that day",
        "wd_from_incl": "{span} beginning with that day, or with the next working day",
        "wd_ftt_after": _TRIBUNAL,
        "days_ftt_after": _TRIBUNAL,
        "period_months_end": "a period of {span} starting with that day",
        "days_before": _BEFORE,
        "notice_days_before": _BEFORE,
        "months_before": _BEFORE,
        "days_before_year_end": "{span} before the end of the year of review",
        "days_before_phase_limit": "{span} before the last day for the amended plan",
        "days_before_A06": "{span} before the last day for the final plan",
        "days_after_F01": "{span} after the last day on which the Tribunal may receive an appeal",
        "day_of_year": "{number} {month} of the year in which the child or young person moves on",
        "birthday": "the day on which somebody turns {number}",
    }
)


def counting_words(parameter: Parameter) -> str:
    """How the limit is counted, as half a sentence that goes before the date on which it ends."""
    words = _COUNTED.get(parameter.count, "{span} after that day, which is itself not counted")
    month = parameter.unit.removeprefix("day of ")
    return (
        words.format(span=span_words(parameter), number=parameter.value, month=month)
        if parameter.value
        else AT_ONCE
    )
