"""The kinds of plan that the law knows, dated: which may be made on a day, what it holds, which rules govern it.

Today there is one. The Individual Support Plan of the white paper of February 2026 is a proposal and no law, so it is
not here; once it is, it is one more table in `parameters/plan_types.toml`, and nothing else has to be written for the
register to know it: the clock works out for a plan the rules that its kind names, and no others. Rules that are new
with it are written in their own files.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from alongside.core.law.duty import Confidence
from alongside.core.law.parameter import BadParameter
from alongside.core.law.register import PARAMETERS

REQUIRED = ("id", "title", "from", "sections", "rules", "citation", "confidence")
OPTIONAL = ("until",)


@dataclass(frozen=True, slots=True)
class PlanType:
    """One kind of plan.

    `made_from` and `made_until` are the first and the last day on which one may be made (None while there is no end);
    one that is held goes on after the last. `sections` are the codes of its parts. `rules` are the ids of the
    rules that govern it, or the letters of their families.
    """

    id: str
    title: str
    made_from: date
    made_until: date | None
    sections: tuple[str, ...]
    rules: tuple[str, ...]
    citation: str
    confidence: Confidence

    def may_be_made(self, on: date) -> bool:
        """True if a plan of this kind may be made on this day."""
        return self.made_from <= on and (self.made_until is None or on <= self.made_until)

    def is_governed_by(self, rule: str) -> bool:
        """True if this rule (for example "R01") is one of those that govern such a plan once it is held."""
        return rule.startswith(self.rules)


@cache
def plan_types() -> tuple[PlanType, ...]:
    """Every kind of plan, in the order of the register."""
    text = resources.files(PARAMETERS).joinpath("plan_types.toml").read_text(encoding="utf-8")
    return read(tomllib.loads(text))


def read(tables: Mapping[str, Any]) -> tuple[PlanType, ...]:
    """The kinds of plan of a register. Raises BadParameter with what to mend."""
    found = tuple(_plan_type(table) for table in tables["plan_type"])
    names = [each.id for each in found]
    for name in names:
        if names.count(name) > 1:
            raise BadParameter(
                f"plan_types.toml: {name} stands in it twice. Give each kind a name of its own."
            )
    return found


def may_be_made(on: date) -> tuple[PlanType, ...]:
    """The kinds of plan that may be made on a day: none before September 2014, perhaps two in a time of change."""
    return tuple(each for each in plan_types() if each.may_be_made(on))


def _plan_type(table: Mapping[str, Any]) -> PlanType:
    name = table.get("id", "a kind of plan without id")
    missing = [key for key in REQUIRED if not table.get(key)]
    unknown = sorted(set(table) - {*REQUIRED, *OPTIONAL})
    if missing or unknown:
        what = f"{', '.join(missing)} must be given" if missing else f"unknown key {', '.join(unknown)}"
        raise BadParameter(f"plan_types.toml, {name}: {what}.")
    if table.get("until") is not None and table["until"] < table["from"]:
        raise BadParameter(f"plan_types.toml, {name}: it ends before it begins.")
    try:
        confidence = Confidence(table["confidence"])
    except ValueError as error:
        raise BadParameter(f"plan_types.toml, {name}: {error}.") from None
    return PlanType(
        name,
        table["title"],
        table["from"],
        table.get("until"),
        tuple(table["sections"]),
        tuple(table["rules"]),
        table["citation"],
        confidence,
    )
