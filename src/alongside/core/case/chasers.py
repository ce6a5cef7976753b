"""When advice that has not come is asked after, and by which step: a table, so that nobody has to remember.

A step falls on a day counted from the legal last day of the body's six weeks (rule A04). Only the latest step
that has come is taken: whoever was not reminded in time is not sent three reminders at once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique


@unique
class ChasedTo(StrEnum):
    """Whom a step goes to."""

    BODY = "BODY"
    MANAGER = "MANAGER"


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder. `days` is counted from the due day, before it where negative. `words` begin its message."""

    code: str
    days: int
    to: ChasedTo
    words: str


STEPS = (
    Step("AT_FOUR_WEEKS", -14, ChasedTo.BODY, "The advice that we asked you for is due in two weeks"),
    Step("ONE_WEEK_BEFORE", -7, ChasedTo.BODY, "The advice that we asked you for is due in one week"),
    Step("DAY_AFTER", 1, ChasedTo.BODY, "The advice that we asked you for was due yesterday"),
    Step("ONE_WEEK_LATE", 7, ChasedTo.MANAGER, "Advice that was asked for is a week late"),
)
"""The steps before and just after the due day. Afterwards the body is reminded once a week."""

EVERY = 7
LATE = "The advice that we asked you for is late"


def body_step(due: date, *, on: date) -> Step | None:
    """The latest reminder to the body that has come by a day, or None before the first."""
    late = (on - due).days
    weeks = (late - 1) // EVERY
    if weeks >= 1:
        return Step(f"LATE_WEEK_{weeks}", weeks * EVERY + 1, ChasedTo.BODY, LATE)
    come = [step for step in STEPS if step.to is ChasedTo.BODY and step.days <= late]
    return come[-1] if come else None


def manager_step(due: date, *, on: date) -> Step | None:
    """The step that tells the manager, once it has come."""
    return next((s for s in STEPS if s.to is ChasedTo.MANAGER and s.days <= (on - due).days), None)


def steps_to_take(
    due: date, taken: Collection[str], chased_by_hand_on: date | None, *, on: date
) -> tuple[Step, ...]:
    """What is to be sent on a day, given the codes already sent and the last day on which a person chased.

    A body that a person has chased within the last week is not reminded by the service as well.
    """
    found = []
    step = body_step(due, on=on)
    by_hand = chased_by_hand_on is not None and on - chased_by_hand_on < timedelta(days=EVERY)
    if step is not None and step.code not in taken and not by_hand:
        found.append(step)
    escalation = manager_step(due, on=on)
    if escalation is not None and escalation.code not in taken:
        found.append(escalation)
    return tuple(found)
