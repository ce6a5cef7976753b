"""What every test can ask for. Nothing here imports Django until a fixture that needs it is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cast import Cast

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday
"""The moment at which the cast's day begins."""
AFTERNOON = NOW + timedelta(hours=5)
"""The moment at which pages are first opened: after all that the cast did."""


@pytest.fixture(scope="session", autouse=True)
def afternoon() -> Iterator[None]:
    """The machine's clock, as the product reads it: three in the afternoon of the cast's day, and running.

    So no test hangs on the hour or the day on which it is run. `core` alone reads no clock and is tested without it.
    """
    if find_spec("django") is None:
        yield
        return
    from alongside.config import clock

    began = monotonic()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "real", lambda: AFTERNOON + timedelta(seconds=monotonic() - began))
        yield


@pytest.fixture
def now() -> datetime:
    """Monday 23 November 2026, ten in the morning."""
    return NOW


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    """An authority with everybody a test may need, and one case in its first week. See `cast.py`."""
    from cast import assemble

    return assemble(at=now)
