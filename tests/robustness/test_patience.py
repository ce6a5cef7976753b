"""What hangs is given up: a browser that sends half a request, and a case that somebody else never lets go."""

from __future__ import annotations

import http.client
import socket
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from http_person import SEE_OTHER, Browser

if TYPE_CHECKING:
    from conftest import House

pytestmark = pytest.mark.slow
THREADS = 8  # requests that `alongside serve` handles at a time: two processes of four threads
HALF = (
    b"POST /request/papers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nCookie: csrftoken=" + b"a" * 32 + b"\r\n\r\nhalf"
)


def test_browsers_that_send_half_a_request_do_not_keep_others_out_for_ever(house: House) -> None:
    with ExitStack() as lines:
        for _ in range(THREADS * 2):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", house.port), timeout=60))
            line.sendall(HALF)
        begun = time.monotonic()
        status, _ = Browser(house.port, wait=150).ask("GET", "/demo")
        assert status == http.client.OK
        assert time.monotonic() - begun < 120  # two or three rounds of 20 seconds, and a busy machine


def test_case_that_is_never_let_go_ends_in_a_sentence_and_not_in_a_hanging_page(house: House) -> None:
    manager, case = house.someone("manager"), house.held["case"]
    page = f"/cases/{case}/plan/write/C"
    fields = {"text": "What Section C says now.", "revision": "1"}
    address = f"postgresql://postgres@/alongside?host={house.home / 'postgres'}"
    with psycopg.connect(address) as hung:
        hung.execute('select 1 from "case" where id = %s for update', [case])
        begun = time.monotonic()
        status, said = manager.ask("POST", page, fields)
        assert status == http.client.INTERNAL_SERVER_ERROR
        assert "Try again in a few minutes" in said
        assert 10 < time.monotonic() - begun < 40
    status, _ = manager.ask("POST", page, fields)
    assert status == SEE_OTHER
