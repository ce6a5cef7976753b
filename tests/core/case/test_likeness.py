"""Reasons why two records may be of one child."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.case.likeness import Likeness, compare

IVY = Likeness("Ivy", "Fielding", date(2018, 5, 4), postcode="NS1 1AA", address="1 Mill Lane")
FAR = {"postcode": "", "address": ""}


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(IVY, **FAR), "same date of birth, same first name and same last name"),
        (
            replace(IVY, forename="Jo", known_as="ivy", **FAR),
            "same date of birth, same first name and same last name",
        ),
        (
            replace(IVY, surname="Feilding", **FAR),
            "same date of birth, same first name and similar last name",
        ),
        (
            replace(IVY, surname="Smith-Fielding", **FAR),
            "same date of birth, same first name and similar last name",
        ),
        (replace(IVY, forename="Zoe", **FAR), "same date of birth and same last name"),
        (replace(IVY, surname="Okafor", **FAR), "same date of birth and same first name"),
        (replace(IVY, born_on=None, **FAR), "same name, and a date of birth that is not known"),
        (
            replace(IVY, born_on=date(2018, 4, 5), **FAR),
            "same first name, same last name, and dates of birth that one slip would make the same",
        ),
        (
            replace(IVY, born_on=date(2019, 5, 4), **FAR),
            "same first name, same last name, and dates of birth that one slip would make the same",
        ),
    ],
)
def test_reason_says_what_is_the_same(other: Likeness, reason: str) -> None:
    alike = compare(IVY, other)
    assert alike is not None
    assert alike.reasons == (reason,)
    assert alike.hints == ()


def test_numbers_are_the_same_however_they_are_spaced() -> None:
    one = Likeness("A", "B", None, upn="A123456789012", nhs_number="943 476 5919")
    other = Likeness("C", "D", None, upn="a123456789012", nhs_number="9434765919")
    alike = compare(one, other)
    assert alike is not None
    assert alike.reasons == ("same unique pupil number (UPN)", "same NHS number")


def test_home_is_only_a_hint() -> None:
    brother = Likeness("Jago", "Hill", date(2020, 2, 2), postcode="ns11aa", address="1 Mill Lane")
    neighbour = replace(brother, address="Flat 9, The Old Granary")
    same, near = compare(IVY, brother), compare(IVY, neighbour)
    assert same is not None
    assert near is not None
    assert (same.reasons, same.hints) == ((), ("same address: may be a brother or sister",))
    assert near.hints == ("same postcode: may be a brother or sister, or a neighbour",)


@pytest.mark.parametrize(
    "other",
    [
        Likeness("Ivy", "Okafor", date(2012, 1, 9)),
        Likeness("Zoe", "Okafor", date(2018, 5, 4)),
        Likeness("Ivy", "Fielding", date(2012, 1, 9)),
        Likeness("Zoe", "Fielding", None),
        Likeness("", "", None),
    ],
)
def test_stranger_is_not_alike(other: Likeness) -> None:
    assert compare(IVY, other) is None


def test_more_reasons_come_first() -> None:
    strong, weak = compare(IVY, IVY), compare(IVY, replace(IVY, forename="Zoe", surname="Hill", born_on=None))
    assert strong is not None
    assert weak is not None
    assert strong.strength > weak.strength


names = st.text("abcdefgh -'éü", max_size=12)
children = st.builds(
    Likeness,
    names,
    names,
    st.none() | st.dates(date(2000, 1, 1), date(2026, 1, 1)),
    names,
    names,
    names,
    names,
    names,
)


@given(children, children)
def test_likeness_does_not_depend_on_which_record_is_first(one: Likeness, other: Likeness) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there is None) == (back is None)


@given(children)
def test_what_is_not_known_is_never_alike(child: Likeness) -> None:
    assert compare(child, Likeness("", "", None)) is None
