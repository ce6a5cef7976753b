"""Which duties a list of work shows, and from when; year groups and the moves that an age brings."""

from datetime import date

import pytest

from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.law import clock, phases, work
from alongside.core.law.work import Area
from core.law.chronicles import LAW, day


def test_every_rule_of_the_clock_belongs_to_one_area() -> None:
    assert {duty.rule for duty in clock.DUTIES} - set(work.AREA_OF) == set()
    listed = [rule for area in Area for rule in work.rules_of(area)]
    assert sorted(listed) == sorted(work.AREA_OF), "no rule stands in two areas"
    assert all(work.rules_of(area) for area in Area)


def test_what_the_list_leaves_out_or_delays_is_a_rule_of_the_clock() -> None:
    known = set(work.AREA_OF)
    assert known >= work.NOT_WORK
    assert known >= work.YEARLY | work.WITHIN_A_YEAR


@pytest.mark.parametrize(
    ("rule", "due", "shown"),
    [
        ("R01", "2027-01-18", True),  # eight weeks from the day
        ("R01", "2027-01-19", False),
        ("R02", "2026-11-01", True),  # overdue
        ("T03", "2027-01-19", False),
        ("P01", "2027-02-15", True),
        ("P01", "2028-02-15", False),
        ("P03", "2027-09-30", True),
        ("P03", "2027-10-01", False),
        ("A06", "2028-01-01", True),
        ("F01", "2026-12-01", False),
        ("R01d", "2026-12-01", False),
        ("P01p.notice", "2026-12-01", False),
    ],
)
def test_rule_is_shown_from_its_day(rule: str, due: str, shown: bool) -> None:
    assert work.is_shown(rule, day(due), on=day("2026-11-23")) is shown


def test_duty_without_a_day_is_shown_unless_it_is_no_work() -> None:
    on = day("2026-11-23")
    assert work.is_shown("R01", None, on=on)
    assert work.is_shown("P04", None, on=on)
    assert not work.is_shown("F02", None, on=on)


@pytest.mark.parametrize(("on", "until"), [("2026-09-30", "2026-09-30"), ("2026-10-01", "2027-09-30")])
def test_moves_of_the_next_year_are_shown_from_the_first_of_october(on: str, until: str) -> None:
    assert work.transfers_until(day(on)) == day(until)


@pytest.mark.parametrize(
    ("born", "on", "group"),
    [
        ("2015-09-01", "2026-09-01", 6),
        ("2016-08-31", "2026-09-01", 6),
        ("2016-08-31", "2026-08-31", 5),
        ("2016-09-01", "2026-09-01", 5),
        ("2022-08-31", "2026-09-01", 0),
        ("2022-09-01", "2026-09-01", -1),
    ],
)
def test_year_group_changes_on_the_first_of_september(born: str, on: str, group: int) -> None:
    assert phases.year_group(day(born), day(on)) == group


@pytest.mark.parametrize("group", phases.LAST_YEARS)
def test_birthdays_of_a_year_group_are_those_who_move_that_summer(group: int) -> None:
    first, last = phases.born_in(group, 2027)
    assert (last - first).days in (364, 365)
    for born in (first, last):
        assert phases.year_group(born, date(2027, 7, 1)) == group


def test_move_in_the_september_to_come_is_that_of_the_school_year() -> None:
    assert [phases.next_moves(day(on)) for on in ("2026-08-31", "2026-09-01", "2027-01-01")] == [
        2026,
        2027,
        2027,
    ]


def test_last_day_is_that_of_the_rule_for_the_move() -> None:
    school = phases.last_day(PhaseTransfer.PRIMARY_TO_SECONDARY, 2027, LAW)
    college = phases.last_day(PhaseTransfer.SECONDARY_TO_POST_16, 2027, LAW)
    assert school and school.statutory == day("2027-02-15")
    assert college and college.statutory == day("2027-03-31")
    assert phases.last_day(PhaseTransfer.PRIMARY_TO_SECONDARY, 2010, LAW) is None
