"""The list of work: what it shows, to whom, and how many questions it asks the database."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.app import doing
from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind, RequestSource
from cast import Cast

QUERIES = 25


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def register(cast: Cast, forename: str, received_on: date) -> None:
    """One more case of the first officer's or of the next one's."""
    requests.register(
        NewChild(forename, "Marsh", date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh")],
        NewRequest(
            received_on, RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh", "post room"
        ),
        by=cast.officer,
        at=cast.at,
    )


def test_case_stands_on_its_officers_list(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get("/work").content.decode()
    assert "Ivy Fielding" in page
    assert "28 Dec 2026" in page
    assert "Decide whether to assess" in page


def test_colleagues_case_is_not_on_my_list_but_on_everybodys(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    client = signed_in(cast.other_officer)
    assert "Ivy Fielding" not in client.get("/work").content.decode()
    assert "Ivy Fielding" in client.get("/work?whose=ALL").content.decode()
    assert "Ivy Fielding" in client.get("/work?whose=TEAM").content.decode()


def test_late_case_comes_first_with_its_days(cast: Cast, signed_in: Callable[..., Any]) -> None:
    register(cast, "Lena", date(2026, 9, 1))
    page = signed_in(cast.other_officer).get("/work?whose=ALL").content.decode()
    assert page.index("Lena Marsh") < page.index("Ivy Fielding")
    assert "41 days late" in page


def test_filter_for_lateness_leaves_the_rest_out(cast: Cast, signed_in: Callable[..., Any]) -> None:
    register(cast, "Lena", date(2026, 9, 1))
    page = signed_in(cast.officer).get("/work?whose=ALL&late=yes").content.decode()
    assert "Lena Marsh" in page
    assert "Ivy Fielding" not in page


def test_filter_by_rule_lists_that_rule(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get("/work?rule=A06").content.decode()
    assert "5 Apr 2027" in page


def test_filter_by_stage_leaves_other_stages_out(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get("/work?stage=ASSESSING").content.decode()
    assert "Ivy Fielding" not in page
    assert "Nothing fits" in page


def test_unknown_filter_is_left_out(cast: Cast, signed_in: Callable[..., Any]) -> None:
    response = signed_in(cast.officer).get("/work?rule=ZZZ&whose=x&page=-3&stage=%27")
    assert response.status_code == 200
    assert "Ivy Fielding" in response.content.decode()


def test_page_past_the_last_is_empty_and_no_fault(cast: Cast, signed_in: Callable[..., Any]) -> None:
    assert signed_in(cast.officer).get("/work?page=999").status_code == 200


@pytest.mark.parametrize("who", ["parent", "stranger"])
def test_family_has_no_list_of_work(cast: Cast, signed_in: Callable[..., Any], who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/work").status_code == 403


def test_another_authority_sees_nothing_of_this_one(cast: Cast, signed_in: Callable[..., Any]) -> None:
    assert "Ivy" not in signed_in(cast.officer_elsewhere).get("/work?whose=ALL").content.decode()


def test_number_of_questions_does_not_grow_with_the_list(
    cast: Cast, signed_in: Callable[..., Any], django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        register(cast, f"Child{number}", date(2026, 11, 2))
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(QUERIES):
        client.get("/work?whose=ALL")


def test_adviser_is_led_to_the_advice_asked_of_them(cast: Cast, signed_in: Callable[..., Any]) -> None:
    answer = signed_in(cast.psychologist).get("/work")
    assert answer.status_code == 302
    assert answer["Location"] == "/advice"


def test_adviser_has_no_search(cast: Cast, signed_in: Callable[..., Any]) -> None:
    assert signed_in(cast.psychologist).get("/find?q=ivy").status_code == 403


def with_plan(cast: Cast, made_on: date, *events: tuple[EventKind, date, dict[str, str]]) -> None:
    """Ivy's request came to nothing, and she holds a plan made on this day."""
    with doing.on_case(cast.case.case_id, Permission.SEE_CASE, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.REQUEST_WITHDRAWN, date(2026, 11, 20), {})
        deed.append(EventKind.PLAN_MADE, made_on, {})
        for kind, on, details in events:
            deed.append(kind, on, details)


@pytest.mark.parametrize(
    ("made_on", "is_listed"),
    [
        (date(2026, 1, 20), False),  # its year ends in eight weeks and a day
        (date(2026, 1, 19), True),
        (date(2025, 11, 24), True),  # its year ends today
    ],
)
def test_first_review_is_listed_from_eight_weeks_before_its_last_day(
    cast: Cast, signed_in: Callable[..., Any], made_on: date, is_listed: bool
) -> None:
    with_plan(cast, made_on)
    client = signed_in(cast.officer)
    assert ("Ivy Fielding" in client.get("/work").content.decode()) is is_listed
    assert "Ivy Fielding" in client.get("/work?rule=R01").content.decode(), (
        "asked for, it is shown at any time"
    )


@pytest.mark.parametrize(("year", "is_listed"), [("2027", True), ("2028", False)])
def test_move_to_the_next_school_is_listed_from_october_before(
    cast: Cast, signed_in: Callable[..., Any], year: str, is_listed: bool
) -> None:
    foreseen = {"transfer": "PRIMARY_TO_SECONDARY", "on": f"{year}-09-01"}
    with_plan(cast, date(2026, 11, 20), (EventKind.PHASE_TRANSFER_FORESEEN, date(2026, 11, 20), foreseen))
    page = signed_in(cast.officer).get("/work").content.decode()
    assert ("15 Feb 2027" in page) is is_listed


def test_list_is_narrowed_to_one_part_of_the_work(cast: Cast, signed_in: Callable[..., Any]) -> None:
    with_plan(cast, date(2025, 11, 24))
    register(cast, "Lena", date(2026, 9, 1))
    client = signed_in(cast.officer)
    reviews = client.get("/work?whose=ALL&area=REVIEW").content.decode()
    assert "Ivy Fielding" in reviews
    assert "Lena Marsh" not in reviews
    assert "Reviews and amendments" in reviews
    everything = client.get("/work?whose=ALL").content.decode()
    assert everything.index("Lena Marsh") < everything.index("Ivy Fielding"), (
        "by date, whatever part it is of"
    )
