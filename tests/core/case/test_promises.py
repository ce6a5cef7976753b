"""The promise of an answer: which day it ends, and whether it was kept."""

from datetime import date

import pytest

from alongside.core.calendar import Calendar
from alongside.core.case.promises import Kept, Promise, answer_by

CALENDAR = Calendar(
    frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}), date(2026, 1, 1), date(2027, 1, 31)
)


@pytest.mark.parametrize(
    ("received_on", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 28), date(2026, 12, 4)),  # a Saturday
        (date(2026, 12, 23), date(2027, 1, 4)),  # over Christmas and New Year
    ],
)
def test_promise_ends_five_working_days_after_the_day_received(received_on: date, last: date) -> None:
    assert answer_by(received_on, 5, CALENDAR) == last


def test_no_day_is_promised_where_bank_holidays_are_not_known() -> None:
    assert answer_by(date(2027, 1, 29), 5, CALENDAR) is None


DUE = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("answered_on", "on", "state", "late"),
    [
        (None, date(2026, 11, 30), Kept.WAITING, 0),
        (None, date(2026, 12, 1), Kept.BROKEN, 1),
        (date(2026, 11, 30), date(2026, 12, 9), Kept.KEPT, 0),
        (date(2026, 12, 2), date(2026, 12, 9), Kept.KEPT_LATE, 2),
    ],
)
def test_promise_is_kept_up_to_the_end_of_its_day(
    answered_on: date | None, on: date, state: Kept, late: int
) -> None:
    promise = Promise(DUE, answered_on)
    assert promise.state(on=on) is state
    assert promise.days_late(on=on) == late


def test_promise_without_a_day_is_never_broken() -> None:
    assert Promise(None).state(on=date(2030, 1, 1)) is Kept.WAITING
    assert Promise(None, DUE).state(on=date(2030, 1, 1)) is Kept.KEPT
