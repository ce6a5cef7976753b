"""A county switches over: its data officer adds people and bodies, and says whom families may turn to."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser import check_at_both_widths
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


def at(open_browser: Open, sign_in_as: SignIn, who: Any, **options: Any) -> Page:
    context = open_browser(**options)
    sign_in_as(context, who)
    page: Page = context.new_page()
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_data_officer_adds_a_colleague_and_ends_a_role(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    page = at(open_browser, sign_in_as, cast.data_officer, scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Who works here").click()
    page.get_by_role("button", name="Add somebody").click()
    page.get_by_label("Full name").fill("Nia New")
    page.get_by_label("Work email address").fill("nia.new@example.org")
    page.get_by_label("EHC coordinator").check()
    page.get_by_role("button", name="Add and invite").click()
    expect(page.get_by_text("Nia New now has the role EHC coordinator")).to_be_visible()
    page.get_by_role("link", name="End the role EHC coordinator").click()
    for part, value in (("Day", "30"), ("Month", "11"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="End this role").click()
    expect(page.get_by_text("The last day of Nia New in this role is recorded.")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("30 Nov 2026")


def test_manager_gives_a_case_to_a_colleague(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    page = at(open_browser, sign_in_as, cast.manager)
    page.goto(f"/cases/{cast.case.case_id}")
    page.get_by_role("link", name="Give this case to another coordinator").click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Give the case").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_label("Who will look after this case?").select_option(str(cast.other_officer.account))
    page.get_by_role("button", name="Give the case").click()
    expect(page.get_by_text("Omar Officer now looks after this case.")).to_be_visible()


def test_pages_of_the_area_have_no_barrier_that_axe_finds(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    page = at(open_browser, sign_in_as, cast.data_officer)
    person = f"/area/people/{cast.officer.account}"
    for path in (
        "/area", "/area?q=zzz&show=left", "/area/people/add", person, f"{person}/give", f"{person}/close",
        f"/area/people/{cast.data_officer.account}", "/area/organisations", "/area/organisations/add",
        "/area/organisations/add/SETTING", "/area/organisations/add/COUNCIL",
        f"/area/organisations/{cast.school}", "/area/details",
    ):  # fmt: skip
        page.goto(path)
        check_at_both_widths(page)


def test_error_states_of_the_area_have_no_barrier_that_axe_finds(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    page = at(open_browser, sign_in_as, cast.data_officer)
    person = f"/area/people/{cast.officer.account}"
    for path, button in (
        ("/area/people/add", "Add and invite"),
        ("/area/organisations/add", "Continue"),
        ("/area/organisations/add/SETTING", "Add"),
    ):
        page.goto(path)
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        check_at_both_widths(page)
    page.goto("/area/details")
    page.get_by_label("Mediation adviser").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.goto(person)
    page.get_by_role("link", name="End the role EHC coordinator").click()
    page.get_by_label("Day", exact=True).fill("30")
    page.get_by_role("button", name="End this role").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    check_at_both_widths(page)
    page.goto(f"{person}/close")
    page.get_by_role("button", name="Close the account").click()
    expect(page.get_by_text("still has 1 open case")).to_be_visible()
    check_at_both_widths(page)
