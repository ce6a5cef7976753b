"""Reassessment of a plan."""

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law.reassessments import may_refuse_for_recent_assessment
from core.law.chronicles import LAW, K, day, deadline, happened

PLAN = (K.PLAN_MADE, "2025-01-10")


def test_a_request_to_reassess_is_answered_in_fifteen_days() -> None:
    """A request to reassess is answered within fifteen days of its receipt. They are calendar days: a request of
    Monday 14 December 2026 is answered by Tuesday 29 December, whatever holidays fall between.
    """
    asked = happened(PLAN, (K.REASSESSMENT_REQUESTED, "2026-12-14"))
    assert deadline(asked, "Z01", "2026-12-14").statutory_due == day("2026-12-29")
    assert deadline(asked, "Z01", "2026-12-14").strict_due == day("2026-12-28")


@pytest.mark.parametrize("own", [True, False])
def test_the_plan_comes_fourteen_weeks_after_the_family_is_told(own: bool) -> None:
    """The final plan after a reassessment is sent within fourteen weeks of telling the family that there will be one,
    or of the authority's own decision. They end on a bank holiday if that is the day.
    """
    told = happened(PLAN, (K.REASSESSMENT_AGREED_SENT, "2026-09-18", {"own_decision": own}))
    assert deadline(told, "Z03", "2026-09-18").statutory_due == day("2026-12-25")


def test_the_family_has_fifteen_days_on_the_draft_after_a_reassessment() -> None:
    """The family has fifteen days on the draft, beginning with the day of its service, as in a first assessment."""
    drafted = happened(PLAN, (K.REASSESSMENT_AGREED_SENT, "2026-09-18"), (K.DRAFT_SERVED, "2026-11-16"))
    assert deadline(drafted, "Z05", "2026-11-16").statutory_due == day("2026-11-30")


def test_a_decision_not_to_amend_takes_the_place_of_the_plan() -> None:
    """If the authority then decides not to amend the plan, it says so within the same fourteen weeks: no limit of its
    own was found. The decision can be appealed.
    """
    agreed = (K.REASSESSMENT_AGREED_SENT, "2026-09-18")
    settled = happened(PLAN, agreed, (K.DECISION_NOT_TO_AMEND_SENT, "2026-12-26"))
    assert deadline(settled, "Z03", "2027-01-10").state is TimerState.SUPERSEDED
    late = deadline(settled, "Z06", "2027-01-10")
    assert (late.state, late.days_late) == (TimerState.MET_LATE, 1)
    assert deadline(settled, "F01", "2027-01-10").statutory_due == day("2027-02-26")


def test_an_assessment_in_the_last_six_months_lets_the_authority_refuse() -> None:
    """The authority may refuse to reassess if there was an assessment in the six months before the request. On the day
    on which they are up a person decides: the wording was not seen.
    """
    assert may_refuse_for_recent_assessment(day("2026-03-01"), day("2026-08-31"), LAW) is True
    assert may_refuse_for_recent_assessment(day("2026-03-01"), day("2026-09-01"), LAW) is None
    assert may_refuse_for_recent_assessment(day("2026-03-01"), day("2026-09-02"), LAW) is False


def test_a_refusal_to_reassess_can_be_appealed() -> None:
    """A refusal to reassess can be appealed like a refusal to assess."""
    asked = (PLAN, (K.REASSESSMENT_REQUESTED, "2026-09-01"))
    refused = happened(*asked, (K.REASSESSMENT_REFUSED_SENT, "2026-09-10"))
    assert deadline(refused, "Z01", "2026-09-10").state is TimerState.MET
    assert deadline(refused, "F01", "2026-09-10").statutory_due == day("2026-11-10")
