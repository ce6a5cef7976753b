"""Serves the demo: the web server and the worker beside it, both gone when this ends."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from alongside.app import ports
from alongside.app.actions import upkeep
from alongside.app.queries import accounts
from alongside.app.queries.accounts import Persona
from alongside.core.access.roles import ROLES
from alongside.core.refusal import Refused
from alongside.demo.planning.places import AUTHORITY

PROGRAM = (sys.executable, "-m", "alongside.cli.main")
PATIENCE = 30.0
"""Seconds that a process has to start, and to stop, before it is given up on."""


class Stopped(Exception):
    """Somebody asked the demo to end."""


def serve(port: int, say: Callable[[str], None]) -> None:
    """Start both processes, say where and as whom, and wait until one ends or somebody stops this."""
    upkeep.move_on(by=accounts.service(AUTHORITY), at=ports.now())
    signal.signal(signal.SIGTERM, _stop)
    running: list[subprocess.Popen[bytes]] = []
    try:
        running.append(subprocess.Popen([*PROGRAM, "serve", "--port", str(port)], stdout=subprocess.DEVNULL))
        running.append(
            subprocess.Popen([*PROGRAM, "worker"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        _wait_until_it_answers(port, running)
        say(welcome(port, accounts.personas(AUTHORITY, at=ports.now())))
        _watch(running)
    except (KeyboardInterrupt, Stopped):
        say("\nStopping.")
    finally:
        _end(running)


def welcome(port: int, people: Sequence[Persona]) -> str:
    """The address and the people that somebody can sign in as."""
    lines = [f"  {person.name:<18} {_role(person):<34} {person.about}" for person in people]
    return "\n".join(
        [
            "",
            f"Alongside is at http://127.0.0.1:{port}/demo",
            "Everybody is made up. Open the page and choose whom to be:",
            "",
            *lines,
            "",
            "Stop with Ctrl+C.",
        ]
    )


def _role(person: Persona) -> str:
    return ", ".join(ROLES[code].name for code in person.roles) or "nobody yet"


def _wait_until_it_answers(port: int, running: Sequence[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _check_alive(running)
        with socket.socket() as trial:
            trial.settimeout(0.5)
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Refused(f"The web server did not answer on port {port} within {PATIENCE:.0f} seconds.")


def _watch(running: Sequence[subprocess.Popen[bytes]]) -> None:
    while True:
        _check_alive(running)
        time.sleep(0.5)


def _check_alive(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is not None:
            name = list(process.args)[-1] if isinstance(process.args, list) else "A process"
            raise Refused(
                f"“{name}” ended by itself (exit status {process.returncode}). See what it said above."
            )


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
