"""`alongside worker`: does the jobs: sends messages, checks the lists against the record."""

import asyncio
import signal
from contextlib import suppress
from typing import Annotated, Any

import typer

from alongside.cli import started

app = typer.Typer()

TIME_TO_FINISH = 30  # seconds that a job under way is given when the worker is asked to stop
PAUSE = 2.0  # seconds before the database is tried again


@app.command()
def worker(
    once: Annotated[bool, typer.Option(help="Do what waits, then stop.")] = False,
    concurrency: Annotated[int, typer.Option(help="Jobs done at a time.")] = 2,
) -> None:
    """Work on the queue until stopped. More than one may run; none does another's job twice."""
    started.start()
    asyncio.run(_work(once=once, concurrency=concurrency))


async def _work(*, once: bool, concurrency: int) -> None:
    """Work until asked to stop. Where the database goes away, wait for it and go on."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    while not stop.is_set():
        working = asyncio.create_task(_shift(wait=not once, concurrency=concurrency))
        asked = asyncio.create_task(stop.wait())
        await asyncio.wait({working, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        fault = await _ended(working)
        if once:
            if fault:
                raise fault
            return
        if not stop.is_set():
            typer.echo("The worker stopped because the database went away. It tries again.", err=True)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PAUSE)


async def _shift(*, wait: bool, concurrency: int) -> None:
    """From taking up work to the end of the connection or of the queue."""
    from procrastinate import PsycopgConnector
    from procrastinate.contrib.django import app as jobs
    from procrastinate.contrib.django import connector_params

    connector: Any = PsycopgConnector(kwargs=connector_params(), timeout=PAUSE * 5)
    with jobs.replace_connector(connector) as working:
        async with working.open_async():
            await working.run_worker_async(
                wait=wait,
                concurrency=concurrency,
                install_signal_handlers=False,
                shutdown_graceful_timeout=TIME_TO_FINISH,
            )


async def _ended(working: "asyncio.Task[None]") -> Exception | None:
    """Stop taking up work, let what is under way finish, and say what went wrong with the database, if anything."""
    from procrastinate.exceptions import ConnectorException
    from psycopg import OperationalError
    from psycopg_pool import PoolTimeout

    working.cancel()
    try:
        await working
    except asyncio.CancelledError:
        return None
    except (ConnectorException, OperationalError, PoolTimeout) as fault:
        return fault
    return None
