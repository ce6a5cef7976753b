"""The end of a plan."""

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.case.facts import Facts
from alongside.core.case.stages import state_of
from alongside.core.law import clock
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened

PLAN = (K.PLAN_MADE, "2025-01-10")
CONSULTED = (PLAN, (K.CEASE_CONSULTED, "2026-05-01"))
DECIDED = (*CONSULTED, (K.CEASE_DECISION_SENT, "2026-05-29"))


def state(on: str, *steps: object) -> str:
    """Where the case stands."""
    return state_of(happened(*steps), on=day(on), law=LAW).text


def test_the_family_and_the_school_are_consulted_first() -> None:
    """Before it decides to end a plan, the authority tells and consults the family and consults the school."""
    assert deadline(happened(*CONSULTED), "C01", "2026-05-01").state is TimerState.MET
    unasked = deadline(happened(PLAN, (K.CEASE_DECISION_SENT, "2026-05-29")), "C01", "2026-05-29")
    assert unasked.unknown == ("Whether and when the family and the setting were consulted.",)


def test_the_plan_is_kept_while_the_decision_can_be_appealed() -> None:
    """The plan is kept until the time to appeal is over, August and Christmas included. It may end on the day after:
    here a certificate of 20 July gives until 20 August, which moves to 1 September.
    """
    certified = (*DECIDED, (K.MEDIATION_CERTIFICATE_ISSUED, "2026-07-20"))
    assert deadline(happened(*certified), "C03", "2026-07-20").statutory_due == day("2026-09-02")
    assert state("2026-09-01", *certified).startswith("PLAN_MAINTAINED;CEASE=CEASE_DECIDED_HOLD")
    assert state("2026-09-02", *certified) == "CLOSED_CEASED;CEASE=CEASED"


def test_an_appeal_keeps_the_plan_until_it_is_decided() -> None:
    """While an appeal is pending there is no day on which the plan may end."""
    appealed = (*DECIDED, (K.APPEAL_RECEIVED, "2026-07-10"))
    found = deadline(happened(*appealed), "C03", "2027-03-01")
    assert (found.statutory_due, found.state) == (None, TimerState.RUNNING)
    assert "PLAN_MAINTAINED" in state("2027-03-01", *appealed)


def test_an_order_that_dismisses_the_appeal_ends_the_plan_at_once() -> None:
    """If the Tribunal dismisses the appeal, the plan ends on the day of its order."""
    dismissed = (
        *DECIDED,
        (K.APPEAL_RECEIVED, "2026-07-10"),
        (K.ORDER_MADE, "2026-12-07", {"order": "DISMISSED"}),
    )
    assert state("2026-12-07", *dismissed).startswith("CLOSED_CEASED;CEASE=CEASED")
    assert deadline(happened(*dismissed), "C03", "2026-12-07").state is TimerState.MET


@pytest.mark.parametrize(
    "outcome",
    [(K.ORDER_MADE, "2026-12-07", {"order": "CONTINUE"}), (K.CEASE_REVERSED, "2026-12-07")],
)
def test_an_order_to_go_on_or_a_change_of_mind_keeps_the_plan(outcome: object) -> None:
    """If the Tribunal orders that the plan goes on, or the authority thinks again, the decision to end it falls."""
    kept = (*DECIDED, (K.APPEAL_RECEIVED, "2026-07-10"), outcome)
    assert deadline(happened(*kept), "C03", "2026-12-08").state is TimerState.CANCELLED
    assert state("2026-12-08", *kept).startswith("PLAN_MAINTAINED")


def test_a_plan_ended_too_early_is_a_breach() -> None:
    """A plan that is ended before its time is a breach of the law, and is shown as one."""
    early = happened(*DECIDED, (K.PLAN_CEASED, "2026-06-30"))
    found = deadline(early, "C03", "2026-07-01")
    assert found.state is TimerState.BREACHED
    assert found.reasons[-1].fact.startswith("The plan was ended while the decision could still be appealed")


def test_a_young_person_who_left_is_asked_before_the_plan_ends() -> None:
    """If a young person of eighteen or more leaves education, the authority reviews the plan, and asks whether they
    want to return, before it ends it. Leaving before eighteen is no reason to end a plan.
    """
    left = happened(PLAN, (K.LEFT_EDUCATION, "2026-10-02"))
    adult, minor = (Facts("case", day(born), left.events) for born in ("2008-10-02", "2008-10-03"))
    assert deadline(adult, "C05", "2026-10-02").due_words == "before ceasing"
    assert deadlines(minor, "C05", "2026-10-02") == []


def test_leaving_england_ends_no_plan_by_itself() -> None:
    """A move abroad ends no plan by itself: the family is still consulted and told, and can still appeal."""
    gone = (PLAN, (K.MOVED_TO_NEW_LA, "2026-10-02", {"outside_england": True}))
    assert deadline(happened(*gone), "C07", "2026-10-02").state is TimerState.RUNNING
    assert state("2026-10-02", *gone) == "PLAN_MAINTAINED;CEASE=CEASE_CONSULTING"


@pytest.mark.parametrize(
    ("born", "placed", "last"),
    [
        ("2001-07-31", {"further_education": True}, "2026-07-31"),
        ("2001-08-01", {"further_education": True}, "2027-07-31"),
        ("2001-11-05", {"further_education": False}, "2027-11-04"),
        ("2001-11-05", {"further_education": False, "course_ends_on": "2027-06-30"}, "2027-06-30"),
    ],
)
def test_a_plan_may_last_through_the_year_in_which_somebody_turns_25(
    born: str, placed: dict[str, object], last: str
) -> None:
    """A plan may last to the end of the academic year in which the young person turns 25: 31 July at a further
    education college, elsewhere the end of the course or the day before the 26th birthday. The text was not seen: it
    is to be checked.
    """
    told = happened(PLAN, (K.PLACEMENT_STARTED, "2025-09-01", placed))
    found = deadline(Facts("case", day(born), told.events), "C04", "2026-06-01")
    assert found.statutory_due == day(last)
    assert found.confidence == "from knowledge"


def test_a_death_silences_everything() -> None:
    """After a death nothing is owed, nothing is late, and no letter goes out."""
    died = happened(*DECIDED, (K.REASSESSMENT_REQUESTED, "2026-06-01"), (K.DIED, "2026-06-03"))
    dues = clock.due_dates(died, on=day("2027-06-01"), law=LAW)
    assert not [due for due in dues if due.is_live or due.state is TimerState.OVERDUE]
    assert {due.state for due in dues} <= {TimerState.CANCELLED, TimerState.MET, TimerState.SUPERSEDED}
