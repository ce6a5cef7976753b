"""The fast clock and the slow one agree on random histories."""

from datetime import date

from hypothesis import given

from alongside.core.case.events import Event
from alongside.core.law import clock
from core.law import histories
from core.law.chronicles import LAW
from core.law.slow_clock import SlowClock

NAMES = "A01 A02 A02n A03 A13 A04 A05 A09 A07 A07b A08 A06 R01 M01 F01"
RULES = frozenset(NAMES.split())
"""What this slow clock knows; the other regions have slow clocks of their own."""


@given(histories.chronicle())
def test_both_clocks_agree_on_every_duty_of_every_history(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    fast = {
        (due.rule, due.subject): (due.statutory_due, due.state.value, due.met_on, due.days_late)
        for due in clock.due_dates(facts, on=on, law=LAW)
        if due.rule in RULES
    }
    slow = SlowClock(list(facts.events), LAW.calendar.bank_holidays).live_until(on)
    assert fast == slow


@given(histories.chronicle())
def test_duties_with_reasons_say_the_same_as_due_dates(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    told = clock.duties(facts, on=on, law=LAW)
    dues = clock.due_dates(facts, on=on, law=LAW)
    assert [_figures(each) for each in told] == [_figures(each) for each in dues]
    assert all(each.reasons and each.citation and each.what_would_change_it for each in told)


def _figures(each: object) -> tuple[object, ...]:
    names = "rule subject triggered_on statutory_due operational_target strict_due state met_on days_late"
    return tuple(getattr(each, name) for name in [*names.split(), "is_live", "bearer"])
