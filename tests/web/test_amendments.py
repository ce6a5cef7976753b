"""The pages on which a plan in force is changed or decided about."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

import amendment_cast
import plan_cast
from alongside.app import scope
from alongside.core.case.codes import EventKind as K
from alongside.records.models import CaseEvent, Document, PlanVersion
from cast import Cast
from happening_cast import MEETING, WITH_A_PLAN, reach

QUERIES = 30
SignIn = Callable[..., Client]
REASONS = "The meeting agreed that every outcome of the plan still fits her well."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2027, 1, 7)


def at(cast: Cast, page: str) -> str:
    return f"/cases/{cast.case.case_id}/plan{page}"


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def notice(cast: Cast, **changed: Any) -> dict[str, Any]:
    """What a browser sends for the notice."""
    case = cast.case.case_id
    return {
        "because": amendment_cast.BECAUSE,
        **day("sent_on", date(2027, 1, 7)),
        f"way_{plan_cast.party_of(cast, case, cast.parent)}": "EMAIL",
        f"way_{plan_cast.party_of(cast, case, cast.other_parent)}": "HAND",
        "edition": str(plan_cast.edition(cast, case)),
    } | changed


def test_plan_in_force_offers_a_new_version_and_then_the_notice(cast: Cast, signed_in: SignIn) -> None:
    amendment_cast.in_force(cast)
    client = signed_in(cast.officer)
    page = client.get(at(cast, "")).content.decode()
    assert "Start a new version" in page
    assert client.post(at(cast, "/start")).status_code == 303
    page = client.get(at(cast, "")).content.decode()
    assert "Send the proposed changes to the family" in page
    assert "Issue the amended plan" not in page
    stopped = client.get(at(cast, "/changes")).content.decode()
    assert "Nothing in this version differs from the plan in force" in stopped


def test_notice_is_checked_once_more_and_then_sent(cast: Cast, signed_in: SignIn) -> None:
    amendment_cast.changed(cast, amendment_cast.in_force(cast))
    client = signed_in(cast.officer)
    page = client.get(at(cast, "/changes")).content.decode()
    assert "Section B: Special educational needs" in page
    assert "the plan of 8 December 2026" in page
    check = client.post(at(cast, "/changes"), notice(cast)).content.decode()
    assert "check before they leave" in check
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=K.AMENDMENT_NOTICE_SENT).exists()
    done = client.post(at(cast, "/changes"), notice(cast, confirmed="yes"), follow=True).content.decode()
    assert "The family has until Thursday 21 January 2027 to comment" in done
    assert "Print and post the letter to Otto Otherparent" in done
    assert "Issue the amended plan" in done
    assert "Decide not to change the plan" in done


def test_notice_without_a_reason_asks_for_it(cast: Cast, signed_in: SignIn) -> None:
    amendment_cast.changed(cast, amendment_cast.in_force(cast))
    answer = signed_in(cast.officer).post(at(cast, "/changes"), notice(cast, because=""))
    assert answer.status_code == 422
    assert "Say why you propose these changes" in answer.content.decode()


def test_without_a_version_being_written_the_notice_leads_back_to_the_plan(
    cast: Cast, signed_in: SignIn
) -> None:
    amendment_cast.in_force(cast)
    client = signed_in(cast.officer)
    for page in ("/changes", "/in-force"):
        back = client.get(at(cast, page), follow=True).content.decode()
        assert "No plan is being written in this case" in back


def test_plan_made_elsewhere_is_written_in_and_kept(cast: Cast, signed_in: SignIn) -> None:
    case = reach(cast, WITH_A_PLAN)
    client = signed_in(cast.officer)
    page = client.get(at(cast, "")).content.decode()
    assert "Write in the plan in force" in page
    client.post(at(cast, "/start"))
    assert "B is blank" in client.get(at(cast, "/in-force")).content.decode()
    for section in ("B", "F"):
        client.post(at(cast, f"/write/{section}"), {"text": "Words.", "revision": "0"})
    assert "Keep this as the plan in force" in client.get(at(cast, "")).content.decode()
    given = {**day("dated_on", date(2026, 11, 23)), "placement": "A school", "signed_by": "Pat Signer"}
    given["edition"] = str(plan_cast.edition(cast, case))
    wrong = client.post(at(cast, "/in-force"), given | day("dated_on", date(2026, 11, 1)))
    assert wrong.status_code == 422
    assert "The plan in force was made on 23 November 2026" in wrong.content.decode()
    kept = client.post(at(cast, "/in-force"), given, follow=True).content.decode()
    assert "This is the plan in force now" in kept
    with scope.opened(cast.officer):
        assert PlanVersion.objects.get().state == "FINAL"


def test_amended_plan_is_issued_on_the_page_of_final_plans(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    case, _ = amendment_cast.noticed(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 25)
    client = signed_in(cast.officer)
    page = client.get(at(cast, "/issue")).content.decode()
    assert "Issue the amended plan" in page
    assert "Section I of the plan in force names: Millbrook Primary School" in page
    given = notice(cast, confirmed="yes", setting="elsewhere", setting_name="Hill End School", type_words="")
    given |= day("sent_on", date(2027, 1, 25))
    done = client.post(at(cast, "/issue"), given, follow=True).content.decode()
    assert "has been issued" in done
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind=K.AMENDED_FINAL_SENT).details["setting_name"] == "Hill End School"
    mine = signed_in(cast.parent).get(at(cast, "")).content.decode()
    assert "Earlier plan" in mine
    assert "Final plan" in mine
    assert case


def test_move_to_the_next_phase_that_the_plan_provides_for_is_settled(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    from happening_cast import tell

    case = amendment_cast.in_force(cast)
    at_notice = plan_cast.later(cast, amendment_cast.NOTICE_DAYS)
    object.__setattr__(cast, "at", at_notice)
    foreseen = tell(cast, K.PHASE_TRANSFER_FORESEEN, date(2027, 1, 7))
    object.__setattr__(cast, "at", at_notice.replace(year=2026, month=11, day=23))
    amendment_cast.noticed(cast, case=case)
    settings.ALONGSIDE_TODAY = date(2027, 1, 25)
    client = signed_in(cast.officer)
    assert "setting for a move to the next phase" in client.get(at(cast, "/issue")).content.decode()
    given = notice(cast, confirmed="yes", setting="elsewhere", setting_name="Hill End School", type_words="")
    given |= day("sent_on", date(2027, 1, 25)) | {"transfer": foreseen}
    client.post(at(cast, "/issue"), given)
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind=K.AMENDED_FINAL_SENT).details["transfer"] == foreseen


DECISIONS = {
    "/review": (
        MEETING,
        {"outcome": "MAINTAIN", "reasons": REASONS},
        "keep the plan as it is",
        "NOT_AMENDING",
    ),
    "/end": (
        (*WITH_A_PLAN, K.CEASE_CONSULTED),
        {"ground": "AGE_LIMIT", "reasons": REASONS},
        "end the plan",
        "CEASING",
    ),
    "/not-change": (
        (*MEETING, K.AMENDMENT_NOTICE_SENT),
        {"reasons": REASONS},
        "keep the plan",
        "NOT_AMENDING",
    ),
    "/assess-again": (
        (*WITH_A_PLAN, K.REASSESSMENT_REQUESTED),
        {"reassess": "no", "reasons": REASONS},
        "not assess again",
        "NOT_REASSESSING",
    ),
}


@pytest.mark.parametrize("page", DECISIONS)
def test_decision_is_looked_at_once_more_and_then_made(
    cast: Cast, signed_in: SignIn, settings: Any, page: str
) -> None:
    history, given, says, kind = DECISIONS[page]
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    reach(cast, history)
    client = signed_in(cast.officer)
    assert "cannot be recorded where the case stands" not in client.get(at(cast, page)).content.decode()
    check = client.post(at(cast, page), given).content.decode()
    assert f"You are about to decide to {says}" in check
    changed = client.post(at(cast, page), given | {"change": "yes"}).content.decode()
    assert REASONS in changed
    done = client.post(at(cast, page), given | {"confirmed": "yes"}, follow=True).content.decode()
    assert "is recorded, and the letters are made" in done
    with scope.opened(cast.officer):
        assert Document.objects.filter(kind=kind, twin=None).count() == 2


@pytest.mark.parametrize("page", DECISIONS)
def test_decision_without_its_reasons_is_not_made(
    cast: Cast, signed_in: SignIn, settings: Any, page: str
) -> None:
    history, given, _, _ = DECISIONS[page]
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    reach(cast, history)
    answer = signed_in(cast.officer).post(at(cast, page), given | {"reasons": ""})
    assert answer.status_code == 422
    assert "reasons" in answer.content.decode()


def test_end_of_a_plan_after_a_review_asks_for_the_ground(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    reach(cast, MEETING)
    answer = signed_in(cast.officer).post(at(cast, "/review"), {"outcome": "CEASE", "reasons": REASONS})
    assert answer.status_code == 422
    assert "Choose on which ground in law the plan is to end" in answer.content.decode()


@pytest.mark.parametrize("page", DECISIONS)
def test_decision_that_cannot_follow_now_says_so(cast: Cast, signed_in: SignIn, page: str) -> None:
    page_now = signed_in(cast.officer).get(at(cast, page)).content.decode()
    assert "This decision cannot be recorded where the case stands now" in page_now


@pytest.mark.parametrize("page", ["", "/changes", "/review", "/not-change", "/issue"])
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    amendment_cast.noticed(cast, review=True)
    client = signed_in(cast.officer)
    client.get(at(cast, page))
    with django_assert_max_num_queries(QUERIES):
        assert client.get(at(cast, page)).status_code == 200


def test_review_list_and_work_lead_to_the_page_of_the_decision(cast: Cast, signed_in: SignIn) -> None:
    amendment_cast.review_held(cast, reported=True)
    page = signed_in(cast.officer).get("/work").content.decode()
    assert f"/cases/{cast.case.case_id}/plan/review" in page
    case = signed_in(cast.officer).get(f"/cases/{cast.case.case_id}").content.decode()
    assert "Decide after the review of the plan" in case
    assert "Change the plan" in case


def test_late_decision_in_the_list_of_reviews_leads_to_its_page(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    amendment_cast.review_held(cast, reported=True)
    settings.ALONGSIDE_TODAY = date(2027, 2, 8)  # four weeks from 4 January ended on 1 February
    page = signed_in(cast.manager).get("/reviews").content.decode()
    assert f"/cases/{cast.case.case_id}/plan/review" in page
    assert "Decide after the review" in page
