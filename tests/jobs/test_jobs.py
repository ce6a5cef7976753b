"""The jobs: they are known to the queue, they run when they should, and they do what their deeds do."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core import mail
from procrastinate.contrib.django import app

from alongside.app import ports, scope
from alongside.jobs import outbox, upkeep
from alongside.records.models import Case, OutboxMessage
from cast import HERE, Cast


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports.PORTS, "now", lambda: datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


def test_queue_knows_each_job_and_when_it_runs(cast: Cast) -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert periodic["deliver_outbox"] == "* * * * *"
    assert periodic["move_lists_on"] == "5 * * * *"
    assert periodic["compare_lists"] == "40 2 * * *"


def test_outbox_job_sends_what_waits(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        OutboxMessage.objects.all().delete()
        OutboxMessage.objects.create(
            authority_id=HERE, kind="TEST", to_email="a@example.org", subject="s", text="t",
            created_at=datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        )  # fmt: skip
    assert outbox.deliver_outbox(0) == 1
    assert outbox.deliver_outbox(0) == 0
    assert len(mail.outbox) == 1


def test_nightly_job_finds_no_difference_where_there_is_none(cast: Cast) -> None:
    assert upkeep.compare_lists(0) == 0


def test_nightly_job_counts_the_differences(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        Case.objects.update(last_event_on=date(2000, 1, 1))
    assert upkeep.compare_lists(0) == 1


def test_lists_move_on_when_a_day_has_passed(cast: Cast, monkeypatch: Any) -> None:
    assert upkeep.move_lists_on(0) == 0
    monkeypatch.setattr(ports.PORTS, "now", lambda: datetime(2026, 12, 30, 12, 0, tzinfo=UTC))
    assert upkeep.move_lists_on(0) == 1
