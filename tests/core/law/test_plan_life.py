"""Each duty in the life of a plan either side of its edge, on its readings, and what its account says."""

from datetime import date

import pytest

from alongside.core.calendar import Calendar
from alongside.core.case.codes import TimerState
from alongside.core.case.facts import Facts
from alongside.core.law import clock, redress, register, status
from alongside.core.law.ceasing import next_step_after_leaving
from alongside.core.law.exceptions import NotAnException, check_exception
from alongside.core.law.lawbook import Law, LawBook, Modes
from alongside.core.law.parameter import BadParameter
from alongside.core.law.reckoning import count
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

PLAN = (K.PLAN_MADE, "2025-01-10")
ASKED = (PLAN, (K.REASSESSMENT_REQUESTED, "2026-02-02"))
AGREED = (*ASKED, (K.REASSESSMENT_AGREED_SENT, "2026-02-12"))
DECIDED = (PLAN, (K.CEASE_CONSULTED, "2026-05-01"), (K.CEASE_DECISION_SENT, "2026-05-29"))
CAME = (K.TRANSFERRED_IN, "2027-01-14", {"last_reviewed_on": "2026-10-01"})
MOVING = (PLAN, (K.MOVE_NOTIFIED, "2026-11-02", {"moves_on": "2026-12-21"}))
PARTS = {"facts": "In hospital.", "impractical_because": "nobody could be seen", "evidence": "letter"}
MEETING = law("review_cycle_anchor=meeting")
BLIND = Law(LawBook.load(), Calendar(frozenset(), date(2026, 1, 1), date(2026, 1, 31)))


@pytest.mark.parametrize(
    ("rule", "case", "last", "after"),
    [
        ("Z01", ASKED, "2026-02-17", "2026-02-18"),
        ("Z03", AGREED, "2026-05-21", "2026-05-22"),
        ("T01", MOVING, "2026-12-21", "2026-12-22"),
        ("T02", (CAME,), "2027-02-25", "2027-02-26"),
        ("T03", (CAME,), "2027-09-30", "2027-10-01"),
        ("T04", (PLAN, (K.COMMISSIONER_CHANGED, "2026-08-24")), "2026-09-15", "2026-09-16"),
        (
            "T04b",
            (
                PLAN,
                (K.COMMISSIONER_CHANGED, "2026-08-24"),
                (K.COMMISSIONER_NOTIFIED, "2026-08-24", {"cannot_secure": True}),
            ),
            "2026-09-15",
            "2026-09-16",
        ),
        ("D01", ((K.REQUEST_RECEIVED, "2026-01-05", {"detained": True}),), "2026-02-16", "2026-02-17"),
        ("D02", ((K.REQUEST_RECEIVED, "2026-01-05", {"detained": True}),), "2026-04-27", "2026-04-28"),
        ("D03", ((K.REQUEST_RECEIVED, "2026-01-05", {"detained": True}),), "2026-05-25", "2026-05-26"),
        ("B01", (PLAN, (K.DIRECT_PAYMENTS_STARTED, "2026-09-07")), "2026-12-06", "2026-12-07"),
    ],
)
def test_a_limit_is_overdue_only_from_the_day_after(rule: str, case: object, last: str, after: str) -> None:
    facts = happened(*case)
    assert deadline(facts, rule, last).state is TimerState.RUNNING
    late = deadline(facts, rule, after)
    assert (late.state, late.days_late, late.is_live) == (TimerState.OVERDUE, 1, True)
    assert late.reasons[0].fact.endswith(".")
    assert late.what_would_change_it


@pytest.mark.parametrize(
    ("rule", "case", "done", "late"),
    [
        ("Z01", ASKED, (K.REASSESSMENT_REFUSED_SENT, "2026-02-18"), 1),
        ("Z03", AGREED, (K.FINAL_SENT, "2026-05-23"), 2),
        ("T01", MOVING, (K.TRANSFERRED_OUT, "2026-12-21"), 0),
        ("T03", (CAME,), (K.REVIEW_DECISION_SENT, "2027-10-02"), 2),
        ("T04", (PLAN, (K.COMMISSIONER_CHANGED, "2026-08-24")), (K.COMMISSIONER_NOTIFIED, "2026-09-16"), 1),
        (
            "B01",
            (PLAN, (K.DIRECT_PAYMENTS_STARTED, "2026-09-07")),
            (K.DIRECT_PAYMENTS_REVIEWED, "2026-12-06"),
            0,
        ),
    ],
)
def test_what_was_done_meets_it_in_time_or_late(
    rule: str, case: tuple[object, ...], done: object, late: int
) -> None:
    found = deadline(happened(*case, done), rule, "2027-12-01")
    assert found.days_late == late
    assert found.state is (TimerState.MET_LATE if late else TimerState.MET)


