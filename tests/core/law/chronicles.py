"""Chronologies for tests: short to write, with ids and moments of recording made for them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.duty import Deadline
from alongside.core.law.lawbook import Law, LawBook, Modes
from core.bank_holidays import england

FIRST_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
K = EventKind


def law(*settings: str, book: LawBook | None = None) -> Law:
    """The bundled law on the default readings, or with these."""
    return Law(book or LawBook.load(), england(), Modes.named(*settings))


LAW = law()


def day(text: str) -> date:
    """A date from ISO text."""
    return date.fromisoformat(text)


def happened(*steps: tuple[EventKind, str] | tuple[EventKind, str, dict[str, Any]]) -> Facts:
    """A case in which these things happened; the ids are e1, e2, … in the order written."""
    events = []
    for number, step in enumerate(steps, 1):
        details = step[2] if len(step) == 3 else {}
        moment = FIRST_MOMENT + timedelta(minutes=number)
        events.append(Event(f"e{number}", step[0], day(step[1]), moment, details))
    return Facts("case", None, as_known(events))


def deadlines(facts: Facts, rule: str, on: str, under: Law = LAW) -> list[Deadline]:
    """The deadlines of one rule on a day."""
    return [each for each in clock.duties(facts, on=day(on), law=under) if each.rule == rule]


def deadline(facts: Facts, rule: str, on: str, under: Law = LAW) -> Deadline:
    """The only deadline of a rule on a day."""
    (found,) = deadlines(facts, rule, on, under)
    return found
