"""A family at home: what is next and why it is late, on a phone; a message and its answer; by keyboard; no scripts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import advice_cast
import plan_cast
from alongside.app import scope
from alongside.app.actions import parties
from alongside.app.actions.children import NewParty
from alongside.app.queries import accounts
from alongside.records.models import Account, Person
from browser import PHONE, check_at_both_widths
from cast import HERE, Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


@pytest.mark.parametrize("scripts", [True, False])
def test_parent_on_a_phone_finds_the_next_date_the_officer_and_why_it_is_late(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, settings: Any, scripts: bool
) -> None:
    advice_cast.asked(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 10)
    context = open_browser(width=PHONE, scripts=scripts)
    sign_in_as(context, cast.parent)
    page = context.new_page()
    page.goto("/")  # the first page after signing in is the case itself
    expect(page.get_by_role("heading", name="Where Ivy’s case is")).to_be_visible()
    late = page.locator(".app-late")
    expect(late).to_contain_text("Educational Psychology Service has not sent its advice")
    expect(late).to_contain_text("It was due on 4 January 2027")
    expect(late).to_contain_text("Cora Coordinator has your case")
    card = page.locator(".app-deadline").filter(has_text="Send you the final plan")
    expect(card).to_contain_text("5 April 2027")
    card.locator("summary").click()
    expect(card).to_contain_text("SEND Regulations 2014")


def test_parent_writes_the_officer_replies_and_the_promise_is_shown(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    home = open_browser(width=PHONE)
    sign_in_as(home, cast.parent)
    page = home.new_page()
    page.goto("/")
    page.get_by_role("link", name="Send us a message").click()
    page.get_by_label("Your message").fill("When is the visit?")
    page.get_by_role("button", name="Send my message").click()
    expect(page.get_by_text("We will answer by Monday 30 November 2026.")).to_be_visible()

    office = open_browser()
    sign_in_as(office, cast.officer)
    desk = office.new_page()
    desk.goto("/messages")
    desk.get_by_role("link", name="Petra Parent about Ivy Fielding").click()
    expect(desk.get_by_text("When is the visit?")).to_be_visible()
    desk.get_by_label("Your answer").fill("On Friday at ten.")
    desk.get_by_role("button", name="Send", exact=True).click()
    expect(desk.get_by_text("Your answer to Petra Parent has been sent.")).to_be_visible()

    page.reload()
    expect(page.get_by_text("On Friday at ten.")).to_be_visible()
    expect(page.get_by_text("answered on 23 November 2026")).to_be_visible()


def test_message_is_written_by_keyboard_alone(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    context = open_browser()
    sign_in_as(context, cast.parent)
    page = context.new_page()
    page.goto("/")
    tab_to(page, "Send us a message")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Messages", exact=True)).to_be_visible()
    tab_to(page, "id_text")
    page.keyboard.type("Good morning")
    tab_to(page, "Send my message")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your message has been sent.")).to_be_visible()


def test_young_person_decides_what_a_parent_sees(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    account = Account.objects.create(email="ivy@example.org", name="Ivy Fielding", created_at=cast.at)
    ivy = NewParty("YOUNG_PERSON", "Ivy Fielding", account=account.id)
    parties.add(cast.case.case_id, ivy, by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        Person.objects.update(born_on=date(2009, 5, 4))
    context = open_browser(width=PHONE)
    sign_in_as(context, accounts.actor_for(account.id, HERE, at=cast.at))
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="Choose what your parents can see").click()
    page.get_by_role("link", name="Change what Petra Parent can see").click()
    page.get_by_label("Yes, they can see it").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_text("can see your case.").first).to_be_visible()
    check_at_both_widths(page)


def test_every_page_of_the_family_has_no_barrier_that_axe_finds(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = plan_cast.served(cast)
    context = open_browser()
    sign_in_as(context, cast.parent)
    page = context.new_page()
    for path in (
        "", "/messages", "/wrong", "/wrong/born_on", "/wrong/own_address", "/supporters",
    ):  # fmt: skip
        page.goto(f"/cases/{case}/family{path}")
        check_at_both_widths(page)
    buttons = {
        "/messages": "Send my message",
        "/wrong/born_on": "Tell us",
        "/supporters": "Let them see this case",
    }
    for path, button in buttons.items():
        page.goto(f"/cases/{case}/family{path}")
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        check_at_both_widths(page)


def test_pages_of_the_officer_who_answers_have_no_barrier_that_axe_finds(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = cast.case.case_id
    mother = plan_cast.party_of(cast, case, cast.parent)
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    for path in ("/messages", f"/cases/{case}/messages", f"/cases/{case}/corrections"):
        page.goto(path)
        check_at_both_widths(page)
    thread = f"/cases/{case}/messages/{mother}"
    for path, button in ((thread, "Send"), (f"{thread}/record", "Record it")):
        page.goto(path)
        check_at_both_widths(page)
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        check_at_both_widths(page)


def tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until what has the focus says so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.innerText.trim() || document.activeElement.id")
        if at.startswith(words):
            return
    pytest.fail(f"The keyboard does not reach “{words}” within {most} steps")
