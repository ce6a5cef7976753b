"""Tables that sort by link, and pages of long lists."""

import pytest
from django.http import QueryDict

from alongside.web.presenters import tables

ALLOWED = {"due": "due", "child": "child"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ("due", False)),
        ("sort=child", ("child", False)),
        ("sort=-child", ("child", True)),
        ("sort=password", ("due", False)),
    ],
)
def test_a_list_sorts_by_what_is_asked_or_by_its_own_order(query: str, found: tuple[str, bool]) -> None:
    assert tables.sorted_by(QueryDict(query), ALLOWED, "due") == found


def test_a_header_turns_the_order_round_and_keeps_the_rest_of_the_address() -> None:
    query = QueryDict("team=east&sort=due&page=3")
    column = tables.sort_column("Due", "due", query, now=("due", False))
    assert column.order == "ascending"
    assert column.sort_href == "?team=east&sort=-due"
    other = tables.sort_column("Child", "child", query, now=("due", False))
    assert (other.order, other.sort_href) == ("none", "?team=east&sort=child")


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("2", 2), ("99", 5), ("0", 1), ("x", 1), ("²", 1), ("9" * 30, 1)]
)
def test_a_page_that_does_not_exist_is_the_nearest_that_does(asked: str, number: int) -> None:
    pages = tables.Pages.of(QueryDict(f"page={asked}"), total=204)
    assert pages.number == number
    assert pages.offset == (number - 1) * 50


def test_a_page_says_which_rows_it_shows() -> None:
    assert tables.Pages.of(QueryDict("page=5"), total=204).words == "201 to 204 of 204 cases"
    assert tables.Pages.of(QueryDict(""), total=0).words == "No cases"
    assert tables.Pages.of(QueryDict(""), total=1).words == "1 case"


def test_the_first_and_last_page_are_always_one_click_away() -> None:
    links = tables.Pages.of(QueryDict("page=10"), total=1000).links
    assert [link.get("number", "…") for link in links] == ["1", "…", "9", "10", "11", "…", "20"]
    assert [link["number"] for link in links if link.get("current")] == ["10"]
