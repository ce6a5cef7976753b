"""Takes over the returns that were handed in on a page, every minute, one after the other."""

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from alongside.app import ports
from alongside.app.queries import accounts
from alongside.integrations.sen2 import load

log = structlog.get_logger(__name__)


def take_over_what_waits() -> int:
    """Take over each file that waits, in the order in which they came. Returns how many there were."""
    by = accounts.service(settings.AUTHORITY)
    count = 0
    while (run := load.take_over_waiting(by=by, at=ports.now())) is not None:
        log.info("return_dealt_with", entry=str(run))
        count += 1
    return count


@app.periodic(cron="* * * * *")
@app.task(name="take_over_returns", queueing_lock="take_over_returns", lock="take_over_returns")
def take_over_returns(timestamp: int) -> int:
    """The job."""
    return take_over_what_waits()
