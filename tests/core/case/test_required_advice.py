"""Whose advice must be sought, by the child's year and needs (SEND Regulations 2014 reg 6)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.case.codes import AdviceKind
from alongside.core.case.required_advice import ALWAYS, kinds_required, school_year
from core.law.chronicles import K, happened

ON = date(2024, 11, 4)
REQUEST = (K.REQUEST_RECEIVED, "2024-10-07")


def need(code: str) -> tuple[K, str, dict[str, Any]]:
    return (K.NEED_RECORDED, "2024-10-07", {"type": code})


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        ("2020-08-31", "2024-09-01", 0),
        ("2020-09-01", "2024-09-01", -1),
        ("2010-08-31", "2023-08-31", 8),
        ("2010-08-31", "2023-09-01", 9),
        ("2010-09-01", "2024-08-31", 8),
        ("2010-09-01", "2024-09-01", 9),
        ("2012-02-29", "2025-01-06", 8),
    ],
)
def test_school_year_turns_on_the_first_of_september(born: str, on: str, year: int) -> None:
    assert school_year(date.fromisoformat(born), on=date.fromisoformat(on)) == year


@given(st.dates(date(1999, 1, 1), date(2024, 8, 31)), st.dates(date(2024, 9, 1), date(2025, 8, 31)))
def test_school_year_is_the_same_all_through_the_year_and_one_more_in_the_next(born: date, on: date) -> None:
    assert school_year(born, on=on) == school_year(born, on=date(2024, 9, 1))
    assert school_year(born, on=date(2025, 9, 1)) == school_year(born, on=on) + 1


def test_five_are_always_asked_and_an_unknown_birthday_adds_none() -> None:
    assert kinds_required(happened(REQUEST), on=ON) == ALWAYS
    assert len(ALWAYS) == 5


@pytest.mark.parametrize(
    ("born", "asked"), [("2011-08-31", True), ("2010-09-01", True), ("2011-09-01", False)]
)
def test_preparing_for_adulthood_is_asked_about_from_year_9(born: str, asked: bool) -> None:
    found = kinds_required(replace(happened(REQUEST), born_on=date.fromisoformat(born)), on=ON)
    assert found == ((*ALWAYS, AdviceKind.PREPARING_FOR_ADULTHOOD) if asked else ALWAYS)


@pytest.mark.parametrize("code", ["HI", "VI", "MSI"])
def test_teacher_of_the_sensory_impaired_is_asked_where_one_is_recorded(code: str) -> None:
    assert kinds_required(happened(REQUEST, need("SLCN"), need(code)), on=ON) == (*ALWAYS, AdviceKind.SENSORY)


def test_other_needs_add_nobody() -> None:
    assert kinds_required(happened(REQUEST, need("ASD"), need("PD")), on=ON) == ALWAYS


def test_year_and_impairment_each_add_their_own() -> None:
    facts = replace(happened(REQUEST, need("VI")), born_on=date(2008, 3, 1))
    assert kinds_required(facts, on=ON) == (
        *ALWAYS,
        AdviceKind.PREPARING_FOR_ADULTHOOD,
        AdviceKind.SENSORY,
    )
