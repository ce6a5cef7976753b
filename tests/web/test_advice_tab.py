"""The pages of advice for officers and for the family: the tab of a case, recording, telling us, plain words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from advice_cast import A_JPEG, asked, later, request_for, taken_by
from alongside.app.actions import advice_answers
from alongside.app.actions.advice_answers import Answer
from alongside.app.queries.advice import PlainAsked
from alongside.core.case.codes import AdviceKind
from alongside.web.presenters import advice_words
from cast import Cast

SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def one(cast: Cast, kind: AdviceKind, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/advice/{request_for(cast, kind)}{page}"


def text(answer: Any) -> str:
    return answer.content.decode()  # type: ignore[no-any-return]


def test_tab_says_who_is_late(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    asked(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 9)
    page = text(signed_in(cast.officer).get(f"/cases/{cast.case.case_id}/advice"))
    assert "was due 4 Jan 2027, 5 days late" in page
    assert "no last day in law" in page


def test_officer_asks_chases_and_takes_back(cast: Cast, signed_in: SignIn) -> None:
    case = asked(cast)
    client = signed_in(cast.officer)
    tab = f"/cases/{case}/advice"
    assert "Choose a service from the list" in text(client.post(f"{tab}/ask", {"kind": "OTHER"}))
    done = client.post(f"{tab}/ask", {"kind": "OTHER", "name": "Portage service"}, follow=True)
    assert "Portage service has been asked." in text(done)
    address = one(cast, AdviceKind.OTHER)
    assert "The reminder is recorded." in text(
        client.post(f"{address}/chase", {"channel": "PHONE"}, follow=True)
    )
    done = client.post(f"{address}/cancel", {"reason": "The family asked us not to"}, follow=True)
    assert "Taken back" in text(done)


def test_required_request_is_not_taken_back_and_the_page_says_why(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    answer = signed_in(cast.officer).post(
        one(cast, AdviceKind.MEDICAL, "/cancel"), {"reason": "No therapist"}
    )
    assert answer.status_code == 422
    assert "The law requires this advice" in text(answer)


def test_officer_records_what_came_by_post(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.officer), one(cast, AdviceKind.MEDICAL, "/record")
    typed = {
        "received_on-day": "23", "received_on-month": "11", "received_on-year": "2026",
        "author_name": "Dr Ada Best", "file": SimpleUploadedFile("scan.jpg", A_JPEG),
    }  # fmt: skip
    done = client.post(address, typed, follow=True)
    assert "The advice is recorded." in text(done)
    assert "Dr Ada Best" in text(done)


def test_earlier_advice_needs_all_four_to_agree(cast: Cast, signed_in: SignIn) -> None:
    case = asked(cast)
    given = Answer(paper=advice_answers.Paper("scan.jpg", A_JPEG))
    advice_answers.answer(case, request_for(cast, AdviceKind.EDUCATIONAL), given, by=cast.senco, at=cast.at)
    from alongside.app.queries import documents

    held = documents.of_case(case, by=cast.officer, at=cast.at).lines[0]
    client, address = signed_in(cast.officer), one(cast, AdviceKind.PSYCHOLOGICAL, "/earlier")
    typed = {
        "document": str(held.id), "author_name": "Ed", "dated_on-day": "1", "dated_on-month": "6",
        "dated_on-year": "2026", "exists": "yes", "author_agrees": "yes", "authority_agrees": "yes",
    }  # fmt: skip
    refused = client.post(address, typed | {"family_agrees": "no"})
    assert refused.status_code == 422
    assert "the family agrees. Ask for new advice." in text(refused)
    assert "is used" in text(client.post(address, typed | {"family_agrees": "yes"}, follow=True))


def test_day_of_receipt_by_the_body_moves_its_six_weeks(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    asked(cast)
    settings.ALONGSIDE_TODAY = date(2026, 11, 27)
    client, address = signed_in(cast.officer), one(cast, AdviceKind.MEDICAL, "/received")
    typed = {"received_on-day": "26", "received_on-month": "11", "received_on-year": "2026"}
    done = client.post(address, typed | {"reason": "Their stamp on the letter says so"}, follow=True)
    assert "7 Jan 2027" in text(done)


def test_who_may_not_read_health_detail_is_told_only_that_it_came(cast: Cast, signed_in: SignIn) -> None:
    case = asked(cast)
    taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    given = Answer("MEDICAL", {"diagnoses": "CANARY"})
    request = request_for(cast, AdviceKind.MEDICAL)
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    page = text(signed_in(cast.psychologist).get(one(cast, AdviceKind.MEDICAL)))
    assert "This advice has come. Your work does not open it" in page
    assert "CANARY" not in page
    assert "CANARY" in text(signed_in(cast.officer).get(one(cast, AdviceKind.MEDICAL)))


def test_parent_writes_saves_comes_back_and_sends(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.parent), f"/cases/{cast.case.case_id}/tell-us"
    saved = client.post(address, {"revision": "0", "later": "yes", "about": "She sings"}, follow=True)
    assert "Nobody else can read it until you send it." in text(saved)
    assert "She sings" in text(saved)
    assert "She sings" not in text(signed_in(cast.other_parent).get(address))
    sent = signed_in(cast.parent).post(address, {"revision": "1", "about": "She sings <3"}, follow=True)
    assert "word for word" in text(sent)
    assert "She sings &lt;3" in text(sent)


def test_parents_draft_saves_by_itself(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    client, address = signed_in(cast.parent), f"/cases/{cast.case.case_id}/tell-us/save"
    assert client.post(address, {"revision": "0", "about": "She sings"}).json()["revision"] == 1
    assert client.post(address, {"revision": "0", "about": "x"}).status_code == 409


def test_parent_is_told_when_they_will_be_asked(cast: Cast, signed_in: SignIn) -> None:
    page = text(signed_in(cast.parent).get(f"/cases/{cast.case.case_id}/tell-us"))
    assert "We ask you here as soon as we have decided to assess." in page


def test_parents_sending_nothing_is_refused(cast: Cast, signed_in: SignIn) -> None:
    asked(cast)
    answer = signed_in(cast.parent).post(f"/cases/{cast.case.case_id}/tell-us", {"revision": "0"})
    assert answer.status_code == 422
    assert "There is nothing in this advice yet" in text(answer)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "They have until 4 January 2027 (in 6 weeks) to answer."),
        ({"days_late": 9, "chased_on": date(2027, 1, 6)},
         "It was due on 4 January 2027, so it is 1 week and 2 days late. We reminded them on 6 January 2027."),
        ({"answered_on": date(2026, 12, 1)}, "They sent their advice on 1 December 2026."),
        ({"answered_on": date(2027, 1, 6), "days_late": 2}, "They sent their advice on 6 January 2027, 2 days late."),
        ({"answered_on": date(2026, 12, 1), "nothing_to_add": True},
         "They said that they have nothing to add on 1 December 2026."),
        ({"due": None}, "They have not answered yet."),
    ],
)  # fmt: skip
def test_family_is_told_in_plain_words(changed: dict[str, Any], words: str) -> None:
    plain: dict[str, Any] = {
        "whom": "the educational psychology service", "kind": AdviceKind.PSYCHOLOGICAL,
        "asked_on": date(2026, 11, 23), "due": date(2027, 1, 4), "answered_on": None, "nothing_to_add": False,
        "days_late": 0, "chased_on": None,
    }  # fmt: skip
    said = advice_words.sentence(PlainAsked(**(plain | changed)), on=date(2026, 11, 23))
    start = "The educational psychology service was asked on 23 November 2026 about how your child thinks"
    assert said.startswith(start)
    assert said.endswith(words)


@pytest.mark.parametrize("answered", [None, date(2026, 11, 25)])
def test_familys_own_advice_is_said_to_them(answered: date | None) -> None:
    asked_ = PlainAsked(
        "the family", AdviceKind.PARENT_OR_YOUNG_PERSON, date(2026, 11, 23), None, answered, False, 0, None
    )
    said = advice_words.sentence(asked_, on=date(2026, 11, 26))
    assert ("There is no last day." in said) is (answered is None)
    assert ("You told us about your child on 25 November 2026." in said) is (answered is not None)


def test_late_answer_stands_as_late_on_the_list(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    case = asked(cast)
    given = Answer(nothing_to_add_because="Not known to us")
    request = request_for(cast, AdviceKind.SOCIAL_CARE)
    advice_answers.answer(case, request, given, by=cast.social_care, at=later(cast, 50))
    settings.ALONGSIDE_TODAY = date(2027, 1, 20)
    page = text(signed_in(cast.social_care).get("/advice"))
    assert "Done late" in page
    assert "Nothing to add, 12 Jan 2027" in page
