"""The promise of an answer: by which day, and whether it was kept. A promise not kept stays not kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from alongside.core.calendar import HolidaysUnknown, counting
from alongside.core.calendar.working_days import Calendar


@unique
class Kept(StrEnum):
    """What has become of a promise on a day."""

    WAITING = "WAITING"
    BROKEN = "BROKEN"
    KEPT = "KEPT"
    KEPT_LATE = "KEPT_LATE"


@dataclass(frozen=True, slots=True)
class Promise:
    """An answer that was promised by the end of `due`, and the day on which it was given, if it was.

    `due` is None where no day could be promised: the bank holidays of that year are not known.
    """

    due: date | None
    answered_on: date | None = None

    def state(self, *, on: date) -> Kept:
        """What has become of it on a day."""
        late = self.days_late(on=on) > 0
        if self.answered_on is None:
            return Kept.BROKEN if late else Kept.WAITING
        return Kept.KEPT_LATE if late else Kept.KEPT

    def days_late(self, *, on: date) -> int:
        """Calendar days after the promised day, until the answer or until the day asked about."""
        if self.due is None:
            return 0
        return max(0, ((self.answered_on or on) - self.due).days)


def answer_by(received_on: date, working_days: int, calendar: Calendar) -> date | None:
    """The last day of the promise: so many working days after the day received, which is not counted.

    None where the calendar does not reach so far; a holiday is never guessed.
    """
    try:
        return counting.wd_after(received_on, working_days, calendar)
    except HolidaysUnknown:
        return None