def test_the_end_of_the_plan_ends_what_was_begun() -> None:
    came = happened(
        CAME,
        *AGREED[1:],
        (K.LEFT_EDUCATION, "2027-02-01"),
        (K.DIRECT_PAYMENTS_STARTED, "2027-02-01"),
        (K.COMMISSIONER_CHANGED, "2027-02-01"),
        (K.MOVE_NOTIFIED, "2027-02-01"),
        (K.CEASE_CONSULTED, "2027-02-01"),
        (K.DETAINED, "2027-02-01"),
        (K.RELEASED, "2027-02-02"),
        (K.PLAN_CEASED, "2027-02-03"),
    )
    ended = {due.rule: due.state for due in clock.due_dates(came, on=day("2027-12-01"), law=LAW)}
    for rule in ("Z03", "T01", "T02", "T03", "T04", "B01", "C02.other", "D07"):
        assert ended[rule] is TimerState.CANCELLED, rule
    assert ended["C05"] is TimerState.SUPERSEDED
    gone = happened(PLAN, (K.LEFT_EDUCATION, "2026-02-01"), (K.TRANSFERRED_OUT, "2026-03-01"))
    assert deadline(gone, "C05", "2026-03-01").state is TimerState.CANCELLED


# reassessment


def test_an_answer_without_its_day_leaves_the_day_unknown() -> None:
    undated = happened(*ASKED, (K.REASSESSMENT_AGREED_SENT, "2026-02-28", {"undated": True}))
    answered = deadline(undated, "Z01", "2026-03-01")
    assert (answered.state, answered.unknown) == (
        TimerState.SUPERSEDED,
        ("The day on which the request to reassess was answered.",),
    )
    assert deadline(undated, "Z03", "2026-03-01").statutory_due is None


def test_the_outcome_of_an_appeal_binds_in_place_of_the_fourteen_weeks() -> None:
    refused = (*ASKED, (K.REASSESSMENT_REFUSED_SENT, "2026-02-12"), (K.APPEAL_RECEIVED, "2026-03-01"))
    told = (*refused, (K.ORDER_MADE, "2026-06-01"), (K.REASSESSMENT_AGREED_SENT, "2026-06-10"))
    assert deadline(happened(*told), "Z03", "2026-06-10").state is TimerState.SUPERSEDED
    ended = deadline(happened(*told, (K.DECISION_NOT_TO_AMEND_SENT, "2026-08-10")), "Z06", "2026-09-10")
    assert ended.state is TimerState.SUPERSEDED
    assert (
        deadlines(
            happened(*refused, (K.ORDER_MADE, "2026-06-01"), (K.DECISION_NOT_TO_AMEND_SENT, "2026-08-10")),
            "Z06",
            "2026-09-10",
        )
        == []
    )


def test_an_exception_takes_the_fourteen_weeks_away() -> None:
    recorded = {"ground": "PERSONAL_CIRCUMSTANCES", "limits": ["Z03"], **PARTS}
    lifted = happened(*AGREED, (K.EXCEPTION_RECORDED, "2026-04-01", recorded))
    found = deadline(lifted, "Z03", "2026-08-01")
    assert (found.state, found.due_words) == (TimerState.DISAPPLIED, "as soon as practicable")
    assert [each.rule for each in found.exceptions if each.applied] == ["Z04"]
    assert check_exception(recorded, happened(*AGREED), LAW)[0].citation.endswith("reg 27(3)")
    with pytest.raises(NotAnException, match="no limit is running"):
        check_exception(recorded, happened(*ASKED), LAW)
    with pytest.raises(NotAnException, match="no limit is running"):
        check_exception(recorded, happened(PLAN), LAW)
    settled = happened(
        *AGREED, (K.EXCEPTION_RECORDED, "2026-04-01", recorded), (K.DECISION_NOT_TO_AMEND_SENT, "2026-08-01")
    )
    assert deadline(settled, "Z06", "2026-08-02").state is TimerState.DISAPPLIED


