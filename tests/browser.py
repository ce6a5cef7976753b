"""A real browser for the journeys, and axe for what a machine can find of barriers."""

import json
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = 320, 1280
"""Widths in CSS pixels. 320 is 1,280 enlarged to 400 % (WCAG 1.4.10)."""


def launched(playwright: Playwright) -> Browser:
    """Chromium, or a failure that says how to get it. A journey that did not run has not passed."""
    if not CHROMIUM.exists():
        pytest.fail(f"The journeys need Chromium at {CHROMIUM}: apt-get install chromium", pytrace=False)
    if not AXE.exists():
        pytest.fail(
            "The journeys need axe-core: run bin/styles, which installs what package-lock.json lists."
        )
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def context(browser: Browser, base_url: str, *, width: int = DESK, scripts: bool = True) -> BrowserContext:
    """A fresh browser: no cookies, one width, scripts on or off."""
    return browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": 900},
        java_script_enabled=scripts,
        locale="en-GB",
    )


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line for each; injected past the page's own policy."""
    session = debugger_of(page)
    evaluate(session, AXE.read_text() + "\n;0")
    options = json.dumps({"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
    found = json.loads(
        evaluate(session, f"axe.run(document, {options}).then(r => JSON.stringify(r.violations))")
    )
    return [f"{v['id']}: {v['help']} at {' | '.join(n['html'][:150] for n in v['nodes'][:3])}" for v in found]


def debugger_of(page: Page) -> CDPSession:
    """The one debugging session of a page. Ending one would take away a made-up passkey device with it."""
    if page not in _debuggers:
        _debuggers[page] = page.context.new_cdp_session(page)
        _debuggers[page].send("Page.setBypassCSP", {"enabled": True})
    return _debuggers[page]


_debuggers: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def evaluate(session: CDPSession, expression: str) -> Any:
    """Runs an expression through the debugger, to which no content policy applies."""
    answer = session.send(
        "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
    )
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def check_page(page: Page) -> None:
    """No barrier that axe can find, and nothing wider than the window."""
    found = violations(page)
    assert not found, f"{page.url}:\n" + "\n".join(found)
    width = page.viewport_size["width"] if page.viewport_size else DESK
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{page.url} is {wide} pixels wide in a window of {width}"


def check_at_both_widths(page: Page) -> None:
    """The page as it stands, on a desk and on a phone."""
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        check_page(page)
