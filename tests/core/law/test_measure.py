"""The published measure, kept apart from the law."""

from datetime import date

from alongside.core.law import measure
from alongside.core.law.measure import Issued, Rates
from core.law.chronicles import LAW, law

ASKED = date(2025, 1, 6)


def test_day_140_counts_by_default_and_not_where_receipt_is_day_one() -> None:
    day_one = law("week_mode=day_of_receipt_is_day_1")
    assert measure.within_20_weeks(ASKED, date(2025, 5, 26), LAW)
    assert not measure.within_20_weeks(ASKED, date(2025, 5, 27), LAW)
    assert not measure.within_20_weeks(ASKED, date(2025, 5, 26), day_one)
    assert measure.within_20_weeks(ASKED, date(2025, 5, 25), day_one)


def test_a_plan_counts_in_the_year_of_its_issue() -> None:
    assert measure.measure_year(date(2025, 2, 18)) == 2025


def test_flagged_plans_are_left_out_above_and_below_the_line() -> None:
    plans = [
        Issued(ASKED, date(2025, 5, 26)),
        Issued(ASKED, date(2025, 5, 25), exception=True),
        Issued(ASKED, date(2025, 9, 1), exception=True),
        Issued(ASKED, date(2025, 9, 1)),
    ]
    counts = measure.rates(plans, LAW)
    assert counts == Rates(4, 2, 2, 1, on_last_day=1)
    assert (counts.rate_all, counts.rate_excluding) == (50.0, 50.0)


def test_the_published_rates_of_2019_come_out() -> None:
    england = Rates(53327, 49519, 31313, 29895)
    assert (england.rate_all, england.rate_excluding) == (58.7, 60.4)


def test_no_plan_is_no_rate_and_not_a_division_by_nothing() -> None:
    assert measure.rates([], LAW).rate_all is None


def test_halves_are_rounded_up() -> None:
    assert measure.per_cent(1, 16) == 6.3
    assert measure.per_cent(1, 3) == 33.3
