"""The civil date in London."""

from datetime import UTC, date, datetime

import pytest

from alongside.core.calendar import london_date


def test_late_evening_utc_in_summer_is_the_next_day_in_london() -> None:
    assert london_date(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


def test_late_evening_utc_in_winter_is_the_same_day_in_london() -> None:
    assert london_date(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2026, 12, 31)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="has no offset from UTC"):
        london_date(datetime(2026, 6, 30, 23, 30))
