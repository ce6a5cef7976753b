"""Saying something about the draft, and being answered: in the browser's own terms, without scripts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.app import scope
from alongside.records.models import CaseEvent, CaseParty, PlanComment
from cast import Cast
from plan_cast import comment, party_of, served

SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def at(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/plan{page}"


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_parent_sees_the_last_day_and_what_can_be_done(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    page = text_of(signed_in(cast.parent).get(at(cast)))
    assert "Due Monday 7 December 2026" in page
    assert "fifteen days beginning with that day" in page or "15 days" in page
    for words in ("Comment on the draft", "Ask for a school", "Ask for a meeting", "nothing more to add"):
        assert words in page


def test_parent_comments_from_the_section_read(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    client = signed_in(cast.parent)
    assert f"{at(cast, '/comments/add')}?section=F" in client.get(at(cast, "/versions/1")).content.decode()
    assert 'value="F" selected' in client.get(at(cast, "/comments/add?section=F")).content.decode()
    page = client.post(at(cast, "/comments/add"), {"section": "F", "text": "How often?"}, follow=True)
    assert "Comment 1 has been sent" in text_of(page)
    assert "Waiting for an answer" in text_of(page)


def test_empty_comment_is_asked_for(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    page = signed_in(cast.parent).post(at(cast, "/comments/add"), {"section": "", "text": ""})
    assert page.status_code == 422
    assert "Choose the part that your comment is about" in text_of(page)
    assert "Write your comment" in text_of(page)


def test_one_parent_sees_nothing_of_what_the_other_said(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    comment(cast, case, "Canary of the mother.", by=cast.parent)
    client = signed_in(cast.other_parent)
    for page in ("", "/comments", "/versions/1"):
        assert "Canary" not in text_of(client.get(at(cast, page)))
    assert "Canary" in text_of(signed_in(cast.parent).get(at(cast, "/comments")))
    assert "Canary" in text_of(signed_in(cast.officer).get(at(cast, "/comments")))


def test_adviser_sees_own_comments_only(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    comment(cast, case, "Canary of the mother.")
    comment(cast, case, "We do this already.", by=cast.senco)
    page = text_of(signed_in(cast.senco).get(at(cast, "/comments")))
    assert "We do this already." in page
    assert "Canary" not in page


def test_answer_is_given_and_read(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    client = signed_in(cast.officer)
    where = at(cast, f"/comments/{made}/answer")
    assert "Too vague." in text_of(client.get(where))
    wrong = client.post(where, {"kind": "CHANGED", "text": "We changed Section B."})
    assert wrong.status_code == 422
    assert "No section of the plan differs" in text_of(wrong)
    done = client.post(where, {"kind": "NOT_CHANGED", "text": "The advice says otherwise."}, follow=True)
    assert "Comment 1 is answered" in text_of(done)
    assert "The advice says otherwise." in text_of(signed_in(cast.parent).get(at(cast)))


def test_answer_without_a_choice_is_asked_for(cast: Cast, signed_in: SignIn) -> None:
    made = comment(cast, served(cast), "Too vague.")
    page = signed_in(cast.officer).post(at(cast, f"/comments/{made}/answer"), {"text": ""})
    assert page.status_code == 422
    assert "Choose what became of the comment" in text_of(page)


def test_comment_by_telephone_is_recorded_for_its_parent(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    given = {
        "party": str(party_of(cast, case, cast.other_parent)), "channel": "PHONE", "section": "B", "text": "He rang.",
        "heard_on-day": "23", "heard_on-month": "11", "heard_on-year": "2026",
    }  # fmt: skip
    page = signed_in(cast.other_officer).post(at(cast, "/comments/record"), given, follow=True)
    assert "Otto Otherparent by telephone" in text_of(page)
    assert "He rang." in text_of(signed_in(cast.other_parent).get(at(cast)))


def test_setting_is_found_by_name_and_asked_for(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    client = signed_in(cast.parent)
    where = at(cast, "/ask-for-setting?find=orchard")
    assert "The Orchard School (special, all-through)" in text_of(client.get(where))
    page = client.post(where, {"setting": str(cast.special_school)}, follow=True)
    assert "You have asked for The Orchard School" in text_of(page)
    assert "It has not been consulted yet" in text_of(page)


def test_setting_that_is_not_listed_is_asked_for_by_name(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    client = signed_in(cast.parent)
    wrong = client.post(at(cast, "/ask-for-setting"), {"setting": "elsewhere", "setting_name": ""})
    assert wrong.status_code == 422
    client.post(at(cast, "/ask-for-setting"), {"setting": "elsewhere", "setting_name": "Far Away College"})
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind="SCHOOL_REQUESTED").details == {"setting_name": "Far Away College"}


def test_officer_records_that_the_family_asked_for_a_setting(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    given = {
        "setting": "elsewhere", "setting_name": "Far Away College",
        "asked_on-day": "23", "asked_on-month": "11", "asked_on-year": "2026",
    }  # fmt: skip
    page = signed_in(cast.officer).post(at(cast, "/record-setting"), given, follow=True)
    assert "Far Away College is recorded" in text_of(page)


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        ("/ask-for-meeting", "MEETING_REQUIRED", "You have asked for a meeting"),
        ("/nothing-more", "FAMILY_CONFIRMS_NOTHING_MORE", "You have said that you have nothing more to add"),
    ],
)
def test_right_is_used_after_a_page_that_says_what_it_does(
    cast: Cast, signed_in: SignIn, page: str, kind: str, words: str
) -> None:
    served(cast)
    client = signed_in(cast.parent)
    assert "Version 1" in text_of(client.get(at(cast, page)))
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=kind).exists()
    assert words in text_of(client.post(at(cast, page), {"confirmed": "yes"}, follow=True))
    with scope.opened(cast.officer):
        assert CaseEvent.objects.filter(kind=kind).exists()


def test_right_that_cannot_be_used_yet_says_why(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.parent).post(at(cast, "/ask-for-meeting"), {"confirmed": "yes"}, follow=True)
    assert "No draft plan is with the family" in text_of(page)


def test_officer_sees_who_still_waits_first(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    first = comment(cast, case, "Answered one.")
    comment(cast, case, "Waiting one.")
    client = signed_in(cast.officer)
    given = {"kind": "NOT_CHANGED", "text": "The advice says otherwise."}
    client.post(at(cast, f"/comments/{first}/answer"), given)
    page = text_of(client.get(at(cast, "/comments")))
    assert page.index("Waiting one.") < page.index("Answered one.")
    with scope.opened(cast.officer):
        assert PlanComment.objects.filter(answer="").count() == 1


def test_supporter_reads_what_whoever_asked_them_said_and_no_more(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    comment(cast, case, "Canary of the mother.", by=cast.parent)
    comment(cast, case, "Canary of the father.", by=cast.other_parent)
    with scope.opened(cast.officer):
        CaseParty.objects.create(
            authority_id="931", case_id=case, account_id=cast.stranger.account, relation="SUPPORTER",
            name="Stan Stranger", added_by_id=cast.parent.account, starts_on=date(2026, 11, 1),
        )  # fmt: skip
    page = text_of(signed_in(cast.stranger).get(at(cast, "/comments")))
    assert "Canary of the mother." in page
    assert "Canary of the father." not in page
