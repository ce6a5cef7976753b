"""A live server on loopback, a browser, and everybody signed in at once where a journey wants them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

    from alongside.app.actor import Actor


@pytest.fixture(autouse=True)
def loopback_only() -> Iterator[None]:
    """The browser talks to our server and nothing else; sockets to anywhere else raise."""
    from pytest_socket import _remove_restrictions, socket_allow_hosts

    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
    yield
    _remove_restrictions()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for each file of journeys, closed after it: other tests cannot run beside its loop."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    import browser as browsers

    # Playwright keeps an event loop in this thread; Django then thinks that it is called from a coroutine.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    with sync_playwright() as playwright:
        started = browsers.launched(playwright)
        yield started
        # While that loop runs Django keeps connections of its own for it; left open they would hold the database.
        connections.close_all()
        started.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def demo(settings: Any) -> Iterator[Any]:
    """A demo install on the day of the cast."""
    import door_urls

    settings.DEMO = True
    settings.ROOT_URLCONF = "door_urls"
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    with door_urls.hung():
        yield settings


@pytest.fixture
def open_browser(
    browser: Browser, live_server: LiveServer, demo: Any
) -> Iterator[Callable[..., BrowserContext]]:
    """`open_browser(width=320, scripts=False)`: a fresh browser on the live server."""
    import browser as browsers

    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        # localhost and not 127.0.0.1: a passkey belongs to a name
        opened.append(browsers.context(browser, live_server.url.replace("127.0.0.1", "localhost"), **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def page(open_browser: Callable[..., BrowserContext]) -> Page:
    """One page in a fresh browser. A script error on it fails the test that asks for it."""
    return open_browser().new_page()


@pytest.fixture
def sign_in_as(live_server: LiveServer) -> Callable[[BrowserContext, Actor], None]:
    """`sign_in_as(context, cast.parent)`: gives a browser the session of that person."""
    from django.conf import settings
    from django.test import Client

    from alongside.records.models import Account

    def sign_in(context: BrowserContext, actor: Actor) -> None:
        client = Client()
        client.force_login(Account.objects.get(id=actor.account))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "domain": "localhost", "path": "/"}]
        )

    return sign_in
