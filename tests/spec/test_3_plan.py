"""From the assessment to the plan."""

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, deadline, deadlines, happened

ASKED = (K.REQUEST_RECEIVED, "2026-01-05")
DRAFT = (*((K.REQUEST_RECEIVED, "2026-01-05"), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-10")),
         *((K.DECISION_TO_ISSUE, "2026-04-20"), (K.DRAFT_SERVED, "2026-05-01")))  # fmt: skip


def test_the_final_plan_is_due_twenty_weeks_after_the_request() -> None:
    """The final plan is sent within twenty weeks of the request, whatever the day of the decision to assess."""
    assert deadline(happened(ASKED), "A06", "2026-01-05").statutory_due.isoformat() == "2026-05-25"
    assert deadline(happened(*DRAFT), "A06", "2026-05-01").statutory_due.isoformat() == "2026-05-25"


def test_a_late_final_plan_stays_late_by_its_days() -> None:
    """A plan sent on the last day is in time; a plan a week later is seven days late, for good."""
    in_time = happened(*DRAFT, (K.FINAL_SENT, "2026-05-25"))
    late = happened(*DRAFT, (K.FINAL_SENT, "2026-06-01"))
    assert deadline(in_time, "A06", "2026-09-01").state is TimerState.MET
    assert deadline(late, "A06", "2026-09-01").days_late == 7


def test_a_decision_not_to_issue_is_due_in_sixteen_weeks() -> None:
    """A decision not to issue a plan is told within sixteen weeks of the request. A decision to issue ends that
    limit.
    """
    assert deadline(happened(ASKED), "A05", "2026-01-05").statutory_due.isoformat() == "2026-04-27"
    assert deadline(happened(*DRAFT), "A05", "2026-05-01").state is TimerState.CANCELLED


def test_a_refusal_cancels_the_later_limits() -> None:
    """A refusal to assess cancels the sixteen and the twenty weeks."""
    refused = happened(ASKED, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-09"))
    assert {deadline(refused, rule, "2026-02-09").state for rule in ("A05", "A06")} == {TimerState.CANCELLED}


def test_conceding_informally_does_not_start_the_clock_again() -> None:
    """If the authority gives way without an order and without telling the Tribunal that it does not oppose, the
    limits revive with their first day.
    """
    conceded = happened(
        (K.REQUEST_RECEIVED, "2022-12-30"),
        (K.REFUSAL_TO_ASSESS_SENT, "2023-02-08"),
        (K.LA_RECONSIDERS, "2023-06-01"),
    )
    found = deadline(conceded, "A06", "2023-06-01")
    assert found.statutory_due.isoformat() == "2023-05-19"
    assert (found.state, found.days_late) == (TimerState.OVERDUE, 13)


def test_an_appeal_not_opposed_gives_fourteen_weeks() -> None:
    """If the authority tells the Tribunal that it does not oppose an appeal against a refusal to assess, the final
    plan is due fourteen weeks later, and the first limits are superseded. It is not four weeks.
    """
    unopposed = happened(
        (K.REQUEST_RECEIVED, "2022-12-30"),
        (K.REFUSAL_TO_ASSESS_SENT, "2023-02-08"),
        (K.APPEAL_RECEIVED, "2023-03-01"),
        (K.UNOPPOSED_NOTIFIED, "2023-06-01"),
    )
    assert deadline(unopposed, "U03", "2023-06-01").statutory_due.isoformat() == "2023-09-07"
    assert deadline(unopposed, "A06", "2023-06-01").state is TimerState.SUPERSEDED


def test_the_family_has_fifteen_days_beginning_with_service() -> None:
    """The family has at least fifteen days on the draft. The day of service is day one, so a draft served on 1 May
    can be commented on to the end of 15 May.
    """
    assert deadline(happened(*DRAFT), "A07", "2026-05-01").statutory_due.isoformat() == "2026-05-15"


def test_the_fifteen_days_run_over_new_year() -> None:
    """The fifteen days are calendar days and end on a bank holiday if that is the fifteenth."""
    found = deadline(happened((K.DRAFT_SERVED, "2026-12-18")), "A07", "2026-12-18")
    assert found.statutory_due.isoformat() == "2027-01-01"


def test_a_posted_draft_is_served_in_the_ordinary_course_of_post() -> None:
    """A draft sent by first class post is taken to be served on the second working day after. Posted on the
    Thursday before Good Friday 2026, it is served on Wednesday 8 April.
    """
    posted = {"channel": "FIRST_CLASS_POST", "sent_on": "2026-04-02"}
    found = deadline(happened((K.DRAFT_SERVED, "2026-04-02", posted)), "A07", "2026-04-02")
    assert (found.triggered_on.isoformat(), found.statutory_due.isoformat()) == ("2026-04-08", "2026-04-22")
    assert found.strict_due.isoformat() == "2026-04-16"


def test_a_draft_issued_anew_starts_fifteen_new_days() -> None:
    """A draft that is issued anew begins a new fifteen days and takes the place of the old."""
    again = happened(*DRAFT, (K.DRAFT_REISSUED, "2026-05-12"))
    first, second = deadlines(again, "A07", "2026-05-12")
    assert first.state is TimerState.SUPERSEDED
    assert second.statutory_due.isoformat() == "2026-05-26"


def test_a_final_plan_on_the_fifteenth_day_is_a_breach() -> None:
    """The authority does not send the final plan before the fifteenth day has ended."""
    for sent, state in (("2026-05-15", TimerState.BREACHED), ("2026-05-16", TimerState.MET)):
        assert deadline(happened(*DRAFT, (K.FINAL_SENT, sent)), "A07b", sent).state is state


def test_the_latest_day_for_the_draft_leaves_fifteen_full_days() -> None:
    """To leave the family fifteen full days, the draft is served fifteen days before the last day for the plan."""
    assert deadline(happened(ASKED), "A09", "2026-01-05").statutory_due.isoformat() == "2026-05-10"


def test_a_setting_answers_in_fifteen_calendar_days() -> None:
    """A school that is consulted answers within fifteen days. They are calendar days, and they are guidance."""
    consulted = happened(*DRAFT, (K.SETTING_CONSULTED, "2026-05-01"))
    assert deadline(consulted, "A08", "2026-05-01").statutory_due.isoformat() == "2026-05-16"


def test_the_first_review_ends_the_day_before_the_plans_birthday() -> None:
    """The plan is reviewed before the end of the twelve months that start with the day it was made."""
    made = happened(*DRAFT, (K.FINAL_SENT, "2026-05-25"))
    assert deadline(made, "R01", "2026-05-25").statutory_due.isoformat() == "2027-05-24"
