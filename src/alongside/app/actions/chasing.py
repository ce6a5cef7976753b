"""Advice that is due or late is asked after by the service itself, step by step, each step once.

The steps are data (`core.case.chasers`). Whoever forgets to run this for some days loses nothing: the next run
takes the latest step that has come. Advice whose limit an exception took away is left to a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from alongside.app import doing, dues, ports, scope
from alongside.app.actions import advice
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.case import chasers
from alongside.core.case.chasers import ChasedTo, Step
from alongside.core.case.codes import Channel, EventKind, TimerState
from alongside.core.case.history import AdviceRequest as Asked
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, Organisation, Position

FIRST = timedelta(days=-min(step.days for step in chasers.STEPS))
"""How long before the due day the first step comes."""


@dataclass(frozen=True, slots=True)
class Chased:
    """What one run did. `refused` are references of cases that could not be chased, with the reason."""

    reminders: int
    escalations: int
    refused: tuple[tuple[str, str], ...] = ()


def chase_due(*, by: Actor, at: datetime) -> Chased:
    """Take every step that has come in every open case of the authority. Run it again: nothing is sent twice."""
    on = ports.today(at)
    with scope.opened(by):
        rows = AdviceRequest.objects.filter(
            authority=by.authority, is_open=True, statutory_due__lte=on + FIRST
        )
        waiting = list(rows.order_by("case_id").values_list("case_id", "case__reference").distinct())
    taken: list[Step] = []
    refused: list[tuple[str, str]] = []
    for case_id, reference in waiting:
        try:
            taken += chase_case(case_id, by=by, at=at)
        except Refused as refusal:
            refused.append((reference, refusal.sentence))
    to_manager = sum(step.to is ChasedTo.MANAGER for step in taken)
    return Chased(len(taken) - to_manager, to_manager, tuple(refused))


def chase_case(case_id: UUID, *, by: Actor, at: datetime) -> tuple[Step, ...]:
    """Take every step that has come in one case; returns the steps."""
    with doing.on_case(case_id, Permission.CHASE_ADVICE, by=by, at=at) as deed:
        due = {
            duty.subject: duty.statutory_due
            for duty in dues.of(deed.facts, "A04", on=deed.today)
            if duty.state in (TimerState.RUNNING, TimerState.OVERDUE)
        }
        found: list[Step] = []
        for request in advice.open_requests(deed):
            last = due.get(request.id)
            if last is not None:
                steps = _steps(deed, request, last)
                for step in steps:
                    _take(deed, request, step, last)
                found += steps
        return tuple(found)


def _steps(deed: CaseDeed, request: Asked, due: date) -> tuple[Step, ...]:
    chased = [
        event
        for event in deed.facts.events
        if event.kind is EventKind.ADVICE_CHASED and event.details.get("request") == request.id
    ]
    by_hand = [event.occurred_on for event in chased if not event.details.get("step")]
    taken = {str(event.details["step"]) for event in chased if event.details.get("step")}
    return chasers.steps_to_take(due, taken, max(by_hand, default=None), on=deed.today)


def _take(deed: CaseDeed, request: Asked, step: Step, due: date) -> None:
    to_manager = step.to is ChasedTo.MANAGER
    details = {
        "request": request.id,
        "channel": Channel.EMAIL,
        "to": "the SEND manager" if to_manager else request.asked_name,
        "step": step.code,
    }
    deed.append(EventKind.ADVICE_CHASED, deed.today, details)
    if to_manager:
        _tell_managers(deed, request, due)
    elif request.organisation:
        body = Organisation.objects.get(id=request.organisation)
        advice.tell_body(deed, body, request.kind, "ADVICE_CHASED", step.words)


def _tell_managers(deed: CaseDeed, request: Asked, due: date) -> None:
    about = f"{request.asked_name}: advice is late, it was due on {due:%-d %B %Y}"
    text = f"{about}\n\nReference: {deed.case.reference}\nSign in to see it: {ports.address()}\n"
    for email in _managers(deed):
        deed.tell(email, "ADVICE_ESCALATED", f"{deed.case.reference}: {about}"[:200], text)


def _managers(deed: CaseDeed) -> Iterable[str]:
    in_force = Q(starts_on__lte=deed.today) & (Q(ends_before=None) | Q(ends_before__gt=deed.today))
    rows = Position.objects.filter(
        in_force, authority=deed.case.authority_id, role=RoleCode.SEND_MANAGER, account__is_active=True
    )
    return rows.order_by("account__email").values_list("account__email", flat=True).distinct()