def test_advice_in_a_reassessment_has_its_six_weeks_and_its_exceptions() -> None:
    asked = (*AGREED, (K.ADVICE_REQUESTED, "2026-02-20"))
    assert deadline(happened(*asked), "A04", "2026-02-20").statutory_due == day("2026-04-03")
    missed = {
        "ground": "MISSED_APPOINTMENT",
        "limits": ["A04"],
        "request": "e4",
        "missed_on": "2026-03-02",
        **PARTS,
    }
    assert check_exception(missed, happened(*asked), LAW)[0].rule == "A11"


def test_a_reassessment_has_none_of_the_first_three_limits() -> None:
    rules = {due.rule for due in clock.due_dates(happened(*AGREED), on=day("2026-03-01"), law=LAW)}
    assert rules.isdisjoint({"A02", "A05", "A06", "A13", "A09"})


def test_the_facts_of_a_reassessment_are_told() -> None:
    own = happened(PLAN, (K.REASSESSMENT_AGREED_SENT, "2026-02-12", {"own_decision": True}))
    assert "of its own accord" in deadline(own, "Z03", "2026-02-12").reasons[0].fact
    assert "was told on 12 February 2026" in deadline(happened(*AGREED), "Z03", "2026-02-12").reasons[0].fact
    assert (
        "was received on 2 February 2026" in deadline(happened(*ASKED), "Z01", "2026-02-02").reasons[0].fact
    )


# moves


def test_a_move_on_no_known_day_has_no_limit_but_a_strict_one() -> None:
    found = deadline(happened(PLAN, (K.MOVE_NOTIFIED, "2026-11-02")), "T01", "2026-11-02")
    assert (found.statutory_due, found.strict_due) == (None, day("2026-11-20"))
    assert found.unknown == ("The day of the move.",)
    unknown = happened(PLAN, (K.COMMISSIONER_CHANGED, "2026-11-02", {"by_move": True}))
    assert deadline(unknown, "T04", "2026-11-02").unknown == ("The day of the move.",)


def test_the_day_of_the_move_is_told() -> None:
    found = deadline(happened(*MOVING), "T01", "2026-11-02")
    assert "a move on 21 December 2026" in found.reasons[0].fact
    assert any("The move is on 21 December 2026" in each.fact for each in found.reasons)


def test_a_transfer_told_by_a_return_leaves_the_notice_unknown() -> None:
    events = happened(
        (K.TRANSFERRED_IN, "2024-01-14"), (K.TRANSFERRED_IN, "2024-01-14", {"undated": True})
    ).events
    from dataclasses import replace

    told, undated = (Facts("case", None, (replace(each, source="SEN2 2025"),)) for each in events)
    found = deadline(told, "T02", "2025-01-01")
    assert (found.state, found.unknown) == (
        TimerState.SUPERSEDED,
        ("Whether and when the family was told of the transfer.",),
    )
    assert deadline(undated, "T02", "2025-01-01").unknown[0] == "The day of the transfer."
    assert deadline(undated, "T03", "2025-01-01").statutory_due is None


def test_a_transfer_without_known_bank_holidays_has_no_working_days() -> None:
    found = deadline(happened(*MOVING), "T01", "2026-11-02", BLIND)
    assert (found.statutory_due, found.strict_due) == (None, None)


def test_the_year_of_review_of_a_plan_that_came_is_the_new_authoritys() -> None:
    came = happened((K.PLAN_MADE, "2026-06-01"), (K.TRANSFERRED_IN, "2027-04-01"))
    assert deadline(came, "R01", "2027-05-01").state is TimerState.SUPERSEDED
    assert deadline(came, "T03", "2027-05-01").statutory_due == day("2027-06-30")
    late = happened(
        (K.PLAN_MADE, "2026-06-01"), (K.TRANSFERRED_IN, "2027-04-01"), (K.REVIEW_DECISION_SENT, "2027-06-15")
    )
    assert deadline(late, "R01", "2027-07-01").state is TimerState.SUPERSEDED
    assert deadline(late, "T03", "2027-07-01").state is TimerState.MET
    undated = happened((K.PLAN_MADE, "2026-06-01"), (K.TRANSFERRED_IN, "2027-04-01", {"undated": True}))
    assert deadline(undated, "R01", "2027-05-01").state is TimerState.RUNNING


