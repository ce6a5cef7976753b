"""The processes that `kill.py` kills, and the small area in which its people work."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from under_load import Adviser, Asker, Noted, Parent, Person, Planner

from alongside.app import ports, scope
from alongside.app.actions import advice, advice_answers, requests
from alongside.app.actions.advice import Asked
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.config import embedded
from alongside.core.case.codes import AdviceKind, Channel, RequestSource
from alongside.records.models import Account, AdviceRequest, Case
from cast import HERE, Cast, assemble
from http_person import Browser
from plan_cast import drafting

UP_WITHIN = 60.0  # seconds
STOP_WITHIN = 40.0
NUDGE = 0.5  # seconds between two calls to the worker to send what waits


class Service:
    """The web, the worker and the database, each a process of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = _free_port()
        self.log = (home / "service.log").open("ab")
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.is_over = threading.Event()

    def start(self) -> None:
        """Web and worker; the database runs already."""
        self._run("web", "serve", "--port", str(self.port))
        self._run("worker", "worker")
        self.wait_until_up()
        threading.Thread(target=self._nudge, daemon=True).start()

    def _run(self, name: str, *command: str) -> None:
        line = [sys.executable, "-m", "alongside.cli.main", *command]
        self.processes[name] = subprocess.Popen(
            line, stdout=self.log, stderr=self.log, start_new_session=True, env=dict(os.environ)
        )

    def kill(self, kind: str) -> None:
        """SIGKILL: the whole web server, one of its processes, the worker, the database, or its first process."""
        if kind == "web process":
            os.kill(_children(self.processes["web"].pid)[0], signal.SIGKILL)
        elif kind in ("web", "worker"):
            os.killpg(self.processes[kind].pid, signal.SIGKILL)
            self.processes[kind].wait()
        else:
            first = self.postmaster()
            doomed = [first, *(_children(first) if kind == "database" else [])]
            for number in doomed:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)

    def start_again(self, kind: str) -> None:
        """What somebody does after a kill: the same command as before. A web process is replaced by itself."""
        if kind == "web":
            self._run("web", "serve", "--port", str(self.port))
        elif kind == "worker":
            self._run("worker", "worker")
        elif kind in ("database", "postmaster"):
            embedded.start(self.home / "postgres")

    def postmaster(self) -> int:
        """The first process of the database."""
        return int((self.home / "postgres" / "postmaster.pid").read_text().split()[0])

    def wait_until_up(self) -> None:
        """Until a page that reads the database comes."""
        until = time.monotonic() + UP_WITHIN
        while time.monotonic() < until:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            with suppress(OSError, http.client.HTTPException):
                connection.request("GET", "/demo")
                if connection.getresponse().status == 200:
                    return
            connection.close()
            time.sleep(0.05)
        raise RuntimeError(f"The service did not come back within {UP_WITHIN:.0f} seconds.")

    def _nudge(self) -> None:
        """Call the worker to the outbox far more often than its minute, so that kills meet it at work."""
        from django.db import DatabaseError, connection
        from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

        from alongside.jobs.outbox import deliver_outbox

        while not self.is_over.wait(NUDGE):
            with suppress(AlreadyEnqueued, ConnectorException, DatabaseError):
                deliver_outbox.defer(timestamp=0)
            connection.close()

    def stop(self) -> list[str]:
        """Ask web and worker to stop, as a person does. Returns a sentence for each that did not."""
        self.is_over.set()
        wrong = []
        for name, process in self.processes.items():
            process.send_signal(signal.SIGTERM)
            try:
                if code := process.wait(STOP_WITHIN):
                    wrong.append(f"The {name} ended with status {code} when it was asked to stop.")
            except subprocess.TimeoutExpired:
                wrong.append(f"The {name} did not stop within {STOP_WITHIN:.0f} seconds.")
        return wrong

    def end(self) -> None:
        """Whatever happened: leave no process behind."""
        self.is_over.set()
        for process in self.processes.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        self.log.close()


def small_area(port: int, noted: Noted) -> list[Person]:
    """Four children whose plans are being written, and two people at work on each."""
    cast = assemble(at=ports.now())
    cases = [cast.case.case_id, *(_another_child(cast, n) for n in range(1, 4))]
    casts = [_of_case(cast, case) for case in cases]
    requests_asked = [_case_at_work(each) for each in casts]
    with scope.opened_to_all(HERE):
        Account.objects.update(is_persona=True)

    def browser(actor: Any) -> Browser:
        return Browser(port, str(actor.account), wait=20.0)

    people: list[Person] = []
    for case, request in zip(cases, requests_asked, strict=True):
        planner = Planner(browser(cast.manager), str(case), noted)
        adviser = Adviser(browser(cast.psychologist), str(case), noted)
        adviser.request, adviser.question = str(request), "learning"
        people += [planner, adviser]
    people += [Parent(browser(cast.parent), str(case), noted) for case in cases[:2]]
    people += [Asker(browser(each.officer), str(each.case.case_id), noted) for each in casts[2:]]
    return people


def _another_child(cast: Cast, n: int) -> UUID:
    mother = NewParty(
        "PARENT", "Petra Parent", "mother", "petra.parent@example.org", account=cast.parent.account
    )
    child = NewChild(f"Child{n}", "Fielding", date(2018, 5, n), setting=cast.school)
    asked = NewRequest(cast.at.date(), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, "Petra Parent")
    return requests.register(child, [mother], asked, by=cast.officer, at=cast.at).case_id


def _of_case(cast: Cast, case: UUID) -> Cast:
    """The same people around another case: its coordinator is whoever had the least to do when it came."""
    with scope.opened_to_all(HERE):
        owner = Case.objects.get(id=case).owner_id
    officer = next(one for one in (cast.officer, cast.other_officer) if one.account == owner)
    return replace(cast, officer=officer, case=replace(cast.case, case_id=case))


def _case_at_work(cast: Cast) -> UUID:
    """The plan is being written, and the psychologist has taken the request for her advice, which is returned."""
    case = drafting(cast)
    asked = Asked(AdviceKind.PSYCHOLOGICAL, "Educational Psychology Service", cast.psychology_service)
    advice.ask(case, asked, by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        request = AdviceRequest.objects.get(case=case, kind=AdviceKind.PSYCHOLOGICAL).id
    advice_answers.take(case, str(request), by=cast.psychologist, at=cast.at)
    return request


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _children(process: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]
