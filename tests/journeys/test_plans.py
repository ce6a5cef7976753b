"""From the first word of the plan to the final one: an officer writes, a family answers, a school replies."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, Page

from alongside.app import scope
from alongside.app.actions import consultations, plans
from alongside.app.actor import Actor
from alongside.app.placing import Setting
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import PlanSection
from browser import PHONE, check_at_both_widths
from cast import HERE, Cast, officer
from plan_cast import assessing, comment, drafting, later, revision, served

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[BrowserContext, Any], None]
Open = Callable[..., BrowserContext]


def _page(open_browser: Open, sign_in_as: SignIn, who: Actor, **options: Any) -> Page:
    context = open_browser(**options)
    sign_in_as(context, who)
    return context.new_page()


def _plan(case: UUID, page: str = "") -> str:
    return f"/cases/{case}/plan{page}"


def _check(page: Page, scripts: bool) -> None:
    """Both widths, then as it was; axe itself is a script, so it cannot look where scripts are off."""
    if scripts:
        size = page.viewport_size
        check_at_both_widths(page)
        assert size is not None
        page.set_viewport_size(size)


@pytest.mark.parametrize("scripts", [True, False])
def test_officer_starts_the_plan_and_writes_a_section(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = assessing(cast)
    page = _page(open_browser, sign_in_as, cast.officer, scripts=scripts)
    page.goto(_plan(case))
    page.get_by_role("button", name="Start the plan").click()
    page.get_by_role("link", name="Section B: Special educational needs").click()
    page.get_by_label("What this section says").fill("Ivy reads with her finger under each word.")
    page.get_by_role("button", name="Save this section").click()
    assert page.get_by_text("Section B: Special educational needs is saved").is_visible()
    assert (
        page.get_by_label("What this section says").input_value()
        == "Ivy reads with her finger under each word."
    )


def test_writing_is_kept_without_a_button(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    case = drafting(cast)
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(_plan(case, "/write/B"))
    page.get_by_label("What this section says").fill("Kept by itself.")
    page.get_by_text("Kept at").wait_for(timeout=15_000)
    page.reload()
    assert page.get_by_label("What this section says").input_value() == "Kept by itself."


@pytest.mark.parametrize("scripts", [True, False])
def test_two_officers_collide_and_put_their_texts_together(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = drafting(cast)
    page = _page(open_browser, sign_in_as, cast.officer, scripts=scripts)
    page.goto(_plan(case, "/write/B"))
    theirs = "All that Section B says of Ivy, in words that anybody can read."
    plans.save_section(case, PlanSection.B, theirs, 1, by=cast.manager, at=cast.at)
    mine = "What Section B says of Ivy, in words that everybody understands."
    page.get_by_label("What this section says").fill(mine)
    page.get_by_role("button", name="Save this section").click()
    assert page.get_by_role("heading", name="Put two texts together").is_visible()
    assert page.get_by_text("You changed different places").is_visible()
    _check(page, scripts)
    page.get_by_role("button", name="Save this text").click()
    joined = "All that Section B says of Ivy, in words that everybody understands."
    assert page.get_by_label("What this section says").input_value() == joined
    assert revision(cast, case, PlanSection.B) == 3


def test_officer_serves_the_draft(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    case = drafting(cast)
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(_plan(case))
    check_at_both_widths(page)
    page.get_by_role("link", name="Send the draft to the family").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("alert").get_by_role("link", name="Choose how it reaches Otto Otherparent").wait_for()
    check_at_both_widths(page)
    page.get_by_role("group", name="How it reaches Otto Otherparent").get_by_label("By hand").check()
    page.get_by_role("button", name="Continue").click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Send the draft").click()
    assert page.get_by_text("The family has until Monday 7 December 2026 to comment").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_parent_reads_and_comments_on_a_phone(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = served(cast)
    page = _page(open_browser, sign_in_as, cast.parent, width=PHONE, scripts=scripts)
    page.goto(_plan(case))
    assert page.get_by_text("Monday 7 December 2026").first.is_visible()
    _check(page, scripts)
    page.get_by_role("link", name="Read version 1").click()
    _check(page, scripts)
    page.get_by_role("link", name="Comment on Section F").click()
    page.get_by_role("button", name="Send the comment").click()
    assert page.get_by_role("alert").get_by_role("link", name="Write your comment").is_visible()
    _check(page, scripts)
    page.get_by_label("What is right, wrong or missing?").fill("How often will she be seen?")
    page.get_by_role("button", name="Send the comment").click()
    assert page.get_by_text("Comment 1 has been sent").is_visible()
    page.get_by_role("link", name="Ask for a school or other setting").click()
    page.get_by_label("Find a school or other setting").fill("orchard")
    page.get_by_role("button", name="Find").click()
    page.get_by_label("The Orchard School").check()
    _check(page, scripts)
    page.get_by_role("button", name="Ask for it").click()
    assert page.get_by_text("You have asked for The Orchard School").is_visible()


def test_final_is_blocked_while_a_comment_is_unanswered(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = served(cast)
    comment(cast, case, "How often will she be seen?")
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(_plan(case, "/issue"))
    assert page.get_by_text("1 comment on the draft still waits for an answer").is_visible()
    check_at_both_widths(page)
    page.get_by_role("link", name="Comments on the draft").click()
    check_at_both_widths(page)
    page.get_by_role("link", name="Answer comment 1").click()
    page.get_by_label("The plan was not changed").check()
    page.get_by_label("Your answer").fill("The advice says twice a week; Section F says so.")
    check_at_both_widths(page)
    page.get_by_role("button", name="Send the answer").click()
    assert page.get_by_text("Comment 1 is answered").is_visible()
    page.goto(_plan(case, "/issue"))
    assert page.get_by_role("button", name="Continue").is_visible()


def test_setting_replies_to_a_consultation(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    case = served(cast)
    settings = (Setting(str(cast.special_school), ""),)
    consultations.consult(case, settings, "From September 2027, in year 4.", by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        orla = officer(HERE, "Orla Orchard", RoleCode.SENCO, cast.at, cast.special_school)
    page = _page(open_browser, sign_in_as, orla)
    page.goto("/asked-of-us")
    check_at_both_widths(page)
    page.get_by_role("link", name="Reply about a place for Ivy Fielding").click()
    page.get_by_label("No, on one of the grounds in law").check()
    page.get_by_role("button", name="Send the reply").click()
    assert page.get_by_role("alert").get_by_text("The only grounds are").is_visible()
    check_at_both_widths(page)
    page.get_by_label("The setting is unsuitable").check()
    page.get_by_label("Your reasons").fill("The building has stairs only, and Ivy uses a wheelchair.")
    page.get_by_role("button", name="Send the reply").click()
    assert page.get_by_text("Your reply about Ivy Fielding has been sent").is_visible()


def test_officer_consults_and_issues_the_final_plan(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, settings: Any
) -> None:
    case = served(cast)
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{case}/settings/consult?find=school")
    page.get_by_label("Millbrook Primary School").check()
    page.get_by_label("From when is a place wanted").fill("From September 2027, in year 4")
    check_at_both_widths(page)
    page.get_by_role("button", name="Consult").click()
    assert page.get_by_text("Waiting for a reply").is_visible()
    check_at_both_widths(page)
    settings.ALONGSIDE_TODAY = later(cast, 16).date()
    assert date(2026, 12, 9) == settings.ALONGSIDE_TODAY
    page.goto(_plan(case, "/issue"))
    page.get_by_label("Millbrook Primary School").check()
    page.get_by_role("group", name="How it reaches Otto Otherparent").get_by_label("By hand").check()
    check_at_both_widths(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Sign and issue the final plan").click()
    assert page.get_by_text("The final plan has been issued").is_visible()
    page.get_by_role("link", name="What changed in version 2").click()
    assert page.get_by_text("Millbrook Primary School").first.is_visible()
    check_at_both_widths(page)
