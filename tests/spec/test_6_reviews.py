"""Reviews and amendments of a plan."""

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law import reviews
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

PLAN = (K.FINAL_SENT, "2026-02-20")
MET = (K.REVIEW_MEETING_HELD, "2027-01-15")
AMEND = {"outcome": "AMEND"}


def due(facts: object, rule: str, on: str, *settings: str) -> str:
    """The legal last day of the latest duty of a rule."""
    return deadlines(facts, rule, on, law(*settings))[-1].statutory_due.isoformat()


def test_a_plan_is_reviewed_within_twelve_months_of_each_review() -> None:
    """A plan is reviewed within the twelve months that start with the day it was made, and then within each twelve
    months that start with the day of the last decision notice. A plan made on 1 January is reviewed by 31 December.
    """
    made = (K.PLAN_MADE, "2019-01-01")
    assert due(happened(made), "R01", "2019-01-01") == "2019-12-31"
    reviewed = happened(made, (K.REVIEW_DECISION_SENT, "2019-11-04", {"outcome": "MAINTAIN"}))
    assert due(reviewed, "R02", "2019-11-04") == "2020-11-03"


def test_a_review_ends_with_the_decision_and_not_with_the_meeting() -> None:
    """A review ends with the decision notice. A meeting within the year whose notice comes after it is late."""
    late = happened(
        PLAN, (K.REVIEW_MEETING_HELD, "2027-02-10"), (K.REVIEW_DECISION_SENT, "2027-03-01", AMEND)
    )
    assert deadline(late, "R01", "2027-03-01").days_late == 10
    by_meeting = deadline(late, "R01", "2027-03-01", law("review_cycle_anchor=meeting"))
    assert by_meeting.state is TimerState.MET


def test_an_early_review_starts_the_next_year_early() -> None:
    """A review may be held early. The next twelve months then start with its decision notice."""
    early = happened(
        PLAN, (K.REVIEW_MEETING_HELD, "2026-06-10"), (K.REVIEW_DECISION_SENT, "2026-06-30", AMEND)
    )
    assert due(early, "R02", "2026-07-01") == "2027-06-29"
    assert deadline(early, "R01", "2026-07-01").state is TimerState.MET


def test_everybody_invited_has_two_weeks_notice_and_the_papers() -> None:
    """Those invited are told the date of the meeting, and are sent the advice, at least two weeks before it. Two weeks
    before Monday 11 January 2027 is a bank holiday: the law does not move, so the notice goes out on Christmas Eve.
    """
    arranged = happened(PLAN, (K.REVIEW_SCHEDULED, "2026-10-01", {"meeting_on": "2027-01-11"}))
    for rule in ("R03", "R04"):
        found = deadline(arranged, rule, "2026-10-01")
        assert found.statutory_due == day("2026-12-28")
        assert found.operational_target == day("2026-12-24")
        assert found.strict_due == day("2026-12-27")


def test_notice_is_of_a_date() -> None:
    """If the meeting is moved, those invited are told the new date, two weeks before it."""
    moved = happened(
        PLAN,
        (K.REVIEW_SCHEDULED, "2026-10-01", {"meeting_on": "2026-11-19"}),
        (K.REVIEW_NOTICE_GIVEN, "2026-10-02"),
        (K.REVIEW_RESCHEDULED, "2026-11-12", {"meeting_on": "2026-12-03"}),
    )
    assert deadline(moved, "R03", "2026-11-04").met_on is not None
    found = deadline(moved, "R03", "2026-11-12")
    assert (found.statutory_due, found.met_on) == (day("2026-11-19"), None)


def test_the_report_takes_two_weeks_and_the_decision_four() -> None:
    """After the meeting the report follows within two weeks and the decision within four weeks. Both run from the
    meeting. A decision that is due on New Year's Day is due on New Year's Day.
    """
    met = happened(PLAN, (K.REVIEW_MEETING_HELD, "2026-12-04"))
    assert due(met, "R05", "2026-12-04") == "2026-12-18"
    assert due(met, "R06", "2026-12-04") == "2027-01-01"


def test_the_decision_also_falls_within_the_year() -> None:
    """If the year of review ends before the four weeks do, the decision is due by the end of the year."""
    late = happened(PLAN, (K.REVIEW_MEETING_HELD, "2027-02-10"))
    assert due(late, "R06", "2027-02-10") == "2027-03-10"
    assert due(late, "R06c", "2027-02-10") == "2027-02-19"
    assert due(late, "R01d", "2027-02-10") == "2027-01-22"


