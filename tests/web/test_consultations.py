"""Consulting settings and their replies, as pages."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.app import scope
from alongside.app.actions import consultations, representations
from alongside.app.actor import Actor
from alongside.app.placing import Setting
from alongside.core.access.role import RoleCode
from alongside.records.models import Consultation
from cast import HERE, Cast, officer
from plan_cast import drafting, later, served

SignIn = Callable[..., Any]
WHEN = "From September 2027, in year 4."
WHY = "The building has stairs only, and Ivy uses a wheelchair for most of the day."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


@pytest.fixture
def orchard(cast: Cast) -> Actor:
    """The SENCO of the special school."""
    with scope.opened_to_all(HERE):
        return officer(HERE, "Orla Orchard", RoleCode.SENCO, cast.at, cast.special_school)


def at(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/settings{page}"


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def asked(cast: Cast) -> str:
    served(cast)
    settings = (Setting(str(cast.special_school), ""),)
    [one] = consultations.consult(cast.case.case_id, settings, WHEN, by=cast.officer, at=cast.at)
    return one.id


def test_several_settings_are_consulted_from_one_page(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    client = signed_in(cast.officer)
    given = {
        "settings": [str(cast.special_school), str(cast.school)], "other_names": "Far Away College\n\n",
        "place_wanted": WHEN,
    }  # fmt: skip
    page = client.post(at(cast, "/consult?find=school"), given, follow=True)
    words = text_of(page)
    assert "The Orchard School, Millbrook Primary School and Far Away College have been consulted" in words
    assert "Tuesday 8 December 2026" in words
    assert "Print and post the letter to" in words


def test_nothing_chosen_is_refused_in_words(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    page = signed_in(cast.officer).post(at(cast, "/consult"), {"place_wanted": WHEN})
    assert page.status_code == 422
    assert "Choose at least one setting to consult" in text_of(page)


def test_setting_that_the_family_asked_for_is_ticked_and_missed_loudly(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    representations.ask_for_setting(case, cast.special_school, "", by=cast.parent, at=cast.at)
    client = signed_in(cast.officer)
    assert "The family asked for The Orchard School" in text_of(client.get(at(cast)))
    assert "It has not been consulted" in text_of(client.get(f"/cases/{case}/plan"))
    assert "asked for by the family" in text_of(client.get(at(cast, "/consult")))
    assert "checked" in client.get(at(cast, "/consult")).content.decode()


def test_without_a_draft_the_page_says_what_comes_first(cast: Cast, signed_in: SignIn) -> None:
    drafting(cast)
    assert "Send the draft to the family first" in text_of(signed_in(cast.officer).get(at(cast, "/consult")))


def test_setting_finds_what_it_is_asked_and_replies(cast: Cast, signed_in: SignIn, orchard: Actor) -> None:
    consultation = asked(cast)
    client = signed_in(orchard)
    where = at(cast, f"/{consultation}/reply")
    assert where in client.get("/asked-of-us").content.decode()
    assert "Read the draft plan, version 1" in text_of(client.get(where))
    wrong = client.post(where, {"answer": "CANNOT_MEET", "reasons": "We are full."})
    assert wrong.status_code == 422
    assert "The only grounds are" in text_of(wrong)
    given = {"answer": "CANNOT_MEET", "grounds": ["UNSUITABLE"], "reasons": WHY}
    done = text_of(client.post(where, given, follow=True))
    assert "Your reply about Ivy Fielding has been sent" in done
    assert "You declined, 23 November 2026" in done
    assert "Declined, on a ground in law" in text_of(signed_in(cast.parent).get(at(cast)))


def test_reply_without_an_answer_is_asked_for(cast: Cast, signed_in: SignIn, orchard: Actor) -> None:
    consultation = asked(cast)
    page = signed_in(orchard).post(at(cast, f"/{consultation}/reply"), {"answer": ""})
    assert page.status_code == 422
    assert "Choose yes or no" in text_of(page)


def test_another_setting_finds_neither_the_question_nor_the_child(cast: Cast, signed_in: SignIn) -> None:
    consultation = asked(cast)
    client = signed_in(cast.senco_elsewhere)
    assert "Ivy" not in text_of(client.get("/asked-of-us"))
    assert client.get(at(cast, f"/{consultation}/reply")).status_code == 404
    assert client.get(at(cast)).status_code in (403, 404)


def test_consulted_setting_reads_the_draft_and_not_what_is_being_written(
    cast: Cast, signed_in: SignIn, orchard: Actor
) -> None:
    asked(cast)
    client = signed_in(orchard)
    assert client.get(f"/cases/{cast.case.case_id}/plan/versions/1").status_code == 200
    assert client.get(f"/cases/{cast.case.case_id}/plan/versions/2").status_code == 404


def test_reply_by_telephone_on_no_ground_is_recorded_and_explained(cast: Cast, signed_in: SignIn) -> None:
    consultation = asked(cast)
    given = {
        "channel": "PHONE", "replied_by": "Mr Orchard, head", "answer": "DECLINED_ON_NO_GROUND",
        "reasons": "They are full.", "received_on-day": "23", "received_on-month": "11", "received_on-year": "2026",
    }  # fmt: skip
    client = signed_in(cast.other_officer)
    page = text_of(client.post(at(cast, f"/{consultation}/record"), given, follow=True))
    assert "Declined, on no ground in law" in page
    assert "no reason in law against naming it" in page
    with scope.opened(cast.officer):
        assert Consultation.objects.get(id=consultation).grounds == []


def test_silence_is_shown_as_silence_that_stops_nobody(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    asked(cast)
    settings.ALONGSIDE_TODAY = later(cast, 15).date()
    assert "Waiting for a reply" in text_of(signed_in(cast.officer).get(at(cast)))
    settings.ALONGSIDE_TODAY = later(cast, 16).date()
    page = text_of(signed_in(cast.officer).get(at(cast)))
    assert "No reply" in page
    assert "Silence does not stop the authority" in page


@pytest.mark.parametrize("page", ["", "/consult?find=s"])
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    asked(cast)
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(35):
        assert client.get(at(cast, page)).status_code == 200
