"""The word lists of the checks, read once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from alongside.core.plan.checks import language

LONGEST_ENDING = 6
"""Letters by which the last word of a pair may go on: "learning difficult" is "learning difficulties" too."""

WORDS = "alongside.core.plan.checks.words"


@cache
def held(name: str) -> dict[str, Any]:
    """One list, as it stands in `words/`."""
    return tomllib.loads((resources.files(WORDS) / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Vague wording: its weight, a name where a rule treats it by itself, and how to speak of it."""

    weight: int
    name: str
    why: str
    question: str
    pattern: re.Pattern[str]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every vague phrase, the heaviest first."""
    found = [
        Phrase(
            each["weight"],
            each.get("name", ""),
            each["why"],
            each["question"],
            re.compile(rf"(?<![\w-])(?:{'|'.join(each['patterns'])})", re.IGNORECASE),
        )
        for each in held("vague")["phrase"]
    ]
    return tuple(sorted(found, key=lambda phrase: -phrase.weight))


@dataclass(frozen=True, slots=True)
class _Concepts:
    whole: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]
    longer: dict[str, list[tuple[list[str], frozenset[str]]]]
    areas: dict[str, str]


@cache
def _concepts() -> _Concepts:
    tables: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    areas: dict[str, str] = {}
    for area, held_in in held("concepts").items():
        for concept, text in held_in.items():
            areas[concept] = area
            for entry in re.split(r"(?<!\\) ", text):
                plain = entry.replace("\\ ", " ")
                which = tables[2] if " " in plain else tables[1] if plain.endswith("*") else tables[0]
                which.setdefault(plain.rstrip("*"), set()).add(concept)
    whole, beginnings = ({k: frozenset(v) for k, v in table.items()} for table in tables[:2])
    longer: dict[str, list[tuple[list[str], frozenset[str]]]] = {}
    for pair, named in tables[2].items():
        first, *rest = pair.split()
        longer.setdefault(first, []).append((rest, frozenset(named)))
    return _Concepts(whole, beginnings, longer, areas)


@lru_cache(maxsize=200_000)
def concepts_of_word(word: str) -> frozenset[str]:
    """The concepts that a single word speaks of."""
    known = _concepts()
    found = set(known.whole.get(word, ()))
    for length in range(3, len(word) + 1):
        found |= known.beginnings.get(word[:length], frozenset())
    return frozenset(found)


@lru_cache(maxsize=8_000)
def concepts(text: str) -> frozenset[str]:
    """What a text is about, as far as the list knows."""
    tokens = language.words(text)
    known = _concepts().longer
    found: set[str] = set()
    for token in tokens:
        found |= concepts_of_word(token)
        for part in token.split("-"):
            found |= concepts_of_word(part)
    for start, token in enumerate(tokens):
        for rest, held_concepts in known.get(token, ()):
            following = tokens[start + 1 : start + 1 + len(rest)]
            if len(following) != len(rest) or following[:-1] != rest[:-1]:
                continue
            if following[-1].startswith(rest[-1]) and len(following[-1]) - len(rest[-1]) <= LONGEST_ENDING:
                found |= held_concepts
    return frozenset(found)


def area(concept: str) -> str:
    """The broad area of a concept: communication, cognition, semh, sensory, physical, health, care, adulthood."""
    return _concepts().areas[concept]


def matcher(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these words or beginnings of words (marked *) as whole words."""
    ordered = sorted(words, key=len, reverse=True)
    parts = [re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in ordered]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])", re.IGNORECASE)


@cache
def pattern(key: str) -> re.Pattern[str]:
    """One pattern of `patterns.toml`, by module and name: "outcomes.by_when"."""
    area, _, name = key.partition(".")
    entry = held("patterns")[area][name]
    source = rf"\b(?:{'|'.join(entry['words'])})\b" if "words" in entry else "|".join(entry["any"])
    return re.compile(source, 0 if entry.get("case") else re.IGNORECASE)


@cache
def word_set(key: str) -> frozenset[str]:
    """One set of `sets.toml`, by module and name."""
    area, _, name = key.partition(".")
    return frozenset(held("sets")[area][name]["words"].split())


@cache
def people(table: str, key: str = "words") -> re.Pattern[str]:
    """Finds the persons of one list of `people.toml`."""
    return matcher(held("people")[table][key])


@cache
def given_names() -> frozenset[str]:
    """First names that are often given."""
    return frozenset(held("people")["given_names"]["words"])


@cache
def medicines() -> re.Pattern[str]:
    """Finds the name of a medicine."""
    return matcher(held("medicines")["names"])
