"""What nobody needs any more is deleted every night, and nothing else is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

from alongside.app import ports, scope
from alongside.app.actions import intake
from alongside.app.queries import accounts
from alongside.jobs import retention
from alongside.records.models import Intake, LedgerEntry
from cast import HERE, Cast

AT = datetime(2026, 11, 23, 3, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports.PORTS, "now", lambda: AT)


def test_queue_knows_both_jobs_and_runs_them_every_night(cast: Cast) -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert periodic["forget_abandoned_requests"] == "10 3 * * *"
    assert periodic["forget_old_sessions"] == "20 3 * * *"


def test_request_left_for_more_than_13_weeks_is_deleted_and_the_others_stay(cast: Cast) -> None:
    nobody = accounts.nobody(HERE)
    intake.start(by=nobody, at=AT - timedelta(weeks=13, seconds=1))
    kept = intake.start(by=nobody, at=AT - timedelta(weeks=13))
    assert retention.forget_abandoned_requests(0) == 1
    with scope.opened_to_all(HERE):
        assert list(Intake.objects.values_list("id", flat=True)) == [kept.intake_id]
        assert LedgerEntry.objects.get(deed="INTAKES_FORGOTTEN").body == '{"count":1}'
    assert retention.forget_abandoned_requests(0) == 0


def test_session_that_has_run_out_is_deleted_and_a_live_one_stays(db: None) -> None:
    now = timezone.now()  # noqa: TID251  sessions are Django's own, and run out by its clock
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="live", session_data="", expire_date=now + timedelta(days=1))
    retention.forget_old_sessions(0)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["live"]
