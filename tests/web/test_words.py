"""How dates, lengths of time and numbers are written."""

from datetime import UTC, date, datetime

import pytest

from alongside.web.presenters import wording

TODAY = date(2026, 3, 3)


def test_a_day_is_written_in_full_with_its_month_in_words() -> None:
    assert wording.day(TODAY) == "3 March 2026"
    assert wording.day_short(TODAY) == "3 Mar 2026"
    assert wording.weekday_day(TODAY) == "Tuesday 3 March 2026"


def test_a_day_that_is_not_known_says_so() -> None:
    assert wording.day(None) == wording.weekday_day(None) == wording.moment(None) == "not known"


def test_a_moment_is_shown_in_the_time_of_london() -> None:
    assert wording.moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026 at 12:30am"
    assert wording.moment(datetime(2026, 1, 1, 12, 0, tzinfo=UTC)) == "1 January 2026 at 12pm"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (6, "6 days"),
        (7, "1 week"),
        (8, "1 week and 1 day"),
        (-23, "3 weeks and 2 days"),
    ],
)
def test_a_length_of_time_is_said_in_weeks_and_days(days: int, words: str) -> None:
    assert wording.weeks_and_days(days) == words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 3, 2), "yesterday"),
        (TODAY, "today"),
        (date(2026, 3, 4), "tomorrow"),
        (date(2026, 3, 10), "in 1 week"),
        (date(2026, 2, 1), "4 weeks and 2 days ago"),
    ],
)
def test_distance_from_today_is_said_as_people_say_it(on: date, words: str) -> None:
    assert wording.from_today(on, TODAY) == words


def test_a_count_takes_the_right_form_of_its_noun() -> None:
    assert wording.plural(1, "case") == "1 case"
    assert wording.plural(1204, "case") == "1,204 cases"
    assert wording.plural(2, "child", "children") == "2 children"


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence(items: list[str], words: str) -> None:
    assert wording.sentence_list(items) == words


def test_a_share_of_nothing_is_not_nought() -> None:
    assert wording.percent(None) == "not known"
    assert wording.percent(0.385) == "38.5%"


def test_a_name_keeps_its_own_capitals() -> None:
    assert wording.capital("mcDonald") == "McDonald"
