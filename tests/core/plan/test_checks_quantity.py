"""Amounts in words and figures come to the same."""

import pytest

from alongside.core.plan.checks import quantity
from alongside.core.plan.checks.quantity import Dose

YEAR = quantity.SCHOOL_WEEKS


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("two 45-minute sessions weekly", 90),
        ("Two lessons of three-quarters of an hour weekly", 90),
        ("20 minutes a day, Monday to Thursday", 80),
        ("Twice every school day for ten minutes", 100),
        ("three mornings a week for 20 minutes", 60),
        ("four days a week for 20 minutes", 80),
        ("four days a week, two times a day, for 10 minutes", 80),
        ("one session of 45 minutes every week", 45),
        ("30 minutes once a fortnight", 15),
        ("an hour each half term", 60 * 6 / YEAR),
        ("20 hours a week", 1200),
        ("one hour a week, in two sessions of thirty minutes", 60),
        ("15 minutes, twice a day", 150),
        ("15 minutes every Monday and Wednesday", 30),
        ("45 minutes on the first Monday of each month", 45 * 12 / YEAR),
        ("90 minutes, twice a week, in a group of eight", 180),
        ("six sessions a year of one hour", 60 * 6 / YEAR),
        ("40 minutes every three months", 40 * 12 / 52 / 3),
        ("40 minutes every six weeks", 40 / 6),
        ("half-an-hour daily", 150),
        ("2 x 30 minutes per week", 60),
        ("3x20 minute sessions a week", 60),
        ("2 × 30 mins/week", 60),
        ("1 hour and 30 minutes weekly", 90),
        ("an hour and a half weekly", 90),
        ("12 hours a year", 12 * 60 / YEAR),
        ("one hour per term", 180 / YEAR),
        ("twenty-five minutes a month", 25 * 12 / YEAR),
    ],
)
def test_minutes_a_week_are_worked_out(text: str, minutes: float) -> None:
    assert quantity.dose(text).minutes_a_week == pytest.approx(minutes)


def test_what_is_not_stated_stays_unknown() -> None:
    assert quantity.dose("regular help from a kind adult").is_empty
    assert quantity.dose("twelve sessions") == Dose(None, None, 12.0)
    assert quantity.dose("for ten minutes").minutes_a_week is None
    assert quantity.dose("every day").minutes_a_week is None
