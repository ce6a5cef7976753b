"""The steps by which advice is asked after: which, on which day, and none twice."""

from datetime import date, timedelta

import pytest

from alongside.core.case.chasers import ChasedTo, steps_to_take
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.case.required_advice import kinds_required, school_year
from core.law.chronicles import FIRST_MOMENT

DUE = date(2027, 1, 4)


def codes(days: int, taken: tuple[str, ...] = (), by_hand: int | None = None) -> list[str]:
    chased = None if by_hand is None else DUE + timedelta(by_hand)
    return [step.code for step in steps_to_take(DUE, taken, chased, on=DUE + timedelta(days))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-15, []),
        (-14, ["AT_FOUR_WEEKS"]),
        (-8, ["AT_FOUR_WEEKS"]),
        (-7, ["ONE_WEEK_BEFORE"]),
        (0, ["ONE_WEEK_BEFORE"]),
        (1, ["DAY_AFTER"]),
        (6, ["DAY_AFTER"]),
        (7, ["DAY_AFTER", "ONE_WEEK_LATE"]),
        (8, ["LATE_WEEK_1", "ONE_WEEK_LATE"]),
        (14, ["LATE_WEEK_1", "ONE_WEEK_LATE"]),
        (15, ["LATE_WEEK_2", "ONE_WEEK_LATE"]),
        (365, ["LATE_WEEK_52", "ONE_WEEK_LATE"]),
    ],
)
def test_latest_step_that_has_come_is_taken(days: int, expected: list[str]) -> None:
    assert codes(days) == expected


def test_step_taken_is_not_taken_again() -> None:
    assert codes(8, ("LATE_WEEK_1", "ONE_WEEK_LATE")) == []


def test_manager_is_told_once_however_late() -> None:
    steps = steps_to_take(DUE, {"ONE_WEEK_LATE"}, None, on=DUE + timedelta(100))
    assert all(step.to is ChasedTo.BODY for step in steps)


@pytest.mark.parametrize(("ago", "reminded"), [(6, False), (7, True)])
def test_body_chased_by_a_person_within_the_week_is_spared(ago: int, reminded: bool) -> None:
    assert bool(codes(1, by_hand=1 - ago)) is reminded


def test_manager_is_told_even_if_a_person_has_just_chased() -> None:
    assert codes(8, by_hand=8) == ["ONE_WEEK_LATE"]


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        (date(2013, 8, 31), date(2026, 11, 23), 9),
        (date(2013, 9, 1), date(2026, 11, 23), 8),
        (date(2013, 8, 31), date(2026, 8, 31), 8),
        (date(2013, 8, 31), date(2026, 9, 1), 9),
        (date(2021, 9, 1), date(2026, 9, 1), 0),
    ],
)
def test_school_year_is_counted_by_age_on_31_august(born: date, on: date, year: int) -> None:
    assert school_year(born, on=on) == year


def test_unknown_date_of_birth_adds_nothing() -> None:
    assert AdviceKind.PREPARING_FOR_ADULTHOOD not in kinds_required(Facts("c", None, ()), on=DUE)


def test_other_needs_bring_in_no_sensory_teacher() -> None:
    need = Event("e", EventKind.NEED_RECORDED, DUE, FIRST_MOMENT, {"type": "ASD", "rank": "1"})
    assert AdviceKind.SENSORY not in kinds_required(Facts("c", None, (need,)), on=DUE)
