"""The rules as `rules.toml` declares them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

ERROR: Final = "error"
QUERY: Final = "query"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule on one list. `each`: the test is run on each column by itself. `ages` for the test by age."""

    id: str
    list: int
    test: str
    columns: tuple[str, ...]
    each: bool
    severity: str
    message: str
    from_age: int
    to_age: int | None

    @property
    def is_public(self) -> bool:
        """True for the rules of the public validator, whose ids are numbers."""
        return self.id[0].isdigit()


@cache
def rules() -> Mapping[tuple[int, str], Rule]:
    """Every rule by list and id, in the order of the file."""
    file = resources.files("alongside.integrations.annex_a") / "rules.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    found = {}
    for table in tables:
        for number in table["lists"]:
            rule = _rule(table, number)
            assert (number, rule.id) not in found, "two rules have one id"
            found[number, rule.id] = rule
    return MappingProxyType(found)


def _rule(table: Mapping[str, Any], number: int) -> Rule:
    return Rule(
        table["id"][str(number)],
        number,
        table["test"],
        tuple(table["columns"]),
        table.get("each", False),
        table["severity"],
        table["message"],
        table.get("from_age", 0),
        table.get("to_age"),
    )
