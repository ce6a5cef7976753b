"""What a killed worker left half done is taken up again, so that no lock is held for ever."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from alongside.jobs import stalled
from alongside.jobs.outbox import deliver_outbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_queue(transactional_db: None) -> Iterator[None]:
    """The tables of the queue are not emptied with the others."""
    _empty()
    yield
    _empty()


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs; delete from procrastinate_workers")


def half_done(seconds_silent: int) -> int:
    """A job in the hands of a worker that has been silent for so long."""
    job = deliver_outbox.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - %s * interval '1 second') "
            "returning id",
            [seconds_silent],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where id = %s", [worker, job]
        )
    return job


def status(job: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select status from procrastinate_jobs where id = %s", [job])
        return str(cursor.fetchone()[0])


def take_up() -> int:
    context: Any = SimpleNamespace(app=app)
    return async_to_sync(stalled.take_up_again.func)(context, 0)


def test_job_of_a_silent_worker_waits_again() -> None:
    job = half_done(31)
    assert take_up() == 1
    assert status(job) == "todo"


def test_job_of_a_living_worker_is_left_alone() -> None:
    job = half_done(5)
    assert take_up() == 0
    assert status(job) == "doing"


def test_job_whose_next_run_waits_already_gives_way_to_it() -> None:
    job = half_done(31)
    following = deliver_outbox.defer(timestamp=60)
    assert take_up() == 1
    assert status(job) == "failed"
    assert status(following) == "todo"


def test_every_job_module_is_known_to_the_worker() -> None:
    app.perform_import_paths()
    assert {"forget_abandoned_requests", "take_up_again"} <= app.tasks.keys()
