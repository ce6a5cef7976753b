"""The manager's pages: the three numbers are never shown apart, and a leaver's cases pass on in one page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.app import scope
from alongside.records.models import Case, Position
from cast import Cast


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def test_three_numbers_stand_together(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.manager).get("/oversight").content.decode()
    assert "issued in the last twelve months" in page
    assert "half of the 1 open case have waited" in page
    assert "is the longest wait now, since 16 November 2026" in page
    assert f"/cases/{cast.case.case_id}" in page


def test_picture_has_its_words_and_its_table(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.manager).get("/oversight").content.decode()
    assert '<title id="months-title">Plans issued within twenty weeks, by month of issue</title>' in page
    assert "Plans by month of issue" in page


def test_director_sees_no_case(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.director).get("/oversight").content.decode()
    assert "is the longest wait now" in page
    assert str(cast.case.case_id) not in page
    assert "Ivy" not in page


def test_published_figures_of_the_authority_its_neighbours_and_england(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    page = signed_in(cast.manager).get("/oversight/published").content.decode()
    for share in ("38.5%", "34.2%", "46.4%"):  # published_data: 2024, exceptions left out
        assert share in page
    assert "Open Government Licence" in page


def test_leavers_cases_pass_on_in_one_page(cast: Cast, signed_in: Callable[..., Any]) -> None:
    client = signed_in(cast.manager)
    page = client.get(f"/handover/{cast.officer.account}").content.decode()
    assert "Ivy Fielding, E26-00001" in page
    assert "Next: decide whether to assess, by 28 December 2026" in page or "Next: tell health" in page
    answer = client.post(
        f"/handover/{cast.officer.account}",
        {
            "last_day-day": "27", "last_day-month": "11", "last_day-year": "2026",
            "to_0": str(cast.other_officer.account), "note_0": "Call Petra about Tuesday.",
        },
    )  # fmt: skip
    assert answer.status_code == 303, answer.content.decode()[:3000]
    with scope.opened(cast.manager):
        assert Case.objects.get(id=cast.case.case_id).owner_id == cast.other_officer.account
        ends = Position.objects.get(account=cast.officer.account, role="COORDINATOR").ends_before
    assert ends == date(2026, 11, 28)
    assert "1 case of Cora Coordinator passed on" in client.get("/handover").content.decode()


def test_missing_note_is_said_beside_its_case(cast: Cast, signed_in: Callable[..., Any]) -> None:
    answer = signed_in(cast.manager).post(
        f"/handover/{cast.officer.account}", {"to_0": str(cast.other_officer.account), "note_0": ""}
    )
    assert answer.status_code == 422
    assert "Write what the next coordinator must know about Ivy Fielding" in answer.content.decode()


@pytest.mark.parametrize("who", ["officer", "parent", "senco"])
def test_only_managers_hand_over(cast: Cast, signed_in: Callable[..., Any], who: str) -> None:
    assert signed_in(getattr(cast, who)).get(f"/handover/{cast.officer.account}").status_code == 403


def test_number_of_queries_is_fixed(
    cast: Cast, signed_in: Callable[..., Any], django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast.manager)
    client.get("/oversight")
    with django_assert_max_num_queries(30):
        client.get("/oversight")
