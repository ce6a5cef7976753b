"""The pages of one case: what they say, to whom, and what they refuse."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

import advice_cast
from alongside.app.actions import happenings
from alongside.app.actions.happenings import Happening
from alongside.core.case.codes import EventKind
from cast import Cast

QUERIES = 25
PAGES = ("", "/chronology", "/people", "/record")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def address(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}{page}"


def test_overview_explains_a_date_by_fact_rule_and_citation(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "The request was received on 16 November 2026." in page
    assert "six weeks after that day, which is itself not counted" in page
    assert "SEND Regulations 2014 regs 4(1), 5(1)" in page
    assert "28 December 2026" in page


def test_overview_says_which_rules_nobody_checked_against_the_source(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "has not yet been checked against the source" in page


def test_overview_considers_each_exception(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "School closed for four weeks or more" in page
    assert "No such circumstance is recorded" in page


def test_twenty_weeks_mark_what_is_next(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert 'aria-current="step"' in page
    assert "The twenty weeks" in page


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["stranger", "officer_elsewhere", "senco_elsewhere"])
def test_whoever_has_nothing_to_do_with_it_does_not_find_it(
    cast: Cast, signed_in: Callable[..., Any], page: str, who: str
) -> None:
    assert signed_in(getattr(cast, who)).get(address(cast, page)).status_code in (403, 404)


@pytest.mark.parametrize("page", PAGES)
def test_case_that_does_not_exist_is_not_found(cast: Cast, signed_in: Callable[..., Any], page: str) -> None:
    assert signed_in(cast.officer).get(f"/cases/{uuid4()}{page}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: Callable[..., Any], django_assert_max_num_queries: Any, page: str
) -> None:
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(address(cast, page)).status_code == 200


def test_withheld_address_is_shown_to_the_officer_who_has_the_case(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    page = signed_in(cast.officer).get(address(cast, "/people")).content.decode()
    assert "1 Mill Lane" in page
    assert "petra.parent@example.org" in page


@pytest.mark.parametrize(
    "who", ["other_officer", "manager", "placements_officer", "parent", "other_parent", "senco"]
)
def test_withheld_address_is_shown_to_nobody_else(
    cast: Cast, signed_in: Callable[..., Any], who: str
) -> None:
    response = signed_in(cast.again(getattr(cast, who))).get(address(cast, "/people"))
    assert response.status_code in (200, 403, 404)
    page = response.content.decode()
    if who != "parent":  # she sees her own
        assert "01632 960111" not in page
        assert "petra.parent@example.org" not in page
    assert "NS1 1AA" not in page


def test_other_parent_is_not_told_that_anything_is_withheld(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    page = signed_in(cast.other_parent).get(address(cast, "/people")).content.decode()
    assert "ithheld" not in page
    assert "9 Far Street" in page


def test_who_has_looked_lists_the_look_before(cast: Cast, signed_in: Callable[..., Any]) -> None:
    signed_in(cast.officer).get(address(cast))
    page = signed_in(cast.manager).get(address(cast, "/looks")).content.decode()
    assert "Cora Coordinator" in page
    assert "Opened to see what is due in this case and why" in page


def test_who_has_looked_is_not_for_officers(cast: Cast, signed_in: Callable[..., Any]) -> None:
    assert signed_in(cast.officer).get(address(cast, "/looks")).status_code == 403


def test_chronology_as_known_before_a_case_was_typed_is_empty(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    query = "?known_on-day=20&known_on-month=11&known_on-year=2026"
    page = signed_in(cast.officer).get(address(cast, "/chronology") + query).content.decode()
    assert "Request for an assessment received" not in page
    assert "Nothing is recorded" in page


def test_impossible_day_as_known_on_is_a_sentence(cast: Cast, signed_in: Callable[..., Any]) -> None:
    query = "?known_on-day=31&known_on-month=2&known_on-year=2026"
    response = signed_in(cast.officer).get(address(cast, "/chronology") + query)
    assert response.status_code == 422
    assert "must be a real date" in response.content.decode()


def test_only_what_may_follow_is_offered(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get(address(cast, "/record")).content.decode()
    assert "Family invited to give their views" in page
    assert "Appeal received" not in page


def test_news_is_recorded_and_shown(cast: Cast, signed_in: Callable[..., Any]) -> None:
    client = signed_in(cast.officer)
    given = {"occurred_on-day": "20", "occurred_on-month": "11", "occurred_on-year": "2026"}
    assert client.post(address(cast, "/record/views_invited"), given).status_code == 303
    assert "Family invited to give their views" in client.get(address(cast, "/chronology")).content.decode()


def test_day_in_the_future_is_refused_in_words(cast: Cast, signed_in: Callable[..., Any]) -> None:
    given = {"occurred_on-day": "20", "occurred_on-month": "11", "occurred_on-year": "2027"}
    response = signed_in(cast.officer).post(address(cast, "/record/views_invited"), given)
    assert response.status_code == 422
    assert "must be today or in the past" in response.content.decode()


def test_what_may_not_follow_is_refused_in_words(cast: Cast, signed_in: Callable[..., Any]) -> None:
    given = {
        "occurred_on-day": "20", "occurred_on-month": "11", "occurred_on-year": "2026", "about": "Section I",
    }  # fmt: skip
    response = signed_in(cast.officer).post(address(cast, "/record/appeal_received"), given)
    assert response.status_code == 422
    assert "cannot be recorded now" in response.content.decode()


def test_death_is_confirmed_before_it_is_recorded(cast: Cast, signed_in: Callable[..., Any]) -> None:
    client = signed_in(cast.officer)
    given = {"occurred_on-day": "20", "occurred_on-month": "11", "occurred_on-year": "2026"}
    page = client.post(address(cast, "/record/died"), given).content.decode()
    assert "Check before you record" in page
    assert "The child died" not in client.get(address(cast, "/chronology")).content.decode()
    assert client.post(address(cast, "/record/died"), given | {"confirmed": "yes"}).status_code == 303
    assert "The child died" in client.get(address(cast, "/chronology")).content.decode()


def test_page_of_a_child_who_died_says_that_nothing_is_due(cast: Cast, signed_in: Callable[..., Any]) -> None:
    happenings.record(
        cast.case.case_id, Happening(EventKind.DIED, date(2026, 11, 20), {}), by=cast.officer, at=cast.at
    )
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "Nothing will be sent, and nothing is due." in page
    assert "Nothing is due." in page


def test_entry_can_be_corrected_from_the_chronology_by_whoever_may(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    assert "Correct this entry" in signed_in(cast.officer).get(address(cast, "/chronology")).content.decode()
    page = signed_in(cast.other_officer).get(address(cast, "/chronology")).content.decode()
    assert "Correct this entry" not in page


def test_only_deeds_that_may_follow_are_offered(cast: Cast, signed_in: Callable[..., Any]) -> None:
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "/decide" in page
    assert "Issue the final plan" not in page
    colleague = signed_in(cast.other_officer).get(address(cast)).content.decode()
    assert f"/cases/{cast.case.case_id}/decide" not in colleague


def test_party_is_added_changed_and_ended_on_pages(cast: Cast, signed_in: Callable[..., Any]) -> None:
    client = signed_in(cast.officer)
    given = {
        "relation": "SUPPORTER", "name": "Gran Fielding", "relationship": "grandmother", "address_withheld": "no",
        "agreed_to_email": "no", "parental_responsibility": "no", "phone": "", "email": "", "address": "",
    }  # fmt: skip
    assert client.post(address(cast, "/people/add"), given | {"name": ""}).status_code == 422
    assert client.post(address(cast, "/people/add"), given).status_code == 303
    assert "Gran Fielding" in client.get(address(cast, "/people")).content.decode()


def test_address_is_withheld_only_after_a_page_that_says_what_it_does(
    cast: Cast, signed_in: Callable[..., Any]
) -> None:
    client = signed_in(cast.officer)
    page = client.get(address(cast, "/people")).content.decode()
    withhold = next(part for part in page.split('"') if part.endswith("/withhold"))
    assert "nobody outside the authority" in client.get(withhold).content.decode()
    assert client.post(withhold, {"confirmed": "yes"}).status_code == 303
    assert client.get(address(cast, "/people")).content.decode().count("Address withheld") == 2


def test_search_finds_and_says_when_it_finds_nobody(cast: Cast, signed_in: Callable[..., Any]) -> None:
    client = signed_in(cast.officer)
    assert "Ivy Fielding" in client.get("/find?q=field").content.decode()
    assert "Nobody found" in client.get("/find?q=nobody").content.decode()
    wrong = client.get("/find?q=30/2/2016")
    assert wrong.status_code == 422
    assert "is not a real date" in wrong.content.decode()
    assert client.get("/find?q=").status_code == 422
    assert client.get("/find").status_code == 200


def test_card_of_asked_advice_names_the_body(cast: Cast, signed_in: Callable[..., Any]) -> None:
    advice_cast.asked(cast)
    page = signed_in(cast.officer).get(f"/cases/{cast.case.case_id}").content.decode()

    assert "The body that was asked must do this." not in page
    assert "Educational Psychology Service must do this." in page
