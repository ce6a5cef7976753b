"""A need becomes an item that rests on the advice, and the thread shows it: with scripts, without, on a phone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from alongside.app.actions import drafts, plan_items, plans
from alongside.app.actions.plan_items import Said
from browser import PHONE, check_at_both_widths
from cast import Cast
from plan_cast import assessing, drafting, sending
from plan_item_cast import READING, SEEN, B, K, advice_of, threaded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[BrowserContext, Any], None]
Open = Callable[..., BrowserContext]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_officer_adds_a_need_and_says_where_it_comes_from(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    advice_of(cast, case)
    context = open_browser(scripts=scripts)
    sign_in_as(context, cast.officer)
    page = context.new_page()
    page.goto(f"/cases/{case}/plan/write/B")
    page.get_by_role("link", name="Add a need").click()
    expect(page.get_by_role("heading", name="Add a need to Section B")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").get_by_text("Answer the question “What is the need?”")).to_be_visible()
    if scripts:
        check_at_both_widths(page)
    page.get_by_role("textbox", name="What is the need?").fill(READING["what"])
    page.get_by_text("Educational psychology: Ed Psychologist").click()
    page.get_by_label("Need 1: What is the need?").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("It is added.")).to_be_visible()
    expect(page.get_by_role("heading", name="B1")).to_be_visible()
    if scripts:
        check_at_both_widths(page)
    page.goto(f"/cases/{case}/plan/versions/1/thread")
    expect(page.get_by_text("No provision meets this need")).to_be_visible()
    expect(page.get_by_text(f"“{SEEN}”")).to_be_visible()


def test_two_officers_at_one_item_put_their_words_together(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    thread = plan_items.add(case, B, K.NEED, Said(READING), by=cast.officer, at=cast.at)
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    page.goto(f"/cases/{case}/plan/write/B/items/{thread}")
    theirs = READING | {"what": "Ivy reads with a line guide."}
    plan_items.change(case, thread, Said(theirs), 1, by=cast.manager, at=cast.at)
    page.get_by_label("What does it keep them from doing?").fill("She stops after six lines.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Put two wordings of B1 together")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_role("button", name="Save this").click()
    expect(page.get_by_text("Ivy reads with a line guide. She stops after six lines.")).to_be_visible()


def test_parent_sees_on_a_phone_how_the_plan_fits_together(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = drafting(cast)
    threaded(cast, case)
    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    context = open_browser(width=PHONE)
    sign_in_as(context, cast.parent)
    page = context.new_page()
    page.goto(f"/cases/{case}/plan/versions/1")
    page.get_by_role("link", name="How this version fits together").click()
    expect(page.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(page.get_by_role("img", name="How version 1 of the plan fits together")).to_be_visible()
    check_at_both_widths(page)
