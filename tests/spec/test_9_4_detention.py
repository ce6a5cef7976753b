"""Young people in detention."""

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law import clock
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened

DETAINED = {"detained": True}


@pytest.mark.parametrize(
    ("rule", "due"), [("D01", "2026-02-23"), ("D02", "2026-05-04"), ("D03", "2026-06-01")]
)
def test_an_assessment_in_detention_has_the_same_weeks(rule: str, due: str) -> None:
    """For somebody in relevant youth accommodation the home authority has six, sixteen and twenty weeks, as for
    everybody else, by regulations of their own.
    """
    asked = happened((K.REQUEST_RECEIVED, "2026-01-12", DETAINED))
    assert deadline(asked, rule, "2026-01-12").statutory_due == day(due)
    assert deadlines(asked, {"D01": "A02", "D02": "A05", "D03": "A06"}[rule], "2026-01-12") == []


def test_a_draft_served_in_detention_leaves_fifteen_days() -> None:
    """A draft served in detention leaves fifteen days, beginning with the day of its service."""
    asked = (K.ATTENTION_S24, "2026-01-12", DETAINED)
    assert deadline(
        happened(asked, (K.DRAFT_SERVED, "2026-04-20")), "D04", "2026-04-20"
    ).statutory_due == day("2026-05-04")


def test_a_release_leaves_the_first_day_as_it_was() -> None:
    """Somebody released in the middle of an assessment keeps its first day, if the same authority stays responsible.
    Nothing starts again, and what was done counts.
    """
    asked = (K.ATTENTION_S24, "2026-01-12", DETAINED)
    released = happened(asked, (K.RELEASED, "2026-04-01", {"same_la": True}))
    found = deadline(released, "D03", "2026-04-01")
    assert found.statutory_due == day("2026-06-01")
    assert any("released in the middle of the assessment" in each.fact for each in found.reasons)


def test_a_release_to_another_authority_ends_the_assessment_here() -> None:
    """If another authority is responsible after the release, the assessment ends here and that one decides afresh."""
    asked = (K.ATTENTION_S24, "2026-01-12", DETAINED)
    released = happened(asked, (K.RELEASED, "2026-04-01", {"same_la": False}))
    assert deadline(released, "D03", "2026-09-01").state is TimerState.CANCELLED


def test_a_detention_in_the_middle_leaves_the_first_day_as_it_was() -> None:
    """Somebody detained in the middle of an assessment keeps the day on which the authority became responsible. What
    was decided before stays what it was; what is still to be done goes by the other regulations, once and not twice.
    """
    asked = (K.REQUEST_RECEIVED, "2026-03-02")
    detained = happened(asked, (K.DECISION_TO_ASSESS_NOTIFIED, "2026-04-01"), (K.DETAINED, "2026-05-11"))
    assert deadline(detained, "A02", "2026-05-11").state is TimerState.MET
    assert deadline(detained, "D03", "2026-05-11").statutory_due == day("2026-07-20")
    rules = [due.rule for due in clock.due_dates(detained, on=day("2026-05-11"), law=LAW)]
    assert {"A05", "A06", "D01"}.isdisjoint(rules)


def test_a_plan_is_reviewed_on_release() -> None:
    """A plan is kept through a detention, without yearly reviews. On release it is reviewed as soon as reasonably
    practicable.
    """
    plan = (K.PLAN_MADE, "2025-06-01")
    inside = happened(plan, (K.DETAINED, "2026-03-01"))
    assert deadline(inside, "R01", "2026-09-01").state is TimerState.SUPERSEDED
    out = happened(plan, (K.DETAINED, "2026-03-01"), (K.RELEASED, "2026-10-05"))
    assert deadline(out, "D07", "2026-10-05").due_words == "as soon as reasonably practicable"
    reviewed = happened(
        plan, (K.DETAINED, "2026-03-01"), (K.RELEASED, "2026-10-05"), (K.REVIEW_DECISION_SENT, "2026-11-02")
    )
    assert deadline(reviewed, "D07", "2026-12-01").met_on == day("2026-11-02")
    assert deadline(reviewed, "R01", "2026-12-01").state is TimerState.SUPERSEDED
