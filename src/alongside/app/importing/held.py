"""What is held of one case, in the words in which a source tells it: so that the two can be laid side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.app import facts
from alongside.core.case.codes import EventKind
from alongside.core.case.details import FROM_A_RETURN, ON_ANY_CORRECTION
from alongside.core.case.episodes import history
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.case.history import Episode
from alongside.core.case.told import UNDATED, CaseHistory, EventDraft, Undated
from alongside.records.models import Case, CaseEvent, Person

ITEMS = ("surname", "forename", "born_on", "sex", "ethnicity", "postcode", "upn_unknown")
AGAIN = "~"
"""Follows the key of an event that takes the place of another of the same key."""
_K = EventKind
_NOT_COMPARED = frozenset({*FROM_A_RETURN, *ON_ANY_CORRECTION})
_BY_DAY: Mapping[EventKind, str] = {
    _K.PLAN_MADE: "plan|{}",
    _K.REVIEW_MEETING_HELD: "review|meeting|{}",
    _K.REVIEW_DECISION_SENT: "review|decision|{}",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One case as held.

    `ids` gives the standing event about each subject, the latest of them for a state, and each by "subject@day";
    `keys` are all keys ever recorded.
    """

    case: Case
    facts: Facts
    history: CaseHistory
    ids: Mapping[str, UUID]
    keys: frozenset[str]
    position: int


def of(case: Case, rows: list[CaseEvent], told: CaseHistory) -> Held:
    """What is held of a case whose events have been read. What is written alike counts as the same as `told`."""
    known = facts.of_rows(case, rows)
    roots = _keys(rows)
    by_day = _typed_subjects(known)
    events: list[EventDraft] = []
    undated: list[Undated] = []
    ids: dict[str, UUID] = {}
    names: dict[str, str] = {}
    for event in known.events:
        key = roots.get(event.id, "")
        subject = _subject(event, key) if key else by_day.get(event.id, "")
        if not subject:
            continue
        ids[subject] = ids[f"{subject}@{event.occurred_on.isoformat()}"] = UUID(event.id)
        names |= dict.fromkeys((event.id, *event.stands_for), subject)
        if event.details.get("undated"):
            undated.append(_undated(event, subject))
        else:
            events.append(_draft(event, subject, key, names))
    person = case.person
    numbers = {"UPN": person.upn, "ULN": person.uln}
    return Held(
        case=case,
        facts=known,
        history=CaseHistory(
            keys=(),
            identifiers={kind: number for kind, number in numbers.items() if number},
            fields=_items(person, told),
            source="",
            events=tuple(events),
            undated=tuple(undated),
        ),
        ids=ids,
        keys=frozenset(row.natural_key for row in rows if row.natural_key),
        position=rows[-1].position if rows else 0,
    )


def _keys(rows: Iterable[CaseEvent]) -> dict[str, str]:
    """The key by which an import knows each event, also where it has been corrected since."""
    found: dict[UUID, str] = {}
    for row in rows:  # in the order recorded: a correction comes after what it corrects
        before = found.get(row.corrects_id, "") if row.corrects_id else ""
        found[row.id] = row.natural_key or before
    return {str(identity): key for identity, key in found.items() if key}


def _subject(event: Event, key: str) -> str:
    """The subject of an event from its key, which of a state also holds the day on which it was seen."""
    subject = key.partition(AGAIN)[0].removesuffix(UNDATED)
    if event.kind is not _K.NEED_RECORDED or subject.count("|") < 2:
        return subject
    head, _, day = subject.rpartition("|")
    _, mark, number = day.partition("#")
    return f"{head}{mark}{number}"


def _draft(event: Event, subject: str, key: str, names: Mapping[str, str]) -> EventDraft:
    details = {name: value for name, value in event.details.items() if name not in _NOT_COMPARED}
    if "placement" in details:
        details["placement"] = names.get(details["placement"], details["placement"])
    return EventDraft(
        key=key,
        subject=subject,
        kind=event.kind,
        occurred_on=event.occurred_on,
        details=details,
        as_at=event.kind is _K.NEED_RECORDED,
        typed=not event.source,
    )


def _undated(event: Event, subject: str) -> Undated:
    earliest = event.details.get("not_before")
    return Undated(
        subject,
        event.kind,
        date.fromisoformat(earliest) if earliest else None,
        event.occurred_on,
        event.details.get("undated_because", ""),
    )


def _items(person: Person, told: CaseHistory) -> dict[str, str | date]:
    found: dict[str, str | date] = {}
    for name in ITEMS:
        value = getattr(person, name)
        given = told.fields.get(name)
        if value:
            found[name] = given if given is not None and _alike(value, given) else value
    if (
        person.upn and "upn_unknown" in told.fields
    ):  # the number is known now: why it was not matters no longer
        found["upn_unknown"] = told.fields["upn_unknown"]
    return found


def _alike(held: str | date, told: str | date) -> bool:
    if isinstance(held, date) or isinstance(told, date):
        return held == told
    return "".join(held.casefold().split()) == "".join(told.casefold().split())


def _typed_subjects(known: Facts) -> dict[str, str]:
    """The subjects of events that were recorded here, by their ids."""
    found: dict[str, str] = {}
    for episode in history(known).episodes:
        found |= _of_episode(episode)
    closings = {(e.closed.kind, e.closed.on): e for e in history(known).episodes if e.closed is not None}
    for event in known.events:
        if event.kind in _BY_DAY:
            found[event.id] = _BY_DAY[event.kind].format(event.occurred_on.isoformat())
        elif event.kind is _K.NEED_RECORDED:
            found[event.id] = f"need|{event.details.get('rank') or 'unranked'}"
        closed = closings.get((event.kind, event.occurred_on))
        if closed is not None and closed.received_on is not None:
            step = "outcome" if closed.decided else "decision"
            step = "moved" if event.kind is _K.MOVED_TO_NEW_LA else step
            found[event.id] = f"request|{closed.received_on.isoformat()}|{step}"
    return found


def _of_episode(episode: Episode) -> dict[str, str]:
    if episode.start is None:
        return {}
    request = f"request|{episode.start.on.isoformat()}"
    found = {episode.start.id: f"{request}|received"}
    found |= {also.id: f"request|{also.on.isoformat()}|received" for also in episode.also_requested}
    if episode.decided is not None:
        found[episode.decided.id] = f"{request}|decision"
    for outcome in (episode.no_plan, episode.final):
        if outcome is not None:
            found[outcome.id] = f"{request}|outcome"
    return found
