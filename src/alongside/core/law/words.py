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


def counting_words(parameter: Parameter) -> str:
    """How the limit is counted, as half a sentence that goes before the date on which it ends."""
    span = span_words(parameter)
    match parameter.count:
        case "days_from_incl":
            return f"{span} beginning with that day"
        case "period_months_end":
            return f"a period of {span} starting with that day"
        case "days_before_A06":
            return f"{span} before the last day for the final plan"
    return f"{span} after that day, which is itself not counted"
