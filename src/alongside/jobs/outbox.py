"""Sends what waits in the outbox, every minute."""

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from alongside.app import ports
from alongside.app.actions import outbox
from alongside.app.actions.outbox import ALARM_AFTER, Delivery, Outcome
from alongside.app.queries import accounts

log = structlog.get_logger(__name__)


def deliver_what_waits() -> list[Delivery]:
    """Try each message that may be tried now, on its own: one that fails holds up no other."""
    by = accounts.service(settings.AUTHORITY)
    found = []
    for message in outbox.waiting(by=by, at=ports.now()):
        delivery = outbox.deliver(message, by=by, at=ports.now())
        if delivery.outcome is Outcome.FAILED and delivery.attempts >= ALARM_AFTER:
            log.error("message_stuck", entry=str(delivery.message), attempt=delivery.attempts)
        found.append(delivery)
    return found


@app.periodic(cron="* * * * *")
@app.task(name="deliver_outbox", queueing_lock="deliver_outbox", lock="deliver_outbox")
def deliver_outbox(timestamp: int) -> int:
    """The job. Returns how many messages were sent."""
    return sum(1 for delivery in deliver_what_waits() if delivery.outcome is Outcome.SENT)