def test_in_the_reading_of_meetings_the_meeting_completes_the_review() -> None:
    met = happened(CAME, (K.REVIEW_MEETING_HELD, "2027-05-01"))
    assert deadline(met, "T03", "2027-06-01", MEETING).met_on == day("2027-05-01")
    out = happened(
        PLAN, (K.DETAINED, "2026-03-01"), (K.RELEASED, "2026-10-05"), (K.REVIEW_MEETING_HELD, "2026-10-20")
    )
    assert deadline(out, "D07", "2026-11-01", MEETING).met_on == day("2026-10-20")
    inside = happened(
        PLAN, (K.DETAINED, "2026-03-01"), (K.REVIEW_MEETING_HELD, "2026-04-20"), (K.RELEASED, "2026-10-05")
    )
    assert deadline(inside, "D07", "2026-11-01", MEETING).met_on is None


def test_another_school_meanwhile_is_met_or_overtaken() -> None:
    came = ((K.TRANSFERRED_IN, "2027-01-14"), (K.INTERIM_PLACEMENT_MADE, "2027-01-15"))
    assert deadline(happened(*came), "T05", "2027-02-01").met_on == day("2027-01-15")
    told = (K.TRANSFERRED_IN, "2027-01-14", {"impracticable": True})
    reviewed = happened(told, (K.REVIEW_DECISION_SENT, "2027-03-01"))
    assert deadline(reviewed, "T05", "2027-04-01").state is TimerState.SUPERSEDED
    assert deadlines(happened((K.TRANSFERRED_IN, "2027-01-14")), "T05", "2027-02-01") == []


def test_a_commissioner_that_asks_before_it_is_told_has_no_known_limit() -> None:
    asked = happened(
        PLAN, (K.COMMISSIONER_CHANGED, "2026-08-24"), (K.COMMISSIONER_ASKED_TO_ACT, "2026-09-01")
    )
    found = deadline(asked, "T04b", "2026-09-02")
    assert (found.statutory_due, found.state) == (None, TimerState.MET)
    assert "The new commissioner became aware" in found.reasons[0].fact


# ceasing


def test_a_decision_without_its_day_has_no_first_day() -> None:
    undated = happened(PLAN, (K.CEASE_DECISION_SENT, "2026-05-29", {"undated": True}))
    found = deadline(undated, "C03", "2026-06-01")
    assert (found.statutory_due, found.state) == (None, TimerState.RUNNING)
    assert deadline(undated, "C02.other", "2026-06-01").unknown == (
        "The day on which notice of the decision was sent.",
    )


def test_a_plan_ended_on_an_unknown_first_day_is_neither_kept_nor_broken() -> None:
    ended = happened(
        PLAN, (K.CEASE_DECISION_SENT, "2026-05-29", {"undated": True}), (K.PLAN_CEASED, "2026-06-30")
    )
    assert deadline(ended, "C03", "2026-07-01").state is TimerState.SUPERSEDED
    blind = happened(*DECIDED, (K.PLAN_CEASED, "2026-12-01"))
    assert deadline(blind, "C03", "2026-12-01", BLIND).state is TimerState.SUPERSEDED


def test_a_plan_that_goes_on_past_its_first_day_may_end_and_says_so() -> None:
    over = deadline(happened(*DECIDED), "C03", "2026-09-01")
    assert (over.state, over.met_on) == (TimerState.MET, day("2026-07-30"))
    assert over.reasons[-1].fact == "The plan may end, or ended, from 30 July 2026."
    ended = deadline(happened(*DECIDED, (K.PLAN_CEASED, "2026-10-01")), "C03", "2026-10-01")
    assert ended.met_on == day("2026-10-01")
    running = deadline(happened(*DECIDED), "C03", "2026-06-01")
    assert running.reasons[-1].fact == "It is still to be done."


