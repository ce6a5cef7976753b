"""The pages on which somebody decides, records an exception, corrects an entry, opens a document."""

import re
from datetime import date
from typing import Any

import pytest

from alongside.app import scope
from alongside.app.actions import corrections
from alongside.app.actions.corrections import Correction
from alongside.records.models import Case, CaseEvent, Document
from cast import Cast
from decision_cast import assess, refuse

YES = {
    "has_or_may_have_sen_answer": "yes",
    "has_or_may_have_sen_reasons": "Reading is far harder for her than for others.",
    "has_or_may_have_sen_evidence": "School report, 2 November 2026",
    "plan_may_be_necessary_answer": "yes",
    "plan_may_be_necessary_reasons": "Two years of school support have not been enough.",
    "plan_may_be_necessary_evidence": "Support record",
}
NO = YES | {
    "plan_may_be_necessary_answer": "no",
    "support_now": "The school goes on with three sessions a week.",
}
ILLNESS = {
    "limits": ["A06"], "facts": "In hospital since 17 November.", "evidence": "Letter of the hospital",
    "impractical_because": "Nobody can see the child.",
    "told_family_on-day": "20", "told_family_on-month": "11", "told_family_on-year": "2026",
    "review_on-day": "14", "review_on-month": "12", "review_on-year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def at(cast: Cast, page: str) -> str:
    return f"/cases/{cast.case.case_id}/{page}"


def stage(cast: Cast) -> str:
    with scope.opened(cast.officer):
        return Case.objects.get(id=cast.case.case_id).stage


def test_decision_follows_from_the_answers_after_a_last_look(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    look = client.post(at(cast, "decide"), YES).content.decode()
    assert "You are about to decide to assess" in look
    assert stage(cast) == "REQUEST_OPEN"
    done = client.post(at(cast, "decide"), YES | {"confirmed": "yes"}, follow=True).content.decode()
    assert "The decision to assess is recorded" in done
    assert "Print and post the letter to Otto Otherparent." in done
    assert stage(cast) == "ASSESSING"


def test_going_back_brings_the_answers_back_into_the_form(cast: Cast, signed_in: Any) -> None:
    page = signed_in(cast.officer).post(at(cast, "decide"), YES | {"confirmed": "yes", "change": "yes"})
    assert page.status_code == 200
    assert "Two years of school support have not been enough." in page.content.decode()
    assert "There is a problem" not in page.content.decode()
    assert stage(cast) == "REQUEST_OPEN"


def test_refusal_is_warned_of_and_recorded(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    assert "You are about to decide not to assess" in client.post(at(cast, "decide"), NO).content.decode()
    client.post(at(cast, "decide"), NO | {"confirmed": "yes"})
    assert stage(cast) == "REFUSED_TO_ASSESS"


@pytest.mark.parametrize(
    ("change", "sentence", "box"),
    [
        ({"plan_may_be_necessary_reasons": ""}, "Write your reasons", "plan_may_be_necessary_reasons"),
        (
            {"plan_may_be_necessary_reasons": "Panel said so."},
            "needs reasons against each part",
            "plan_may_be_necessary_reasons",
        ),
        ({"has_or_may_have_sen_evidence": ""}, "Name the evidence", "has_or_may_have_sen_evidence"),
        ({"has_or_may_have_sen_answer": ""}, "Choose yes or no", "has_or_may_have_sen_answer"),
        ({"plan_may_be_necessary_answer": "no"}, "Say what help goes on", "support_now"),
    ],
)
def test_decision_without_reasons_is_an_error_summary(
    cast: Cast, signed_in: Any, change: dict[str, str], sentence: str, box: str
) -> None:
    page = signed_in(cast.officer).post(at(cast, "decide"), YES | change | {"confirmed": "yes"})
    assert page.status_code == 422
    assert "There is a problem" in page.content.decode()
    assert sentence in page.content.decode()
    assert f'href="#id_{box}"' in page.content.decode()
    assert stage(cast) == "REQUEST_OPEN"


def test_notice_can_be_read_before_it_is_sent(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    answer = client.post(at(cast, "decide/notice"), NO)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert client.post(at(cast, "decide/notice"), NO | {"support_now": ""}).status_code == 422
    assert stage(cast) == "REQUEST_OPEN"


def test_page_that_decides_shows_the_dates_and_who_is_written_to(cast: Cast, signed_in: Any) -> None:
    page = signed_in(cast.officer).get(at(cast, "decide")).content.decode()
    assert "Monday 28 December 2026" in page
    assert "Otto Otherparent (by post) and Petra Parent (by email)" in page


def test_plan_is_decided_on_its_own_test(cast: Cast, signed_in: Any) -> None:
    assess(cast)
    answers = {
        "plan_is_necessary_answer": "no",
        "plan_is_necessary_reasons": "What she needs is ordinarily available.",
        "plan_is_necessary_evidence": "Advice of the school",
        "support_now": "The school goes on with three sessions a week.",
    }
    client = signed_in(cast.officer)
    assert "Educational psychology" in client.get(at(cast, "decide-plan")).content.decode()
    assert client.post(at(cast, "decide-plan/notice"), answers)["Content-Type"] == "application/pdf"
    assert "not to issue a plan" in client.post(at(cast, "decide-plan"), answers).content.decode()
    client.post(at(cast, "decide-plan"), answers | {"confirmed": "yes"})
    assert stage(cast) == "REFUSED_TO_ISSUE"


def test_request_is_withdrawn_and_the_human_check_is_asked(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    still = {"withdrawn_by": "Petra Parent", "may_still_need_plan": "yes"}
    assert "its own duty to decide goes on" in client.post(at(cast, "withdraw"), still).content.decode()
    client.post(at(cast, "withdraw"), still | {"may_still_need_plan": "no"})
    assert stage(cast) == "CLOSED_WITHDRAWN"


def test_refusal_is_reconsidered(cast: Cast, signed_in: Any) -> None:
    refuse(cast)
    client = signed_in(cast.officer)
    assert client.post(at(cast, "reconsider"), {"reason": ""}).status_code == 422
    page = client.post(
        at(cast, "reconsider"), {"reason": "New evidence from the hospital came in."}, follow=True
    )
    assert "The original limits stand." in page.content.decode()


def test_exception_is_recorded_by_its_ground(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    assert "A shortage of staff" in client.get(at(cast, "exceptions")).content.decode()
    chosen = client.post(at(cast, "exceptions"), {"ground": "PERSONAL_CIRCUMSTANCES"})
    assert chosen.url.endswith("/exceptions/PERSONAL_CIRCUMSTANCES")
    done = client.post(chosen.url, ILLNESS, follow=True).content.decode()
    assert "The exception is recorded" in done


@pytest.mark.parametrize(
    "ground", ["SCHOOL_CLOSED", "ABSENT_FROM_AREA", "PERSONAL_CIRCUMSTANCES", "EARLY_YEARS_CLOSED"]
)
def test_every_ground_says_what_is_missing(cast: Cast, signed_in: Any, ground: str) -> None:
    page = signed_in(cast.officer).post(at(cast, f"exceptions/{ground}"), {})
    assert page.status_code == 422
    assert "Choose at least one limit" in page.content.decode()


def test_coronavirus_is_offered_only_for_a_limit_of_its_time(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    assert "Coronavirus" not in client.get(at(cast, "exceptions")).content.decode()
    assert client.post(at(cast, "exceptions"), {"ground": "CORONAVIRUS"}).status_code == 422
    with scope.opened(cast.officer):
        received = str(CaseEvent.objects.get(kind="REQUEST_RECEIVED").id)
    right = Correction(date(2020, 3, 20), "The letter was found later")
    corrections.correct(cast.case.case_id, received, right, by=cast.officer, at=cast.at)
    assert "Coronavirus" in client.get(at(cast, "exceptions")).content.decode()
    chosen = client.post(at(cast, "exceptions"), {"ground": "CORONAVIRUS"})
    page = client.get(chosen.url).content.decode()
    assert "Coronavirus was in the way of a limit" in page
    assert "by 7 August 2020" in page


def test_shortage_of_psychologists_is_no_ground_and_cannot_be_posted(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    assert client.post(at(cast, "exceptions"), {"ground": "EP_SHORTAGE"}).status_code == 422
    page = client.post(at(cast, "exceptions/EP_SHORTAGE"), ILLNESS).content.decode()
    assert "This is not an exception in law" in page
    assert "shortage of staff or of psychologists" in page
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind="EXCEPTION_RECORDED").exists()


def test_entry_is_corrected_and_both_are_shown(cast: Cast, signed_in: Any) -> None:
    with scope.opened(cast.officer):
        wrong = CaseEvent.objects.get(case=cast.case.case_id, kind="REQUEST_RECEIVED")
    client = signed_in(cast.officer)
    address = at(cast, f"events/{wrong.id}/correct")
    assert 'value="Petra Parent"' in client.get(address).content.decode()
    right = {
        "wrong": "VALUES", "occurred_on-day": "9", "occurred_on-month": "11", "occurred_on-year": "2026",
        "reason": "The post stamp says the 9th.", "source": "PARENT_OR_YOUNG_PERSON", "channel": "EMAIL",
        "requested_by": "Petra Parent",
    }  # fmt: skip
    assert client.post(address, right | {"reason": "no"}).status_code == 422
    page = client.post(address, right, follow=True).content.decode()
    assert "9 November 2026" in page
    assert "16 November 2026" in page
    assert client.get(address).status_code == 404


def test_documents_are_offered_and_only_ever_downloaded(cast: Cast, signed_in: Any) -> None:
    refuse(cast)
    client = signed_in(cast.parent)
    page = client.get(at(cast, "documents")).content.decode()
    assert "letter to Petra Parent" in page
    assert "Otto" not in page
    found = re.search(r"/documents/[0-9a-f-]{36}", page)
    assert found
    answer = client.get(found[0])
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_other_parent_s_letter_is_not_found(cast: Cast, signed_in: Any) -> None:
    refuse(cast)
    with scope.opened(cast.officer):
        letter = Document.objects.filter(addressee__name="Petra Parent", kind="REFUSAL_TO_ASSESS").first()
    assert letter is not None
    assert signed_in(cast.other_parent).get(f"/documents/{letter.id}").status_code == 404


@pytest.mark.parametrize(
    "page", ["decide", "decide-plan", "withdraw", "reconsider", "exceptions", "documents"]
)
@pytest.mark.parametrize("who", ["officer_elsewhere", "stranger", "psychologist", "senco_elsewhere"])
def test_whoever_has_nothing_to_do_with_the_case_gets_nowhere(
    cast: Cast, signed_in: Any, who: str, page: str
) -> None:
    assert signed_in(getattr(cast, who)).get(at(cast, page)).status_code in (403, 404)


@pytest.mark.parametrize(
    ("page", "most"), [("decide", 25), ("decide-plan", 25), ("exceptions", 22), ("documents", 23)]
)
def test_pages_take_a_bounded_number_of_queries(
    cast: Cast, signed_in: Any, django_assert_max_num_queries: Any, page: str, most: int
) -> None:
    assess(cast)
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(most):
        assert client.get(at(cast, page)).status_code == 200


def test_family_is_written_to_about_its_right_to_give_views(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    assert "Ask the family for its views" in client.get(f"/cases/{cast.case.case_id}").content.decode()
    day = {"hoped_for_by-day": "4", "hoped_for_by-month": "12", "hoped_for_by-year": "2026"}
    done = client.post(at(cast, "invite-views"), day, follow=True).content.decode()
    assert "The family has been told of its right to give views." in done
    assert "Print and post the letter to Otto Otherparent." in done
    with scope.opened(cast.officer):
        assert CaseEvent.objects.filter(case=cast.case.case_id, kind="VIEWS_INVITED").count() == 1
        letters = Document.objects.filter(case=cast.case.case_id, kind="VIEWS_INVITED", twin=None)
        assert {each.addressee.name for each in letters if each.addressee} == {
            "Petra Parent",
            "Otto Otherparent",
        }


def test_day_hoped_for_must_be_still_to_come(cast: Cast, signed_in: Any) -> None:
    day = {"hoped_for_by-day": "23", "hoped_for_by-month": "11", "hoped_for_by-year": "2026"}
    page = signed_in(cast.officer).post(at(cast, "invite-views"), day)
    assert page.status_code == 422
    assert "23 November 2026 is not after today" in page.content.decode()
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(case=cast.case.case_id, kind="VIEWS_INVITED").exists()
