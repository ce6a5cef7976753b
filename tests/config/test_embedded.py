"""The database that comes with Alongside comes back by itself, whatever a kill left behind."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from alongside.config import embedded

Spoil = Callable[[Path], None]


def nothing(folder: Path) -> None:
    """Only the kill."""


def number_of_another(folder: Path) -> None:
    """The number of the killed server belongs to another process now, here to this one."""
    noted = folder / "postmaster.pid"
    _, *rest = noted.read_text().splitlines()
    noted.write_text("\n".join([str(os.getpid()), *rest, ""]))


def half_written(folder: Path) -> None:
    """It was killed while it wrote its file."""
    noted = folder / "postmaster.pid"
    noted.write_text("\n".join(noted.read_text().splitlines()[:3]))


def users_half_written(folder: Path) -> None:
    """A user was killed while it wrote itself into the list of users."""
    (folder / ".handle_pids.json").write_text("[12")


def dead_users(folder: Path) -> None:
    """Users were killed before they could sign off."""
    (folder / ".handle_pids.json").write_text(f"[{embedded.NO_PROCESS}, {os.getpid()}]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server with one row that must outlive every kill."""
    folder = tmp_path_factory.mktemp("db") / "postgres"
    with psycopg.connect(embedded.start(folder)) as connection:
        connection.execute("create table kept as select 42 as answer")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [nothing, number_of_another, half_written, users_half_written, dead_users])
def test_killed_server_comes_back(folder: Path, spoil: Spoil) -> None:
    number = int((folder / "postmaster.pid").read_text().split()[0])
    os.kill(number, signal.SIGKILL)
    time.sleep(0.2)
    spoil(folder)
    with psycopg.connect(embedded.start(folder)) as connection:
        assert connection.execute("select answer from kept").fetchone() == (42,)
    assert (folder / ".handle_pids.json").read_text() == f"[{os.getpid()}]"
    assert int((folder / "postmaster.pid").read_text().split()[0]) != number


def test_starting_a_running_server_uses_it(folder: Path) -> None:
    number = (folder / "postmaster.pid").read_text().split()[0]
    assert embedded.start(folder) == embedded.start(folder)
    assert (folder / "postmaster.pid").read_text().split()[0] == number