def test_an_appeal_withdrawn_gives_the_first_day_back() -> None:
    appealed = (*DECIDED, (K.APPEAL_RECEIVED, "2026-07-10"))
    early = happened(*appealed, (K.APPEAL_WITHDRAWN, "2026-07-15"))
    assert deadline(early, "C03", "2026-07-15").statutory_due == day("2026-07-30")
    late = happened(*appealed, (K.APPEAL_WITHDRAWN, "2026-11-15"))
    assert deadline(late, "C03", "2026-11-15").statutory_due == day("2026-11-15")
    assert (
        deadline(happened(*appealed, (K.PLAN_CEASED, "2026-08-01")), "C03", "2026-09-01").state
        is TimerState.BREACHED
    )


def test_a_later_day_of_effect_keeps_the_plan_until_then() -> None:
    notice = (K.CEASE_DECISION_SENT, "2026-05-29", {"takes_effect_on": "2026-12-31"})
    assert deadline(happened(PLAN, notice), "C03", "2026-06-01").statutory_due == day("2026-12-31")


def test_a_review_that_led_to_ceasing_needs_no_other_consulting_or_notice() -> None:
    review = happened(
        PLAN,
        (K.REVIEW_MEETING_HELD, "2026-05-01"),
        (K.REVIEW_DECISION_SENT, "2026-05-29", {"outcome": "CEASE"}),
    )
    assert deadlines(review, "C01", "2026-06-01") == []
    assert deadlines(review, "C02.other", "2026-06-01") == []
    assert deadline(review, "C03", "2026-06-01").statutory_due == day("2026-07-30")


def test_a_thought_given_up_is_owed_no_more() -> None:
    given_up = happened(PLAN, (K.CEASE_CONSULTED, "2026-05-01"), (K.CEASE_REVERSED, "2026-05-10"))
    assert deadline(given_up, "C02.other", "2026-06-01").state is TimerState.CANCELLED
    gone = happened(
        PLAN, (K.MOVED_TO_NEW_LA, "2026-05-01", {"outside_england": True}), (K.CEASE_REVERSED, "2026-05-10")
    )
    assert deadline(gone, "C07", "2026-06-01").state is TimerState.CANCELLED
    told = happened(
        PLAN,
        (K.MOVED_TO_NEW_LA, "2026-05-01", {"outside_england": True}),
        (K.CEASE_DECISION_SENT, "2026-05-10"),
    )
    assert deadline(told, "C07", "2026-06-01").met_on == day("2026-05-10")
    undated = happened(
        PLAN,
        (K.MOVED_TO_NEW_LA, "2026-05-01", {"outside_england": True}),
        (K.CEASE_DECISION_SENT, "2026-05-10", {"undated": True}),
    )
    assert deadline(undated, "C07", "2026-06-01").state is TimerState.SUPERSEDED


def test_leaving_is_answered_by_a_review() -> None:
    left = (PLAN, (K.LEFT_EDUCATION, "2026-10-02"))
    assert deadline(
        happened(*left, (K.REVIEW_DECISION_SENT, "2026-11-02")), "C05", "2026-12-01"
    ).met_on == day("2026-11-02")
    assert deadline(happened(*left), "C05", "2026-12-01").state is TimerState.RUNNING
    assert [next_step_after_leaving(age) for age in (17, 18)] == [
        "NOT_A_GROUND_TO_CEASE",
        "REVIEW_BEFORE_CEASING",
    ]


def test_the_last_day_at_25_is_shown_from_24_and_unknown_without_a_setting() -> None:
    facts = happened(PLAN).events
    born = Facts("case", day("2001-11-05"), facts)
    assert deadlines(born, "C04", "2025-11-04") == []
    found = deadline(born, "C04", "2025-11-05")
    assert (found.statutory_due, found.strict_due) == (None, day("2027-07-31"))
    assert found.unknown == (
        "Whether the setting is in the further education sector, and when the course ends.",
    )
    other = law("age_25_mode=course_end_or_day_before_26")
    assert deadline(born, "C04", "2025-11-05", other).statutory_due == day("2027-11-04")
    assert deadline(born, "C04", "2027-11-06", other).state is TimerState.OVERDUE
    early = Facts(
        "case", day("2001-11-05"), happened((K.PLAN_MADE, "2020-01-10"), (K.PLAN_CEASED, "2024-01-01")).events
    )
    assert deadlines(early, "C04", "2026-11-05") == []


