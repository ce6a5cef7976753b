"""Deletes what nobody needs any more, and what may be kept no longer (`records/retention.py`)."""

from importlib import import_module

from django.conf import settings
from procrastinate.contrib.django import app

from alongside.app import ports
from alongside.app.actions import intake, retention
from alongside.app.queries import accounts


@app.periodic(cron="10 3 * * *")
@app.task(name="forget_abandoned_requests", queueing_lock="forget_abandoned_requests", lock="retention")
def forget_abandoned_requests(timestamp: int) -> int:
    """Every night: requests begun and not touched for 13 weeks. Returns how many; the ledger has the number."""
    return intake.forget_abandoned(by=accounts.service(settings.AUTHORITY), at=ports.now())


@app.periodic(cron="20 3 * * *")
@app.task(name="forget_old_sessions", queueing_lock="forget_old_sessions", lock="retention")
def forget_old_sessions(timestamp: int) -> None:
    """Every night: sessions that have run out, wherever this install keeps them."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@app.periodic(cron="30 3 * * *")
@app.task(name="erase_what_is_past_its_time", queueing_lock="erase_what_is_past_its_time", lock="retention")
def erase_what_is_past_its_time(timestamp: int) -> int:
    """Every night: cases, accounts, messages, imports and samples whose time has ended. Returns how many cases."""
    by, at = accounts.service(settings.AUTHORITY), ports.now()
    erased = retention.erase_cases(by=by, at=at)
    retention.erase_accounts(by=by, at=at)
    retention.erase_loose_messages(by=by, at=at)
    retention.erase_import_details(by=by, at=at)
    retention.erase_samples(by=by, at=at)
    return erased
