"""One line of what has happened. Built by each area from its events; drawn by `fragments/chronology.html`."""

from dataclasses import dataclass
from datetime import date, datetime

from alongside.web.presenters import wording
from alongside.web.presenters.links import Link

LATE_TO_LOG = 2
"""Days between the day something happened and the day it was typed from which the page says so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`correction` says what a later entry changed about this one; the line itself stays."""

    title: str
    occurred_on: date
    by: str = ""
    text: str = ""
    recorded_note: str = ""
    correction: str = ""
    is_corrected: bool = False
    links: tuple[Link, ...] = ()


def recorded_note(occurred_on: date, recorded_at: datetime) -> str:
    """Says when it was typed, where that is much later than when it happened; otherwise nothing."""
    typed_on = recorded_at.astimezone(wording.LONDON).date()
    if (typed_on - occurred_on).days < LATE_TO_LOG:
        return ""
    return f"recorded {wording.day(typed_on)}"
