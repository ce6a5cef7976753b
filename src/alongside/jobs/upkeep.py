"""Keeps the lists true: moved on as the day changes, compared with the chronology every night."""

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from alongside.app import ports
from alongside.app.actions import upkeep
from alongside.app.queries import accounts

log = structlog.get_logger(__name__)


@app.periodic(cron="5 * * * *")
@app.task(name="move_lists_on", queueing_lock="move_lists_on", lock="upkeep")
def move_lists_on(timestamp: int) -> int:
    """Every hour, since the civil day in London changes at another hour of UTC in summer than in winter."""
    return upkeep.move_on(by=accounts.service(settings.AUTHORITY), at=ports.now())


@app.periodic(cron="40 2 * * *")
@app.task(name="compare_lists", queueing_lock="compare_lists", lock="upkeep")
def compare_lists(timestamp: int) -> int:
    """Every night. Any difference is an alarm: in the ledger, to the authority by e-mail, and in the log."""
    compared = upkeep.check(by=accounts.service(settings.AUTHORITY), at=ports.now())
    if compared.differences:
        log.error("lists_differ", count=len(compared.differences))
    return len(compared.differences)
