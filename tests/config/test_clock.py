"""The clock that demo and training installs may move to a chosen day."""

from datetime import UTC, date, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.config.clock import moved, today_in_london

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MOMENTS, DAYS)
@example(
    datetime(2026, 11, 22, 23, 57, tzinfo=UTC), date(2027, 6, 25)
)  # nearly midnight in winter, moved to summer
@example(
    datetime(2026, 11, 22, 1, 30, tzinfo=UTC), date(2027, 3, 28)
)  # an hour that the spring change leaves out
def test_moved_clock_shows_the_chosen_day_at_any_hour(real: datetime, to: date) -> None:
    assert today_in_london(moved(real, to)) == to
