"""What mutation testing found untested: the other arm of a condition, the day beside the day. See bin/mutants."""

from dataclasses import replace

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law.lawbook import LawBook
from alongside.core.law.parameter import BadParameter, read
from alongside.core.law.worked import Verdict
from alongside.core.law.worked_dispute_events import kind_of
from core.law.chronicles import K, day, deadline, happened
from core.law.test_disputes import NO_PLAN
from core.law.test_duties import ASSESSED, DRAFTED, PARTS, PERSONAL
from core.law.test_lawbook import CHECKED, GOOD
from core.law.test_worked_cases import row

# assessments


def test_an_exception_for_the_final_plan_lifts_the_day_for_the_draft_too() -> None:
    exception = (K.EXCEPTION_RECORDED, "2026-03-01", {"limits": ["A06"], **PERSONAL})
    bound, lifted = (
        deadline(happened(*steps), "A09", "2026-05-11") for steps in (ASSESSED, (*ASSESSED, exception))
    )
    assert (bound.state, bound.days_late) == (TimerState.OVERDUE, 1)
    assert (lifted.state, lifted.days_late) == (TimerState.DISAPPLIED, 0)


def test_a_setting_that_did_not_answer_is_not_waited_for_after_the_final_plan() -> None:
    asked = (*DRAFTED, (K.SETTING_CONSULTED, "2026-05-01", {"received_on": "2026-05-01"}))
    assert deadline(happened(*asked), "A08", "2026-05-16").state is TimerState.RUNNING
    assert deadline(happened(*asked), "A08", "2026-05-17").state is TimerState.OVERDUE
    final = happened(*asked, (K.FINAL_SENT, "2026-05-25"))
    assert deadline(final, "A08", "2026-05-26").state is TimerState.SUPERSEDED


# versions of the law


def test_a_rule_that_goes_by_the_day_of_acting_is_chosen_by_that_day() -> None:
    (rule,) = LawBook.load().versions("F03")
    first = replace(
        rule, version_key="act_date", in_force_from=day("2020-01-01"), in_force_until=day("2020-07-20")
    )
    later = replace(first, in_force_from=day("2020-07-21"), in_force_until=None)
    book = LawBook((first, later))
    asked = {"triggered_on": day("2020-01-01"), "due_on": day("2020-01-01")}
    assert book.governing("F03", **asked, acted_on=day("2020-07-20")) == first
    assert book.governing("F03", **asked, acted_on=day("2020-07-21")) == later
    assert book.governing("F03", **asked) is None


# worked cases


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("remit", "RECONSIDER"),
        ("reconsider", "RECONSIDER"),
        ("cease_amended", "CONTINUE_AND_AMEND"),
        ("cease_amend", "CONTINUE_AND_AMEND"),
        ("continue", "CONTINUE"),
        ("reassessment", "REASSESS"),
        ("reassess", "REASSESS"),
        ("re_assess", "REASSESS"),
        ("re_open", None),
        ("assessment", "ASSESS"),
        ("make", "MAKE_PLAN"),
        ("issue", "MAKE_PLAN"),
        ("both", "AMEND_CONTENTS_AND_SETTING"),
        ("placement_and_needs", "AMEND_CONTENTS_AND_SETTING"),
        ("Amended", "AMEND_CONTENTS"),
    ],
)
def test_each_word_for_what_was_ordered_is_read_alone(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    "cells",
    [
        "X,APP,F06,2026-09-01,decision_and_reasons_sent=2026-07-20,permission_application_by,date,2026-09-17",
        "X,APP,F01t,2026-09-01,decision_letter_sent=2026-02-10;decision_letter_dated=2026-02-02;received_at_tribunal="
        "2026-04-10T12:00,in_time,status,IN_TIME",
        "X,ORD,O10,2026-09-01,recommendation_made=2026-07-20,response_due,date,2026-08-24",
    ],
)
def test_a_case_may_begin_with_the_decision_alone(cells: str) -> None:
    assert row(cells).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (
            'X,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-19,,,,"a",b',
            "Line 2 (X): it has more cells than the header has columns. Put quotation marks around a comma.",
        ),
        (
            "X,REQ,A02,soon,request_received=2026-09-07,due,date,2026-10-19",
            "Line 2 (X): rules_as_of is “soon”, not a date such as 2026-09-01.",
        ),
        (
            "X,REQ,A02,2026-09-01,request_received,due,date,2026-10-19",
            "Line 2 (X): events_in has “request_received”; write name=value and put a semicolon between them.",
        ),
        (
            "X,REQ,A02,2026-09-01,request_received=2026-09-07,due,day,2026-10-19",
            "Line 2 (X): kind is “day”; it must be one of bool, date, multi, state, status, value.",
        ),
        (
            "X,ORD,O04,2001-09-01,order_made=2001-07-20;order_type=remit,reconsider_due,date,2001-08-03",
            "O04 was not law then",
        ),
        (
            "X,REV,R99,2026-09-01,meeting=2026-12-04,decision_due,date,2027-01-01",
            "R99 decision_due is not modelled",
        ),
    ],
)
def test_a_row_that_is_not_worked_out_keeps_its_name_and_says_all_of_why(cells: str, sentence: str) -> None:
    found = row(cells)
    assert (found.row.name, found.sentence) == ("X", sentence)


