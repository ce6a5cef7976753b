"""Ivy's case with an assessment that has begun: everybody was asked on Monday 23 November 2026."""

from datetime import datetime, timedelta
from uuid import UUID

from alongside.app import doing, scope
from alongside.app.actions import advice, advice_answers
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.records.models import AdviceRequest, CaseEvent
from cast import Cast

A_JPEG = b"\xff\xd8\xff\xe0" + b"0" * 64


def later(cast: Cast, days: int) -> datetime:
    """The same time of day, so many days after the cast's day."""
    return cast.at + timedelta(days)


def asked(cast: Cast) -> UUID:
    """The decision to assess, with every required adviser asked in the same deed. Returns the case's id."""
    case = cast.case.case_id
    with doing.on_case(case, Permission.DECIDE_TO_ASSESS, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.DECISION_TO_ASSESS_NOTIFIED, deed.today, {})
        advice.ask_all_required(deed)
    return case


def request_for(cast: Cast, kind: AdviceKind) -> str:
    """The id of the request of this kind."""
    with scope.opened(cast.officer):
        return str(AdviceRequest.objects.get(case=cast.case.case_id, kind=kind).id)


def row(cast: Cast, request_id: str) -> AdviceRequest:
    """The request as the lists have it now."""
    with scope.opened(cast.officer):
        return AdviceRequest.objects.get(id=request_id)


def taken_by(cast: Cast, who: Actor, kind: AdviceKind) -> str:
    """A request that was asked of the body and taken by one of its people."""
    request = request_for(cast, kind)
    advice_answers.take(cast.case.case_id, request, by=who, at=cast.at)
    return request


def events(cast: Cast, kind: EventKind) -> list[CaseEvent]:
    """Every event of a kind, in order."""
    with scope.opened(cast.officer):
        return list(CaseEvent.objects.filter(case=cast.case.case_id, kind=kind).order_by("position"))