def test_who_was_born_on_a_leap_day_turns_25_on_1_march() -> None:
    assert status.last_day_of_plan_at_25(
        day("2000-02-29"), None, law("age_25_mode=course_end_or_day_before_26")
    )[0] == day("2026-02-28")
    assert status.is_young_person(day("2000-02-29"), day("2025-02-28"), LAW)
    assert not status.is_young_person(day("2000-02-29"), day("2025-03-01"), LAW)


# detention


def test_an_early_years_closure_is_no_exception_in_detention() -> None:
    closed = {
        "advice_requested_on": "2026-07-20",
        "closed_from": "2026-07-22",
        "reopens_on": "2026-09-02",
        **PARTS,
    }
    asked = (K.REQUEST_RECEIVED, "2026-06-01", {"detained": True})
    for ground, state in (
        ("SCHOOL_CLOSED", TimerState.DISAPPLIED),
        ("EARLY_YEARS_CLOSED", TimerState.OVERDUE),
    ):
        recorded = {"ground": ground, "limits": ["A06"], **closed}
        found = deadline(happened(asked, (K.EXCEPTION_RECORDED, "2026-07-25", recorded)), "D03", "2026-12-01")
        assert found.state is state
    assert {each.rule for each in found.exceptions} == {"D08"}


def test_a_person_in_detention_is_reviewed_only_where_the_plan_is_this_authoritys() -> None:
    inside = (PLAN, (K.DETAINED, "2026-03-01"))
    assert deadlines(happened(*inside), "D07", "2026-03-02") == []
    assert (
        deadlines(happened(*inside, (K.RELEASED, "2026-10-05", {"same_la": False})), "D07", "2026-10-06")
        == []
    )
    assert (
        deadlines(happened((K.DETAINED, "2026-03-01"), (K.RELEASED, "2026-10-05")), "D07", "2026-10-06") == []
    )


def test_a_year_over_before_the_detention_stays_late() -> None:
    plan = (K.FINAL_SENT, "2024-06-01")
    late = happened(plan, (K.REVIEW_DECISION_SENT, "2025-07-01"), (K.DETAINED, "2025-08-01"))
    assert deadline(late, "R01", "2025-09-01").state is TimerState.MET_LATE
    assert deadline(late, "R02", "2026-09-01").state is TimerState.SUPERSEDED


def test_a_detention_told_in_the_reasons_of_its_limits() -> None:
    asked = (K.REQUEST_RECEIVED, "2026-03-02")
    found = deadline(happened(asked, (K.DETAINED, "2026-05-11")), "D03", "2026-05-11")
    assert any(
        each.fact == "The person was detained in the middle of the assessment." for each in found.reasons
    )
    plain = deadline(happened((K.REQUEST_RECEIVED, "2026-03-02", {"detained": True})), "D03", "2026-05-11")
    assert not any("in the middle of the assessment" in each.fact for each in plain.reasons)


# before the law, complaint and the register


def test_nothing_is_owed_before_it_was_law() -> None:
    old = happened(
        (K.TRANSFERRED_IN, "2010-01-01"),
        (K.REASSESSMENT_REQUESTED, "2010-02-01"),
        (K.REASSESSMENT_AGREED_SENT, "2010-02-02"),
        (K.MOVE_NOTIFIED, "2010-02-03"),
        (K.COMMISSIONER_CHANGED, "2010-02-04"),
        (K.COMMISSIONER_ASKED_TO_ACT, "2010-02-05"),
        (K.LEFT_EDUCATION, "2010-02-06"),
        (K.DIRECT_PAYMENTS_STARTED, "2010-02-07"),
        (K.INTERIM_PLACEMENT_MADE, "2010-02-08"),
        (K.DETAINED, "2010-02-09"),
        (K.RELEASED, "2010-02-10"),
        (K.MOVED_TO_NEW_LA, "2010-02-11", {"outside_england": True}),
        (K.CEASE_CONSULTED, "2010-02-12"),
        (K.CEASE_DECISION_SENT, "2010-02-13"),
    )
    assert clock.due_dates(Facts("case", day("1985-01-01"), old.events), on=day("2010-03-01"), law=LAW) == ()


def test_the_year_to_complain_on_both_readings() -> None:
    counted = redress.complain_to_ombudsman_by(day("2026-03-03"), LAW)
    excluded = redress.complain_to_ombudsman_by(day("2026-03-03"), law("known_day_mode=not_counted"))
    assert counted is not None
    assert excluded is not None
    assert (counted.statutory, excluded.statutory) == (day("2027-03-02"), day("2027-03-03"))
    assert redress.complain_to_ombudsman_by(day("1999-03-03"), LAW) is None


