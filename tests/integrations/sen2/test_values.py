"""Cells of a return."""

from datetime import date

import pytest

from alongside.integrations.sen2 import values


@pytest.mark.parametrize(
    "text",
    [
        "2022-09-28",
        "2022-Sep-28 00:00:00",
        "2022-09-28T00:00:00",
        "2022-09-28T00:00:00.000Z",
        "28/09/2022",
        "28/09/2022 00:00",
        "28-Sep-2022",
        "28 September 2022",
        "28.9.2022",
        "2022/9/28",
    ],
)
def test_a_date_is_read_in_every_usual_form(text: str) -> None:
    assert values.day(text) == date(2022, 9, 28)


def test_a_date_with_slashes_is_day_first() -> None:
    assert values.day("03/04/2024") == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("TRUE", True), ("Yes", True), ("0", False), ("no", False)]
)
def test_a_flag_is_read_in_every_usual_form(text: str, value: bool) -> None:
    assert values.flag(text) is value


def test_a_flag_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="1 \\(true\\) or 0"):
        values.flag("maybe")


def test_reference_numbers_from_a_spreadsheet_lose_their_empty_decimal() -> None:
    assert values.digits(6)("123456.0") == "123456"


def test_a_whole_number_of_words_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number"):
        values.whole("two")
