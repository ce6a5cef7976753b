"""The chronology of one case: what happened, when it happened, when it was typed, and what was corrected.

Events are never edited. A wrong one is corrected by a later one that names it in `corrects`; the wrong one
stays for ever and stops counting. Two dates always: `occurred_on` is what the law's clock runs on,
`recorded_at` is what the audit runs on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from alongside.core.case.codes import EventKind

NO_DETAILS: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case.

    `occurred_on` is a civil date in Europe/London. `recorded_at` is an aware moment in UTC. `details` holds
    JSON values only; their keys are listed by kind in `details.py`. `by` names the account that recorded it,
    `source` where it came from if it was not typed here (for example "SEN2 2025").

    `as_known` fills the last two for a correction: `stands_for` holds the ids of the entries that it replaces, so
    that what refers to them (an answer to a request for advice) still finds it; `placed_at` is the moment at which
    the first of them was recorded, so that it keeps its place among the events of its day.
    """

    id: str
    kind: EventKind
    occurred_on: date
    recorded_at: datetime
    details: Mapping[str, Any] = field(default_factory=lambda: NO_DETAILS)
    corrects: str | None = None
    by: str = ""
    source: str = ""
    stands_for: tuple[str, ...] = ()
    placed_at: datetime | None = None


def as_known(events: Iterable[Event], *, at: datetime | None = None) -> tuple[Event, ...]:
    """The chronology that counts: corrections applied, in the order in which things happened.

    `at` gives the chronology as it was known at that moment; None gives it as known now. An event that
    corrects another takes its place; one of kind RECORDED_IN_ERROR leaves nothing. A chain of corrections
    ends at the last link; of two corrections of the same entry the one given last counts. Events of one day keep
    the order in which they were recorded, and a correction that of what it corrects.
    """
    known = [e for e in events if at is None or e.recorded_at <= at]
    last_word = {e.corrects: e.id for e in known if e.corrects}
    places = {e.id: place for place, e in enumerate(known)} if last_word else {}
    standing: list[tuple[date, datetime, int, Event]] = []
    for place, event in enumerate(known):
        if event.id in last_word or event.kind is EventKind.RECORDED_IN_ERROR:
            continue
        if event.corrects:
            if last_word[event.corrects] != event.id:
                continue
            event, place = _in_place(event, known, places)
        standing.append((event.occurred_on, event.placed_at or event.recorded_at, place, event))
    standing.sort(key=lambda entry: entry[:3])
    return tuple([entry[3] for entry in standing])


def _in_place(event: Event, known: list[Event], places: Mapping[str, int]) -> tuple[Event, int]:
    """A correction with all that it stands for, and the place of the first of them that is known here."""
    replaced: list[str] = []
    link, first = event, event
    while link.corrects and link.corrects not in replaced:
        replaced.append(link.corrects)
        place = places.get(link.corrects)
        if place is None:
            break
        link = first = known[place]
    replaced += first.stands_for
    whole = replace(
        event, stands_for=tuple(dict.fromkeys(replaced)), placed_at=first.placed_at or first.recorded_at
    )
    return whole, places[first.id]
