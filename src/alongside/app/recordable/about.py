"""What news can be about: the decisions in dispute, and the earlier entries that are still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_moves import PAPERS
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import History
from alongside.core.case.moves import FOLLOWS
from alongside.core.case.stages import State


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing that an entry can be about: its id, the kind and day of its event, and what it says of itself."""

    id: str
    kind: EventKind
    on: date
    says: str = ""


def decisions(state: State, facts: Facts, kind: EventKind) -> tuple[Meant, ...]:
    """The decisions in dispute that this kind of news may follow, the latest first."""
    days = {event.id: event.occurred_on for event in facts.events}
    alive = [each for each in reversed(state.appeals) if kind in FOLLOWS[each.stage]]
    settled = reversed(state.settled) if kind in PAPERS else ()
    return tuple(Meant(each.decision, each.about, days[each.decision]) for each in (*alive, *settled))


def earlier(facts: Facts, kind: EventKind) -> tuple[Meant, ...]:
    """The entries of a kind that nothing has settled yet, the latest first."""
    told = history(facts)
    ended = [e.details.get("placement", "") for e in facts.events if e.kind is EventKind.PLACEMENT_ENDED]
    settled = set(ended if kind is EventKind.PLACEMENT_STARTED else _settled(told, kind))
    return tuple(
        Meant(event.id, event.kind, event.occurred_on, _says(event.details))
        for event in reversed(facts.events)
        if event.kind is kind and event.id not in settled
    )


def _settled(told: History, kind: EventKind) -> Iterable[str]:
    if kind is EventKind.PHASE_TRANSFER_FORESEEN:
        return (each.id for plan in told.plans for each in plan.transfers if each.settled_on is not None)
    known = [dispute.proceedings for dispute in told.disputes if dispute.proceedings is not None]
    if kind is EventKind.RECOMMENDATION_MADE:
        return (each.id for more in known for each in more.recommendations if each.answered_on is not None)
    return (each.id for more in known for each in more.outcomes if each.deeds.done_on is not None)


def _says(details: Mapping[str, Any]) -> str:
    """What names the entry to somebody who chooses it."""
    names = ("transfer", "text", "terms", "setting_name", "urn", "setting_code")
    return str(next((details[name] for name in names if details.get(name)), ""))
