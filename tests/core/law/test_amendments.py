"""Duties of amending a plan either side of their edges, over holidays, in the readings; wrong values in circulation."""

from typing import Any

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.law import clock, register
from core.law.chronicles import FIRST_MOMENT, LAW, K, day, deadline, deadlines, happened, law

PLAN = (K.FINAL_SENT, "2026-02-20")
MET = (K.REVIEW_MEETING_HELD, "2027-01-15")
AMEND = (K.REVIEW_DECISION_SENT, "2027-02-01", {"outcome": "AMEND"})
NOTICE = (K.AMENDMENT_NOTICE_SENT, "2027-02-08")
OUT = (PLAN, MET, NOTICE)


def state(facts: Facts, rule: str, on: str) -> TimerState:
    return deadlines(facts, rule, on)[-1].state


@pytest.mark.parametrize(
    ("steps", "rule", "last"),
    [
        ((PLAN, MET, AMEND), "R07", "2027-02-12"),
        ((PLAN, MET, AMEND), "R11", "2027-04-09"),
        (OUT, "R09", "2027-04-05"),
        (OUT, "R09e", "2027-04-05"),
        ((PLAN, NOTICE), "R12", "2027-04-05"),
        ((*OUT, (K.SETTING_CONSULTED, "2027-02-08")), "A08", "2027-02-23"),
    ],
)
def test_a_limit_of_an_amendment_is_overdue_only_from_the_day_after(
    steps: tuple[Any, ...], rule: str, last: str
) -> None:
    facts, after = happened(*steps), day(last).fromordinal(day(last).toordinal() + 1).isoformat()
    assert state(facts, rule, last) is TimerState.RUNNING
    late = deadlines(facts, rule, after)[-1]
    assert (late.state, late.days_late, late.statutory_due) == (TimerState.OVERDUE, 1, day(last))


