"""Asks after advice that is due or late, every morning."""

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from alongside.app import ports
from alongside.app.actions import chasing
from alongside.app.queries import accounts

log = structlog.get_logger(__name__)


@app.periodic(cron="30 6 * * *")
@app.task(name="chase_advice", queueing_lock="chase_advice", lock="chase_advice")
def chase_advice(timestamp: int) -> int:
    """The job. Returns how many steps were taken; each is taken once, however often this runs."""
    done = chasing.chase_due(by=accounts.service(settings.AUTHORITY), at=ports.now())
    for reference, _ in done.refused:
        log.error("advice_not_chased", entry=reference)
    return done.reminders + done.escalations
