"""A wrong entry of the chronology is put right. The wrong one stays to be seen and stops counting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.app import doing, letters, ports
from alongside.app.actions import happenings
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.recordable import reading
from alongside.app.recordable.table import BY_KIND
from alongside.core.access.permission import Permission
from alongside.core.case import moves, stages
from alongside.core.case.codes import EventKind
from alongside.core.case.details import OF_NO_DAY
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceDraft

FEWEST_WORDS = 3
REFERENCES = (
    *("request", "consultation", "placement", "episode"),
    *("dispute", "agreement", "recommendation", "transfer"),
)
"""The keys of details that hold the id of an earlier entry."""
NOT_HERE = frozenset({EventKind.CASE_ASSIGNED, EventKind.CASE_HANDED_OVER})
"""Who has a case is changed by giving it to somebody, never by rewriting who had it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right: the day, the details that change and no others, and why the old entry was wrong."""

    occurred_on: date
    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)


def correct(case_id: UUID, event_id: str, right: Correction, *, by: Actor, at: datetime) -> str:
    """Put another entry of the same kind in the place of a wrong one. Returns the id of the new entry.

    Every date that follows from the entry is worked out again. Raises `Refused` where the chronology would
    then say what cannot have happened.
    """
    with doing.on_case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as deed:
        wrong = _standing(deed, event_id)
        _check_reason(right.reason)
        details = _particulars(deed, wrong, right)
        same_details = all(wrong.details.get(key) == value for key, value in details.items())
        if right.occurred_on == wrong.occurred_on and same_details:
            raise Refused("Nothing is different. Change the date or another value.", field="occurred_on")
        before = deed.facts
        dated = right.occurred_on != wrong.occurred_on  # of an entry that a return tells of without its day
        held = {key: value for key, value in wrong.details.items() if not (dated and key in OF_NO_DAY)}
        body = {**held, **details, "correction_reason": right.reason.strip()}
        body = {key: value for key, value in body.items() if value is not None}
        event = deed.append(wrong.kind, right.occurred_on, body, corrects=event_id)
        _point_at(deed, event_id, event.id)
        _check_still_possible(before, deed.facts)
        _tell(deed)
        return event.id


def void(case_id: UUID, event_id: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Say that an entry should never have been made: it stays to be seen and nothing takes its place."""
    with doing.on_case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as deed:
        _standing(deed, event_id)
        _check_reason(reason)
        before = deed.facts
        deed.append(EventKind.RECORDED_IN_ERROR, deed.today, {"reason": reason.strip()}, corrects=event_id)
        _check_still_possible(before, deed.facts)
        _tell(deed)


def _particulars(deed: CaseDeed, wrong: Event, right: Correction) -> dict[str, Any]:
    """The details that change; None for one that falls away. News is held to what its kind needs (`recordable`)."""
    entry = BY_KIND.get(wrong.kind)
    if entry is None or not right.details:
        return dict(right.details)
    known = [key for each in entry.particulars for key in reading.keys(each)]
    held = {key: wrong.details[key] for key in known if key in wrong.details}
    read = happenings.particulars(deed, entry, {**held, **right.details}, right.occurred_on)
    return dict.fromkeys(held) | read


def _standing(deed: CaseDeed, event_id: str) -> Event:
    wrong = next((event for event in deed.facts.events if event.id == event_id), None)
    if wrong is None:
        raise Refused(
            "This entry has been corrected already, or is not part of this case. "
            "Reload the page and correct the entry that stands now."
        )
    if wrong.kind in NOT_HERE:
        raise Refused("Who had the case is not corrected here. Give the case to the right coordinator.")
    return wrong


def _check_reason(reason: str) -> None:
    if len(reason.split()) < FEWEST_WORDS:
        raise Refused(
            "Say why the entry is wrong and how you know: the family and others will read it.", field="reason"
        )


def _check_still_possible(before: Facts, after: Facts) -> None:
    """Refuse a correction after which an entry could not have followed those before it, if it could before."""
    law = ports.law()
    fine_before = {event.id for event in before.events if _follows(before, event, law)}
    known = {event.id for event in before.events}
    for event in after.events:
        was_fine = event.id in fine_before or event.id not in known
        if was_fine and not _follows(after, event, law):
            raise Refused(
                f"With this correction the entry of {event.occurred_on:%-d %B %Y} "
                f"({moves.kind_words(event.kind)}) could not have happened when it did. Correct that entry "
                "first, or check the date you gave.",
                field="occurred_on",
            )


def _follows(facts: Facts, event: Event, law: Any) -> bool:
    earlier = tuple(e for e in facts.events[: facts.events.index(event)])
    state = stages.state_of(Facts(facts.case_id, facts.born_on, earlier), on=event.occurred_on, law=law)
    return stages.can_follow(state, event.kind)


def _point_at(deed: CaseDeed, old: str, new: str) -> None:
    """What referred to the wrong entry (advice to its request, a reply to its consultation) refers to the new one."""
    for event in deed.facts.events:
        changed = {key: new for key in REFERENCES if event.details.get(key) == old}
        if changed:
            why = "It refers to an entry that was corrected."
            body = {**event.details, **changed, "correction_reason": why}
            moved = deed.append(event.kind, event.occurred_on, body, corrects=event.id)
            _point_at(deed, event.id, moved.id)
    Advice.objects.filter(case=deed.case, request_id=old).update(request_id=new)
    AdviceDraft.objects.filter(case=deed.case, request_id=old).update(request_id=new)


def _tell(deed: CaseDeed) -> None:
    for party in letters.family_of(deed.case, on=deed.today):
        letters.tell(
            deed, party, "ENTRY_CORRECTED", "Something in the record of your case was wrong. We put it right."
        )
