"""Advice is asked for, chased and taken back. The answers are in `advice_answers.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import telling
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind, Channel, EventKind
from alongside.core.case.episodes import history
from alongside.core.case.history import AdviceRequest
from alongside.core.case.required_advice import kinds_required
from alongside.core.refusal import Refused
from alongside.records.models import Organisation

FAMILY_NAME = "the family"
UNNAMED = {
    AdviceKind.EDUCATIONAL: "the authority’s own education adviser",
    AdviceKind.MEDICAL: "the integrated care board",
    AdviceKind.PSYCHOLOGICAL: "the educational psychology service",
    AdviceKind.SOCIAL_CARE: "children’s social care",
    AdviceKind.PREPARING_FOR_ADULTHOOD: "the preparing for adulthood team",
    AdviceKind.SENSORY: "the specialist teaching service",
}
"""How a request is worded where the authority has not said which of its bodies gives this kind of advice."""

READ_BY = {
    AdviceKind.MEDICAL: RoleCode.DESIGNATED_CLINICAL_OFFICER,
    AdviceKind.EDUCATIONAL: RoleCode.SENCO,
}
"""Who at a body without an address of its own is told of a request (SEND Code of Practice 3.48, 6.90)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One body or person to ask. `name` is how it is named in words; `person` a named professional, if known."""

    kind: AdviceKind
    name: str
    organisation: UUID | None = None
    person: UUID | None = None


def ask_all_required(deed: CaseDeed, also: Sequence[Asked] = ()) -> tuple[str, ...]:
    """Within a deed: ask everybody whom regulation 6 requires, and those in `also`, on the day of the deed.

    `also` are people whom the family reasonably asked the authority to seek advice from (reg 6(1)(h)) and any
    other person the authority thinks appropriate (reg 6(1)(f)). Returns the ids of the requests. A kind already
    asked for in the open episode is not asked for again.
    """
    requests = open_requests(deed)
    kinds = {request.kind for request in requests}
    names = {(request.kind, request.asked_name) for request in requests}
    required = [kind for kind in kinds_required(deed.facts, on=deed.today) if kind not in kinds]
    wanted = [asked_by_default(deed, kind) for kind in required]
    wanted += [asked for asked in also if (asked.kind, asked.name) not in names]
    return tuple(_ask(deed, asked) for asked in wanted)


def ask(case_id: UUID, asked: Asked, *, by: Actor, at: datetime) -> str:
    """Ask one more body or person. Returns the id of the request."""
    if not asked.name.strip():
        raise Refused("Say whom to ask: a body or a person.", field="name")
    with doing.on_case(case_id, Permission.REQUEST_ADVICE, by=by, at=at) as deed:
        body = str(asked.organisation or "")
        for request in open_requests(deed):
            same = request.organisation == body if body else request.asked_name == asked.name
            if request.kind is asked.kind and same:
                raise Refused(
                    f"{asked.name} was asked for this advice already and has not answered.", field="name"
                )
        return _ask(deed, asked)


def chase(
    case_id: UUID, request_id: str, *, by: Actor, at: datetime, channel: Channel = Channel.EMAIL
) -> None:
    """Remind the body asked that its advice is due, or late."""
    with doing.on_case(case_id, Permission.CHASE_ADVICE, by=by, at=at) as deed:
        request = open_request(deed, request_id)
        deed.append(
            EventKind.ADVICE_CHASED,
            deed.today,
            {"request": request.id, "channel": channel, "to": request.asked_name},
        )
        if channel is Channel.EMAIL and request.organisation:
            body = Organisation.objects.get(id=request.organisation)
            tell_body(
                deed, body, request.kind, "ADVICE_CHASED", "Advice that we asked you for has not come yet"
            )


def cancel(case_id: UUID, request_id: str, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a request back, with the reason. Advice that the law requires is asked for again, not cancelled."""
    if not reason.strip():
        raise Refused("Say why the request is taken back.", field="reason")
    with doing.on_case(case_id, Permission.REQUEST_ADVICE, by=by, at=at) as deed:
        request = open_request(deed, request_id)
        required = request.kind in kinds_required(deed.facts, on=deed.today)
        if required and sum(r.kind is request.kind for r in open_requests(deed)) == 1:
            raise Refused(
                "The law requires this advice (SEND Regulations 2014, regulation 6(1)), so the only request for "
                "it cannot be taken back. Ask another body for it first.",
            )
        deed.append(
            EventKind.ADVICE_REQUEST_CANCELLED, deed.today, {"request": request.id, "reason": reason.strip()}
        )


def requests_of(deed: CaseDeed) -> tuple[AdviceRequest, ...]:
    """Every request for advice of the latest episode, answered or not."""
    told = history(deed.facts).episodes
    return told[-1].advice if told else ()


def open_requests(deed: CaseDeed) -> tuple[AdviceRequest, ...]:
    """The requests of the latest episode that nobody has answered or taken back."""
    return tuple(r for r in requests_of(deed) if r.received_on is None and not r.cancelled)


def open_request(deed: CaseDeed, request_id: str) -> AdviceRequest:
    """One unanswered request of this case. Raises `Refused` where it was answered, taken back or never made."""
    for request in open_requests(deed):
        if request.id == request_id:
            return request
    raise Refused(
        "This request for advice is no longer open: it was answered or taken back. Look at the list again."
    )


def asked_by_default(deed: CaseDeed, kind: AdviceKind) -> Asked:
    """Whom the authority asks for a kind of advice: the setting attended, or the body that provides it."""
    if kind is AdviceKind.PARENT_OR_YOUNG_PERSON:
        return Asked(kind, FAMILY_NAME)
    if kind is AdviceKind.EDUCATIONAL and deed.case.setting is not None:
        return Asked(kind, deed.case.setting.name, deed.case.setting.id)
    body = (
        Organisation.objects.filter(authority=deed.case.authority_id, provides=kind).order_by("name").first()
    )
    return Asked(kind, body.name, body.id) if body else Asked(kind, UNNAMED.get(kind, "an adviser"))


def _ask(deed: CaseDeed, asked: Asked) -> str:
    event = deed.append(
        EventKind.ADVICE_REQUESTED,
        deed.today,
        {
            "advice_kind": asked.kind,
            "organisation": str(asked.organisation or ""),
            "asked": str(asked.person or ""),
            "asked_name": asked.name,
            # put before the body in this system at once, so received on the day it is made
            "body_received_on": deed.today.isoformat(),
        },
    )
    if asked.organisation is not None:
        body = Organisation.objects.get(id=asked.organisation)
        about = "We ask for your advice for an EHC needs assessment"
        tell_body(deed, body, asked.kind, "ADVICE_REQUESTED", about)
    return event.id


def tell_body(deed: CaseDeed, body: Organisation, kind: AdviceKind | None, code: str, about: str) -> None:
    """Within a deed: tell the body; medical advice through its designated clinical officer, a school its SENCO.

    Where nobody there holds that role, everybody there is told, so that no request lies unread.
    """
    role = READ_BY.get(kind) if kind else None
    if not telling.tell(deed, body, code, about, role=role) and role is not None:
        telling.tell(deed, body, code, about)
