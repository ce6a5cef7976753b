"""Every component in a real browser: on a desk, on a phone, with scripts off, right and wrong."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import DESK, PHONE, check_at_both_widths, check_page

pytestmark = pytest.mark.journey
Open = Callable[..., BrowserContext]


def test_axe_sees_a_barrier_where_there_is_one(page: Page) -> None:
    page.set_content(
        "<html lang='en'><title>x</title><body><main><h1>x</h1><img src='x.png'></main></body></html>"
    )
    with pytest.raises(AssertionError, match="image-alt"):
        check_page(page)


def test_a_page_that_is_too_wide_is_seen(page: Page) -> None:
    page.set_content(
        "<html lang='en'><title>x</title><body><main><h1>x</h1><table><tr><td>"
        + "x" * 900
        + "</table></main></html>"
    )
    with pytest.raises(AssertionError, match="pixels wide"):
        check_page(page)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/gallery",
        "/gallery/confirm",
        "/demo",
        "/account/login/",
        "/accessibility",
        "/privacy",
        "/cookies",
        "/none",
    ],
)
def test_a_page_has_no_barrier_that_axe_can_find(page: Page, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path)
    check_at_both_widths(page)
    assert [line for line in said if "404" not in line] == []


def test_a_wrong_form_has_no_barrier_and_takes_the_reader_to_the_faults(page: Page) -> None:
    page.goto("/gallery")
    page.get_by_role("button", name="Check the form").click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check_at_both_widths(page)
    page.get_by_role("link", name="Enter the date of birth").click()
    expect(page.locator("#id_born_on-day")).to_be_focused()


def test_every_deadline_opens_and_still_has_no_barrier(page: Page) -> None:
    page.goto("/gallery")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    check_at_both_widths(page)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_form_works_with_scripts_off(open_browser: Open, width: int) -> None:
    page = open_browser(width=width, scripts=False).new_page()
    page.goto("/gallery")
    fill_in(page)
    page.get_by_label("Their name").fill("Grandmother")
    page.get_by_role("button", name="Check the form").click()
    expect(page.get_by_text("The form was right. Nothing was kept.")).to_be_visible()


def fill_in(page: Page) -> None:
    page.get_by_label("First name").fill("Rowan")
    for box, text in (("Day", "27"), ("Month", "March"), ("Year", "2017")):
        page.get_by_label(box, exact=True).fill(text)
    page.get_by_label("Somebody else").check()
    page.get_by_label("Email address").fill("a@example.com")
    page.get_by_label("Learning", exact=True).check()
    page.get_by_label("School", exact=True).select_option("elm")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Tell us about the child").fill("Kind, and afraid of noise.")
    page.get_by_label("I am allowed to ask for this child").check()


def test_an_option_reveals_its_question_only_when_chosen(page: Page) -> None:
    page.goto("/gallery")
    expect(page.get_by_label("Their name")).not_to_be_visible()
    page.get_by_label("Somebody else").check()
    expect(page.get_by_label("Their name")).to_be_visible()
    check_at_both_widths(page)


def test_long_writing_is_counted(page: Page) -> None:
    page.goto("/gallery")
    page.get_by_label("Tell us about the child").fill("x" * 501)
    expect(page.get_by_text("You have 1 character too many").first).to_be_visible()


def test_the_first_tab_leads_past_the_navigation(page: Page) -> None:
    page.goto("/gallery")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()


def test_an_act_that_cannot_be_undone_takes_two_presses(page: Page) -> None:
    page.goto("/gallery/confirm")
    page.get_by_role("button", name="Issue the final plan").click()
    expect(page.get_by_text("The act was confirmed. Nothing was done.")).to_be_visible()


def test_nothing_is_fetched_from_elsewhere(open_browser: Open, live_server: Any) -> None:
    page = open_browser().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/gallery")
    own = live_server.url.replace("127.0.0.1", "localhost")
    assert asked
    assert [url for url in asked if not url.startswith((own, "data:"))] == []
