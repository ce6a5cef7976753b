"""Cells and check characters."""

from datetime import date

import pytest

from alongside.integrations.sen2 import identifiers, values


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


@pytest.mark.parametrize(
    "number",
    [
        "A950000178301",
        "H243278544154",
        "X845212818005",
        "F931123412001",
        "T931456720002",
        "B801200005001",
        "J93112342500A",
        "Q93145672600Z",
        "M838123426001",
        "W943123426001",
    ],
)
def test_a_right_upn_is_taken(number: str) -> None:
    assert identifiers.upn(number.lower()) == number


@pytest.mark.parametrize(
    ("number", "letter"),
    [("R247962919251", "Q"), ("X428558133462", "W"), ("A801200005001", "B"), ("X123456789875", "R")],
)
def test_a_upn_with_a_wrong_letter_is_refused_with_the_right_one(number: str, letter: str) -> None:
    with pytest.raises(ValueError, match=f"should be {letter}"):
        identifiers.upn(number)


@pytest.mark.parametrize("number", ["1000000000", "1000000019", "1000000027", "1000000035", "1234567899"])
def test_a_right_uln_is_taken(number: str) -> None:
    assert identifiers.uln(number) == number


@pytest.mark.parametrize("number", ["1234567890", "1000000060", "123", "0000000000"])
def test_a_wrong_uln_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="ULN"):
        identifiers.uln(number)
