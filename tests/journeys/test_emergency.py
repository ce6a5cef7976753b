"""A child at risk while the named officer is away; and an inspector who follows the sampled child and no other."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.app import scope
from alongside.core.access.role import RoleCode
from browser import check_at_both_widths
from cast import HERE, Cast, officer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]
WHY = "Police on the line: the child has not come home since noon."


def at(open_browser: Open, sign_in_as: SignIn, who: Any, **options: Any) -> Page:
    context = open_browser(**options)
    sign_in_as(context, who)
    page: Page = context.new_page()
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_colleague_opens_a_case_in_an_emergency_and_a_manager_looks_at_it_again(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    page = at(open_browser, sign_in_as, cast.other_officer, scripts=scripts)
    page.goto("/work")
    page.get_by_role("link", name="In an emergency").click()
    page.get_by_label("Reference").fill(cast.case.reference)
    page.get_by_role("button", name="Find the case").click()
    page.get_by_role("link", name="Ivy Fielding").click()
    page.get_by_label("What has happened").fill("urgent")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="The reason “urgent” is too short")).to_be_visible()
    page.get_by_label("What has happened").fill(WHY)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Open this case in an emergency?")).to_be_visible()
    page.get_by_role("button", name="Open the case for one hour").click()
    expect(page.get_by_text("1 person has been told.")).to_be_visible()
    page.get_by_role("link", name="People").click()
    expect(page.get_by_text("1 Mill Lane").first).to_be_visible()

    page = at(open_browser, sign_in_as, cast.manager, scripts=scripts)
    page.goto("/emergencies")
    page.get_by_role("link", name=cast.case.reference).click()
    expect(page.get_by_text("Opened to see who is involved in this case")).to_be_visible()
    page.get_by_label("What did you find?").fill("It was an emergency, and the address was needed.")
    page.get_by_role("button", name="Record the review").click()
    expect(page.get_by_text("Every one of them has been reviewed.")).to_be_visible()


def test_pages_of_an_emergency_have_no_barrier(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    page = at(open_browser, sign_in_as, cast.other_officer)
    page.goto("/emergency")
    check_at_both_widths(page)
    page.get_by_role("button", name="Find the case").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.goto(f"/emergency?reference={cast.case.reference}")
    check_at_both_widths(page)
    page.goto(f"/cases/{cast.case.case_id}/emergency")
    check_at_both_widths(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_label("What has happened").fill(WHY)
    page.get_by_role("button", name="Continue").click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Open the case for one hour").click()
    expect(page.get_by_text("1 person has been told.")).to_be_visible()
    check_at_both_widths(page)
    page.goto(f"/cases/{cast.case.case_id}/people")

    page = at(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{cast.case.case_id}")
    check_at_both_widths(page)
    page = at(open_browser, sign_in_as, cast.manager)
    page.goto("/emergencies")
    check_at_both_widths(page)
    page.get_by_role("link", name=cast.case.reference).click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Record the review").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.goto(f"/cases/{cast.case.case_id}/looks")
    check_at_both_widths(page)


def test_inspector_follows_the_sampled_child_and_no_other(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    with scope.opened_to_all(HERE):
        inspector = officer(HERE, "Ines Inspector", RoleCode.INSPECTOR, cast.at)
    page = at(open_browser, sign_in_as, cast.data_officer)
    page.goto("/inspection")
    check_at_both_widths(page)
    page.get_by_role("button", name="Make a sample").click()
    check_at_both_widths(page)
    page.get_by_label("What is the sample called?").fill("Area SEND inspection, autumn 2026")
    last = page.get_by_role("group", name="Last day on which the cases are open")
    for part, value in (("Day", "27"), ("Month", "11"), ("Year", "2026")):
        last.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="Save the sample").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_label("Ines Inspector").check()
    page.get_by_role("button", name="Save the sample").click()
    expect(page.get_by_text("Now put in its cases.")).to_be_visible()
    page.get_by_label("References of the cases").fill(f"{cast.case.reference}\nE99-00001")
    page.get_by_role("button", name="Put these cases in").click()
    expect(page.get_by_text("Line 2, “E99-00001”: there is no such case here.")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_label("References of the cases").fill(cast.case.reference)
    page.get_by_role("button", name="Put these cases in").click()
    expect(page.get_by_text("1 case is in the sample now.")).to_be_visible()
    check_at_both_widths(page)

    page = at(open_browser, sign_in_as, inspector)
    page.goto("/")
    expect(page.get_by_role("heading", name="Cases in the sample")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_role("link", name="Ivy Fielding").click()
    expect(page.get_by_role("heading", name="Where this case stands")).to_be_visible()
    check_at_both_widths(page)
