"""What mutation testing found untested: the other arm of a condition, the day beside the day. See bin/mutants."""

from dataclasses import replace

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law.lawbook import LawBook
from alongside.core.law.parameter import BadParameter, read
from alongside.core.law.worked import Verdict
from alongside.core.law.worked_dispute_events import kind_of
from core.law.chronicles import K, day, deadline, happened
from core.law.test_duties import ASSESSED, DRAFTED, PERSONAL
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
