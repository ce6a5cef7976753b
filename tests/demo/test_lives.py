"""What befalls a plan of the demo can be recorded: each step may follow the ones before it, on any day of the build."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.law.lawbook import Law, LawBook
from alongside.demo.planning import county
from alongside.demo.planning.story import Happened, HeldPlan
from alongside.demo.planning.years import Order, Size
from alongside.integrations.calendars.england import england_and_wales

FIRST = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("on", [date(2026, 11, 22), date(2026, 11, 23), date(2027, 3, 1)])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_step_of_every_life_may_follow(on: date, seed: int) -> None:
    law = Law(LawBook.load(), england_and_wales())
    planned = county.plan(Order(Size.SMALL, seed, on, england_and_wales()))
    assert sum(len(plan.life) for plan in planned.held) > 500
    for plan in planned.held:
        check(plan, law)


def check(plan: HeldPlan, law: Law) -> None:
    came = any(each.kind is EventKind.TRANSFER_NOTICE_SENT for each in plan.life)
    begins = EventKind.TRANSFERRED_IN if came else EventKind.PLAN_MADE
    events = [Event("begins", begins, plan.made_on, FIRST)]
    for number, each in enumerate(plan.life):
        facts = Facts(plan.key, plan.child.born_on, tuple(events))
        state = stages.state_of(facts, on=each.on, law=law)
        assert stages.can_follow(state, each.kind), f"{plan.key}: {each.kind} on {each.on}, {state.text}"
        moment = FIRST + timedelta(seconds=number + 1)
        events.append(Event(f"e{number}", each.kind, each.on, moment, meant(plan.life[:number], each)))


def meant(before: tuple[Happened, ...], each: Happened) -> dict[str, Any]:
    """The particulars, with a reference such as @AMENDED_FINAL_SENT turned into the id of the latest of that kind."""
    ids = {f"@{past.kind}": f"e{number}" for number, past in enumerate(before)}
    return {key: ids.get(str(value), value) for key, value in each.details.items()}
