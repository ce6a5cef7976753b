"""The rules as `rules.toml` declares them: what each demands, where it comes from, what is said when it is broken."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

ERROR: Final = "error"
"""Would stop a clean return."""
QUERY: Final = "query"
"""Would have to be explained."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a rule. `table` and `item` are where it usually lies; `needs` names what must be given with the
    return for it to run (register, published, last_year, expected). `says` and `mend` have words in braces."""

    key: str
    rule: str
    severity: str
    table: str
    item: str
    says: str
    mend: str
    same_as: tuple[str, ...]
    needs: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `same_as`: the checks of witan.sen2 that look for the same."""

    id: str
    title: str
    severity: str
    source: str
    confidence: str
    same_as: tuple[str, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that `rules.toml` says."""

    rules: Mapping[str, Rule]
    checks: Mapping[str, Check]
    unreadable: Mapping[str, Mapping[str, str]]
    unreadable_same_as: Mapping[str, Sequence[str]]
    unusable: Mapping[str, Mapping[str, str]]
    since: Mapping[str, Mapping[str, int]]
    until: Mapping[str, Mapping[str, int]]

    def of_unreadable(self, table: str, column: str) -> Rule:
        """The rule that an item breaks whose value cannot be read."""
        rules = self.unreadable[table]
        return self.rules[rules.get(column, rules["default"])]


@cache
def load() -> Catalogue:
    """The rules that the package carries."""
    file = resources.files("alongside.integrations.sen2.checks") / "rules.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    rules = {table["id"]: _rule(table) for table in tables["rule"]}
    assert len(rules) == len(tables["rule"]), "two rules have one id"
    return Catalogue(
        MappingProxyType(rules),
        MappingProxyType({f"{c.rule}.{c.key}": c for rule in rules.values() for c in rule.checks}),
        tables["unreadable"],
        tables["unreadable_same_as"],
        tables["unusable"],
        tables["years"]["since"],
        tables["years"]["until"],
    )


def _rule(table: Mapping[str, Any]) -> Rule:
    same_as = tuple(table.get("same_as", ()))
    checks = tuple(
        Check(
            key=key,
            rule=table["id"],
            severity=check.get("severity", table["severity"]),
            table=check["table"],
            item=check["item"],
            says=check["says"],
            mend=check["mend"],
            same_as=tuple(check.get("same_as", same_as)),
            needs=check.get("needs", ""),
        )
        for key, check in table.get("check", {}).items()
    )
    return Rule(
        table["id"], table["title"], table["severity"], table["source"], table["confidence"], same_as, checks
    )
