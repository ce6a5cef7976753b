"""The pages of advice: an adviser's list and form, the tab of a case, the family's own form."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from advice_cast import A_JPEG, asked, request_for, row, taken_by
from alongside.app.actions import advice_answers, advice_family
from alongside.app.actions.advice_drafts import Written
from alongside.core.case.codes import AdviceKind
from cast import Cast

SignIn = Callable[..., Any]
OFFICERS_PAGES = ("", "/chase", "/cancel", "/record", "/earlier", "/received")
ADVISERS_PAGES = ("/give", "/write", "/check", "/nothing", "/pass-on")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def one(cast: Cast, kind: AdviceKind, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/advice/{request_for(cast, kind)}{page}"


def text(answer: Any) -> str:
    return answer.content.decode()  # type: ignore[no-any-return]


def test_adviser_lands_on_what_is_asked_of_them(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client = signed_in(cast.psychologist)
    assert client.get("/", follow=True).request["PATH_INFO"] == "/advice"
    page = text(client.get("/advice"))
    assert "Ivy Fielding: psychological advice" in page
    assert "Nobody has taken it yet" in page
    assert "4 Jan 2027" in page


def test_list_costs_a_bounded_number_of_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    asked(cast)
    client = signed_in(cast.psychologist)
    with django_assert_max_num_queries(30):
        client.get("/advice")


@pytest.mark.parametrize("page", ADVISERS_PAGES)
def test_advisers_pages_cost_a_bounded_number_of_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    asked(cast)
    taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    client, address = signed_in(cast.health_adviser), one(cast, AdviceKind.MEDICAL, page)
    with django_assert_max_num_queries(45):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("page", OFFICERS_PAGES)
def test_officers_pages_open(cast: Cast, signed_in: SignIn, page: str) -> None:
    asked(cast)
    answer = signed_in(cast.officer).get(one(cast, AdviceKind.MEDICAL, page))
    assert answer.status_code == 200


def test_date_is_explained_by_fact_and_citation(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    page = text(signed_in(cast.psychologist).get(one(cast, AdviceKind.PSYCHOLOGICAL, "/give")))
    assert "Monday 4 January 2027" in page
    assert "reg 8(1)" in page


@pytest.mark.parametrize("page", ADVISERS_PAGES)
@pytest.mark.parametrize("who", ["health_adviser", "senco", "stranger", "senco_elsewhere"])
def test_another_advisers_request_is_not_found(cast: Cast, signed_in: SignIn, page: str, who: str) -> None:
    asked(cast)
    answer = signed_in(getattr(cast, who)).get(one(cast, AdviceKind.PSYCHOLOGICAL, page))
    assert answer.status_code in (403, 404)
    assert "Ivy" not in text(answer)
    if who != "stranger":
        assert answer.status_code == 404


@pytest.mark.parametrize("page", ADVISERS_PAGES + OFFICERS_PAGES)
def test_request_that_is_not_there_is_not_found(cast: Cast, signed_in: SignIn, page: str) -> None:
    asked(cast)
    actor = cast.psychologist if page in ADVISERS_PAGES else cast.officer
    assert signed_in(actor).get(f"/cases/{cast.case.case_id}/advice/{uuid4()}{page}").status_code == 404


def test_papers_open_with_taking_the_request(cast: Cast, signed_in: SignIn) -> None:
    case = asked(cast)
    advice_family.send(case, Written("", {"about": "She sings all day"}, 0), by=cast.parent, at=cast.at)
    client, address = signed_in(cast.psychologist), one(cast, AdviceKind.PSYCHOLOGICAL)
    before = text(client.get(f"{address}/give"))
    assert "She sings all day" not in before
    after = text(client.post(f"{address}/take", follow=True))
    assert "You have taken this request." in after
    assert "She sings all day" in after


def test_advice_is_written_checked_and_sent(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.psychologist), one(cast, AdviceKind.PSYCHOLOGICAL)
    typed = {
        "revision": "0", "check": "yes", "post": "Psychologist", "strengths": "Builds towers",
        "seen_on-day": "3", "seen_on-month": "3", "seen_on-year": "2025",
        "provision_1_what": "Access to a quiet room", "need_1_what": "Reads single words",
    }  # fmt: skip
    check = client.post(f"{address}/write", typed, follow=True)
    page = text(check)
    assert check.request["PATH_INFO"].endswith("/check")
    assert "Builds towers" in page
    assert "says “Access to a quiet room”" in page
    assert "more than a year ago" in page
    assert "Provision 1: “How often?” has no answer." in page
    assert "“Thinking and learning” has no answer." in page
    sent = client.post(f"{address}/check", {"revision": "1"}, follow=True)
    assert "Your advice has been sent. Thank you." in text(sent)
    assert row(cast, request_for(cast, AdviceKind.PSYCHOLOGICAL)).received_on == date(2026, 11, 23)


def test_one_more_of_a_group_is_given_without_scripts(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.psychologist), one(cast, AdviceKind.PSYCHOLOGICAL)
    assert 'name="need_2_what"' not in text(client.get(f"{address}/write"))
    typed = {"revision": "0", "more": "need", "need_1_what": "Reads single words"}
    saved = client.post(f"{address}/write", typed)
    assert saved["Location"].endswith("/write#need")
    page = text(client.get(f"{address}/write"))
    assert "Reads single words" in page
    assert 'name="need_2_what"' in page
    assert 'name="need_3_what"' not in page


def test_second_writer_sees_what_the_first_saved_and_loses_nothing(cast: Cast, signed_in: SignIn) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    first = Written("MEDICAL", {"strengths": "Hers"}, 0)
    advice_answers.save_draft(case, request, first, by=cast.clinical_officer, at=cast.at)
    client, address = signed_in(cast.health_adviser), one(cast, AdviceKind.MEDICAL, "/write")
    answer = client.post(address, {"revision": "0", "later": "yes", "strengths": "His"})
    page = text(answer)
    assert answer.status_code == 422
    assert "Somebody else saved this advice" in page
    assert "Hers" in page
    assert "His" in page
    assert 'name="revision" value="1"' in page
    assert client.post(address, {"revision": "1", "later": "yes", "strengths": "Both"}).status_code == 303


def test_saving_by_itself_answers_in_a_sentence(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.psychologist), one(cast, AdviceKind.PSYCHOLOGICAL, "/save")
    kept = client.post(address, {"revision": "0", "strengths": "Towers"})
    assert kept.json()["revision"] == 1
    assert kept.json()["sentence"].startswith("Kept 23 November 2026")
    late = client.post(address, {"revision": "0", "strengths": "Other"})
    assert late.status_code == 409
    assert late.json()["sentence"].startswith("Not kept. Somebody else saved")


def test_day_that_is_none_is_named_and_nothing_typed_is_lost(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.psychologist), one(cast, AdviceKind.PSYCHOLOGICAL, "/write")
    typed = {
        "revision": "0",
        "strengths": "Towers",
        "seen_on-day": "31",
        "seen_on-month": "2",
        "seen_on-year": "2026",
    }
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert "must be a real date" in text(answer)
    assert "Towers" in text(answer)


def test_therapist_chooses_the_form_of_their_profession(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.health_adviser), one(cast, AdviceKind.MEDICAL)
    assert "Occupational therapy advice" in text(client.get(f"{address}/give"))
    page = text(client.get(f"{address}/write?form=OCCUPATIONAL_THERAPY"))
    assert "How they take in sound, light, touch and movement" in page
    client.post(f"{address}/write?form=OCCUPATIONAL_THERAPY", {"revision": "0", "sensory": "Covers her ears"})
    assert "Covers her ears" in text(client.get(f"{address}/write?form=PHYSIOTHERAPY"))


def test_file_alone_is_an_answer(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.senco), one(cast, AdviceKind.EDUCATIONAL)
    page = text(client.get(f"{address}/check"))
    assert '<h1 class="govuk-heading-l">Send a file</h1>' in page
    empty = client.post(f"{address}/check", {"revision": "0"})
    assert empty.status_code == 422
    assert "Nothing is written yet" in text(empty)
    wrong = SimpleUploadedFile("report.pdf", A_JPEG)
    assert "is not what its name says" in text(
        client.post(f"{address}/check", {"revision": "0", "file": wrong})
    )
    scan = SimpleUploadedFile("scan.jpg", A_JPEG)
    sent = client.post(f"{address}/check", {"revision": "0", "file": scan}, follow=True)
    assert "Open the file: scan.jpg" in text(sent)


def test_nothing_to_add_needs_its_reason(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.social_care), one(cast, AdviceKind.SOCIAL_CARE, "/nothing")
    assert "Say why you have nothing to add" in text(client.post(address, {"reason": ""}))
    sent = client.post(address, {"reason": "The family is not known to us"}, follow=True)
    assert "Your answer has been sent. Thank you." in text(sent)
    assert row(cast, request_for(cast, AdviceKind.SOCIAL_CARE)).nothing_to_add


def test_request_is_given_to_a_colleague(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.clinical_officer), one(cast, AdviceKind.MEDICAL, "/pass-on")
    page = text(client.get(address))
    assert "Hana Therapist" in page
    assert "Ed Psychologist" not in page
    assert client.post(address, {"to": str(cast.senco.account)}).status_code == 422
    done = client.post(address, {"to": str(cast.health_adviser.account)}, follow=True)
    assert "has been given to your colleague" in text(done)
