"""The caches say what the chronology says, after whatever was done; where they do not, the alarm is raised."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from alongside.app import doing, ports, scope
from alongside.app.actions import upkeep
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import EventKind as K
from alongside.records.models import Case, Due, LedgerEntry, OutboxMessage
from cast import HERE, Cast

STEPS = 14

Details = Callable[[Any, Cast], dict[str, Any]]
DETAILS: dict[K, Details] = {
    K.ADVICE_REQUESTED: lambda deed, cast: {
        "advice_kind": "MEDICAL", "organisation": str(cast.trust), "asked_name": "Northshire Community Health",
    },
    K.ADVICE_RECEIVED: lambda deed, cast: {"request": _last(deed, K.ADVICE_REQUESTED)},
    K.ADVICE_CHASED: lambda deed, cast: {"request": _last(deed, K.ADVICE_REQUESTED)},
    K.SETTING_CONSULTED: lambda deed, cast: {"organisation": str(cast.school), "setting_name": "Millbrook"},
    K.SETTING_REPLIED: lambda deed, cast: {
        "consultation": _last(deed, K.SETTING_CONSULTED), "answer": "CANNOT_MEET", "grounds": ["AGE"],
    },
    K.DRAFT_SERVED: lambda deed, cast: {"version": 1, "channel": "FIRST_CLASS_POST", "sent_on": None},
    K.EXCEPTION_RECORDED: lambda deed, cast: {
        "ground": "PERSONAL_CIRCUMSTANCES", "limits": ["A06"], "facts": "ill", "impractical_because": "ill",
        "evidence": "letter",
    },
    K.LA_RECONSIDERS: lambda deed, cast: {"to": "ASSESSING"},
    K.CASE_ASSIGNED: lambda deed, cast: {"to": str(cast.other_officer.account), "to_name": "Omar Officer"},
}  # fmt: skip
NOT_AT_RANDOM = {K.DIED, K.RECORDED_IN_ERROR, K.CASE_HANDED_OVER, K.PLAN_MADE, K.TRANSFERRED_IN}


def _last(deed: Any, kind: K) -> str:
    return next((event.id for event in reversed(deed.facts.events) if event.kind is kind), "")


def do_something(cast: Cast, chance: random.Random, at: datetime) -> bool:
    """One event that may follow, or a correction of one that stands. False where chance chose nothing that can."""
    with doing.on_case(cast.case.case_id, Permission.SEE_CASE, by=cast.manager, at=at) as deed:
        state = stages.state_of(deed.facts, on=deed.today, law=ports.law())
        if chance.random() < 0.15 and len(deed.facts.events) > 2:
            wrong = chance.choice(deed.facts.events[1:])
            deed.append(wrong.kind, wrong.occurred_on, dict(wrong.details), corrects=wrong.id)
            return True
        kinds = [kind for kind in K if kind not in NOT_AT_RANDOM and stages.can_follow(state, kind)]
        kind = chance.choice(kinds)
        make = DETAILS.get(kind)
        details = {
            key: value for key, value in (make(deed, cast) if make else {}).items() if value not in (None, "")
        }
        if (
            kind in (K.ADVICE_RECEIVED, K.ADVICE_CHASED, K.ADVICE_REQUEST_CANCELLED)
            and "request" not in details
        ):
            return False
        if kind is K.SETTING_REPLIED and "consultation" not in details:
            return False
        deed.append(kind, deed.today, details)
        return True


@pytest.mark.parametrize("seed", range(20))
def test_caches_are_true_after_deeds_at_random(cast: Cast, seed: int) -> None:
    chance, at = random.Random(seed), cast.at
    done = 0
    for _ in range(STEPS):
        at += timedelta(days=chance.randrange(0, 12), minutes=1)
        if do_something(cast, chance, at):
            done += 1
            assert upkeep.compare(by=cast.service, at=at).differences == ()
    assert done > STEPS // 3


def test_new_day_is_found_by_comparing_and_put_right_by_moving_on(cast: Cast) -> None:
    later = cast.at + timedelta(weeks=30)
    assert upkeep.compare(by=cast.service, at=later).differences
    assert upkeep.move_on(by=cast.service, at=later) == 1
    assert upkeep.compare(by=cast.service, at=later).differences == ()
    assert upkeep.move_on(by=cast.service, at=later) == 0


def test_rebuilding_puts_right_what_somebody_changed_by_hand(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        Due.objects.filter(rule="A02").update(statutory_due=date(2030, 1, 1))
        Case.objects.update(stage="PLAN_MAINTAINED")
    found = upkeep.compare(by=cast.service, at=cast.at).differences
    assert any("A02" in sentence for sentence in found)
    assert any("stage is cached as 'PLAN_MAINTAINED'" in sentence for sentence in found)
    assert upkeep.rebuild(by=cast.service, at=cast.at) == 1
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()


def test_difference_is_an_alarm_in_the_ledger_and_by_email(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        Due.objects.filter(rule="A02").delete()
    upkeep.check(by=cast.service, at=cast.at)
    with scope.opened_to_all(HERE):
        assert LedgerEntry.objects.filter(deed="CACHES_DIFFER").count() == 1
        message = OutboxMessage.objects.get(kind="CACHES_DIFFER")
    assert cast.case.reference in message.text
    assert "Ivy" not in message.text


def test_no_difference_is_no_alarm(cast: Cast) -> None:
    upkeep.check(by=cast.service, at=cast.at)
    with scope.opened_to_all(HERE):
        assert not LedgerEntry.objects.filter(deed="CACHES_DIFFER").exists()
