"""Days, weeks, months and working days: how the law counts, with the bank holidays passed in as data."""

from alongside.core.calendar.london import london_date
from alongside.core.calendar.working_days import Calendar, HolidaysUnknown

__all__ = ["Calendar", "HolidaysUnknown", "london_date"]
