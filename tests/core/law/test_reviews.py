"""Duties of reviews either side of their edges, over holidays, in the readings; wrong values in circulation."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.case.facts import Facts
from alongside.core.law import clock, reckoning, reviews
from alongside.core.law.duty import Confidence, Deadline, Force
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

PLAN = (K.FINAL_SENT, "2026-02-20")
MADE = (K.PLAN_MADE, "2024-06-01")
MET = (K.REVIEW_MEETING_HELD, "2027-01-15")
ARRANGED = (K.REVIEW_SCHEDULED, "2026-12-01", {"meeting_on": "2027-01-15"})
UNDATED = {"undated": True}


def outcome(on: str, what: str | None = "MAINTAIN", **more: Any) -> tuple[Any, ...]:
    return (K.REVIEW_DECISION_SENT, on, {"outcome": what, **more} if what else more)


def of_child(born: str, *steps: Any) -> Facts:
    return replace(happened(*steps), born_on=day(born))


def state(facts: Facts, rule: str, on: str) -> TimerState:
    return deadlines(facts, rule, on)[-1].state


@pytest.mark.parametrize(
    ("steps", "rule", "last"),
    [
        ((PLAN,), "R01", "2027-02-19"),
        ((PLAN,), "R01d", "2027-01-22"),
        ((PLAN, outcome("2026-06-30")), "R02", "2027-06-29"),
        ((PLAN, ARRANGED), "R03", "2027-01-01"),
        ((PLAN, ARRANGED), "R04", "2027-01-01"),
        ((PLAN, MET), "R05", "2027-01-29"),
        ((PLAN, MET), "R06", "2027-02-12"),
        ((PLAN, MET), "R06c", "2027-02-12"),
        ((PLAN, (*MET, {"recommended": "CEASE"})), "C02", "2027-02-12"),
    ],
)
def test_a_limit_of_a_review_is_overdue_only_from_the_day_after(
    steps: tuple[Any, ...], rule: str, last: str
) -> None:
    facts, after = happened(*steps), (day(last).fromordinal(day(last).toordinal() + 1)).isoformat()
    assert state(facts, rule, last) is TimerState.RUNNING
    late = deadlines(facts, rule, after)[-1]
    assert (late.state, late.days_late, late.statutory_due) == (TimerState.OVERDUE, 1, day(last))


def test_the_year_from_a_leap_day_has_three_readings() -> None:
    made = happened((K.PLAN_MADE, "2024-02-29"))
    assert deadline(made, "R01", "2024-03-01").statutory_due == day("2025-02-28")
    assert deadline(made, "R01", "2024-03-01").strict_due == day("2025-02-27")
    for reading, due in (("clip_then_minus_one", "2025-02-27"), ("next_day", "2025-03-01")):
        found = deadline(made, "R01", "2024-03-01", law(f"month_end_mode={reading}"))
        assert found.statutory_due == day(due)
    plain = deadline(happened((K.PLAN_MADE, "2023-03-01")), "R01", "2023-03-01")
    assert plain.statutory_due == plain.strict_due == day("2024-02-29")


def test_the_strict_year_begins_with_the_meeting() -> None:
    reviewed = happened(PLAN, MET, outcome("2027-02-01"))
    found = deadline(reviewed, "R02", "2027-02-01")
    assert (found.statutory_due, found.strict_due) == (day("2028-01-31"), day("2028-01-14"))
    assert found.reasons[0].fact == "The decision after the last review was notified on 1 February 2027."
    assert "takes the year to begin with the meeting" in found.reasons[2].rule
    by_meeting = deadline(reviewed, "R02", "2027-02-01", law("review_cycle_anchor=meeting"))
    assert by_meeting.statutory_due == day("2028-01-14")
    assert by_meeting.reasons[0].fact == "The plan was last reviewed at the meeting on 15 January 2027."
    meet_by = deadlines(reviewed, "R01d", "2027-02-01")[-1]
    assert (meet_by.statutory_due, meet_by.strict_due) == (day("2028-01-03"), day("2027-12-17"))


def test_several_reviews_make_several_years() -> None:
    told = happened(MADE, outcome("2025-05-20"), outcome("2026-06-10"), outcome("2026-12-01"))
    found = deadlines(told, "R02", "2027-01-01")
    assert [(each.statutory_due, each.state, each.days_late) for each in found] == [
        (day("2026-05-19"), TimerState.MET_LATE, 22),
        (day("2027-06-09"), TimerState.MET, 0),
        (day("2027-11-30"), TimerState.RUNNING, 0),
    ]
    assert deadline(told, "R01", "2027-01-01").state is TimerState.MET


def test_one_decision_on_two_meetings_ends_one_year() -> None:
    second = (K.REVIEW_MEETING_HELD, "2027-02-10")
    told = happened(PLAN, MET, second, outcome("2027-02-15"))
    assert [each.days_late for each in deadlines(told, "R06", "2027-03-01")] == [3, 0]
    assert len(deadlines(told, "R02", "2027-03-01")) == 1
    by_meeting = law("review_cycle_anchor=meeting")
    assert len(deadlines(told, "R02", "2027-03-01", by_meeting)) == 2


def test_a_review_decided_on_no_known_day_leaves_the_next_year_unknown() -> None:
    told = happened(PLAN, MET, outcome("2027-02-25", **UNDATED))
    assert state(told, "R01", "2027-03-01") is TimerState.SUPERSEDED
    following = deadline(told, "R02", "2027-03-01")
    assert (following.statutory_due, following.unknown) == (
        None,
        ("The day of the decision after the last review.",),
    )
    assert "on a day that is not known, at the latest on 25 February 2027" in following.reasons[0].fact
    assert deadline(told, "R06", "2027-03-01").unknown == ("The day on which the decision was notified.",)
    assert len(deadlines(told, "R01d", "2027-03-01")) == 1
    by_meeting = deadline(told, "R02", "2027-03-01", law("review_cycle_anchor=meeting"))
    assert by_meeting.statutory_due == day("2028-01-14")
    again = happened(PLAN, outcome("2027-02-25", **UNDATED), (K.REVIEW_MEETING_HELD, "2027-09-01"))
    capped = deadline(again, "R06c", "2027-09-01")
    assert (capped.statutory_due, capped.unknown) == (None, ("When the year of review began.",))


def test_a_plan_made_on_no_known_day_has_no_day_for_the_meeting() -> None:
    assert deadlines(happened((K.PLAN_MADE, "2024-12-31", UNDATED)), "R01d", "2025-01-01") == []


def test_for_a_plan_from_elsewhere_a_late_first_review_does_not_show_that_there_was_none() -> None:
    told = happened((K.PLAN_MADE, "2019-01-01"), (K.REVIEW_MEETING_HELD, "2025-01-10"))
    assert deadline(told, "R01d", "2025-01-10").state is TimerState.SUPERSEDED
    assert deadline(told, "R06c", "2025-01-10").statutory_due == day("2025-02-07")
    complete = (K.PLAN_MADE, "2019-01-01", {"reviews_complete": True})
    known = happened(complete, (K.REVIEW_MEETING_HELD, "2025-01-10"))
    assert deadline(known, "R06c", "2025-01-10").statutory_due == day("2019-12-31")
    within = happened((K.PLAN_MADE, "2024-02-01"), (K.REVIEW_MEETING_HELD, "2025-01-10"))
    assert deadline(within, "R06c", "2025-01-10").statutory_due == day("2025-01-31")


def test_planning_dates_say_what_they_are_worked_back_from() -> None:
    found = deadline(happened(PLAN), "R01d", "2026-03-01")
    assert found.reasons[0].fact == "The plan was made on 20 February 2026."
    assert found.reasons[1].rule == "Rule R01d: 28 days before the end of the year of review."


def test_the_first_meeting_of_a_year_meets_its_planning_date() -> None:
    told = happened(PLAN, MET, (K.REVIEW_MEETING_HELD, "2027-02-10"))
    assert deadline(told, "R01d", "2027-02-10").met_on == day("2027-01-15")
    assert state(happened(PLAN, outcome("2027-01-04")), "R01", "2027-01-04") is TimerState.MET
    without = deadlines(happened(PLAN, outcome("2027-01-04")), "R01d", "2027-01-04")[0]
    assert without.state is TimerState.SUPERSEDED


def test_the_final_plan_after_a_reassessment_starts_the_year_anew() -> None:
    told = happened(MADE, (K.FINAL_SENT, "2025-03-03"))
    found = deadline(told, "R02", "2025-03-03")
    assert found.statutory_due == day("2026-03-02")
    assert found.reasons[0].fact == "The final plan after the reassessment was sent on 3 March 2025."
    assert deadlines(told, "R06", "2025-03-03") == []


def test_a_meeting_arranged_before_a_reassessment_ended_stays_arranged() -> None:
    told = happened(MADE, ARRANGED, (K.FINAL_SENT, "2026-12-10"), MET, outcome("2027-02-01"))
    assert deadline(told, "R03", "2027-02-01").triggered_on == day("2027-01-15")
    assert [each.statutory_due for each in deadlines(told, "R02", "2027-02-01")] == [
        day("2027-12-09"),
        day("2028-01-31"),
    ]


@pytest.mark.parametrize(
    ("rule", "kind"), [("R03", K.REVIEW_NOTICE_GIVEN), ("R04", K.REVIEW_ADVICE_CIRCULATED)]
)
def test_notice_and_papers_are_in_time_or_late(rule: str, kind: Any) -> None:
    for on, late in (("2027-01-01", 0), ("2027-01-02", 1)):
        assert deadline(happened(PLAN, ARRANGED, (kind, on)), rule, "2027-01-10").days_late == late
    clear = deadline(happened(PLAN, ARRANGED), rule, "2026-12-01", law("notice_mode=clear_14"))
    assert clear.statutory_due == day("2026-12-31")
    arranged = deadline(happened(PLAN, ARRANGED), rule, "2026-12-01")
    assert arranged.reasons[0].fact == "The review meeting is arranged for 15 January 2027."
    unknown = deadline(happened(PLAN, MET), rule, "2027-01-15")
    assert (unknown.state, len(unknown.unknown)) == (TimerState.SUPERSEDED, 1)


def test_a_notice_may_begin_a_review_whose_day_is_not_known_yet() -> None:
    told = happened(PLAN, (K.REVIEW_NOTICE_GIVEN, "2026-12-01"), (K.REVIEW_ADVICE_CIRCULATED, "2026-12-02"))
    assert deadlines(told, "R03", "2026-12-02") == []
    held = happened(PLAN, (K.REVIEW_NOTICE_GIVEN, "2026-12-01"), MET)
    assert deadline(held, "R03", "2027-01-15").state is TimerState.MET


def test_the_report_is_met_late_or_not_known() -> None:
    report = (K.REVIEW_REPORT_RECEIVED, "2027-01-30")
    assert deadline(happened(PLAN, MET, report), "R05", "2027-02-01").days_late == 1
    assert deadline(happened(PLAN, MET, report, report), "R05", "2027-02-01").days_late == 1
    decided = deadline(happened(PLAN, MET, outcome("2027-02-01")), "R05", "2027-03-01")
    assert (decided.state, decided.unknown) == (
        TimerState.SUPERSEDED,
        ("Whether and when the report was sent.",),
    )
    assert decided.reasons[0].fact == "The review meeting was held on 15 January 2027."


def test_the_report_of_a_review_may_come_while_the_next_is_arranged() -> None:
    following = (K.REVIEW_SCHEDULED, "2027-03-01", {"meeting_on": "2028-01-14"})
    told = happened(PLAN, MET, following, (K.REVIEW_REPORT_RECEIVED, "2027-03-02"))
    assert deadline(told, "R05", "2027-03-02").met_on == day("2027-03-02")
    early = happened(PLAN, ARRANGED, (K.REVIEW_REPORT_RECEIVED, "2026-12-02"))
    assert deadlines(early, "R05", "2026-12-02") == []


def test_the_decision_over_christmas_does_not_move() -> None:
    met = happened(PLAN, (K.REVIEW_MEETING_HELD, "2026-12-04"))
    found = deadline(met, "R06", "2026-12-04")
    assert (found.statutory_due, found.operational_target) == (day("2027-01-01"), day("2026-12-31"))
    rolled = deadline(met, "R06", "2026-12-04", law("nonworking_due=roll_forward"))
    assert rolled.statutory_due == day("2027-01-04")


def test_a_cap_by_the_year_is_told_among_the_reasons() -> None:
    capped = deadline(happened(PLAN, (K.REVIEW_MEETING_HELD, "2027-02-10")), "R06c", "2027-02-10")
    assert capped.statutory_due == day("2027-02-19")
    assert "The earlier of four weeks from the meeting and the end of the year" in capped.reasons[2].rule


def test_the_end_of_the_plan_ends_what_is_owed() -> None:
    ceased = happened(PLAN, MET, (K.PLAN_CEASED, "2027-01-20"))
    for rule in ("R01", "R05", "R06", "R06c", "R07", "R11"):
        assert state(ceased, rule, "2027-06-01") is TimerState.CANCELLED
    arranged = happened(PLAN, ARRANGED, (K.PLAN_CEASED, "2026-12-20"))
    for rule in ("R01d", "R03", "R04"):
        assert state(arranged, rule, "2027-06-01") is TimerState.CANCELLED


def test_a_decision_to_cease_is_its_own_limit_only_where_it_is_one() -> None:
    ceasing = happened(PLAN, MET, outcome("2027-02-13", "CEASE"))
    assert deadline(ceasing, "C02", "2027-02-13").days_late == 1
    otherwise = happened(PLAN, (*MET, {"recommended": "CEASE"}), outcome("2027-02-01"))
    assert deadline(otherwise, "C02", "2027-02-01").state is TimerState.CANCELLED
    by_report = happened(PLAN, MET, (K.REVIEW_REPORT_RECEIVED, "2027-01-20", {"recommended": "CEASE"}))
    assert deadline(by_report, "C02", "2027-01-20").statutory_due == day("2027-02-12")


@pytest.mark.parametrize(("what", "words"), [("MAINTAIN", "not to amend"), ("CEASE", "to cease")])
def test_a_decision_after_a_review_names_what_can_be_appealed(what: str, words: str) -> None:
    right = deadlines(happened(PLAN, MET, outcome("2027-02-01", what)), "F01", "2027-02-01")[-1]
    assert right.reasons[0].fact == f"Notice of the decision {words} the plan was sent on 1 February 2027."


def test_a_decision_to_amend_opens_no_appeal_by_itself() -> None:
    assert len(deadlines(happened(PLAN, MET, outcome("2027-02-01", "AMEND")), "F01", "2027-02-01")) == 1


# children under five, and pupils from year 9


def test_a_child_under_five_is_reviewed_more_often() -> None:
    young = of_child("2023-05-01", (K.PLAN_MADE, "2026-01-10"), outcome("2026-03-10"))
    found = deadline(young, "R13", "2026-03-10")
    assert (found.statutory_due, found.strict_due) == (day("2026-09-10"), day("2026-06-10"))
    assert (found.force, found.state) == (Force.GUIDANCE, TimerState.RUNNING)
    assert deadline(
        of_child("2023-05-01", (K.PLAN_MADE, "2026-01-10")), "R13", "2026-02-01"
    ).triggered_on == day("2026-01-10")


def test_the_advice_on_under_fives_ends_with_the_fifth_birthday_or_the_plan() -> None:
    steps = ((K.PLAN_MADE, "2026-01-10"), outcome("2026-03-10"))
    assert state(of_child("2021-06-01", *steps), "R13", "2026-05-31") is TimerState.RUNNING
    assert state(of_child("2021-06-01", *steps), "R13", "2026-06-01") is TimerState.CANCELLED
    assert deadlines(of_child("2021-03-10", *steps), "R13", "2026-03-11") == []
    assert deadlines(of_child("2020-01-01", *steps), "R13", "2026-03-11") == []
    assert deadlines(happened(*steps), "R13", "2026-03-11") == []
    ended = of_child("2023-05-01", *steps, (K.PLAN_CEASED, "2026-04-01"))
    assert state(ended, "R13", "2026-05-01") is TimerState.CANCELLED


def test_nothing_is_advised_after_a_review_of_no_known_day() -> None:
    steps = ((K.PLAN_MADE, "2026-01-10"), outcome("2026-03-10", **UNDATED))
    assert deadlines(of_child("2023-05-01", *steps), "R13", "2026-03-11") == []


@pytest.mark.parametrize(
    ("born", "required"), [("2012-09-01", True), ("2013-08-31", True), ("2013-09-01", False)]
)
def test_the_year_group_is_that_of_the_age_where_none_is_recorded(born: str, required: bool) -> None:
    met = of_child(born, PLAN, (K.REVIEW_MEETING_HELD, "2026-11-19"))
    assert bool(deadlines(met, "R14", "2026-11-19")) is required


def test_the_year_group_recorded_goes_before_that_of_the_age() -> None:
    kept_back = of_child("2012-10-01", PLAN, (K.REVIEW_MEETING_HELD, "2026-11-19", {"school_year": 8}))
    assert deadlines(kept_back, "R14", "2026-11-19") == []
    assert deadlines(happened(PLAN, ARRANGED), "R14", "2026-12-01") == []


def test_a_year_group_is_no_time_that_could_be_counted() -> None:
    (year_nine,) = LAW.book.versions("R14.year")
    with pytest.raises(ValueError, match="does not start from one day"):
        reckoning.count(year_nine, day("2027-01-15"))


def test_whether_adulthood_was_considered_is_met_or_not_known() -> None:
    arranged = (K.REVIEW_SCHEDULED, "2026-12-01", {"meeting_on": "2027-01-15", "school_year": 10})
    assert state(happened(PLAN, arranged), "R14", "2026-12-01") is TimerState.RUNNING
    considered = happened(PLAN, arranged, (*MET, {"adulthood_considered": True}))
    assert deadline(considered, "R14", "2027-01-15").met_on == day("2027-01-15")
    unknown = deadline(happened(PLAN, arranged, MET), "R14", "2027-01-15")
    assert unknown.unknown == ("Whether the meeting considered preparation for adulthood.",)
    assert unknown.due_words == "at each meeting"
    ended = happened(PLAN, arranged, (K.PLAN_CEASED, "2026-12-20"))
    assert state(ended, "R14", "2027-01-01") is TimerState.CANCELLED


# the law as it stood, and wrong values in circulation


def test_nothing_of_a_review_is_owed_before_the_law_began() -> None:
    told = of_child(
        "2010-01-01",
        (K.PLAN_MADE, "2013-01-10"),
        (K.REVIEW_MEETING_HELD, "2013-11-01", {"school_year": 9, "recommended": "CEASE"}),
        outcome("2013-11-20", "AMEND"),
        (K.AMENDMENT_NOTICE_SENT, "2013-11-21"),
        (K.SETTING_CONSULTED, "2013-11-22"),
        (K.PHASE_TRANSFER_FORESEEN, "2013-11-23", {"transfer": "INFANT_TO_JUNIOR", "on": "2014-01-06"}),
    )
    rules = {each.rule for each in clock.due_dates(told, on=day("2013-12-01"), law=LAW)}
    assert rules == set()
    assert reviews.termly_list_latest(day("2014-01-06"), LAW) is None


def test_the_limits_are_cited_and_no_surer_than_their_source() -> None:
    found: dict[str, Deadline] = {
        each.rule: each for each in clock.duties(happened(PLAN, ARRANGED, MET), on=day("2027-01-15"), law=LAW)
    }
    assert found["R03"].confidence is Confidence.VERIFIED
    assert found["R06"].confidence is Confidence.VERIFIED_SECONDARY
    assert found["R01d"].force is Force.DERIVED
    assert found["R06c"].force is Force.GUIDANCE
    assert "regs 20(10), (11)" in found["R06"].citation


def test_the_decision_is_counted_from_the_meeting_and_not_from_the_report() -> None:
    told = happened(PLAN, MET, (K.REVIEW_REPORT_RECEIVED, "2027-01-29"))
    assert deadline(told, "R06", "2027-01-29").statutory_due == day("2027-02-12") != day("2027-02-26")


def test_a_missing_law_of_the_year_leaves_the_strict_date_as_it_is() -> None:
    reviewed = happened(
        (K.PLAN_MADE, "2013-09-10"), (K.REVIEW_MEETING_HELD, "2014-08-20"), outcome("2014-09-10")
    )
    found = deadline(reviewed, "R02", "2014-09-10")
    assert (found.statutory_due, found.strict_due) == (day("2015-09-09"), day("2015-09-09"))
