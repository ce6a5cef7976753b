"""What the tests of pages can ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from alongside.app.actor import Actor
    from strict_html import StrictClient


@pytest.fixture
def client() -> StrictClient:
    """A client that parses every page strictly."""
    from strict_html import StrictClient

    return StrictClient()


@pytest.fixture
def demo(settings: Any) -> Iterator[Any]:
    """A demo install, on the day of the cast, with the doors of the demo and of the tests."""
    import door_urls

    settings.DEMO = True
    settings.ROOT_URLCONF = "door_urls"
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    with door_urls.hung():
        yield settings


@pytest.fixture
def signed_in(client: StrictClient) -> Callable[[Actor], StrictClient]:
    """`signed_in(cast.officer)` is the client with that person signed in."""
    from alongside.records.models import Account

    def sign_in(actor: Actor) -> StrictClient:
        client.force_login(Account.objects.get(id=actor.account))
        return client

    return sign_in
