"""Pages that were asked for in process, put before a real browser as if they had come from the service."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders

import browser as browsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

SITE = "http://alongside.test"


@contextmanager
def showing(browser: Browser) -> Iterator[Show]:
    """One page of a browser, used again and again."""
    opened = browsers.context(browser, SITE)
    yield Show(opened.new_page())
    opened.close()


class Show:
    """Puts HTML before a browser as if it had come from the service."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.html = b""
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0]
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            if found:
                kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                route.fulfill(body=Path(str(found)).read_bytes(), content_type=kind)
                return
        if path == "/page":
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    def open(self, html: bytes) -> None:
        """The page on a desk."""
        self.html = html
        self.page.set_viewport_size({"width": browsers.DESK, "height": 900})
        self.page.goto(f"{SITE}/page")

    def faults(self, html: bytes) -> list[str]:
        """What is wrong with a page on a desk and on a phone."""
        self.open(html)
        found = browsers.violations(self.page)
        for width in (browsers.DESK, browsers.PHONE):
            self.page.set_viewport_size({"width": width, "height": 900})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append(f"{wide} pixels wide in a window of {width}")
        return found + [
            f"on a phone: {fault}" for fault in browsers.violations(self.page) if fault not in found
        ]
