"""The area of `area_cast.py`, built once for a module of tests and rolled back after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from area_cast import Area

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def area(django_db_setup: None, django_db_blocker: Any) -> Iterator[Area]:
    """Built inside one transaction: each test that follows works in a savepoint of its own."""
    from django.db import transaction

    import area_cast

    with django_db_blocker.unblock(), transaction.atomic():
        yield area_cast.build(at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
        transaction.set_rollback(True)
