"""The only reader of the clock.

Everything below takes its moment as an argument (`at=`, `on=`). In demo and training installs the clock can
be moved to a chosen day with ALONGSIDE_TODAY; every page then carries a banner that says so.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment in UTC, or London's same time of day on the day to which the clock has been moved."""
    moment = real()
    moved_to: date | None = settings.ALONGSIDE_TODAY
    return moment if moved_to is None else moved(moment, moved_to)


def real() -> datetime:
    """What this machine's clock says, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  the one place


def moved(moment: datetime, to: date) -> datetime:
    """In UTC, the moment of this day at which London's clocks show the same time as at the given one.

    UTC's own time of day would not do: its last hour belongs to the next day in London for half of the year.
    """
    return datetime.combine(to, moment.astimezone(LONDON).timetz()).astimezone(UTC)


def today_in_london(moment: datetime) -> date:
    """The civil date in Europe/London of a moment: the date that law runs on."""
    return moment.astimezone(LONDON).date()


def is_moved() -> bool:
    """True where pages must say that the clock is not today's."""
    return settings.ALONGSIDE_TODAY is not None
