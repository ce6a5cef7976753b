"""Records what happened to a case where it is not a step of ours that has its own page.

The list is closed (`app.recordable.table`): what another area decides, serves or asks for is recorded by that
area's deed, with its papers. Here stand the news that reach the service, and the steps of reviews, disputes,
moves and endings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.app import doing, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.recordable import about, reading
from alongside.app.recordable.entry import Entry, Type
from alongside.app.recordable.table import BY_KIND
from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.records.models import Organisation, OutboxMessage

ELSEWHERE = "This cannot be recorded here: it has a page of its own, with the papers that belong to it."


@dataclass(frozen=True, slots=True)
class Happening:
    """One piece of news: what, on which day it happened, and the particulars that its kind needs.

    A particular is given as a value (a date, a bool, a number) or as the text of one.
    """

    kind: EventKind
    occurred_on: date
    details: Mapping[str, Any]


def record(case_id: UUID, happening: Happening, *, by: Actor, at: datetime) -> str:
    """Add it to the chronology and return the id of its event.

    Raises `Refused` for a kind that has its own page, for a particular that is missing or makes no sense, and
    where it cannot follow what is recorded.
    """
    entry = BY_KIND.get(happening.kind)
    if entry is None:
        raise Refused(ELSEWHERE)
    with doing.on_case(case_id, entry.needs, by=by, at=at) as deed:
        details = particulars(deed, entry, happening.details, happening.occurred_on)
        _check_may_follow(deed, entry, happening)
        details |= _about(deed, entry, happening, details)
        event = deed.append(happening.kind, happening.occurred_on, details)
        if happening.kind is EventKind.DIED:
            deed.note("MESSAGES_WITHDRAWN", count=_withdraw_messages(deed))
        return event.id


def particulars(deed: CaseDeed, entry: Entry, given: Mapping[str, Any], occurred_on: date) -> dict[str, Any]:
    """The particulars as they are kept. Raises `Refused` for what is missing, does not belong or makes no sense."""
    found = reading.read(entry, given, occurred_on=occurred_on, today=deed.today)
    for each in entry.particulars:
        if each.type is Type.AUTHORITY and found.get(each.key) == deed.by.authority:
            sentence = f"{found[each.key]} is this authority itself. Enter the number of the other one."
            raise Refused(sentence, field=each.key)
        if each.type is Type.BODY and each.key in found:
            _body(deed, found[each.key], "ICB", each.key)
        if each.type is Type.SETTING and "organisation" in found:
            found["setting_name"] = _body(deed, found["organisation"], "SETTING", each.key)
    return found


def _body(deed: CaseDeed, ident: str, kind: str, field: str) -> str:
    """The name of a body on record here."""
    try:
        rows = Organisation.objects.filter(authority=deed.by.authority, kind=kind, id=UUID(ident))
    except ValueError:
        rows = Organisation.objects.none()
    name = rows.values_list("name", flat=True).first()
    if name is None:
        raise Refused(
            "That body is not on record in this area. Choose one of those that are listed.", field=field
        )
    return name


def _check_may_follow(deed: CaseDeed, entry: Entry, happening: Happening) -> None:
    """Before anything is asked about what it belongs to: a day that is to come is refused by the deed."""
    if happening.occurred_on <= deed.today:
        state = stages.state_of(deed.facts, on=happening.occurred_on, law=ports.law())
        if entry.at is not None and state.assess is not entry.at:
            raise Refused(ELSEWHERE)
        stages.check_may_follow(state, happening.kind)


def _about(deed: CaseDeed, entry: Entry, happening: Happening, given: Mapping[str, Any]) -> dict[str, str]:
    """What the news is about: as given, or the only thing that it can be about."""
    found: dict[str, str] = {}
    for each in entry.particulars:
        if each.type not in (Type.DECISION, Type.EARLIER):
            continue
        if each.of is not None:
            known = about.earlier(deed.facts, each.of)
        else:
            state = stages.state_of(deed.facts, on=happening.occurred_on, law=ports.law())
            known = about.decisions(state, deed.facts, entry.kind)
        ids = [one.id for one in known]
        if given.get(each.key):
            if given[each.key] not in ids:
                raise Refused("That is no longer open. Choose one of those that are listed.", field=each.key)
        elif each.missing and len(ids) == 1:
            found[each.key] = ids[0]
        elif each.missing and (ids or each.of is not None):
            nothing = "Nothing is on record that this could be about. Record that first."
            raise Refused(each.missing if ids else nothing, field=each.key)
    return found


def _withdraw_messages(deed: CaseDeed) -> int:
    """Nothing that waits to be sent about a child who has died ever leaves, and nothing new is written."""
    deed.messages.clear()
    waiting = OutboxMessage.objects.filter(case=deed.case, sent_at=None, withdrawn_at=None)
    return waiting.update(withdrawn_at=deed.at)
