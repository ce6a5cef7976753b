"""Where a child is taught and what the needs are, read from the events: for returns and for inspections' lists."""

from collections.abc import Iterable, Mapping
from datetime import date

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event


def placements(events: Iterable[Event], on: date) -> tuple[Event, ...]:
    """The placements that go on that day, by rank. A later one takes the place of an earlier of the same rank."""
    known = [event for event in events if event.occurred_on <= on]
    ended = ends(known)
    latest = {
        str(event.details.get("rank") or ""): event
        for event in known
        if event.kind is EventKind.PLACEMENT_STARTED
    }
    return tuple([latest[rank] for rank in sorted(latest) if end_of(latest[rank], ended) is None])


def ends(events: Iterable[Event]) -> Mapping[str, date]:
    """The last day of each placement that ended, by the id of the entry that began it."""
    ended = (event for event in events if event.kind is EventKind.PLACEMENT_ENDED)
    return {str(event.details.get("placement", "")): event.occurred_on for event in ended}


def end_of(placement: Event, ended: Mapping[str, date]) -> date | None:
    """The last day of a placement, if it has ended."""
    names = (placement.id, *placement.stands_for)
    return next((ended[name] for name in names if name in ended), None)


def needs(events: Iterable[Event], on: date) -> Mapping[str, str]:
    """The type of need last recorded for each rank: 1 the main one, 2 a further one."""
    return {
        str(event.details.get("rank") or ""): str(event.details["type"])
        for event in events
        if event.kind is EventKind.NEED_RECORDED and event.details.get("type") and event.occurred_on <= on
    }
