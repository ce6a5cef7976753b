"""The register of the law: its dated versions, what the clock covers without a date, and what it does not cover."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from alongside.core.law.duty import Confidence
from alongside.core.law.parameter import VERSION_KEYS, BadParameter

PARAMETERS = "alongside.core.law.parameters"


@dataclass(frozen=True, slots=True)
class Version:
    """One dated version of the law (law.md 11).

    `key` is the day that decides whether it applies: that which starts a limit, that on which the limit falls, that
    of the act, or `always` for a reading that a court declared. `rules` are those whose dates it changes.
    """

    id: str
    in_force_from: date
    in_force_until: date | None
    key: str
    flag_before: date | None
    changes: str
    rules: tuple[str, ...]
    citation: str
    confidence: Confidence

    def applies(
        self, *, triggered_on: date, due_on: date | None = None, acted_on: date | None = None
    ) -> bool:
        """True if this version governs a limit that starts, falls and is acted on on these days.

        Where the day that decides is not given, the version does not apply.
        """
        if self.key == "always":
            return True
        day = {"trigger_date": triggered_on, "due_date": due_on, "act_date": acted_on}[self.key]
        if day is None or day < self.in_force_from:
            return False
        return self.in_force_until is None or day <= self.in_force_until


@dataclass(frozen=True, slots=True)
class Effect:
    """A rule that gives no date of its own: since when it is law, what it does, and where in the code."""

    rule: str
    since: date
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class NotCovered:
    """Something of the law that the clock does not work out, and why."""

    id: str
    what: str
    why: str


@cache
def versions() -> tuple[Version, ...]:
    """The dated versions, in the order of the specification. Raises BadParameter for a key that does not exist."""
    return tuple(version(table) for table in _file("versions.toml")["version"])


def version(table: Mapping[str, Any]) -> Version:
    """One version from its table. Raises BadParameter for a key that does not exist."""
    if table["key"] not in VERSION_KEYS:
        raise BadParameter(
            f"versions.toml, {table['id']}: key must be one of {', '.join(sorted(VERSION_KEYS))}."
        )
    return Version(
        table["id"],
        table["from"],
        table.get("until"),
        table["key"],
        table.get("flag_before"),
        table["changes"],
        tuple(table["rules"]),
        table["citation"],
        Confidence(table["confidence"]),
    )


@cache
def effects() -> tuple[Effect, ...]:
    """The rules that give no date of their own."""
    return tuple(
        Effect(each["rule"], each["since"], each["what"], each["where"]) for each in _coverage("effect")
    )


@cache
def not_covered() -> tuple[NotCovered, ...]:
    """What the clock does not work out."""
    return tuple(NotCovered(each["id"], each["what"], each["why"]) for each in _coverage("not_modelled"))


def _coverage(what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _file("coverage.toml")[what]
    return found


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(PARAMETERS).joinpath(name).read_text(encoding="utf-8"))
