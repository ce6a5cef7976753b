"""Runs every rule of a list on it. Light: no parser of files is loaded."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from alongside.integrations.annex_a import catalogue, columns, probes
from alongside.integrations.annex_a.catalogue import Rule
from alongside.integrations.annex_a.lists import List

Found = list[list[Any]]
"""Rows that break a rule: each its number from 1 (0 for the whole list), what stands there, and what is said."""


def broken(held: List, on: date) -> Iterator[tuple[Rule, tuple[str, ...], Found]]:
    """Each rule that some row of the list breaks, with the columns tested and the rows."""
    for rule in catalogue.rules().values():
        if rule.list == held.number and rule.test:
            for names in [(name,) for name in rule.columns] if rule.each else [rule.columns]:
                if held.has(names) and (found := _tested(held, rule, names, on)):
                    yield rule, names, found


def _tested(held: List, rule: Rule, names: tuple[str, ...], on: date) -> Found:
    test = probes.TESTS[rule.test]
    one = rule if names == rule.columns else _only(rule, names)
    shown, values = names[0], held.columns[names[0]]
    return [
        [row + 1, _shown(held, shown, values[row]) if row >= 0 else "", said]
        for row, said in test(held, one, on)
        if row not in held.blank
    ]


def _only(rule: Rule, names: tuple[str, ...]) -> Rule:
    return Rule(
        rule.id, rule.list, rule.test, names, True, rule.severity, rule.message, rule.from_age, rule.to_age
    )


def _shown(held: List, name: str, value: Any) -> str:
    """A value as people know it."""
    if columns.BY_NAME[name].kind == "date":
        if value > 0:
            return date.fromordinal(value).isoformat()
        return held.said(name, value) if value else ""
    if columns.BY_NAME[name].kind == "number":
        return f"{value:g}" if value >= 0 else held.said(name, value) if value < -1 else ""
    return str(value)
