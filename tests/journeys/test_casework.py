"""A coordinator's morning: what is late, why a date is what it is, finding a child."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.core.case.codes import Channel, RequestSource
from browser import check_at_both_widths
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


@pytest.fixture
def late(cast: Cast) -> Cast:
    """Lena's request came on 1 September and nothing was decided: six weeks ended on 13 October."""
    requests.register(
        NewChild("Lena", "Marsh", date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh", "mother")],
        NewRequest(
            date(2026, 9, 1), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.LETTER, "Ada Marsh", "post room"
        ),
        by=cast.officer,
        at=cast.at,
    )
    return cast


@pytest.mark.parametrize("scripts", [True, False])
def test_coordinator_opens_the_late_case_and_reads_why(
    late: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    context = open_browser(scripts=scripts)
    sign_in_as(context, late.other_officer)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("heading", name="My work")).to_be_visible()
    first = page.locator(".app-worklist tbody tr").first
    expect(first).to_contain_text("Lena Marsh")
    expect(first).to_contain_text("41 days late")
    first.get_by_role("link", name="Lena Marsh", exact=True).click()
    expect(page.get_by_text("5 weeks and 6 days late").first).to_be_visible()
    card = page.locator(".app-deadline").filter(
        has_text="Tell the family whether there will be an assessment"
    )
    card.get_by_text("Why this date").click()
    expect(card).to_contain_text("The request was received on 1 September 2026.")
    expect(card).to_contain_text("six weeks after that day")
    expect(card).to_contain_text("SEND Regulations 2014")
    expect(card).to_contain_text("What would change it")


def tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until what has the focus says so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.innerText.trim() || document.activeElement.id")
        if at.startswith(words):
            return
    pytest.fail(f"The keyboard does not reach “{words}” within {most} steps")


def test_coordinator_finds_a_child_by_keyboard_alone(
    late: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    context = open_browser()
    sign_in_as(context, late.officer)
    page = context.new_page()
    page.goto("/work?whose=ALL")
    tab_to(page, "find")
    page.keyboard.type("fielding")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 child fits.")).to_be_visible()
    tab_to(page, "Ivy Fielding")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Where this case stands")).to_be_visible()
    tab_to(page, "Why this date")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The request was received on 16 November 2026.").first).to_be_visible()


def test_every_page_of_casework_has_no_barrier_that_axe_finds(
    late: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    context = open_browser()
    sign_in_as(context, late.officer)
    page = context.new_page()
    case = f"/cases/{late.case.case_id}"
    for path in (
        "/work?whose=ALL", "/work?rule=A06&late=yes", "/find?q=field", "/find?q=", case, f"{case}/chronology",
        f"{case}/people", f"{case}/people/add", f"{case}/record", f"{case}/record/died",
        f"{case}/record/moved_to_new_la", f"{case}/chronology?known_on-day=31&known_on-month=2&known_on-year=2026",
    ):  # fmt: skip
        page.goto(path)
        check_at_both_widths(page)


def test_error_states_of_casework_have_no_barrier_that_axe_finds(
    late: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    context = open_browser()
    sign_in_as(context, late.officer)
    page = context.new_page()
    case = f"/cases/{late.case.case_id}"
    for path, button in (
        (f"{case}/people/add", "Add"), (f"{case}/record/died", "Continue"),
        (f"{case}/record/views_invited", "Record this"),
    ):  # fmt: skip
        page.goto(path)
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        check_at_both_widths(page)


def test_manager_sees_who_has_looked(late: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    context = open_browser()
    sign_in_as(context, late.manager)
    page = context.new_page()
    page.goto(f"/cases/{late.case.case_id}")
    page.get_by_role("link", name="Who has looked").click()
    expect(page.locator("tbody tr").first).to_contain_text("Mina Manager")
    check_at_both_widths(page)
