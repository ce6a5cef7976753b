"""The civil date of a moment. Every date in the law of EHC plans is a civil date in Europe/London."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london_date(moment: datetime) -> date:
    """The date in London at this moment.

    In summer half past eleven at night UTC is already the next day in London, and the request that came then
    was received on that next day. Raises ValueError for a moment without an offset: its date is not known.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(
            f"The moment {moment.isoformat()} has no offset from UTC, so its date in London is not known. "
            "Give the offset, for example 2026-06-30T23:30:00+00:00."
        )
    return moment.astimezone(LONDON).date()