def test_every_rule_of_the_specification_is_covered_or_left_out_with_a_reason() -> None:
    duties = {duty.rule for duty in clock.DUTIES} | {each.rule for each in register.effects()}
    for rule in ("A10", "C05b", "C06", "D05", "D06", "D08", "L03", "T06", "T07", "Y01", "Z02", "Z04"):
        assert rule in duties
    assert all(each.why.endswith(".") for each in register.not_covered())
    assert {"PD-2025", "SENCO-1"} <= {each.id for each in register.not_covered()}


def test_a_version_applies_by_the_day_that_it_goes_by() -> None:
    known = {each.id: each for each in register.versions()}
    assert set(known) == {
        "EHC-1",
        "EHC-2",
        "DET-1",
        "REC-1",
        "V01",
        "TPR-2020",
        "DEV-1",
        "ICB-1",
        "SENCO-1",
        "PD-2025",
    }
    overlay = known["V01"]
    assert overlay.applies(triggered_on=day("2020-01-01"), due_on=day("2020-09-25"))
    assert not overlay.applies(triggered_on=day("2020-06-01"), due_on=day("2020-09-26"))
    assert not overlay.applies(triggered_on=day("2020-06-01"))
    assert known["TPR-2020"].applies(triggered_on=day("2020-01-01"), acted_on=day("2020-07-21"))
    assert not known["EHC-1"].applies(triggered_on=day("2014-08-31"))
    assert known["EHC-2"].applies(triggered_on=day("2015-03-23"))
    devon = known["DEV-1"]
    assert devon.applies(triggered_on=day("2015-01-01"))
    assert devon.flag_before == day("2022-03-08")
    with pytest.raises(BadParameter, match="key must be one of act_date, always"):
        register.version({"id": "X", "key": "moon"})


def test_the_versions_and_the_numbers_agree() -> None:
    book = LawBook.load()
    for version in register.versions():
        for rule in version.rules:
            found = [each for each in book.parameters if each.id == rule]
            assert found, rule
            assert all(each.version_key == version.key for each in found), rule


def test_the_governing_version_is_chosen_by_its_key() -> None:
    book = LawBook.load()
    assert book.governing("V01", triggered_on=day("2020-01-01"), due_on=day("2020-05-01")) is not None
    assert book.governing("V01", triggered_on=day("2020-06-01"), due_on=day("2020-10-19")) is None
    assert book.governing("V01", triggered_on=day("2020-06-01")) is None
    assert book.governing("A06", triggered_on=day("2020-06-01")) is not None
    assert book.governing("R07", triggered_on=day("2001-06-01")) is not None


# wrong values in circulation


def test_the_new_authoritys_awareness_starts_nothing() -> None:
    told = happened(PLAN, (K.MOVE_NOTIFIED, "2026-12-22", {"moves_on": "2026-12-21"}))
    assert deadline(told, "T01", "2026-12-22").statutory_due == day("2027-01-14")
    assert "old authority" in (clock.plan_life.OF_MOVES[0].work_out.__doc__ or "")


def test_fifteen_days_to_answer_are_not_working_days() -> None:
    asked = happened(PLAN, (K.REASSESSMENT_REQUESTED, "2026-05-08"))
    assert deadline(asked, "Z01", "2026-05-08").statutory_due == day("2026-05-23")
    assert deadline(
        asked, "Z01", "2026-05-08", law("week_mode=day_of_receipt_is_day_1")
    ).statutory_due == day("2026-05-22")


def test_a_working_day_limit_counts_its_first_day_only_on_that_reading() -> None:
    changed = happened(PLAN, (K.COMMISSIONER_CHANGED, "2026-08-24"))
    assert deadline(
        changed,
        "T04",
        "2026-08-24",
        Law(LawBook.load(), LAW.calendar, Modes.named("week_mode=day_of_receipt_is_day_1")),
    ).statutory_due == day("2026-09-14")