def test_the_notice_of_amendments_is_due_in_the_same_four_weeks() -> None:
    """If the plan is to be amended, the notice of the proposed amendments is due within four weeks of the meeting, with
    the decision. It is wrong that there is no time limit for it.
    """
    decided = happened(PLAN, MET, (K.REVIEW_DECISION_SENT, "2027-02-01", AMEND))
    found = deadline(decided, "R07", "2027-02-13")
    assert (found.statutory_due, found.state) == (day("2027-02-12"), TimerState.OVERDUE)


def test_the_amended_plan_is_due_eight_weeks_from_the_notice_and_twelve_from_the_meeting() -> None:
    """The amended plan is due eight weeks after the notice was sent and, however late the notice was, twelve weeks
    after the meeting: not nine or twelve weeks from the report. The earlier day binds.
    """
    late = happened(PLAN, (K.REVIEW_MEETING_HELD, "2026-02-26"), (K.AMENDMENT_NOTICE_SENT, "2026-04-03"))
    assert due(late, "R09", "2026-04-03") == "2026-05-29"
    assert due(late, "R11", "2026-04-03") == due(late, "R09e", "2026-04-03") == "2026-05-21"
    assert due(late, "R09e", "2026-04-03", "late_notice_mode=8w_notice") == "2026-05-29"


def test_the_family_has_fifteen_days_on_the_amendments() -> None:
    """The family has fifteen days on the proposed amendments. The day on which they are served is day one."""
    sent = happened(PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-02-01"))
    assert due(sent, "R08", "2027-02-01") == "2027-02-15"


def test_a_decision_not_to_amend_after_all_is_told_in_the_same_eight_weeks() -> None:
    """If the authority decides after its notice not to amend the plan, it says so within the same eight weeks, and the
    family may appeal.
    """
    kept = happened(
        PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-02-01"), (K.DECISION_NOT_TO_AMEND_SENT, "2027-03-29")
    )
    found = deadline(kept, "R10", "2027-03-29")
    assert (found.statutory_due, found.state) == (day("2027-03-29"), TimerState.MET)
    assert due(kept, "F01", "2027-03-29") == "2027-06-01"


def test_every_amended_plan_can_be_appealed() -> None:
    """Every amended plan opens a new time to appeal, as do a decision not to amend and a decision to cease."""
    amended = happened(
        PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-02-01"), (K.AMENDED_FINAL_SENT, "2027-03-01")
    )
    assert [each.triggered_on.isoformat() for each in deadlines(amended, "F01", "2027-03-01")] == [
        "2026-02-20",
        "2027-03-01",
    ]
    for outcome in ("MAINTAIN", "CEASE"):
        decided = happened(PLAN, MET, (K.REVIEW_DECISION_SENT, "2027-02-01", {"outcome": outcome}))
        assert due(decided, "F01", "2027-02-01") == "2027-04-01"


def test_a_plan_may_be_amended_without_a_review() -> None:
    """A plan amended without a review is due eight weeks after the notice. There is no limit from a meeting."""
    sent = happened(PLAN, (K.AMENDMENT_NOTICE_SENT, "2026-05-01"))
    assert due(sent, "R12", "2026-05-01") == "2026-06-26"
    assert deadlines(sent, "R11", "2026-05-01") == deadlines(sent, "R09e", "2026-05-01") == []


def test_a_decision_to_cease_after_a_review_is_told_in_four_weeks() -> None:
    """A decision after a review to cease the plan is told within four weeks of the meeting."""
    met = happened(PLAN, (K.REVIEW_MEETING_HELD, "2027-01-15", {"recommended": "CEASE"}))
    assert due(met, "C02", "2027-01-15") == "2027-02-12"


@pytest.mark.parametrize(("year_group", "required"), [(8, False), (9, True), (13, True)])
def test_adulthood_is_considered_from_year_9(year_group: int, required: bool) -> None:
    """From year 9 the meeting considers what prepares the young person for adulthood; in year 8 it need not."""
    met = happened(PLAN, (K.REVIEW_MEETING_HELD, "2027-01-15", {"school_year": year_group}))
    assert bool(deadlines(met, "R14", "2027-01-15")) is required


def test_heads_have_the_list_of_a_term_two_weeks_before_it_starts() -> None:
    """At least two weeks before a term starts, heads and health are told who is due for review in it."""
    limit = reviews.termly_list_latest(day("2027-01-04"), LAW)
    assert limit is not None
    assert limit.statutory == day("2026-12-21")
