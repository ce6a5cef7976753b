"""Each rule of the two lists is broken by one thing, and by nothing that only comes near it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alongside.integrations.annex_a import catalogue, check, columns, probes, sheets
from integrations.annex_a import making

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "rule_cases.toml").read_text(encoding="utf-8")
)["case"]
TRIED = [(case, number, rule) for case in CASES for number, rule in zip((1, 2), case["rule"], strict=False)]
ELSEWHERE = {"109", "209", "N01", "N02", "N03", "N04", "N06", "N15", "N24", "X01", "X02"} | {
    f"R0{number}" for number in range(1, 7)
}
"""Rules of several rows, of the headings, or of two sources: each has a test in test_lists.py."""
PUBLIC = {
    1: "101a 101b 101c 101d 102a 102b 103 105a 105b 105c 105d 106a 106b 107 108a 108b 109",
    2: "201a 201b 201c 201d 202a 202b 203 205a 207 208a 208b 209",
}


def found(number: int, changes: dict[str, Any]) -> list[tuple[str, int]]:
    one = making.row(number) | {k: None if v == "NONE" else v for k, v in changes.items()}
    spare = making.row(number) | {"id": "other", "upn": "X845212818005"}
    text = [["" if cell is None else cell for cell in each] for each in making.cells(number, [spare, one])]
    held = sheets.read(iter(text), number)
    options = {"on": making.ON.isoformat(), "compare": False}
    return [
        (record["rule"], each[0])
        for record in check._checked(held, options)
        if "rule" in record
        for each in record["found"]
    ]


@pytest.mark.parametrize("number", [1, 2])
def test_no_rule_has_anything_to_say_of_a_row_in_order(number: int) -> None:
    assert found(number, {}) == []


@pytest.mark.parametrize(("case", "number", "rule"), TRIED)
def test_a_rule_is_broken_by_this_in_its_row(case: dict[str, Any], number: int, rule: str) -> None:
    assert (rule, 2) in found(number, case["breaks"])
    assert {row for _, row in found(number, case["breaks"])} == {2}


@pytest.mark.parametrize(("case", "number", "rule"), TRIED)
def test_a_rule_is_not_broken_by_what_only_comes_near(case: dict[str, Any], number: int, rule: str) -> None:
    assert rule not in {each for each, _ in found(number, case["keeps"])}


def test_every_rule_of_the_table_has_a_case() -> None:
    tried = {(number, rule) for _, number, rule in TRIED}
    assert {key for key in catalogue.rules() if key[1] not in ELSEWHERE} == tried


@pytest.mark.parametrize("number", [1, 2])
def test_the_public_rules_are_the_twenty_nine(number: int) -> None:
    ids = [rule.id for rule in catalogue.rules().values() if rule.is_public and rule.list == number]
    assert " ".join(ids) == PUBLIC[number]


def test_every_test_of_the_table_is_there_and_each_is_used() -> None:
    named = {rule.test for rule in catalogue.rules().values() if rule.test}
    assert named == set(probes.TESTS)
    for rule in catalogue.rules().values():
        assert all(rule.list in columns.BY_NAME[name].lists for name in rule.columns) or rule.each


@pytest.mark.parametrize(
    ("on", "years", "day"),
    [
        (date(2026, 1, 15), 25, date(2001, 1, 15)),
        (date(2025, 2, 28), 25, date(2000, 2, 29)),  # born on 29 February counts from the 28th
        (date(2024, 2, 28), 24, date(2000, 2, 28)),
        (date(2024, 2, 29), 25, date(1999, 2, 28)),
        (date(2026, 2, 28), 25, date(2001, 2, 28)),
    ],
)
def test_an_age_is_reached_on_the_birthday(on: date, years: int, day: date) -> None:
    assert date.fromordinal(probes.born_by(on, years)) == day
