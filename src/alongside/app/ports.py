"""What this floor needs from outside, as Protocols. `config/wiring.py` plugs them in; tests plug in the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from alongside.app.letter_facts import LetterFacts
from alongside.app.plan_papers import Paper, PlanPaper
from alongside.app.return_facts import ReturnCase, Wrong
from alongside.core.advice.papers import Passage
from alongside.core.law.lawbook import Law
from alongside.core.plan.checks.blocks import Written


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document ready to keep."""

    file_name: str
    media_type: str
    content: bytes


class LetterMaker(Protocol):
    """Makes a letter from plain facts, in each form in which it is kept: PDF first, then Word.

    Raises `Refused` where the letter would leave out what the law says it must state.
    """

    def letter(self, facts: LetterFacts) -> tuple[Rendered, ...]: ...

    def plan(self, facts: PlanPaper) -> tuple[Rendered, ...]: ...

    def paper(self, facts: Paper) -> tuple[Rendered, ...]: ...


class FileReader(Protocol):
    """Says what a file from outside really is, whatever it is called: its media type. Raises `Refused`."""

    def check(self, file_name: str, content: bytes) -> str: ...


class PaperReader(Protocol):
    """The text of a file from outside, paragraph by paragraph. Raises `Refused` where it cannot be read."""

    def passages(self, file_name: str, content: bytes, media_type: str) -> tuple[Passage, ...]: ...


class DataRules(Protocol):
    """What the rules of the return, or of the inspection's lists, find wrong in one case on a day."""

    def __call__(self, case: ReturnCase, *, on: date, law: Law) -> Iterable[Wrong]: ...


class ReportReader(Protocol):
    """Reads a report that came from a word processor, as lines and tables. Raises `Refused` for any other file."""

    def read(self, file_name: str, content: bytes) -> Written: ...


class CouldNotSend(Exception):
    """A message was not taken. `why` holds no address and no text of the message."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message as it leaves. `id` is the same at each attempt, so that a receiver can drop a second copy."""

    id: str
    to_email: str
    subject: str
    text: str


class MessageSender(Protocol):
    """Hands a message over. Returning means that it was taken; `CouldNotSend` that it was not."""

    def send(self, message: Outgoing) -> None: ...


@dataclass(slots=True)
class Ports:
    """The plugs. Empty until `config.wiring` has run."""

    law: Law | None = None
    letters: LetterMaker | None = None
    files: FileReader | None = None
    papers: PaperReader | None = None
    reports: ReportReader | None = None
    messages: MessageSender | None = None
    data_rules: tuple[DataRules, ...] = ()
    now: Callable[[], datetime] | None = None
    address: str = ""


PORTS = Ports()


def law() -> Law:
    """The law, the calendar and the readings that this install runs on."""
    if PORTS.law is None:
        raise RuntimeError("The law is not plugged in: config.wiring.plug() has not run.")
    return PORTS.law


def letters() -> LetterMaker:
    """The maker of letters."""
    if PORTS.letters is None:
        raise RuntimeError("The maker of letters is not plugged in: config.wiring.plug() has not run.")
    return PORTS.letters


def files() -> FileReader:
    """The reader of files from outside."""
    if PORTS.files is None:
        raise RuntimeError("The reader of files is not plugged in: config.wiring.plug() has not run.")
    return PORTS.files


def papers() -> PaperReader:
    """The reader of the text in files from outside."""
    if PORTS.papers is None:
        raise RuntimeError("The reader of papers is not plugged in: config.wiring.plug() has not run.")
    return PORTS.papers


def reports() -> ReportReader:
    """The reader of advice that came as a document."""
    if PORTS.reports is None:
        raise RuntimeError("The reader of reports is not plugged in: config.wiring.plug() has not run.")
    return PORTS.reports


def messages() -> MessageSender:
    """Whoever takes messages out."""
    if PORTS.messages is None:
        raise RuntimeError("The sender of messages is not plugged in: config.wiring.plug() has not run.")
    return PORTS.messages


def data_rules() -> tuple[DataRules, ...]:
    """The rules that run on every case all year."""
    return PORTS.data_rules


def now() -> datetime:
    """This moment in UTC, for jobs and commands, which nobody hands one. Actions and queries take `at=`."""
    if PORTS.now is None:
        raise RuntimeError("The clock is not plugged in: config.wiring.plug() has not run.")
    return PORTS.now()


def address(path: str = "/") -> str:
    """The full web address of a page of this service, for messages."""
    return f"{PORTS.address.rstrip('/')}{path}"


def noon(day: date) -> datetime:
    """Midday of a civil date, in UTC: a moment that certainly falls on that date in London."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def today(moment: Any) -> date:
    """The civil date in Europe/London of a moment."""
    from alongside.core.calendar import london_date

    return london_date(moment)
