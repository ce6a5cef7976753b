"""Checks a plan's file against its published schema, and says in a sentence what is wrong and where.

It knows the keywords of JSON Schema (draft 2020-12) that the schema uses; one that it does not know is a fault of ours
and raises LookupError, so that nothing in the schema goes unchecked. `format: date` is checked, not only noted.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from alongside.core.refusal import Refused

VERSION = "1.0"
PACKAGE = "alongside.core.plan.exchange"
WORDS = frozenset({"$schema", "$id", "title", "description", "$defs"})
"""Keywords that say nothing of the file."""
TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "null": (type(None),),
}  # fmt: skip
NAMES = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "null": "null",
}
LONGEST_SHOWN = 60


@cache
def text() -> str:
    """The schema as it is published."""
    return (resources.files(PACKAGE) / f"plan-{VERSION}.json").read_text(encoding="utf-8")


@cache
def schema() -> dict[str, Any]:
    """The schema as data."""
    held: dict[str, Any] = json.loads(text())
    return held


def check(given: Any) -> None:
    """Refuse a file that does not follow the schema, naming the first place where it does not."""
    for place, sentence in faults(given, schema()):
        raise Refused(f"The file is not a plan of format {VERSION}. At {place or 'the top'}: {sentence}")


def faults(given: Any, held: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Every place where something does not follow a schema, with what is wrong there."""
    for keyword, value in held.items():
        if keyword in WORDS:
            continue
        if keyword == "if":
            if not any(faults(given, value, place)):
                yield from faults(given, held["then"], place)
        elif keyword == "additionalProperties":
            yield from _only_known(given, held["properties"], place)
        elif keyword != "then":
            yield from KEYWORDS[keyword](given, value, place)


Found = Iterator[tuple[str, str]]


def _type(given: Any, value: Any, place: str) -> Found:
    names = [value] if isinstance(value, str) else value
    if isinstance(given, bool) or not isinstance(given, tuple(t for name in names for t in TYPES[name])):
        yield place, f"{_shown(given)} must be {' or '.join(NAMES[name] for name in names)}."


def _const(given: Any, value: Any, place: str) -> Found:
    if given != value:
        yield place, f"{_shown(given)} must be “{value}”."


def _enum(given: Any, value: Any, place: str) -> Found:
    if given not in value:
        yield place, f"{_shown(given)} must be one of {', '.join(value)}."


def _pattern(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, str) and not re.search(value, given):
        yield place, f"{_shown(given)} does not look as it must ({value})."


def _date(given: Any, value: Any, place: str) -> Found:
    if value != "date":
        raise LookupError(f"The schema has a format that this check does not know: {value}")
    if isinstance(given, str):
        try:
            date.fromisoformat(given)
        except ValueError:
            yield place, f"{_shown(given)} must be a date, like 2026-11-23."


def _shortest(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, str) and len(given) < value:
        yield place, "there must be some text here, or leave the part out."


def _longest(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, str) and len(given) > value:
        yield place, f"the text has {len(given):,} characters; {value:,} is the most."


def _least(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, int) and given < value:
        yield place, f"{given} must be {value} or more."


def _most(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, int) and given > value:
        yield place, f"{given} must be {value} or less."


def _most_items(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, list) and len(given) > value:
        yield place, f"there are {len(given)} here; {value} is the most."


def _required(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, dict):
        yield from ((place, f"“{name}” is missing.") for name in value if name not in given)


def _only_known(given: Any, known: Mapping[str, Any], place: str) -> Found:
    if isinstance(given, dict):
        yield from ((place, f"“{name}” is not known here.") for name in given if name not in known)


def _properties(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, dict):
        for name, held in value.items():
            if name in given:
                yield from faults(given[name], held, f"{place}/{name}")


def _items(given: Any, value: Any, place: str) -> Found:
    if isinstance(given, list):
        for number, each in enumerate(given, start=1):
            yield from faults(each, value, f"{place}/{number}")


def _all_of(given: Any, value: Any, place: str) -> Found:
    for held in value:
        yield from faults(given, held, place)


def _ref(given: Any, value: str, place: str) -> Found:
    yield from faults(given, schema()["$defs"][value.removeprefix("#/$defs/")], place)


KEYWORDS: Mapping[str, Callable[[Any, Any, str], Found]] = {
    "type": _type, "const": _const, "enum": _enum, "pattern": _pattern, "format": _date, "minLength": _shortest,
    "maxLength": _longest, "minimum": _least, "maximum": _most, "maxItems": _most_items, "required": _required,
    "properties": _properties, "items": _items, "allOf": _all_of, "$ref": _ref,
}  # fmt: skip


def _shown(given: Any) -> str:
    said = json.dumps(given, ensure_ascii=False, default=str)
    return said if len(said) <= LONGEST_SHOWN else said[: LONGEST_SHOWN - 1] + "…"
