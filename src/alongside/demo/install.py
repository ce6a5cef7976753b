"""The demo's own install: it is only ever filled, or thrown away, where everybody in it is made up."""

import json
import os
import socket
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alongside.core.refusal import Refused

MARK = "demo.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """What was built here: written when a build has ended, so a build that broke off is not taken for one."""

    size: str
    seed: int
    on: date


def ask_for_demo(on: date | None) -> None:
    """Turn the demo on for this process and those that it starts, unless this is somebody's own database."""
    if not os.environ.get("DATABASE_URL"):
        os.environ.setdefault("ALONGSIDE_DEMO", "yes")
    if on is not None:
        os.environ["ALONGSIDE_TODAY"] = on.isoformat()


def check_port_is_free(port: int) -> None:
    """Refuse a port that something else listens on."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            raise Refused(f"Port {port} is taken. Choose another, for example --port {port + 1}.") from None


def check_is_demo() -> None:
    """Refuse to touch an install that is not one of made-up people."""
    from django.conf import settings

    if not settings.DEMO:
        raise Refused(
            "This install is not a demo, so no synthetic area is built in it. To build one in a database of its own, "
            "set ALONGSIDE_DEMO=yes and run this again."
        )


def mark() -> Mark | None:
    """What was built here, if a build has ended."""
    path = _path()
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    return Mark(found["size"], found["seed"], date.fromisoformat(found["on"]))


def set_mark(made: Mark) -> None:
    """Say that a build has ended."""
    text = json.dumps({"size": made.size, "seed": made.seed, "on": made.on.isoformat()})
    _path().write_text(text, encoding="utf-8")


def prepare() -> None:
    """Create or bring up to date the tables, the cache and the job queue."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def throw_away() -> None:
    """Drop the demo's database and make it anew, empty. Raises `Refused` for a database that is not the demo's own."""
    from django.db import connection
    from psycopg import sql

    check_is_demo()
    if os.environ.get("DATABASE_URL"):
        raise Refused(
            "--fresh throws a whole database away and does so only with the one that Alongside brings. DATABASE_URL "
            "names another: empty that one yourself."
        )
    name = sql.Identifier(str(connection.settings_dict["NAME"]))
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql.SQL("drop database {} with (force)").format(name))
        cursor.execute(sql.SQL("create database {} encoding 'UTF8' template template0").format(name))
    _path().unlink(missing_ok=True)


def _path() -> Path:
    from django.conf import settings

    return Path(settings.HOME) / MARK
