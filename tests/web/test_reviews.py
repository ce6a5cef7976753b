"""The pages of reviews and phase transfers: what is said, to whom, and what the file holds."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.app.actions import earlier
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.earlier import EarlierPlan
from cast import Cast

QUERIES = 8


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def plan(cast: Cast, forename: str, made_on: date, born_on: date = date(2016, 3, 1)) -> None:
    """A plan of the first officer's."""
    child = NewChild(forename, "Marsh", born_on, setting=cast.school)
    known = EarlierPlan(child, [NewParty("PARENT", "Ada Marsh")], made_on, cast.officer.account)
    entered = datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC)
    earlier.enter(known, by=cast.service, at=min(entered, cast.at))


def rows(answer: Any) -> list[dict[str, str]]:
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_overdue_review_is_listed_with_its_days_owner_school_and_year_group(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    plan(cast, "Wren", date(2025, 11, 13))
    page = signed_in(cast.manager).get("/reviews").content.decode()
    for words in (
        "Wren Marsh",
        "Review overdue",
        "12 Nov 2026",
        "11 days late",
        "Year 6",
        "Cora Coordinator",
    ):
        assert words in page, words


def test_counts_lead_to_the_list_of_that_state(cast: Cast, signed_in: Callable[..., Any]) -> None:
    plan(cast, "Wren", date(2025, 11, 13))
    plan(cast, "Robin", date(2025, 12, 20))
    client = signed_in(cast.officer)
    assert "Robin Marsh" in client.get("/reviews?state=WITHIN_TWELVE").content.decode()
    late = client.get("/reviews?state=OVERDUE").content.decode()
    assert "Wren Marsh" in late
    assert "Robin Marsh" not in late


def test_phase_transfers_say_what_is_to_do_and_by_when(cast: Cast, signed_in: Callable[..., Any]) -> None:
    plan(cast, "Wren", date(2026, 3, 2))
    page = signed_in(cast.officer).get("/phase-transfers").content.decode()
    for words in (
        "Phase transfers in 2027",
        "Primary to secondary school",
        "15 Feb 2027",
        "To begin",
        "Nothing yet",
    ):
        assert words in page, words
    assert "Wren Marsh" not in signed_in(cast.officer).get("/phase-transfers?moving=2028").content.decode()


@pytest.mark.parametrize("address", ["/reviews", "/phase-transfers"])
def test_senior_leader_sees_numbers_and_no_name(
    cast: Cast, signed_in: Callable[..., Any], address: str
) -> None:
    plan(cast, "Wren", date(2025, 11, 13))
    answer = signed_in(cast.director).get(address)
    assert answer.status_code == 200
    assert "Wren" not in answer.content.decode()
    assert "not whose they are" in answer.content.decode()
    assert signed_in(cast.director).get(f"{address}/file").status_code == 403


@pytest.mark.parametrize("who", ["parent", "stranger", "psychologist"])
@pytest.mark.parametrize(
    "address", ["/reviews", "/phase-transfers", "/reviews/file", "/phase-transfers/file"]
)
def test_family_and_advisers_have_neither_list_nor_file(
    cast: Cast, signed_in: Callable[..., Any], who: str, address: str
) -> None:
    assert signed_in(getattr(cast, who)).get(address).status_code == 403


def test_file_holds_the_same_lines_and_no_formula(cast: Cast, signed_in: Callable[..., Any]) -> None:
    plan(cast, "=1+1", date(2025, 11, 13))
    plan(cast, "Robin", date(2025, 12, 20))
    client = signed_in(cast.manager)
    (line,) = rows(client.get("/reviews/file?state=OVERDUE"))
    assert (line["Name"], line["Last day"], line["Days late"]) == ("'=1+1 Marsh", "2026-11-12", "11")
    assert [line["Last day"] for line in rows(client.get("/phase-transfers/file"))] == [
        "2027-02-15",
        "2027-02-15",
    ]


def test_coordinators_file_holds_their_own_cases(cast: Cast, signed_in: Callable[..., Any]) -> None:
    plan(cast, "Wren", date(2025, 11, 13))
    assert len(rows(signed_in(cast.officer).get("/reviews/file"))) == 1
    assert rows(signed_in(cast.other_officer).get("/reviews/file")) == []


@pytest.mark.parametrize("address", ["/reviews", "/phase-transfers"])
def test_what_is_no_answer_is_left_out(cast: Cast, signed_in: Callable[..., Any], address: str) -> None:
    plan(cast, "Wren", date(2025, 11, 13))
    odd = "?owner=x&school=%27&month=2026-13&year_group=99&state=ZZ&moving=abc&page=-4&team=%00"
    page = signed_in(cast.manager).get(f"{address}{odd}")
    assert page.status_code == 200
    assert "Wren Marsh" in page.content.decode()
    assert signed_in(cast.manager).get(f"{address}?page=99").status_code == 200


@pytest.mark.parametrize("address", ["/reviews", "/phase-transfers"])
def test_number_of_questions_does_not_grow_with_the_list(
    cast: Cast, signed_in: Callable[..., Any], address: str, django_assert_max_num_queries: Any
) -> None:
    for day in range(1, 9):
        plan(cast, f"Child{day}", date(2025, 11, day))
    client = signed_in(cast.manager)
    with django_assert_max_num_queries(QUERIES):
        client.get(address)
