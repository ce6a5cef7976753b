"""The fast clock and the slow one agree on the life of a plan, and on assessments of detained persons."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.case.codes import EventKind as K
from alongside.core.case.events import Event
from alongside.core.law import clock
from alongside.core.law.timer import Due
from core.law import histories, histories_plan_life
from core.law.chronicles import FIRST_MOMENT, LAW
from core.law.slow_clock_plan_life import RULES, SlowPlanLife

IN_DETENTION = {"A02": "D01", "A05": "D02", "A06": "D03", "A07": "D04"}


@given(histories_plan_life.life())
def test_both_clocks_agree_on_the_life_of_every_plan(drawn: tuple[list[Event], date]) -> None:
    events, on = drawn
    facts = histories.facts(events)
    fast = {
        (due.rule, due.subject): (due.statutory_due, due.state.value, due.met_on, due.days_late)
        for due in clock.due_dates(facts, on=on, law=LAW)
        if due.rule in RULES
    }
    assert fast == SlowPlanLife(list(facts.events), LAW.calendar.bank_holidays).live_until(on)


@given(histories.chronicle(), st.integers(0, 200), st.one_of(st.none(), st.integers(0, 120)))
def test_detention_changes_the_name_of_a_limit_and_never_its_date(
    drawn: tuple[list[Event], date], after: int, until: int | None
) -> None:
    """Detained, and perhaps released to the same authority, at any moment: nothing runs twice and nothing moves."""
    events, on = drawn
    day = events[0].occurred_on + timedelta(days=after)
    happened = [_event("detained", K.DETAINED, day)]
    if until is not None:
        released = _event("released", K.RELEASED, day + timedelta(days=until))
        happened.append(replace(released, details={"same_la": True}))
    plain = clock.due_dates(histories.facts(events), on=on, law=LAW)
    detained = clock.due_dates(histories.facts([*events, *happened]), on=on, law=LAW)
    assert _named(plain) == _named(detained)
    assert len(_of(detained)) == len(_of(plain))


def _event(name: str, kind: K, on: date) -> Event:
    return Event(name, kind, on, FIRST_MOMENT + timedelta(days=5000))


def _of(dues: tuple[Due, ...]) -> list[Due]:
    return [due for due in dues if due.rule in {*IN_DETENTION, *IN_DETENTION.values()}]


def _named(dues: tuple[Due, ...]) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        (IN_DETENTION.get(due.rule, due.rule), due.subject): (
            due.statutory_due,
            due.strict_due,
            due.state,
            due.met_on,
            due.days_late,
        )
        for due in _of(dues)
    }
