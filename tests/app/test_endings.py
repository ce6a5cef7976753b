"""A request is withdrawn, or a refusal is reconsidered."""

from datetime import date

import pytest

from alongside.app import scope
from alongside.app.actions import decisions, endings
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, Case, Document, Due
from cast import Cast
from decision_cast import NO_PLAN, SUPPORT, assess, refuse

WHY = "New evidence from the hospital changes our view."


def stage(cast: Cast) -> str:
    with scope.opened(cast.officer):
        return Case.objects.get(id=cast.case.case_id).stage


def test_officer_records_that_the_request_was_taken_back(cast: Cast) -> None:
    endings.withdraw(
        cast.case.case_id, withdrawn_by="Petra Parent", reason="We are moving", may_still_need_plan=False,
        by=cast.officer, at=cast.at,
    )  # fmt: skip
    assert stage(cast) == "CLOSED_WITHDRAWN"


def test_parent_withdraws_without_the_authority_s_own_question(cast: Cast) -> None:
    endings.withdraw(
        cast.case.case_id,
        withdrawn_by="Petra Parent",
        reason="",
        may_still_need_plan=False,
        by=cast.parent,
        at=cast.at,
    )
    assert stage(cast) == "CLOSED_WITHDRAWN"


def test_case_is_not_closed_while_the_authority_itself_thinks_a_plan_may_be_needed(cast: Cast) -> None:
    with pytest.raises(Refused, match="its own duty to decide goes on"):
        endings.withdraw(
            cast.case.case_id,
            withdrawn_by="Petra Parent",
            reason="",
            may_still_need_plan=True,
            by=cast.officer,
            at=cast.at,
        )
    assert stage(cast) == "REQUEST_OPEN"


def test_nobody_withdraws_without_a_name(cast: Cast) -> None:
    with pytest.raises(Refused, match="name of the person who withdraws"):
        endings.withdraw(
            cast.case.case_id,
            withdrawn_by=" ",
            reason="",
            may_still_need_plan=False,
            by=cast.officer,
            at=cast.at,
        )


@pytest.mark.parametrize("who", ["senco", "psychologist", "stranger", "officer_elsewhere"])
def test_nobody_else_withdraws(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        endings.withdraw(
            cast.case.case_id,
            withdrawn_by="X Y",
            reason="",
            may_still_need_plan=False,
            by=getattr(cast, who),
            at=cast.at,
        )


def test_reconsidered_refusal_goes_on_under_the_original_clock(cast: Cast) -> None:
    refuse(cast)
    done = endings.reconsider(cast.case.case_id, reason=WHY, by=cast.officer, at=cast.at)
    assert stage(cast) == "ASSESSING"
    assert {letter.recipient for letter in done.letters} == {"Petra Parent", "Otto Otherparent"}
    with scope.opened(cast.officer):
        assert Due.objects.get(case=cast.case.case_id, rule="A06").statutory_due == date(2027, 4, 5)
        assert AdviceRequest.objects.filter(case=cast.case.case_id, kind="PSYCHOLOGICAL").count() == 1
        assert Document.objects.filter(kind="DECISION_TO_ASSESS", twin=None).count() == 2


def test_reconsidered_no_plan_notice_goes_on_to_drafting(cast: Cast) -> None:
    assess(cast)
    decisions.decide_whether_to_issue(
        cast.case.case_id, (NO_PLAN,), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    endings.reconsider(cast.case.case_id, reason=WHY, by=cast.officer, at=cast.at)
    assert stage(cast) == "DRAFTING"


def test_there_must_be_a_refusal_to_reconsider(cast: Cast) -> None:
    with pytest.raises(Refused, match="no refusal in this case"):
        endings.reconsider(cast.case.case_id, reason=WHY, by=cast.officer, at=cast.at)


def test_reconsidering_needs_its_reason(cast: Cast) -> None:
    refuse(cast)
    with pytest.raises(Refused, match="Say why the decision is changed"):
        endings.reconsider(cast.case.case_id, reason="Changed.", by=cast.officer, at=cast.at)


@pytest.mark.parametrize("who", ["other_officer", "parent", "data_officer", "officer_elsewhere"])
def test_nobody_else_reconsiders(cast: Cast, who: str) -> None:
    refuse(cast)
    with pytest.raises((NotAllowed, NotFound)):
        endings.reconsider(cast.case.case_id, reason=WHY, by=getattr(cast, who), at=cast.at)
