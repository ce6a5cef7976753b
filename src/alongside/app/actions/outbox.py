"""Messages leave: each on its own, tried again with longer and longer waits, and never lost.

An attempt is written down before it is made, and its success straight afterwards, each in a transaction of
its own. A message whose success is written down is never sent again. Should the service stop in the moment
between the two, the message is tried again with the same id, by which the receiving server can tell a second
copy.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique
from uuid import UUID

from django.db.models import Q

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.app.ports import CouldNotSend, Outgoing
from alongside.core.case.codes import Stage
from alongside.records.models import OutboxMessage

FIRST_WAIT = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=6)
ALARM_AFTER = 8
"""Attempts after which somebody has to look: by then a day has gone by."""
BLANKED_ONCE_SENT = ("RETURN_CODE",)
"""Messages that hold a secret. Only its hash is kept elsewhere, so it must not stay readable here either."""


@unique
class Outcome(StrEnum):
    """What became of one message this time."""

    SENT = "SENT"
    FAILED = "FAILED"
    WITHDRAWN = "WITHDRAWN"
    NOT_DUE = "NOT_DUE"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The outcome of one attempt. `attempts` counts this one too."""

    message: UUID
    outcome: Outcome
    attempts: int


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts: 2 minutes, 4, 8 … and never more than 6 hours."""
    doublings = min(attempts - 1, 16)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def waiting(*, by: Actor, at: datetime, most: int = 500) -> tuple[UUID, ...]:
    """The messages that may be tried now, the oldest first."""
    with scope.opened(by):
        rows = OutboxMessage.objects.filter(_due(at), authority=by.authority).order_by("created_at", "id")
        return tuple(rows.values_list("id", flat=True)[:most])


def deliver(message_id: UUID, *, by: Actor, at: datetime) -> Delivery:
    """Try one message. Nothing is raised for a message that could not be sent: it waits for its next turn."""
    claimed = _claim(message_id, by, at)
    if isinstance(claimed, Delivery):
        return claimed
    message, attempts = claimed
    try:
        ports.messages().send(message)
    except CouldNotSend as refusal:
        with scope.opened(by):
            OutboxMessage.objects.filter(id=message_id).update(last_error=refusal.why[:200])
        return Delivery(message_id, Outcome.FAILED, attempts)
    with scope.opened(by):
        row = OutboxMessage.objects.filter(id=message_id)
        row.update(sent_at=at, last_error="")
        row.filter(kind__in=BLANKED_ONCE_SENT).update(text="")
    return Delivery(message_id, Outcome.SENT, attempts)


def _claim(message_id: UUID, by: Actor, at: datetime) -> tuple[Outgoing, int] | Delivery:
    """Take the message for one attempt: no other worker sees it as due until its wait is over."""
    with scope.opened(by):
        rows = OutboxMessage.objects.select_for_update(of=("self",), skip_locked=True).select_related("case")
        row = rows.filter(_due(at), id=message_id).first()
        if row is None:
            return Delivery(message_id, Outcome.NOT_DUE, 0)
        if row.case and row.case.stage == Stage.CLOSED_DECEASED:
            row.withdrawn_at = at
            row.save(update_fields=["withdrawn_at"])
            return Delivery(message_id, Outcome.WITHDRAWN, row.attempts)
        row.attempts += 1
        row.next_attempt_at = at + wait_after(row.attempts)
        row.save(update_fields=["attempts", "next_attempt_at"])
        return Outgoing(str(row.id), row.to_email, row.subject, row.text), row.attempts


def _due(at: datetime) -> Q:
    not_before = Q(next_attempt_at=None) | Q(next_attempt_at__lte=at)
    return Q(sent_at=None, withdrawn_at=None) & not_before
