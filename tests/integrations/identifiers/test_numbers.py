"""Check characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.integrations.identifiers import authorities, numbers


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
    assert numbers.upn(number.lower()) == number


@pytest.mark.parametrize(
    ("number", "letter"),
    [("R247962919251", "Q"), ("X428558133462", "W"), ("A801200005001", "B"), ("X123456789875", "R")],
)
def test_a_upn_with_a_wrong_letter_is_refused_with_the_right_one(number: str, letter: str) -> None:
    with pytest.raises(ValueError, match=f"should be {letter}"):
        numbers.upn(number)


@pytest.mark.parametrize("number", ["1000000000", "1000000019", "1000000027", "1000000035", "1234567899"])
def test_a_right_uln_is_taken(number: str) -> None:
    assert numbers.uln(number) == number


@pytest.mark.parametrize("number", ["1234567890", "1000000060", "123", "0000000000"])
def test_a_wrong_uln_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="ULN"):
        numbers.uln(number)


@pytest.mark.parametrize(
    "number", ["943 476 5919", "450-557-7104", "9990000018", "9990000026", "9990000034", "9990000042"]
)
def test_a_right_nhs_number_is_taken(number: str) -> None:
    assert numbers.nhs_number(number) == number.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("number", ["9434765918", "943476591", "94347659190", "943476591x", "", "0000000060"])
def test_a_wrong_nhs_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="NHS number"):
        numbers.nhs_number(number)


@given(st.integers(0, 10**9 - 1))
def test_an_nhs_number_has_one_right_last_digit_at_most(stem: int) -> None:
    taken = 0
    for digit in range(10):
        try:
            numbers.nhs_number(f"{stem:09}{digit}")
            taken += 1
        except ValueError:
            continue
    assert taken == (sum(w * int(d) for w, d in zip(range(10, 1, -1), f"{stem:09}", strict=True)) % 11 != 1)


@given(st.integers(0, 10**12 - 1), st.integers(0, 11), st.integers(1, 9))
def test_a_upn_with_one_wrong_digit_is_always_noticed(rest: int, at: int, more: int) -> None:
    right = f"{rest:012}"
    wrong = right[:at] + str((int(right[at]) + more) % 10) + right[at + 1 :]
    assert numbers.upn_letter(right) != numbers.upn_letter(wrong)


def test_the_authorities_of_today_are_153_and_those_that_ended_have_successors() -> None:
    assert len(authorities.CURRENT) == 153
    assert authorities.IN_UPN >= authorities.CURRENT
    assert not authorities.CURRENT & set(authorities.FORMER)
    assert {new for successors in authorities.FORMER.values() for new in successors} <= authorities.CURRENT
    assert authorities.why_not("931") == ""
    assert authorities.why_not("909") == "authority 909 has ended; its work went to 942 and 943"
    assert "no local authority" in authorities.why_not("001")


def test_the_authorities_of_today_are_those_of_the_published_tables() -> None:
    from alongside.integrations.published import source

    rows = source.lines(source.folder() / "la_codes.csv")
    assert {c["la_code"] for _, c in rows if c["last_year_in_release"] == "2025"} == authorities.CURRENT
