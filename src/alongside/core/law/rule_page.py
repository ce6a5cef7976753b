"""One rule of the law as its page tells it: plain words, versions, exceptions, examples, what is not verified."""

import csv
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

from alongside.core.law import exceptions
from alongside.core.law.changes import what_can_change
from alongside.core.law.clock import DUTIES
from alongside.core.law.duty import Confidence
from alongside.core.law.lawbook import LawBook
from alongside.core.law.parameter import Parameter
from alongside.core.law.words import counting_words, day_words

EXAMPLES = "alongside.core.law.examples"
MOST_EXAMPLES = 6
CONFIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "verified": "seen in a copy of the source",
        "verified-2": "seen in a secondary source that quotes it",
        "from knowledge": "not yet seen in a source: a lawyer must check it",
    }
)
FORCE: Mapping[str, str] = MappingProxyType(
    {
        "S": "statute or regulations",
        "J": "a court's reading",
        "G": "statutory guidance",
        "P": "practice",
        "D": "a planning date, worked back from the law",
    }
)


@dataclass(frozen=True, slots=True)
class Version:
    """The rule while one version of it is law. `is_enabled` is False for one from which no case shows a date."""

    span: str
    limit: str
    citation: str
    force: str
    wording: str
    is_enabled: bool

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        disabled = "" if self.is_enabled else " Disabled: no case shows a date from it."
        return f"{self.span}: {self.limit}. {self.citation}. Force: {self.force}. Wording: {self.wording}.{disabled}"


@dataclass(frozen=True, slots=True)
class Example:
    """One worked case that the clock is checked against: what happened, what comes out, and why.

    `readings` are (reading, answer) pairs where the law can be read in another way.
    """

    happened: tuple[tuple[str, str], ...]
    answer: str
    note: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """Everything that the page of a rule says. `unverified` is true where no copy of the source was seen."""

    rule: str
    title: str
    bearer: str
    words: tuple[str, ...]
    versions: tuple[Version, ...]
    exceptions: str
    changes: tuple[str, ...]
    examples: tuple[Example, ...]
    unverified: bool


def rules() -> tuple[str, ...]:
    """The id of every rule that is modelled, in the order of a case's life; some bind in several regions."""
    return tuple(dict.fromkeys(duty.rule for duty in DUTIES))


def of(rule: str, book: LawBook, *, on: date | None = None) -> RulePage:
    """The page of one rule: every version of it, or where a day is given the one in force then.

    Raises KeyError for a rule that is not modelled, or that was not law on that day.
    """
    words = tuple(inspect.getdoc(duty.work_out) or "" for duty in DUTIES if duty.rule == rule)
    versions = [each for each in book.versions(rule) if on is None or each.in_force(on)]
    if not words or not versions:
        raise KeyError(rule)
    latest = versions[-1]
    cites = f"rule {exceptions.RULES[rule]}, {exceptions.CITATIONS[rule]}" if rule in exceptions.RULES else ""
    return RulePage(
        rule=rule,
        title=latest.title,
        bearer=latest.bearer.value,
        words=words,
        versions=tuple(version(each) for each in versions),
        exceptions=cites,
        changes=what_can_change(rule),
        examples=examples().get(rule, ())[:MOST_EXAMPLES],
        unverified=latest.confidence is Confidence.FROM_KNOWLEDGE,
    )


def version(parameter: Parameter) -> Version:
    """One version of a rule in words."""
    from_day, until = day_words(parameter.in_force_from), parameter.in_force_until
    return Version(
        span=f"{from_day} to {day_words(until)}" if until else f"since {from_day}",
        limit=counting_words(parameter) if parameter.value is not None else parameter.due_words,
        citation=parameter.citation,
        force=FORCE[parameter.force],
        wording=CONFIDENCE[parameter.confidence],
        is_enabled=parameter.enabled,
    )


@cache
def examples() -> Mapping[str, tuple[Example, ...]]:
    """The worked cases that come with the package, by rule. The tests run every one of them through the clock."""
    found: dict[str, list[Example]] = {}
    for file in sorted(resources.files(EXAMPLES).iterdir(), key=lambda each: each.name):
        if file.name.endswith(("_cases.csv", "_vectors.csv")):
            for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
                found.setdefault(row["rule_id"], []).append(_example(row))
    return MappingProxyType({rule: tuple(each) for rule, each in found.items()})


def _example(row: Mapping[str, str]) -> Example:
    named = [pair.partition("=") for pair in row["events_in"].split(";") if pair]
    readings = [pair.partition(":") for pair in row["alt_expected"].split("|") if pair]
    return Example(
        happened=tuple((_plain(name), _value(value)) for name, _, value in named),
        answer=_value(row["expected"]),
        note=row["note"],
        readings=tuple((_plain(name), _value(value)) for name, _, value in readings),
    )


def _plain(name: str) -> str:
    return name.replace("_", " ").strip()


def _value(text: str) -> str:
    """A date as a letter writes it; a code in plain words; anything else as it stands."""
    if text in ("TRUE", "FALSE"):
        return "yes" if text == "TRUE" else "no"
    try:
        return day_words(date.fromisoformat(text))
    except ValueError:
        is_code = text.replace("_", "").replace(" ", "").isalnum() and "_" in text
        return text.replace("_", " ").lower() if is_code else text
