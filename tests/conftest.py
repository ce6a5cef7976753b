"""What every test can ask for. Nothing here imports Django until a fixture that needs it is used."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cast import Cast

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday
"""The moment at which the cast's day begins."""


@pytest.fixture
def now() -> datetime:
    """Monday 23 November 2026, ten in the morning."""
    return NOW


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    """An authority with everybody a test may need, and one case in its first week. See `cast.py`."""
    from cast import assemble

    return assemble(at=now)
