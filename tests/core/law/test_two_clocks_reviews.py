"""The fast clock and the slow one agree on random histories of reviews, amendments and moves between phases."""

from datetime import date

from hypothesis import given

from alongside.core.case.events import Event
from alongside.core.law import clock
from core.law import histories, histories_reviews
from core.law.chronicles import LAW
from core.law.slow_clock_reviews import SlowReviews

NAMES = "R01 R02 R01d R03 R04 R05 R06 R06c C02 R07 R08 R09 R09e R10 R11 R12 R14 A08 P01 P02 P03 P04"
RULES = frozenset([*NAMES.split(), "P01p.meeting", "P01p.notice"])


@given(histories_reviews.chronicle())
def test_both_clocks_agree_on_every_review_and_amendment(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    fast = {
        (due.rule, due.subject): (due.statutory_due, due.state.value, due.met_on, due.days_late)
        for due in clock.due_dates(facts, on=on, law=LAW)
        if due.rule in RULES
    }
    known = [event for event in facts.events if event.occurred_on <= on]
    slow = SlowReviews(known, LAW.calendar.bank_holidays).live_until(on)
    assert fast == slow


@given(histories_reviews.chronicle())
def test_every_duty_of_a_review_has_an_account(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    for told in clock.duties(histories.facts(events), on=on, law=LAW):
        assert told.reasons
        assert told.citation
        assert told.what_would_change_it
        if told.strict_due is not None and told.statutory_due is not None:
            assert told.strict_due <= told.statutory_due