# the book


@pytest.mark.parametrize("left_out", ["value", "unit", "count"])
def test_a_length_of_time_needs_its_number_its_unit_and_its_count(left_out: str) -> None:
    table = {name: value for name, value in GOOD.items() if name != left_out}
    with pytest.raises(BadParameter) as refused:
        read(table, **CHECKED)
    assert str(refused.value) == "x.toml, A02: value, unit and count go together: give all three or none."


# the family's fifteen days


def test_a_final_plan_on_the_fifteenth_day_cuts_the_familys_time_short_and_the_day_after_does_not() -> None:
    within = happened(*DRAFTED, (K.FINAL_SENT, "2026-05-15"))
    assert deadline(within, "A07", "2026-06-01").state is TimerState.CANCELLED
    after = happened(*DRAFTED, (K.FINAL_SENT, "2026-05-16"))
    found = deadline(after, "A07", "2026-06-01")
    assert (found.state, found.met_on) == (TimerState.MET, day("2026-05-15"))


def test_a_draft_of_no_known_day_of_service_has_no_working_day_to_act_by() -> None:
    posted = (K.DRAFT_SERVED, "2026-05-05", {"channel": "FIRST_CLASS_POST", "sent_on": "1986-05-05"})
    found = deadline(happened(posted), "A07", "2026-05-05")
    assert (found.statutory_due, found.operational_target) == (None, None)


# exceptions


@pytest.mark.parametrize("given", ["absent_from", "absent_to"])
def test_an_absence_needs_both_its_days(given: str) -> None:
    away = {"ground": "ABSENT_FROM_AREA", "limits": ["A06"], given: "2026-02-01", **PARTS}
    found = deadline(happened(*ASSESSED, (K.EXCEPTION_RECORDED, "2026-03-01", away)), "A06", "2026-06-01")
    assert (found.state, found.exceptions[0].applied) == (TimerState.OVERDUE, False)
    assert found.exceptions[0].why == "Give the first and the last day of the absence from the area."


@pytest.mark.parametrize("missing", ["advice_requested_on", "closed_from", "reopens_on"])
def test_a_closure_needs_its_days_and_the_day_advice_was_asked_for(missing: str) -> None:
    days = {"advice_requested_on": "2026-07-20", "closed_from": "2026-07-25", "reopens_on": "2026-09-01"}
    closed = {
        "ground": "SCHOOL_CLOSED",
        "limits": ["A06"],
        **PARTS,
        **{k: v for k, v in days.items() if k != missing},
    }
    found = deadline(happened(*ASSESSED, (K.EXCEPTION_RECORDED, "2026-03-01", closed)), "A06", "2026-06-01")
    assert found.exceptions[0].why == (
        "Give the day advice was asked for, the first closed day and the first open day after it."
    )


# orders


def test_a_draft_plan_meets_an_order_to_reconsider() -> None:
    again = (K.ORDER_MADE, "2026-07-20", {"order": "RECONSIDER", "comply_by": "2026-09-30"})
    found = deadline(happened(*NO_PLAN, again, (K.DRAFT_SERVED, "2026-09-10")), "O11r", "2026-12-20")
    assert (found.state, found.met_on) == (TimerState.MET, day("2026-09-10"))


# reassessments


def test_agreed_on_no_known_day_a_reassessment_has_no_strict_day_either() -> None:
    agreed = (K.REASSESSMENT_AGREED_SENT, "2026-02-12", {"undated": True})
    found = deadline(happened((K.PLAN_MADE, "2025-01-10"), agreed), "Z03", "2026-02-13")
    assert (found.statutory_due, found.operational_target, found.strict_due) == (None, None, None)
