"""How the law counts: each phrase, on either side of its edge and over holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.calendar import Calendar, HolidaysUnknown, counting
from core.bank_holidays import england

ENGLAND = england()
DAYS = st.dates(date(2014, 9, 1), date(2027, 12, 31))


def test_within_weeks_leaves_out_the_day_that_starts_the_count() -> None:
    assert counting.weeks_after(date(2026, 9, 7), 6) == date(2026, 10, 19)


def test_within_days_leaves_out_the_day_that_starts_the_count() -> None:
    assert counting.days_after(date(2026, 5, 8), 15) == date(2026, 5, 23)


def test_days_beginning_with_a_day_count_it_as_day_one() -> None:
    assert counting.days_from_incl(date(2026, 5, 1), 15) == date(2026, 5, 15)


def test_weeks_cross_a_leap_day_as_an_ordinary_day() -> None:
    assert counting.weeks_after(date(2028, 1, 20), 6) == date(2028, 3, 2)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-02-10", 2, "2026-04-10"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-29", 2, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
    ],
)
def test_months_end_on_the_corresponding_date_or_the_last_of_the_month(
    start: str, months: int, end: str
) -> None:
    assert counting.months_after(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "months", "end"), [("2027-07-31", 5, "2027-02-28"), ("2027-01-04", 5, "2026-08-04")]
)
def test_months_before_clip_to_the_month_too(start: str, months: int, end: str) -> None:
    assert counting.months_before(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019-01-01", "2019-12-31"),
        ("2024-02-29", "2025-02-28"),
        ("2023-03-01", "2024-02-29"),
        ("2025-12-26", "2026-12-25"),
    ],
)
def test_a_period_of_twelve_months_ends_the_day_before_the_corresponding_date(start: str, end: str) -> None:
    assert counting.period_months_end(date.fromisoformat(start), 12) == date.fromisoformat(end)


def test_working_days_skip_easter() -> None:
    assert counting.wd_after(date(2026, 4, 2), 3, ENGLAND) == date(2026, 4, 9)


def test_working_days_beginning_with_a_day_off_begin_on_the_next_working_day() -> None:
    assert counting.wd_from_incl(date(2026, 12, 22), 15, ENGLAND) == date(2027, 1, 14)
    assert counting.wd_from_incl(date(2026, 4, 3), 1, ENGLAND) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("raw", "rolled"),
    [
        ("2026-12-24", "2026-12-24"),
        ("2026-12-25", "2027-01-04"),
        ("2026-12-31", "2027-01-04"),
        ("2027-01-02", "2027-01-04"),
        ("2026-07-31", "2026-07-31"),
        ("2026-08-01", "2026-09-01"),
        ("2026-08-31", "2026-09-01"),
        ("2027-03-29", "2027-03-30"),
        ("2025-12-29", "2026-01-02"),
    ],
)
def test_an_appeal_limit_rolls_out_of_christmas_august_and_days_off(raw: str, rolled: str) -> None:
    assert counting.roll_ftt_start(date.fromisoformat(raw), ENGLAND) == date.fromisoformat(rolled)


def test_august_inside_a_period_does_not_extend_it_for_starting_an_appeal() -> None:
    raw = counting.months_after(date(2026, 7, 15), 2)
    assert counting.roll_ftt_start(raw, ENGLAND) == date(2026, 9, 15)


def test_other_tribunal_acts_do_not_count_august_or_christmas() -> None:
    assert counting.wd_ftt_after(date(2026, 7, 30), 2, ENGLAND) == date(2026, 9, 1)
    assert counting.days_ftt_after(date(2026, 7, 30), 2, ENGLAND) == date(2026, 9, 1)
    assert counting.days_ftt_after(date(2026, 12, 23), 3, ENGLAND) == date(2027, 1, 4)


def test_thirty_working_days_for_the_response_skip_easter() -> None:
    assert counting.wd_ftt_after(date(2026, 3, 16), 30, ENGLAND) == date(2026, 4, 29)


def test_one_off_bank_holidays_are_in_the_table() -> None:
    assert not ENGLAND.is_working_day(date(2022, 9, 19))
    assert not ENGLAND.is_working_day(date(2023, 5, 8))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
    ],
)
def test_the_bundled_table_has_the_published_bank_holidays(year: int, days: str) -> None:
    expected = {date.fromisoformat(f"{year}-{day}") for day in days.split()}
    assert {day for day in ENGLAND.bank_holidays if day.year == year} == expected


def test_a_working_day_beyond_the_table_is_not_guessed() -> None:
    short = Calendar(frozenset(), date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(HolidaysUnknown, match="2027-01-04 is a working day is not known"):
        short.is_working_day(date(2027, 1, 4))
    with pytest.raises(HolidaysUnknown):
        short.is_working_day(date(2025, 12, 31))


def test_a_weekend_beyond_the_table_is_still_no_working_day() -> None:
    assert not Calendar(frozenset(), date(2026, 1, 1), date(2026, 12, 31)).is_working_day(date(2027, 1, 2))


@given(DAYS, st.integers(1, 30))
def test_working_days_after_are_as_many_as_asked_for(day: date, number: int) -> None:
    end = counting.wd_after(day, number, ENGLAND)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(ENGLAND.is_working_day(each) for each in between) == number
    assert ENGLAND.is_working_day(end)


@given(DAYS, st.integers(1, 24))
def test_a_period_never_ends_later_than_the_corresponding_date(day: date, months: int) -> None:
    end = counting.period_months_end(day, months)
    corresponding = counting.months_after(day, months)
    assert end in (corresponding, corresponding - timedelta(days=1))
    assert counting.months_before(corresponding, months) <= day


@given(DAYS)
def test_a_rolled_appeal_limit_is_a_working_day_and_leaves_a_closure_it_fell_in(day: date) -> None:
    rolled = counting.roll_ftt_start(day, ENGLAND)
    assert rolled >= day
    assert ENGLAND.is_working_day(rolled)
    if counting.in_tribunal_closure(day):
        assert not counting.in_tribunal_closure(rolled)


def test_a_limit_on_the_saturday_before_christmas_moves_to_the_next_working_day_only() -> None:
    """The period ends before the closure, so rule 12(2) alone applies."""
    assert counting.roll_ftt_start(date(2022, 12, 24), ENGLAND) == date(2022, 12, 28)
