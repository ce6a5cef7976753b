"""Requests for an EHC needs assessment reach the authority. The clock starts on the day received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, ports, scope
from alongside.app.actions import children, owners
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind, RequestSource
from alongside.core.refusal import Refused


@dataclass(frozen=True, slots=True)
class NewRequest:
    """One request as it came. `received_on` is the day it reached the authority, not the day it was typed."""

    received_on: date
    source: RequestSource
    channel: Channel
    requested_by: str
    logged_late_reason: str = ""
    brought_to_attention: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    """The case that a request now has."""

    case_id: UUID
    reference: str
    request_id: str


def register(
    child: NewChild, parties: Sequence[NewParty], request: NewRequest, *, by: Actor, at: datetime
) -> Registered:
    """Open a case for a child who has none, record the request and give the case an owner, or do nothing.

    Whether the child has a case already is for a person to decide first (`queries.people.possible_same`):
    nothing is merged here.
    """
    today = ports.today(at)
    decide.check_act(Permission.REGISTER_REQUEST, roles=by.roles)
    children.check_child(child, on=today)
    check_request(request, on=today)
    with scope.opened(by):
        case = children.open_case(child, parties, by=by, at=at)
        with doing.on_new_case(case, by=by, at=at) as deed:
            event_id = _record(deed, request)
            owners.give_to_least_busy(deed)
            deed.note(Permission.REGISTER_REQUEST)
    return Registered(case.id, case.reference, event_id)


def record_received(case_id: UUID, request: NewRequest, *, by: Actor, at: datetime) -> Registered:
    """Record a request for a child who has a case already: a new episode, or a second request in an open one."""
    check_request(request, on=ports.today(at))
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        event_id = _record(deed, request)
        if deed.case.owner_id is None:
            owners.give_to_least_busy(deed)
        return Registered(deed.case.id, deed.case.reference, event_id)


def check_request(request: NewRequest, *, on: date) -> None:
    """Refuse a request whose day cannot be right."""
    if request.received_on > on:
        raise Refused(
            f"The day received, {request.received_on:%-d %B %Y}, is in the future. "
            "Give the day on which the request reached the authority.",
            field="received_on",
        )
    if (on - request.received_on).days > 3 and not request.logged_late_reason.strip():
        raise Refused(
            f"The request was received on {request.received_on:%-d %B %Y}, more than three days ago. "
            "Say why it is registered only now: the legal clock has been running since it was received.",
            field="logged_late_reason",
        )
    if not request.requested_by.strip():
        raise Refused("Enter the name of the person who asked.", field="requested_by")


def _record(deed: CaseDeed, request: NewRequest) -> str:
    kind = EventKind.ATTENTION_S24 if request.brought_to_attention else EventKind.REQUEST_RECEIVED
    event = deed.append(
        kind,
        request.received_on,
        {
            "source": request.source,
            "channel": request.channel,
            "requested_by": request.requested_by,
            "logged_late_reason": request.logged_late_reason,
        },
    )
    return event.id