def test_an_amended_plan_due_on_easter_monday_is_acted_on_before_easter() -> None:
    sent = happened(PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-02-01"))
    found = deadline(sent, "R09", "2027-02-01")
    assert (found.statutory_due, found.operational_target) == (day("2027-03-29"), day("2027-03-25"))
    rolled = deadline(sent, "R09", "2027-02-01", law("nonworking_due=roll_forward"))
    assert rolled.statutory_due == day("2027-03-30")


def test_what_depends_on_a_decision_to_amend_waits_for_it() -> None:
    undecided = happened(PLAN, MET)
    for rule in ("R07", "R11"):
        waiting = deadline(undecided, rule, "2027-06-01")
        assert (waiting.state, waiting.is_live, waiting.days_late) == (TimerState.PENDING, False, 0)
    for outcome, after in (("MAINTAIN", TimerState.CANCELLED), ("CEASE", TimerState.CANCELLED)):
        decided = happened(PLAN, MET, (K.REVIEW_DECISION_SENT, "2027-02-01", {"outcome": outcome}))
        assert state(decided, "R07", "2027-02-02") is state(decided, "R11", "2027-02-02") is after


def test_a_decision_whose_outcome_is_not_told_leaves_the_notice_unknown() -> None:
    found = deadline(happened(PLAN, MET, (K.REVIEW_DECISION_SENT, "2027-02-01")), "R07", "2027-06-01")
    assert (found.state, found.unknown) == (TimerState.SUPERSEDED, ("What was decided after the review.",))


def test_a_late_notice_is_late_and_counts_as_the_decision() -> None:
    late = happened(PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-02-15"))
    assert deadline(late, "R07", "2027-02-15").days_late == 3
    assert deadline(late, "R06", "2027-02-15").days_late == 3
    assert deadline(late, "R01", "2027-02-15").state is TimerState.MET


def test_a_decision_without_a_notice_does_not_meet_the_limit_for_the_notice() -> None:
    decided = happened(PLAN, MET, AMEND)
    assert state(decided, "R06", "2027-03-01") is TimerState.MET
    assert state(decided, "R07", "2027-03-01") is TimerState.OVERDUE
    sent = happened(PLAN, MET, AMEND, (K.AMENDMENT_NOTICE_SENT, "2027-03-01"))
    assert deadline(sent, "R07", "2027-03-01").days_late == 17


def test_the_twelve_weeks_bind_a_late_notice_and_the_reason_says_so() -> None:
    late = happened(PLAN, (K.REVIEW_MEETING_HELD, "2026-02-20"), (K.AMENDMENT_NOTICE_SENT, "2026-04-03"))
    found = deadline(late, "R09e", "2026-04-03")
    assert (found.statutory_due, found.strict_due) == (day("2026-05-15"), day("2026-05-15"))
    assert found.reasons[2].fact == "The review meeting was held on 20 February 2026."
    assert "Rule R11 binds first." in [each.rule for each in deadline(late, "R09", "2026-04-03").reasons]
    alone = deadline(late, "R09e", "2026-04-03", law("late_notice_mode=8w_notice"))
    assert (alone.statutory_due, alone.strict_due) == (day("2026-05-29"), day("2026-05-15"))
    assert "takes the twelve weeks from the meeting to bind" in " ".join(each.rule for each in alone.reasons)


def test_an_early_notice_leaves_its_own_eight_weeks() -> None:
    early = happened(PLAN, MET, (K.AMENDMENT_NOTICE_SENT, "2027-01-20"))
    assert deadline(early, "R09e", "2027-01-20").statutory_due == day("2027-03-17")
    after_no_meeting = happened(PLAN, AMEND, NOTICE)
    assert deadline(after_no_meeting, "R09e", "2027-02-08").statutory_due == day("2027-04-05")


def test_an_amended_plan_is_in_time_or_late_and_closes_the_rest() -> None:
    for on, late in (("2027-04-05", 0), ("2027-04-06", 1)):
        sent = happened(*OUT, (K.AMENDED_FINAL_SENT, on))
        assert deadline(sent, "R09", on).days_late == deadline(sent, "R09e", on).days_late == late
        assert state(sent, "R10", on) is TimerState.CANCELLED
        assert state(sent, "R11", on) is TimerState.MET
    assert (
        deadlines(sent, "F01", "2027-04-06")[-1].reasons[0].fact
        == "The amended plan was sent on 6 April 2027."
    )


def test_a_decision_not_to_amend_is_in_time_or_late_and_ends_the_rest() -> None:
    for on, late in (("2027-04-05", 0), ("2027-04-06", 1)):
        kept = happened(*OUT, (K.DECISION_NOT_TO_AMEND_SENT, on))
        assert deadline(kept, "R10", on).days_late == late
        assert {state(kept, rule, on) for rule in ("R09", "R09e", "R11")} == {TimerState.CANCELLED}
    undated = happened(*OUT, (K.DECISION_NOT_TO_AMEND_SENT, "2027-04-05", {"undated": True}))
    assert deadline(undated, "R10", "2027-04-05").unknown == (
        "The day on which the decision not to amend was notified.",
    )


def test_a_decision_not_to_amend_before_any_notice_ends_the_wait_for_one() -> None:
    kept = happened(PLAN, MET, AMEND, (K.DECISION_NOT_TO_AMEND_SENT, "2027-03-01"))
    assert state(kept, "R07", "2027-03-01") is state(kept, "R11", "2027-03-01") is TimerState.CANCELLED
    assert deadlines(kept, "R10", "2027-03-01") == []
    assert len(deadlines(kept, "F01", "2027-03-01")) == 2


def test_an_amended_plan_without_a_notice_leaves_the_notice_unknown() -> None:
    sent = happened(PLAN, MET, AMEND, (K.AMENDED_FINAL_SENT, "2027-03-01"))
    notice = deadline(sent, "R07", "2027-03-01")
    assert notice.unknown == ("Whether and when the notice of proposed amendments was sent.",)
    assert deadline(sent, "R11", "2027-03-01").state is TimerState.MET
    assert deadlines(sent, "R09", "2027-03-01") == []
    ordered = happened(PLAN, (K.AMENDED_FINAL_SENT, "2027-03-01"))
    assert len(deadlines(ordered, "F01", "2027-03-01")) == 2


def test_an_amended_plan_of_no_known_day_is_neither_late_nor_in_time() -> None:
    sent = happened(*OUT, (K.AMENDED_FINAL_SENT, "2027-06-01", {"undated": True}))
    for rule in ("R09", "R09e", "R11"):
        found = deadline(sent, rule, "2027-06-01")
        assert (found.state, found.days_late) == (TimerState.SUPERSEDED, 0)
        assert found.unknown == ("Whether and when the final amended plan was sent.",)


def test_the_next_decision_overtakes_a_decision_to_amend_that_came_to_nothing() -> None:
    overtaken = happened(PLAN, MET, AMEND, (K.REVIEW_DECISION_SENT, "2028-01-20", {"outcome": "MAINTAIN"}))
    assert state(overtaken, "R07", "2028-02-01") is TimerState.SUPERSEDED
    assert state(overtaken, "R11", "2028-02-01") is TimerState.SUPERSEDED


def test_two_amendments_may_be_out_and_one_plan_ends_both() -> None:
    both = (*OUT, (K.REVIEW_MEETING_HELD, "2027-12-01"), (K.AMENDMENT_NOTICE_SENT, "2027-12-20"))
    assert [each.state for each in deadlines(happened(*both), "R09", "2027-12-20")] == [
        TimerState.OVERDUE,
        TimerState.RUNNING,
    ]
    done = deadlines(happened(*both, (K.AMENDED_FINAL_SENT, "2028-01-10")), "R09", "2028-01-10")
    assert [each.days_late for each in done] == [280, 0]


def test_the_end_of_the_plan_ends_an_amendment() -> None:
    ended = happened(*OUT, (K.SETTING_CONSULTED, "2027-02-09"), (K.PLAN_CEASED, "2027-02-10"))
    for rule in ("R08", "R09", "R09e", "R10", "R11", "A08"):
        assert state(ended, rule, "2027-06-01") is TimerState.CANCELLED
    assert state(happened(PLAN, MET, AMEND, (K.PLAN_CEASED, "2027-02-10")), "R07", "2027-06-01") is (
        TimerState.CANCELLED
    )


# the family's time


def test_the_window_is_counted_from_service_and_the_eight_weeks_from_sending() -> None:
    posted = (K.AMENDMENT_NOTICE_SENT, "2027-03-25", {"channel": "FIRST_CLASS_POST"})
    found = deadline(happened(PLAN, MET, posted), "R08", "2027-04-01")
    assert (found.triggered_on, found.statutory_due) == (day("2027-03-31"), day("2027-04-14"))
    assert found.strict_due == day("2027-04-08")
    assert found.reasons[0].fact.startswith(
        "The notice of amendments was posted on 25 March 2027 and is taken"
    )
    assert deadline(happened(PLAN, MET, posted), "R09", "2027-04-01").triggered_on == day("2027-03-25")
    sent_before = (K.AMENDMENT_NOTICE_SENT, "2027-03-25", {"sent_on": "2027-03-24"})
    assert deadline(happened(PLAN, MET, sent_before), "R09", "2027-04-01").triggered_on == day("2027-03-24")


def test_the_family_s_window_runs_out_or_is_cut_short() -> None:
    assert deadline(happened(*OUT), "R08", "2027-02-22").state is TimerState.RUNNING
    over = deadline(happened(*OUT), "R08", "2027-02-23")
    assert (over.state, over.met_on) == (TimerState.MET, day("2027-02-22"))
    for kind in (K.AMENDED_FINAL_SENT, K.DECISION_NOT_TO_AMEND_SENT):
        assert state(happened(*OUT, (kind, "2027-02-22")), "R08", "2027-03-01") is TimerState.CANCELLED
        assert state(happened(*OUT, (kind, "2027-02-23")), "R08", "2027-03-01") is TimerState.MET


def test_a_window_cut_short_by_the_plan_stays_so_when_the_plan_ends() -> None:
    ended = (*OUT, (K.AMENDED_FINAL_SENT, "2027-02-22"), (K.PLAN_CEASED, "2027-06-01"))
    assert state(happened(*ended), "R08", "2027-07-01") is TimerState.CANCELLED


def test_a_notice_issued_anew_starts_new_fifteen_days_but_no_new_eight_weeks() -> None:
    again = happened(*OUT, (K.AMENDMENT_NOTICE_SENT, "2027-02-15"))
    first, second = deadlines(again, "R08", "2027-02-15")
    assert (first.state, second.statutory_due) == (TimerState.SUPERSEDED, day("2027-03-01"))
    assert deadline(again, "R09", "2027-02-15").statutory_due == day("2027-04-05")
    on_the_last = happened(*OUT, (K.AMENDMENT_NOTICE_SENT, "2027-02-22"))
    assert deadlines(on_the_last, "R08", "2027-03-01")[0].state is TimerState.SUPERSEDED
    later = happened(*OUT, (K.AMENDMENT_NOTICE_SENT, "2027-02-23"))
    assert deadlines(later, "R08", "2027-03-01")[0].state is TimerState.MET


def test_a_notice_posted_beyond_the_bank_holidays_has_no_known_day_of_service() -> None:
    posted = (K.AMENDMENT_NOTICE_SENT, "2028-12-29", {"channel": "FIRST_CLASS_POST"})
    found = deadline(happened(PLAN, posted), "R08", "2028-12-30")
    assert (found.statutory_due, found.strict_due) == (None, day("2029-01-12"))
    again = (K.AMENDMENT_NOTICE_SENT, "2028-12-30")
    assert deadlines(happened(PLAN, posted, again), "R08", "2028-12-30")[0].state is TimerState.SUPERSEDED
    ended = happened(PLAN, posted, (K.PLAN_CEASED, "2029-06-01"))
    assert state(ended, "R08", "2029-07-01") is TimerState.CANCELLED


def test_a_notice_served_as_the_law_began_has_no_strict_date_before_it() -> None:
    posted = {"channel": "FIRST_CLASS_POST", "sent_on": "2014-08-29"}
    told = happened((K.PLAN_MADE, "2014-01-01"), (K.AMENDMENT_NOTICE_SENT, "2014-09-01", posted))
    found = deadline(told, "R08", "2014-09-02")
    assert (found.statutory_due, found.strict_due) == (day("2014-09-16"), None)


def test_settings_and_family_are_heard_on_the_amendments_and_begin_no_request() -> None:
    asked = (K.SETTING_CONSULTED, "2027-02-09", {"setting_name": "Hill School"})
    replied = (K.SETTING_REPLIED, "2027-02-25", {"consultation": "e4"})
    told = happened(*OUT, asked, (K.REPRESENTATIONS_RECEIVED, "2027-02-12"), replied)
    assert deadline(told, "A08", "2027-02-25").days_late == 1
    assert deadlines(told, "A02", "2027-02-25") == []
    unanswered = happened(*OUT, asked, (K.AMENDED_FINAL_SENT, "2027-02-24"))
    assert deadline(unanswered, "A08", "2027-03-01").state is TimerState.SUPERSEDED
    before_the_law = happened((K.PLAN_MADE, "2013-01-01"), (K.AMENDMENT_NOTICE_SENT, "2013-02-01"), (
        K.SETTING_CONSULTED, "2013-02-02"))  # fmt: skip
    assert deadlines(before_the_law, "A08", "2013-02-02") == []


# what a return tells


def from_a_return(*steps: tuple[Any, ...]) -> Facts:
    """The same, but read from a return."""
    events = [
        Event(f"e{n}", kind, day(on), FIRST_MOMENT, more[0] if more else {}, source="SEN2 2027")
        for n, (kind, on, *more) in enumerate(steps, 1)
    ]
    return Facts("case", None, as_known(events))


def test_a_return_tells_of_a_decision_and_not_of_what_followed() -> None:
    told = from_a_return((K.PLAN_MADE, "2026-02-20"), MET, AMEND)
    for rule in ("R07", "R11"):
        assert state(told, rule, "2027-02-10") is TimerState.RUNNING
        late = deadline(told, rule, "2027-06-01")
        assert (late.state, late.days_late) == (TimerState.SUPERSEDED, 0)


def test_a_return_may_tell_of_the_draft_of_an_amended_plan() -> None:
    draft = (*AMEND[:2], {"outcome": "AMEND", "draft_amended_on": "2027-02-15"})
    told = from_a_return((K.PLAN_MADE, "2026-02-20"), MET, draft)
    assert deadline(told, "R07", "2027-06-01").days_late == 3
    assert deadline(told, "R09", "2027-03-01").statutory_due == day("2027-04-12")
    assert deadline(told, "R09", "2027-06-01").state is TimerState.SUPERSEDED


# wrong values in circulation, and the date of the judgment


def test_the_limits_for_an_amended_plan_are_not_counted_from_the_report() -> None:
    report = (K.REVIEW_REPORT_RECEIVED, "2027-01-29")
    found = deadline(happened(PLAN, MET, report, NOTICE), "R11", "2027-02-08")
    assert found.statutory_due == day("2027-04-09")
    assert found.statutory_due not in (day("2027-04-02"), day("2027-04-23"))


def test_there_is_a_limit_for_proposing_amendments() -> None:
    assert deadline(happened(PLAN, MET, AMEND), "R07", "2027-02-01").statutory_due is not None


@pytest.mark.parametrize(("held", "flagged"), [("2022-03-07", True), ("2022-03-08", False)])
def test_facts_before_the_judgment_say_so(held: str, flagged: bool) -> None:
    met = happened((K.PLAN_MADE, "2021-06-01"), (K.REVIEW_MEETING_HELD, held))
    for rule in ("R07", "R11"):
        facts = [each.fact for each in deadline(met, rule, held).reasons]
        assert ("The court gave this reading on 8 March 2022, after these facts." in facts) is flagged
    assert LAW.book.versions("R07")[0].force == "J"


def test_the_rules_and_the_register_of_versions_give_the_judgment_the_same_day() -> None:
    (devon,) = [version for version in register.versions() if version.id == "DEV-1"]
    flagged = {each.id: each.flag_before for each in LAW.book.parameters if each.flag_before is not None}
    assert set(devon.rules) <= set(flagged) == {"R07", "R09e", "R11"}
    assert set(flagged.values()) == {devon.flag_before}


def test_every_duty_of_an_amendment_says_what_would_change_it() -> None:
    for told in clock.duties(happened(*OUT), on=day("2027-02-08"), law=LAW):
        assert told.what_would_change_it
