"""Each duty either side of its edge, in the readings, and what its account says."""

from dataclasses import replace

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law import clock, exceptions
from alongside.core.law.duty import Force
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

REQUEST = (K.REQUEST_RECEIVED, "2026-01-05")
ASSESSED = (REQUEST, (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-10"))
DRAFTED = (*ASSESSED, (K.DECISION_TO_ISSUE, "2026-04-20"), (K.DRAFT_SERVED, "2026-05-01"))
PLANNED = (*DRAFTED, (K.FINAL_SENT, "2026-05-25"))
PARTS = {"facts": "In hospital.", "impractical_because": "nobody could be seen", "evidence": "letter"}
PERSONAL = {"ground": "PERSONAL_CIRCUMSTANCES", **PARTS}


@pytest.mark.parametrize(
    ("rule", "last", "after"),
    [
        ("A02", "2026-02-16", "2026-02-17"),
        ("A05", "2026-04-27", "2026-04-28"),
        ("A06", "2026-05-25", "2026-05-26"),
    ],
)
def test_a_limit_is_overdue_only_from_the_day_after(rule: str, last: str, after: str) -> None:
    asked = happened(REQUEST)
    assert deadline(asked, rule, last).state is TimerState.RUNNING
    late = deadline(asked, rule, after)
    assert (late.state, late.days_late, late.is_live) == (TimerState.OVERDUE, 1, True)


def test_what_happened_after_the_day_asked_about_does_not_count() -> None:
    planned = happened(*PLANNED)
    assert deadline(planned, "A06", "2026-02-01").state is TimerState.RUNNING
    assert deadlines(planned, "R01", "2026-02-01") == []


def test_the_others_are_told_within_the_same_six_weeks() -> None:
    told = {"others_notified_on": "2026-02-17"}
    late = deadline(
        happened(REQUEST, (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-10", told)), "A02n", "2026-03-01"
    )
    assert (late.state, late.days_late) == (TimerState.MET_LATE, 1)
    unknown = deadline(happened(*ASSESSED), "A02n", "2026-03-01")
    assert (unknown.state, unknown.is_live) == (TimerState.SUPERSEDED, False)
    assert unknown.unknown == (
        "Whether and when health, social care and the setting were told of the decision.",
    )


@pytest.mark.parametrize("rule", ["A01", "A03"])
def test_views_are_owed_until_the_decision(rule: str) -> None:
    assert deadline(happened(REQUEST), rule, "2026-01-06").state is TimerState.RUNNING
    invited = happened(REQUEST, (K.VIEWS_INVITED, "2026-01-08"), (K.VIEWS_INVITED, "2026-01-20"))
    assert deadline(invited, rule, "2026-02-01").met_on == day("2026-01-08")
    decided = deadline(happened(*ASSESSED), rule, "2026-03-01")
    assert decided.unknown == ("Whether and when the family was asked for its views before the decision.",)


def test_a_plan_without_a_recorded_decision_leaves_the_decision_unknown() -> None:
    found = deadline(happened(REQUEST, (K.FINAL_SENT, "2026-05-20")), "A02", "2026-06-01")
    assert (found.state, found.unknown) == (
        TimerState.SUPERSEDED,
        ("The day on which the decision to assess was notified.",),
    )
    latest_draft = deadline(happened(REQUEST, (K.FINAL_SENT, "2026-05-20")), "A09", "2026-06-01")
    assert latest_draft.state is TimerState.SUPERSEDED


def test_a_withdrawal_closes_the_decision_without_it_being_late() -> None:
    withdrawn = happened(REQUEST, (K.REQUEST_WITHDRAWN, "2026-01-20"))
    states = {each.state for each in clock.duties(withdrawn, on=day("2026-09-01"), law=LAW)}
    assert states == {TimerState.CANCELLED}


def test_a_case_that_begins_in_the_middle_owes_nothing_from_an_unknown_day() -> None:
    rules = {
        each.rule
        for each in clock.duties(happened((K.FINAL_SENT, "2026-05-25")), on=day("2026-06-01"), law=LAW)
    }
    assert rules == {"R01", "R01d", "M01", "F01"}


def test_asking_for_advice_before_the_decision_meets_the_duty_on_the_day_of_the_decision() -> None:
    asked = happened(
        REQUEST, (K.ADVICE_REQUESTED, "2026-01-10"), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-10")
    )
    assert deadline(asked, "A13", "2026-02-10").met_on == day("2026-02-10")


def test_a_decision_to_issue_without_recorded_advice_leaves_that_unknown() -> None:
    found = deadline(happened(*DRAFTED), "A13", "2026-05-01")
    assert (found.state, found.unknown) == (
        TimerState.SUPERSEDED,
        ("Whether and when advice was asked for.",),
    )


def test_advice_called_off_is_no_longer_owed() -> None:
    off = (K.ADVICE_REQUEST_CANCELLED, "2026-03-01", {"request": "e3"})
    found = deadline(happened(*ASSESSED, (K.ADVICE_REQUESTED, "2026-02-11"), off), "A04", "2026-06-01")
    assert (found.state, found.what_would_change_it) == (
        TimerState.CANCELLED,
        ("A correction of the day on which it started.",),
    )


def test_advice_is_named_by_who_was_asked() -> None:
    asked = happened(*ASSESSED, (K.ADVICE_REQUESTED, "2026-02-11", {"asked_name": "Dr Imani Reed"}))
    assert (
        deadline(asked, "A04", "2026-02-11").reasons[0].fact.startswith("Dr Imani Reed was asked for advice")
    )


def test_an_exception_for_one_body_leaves_the_others_bound() -> None:
    relieved = {"limits": ["A04"], "request": "e3", **PERSONAL}
    asked = (*ASSESSED, (K.ADVICE_REQUESTED, "2026-02-11"), (K.ADVICE_REQUESTED, "2026-02-11"))
    first, second = deadlines(
        happened(*asked, (K.EXCEPTION_RECORDED, "2026-03-01", relieved)), "A04", "2026-06-01"
    )
    assert (first.state, second.state) == (TimerState.DISAPPLIED, TimerState.OVERDUE)
    assert [each.applied for each in first.exceptions] == [True, False, False]
    assert {each.why for each in second.exceptions} == {"No such circumstance is recorded."}


def test_an_exception_that_is_none_in_law_is_weighed_and_does_not_apply() -> None:
    away = {"ground": "ABSENT_FROM_AREA", "limits": ["A06"], "absent_from": "2026-02-01", **PARTS}
    recorded = happened(REQUEST, (K.EXCEPTION_RECORDED, "2026-03-01", {**away, "absent_to": "2026-02-20"}))
    found = deadline(recorded, "A06", "2026-06-01")
    assert found.state is TimerState.OVERDUE
    assert [each.applied for each in found.exceptions] == [False, False, False, False]
    assert "takes 20 days" in found.exceptions[0].why


def test_an_exception_without_a_ground_does_not_apply() -> None:
    recorded = happened(REQUEST, (K.EXCEPTION_RECORDED, "2026-03-01", {"limits": ["A06"], **PARTS}))
    assert "is missing" in deadline(recorded, "A06", "2026-06-01").exceptions[0].why


def test_a_final_plan_after_an_exception_is_neither_late_nor_still_owed() -> None:
    exception = (K.EXCEPTION_RECORDED, "2026-03-01", {"limits": ["A06"], **PERSONAL})
    found = deadline(happened(*DRAFTED, exception, (K.FINAL_SENT, "2026-06-25")), "A06", "2026-07-01")
    assert (found.state, found.met_on, found.days_late, found.is_live) == (
        TimerState.DISAPPLIED,
        day("2026-06-25"),
        0,
        False,
    )


def test_a_second_request_has_its_own_clock_in_that_reading() -> None:
    asked = happened(REQUEST, (K.REQUEST_RECEIVED, "2026-01-19"))
    found = deadlines(asked, "A02", "2026-01-20", law("duplicate_request=separate"))
    assert [each.statutory_due for each in found] == [day("2026-02-16"), day("2026-03-02")]


def test_the_meeting_meets_the_first_review_in_that_reading() -> None:
    held = (*PLANNED, (K.REVIEW_MEETING_HELD, "2027-05-20"), (K.REVIEW_DECISION_SENT, "2027-06-10"))
    assert deadline(happened(*held), "R01", "2027-07-01").days_late == 17
    by_meeting = deadline(happened(*held), "R01", "2027-07-01", law("review_cycle_anchor=meeting"))
    assert by_meeting.state is TimerState.MET


def test_reviews_before_the_record_began_are_unknown() -> None:
    made = (K.PLAN_MADE, "2019-01-01")
    later = deadline(happened(made, (K.REVIEW_DECISION_SENT, "2025-03-01")), "R01", "2025-06-01")
    none = deadline(happened(made), "R01", "2025-06-01")
    assert (later.state, later.unknown) == (
        TimerState.SUPERSEDED,
        ("Reviews held before this record began.",),
    )
    assert (none.state, none.unknown) == (TimerState.OVERDUE, ("Reviews held before this record began.",))
    assert (
        deadline(happened(made, (K.PLAN_CEASED, "2019-06-01")), "R01", "2025-06-01").state
        is TimerState.CANCELLED
    )


def test_the_first_review_is_counted_to_a_leap_day() -> None:
    assert deadline(happened((K.PLAN_MADE, "2023-03-01")), "R01", "2023-03-01").statutory_due == day(
        "2024-02-29"
    )


def test_an_outcome_supersedes_the_rights_and_a_death_cancels_them() -> None:
    refused = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"))
    ordered = happened(*refused, (K.APPEAL_RECEIVED, "2026-03-01"), (K.ORDER_MADE, "2026-06-01"))
    assert deadline(ordered, "M01", "2026-06-01").state is TimerState.SUPERSEDED
    assert deadline(ordered, "F01", "2026-06-01").state is TimerState.MET
    assert deadlines(ordered, "U03", "2026-06-01") == []
    died = happened(*refused, (K.DIED, "2026-03-01"))
    assert deadline(died, "F01", "2026-03-01").state is TimerState.CANCELLED


def test_an_appeal_after_the_last_day_is_late_and_a_withdrawn_one_is_open_again() -> None:
    refused = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"))
    late = happened(*refused, (K.APPEAL_RECEIVED, "2026-04-13"))
    assert deadline(late, "F01", "2026-05-01").days_late == 3
    withdrawn = happened(*refused, (K.APPEAL_RECEIVED, "2026-03-01"), (K.APPEAL_WITHDRAWN, "2026-03-08"))
    assert deadline(withdrawn, "F01", "2026-03-08").state is TimerState.RUNNING


def test_time_runs_from_the_letter_in_that_reading() -> None:
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10", {"letter_dated_on": "2026-02-06"})
    found = deadline(happened(REQUEST, sent), "M01", "2026-02-10", law("letter_vs_sent=letter_date"))
    assert (found.triggered_on, found.statutory_due) == (day("2026-02-06"), day("2026-04-06"))
    assert found.reasons[0].fact == "Notice of the refusal to assess was dated 6 February 2026."


def test_a_letter_dated_after_it_was_sent_changes_no_strict_date() -> None:
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10", {"letter_dated_on": "2026-02-12"})
    found = deadline(happened(REQUEST, sent), "F01", "2026-02-10")
    assert found.strict_due == found.statutory_due == day("2026-04-10")


def test_rights_from_a_decision_before_their_rule_was_law_do_not_arise() -> None:
    without = replace(
        LAW.book, parameters=tuple(p for p in LAW.book.parameters if p.id not in ("M01", "F01"))
    )
    assert deadlines(happened((K.FINAL_SENT, "2026-05-25")), "F01", "2026-06-01", law(book=without)) == []
    assert law(book=without).appeal_by(day("2026-05-25"), None) is None


def test_the_certificate_of_an_appeal_is_among_its_reasons() -> None:
    final = happened((K.FINAL_SENT, "2026-03-10"), (K.MEDIATION_CERTIFICATE_ISSUED, "2026-04-30"))
    facts = [each.fact for each in deadline(final, "F01", "2026-05-01").reasons]
    assert "A mediation certificate was issued on 30 April 2026." in facts


def test_a_plan_sent_early_on_the_familys_word_is_left_to_a_person() -> None:
    said = happened(*DRAFTED, (K.FAMILY_CONFIRMS_NOTHING_MORE, "2026-05-05"), (K.FINAL_SENT, "2026-05-06"))
    found = deadline(said, "A07b", "2026-05-06")
    assert found.state is TimerState.MET
    assert "a person must have decided that" in found.unknown[0]


def test_second_class_post_takes_four_working_days_and_other_readings_less() -> None:
    second = (K.DRAFT_SERVED, "2026-05-05", {"channel": "SECOND_CLASS_POST", "sent_on": "2026-05-05"})
    assert deadline(happened(second), "A07", "2026-05-05").triggered_on == day("2026-05-11")
    by_hand = (K.DRAFT_SERVED, "2026-05-05", {"channel": "HAND", "sent_on": "2026-05-05"})
    assert deadline(happened(by_hand), "A07", "2026-05-05").triggered_on == day("2026-05-05")
    sunday = (K.DRAFT_SERVED, "2026-05-23", {"channel": "FIRST_CLASS_POST", "sent_on": "2026-05-23"})
    delivered = deadline(happened(sunday), "A07", "2026-05-23", law("service_mode=next_delivery_day"))
    assert delivered.triggered_on == day("2026-05-26")


def test_without_a_strict_date_of_posting_the_strict_date_is_unknown() -> None:
    posted = (K.DRAFT_SERVED, "2014-09-01", {"channel": "FIRST_CLASS_POST", "sent_on": "2014-08-29"})
    found = deadline(happened(posted), "A07", "2014-09-01")
    assert (found.statutory_due, found.strict_due) == (day("2014-09-16"), None)


def test_a_draft_posted_longer_ago_than_any_rule_has_no_known_day_of_service() -> None:
    posted = (K.DRAFT_SERVED, "2026-05-05", {"channel": "FIRST_CLASS_POST", "sent_on": "1986-05-05"})
    assert deadline(happened(posted), "A07", "2026-05-05").statutory_due is None


def test_the_account_of_a_duty_tells_fact_rule_reading_and_outcome_in_order() -> None:
    found = deadline(happened(*PLANNED), "A06", "2026-06-01")
    assert [each.fact for each in found.reasons] == [
        "The request was received on 5 January 2026.",
        "The last day is 25 May 2026.",
        "On the strictest reading the last day is 24 May 2026.",
        "It was done, or the time had run, on 25 May 2026.",
    ]
    assert found.reasons[1].rule == "Rule A06: 20 weeks after that day, which is itself not counted."
    assert "reg 13(2)" in found.citation


def test_a_setting_is_named_by_its_name_where_it_has_one() -> None:
    named = (K.SETTING_CONSULTED, "2026-05-02", {"setting_name": "Hill School", "received_on": "2026-05-05"})
    replied = (K.SETTING_REPLIED, "2026-05-20", {"consultation": "e5", "answer": "CAN_MEET"})
    found = deadline(happened(*DRAFTED, named, replied), "A08", "2026-05-30")
    assert found.reasons[0].fact == "Hill School received the consultation on 5 May 2026."
    assert (found.state, found.force) == (TimerState.MET, Force.GUIDANCE)


def test_no_fixed_number_of_days_is_said_in_the_words_of_the_law() -> None:
    found = deadline(happened(REQUEST), "A01", "2026-01-05")
    assert found.reasons[1].rule == "The law says: as soon as practicable."


# wrong values in circulation


def test_sixty_days_are_not_the_time_to_appeal() -> None:
    found = deadline(happened((K.FINAL_SENT, "2026-07-01")), "F01", "2026-07-01").statutory_due
    assert found == day("2026-09-01")
    assert (found - day("2026-07-01")).days != 60


def test_the_twenty_weeks_are_cited_as_regulation_13_not_2() -> None:
    assert "13(2)" in LAW.book.versions("A06")[0].citation


def test_four_weeks_are_not_the_limit_of_an_appeal_not_opposed() -> None:
    unopposed = happened(
        REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"), (K.UNOPPOSED_NOTIFIED, "2026-06-15")
    )
    assert deadline(unopposed, "U03", "2026-06-15").statutory_due == day("2026-09-21")


def test_the_ground_of_an_exception_is_one_of_five_and_none_is_a_shortage() -> None:
    assert len({*exceptions.LA_GROUNDS, *exceptions.BODY_GROUNDS}) == 5
