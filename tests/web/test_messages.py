"""The pages of messages and of facts said to be wrong: what each side sees and what is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

import plan_cast
from alongside.app import scope
from alongside.records.models import CorrectionRequest, Person
from cast import HERE, Cast
from reading_age import seen

SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def case(cast: Cast, page: str) -> str:
    return f"/cases/{cast.case.case_id}{page}"


def mother(cast: Cast) -> UUID:
    return plan_cast.party_of(cast, cast.case.case_id, cast.parent)


def text(client: Any, path: str) -> str:
    return seen(client.get(path).content.decode())


def test_parent_writes_and_sees_the_promise(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    assert client.post(case(cast, "/family/messages"), {"text": ""}).status_code == 422
    response = client.post(case(cast, "/family/messages"), {"text": "When is the visit?"}, follow=True)
    page = seen(response.content.decode())
    assert "We will answer by Monday 30 November 2026." in page
    assert "You wrote" in page
    assert "We promised an answer by 30 November 2026." in page
    assert "You sent us a message." in text(client, case(cast, "/family"))


def test_officer_answers_and_the_parent_sees_it_kept(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    signed_in(cast.parent).post(case(cast, "/family/messages"), {"text": "When is the visit?"})
    client = signed_in(cast.officer)
    assert "Petra Parent about Ivy Fielding" in text(client, "/messages")
    settings.ALONGSIDE_TODAY = date(2026, 11, 25)
    thread = case(cast, f"/messages/{mother(cast)}")
    assert client.post(thread, {"text": ""}).status_code == 422
    assert client.post(thread, {"text": "On Friday at ten."}).status_code == 303
    assert "Every message has been answered." in text(client, "/messages")
    page = text(signed_in(cast.parent), case(cast, "/family/messages"))
    assert "Cora Coordinator wrote" in page
    assert "We promised an answer by 30 November 2026 and answered on 25 November 2026." in page


def test_broken_promise_is_said_on_the_page_of_the_case(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    signed_in(cast.parent).post(case(cast, "/family/messages"), {"text": "When is the visit?"})
    settings.ALONGSIDE_TODAY = date(2026, 12, 3)
    page = text(signed_in(cast.parent), case(cast, "/family"))
    assert "We have not kept this promise. We are 3 days late. We are sorry." in page
    assert "Late" in text(signed_in(cast.officer), "/messages")


def test_officer_records_a_phone_call(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.officer)
    address = case(cast, f"/messages/{mother(cast)}/record")
    given = {
        "channel": "PHONE", "received_on-day": "20", "received_on-month": "11", "received_on-year": "2026",
        "text": "She asks for a call", "answer": "",
    }  # fmt: skip
    assert client.post(address, given | {"channel": ""}).status_code == 422
    assert client.post(address, given | {"received_on-year": "2027"}).status_code == 422
    assert client.post(address, given).status_code == 303
    page = text(client, case(cast, f"/messages/{mother(cast)}"))
    assert "by phone" in page
    assert "We promised an answer by 27 November 2026." in page


@pytest.mark.parametrize("page", ["/messages", "/corrections"])
@pytest.mark.parametrize("who", ["stranger", "officer_elsewhere", "senco", "psychologist"])
def test_threads_open_to_nobody_from_outside(cast: Cast, signed_in: SignIn, page: str, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(case(cast, page)).status_code in (403, 404)


def test_other_parent_does_not_find_the_thread(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.other_parent).get(case(cast, f"/messages/{mother(cast)}")).status_code == 404


@pytest.mark.parametrize("page", ["/messages", "/corrections"])
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(25):
        assert client.get(case(cast, page)).status_code == 200


def test_parent_says_that_a_birth_date_is_wrong_and_it_is_corrected(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    assert "4 May 2018" in text(client, case(cast, "/family/wrong"))
    given = {"should_be-day": "5", "should_be-month": "4", "should_be-year": "2018", "why": ""}
    address = case(cast, "/family/wrong/born_on")
    assert client.post(address, given | {"should_be-year": "2030"}).status_code == 422
    assert client.post(address, given).status_code == 303
    assert "Not decided yet" in text(client, case(cast, "/family/wrong"))
    officer = signed_in(cast.officer)
    assert "Date of birth" in text(officer, case(cast, "/corrections"))
    with scope.opened_to_all(HERE):
        request = CorrectionRequest.objects.get().id
    decide = case(cast, f"/corrections/{request}")
    assert officer.post(decide, {"corrected": "no", "reason": ""}).status_code == 422
    assert officer.post(decide, {"corrected": "yes", "reason": ""}).status_code == 303
    with scope.opened_to_all(HERE):
        assert Person.objects.get().born_on == date(2018, 4, 5)
    page = text(signed_in(cast.parent), case(cast, "/family/wrong"))
    assert "5 April 2018" in page
    assert "Corrected on 23 November 2026" in page


def test_parent_says_that_an_entry_is_wrong(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    chronology = client.get(case(cast, "/chronology")).content.decode()
    address = case(cast, f"/events/{cast.case.request_id}/wrong")
    assert address in chronology
    assert "16 November 2026" in text(client, address)
    assert client.post(address, {"should_be": "", "why": ""}).status_code == 422
    assert client.post(address, {"should_be": "I sent it on the 12th", "why": ""}).status_code == 303
    with scope.opened_to_all(HERE):
        request = CorrectionRequest.objects.get().id
    page = text(signed_in(cast.officer), case(cast, f"/corrections/{request}"))
    assert "Correct this entry in what has happened" in page


@pytest.mark.parametrize("fact", ["entry", "nothing", "born-on"])
def test_fact_that_does_not_exist_is_not_found(cast: Cast, signed_in: SignIn, fact: str) -> None:
    assert signed_in(cast.parent).get(case(cast, f"/family/wrong/{fact}")).status_code == 404
