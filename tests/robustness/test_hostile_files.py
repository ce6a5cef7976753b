"""Hostile files through the front doors of a real server: a sentence each time, no fault, and no process that dies."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

import hostile_files as hostile
from http_person import SEE_OTHER, Browser

if TYPE_CHECKING:
    from conftest import House

pytestmark = pytest.mark.slow
UNPROCESSABLE, TOO_LARGE = 422, 413
MEGABYTE = 1_000_000
ROOM = 80 * MEGABYTE
"""By how much a process may grow: a few files of the largest size, in memory for the moment of being looked at."""
SUMMARY = re.compile(r'class="[^"]*govuk-error-summary__list[^"]*">(.*?)</ul>', re.DOTALL)


def sentence(page: str) -> str:
    """The first error of a page, in words."""
    found = SUMMARY.search(page)
    assert found is not None, page[:2000]
    return html.unescape(re.sub(r"<[^>]+>", " ", found.group(1))).strip()


def asker(house: House) -> Browser:
    """Somebody without an account who has begun a request."""
    browser = Browser(house.port)
    browser.ask("GET", "/request")
    status, _ = browser.ask("POST", "/request", {})
    assert status == 200
    return browser


def doors(house: House) -> dict[str, tuple[Browser, str, dict[str, str]]]:
    """Every door that takes a letter or photo: who stands there, its address, and the rest of its form."""
    case, asked = house.held["case"], house.held["asked"]
    advice = f"/cases/{case}/advice"
    day = {f"received_on-{part}": value for part, value in (("day", "23"), ("month", "11"), ("year", "2026"))}
    return {
        "request": (asker(house), "/request/papers", {}),
        "adviser": (
            house.someone("psychologist"),
            f"{advice}/{asked['PSYCHOLOGICAL']}/check",
            {"revision": "0"},
        ),
        "record": (
            house.someone("officer"),
            f"{advice}/{asked['MEDICAL']}/record",
            day | {"author_name": "Hana Therapist"},
        ),
        "family": (house.someone("parent"), f"/cases/{case}/tell-us", {"revision": "0"}),
    }


@pytest.fixture
def unharmed(house: House) -> Iterator[None]:
    """Afterwards the same processes live, and none has been much fuller than before."""
    processes, fullest = house.processes(), house.most_memory()
    yield
    assert house.processes() == processes
    assert house.most_memory() - fullest < ROOM


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize("door", ["request", "adviser", "record", "family"])
def test_every_door_refuses_hostile_files_with_a_sentence(house: House, door: str) -> None:
    browser, path, fields = doors(house)[door]
    for what, (name, content) in hostile.LETTERS.items():
        status, page = browser.upload(path, fields, name, content)
        assert status == UNPROCESSABLE, f"{what}: {status}"
        said = sentence(page)
        assert len(said.split()) >= 5, what
        assert "“" in said or "file" in said, f"{what}: {said}"
    status, _ = browser.upload(path, fields, b"letter.pdf", hostile.PDF)
    assert status == SEE_OTHER  # so it was the files that were refused, and nothing else of the form


@pytest.mark.usefixtures("unharmed")
def test_names_are_kept_without_their_tricks(house: House) -> None:
    browser = asker(house)
    for what, (name, content) in hostile.TAKEN.items():
        status, page = browser.upload("/request/papers", {}, name, content)
        assert status == SEE_OTHER, f"{what}: {status} {page[:500]}"
    _, page = browser.ask("GET", "/request/papers")
    assert "evil.pdf" in page
    for trick in ("../", "\u202e", "\x00"):
        assert trick not in page.partition("<main")[2]


@pytest.mark.usefixtures("unharmed")
def test_hostile_returns_end_in_a_sentence(house: House) -> None:
    browser = house.someone("data_officer")
    for what, (name, content) in hostile.RETURNS.items():
        status, page = browser.upload("/returns", {"year": "2025"}, name, content)
        assert status in (SEE_OTHER, UNPROCESSABLE), f"{what}: {status}"
        if status == UNPROCESSABLE:
            assert len(sentence(page).split()) >= 5, what
    status, page = browser.upload("/returns", {}, b"return.pdf", hostile.PDF)
    assert status == UNPROCESSABLE
    assert "return.pdf" in sentence(page)
    house.tell("do-jobs")
    for name, state, refusal in house.tell("texts", house.held["case"])["imports"]:
        assert state == "REFUSED", f"{name}: {state}"
        assert len(refusal.split()) >= 5, name


def zeros(megabytes: int) -> Iterator[bytes]:
    """So much of nothing, piece by piece."""
    for _ in range(megabytes * 10):
        yield b"\0" * (MEGABYTE // 10)


@pytest.mark.usefixtures("unharmed")
def test_two_hundred_megabytes_are_refused_before_they_are_read(house: House) -> None:
    browser, fullest, begun = asker(house), house.most_memory(), time.monotonic()
    try:
        status, page = browser.stream("/request/papers", zeros(200), {"Content-Length": str(200 * MEGABYTE)})
    except ConnectionError:  # the server hung up while we still sent
        pass
    else:
        assert status == TOO_LARGE
        assert "200 MB" in page
        assert "up to 20 MB" in page
    assert time.monotonic() - begun < 30
    assert house.most_memory() - fullest < 20 * MEGABYTE


@pytest.mark.usefixtures("unharmed")
def test_the_sentence_about_size_is_there_before_the_body_is_sent(house: House) -> None:
    import socket

    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as line:
        line.sendall(
            b"POST /request/papers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n"
            b"Content-Type: multipart/form-data; boundary=edge\r\n\r\n"
        )
        answer = line.recv(65536).decode()
    assert answer.startswith("HTTP/1.1 413")


@pytest.mark.usefixtures("unharmed")
def test_a_body_of_unstated_length_is_not_read(house: House) -> None:
    browser, fullest = asker(house), house.most_memory()
    try:
        status, _ = browser.stream("/request/papers", zeros(200), {"Transfer-Encoding": "chunked"})
    except ConnectionError:
        pass
    else:
        assert 400 <= status < 500
    assert house.most_memory() - fullest < 20 * MEGABYTE


@pytest.mark.usefixtures("unharmed")
def test_a_file_just_over_the_limit_is_refused_by_its_form(house: House) -> None:
    browser = asker(house)
    status, page = browser.upload("/request/papers", {}, b"photo.jpg", hostile.JPEG + b"\0" * 20_000_000)
    assert status == UNPROCESSABLE
    assert "20 MB or smaller" in sentence(page)
