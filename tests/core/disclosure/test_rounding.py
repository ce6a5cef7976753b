"""Rounded counts and shares that may be published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.disclosure.rounding import rounded, share
from alongside.core.refusal import Refused


@given(st.integers(0, 10**12), st.integers(1, 1000))
def test_rounded_count_is_the_nearest_multiple(count: int, to: int) -> None:
    got = rounded(count, to=to)
    assert got % to == 0
    assert 2 * abs(got - count) <= to


@pytest.mark.parametrize(("count", "got"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (961, 960)])
def test_count_is_rounded_to_five(count: int, got: int) -> None:
    assert rounded(count) == got


def test_half_way_goes_up() -> None:
    assert rounded(5, to=10) == 10
    assert rounded(15, to=10) == 20


def test_count_below_nought_is_refused() -> None:
    with pytest.raises(Refused, match="-1 cannot be a count of people"):
        rounded(-1)


def test_share_is_part_of_whole() -> None:
    assert share(370, 961) == pytest.approx(0.385, abs=0.0005)
    assert share(0, 10) == 0.0
    assert share(10, 10) == 1.0
    assert share(5, 10) == 0.5


@pytest.mark.parametrize(
    ("part", "whole"), [(0, 0), (9, 9), (0, 9), (1, 100), (4, 100), (96, 100), (99, 100), (5, 9), (6, 10)]
)
def test_share_that_would_say_too_much_is_not_given(part: int, whole: int) -> None:
    assert share(part, whole) is None


@pytest.mark.parametrize(("part", "whole"), [(-1, 10), (11, 10), (0, -1)])
def test_part_that_is_not_of_the_whole_is_refused(part: int, whole: int) -> None:
    with pytest.raises(Refused, match="is not a share"):
        share(part, whole)
