"""The fast clock and the slow one agree on random disputes."""

from datetime import date

from hypothesis import given

from alongside.core.case.events import Event
from alongside.core.law import clock
from core.law import histories, histories_disputes
from core.law.chronicles import LAW
from core.law.slow_clock_disputes import SlowDisputes

AREAS = ("M", "F", "O", "U")


@given(histories_disputes.chronicle())
def test_both_clocks_agree_on_every_step_of_every_dispute(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    dues = [due for due in clock.due_dates(facts, on=on, law=LAW) if due.rule[0] in AREAS]
    fast = {
        (due.rule, due.subject): (due.statutory_due, due.state.value, due.met_on, due.days_late)
        for due in dues
    }
    assert len(fast) == len(dues)
    known = [event for event in facts.events if event.occurred_on <= on]
    assert fast == SlowDisputes(known, LAW.calendar.bank_holidays).live_until(on)


@given(histories_disputes.chronicle())
def test_every_step_of_a_dispute_is_told_with_its_reasons(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    told = clock.duties(facts, on=on, law=LAW)
    dues = clock.due_dates(facts, on=on, law=LAW)
    assert [(each.rule, each.state, each.statutory_due) for each in told] == [
        (each.rule, each.state, each.statutory_due) for each in dues
    ]
    assert all(each.reasons and each.citation and each.what_would_change_it for each in told)
