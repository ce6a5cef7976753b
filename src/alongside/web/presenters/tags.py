"""States in words. The colour of a tag repeats its words and never stands for them."""

from dataclasses import dataclass
from datetime import date

from alongside.core.case.codes import TimerState
from alongside.core.law.duty import Deadline

SOON = 7
"""Calendar days before a due date from which a duty is called due soon."""


@dataclass(frozen=True, slots=True)
class Tag:
    """`colour` is one of the GOV.UK tag colours, or empty for the plain one."""

    text: str
    colour: str = ""


SETTLED: dict[TimerState, Tag] = {
    TimerState.PENDING: Tag("Not started", "grey"),
    TimerState.MET: Tag("Done on time", "green"),
    TimerState.MET_LATE: Tag("Done late", "orange"),
    TimerState.OVERDUE: Tag("Late", "red"),
    TimerState.DISAPPLIED: Tag("Exception applies", "purple"),
    TimerState.CANCELLED: Tag("No longer needed", "grey"),
    TimerState.SUPERSEDED: Tag("Replaced", "grey"),
    TimerState.BREACHED: Tag("Not kept", "red"),
}


def of_deadline(deadline: Deadline, *, on: date) -> Tag:
    """How one duty stands on a day."""
    if deadline.state is not TimerState.RUNNING:
        return SETTLED[deadline.state]
    return of_due(deadline.statutory_due, on=on)


def of_due(due: date | None, *, on: date) -> Tag:
    """How something that is still to be done stands on a day."""
    if due is None:
        return Tag("Under way", "blue")
    left = (due - on).days
    if left < 0:
        return Tag("Late", "red")
    if left == 0:
        return Tag("Due today", "orange")
    return Tag("Due soon", "yellow") if left <= SOON else Tag("On time so far", "blue")
