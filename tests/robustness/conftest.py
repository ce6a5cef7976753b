"""A real server: gunicorn as `alongside serve` starts it, over a database of its own, in processes of their own."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from http_person import Browser

HOUSE = Path(__file__).with_name("house.py")
SOURCES = Path(__file__).resolve().parents[2] / "src"
UP_WITHIN = 90.0  # seconds, on a machine that does other work too


@dataclass(slots=True)
class House:
    """Where the server listens, who and what is in its records, and its first process."""

    home: Path
    port: int
    env: dict[str, str]
    held: dict[str, Any]
    server: subprocess.Popen[bytes]

    def someone(self, name: str) -> Browser:
        """Somebody signed in."""
        browser = Browser(self.port, self.held["people"][name])
        browser.sign_in()
        return browser

    def tell(self, *what: str) -> Any:
        """What the program beside the server answers."""
        return _house(self.env, *what)

    def processes(self) -> list[int]:
        """The processes of the server, the first included."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.server.pid)], capture_output=True, text=True, check=True
        )
        return [self.server.pid, *sorted(int(line) for line in found.stdout.split())]

    def most_memory(self) -> int:
        """Bytes of the fullest that any process of the server has been."""
        return max(_status(number, "VmHWM") for number in self.processes())


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Built once, since it takes half a minute; tests leave it alive, and say so where they look."""
    home = tmp_path_factory.mktemp("house")
    settings = {"ALONGSIDE_HOME": str(home), "ALONGSIDE_DEMO": "yes", "ALONGSIDE_TODAY": "2026-11-23"}
    env = {**os.environ, **settings, "PYTHONPATH": str(SOURCES)}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        env.pop(name, None)
    held = _house(env, "fill")
    port = _free_port()
    with (home / "server.log").open("wb") as log:
        line = [sys.executable, "-m", "alongside.cli.main", "serve", "--port", str(port)]
        server = subprocess.Popen(line, env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait(port)
        yield House(home, port, env, held, server)
        server.send_signal(signal.SIGTERM)
        assert server.wait(60) == 0
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _house(env: dict[str, str], *what: str) -> Any:
    done = subprocess.run(
        [sys.executable, str(HOUSE), *what], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def _wait(port: int) -> None:
    until = time.monotonic() + UP_WITHIN
    while True:
        try:
            if Browser(port).ask("GET", "/demo")[0] == http.client.OK:
                return
        except OSError:
            assert time.monotonic() < until, "The server did not start."
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _status(process: int, name: str) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    return 0
