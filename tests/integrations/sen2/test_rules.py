"""Each rule of a return is broken by one thing, and by nothing that only comes near it."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alongside.integrations.sen2 import returns, validate
from alongside.integrations.sen2.checks import catalogue, whole
from alongside.integrations.sen2.checks.findings import Finding
from integrations.sen2 import rule_bases

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "rule_cases.toml").read_text(encoding="utf-8")
)["case"]
ELSEWHERE = frozenset(
    {
        "D01.no_header", "D01.year_missing", "D01.year_early", "D01.year_other", "D01.reference_missing",
        "D01.reference_wrong", "D01.lea_missing", "D01.lea_wrong", "D02.missing", "S06.collection", "S06.level",
        "S08.later", "S08.earlier", "D07.upn", "D07.uln", "D27.many_other", "D39.published", "D39.last_year",
        "143.count", "212.several", "542.few", "L04.has_plan", "L05.too_soon",
    }
)  # fmt: skip
"""Checks of the header, of the whole return or of several requests: each has a test of its own here."""


def found(case: Mapping[str, Any], changes: Mapping[str, Any]) -> list[Finding]:
    year = case.get("year", 2026)
    one = rule_bases.earlier(rule_bases.person(case["base"]), 2026 - year)
    one = rule_bases.changed(one, changes)
    schools = rule_bases.SCHOOLS if case.get("register") else None
    return list(validate.findings_of(rule_bases.header(year), [one], rule_bases.told(year, schools)))


def of(
    *persons: returns.Person, header: returns.Header | None = None, beside: whole.Beside | None = None
) -> list[str]:
    given = header or rule_bases.header()
    told = validate.circumstances.circumstances(given, None, None)
    assert told is not None
    return [f"{each.rule}.{each.key}" for each in validate.findings_of(given, persons, told, beside)]


@pytest.mark.parametrize("base", rule_bases.REQUESTS)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_no_rule_has_anything_to_say_of_who_is_in_order(base: str, year: int) -> None:
    assert found({"base": base, "year": year}, {}) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['check']} {case['base']}")
def test_a_rule_is_broken_by_this_and_nothing_else_is_said(case: dict[str, Any]) -> None:
    told = found(case, case["breaks"])
    rule, _, key = case["check"].partition(".")
    assert (rule, key) in {(each.rule, each.key) for each in told}
    assert {each.rule for each in told} == {rule, *case.get("also", ())}
    (check,) = (check for check in catalogue.load().rules[rule].checks if check.key == key)
    assert {each.severity for each in told if (each.rule, each.key) == (rule, key)} == {check.severity}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['check']} {case['base']}")
def test_a_rule_is_not_broken_by_what_only_comes_near(case: dict[str, Any]) -> None:
    assert {each.rule for each in found(case, case["keeps"])} == set(case.get("still", ()))


def test_every_check_of_the_table_has_a_case() -> None:
    assert {case["check"] for case in CASES} | ELSEWHERE == set(catalogue.load().checks)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"year": None}, "D01.year_missing"),
        ({"reference_on": None}, "D01.reference_missing"),
        ({"reference_on": date(2026, 1, 22)}, "D01.reference_wrong"),
        ({"lea": None}, "D01.lea_missing"),
        ({"lea": "909"}, "D01.lea_wrong"),
        ({"lea": "001"}, "D01.lea_wrong"),
        ({"dmo": None}, "D02.missing"),
        ({"dco": None}, "D02.missing"),
        ({"dsco": None}, "D02.missing"),
        ({"collection": None}, "S06.collection"),
        ({"source_level": "S"}, "S06.level"),
    ],
)
def test_a_header_that_is_wrong_is_told(change: dict[str, Any], check: str) -> None:
    header = replace(rule_bases.header(), **change)
    assert of(rule_bases.person("refused"), header=header) == [check]


def test_a_year_before_the_first_return_is_told() -> None:
    assert "D01.year_early" in of(header=replace(rule_bases.header(), year=2021))
    assert "D01.year_early" in of(header=replace(rule_bases.header(), year=20255))


def test_no_social_care_officer_is_asked_for_before_2025() -> None:
    assert of(header=rule_bases.header(2024)) == []


def test_a_form_without_a_header_says_so() -> None:
    told = list(validate.findings_of(None, [], rule_bases.told()))
    assert [(each.rule, each.key, each.severity) for each in told] == [("D01", "no_header", "query")]


def test_one_upn_on_two_persons_is_told_of_the_second() -> None:
    one = rule_bases.person("refused")
    assert of(one, replace(one, upn="X845212818005")) == []
    assert of(one, one) == ["D07.upn"]


def test_one_uln_on_two_persons_is_told_of_the_second() -> None:
    one = replace(rule_bases.person("refused"), uln="1000000019")
    assert of(one, replace(one, upn="X845212818005")) == ["D07.uln"]
    assert of(one, replace(one, upn="X845212818005", uln="1000000027")) == []


def test_two_plans_in_force_for_one_person_are_told() -> None:
    one = rule_bases.person("maintained")
    assert of(replace(one, requests=one.requests * 2)) == ["212.several"]
    other = rule_bases.REQUESTS["ceased"]
    assert of(replace(one, requests=(*one.requests, other))) == []


def test_a_request_agreed_while_a_plan_is_in_force_is_told() -> None:
    plan, later = rule_bases.REQUESTS["maintained"], rule_bases.REQUESTS["assessing"]
    one = replace(rule_bases.person("refused"), requests=(plan, later))
    assert of(one) == ["L04.has_plan"]
    assert of(replace(one, requests=(plan, rule_bases.REQUESTS["refused"]))) == []


@pytest.mark.parametrize(("ended", "told"), [(date(2024, 8, 4), ["L05.too_soon"]), (date(2024, 8, 3), [])])
def test_an_assessment_agreed_within_six_months_of_the_last_is_told(ended: date, told: list[str]) -> None:
    first = replace(
        rule_bases.REQUESTS["no_plan"],
        received_on=date(2024, 4, 1),
        outcome_on=date(2024, 5, 1),
        assessment=replace(rule_bases.ASSESSED, outcome_on=ended),
    )
    one = replace(rule_bases.person("refused"), requests=(first, rule_bases.REQUESTS["assessing"]))
    assert of(one) == told


def test_reason_nine_in_numbers_is_told() -> None:
    one = rule_bases.changed(
        rule_bases.person("ceased"), {"requests.0.assessment.named_plan.cease_reason": "9", "upn": "NONE"}
    )
    persons = [replace(one, uln=None, upn_unknown="UN5") for _ in range(5)]
    assert of(*persons) == ["143.count", "D27.many_other"]
    assert of(*persons[:4]) == ["143.count"]


@pytest.mark.parametrize(
    ("published", "told"), [(117, []), (118, ["D39.published"]), (86, ["D39.published"])]
)
def test_a_number_of_plans_far_from_the_published_one_is_told(published: int, told: list[str]) -> None:
    one = replace(rule_bases.person("maintained"), upn=None, uln=None, upn_unknown=None)
    beside = whole.Beside(lambda lea: {2024: 5, 2025: published, 2026: 5} if lea == "931" else {})
    assert [each for each in of(*[one] * 100, beside=beside) if each != "D05.none"] == told


@pytest.mark.parametrize(("before", "told"), [(100, []), (80, ["D39.last_year"]), (0, ["D39.last_year"])])
def test_a_number_of_plans_far_from_last_years_is_told(before: int, told: list[str]) -> None:
    one = replace(rule_bases.person("maintained"), upn=None, uln=None, upn_unknown=None)
    beside = whole.Beside(last_year=before)
    assert [each for each in of(*[one] * 100, beside=beside) if each != "D05.none"] == told


def test_fewer_persons_at_an_establishment_than_expected_are_told() -> None:
    one = rule_bases.person("maintained")
    assert of(one, beside=whole.Beside(expected={"123456": 2})) == ["542.few"]
    assert of(one, beside=whole.Beside(expected={"123456": 1})) == []


def test_what_a_rule_says_has_no_empty_brace_and_ends_without_a_stop() -> None:
    for case in CASES:
        for each in found(case, case["breaks"]):
            assert "{" not in each.message + each.mend
            assert "None" not in each.message + each.mend
            assert not each.message.endswith(".")
            assert each.mend.endswith(".")
