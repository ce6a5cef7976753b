"""People at work over HTTP, who note what the service told them it had kept. Used by `kill.py`."""

import itertools
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from http_person import NO_ANSWER, OK, SEE_OTHER, Browser

BEFORE_ANOTHER_TRY = 0.5  # seconds for which somebody waits where no good answer came


@dataclass(frozen=True, slots=True)
class Write:
    """One thing written: of which kind, on which case, and the words by which it is known again."""

    kind: str
    case: str
    words: str


@dataclass(slots=True)
class Noted:
    """What was sent, and what the service said it had kept. Every write has words of its own and is sent once."""

    tried: list[Write] = field(default_factory=list)
    kept: list[Write] = field(default_factory=list)
    refused: dict[int, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def sending(self, write: Write) -> None:
        """Before it leaves."""
        with self.lock:
            self.tried.append(write)

    def answered(self, write: Write, status: int, kept: bool) -> None:
        """After an answer came."""
        with self.lock:
            if kept:
                self.kept.append(write)
            else:
                self.refused[status] = self.refused.get(status, 0) + 1


class Person(threading.Thread):
    """Writes one thing after another until told to stop. Subclasses say what."""

    kind = ""
    pause = 0.05

    def __init__(self, browser: Browser, case: str, noted: Noted) -> None:
        super().__init__(daemon=True)
        self.browser, self.case, self.noted = browser, case, noted
        self.may_work, self.is_idle, self.is_over = threading.Event(), threading.Event(), threading.Event()
        self.numbers: Iterator[int] = itertools.count(1)

    def run(self) -> None:
        """Until it is over; in pauses, idle."""
        while not self.is_over.is_set():
            if not self.may_work.wait(0.1):
                self.is_idle.set()
                continue
            self.is_idle.clear()
            if self.may_work.is_set():
                self.write_once()
                time.sleep(self.pause)

    def write_once(self) -> None:
        """Send one write. Whether it was kept is known only where an answer comes."""
        try:
            self.before()
        except NO_ANSWER:
            time.sleep(BEFORE_ANOTHER_TRY)
            return
        write = Write(self.kind, self.case, f"{self.kind} {self.name} number {next(self.numbers)}.")
        self.noted.sending(write)
        try:
            status, kept = self.send(write.words)
        except NO_ANSWER:
            kept = False
        else:
            self.noted.answered(write, status, kept)
        if not kept:
            self.uncertain()
            time.sleep(BEFORE_ANOTHER_TRY)

    def before(self) -> None:
        """What must be read before something can be written."""

    def uncertain(self) -> None:
        """What to forget where it is not known whether the last write was kept."""

    def send(self, words: str) -> tuple[int, bool]:
        """Send it. Returns the status, and whether it says that the write was kept."""
        raise NotImplementedError


class Parent(Person):
    """Writes messages."""

    kind = "message"

    def send(self, words: str) -> tuple[int, bool]:
        status, _ = self.browser.ask("POST", f"/cases/{self.case}/family/messages", {"text": words})
        return status, status == SEE_OTHER


class Asker(Person):
    """Asks one more adviser after another: each is an event of the chronology."""

    kind = "event"
    pause = 0.3  # a case has some tens of these in life

    def send(self, words: str) -> tuple[int, bool]:
        fields = {"kind": "OTHER", "organisation": "", "name": words}
        status, _ = self.browser.ask("POST", f"/cases/{self.case}/advice/ask", fields)
        return status, status == SEE_OTHER


class Revised(Person):
    """Saves again and again what carries a revision."""

    revision: int | None = None
    page = ""

    def before(self) -> None:
        if self.revision is None:
            _, page = self.browser.ask("GET", self.page)
            found = re.search(r'name="revision"[^>]*value="(\d+)"', page)
            self.revision = int(found.group(1)) if found else None

    def uncertain(self) -> None:
        self.revision = None


class Planner(Revised):
    """Saves a section of the plan."""

    kind = "section"
    section = "B"

    def run(self) -> None:
        self.page = f"/cases/{self.case}/plan/write/{self.section}"
        super().run()

    def send(self, words: str) -> tuple[int, bool]:
        status, _ = self.browser.ask("POST", self.page, {"text": words, "revision": str(self.revision or 0)})
        if status == SEE_OTHER and self.revision is not None:
            self.revision += 1
        return status, status == SEE_OTHER


class Adviser(Revised):
    """Writes advice that saves by itself."""

    kind = "draft"
    request = question = ""

    def run(self) -> None:
        self.page = f"/cases/{self.case}/advice/{self.request}/write"
        super().run()

    def send(self, words: str) -> tuple[int, bool]:
        path = f"/cases/{self.case}/advice/{self.request}/save"
        fields = {self.question: words, "revision": str(self.revision or 0)}
        status, answer = self.browser.ask("POST", path, fields, "application/json")
        if status == OK:
            self.revision = json.loads(answer)["revision"]
        return status, status == OK
