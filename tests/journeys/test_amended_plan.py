"""A review ends in an amended plan: decided, proposed with each change marked, commented on, issued; papers opened."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

import amendment_cast
from alongside.app.actor import Actor
from browser import PHONE, check_at_both_widths
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., BrowserContext]
SignIn = Callable[[BrowserContext, Any], None]
REASONS = "Her reading has come on and the plan should say so. The school and the family agree."


def _page(open_browser: Open, sign_in_as: SignIn, who: Actor, **options: Any) -> Page:
    context = open_browser(**options)
    sign_in_as(context, who)
    return context.new_page()


def _day(page: Page, name: str, day: date) -> None:
    for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"[name='{name}-{part}']").fill(str(number))


def _by_hand(page: Page, name: str) -> None:
    page.get_by_role("group", name=f"How it reaches {name}").get_by_label("By hand").check()


def _opened(page: Page, name: str) -> str:
    """The words of a paper that somebody opens from their list of papers."""
    with page.expect_download() as downloading:
        page.get_by_role("link", name=re.compile(rf"{re.escape(name)} \(PDF")).click()
    pages = PdfReader(BytesIO(downloading.value.path().read_bytes())).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_decision_to_amend_leads_through_comments_to_an_amended_final_plan(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, demo: Any
) -> None:
    case = f"/cases/{amendment_cast.review_held(cast, reported=True)}"
    officer = _page(open_browser, sign_in_as, cast.officer)
    family = _page(open_browser, sign_in_as, cast.parent, width=PHONE)

    demo.ALONGSIDE_TODAY = date(2027, 1, 8)
    officer.goto(case)
    officer.get_by_role("link", name="Decide after the review of the plan").click()
    check_at_both_widths(officer)
    officer.get_by_role("button", name="Continue").click()
    expect(officer.get_by_role("alert")).to_be_visible()
    check_at_both_widths(officer)
    officer.get_by_label("Amend the plan").check()
    officer.get_by_label("Your reasons").fill(REASONS)
    officer.get_by_role("button", name="Continue").click()
    officer.get_by_role("button", name="Decide to change the plan").click()
    expect(officer.get_by_text("The decision to change the plan is recorded").first).to_be_visible()

    officer.goto(f"{case}/plan")
    check_at_both_widths(officer)
    officer.get_by_role("button", name="Start a new version").click()
    officer.get_by_role("link", name="Section B: Special educational needs").click()
    text = officer.get_by_label("What this section says")
    expect(text).to_have_value(re.compile("What Section B says of Ivy"))
    text.fill(f"{text.input_value()} {amendment_cast.NEW_B}")
    officer.get_by_role("button", name="Save this section").click()
    officer.goto(f"{case}/plan")
    officer.get_by_role("link", name="Send the proposed changes to the family").click()
    check_at_both_widths(officer)
    officer.get_by_role("button", name="Continue").click()
    expect(officer.get_by_role("alert")).to_be_visible()
    check_at_both_widths(officer)
    officer.get_by_label("Why do you propose these changes?").fill(amendment_cast.BECAUSE)
    _by_hand(officer, "Otto Otherparent")
    officer.get_by_role("button", name="Continue").click()
    officer.get_by_role("button", name="Send the proposed changes").click()
    expect(
        officer.get_by_text("The family has until Friday 22 January 2027 to comment").first
    ).to_be_visible()

    family.goto(f"{case}/documents")
    letter = _opened(family, "Proposed changes, version 3: letter to Petra Parent")
    assert "You have at least 15 days to comment" in letter
    assert "The last day is Friday 22 January 2027" in letter
    assert f"[added: {amendment_cast.NEW_B}]" in _opened(family, "Proposed changes to the plan, version 3")
    assert "What Section B says of Ivy" in _opened(family, "Final plan")
    family.goto(f"{case}/plan")
    check_at_both_widths(family)
    expect(family.get_by_text("Friday 22 January 2027").first).to_be_visible()
    family.get_by_role("link", name="What changed in version 3").click()
    expect(family.locator("ins.app-ins").last).to_contain_text(amendment_cast.NEW_B)
    expect(family.get_by_text("Section I")).to_have_count(0)
    check_at_both_widths(family)
    family.goto(f"{case}/plan")
    expect(family.get_by_role("link", name="Ask for a meeting")).to_be_visible()
    family.get_by_role("link", name="Comment on the changes").click()
    family.get_by_label("Which part is it about?").select_option("B")
    family.get_by_label("What is right, wrong or missing?").fill("A page only if it is short.")
    family.get_by_role("button", name="Send the comment").click()
    expect(family.get_by_text("Comment 1 has been sent")).to_be_visible()

    demo.ALONGSIDE_TODAY = date(2027, 1, 25)
    officer.goto(f"{case}/plan")
    officer.get_by_role("link", name="Comments on the changes").click()
    officer.get_by_role("link", name="Answer comment 1").click()
    officer.get_by_label("The plan was not changed").check()
    officer.locator("textarea").first.fill("The psychologist saw her read a long page.")
    officer.get_by_role("button", name="Send the answer").click()
    expect(officer.get_by_text("Comment 1 is answered")).to_be_visible()
    officer.goto(f"{case}/plan")
    officer.get_by_role("link", name="Issue the amended plan").click()
    expect(
        officer.get_by_text("Section I of the plan in force names: Millbrook Primary School.")
    ).to_be_visible()
    check_at_both_widths(officer)
    officer.get_by_label("Another setting, or only a type").check()
    officer.get_by_label("Name of the setting").fill("Hill End School")
    _by_hand(officer, "Otto Otherparent")
    officer.get_by_role("button", name="Continue").click()
    officer.get_by_role("button", name="Sign and issue the amended plan").click()
    expect(officer.get_by_text("has been issued").first).to_be_visible()

    family.goto(f"{case}/documents")
    check_at_both_widths(family)
    final = _opened(family, "Amended final plan: letter to Petra Parent")
    assert "It takes the place of the plan of 8 December 2026." in final
    assert "right to appeal about parts of the plan" in final
    assert "The psychologist saw her read a long page." in final
    plan = _opened(family, "Amended final plan, version 4")
    assert "Amended Education, Health and Care plan" in plan
    assert "Hill End School" in plan
    assert amendment_cast.NEW_B in plan
    family.goto(f"{case}/plan")
    expect(family.get_by_text("Earlier plan")).to_be_visible()


def test_plan_made_elsewhere_is_written_in_before_it_is_changed(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, demo: Any
) -> None:
    from happening_cast import WITH_A_PLAN, reach

    case = f"/cases/{reach(cast, WITH_A_PLAN)}"
    officer = _page(open_browser, sign_in_as, cast.officer)
    officer.goto(f"{case}/plan")
    check_at_both_widths(officer)
    officer.get_by_role("button", name="Write in the plan in force").click()
    for section in ("B", "F"):
        officer.goto(f"{case}/plan/write/{section}")
        officer.get_by_label("What this section says").fill("As it stands on paper.")
        officer.get_by_role("button", name="Save this section").click()
        expect(officer.get_by_text("is saved")).to_be_visible()
    officer.goto(f"{case}/plan")
    officer.get_by_role("link", name="Keep this as the plan in force").click()
    check_at_both_widths(officer)
    officer.get_by_role("button", name="Keep it as the plan in force").click()
    expect(officer.get_by_role("alert")).to_be_visible()
    check_at_both_widths(officer)
    _day(officer, "dated_on", date(2026, 11, 23))
    officer.get_by_label("What does Section I name?").fill("Hill End School")
    officer.get_by_label("Who signed it?").fill("Pat Signer")
    officer.get_by_role("button", name="Keep it as the plan in force").click()
    expect(officer.get_by_text("This is the plan in force now, as it stands.")).to_be_visible()
    expect(officer.get_by_role("button", name="Start a new version")).to_be_visible()
