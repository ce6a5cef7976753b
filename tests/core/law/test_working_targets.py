"""The three dates of every duty: the working day by which to act, and the strictest day that can be argued."""

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core.case.codes import TimerState
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.law import clock, redress
from core.law import histories, histories_disputes, histories_plan_life, histories_reviews
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law
from core.law.test_disputes import APPEALED, EDGES, REFUSED, REQUEST

EXAMPLES = int(os.environ.get("ALONGSIDE_CLOCK_EXAMPLES", "200"))
HOLIDAYS = LAW.calendar.bank_holidays
LIVES = st.one_of(
    histories.chronicle(),
    histories_disputes.chronicle(),
    histories_reviews.chronicle(),
    histories_plan_life.life(),
)
FIRST_DAYS = {"C03"}
"""What is the first day on which something may be done, and no limit to work towards."""
JULY_2026 = "2026-07-20"


def office_day_before(last: date) -> date:
    """The last weekday on or before a day that is no bank holiday, found by walking back."""
    while last.weekday() >= 5 or last in HOLIDAYS:
        last -= timedelta(days=1)
    return last


def check(facts: Facts, on: date) -> None:
    for each in clock.duties(facts, on=on, law=LAW):
        assert isinstance(each.triggered_on, date), each
        if each.statutory_due is not None:
            due = each.statutory_due
            assert each.operational_target == (due if each.rule in FIRST_DAYS else office_day_before(due)), (
                each
            )
        if each.statutory_due is not None and each.strict_due is not None:
            assert each.strict_due <= each.statutory_due, each


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LIVES)
def test_every_duty_has_a_first_day_and_its_target_is_a_working_day_on_or_before_the_limit(
    drawn: tuple[list[Event], date],
) -> None:
    events, on = drawn
    check(histories.facts(events), on)


@pytest.mark.parametrize(("steps", "rule", "last"), EDGES, ids=[f"{e[1]} {e[2]}" for e in EDGES])
def test_a_limit_of_a_dispute_has_its_working_day(steps: tuple[object, ...], rule: str, last: str) -> None:
    found = deadline(happened(*steps), rule, last)
    assert found.operational_target == office_day_before(day(last))


def test_a_response_due_in_thirty_working_days_is_worked_on_that_day() -> None:
    notice = (K.APPEAL_NOTICE_RECEIVED, "2025-12-10")
    found = deadline(happened(*APPEALED, notice), "F03", "2025-12-10")
    assert (found.statutory_due, found.operational_target) == (day("2026-01-29"), day("2026-01-29"))


def test_a_hearing_set_on_a_sunday_is_made_ready_by_friday() -> None:
    notice = (K.APPEAL_NOTICE_RECEIVED, "2025-12-10", {"hearing_on": "2026-05-03"})
    found = deadline(happened(*APPEALED, notice), "F08h", "2025-12-10")
    assert found.statutory_due == day("2026-05-03")
    assert found.operational_target == day("2026-05-01")
    assert found.strict_due == day("2026-05-03")


# starting an appeal


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("2026-05-29", "2026-07-29"),
        ("2026-05-31", "2026-07-31"),
        ("2026-06-01", "2026-09-01"),  # two months end on 1 August, and August is left out
        ("2026-06-30", "2026-09-01"),  # on 30 August, the Sunday before the bank holiday
        ("2025-10-24", "2025-12-24"),
        ("2025-10-25", "2026-01-02"),  # on Christmas Day
        ("2025-11-01", "2026-01-02"),  # on New Year's Day
        ("2025-11-02", "2026-01-02"),
    ],
)
def test_two_months_to_appeal_leave_out_august_and_the_days_after_christmas(sent: str, last: str) -> None:
    limit = LAW.limits["F01", day(sent)]
    assert limit is not None
    assert limit.statutory == day(last)
    assert deadline(happened((K.FINAL_SENT, sent)), "F01", sent).statutory_due == day(last)


def test_an_appeal_received_on_its_last_day_needs_no_leave() -> None:
    last = [*REFUSED, (K.APPEAL_RECEIVED, "2025-12-10")]
    assert deadlines(happened(*last), "F02", "2025-12-11") == []
    after = [*REFUSED, (K.APPEAL_RECEIVED, "2025-12-11")]
    assert deadline(happened(*after), "F02", "2025-12-12").triggered_on == day("2025-12-11")


def test_leave_for_a_late_appeal_is_no_longer_asked_once_it_is_decided() -> None:
    late = [*REFUSED, (K.APPEAL_RECEIVED, "2025-12-11")]
    assert deadline(happened(*late), "F02", "2026-01-20").state is TimerState.RUNNING
    decided = happened(*late, (K.ORDER_MADE, JULY_2026, {"order": "DISMISSED"}))
    assert deadline(decided, "F02", "2026-08-01").state is TimerState.SUPERSEDED


def test_the_strict_day_to_appeal_counts_a_certificate_too() -> None:
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2026-01-20", {"letter_dated_on": "2026-01-15"})
    certified = (K.MEDIATION_CERTIFICATE_ISSUED, "2026-03-10")
    found = deadline(happened((K.REQUEST_RECEIVED, "2026-01-05"), sent, certified), "F01", "2026-03-11")
    assert (found.statutory_due, found.strict_due) == (day("2026-04-10"), day("2026-04-10"))


# complaining


def test_a_complaint_on_the_other_reading_keeps_its_rule_its_target_and_the_strict_day() -> None:
    """Twelve months after Friday 3 April 2026 end on a Saturday; the strict day counts the day of knowing."""
    not_counted = law("known_day_mode=not_counted")
    found = redress.complain_to_ombudsman_by(day("2026-04-03"), not_counted)
    assert found is not None
    assert found.parameter.id == "L01"
    assert (found.statutory, found.strict) == (day("2027-04-03"), day("2027-04-02"))
    assert found.operational == day("2027-04-02")


# the last day itself


def test_mediation_and_appeal_are_open_to_the_end_of_their_last_day() -> None:
    refused = happened(*REFUSED)
    for rule in ("M01", "F01"):
        assert deadline(refused, rule, "2025-12-10").state is TimerState.RUNNING
        assert deadline(refused, rule, "2025-12-11").state is TimerState.CANCELLED


def test_evidence_may_come_on_the_day_that_the_tribunal_set() -> None:
    directed = happened(*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10", {"evidence_by": "2026-03-02"}))
    assert deadline(directed, "F08e", "2026-03-02").state is TimerState.RUNNING
    assert deadline(directed, "F08e", "2026-03-03").state is TimerState.SUPERSEDED


def test_without_bank_holidays_the_last_day_to_appeal_is_not_known() -> None:
    """A table that ends before the limit gives no date: none is guessed, also not from the date on the letter."""
    ends = replace(LAW.calendar, known_until=day("2025-11-30"))
    blind = replace(LAW, calendar=ends)
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10", {"letter_dated_on": "2025-10-08"})
    found = deadline(happened(REQUEST, sent), "F01", "2025-10-10", blind)
    assert (found.statutory_due, found.operational_target) == (None, None)
