"""A request from the family's phone to the decision, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from alongside.app import scope
from alongside.records.models import Authority, Document
from browser import check_at_both_widths
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[BrowserContext, Any], None]
Open = Callable[..., BrowserContext]


def fill_date(page: Page, legend: str, day: str, month: str, year: str) -> None:
    group = page.get_by_role("group", name=re.compile(legend))
    for box, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(box).fill(value)


def look(page: Page, scripts: bool = True) -> None:
    """No barrier at either width. axe is a script itself, so it looks only where scripts run."""
    if scripts:
        check_at_both_widths(page)


def ask(page: Page, forename: str, surname: str, photo: Path | None = None, scripts: bool = True) -> str:
    """Somebody without an account fills the request in as far as checking. Returns the code."""
    page.goto("/")
    page.get_by_role("button", name="Ask for an assessment").click()
    page.get_by_role("button", name="Start now").click()
    code = page.locator(".app-code").inner_text().strip()
    look(page, scripts)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="About you").click()
    page.get_by_label("A parent or carer").check()
    page.get_by_label("Your full name").fill("Ada Marsh")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("textbox", name="Phone number").fill("01632 960 555")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_label("First name").fill(forename)
    page.get_by_label("Last name").fill(surname)
    fill_date(page, "Date of birth", "4", "5", "2018")
    page.get_by_role("button", name="Save and continue").click()
    if photo is not None:
        page.goto("/request/papers")
        page.get_by_label("Add a photo or file").set_input_files(photo)
        page.get_by_role("button", name="Add this file").click()
        assert page.get_by_text("“letter.jpg” has been added.").is_visible()
        look(page, scripts)
    return code


@pytest.mark.parametrize("scripts", [True, False])
def test_parent_sends_a_request_with_a_photo_and_comes_back_by_code(
    cast: Cast, open_browser: Open, tmp_path: Path, scripts: bool
) -> None:
    photo = tmp_path / "letter.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 a synthetic photo")
    code = ask(open_browser(width=320, scripts=scripts).new_page(), "Sol", "Marsh", photo, scripts)
    page = open_browser(width=320, scripts=scripts).new_page()
    page.goto("/request/return")
    page.get_by_label("Your code").fill(code.lower())
    page.get_by_role("button", name="Continue").click()
    look(page, scripts)
    page.get_by_role("button", name="Check your answers and send").click()
    look(page, scripts)
    page.get_by_role("button", name="Send the request").click()
    assert page.get_by_role("heading", name="We have your request").is_visible()
    assert page.get_by_text("Monday 4 January 2027").is_visible()
    look(page, scripts)


def test_every_page_of_the_request_is_without_barriers_also_when_something_is_missing(
    cast: Cast, open_browser: Open
) -> None:
    page = open_browser().new_page()
    page.goto("/request")
    check_at_both_widths(page)
    page.get_by_role("button", name="Start now").click()
    for step in ("you", "reach", "child", "more", "why", "others"):
        page.goto(f"/request/tasks/{step}")
        check_at_both_widths(page)
        page.get_by_role("button", name="Save and continue").click()
        if step in ("you", "reach", "child"):
            assert page.get_by_role("heading", name="There is a problem").is_visible()
            check_at_both_widths(page)
    for address in ("/request/papers", "/request/check", "/request/return"):
        page.goto(address)
        check_at_both_widths(page)


def test_officer_registers_is_warned_of_a_possible_duplicate_and_decides_to_assess(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    family = open_browser().new_page()
    ask(family, "Ivy", "Feilding")
    family.goto("/request/check")
    family.get_by_role("button", name="Send the request").click()
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    page.goto("/requests")
    check_at_both_widths(page)
    page.get_by_role("link", name="Ivy Feilding").click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Register the request").click()
    assert page.get_by_role("heading", name="This child may be on record already").is_visible()
    assert page.get_by_text("similar last name").first.is_visible()
    check_at_both_widths(page)
    page.get_by_label("The same child: add the request to case E26-00001").check()
    page.get_by_role("button", name="Register the request").click()
    assert page.get_by_text("Registered as E26-00001.").is_visible()
    decide(page, cast, provision="Yes")
    assert page.get_by_role("heading", name="You are about to decide to assess").is_visible()
    check_at_both_widths(page)
    page.get_by_role("button", name="Decide to assess").click()
    assert page.get_by_text("everybody who must advise was asked").is_visible()


def decide(
    page: Page, cast: Cast, *, provision: str, reasons: str = "School support for two years was not enough."
) -> None:
    """An officer answers both limbs."""
    page.goto(f"/cases/{cast.case.case_id}/decide")
    first, second = page.locator(".app-limb").nth(0), page.locator(".app-limb").nth(1)
    first.get_by_label("Yes").check()
    first.get_by_label("Your reasons").fill("Reading is far harder for her than for others.")
    first.get_by_label("Evidence you relied on").fill("School report, 2 November 2026")
    second.get_by_label(provision, exact=True).check()
    second.get_by_label("Your reasons").fill(reasons)
    second.get_by_label("Evidence you relied on").fill("Support record 2024 to 2026")
    if provision == "No":
        page.get_by_label("Which help goes on without a plan").fill(
            "The school goes on with three sessions a week."
        )
    page.get_by_role("button", name="Continue").click()


def test_refusal_is_sent_with_reasons_rights_and_dates(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    decide(page, cast, provision="No")
    assert page.get_by_role("heading", name="You are about to decide not to assess").is_visible()
    page.get_by_role("button", name="Decide not to assess").click()
    assert page.get_by_text("the notice is made").is_visible()
    with scope.opened(cast.officer):
        letter = Document.objects.get(kind="REFUSAL_TO_ASSESS", twin=None, addressee__name="Petra Parent")
    words = " ".join(
        " ".join(p.extract_text() for p in PdfReader(BytesIO(bytes(letter.content))).pages).split()
    )
    for stated in (
        "School support for two years was not enough.",
        "right to appeal",
        "25 January 2027",
        "mediation",
    ):
        assert stated in words


def test_decision_without_reasons_is_an_error_summary(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    decide(page, cast, provision="Yes", reasons="")
    assert page.get_by_role("heading", name="There is a problem").is_visible()
    check_at_both_widths(page)
    page.get_by_role("link", name="Write your reasons on whether provision").click()
    assert page.evaluate("document.activeElement.id") == "id_plan_may_be_necessary_reasons"


@pytest.mark.parametrize(
    "address",
    [
        "decide",
        "decide-plan",
        "withdraw",
        "reconsider",
        "exceptions",
        "exceptions/SCHOOL_CLOSED",
        "documents",
    ],
)
def test_officer_s_pages_are_without_barriers_plain_and_in_error(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, address: str
) -> None:
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    page.goto(f"/cases/{cast.case.case_id}/{address}")
    check_at_both_widths(page)
    form = page.locator("main form[method=post]")
    if form.count():
        form.locator("button").first.click()
        assert page.get_by_role("heading", name="There is a problem").is_visible()
        check_at_both_widths(page)


def test_registering_by_hand_is_without_barriers(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    assert Authority.objects.filter(code="931").exists()
    context = open_browser()
    sign_in_as(context, cast.officer)
    page = context.new_page()
    page.goto("/requests/register")
    check_at_both_widths(page)
    page.get_by_role("button", name="Register the request").click()
    check_at_both_widths(page)