def test_a_decision_against_a_plan_before_the_detention_stays_what_it_was() -> None:
    asked = (K.REQUEST_RECEIVED, "2026-01-05")
    kept = happened(
        asked, (K.DETAINED, "2026-04-25"), (K.FINAL_SENT, "2026-05-20"), (K.NO_PLAN_NOTICE_SENT, "2026-04-20")
    )
    assert deadline(kept, "A05", "2026-06-01").met_on == day("2026-04-20")
    assert deadlines(kept, "D02", "2026-06-01") == []


def test_a_plan_whose_end_nobody_wrote_down_takes_with_it_what_was_begun() -> None:
    begun = (
        *DECIDED,
        *AGREED[1:],
        (K.LEFT_EDUCATION, "2026-06-01"),
        (K.DIRECT_PAYMENTS_STARTED, "2026-06-01"),
        (K.COMMISSIONER_CHANGED, "2026-06-01"),
        (K.MOVE_NOTIFIED, "2026-06-01"),
        (K.DETAINED, "2026-06-01"),
    )
    ended = {due.rule: due.state for due in clock.due_dates(happened(*begun), on=day("2026-07-30"), law=LAW)}
    for rule in ("Z03", "T01", "T04", "B01"):
        assert ended[rule] is TimerState.CANCELLED, rule
    assert ended["C05"] is TimerState.SUPERSEDED
    after = (
        (K.REASSESSMENT_REQUESTED, "2026-08-20"),
        (K.LEFT_EDUCATION, "2026-08-20"),
        (K.DIRECT_PAYMENTS_STARTED, "2026-08-20"),
        (K.DETAINED, "2026-08-20"),
        (K.RELEASED, "2026-08-21"),
    )
    later = happened(*DECIDED, (K.TRANSFERRED_IN, "2026-08-10"), *after)
    running = {due.rule: due.state for due in clock.due_dates(later, on=day("2026-08-21"), law=LAW)}
    for rule in ("Z01", "B01", "C05", "D07", "T02"):
        assert running[rule] is TimerState.RUNNING, rule


def test_a_plan_that_ended_otherwise_before_is_left_as_it_ended() -> None:
    gone = happened((K.MOVED_TO_NEW_LA, "2026-06-15"), *DECIDED)
    assert deadline(gone, "C03", "2027-01-01").state is TimerState.CANCELLED
    earlier = happened(PLAN, (K.PLAN_CEASED, "2026-03-01"), (K.CEASE_DECISION_SENT, "2026-05-29"))
    assert deadline(earlier, "R01", "2027-01-01").state is TimerState.CANCELLED


def test_a_release_before_an_end_that_nobody_wrote_down_keeps_its_review_until_then() -> None:
    out = (*DECIDED, (K.DETAINED, "2026-06-01"), (K.RELEASED, "2026-06-20"))
    assert deadline(happened(*out), "D07", "2026-07-29").state is TimerState.RUNNING
    assert deadline(happened(*out), "D07", "2026-07-30").state is TimerState.CANCELLED
    late = (*DECIDED, (K.DETAINED, "2026-06-01"), (K.RELEASED, "2026-08-20"))
    assert deadlines(happened(*late), "D07", "2026-08-21") == []


def test_advice_that_never_came_is_overtaken_by_the_plan() -> None:
    asked = happened(*AGREED, (K.ADVICE_REQUESTED, "2026-02-20"), (K.FINAL_SENT, "2026-05-12"))
    assert deadline(asked, "A04", "2026-09-01").state is TimerState.SUPERSEDED


def test_a_length_is_no_limit_that_starts_from_a_day() -> None:
    length = LAW.parameter("A10.absence", day("2026-01-01"))
    assert length is not None
    with pytest.raises(ValueError, match="does not start from one day"):
        count(length, day("2026-01-01"))


def test_an_age_is_reached_on_a_birthday() -> None:
    turns = LAW.limits["Y01", day("2008-02-29")]
    assert turns is not None
    assert turns.statutory == day("2024-02-29")


def test_somebody_detained_again_is_reviewed_after_the_next_release() -> None:
    out = (PLAN, (K.DETAINED, "2026-03-01"), (K.RELEASED, "2026-04-05"))
    first, second = deadlines(
        happened(*out, (K.DETAINED, "2026-05-01"), (K.RELEASED, "2026-06-01")), "D07", "2026-06-02"
    )
    assert (first.state, second.state) == (TimerState.SUPERSEDED, TimerState.RUNNING)
