"""How much: numbers, lengths of time, and how often, from the words of a plan or of advice.

Read for comparing and for asking, never for filling in: what is not stated stays unknown.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from alongside.core.plan.checks import lexicon

_ONES = [
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
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_VALUES = {word: number for number, word in enumerate(_ONES, 1)} | _TENS
_NUMBER_WORD = re.compile(
    rf"\b({'|'.join(_TENS)})[-\s]({'|'.join(_ONES[:9])})\b|\b({'|'.join([*_ONES, *_TENS])})\b", re.IGNORECASE
)
SCHOOL_WEEKS = 39.0
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_N = r"(\d+(?:\.\d+)?)"

_LENGTHS = (
    (re.compile(rf"\b{_N}\s*(?:-|\s)?\s*hours?\s*(?:and\s*)?{_N}\s*(?:-|\s)?\s*min", re.I), "both"),
    (re.compile(rf"\b{_N}\s*[-\s]?\s*(?:min(?:ute)?s?)\b", re.I), "minutes"),
    (re.compile(rf"\b{_N}\s*[-\s]?\s*(?:hours?|hrs?)\b", re.I), "hours"),
)
_FEW = r"(?:[\w-]+\s+){0,3}?"
_EACH = r"(?:a|per|each|every|in the|of the)"
_OFTEN = tuple(
    (re.compile(rf"\b{_N}\s+{_FEW}(?:{_EACH}\s+{noun}|{adverb})\b", re.I), factor)
    for noun, adverb, factor in (
        (r"(?:school\s+)?day", "daily", 5.0),
        ("week", "weekly", 1.0),
        ("fortnight", "fortnightly", 0.5),
        ("month", "monthly", 12 / SCHOOL_WEEKS),
        (r"half[- ]term", r"half[- ]termly", 6 / SCHOOL_WEEKS),
        ("term", "termly", 3 / SCHOOL_WEEKS),
        ("year", "(?:yearly|annually)", 1 / SCHOOL_WEEKS),
    )
)
_EVERY = (
    (re.compile(rf"\bevery\s+{_N}\s+weeks?\b", re.I), 1.0),
    (re.compile(rf"\bevery\s+{_N}\s+months?\b", re.I), 12 / 52),
)
_PLAIN = (
    (
        re.compile(
            r"\b(?:daily|(?:every|each|per|a)\s+(?:school\s+|week)?(?:day|morning|afternoon|lunch\s?time))\b",
            re.I,
        ),
        5.0,
    ),
    (
        re.compile(
            r"\b(?:fortnightly|(?:every|each|per|a)\s+(?:fortnight|other\s+week)|every\s+second\s+week)\b",
            re.I,
        ),
        0.5,
    ),
    (re.compile(r"\b(?:weekly|(?:every|each|per|a)\s+week)\b", re.I), 1.0),
    (re.compile(r"\b(?:monthly|(?:every|each|per|a)\s+(?:calendar\s+)?month)\b", re.I), 12 / SCHOOL_WEEKS),
    (re.compile(r"\b(?:half[- ]termly|(?:every|each|per|a)\s+half[- ]term)\b", re.I), 6 / SCHOOL_WEEKS),
    (re.compile(r"\b(?:termly|(?:every|each|per|a)\s+(?:school\s+)?term)\b", re.I), 3 / SCHOOL_WEEKS),
    (
        re.compile(r"\b(?:yearly|annually|(?:every|each|per|a)\s+(?:school\s+|calendar\s+)?year)\b", re.I),
        1 / SCHOOL_WEEKS,
    ),
)
_DAYS = re.compile(rf"\b{_WEEKDAY}\b", re.I)
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_RANGE = re.compile(rf"\b({_WEEKDAY})\s*(?:to|until|through|–|-)\s*({_WEEKDAY})\b", re.I)
_IN_A_WEEK = re.compile(
    rf"\b{_N}\s*[-\s]?\s*(min(?:ute)?s?|hours?|hrs?)\s+(?:a|per|each|every)\s+week\b", re.I
)
_TOTAL = lexicon.pattern("quantity.total")


@dataclass(frozen=True, slots=True)
class Dose:
    """What is stated. Minutes of one session, sessions a school week, sessions in all; None where not stated."""

    minutes: float | None = None
    a_week: float | None = None
    sessions: float | None = None

    @property
    def minutes_a_week(self) -> float | None:
        """The product, where both are stated."""
        return None if self.minutes is None or self.a_week is None else self.minutes * self.a_week

    @property
    def is_empty(self) -> bool:
        """True where nothing at all is stated."""
        return self.minutes is None and self.a_week is None and self.sessions is None


@lru_cache(maxsize=8_000)
def figures(text: str) -> str:
    """The text with number words as figures, and "half an hour" and the like as minutes."""
    text = re.sub(r"\bthree[- ]quarters of an hour\b", "45 minutes", text, flags=re.I)
    text = re.sub(r"\ban hour and a half\b|\bone and a half hours\b", "90 minutes", text, flags=re.I)
    text = re.sub(r"\b(?:a )?quarter of an hour\b", "15 minutes", text, flags=re.I)
    text = re.sub(r"\bhalf[- ](?:an[- ])?hours?\b", "30 minutes", text, flags=re.I)
    text = re.sub(r"\btwo half-hours\b", "2 sessions of 30 minutes", text, flags=re.I)
    text = re.sub(r"\ban hour\b", "1 hour", text, flags=re.I)
    text = re.sub(r"\btwice\b", "2 times", text, flags=re.I)
    text = re.sub(r"\bonce\b(?=\s+(?:a|an|per|each|every)\b)", "1 times", text, flags=re.I)
    text = re.sub(r"\b(\d+)\s?[x×]\s?(?=\d)", r"\1 sessions of ", text)
    text = re.sub(r"\s?/\s?(?=(?:day|week|fortnight|month|term|year)\b)", " a ", text, flags=re.I)
    return _NUMBER_WORD.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    tens, ones, alone = match.groups()
    if alone:
        return str(_VALUES[alone.lower()])
    return str(_VALUES[tens.lower()] + _VALUES[ones.lower()])


def dose(text: str) -> Dose:
    """The dose that a text states, from its first length of time and its first statement of how often."""
    plain = figures(text)
    total = _TOTAL.search(plain)
    in_a_week = _IN_A_WEEK.search(plain)
    if in_a_week and not re.search(
        r"\b\d+ sessions of $", plain[: in_a_week.start()]
    ):  # "one hour a week, in two sessions": what it comes to is said
        length = float(in_a_week.group(1)) * (1 if in_a_week.group(2).lower().startswith("min") else 60)
        return Dose(length, 1.0, float(total.group(1)) if total else None)
    minutes, often = _minutes(plain), _a_week(plain)
    if minutes is None and often is None and total is None:
        return Dose()
    return Dose(minutes, often, float(total.group(1)) if total else None)


def _minutes(plain: str) -> float | None:
    for pattern, unit in _LENGTHS:
        match = pattern.search(plain)
        if match is None:
            continue
        if unit == "both":
            return float(match.group(1)) * 60 + float(match.group(2))
        return float(match.group(1)) * (60 if unit == "hours" else 1)
    return None


def _a_week(plain: str) -> float | None:
    # "20 hours a week" says how long in a week, not twenty times: its length counts once.
    without = re.sub(rf"\b{_N}\s*[-\s]?\s*(?:min(?:ute)?s?|hours?|hrs?)\b", " ", plain, flags=re.I)
    days = re.search(rf"\b{_N}\s+(?:school\s+)?days\s+(?:a|per|each|every)\s+week\b", without, re.I)
    if days:
        return float(days.group(1)) * _a_day(without)
    span = _DAY_RANGE.search(without)
    if span:
        first, last = (_DAY_NAMES.index(day.lower()[:3]) for day in span.groups())
        return float((last - first) % 7 + 1)
    for pattern, factor in _OFTEN:
        match = pattern.search(without)
        if match:
            return float(match.group(1)) * factor
    for pattern, factor in _EVERY:
        match = pattern.search(without)
        if match:
            return factor / float(match.group(1))
    named = {day.lower().rstrip("s") for day in _DAYS.findall(without)}
    if named and not re.search(r"\b(?:first|second|last|one)\s+" + _WEEKDAY, without, re.I):
        return float(len(named))
    for pattern, factor in _PLAIN:
        if pattern.search(without):
            return factor
    return None


def _a_day(plain: str) -> float:
    match = re.search(rf"\b{_N}\s+times\s+(?:a|per|each)\s+day\b", plain, re.I)
    return float(match.group(1)) if match else 1.0
