"""Advice in a browser: asked on the day, answered on a phone, sent as a file, said to be nothing, chased when late."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from advice_cast import A_JPEG, asked, events, request_for, row
from alongside.app.actions import decisions
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import Answer
from browser import check_at_both_widths, check_page
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def opened(open_browser: Open, sign_in_as: SignIn, who: Any, **options: Any) -> Page:
    """A page at the start of the service, with somebody signed in."""
    context = open_browser(**options)
    sign_in_as(context, who)
    page: Page = context.new_page()
    page.goto("/")
    return page


def look(page: Page, scripts: bool) -> None:
    """No barrier and nothing too wide. axe is a script itself, so it looks only where scripts run."""
    if scripts:
        check_page(page)


def test_decision_to_assess_asks_everybody_the_same_day(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    met = [
        Answer(limb, True, "The reports say so plainly.", "School report") for limb in legal_tests.TO_ASSESS
    ]
    decisions.decide_whether_to_assess(cast.case.case_id, met, by=cast.officer, at=cast.at)
    assert {event.occurred_on for event in events(cast, EventKind.ADVICE_REQUESTED)} == {date(2026, 11, 23)}
    page = opened(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{cast.case.case_id}/advice")
    for words in ("Educational advice", "Medical advice", "Psychological advice", "Social care advice"):
        expect(page.get_by_role("link", name=words)).to_be_visible()
    expect(page.get_by_text("due 4 Jan 2027").first).to_be_visible()
    check_at_both_widths(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_psychologist_gives_advice_on_a_phone(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.psychologist, width=320, scripts=scripts)
    expect(page.get_by_role("heading", name="Advice to give", level=1)).to_be_visible()
    look(page, scripts)
    page.get_by_role("link", name="Ivy Fielding: psychological advice").click()
    page.get_by_role("button", name="Take this request").click()
    expect(page.get_by_text("You have taken this request.")).to_be_visible()
    look(page, scripts)
    page.get_by_role("button", name="Write your advice").click()
    page.get_by_label("Strengths").fill("Ivy builds towers.")
    page.get_by_label("What is the need?").fill("She reads single words.")
    page.get_by_role("button", name="Save, and add another need").click()
    expect(page.get_by_label("What is the need?").first).to_have_value("She reads single words.")
    expect(page.get_by_role("group", name="Need 2")).to_be_visible()
    page.get_by_label("What is to be done?").fill("Access to a quiet room")
    look(page, scripts)
    page.get_by_role("button", name="Save and check before sending").click()
    expect(page.get_by_text("says “Access to a quiet room”")).to_be_visible()
    look(page, scripts)
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_text("Your advice has been sent. Thank you.")).to_be_visible()
    look(page, scripts)
    assert not row(cast, request_for(cast, AdviceKind.PSYCHOLOGICAL)).is_open


def test_writing_is_kept_without_pressing_anything(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.psychologist)
    page.goto(f"/cases/{cast.case.case_id}/advice/{request_for(cast, AdviceKind.PSYCHOLOGICAL)}/write")
    page.get_by_label("Strengths").fill("Ivy builds towers.")
    expect(page.get_by_text("Kept 23 November 2026")).to_be_visible()
    page.get_by_label("Strengths").fill("Ivy builds tall towers.")
    expect(page.locator("#id_revision")).to_have_value("2")
    page.reload()
    expect(page.get_by_label("Strengths")).to_have_value("Ivy builds tall towers.")


def test_health_says_with_its_reason_that_there_is_nothing_to_add(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.health_adviser)
    page.get_by_role("link", name="Ivy Fielding: medical advice").click()
    check_at_both_widths(page)
    page.get_by_role("link", name="Say that you have nothing to add").click()
    page.get_by_role("button", name="Send this answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why you have nothing to add")
    check_at_both_widths(page)
    page.get_by_label("Why do you have nothing to add?").fill("Ivy is not known to any of our clinics.")
    page.get_by_role("button", name="Send this answer").click()
    expect(page.get_by_text("Ivy is not known to any of our clinics.")).to_be_visible()
    assert row(cast, request_for(cast, AdviceKind.MEDICAL)).nothing_to_add


def test_senco_sends_a_word_file(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    asked(cast)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    page = opened(open_browser, sign_in_as, cast.senco)
    page.goto("/advice")
    page.get_by_role("link", name="Ivy Fielding: educational advice").click()
    page.get_by_role("link", name="Send a file instead").click()
    wrong = {"name": "report.docx", "mimeType": "application/octet-stream", "buffer": A_JPEG}
    page.get_by_label("Add a photo or file").set_input_files(wrong)  # type: ignore[arg-type]
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_role("alert")).to_contain_text("is not what its name says")
    check_at_both_widths(page)
    right = {"name": "report.docx", "mimeType": "application/octet-stream", "buffer": kept.getvalue()}
    page.get_by_label("Add a photo or file").set_input_files(right)  # type: ignore[arg-type]
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_role("link", name="Open the file: report.docx").first).to_be_visible()
    assert not row(cast, request_for(cast, AdviceKind.EDUCATIONAL)).is_open


def test_late_advice_is_chased(cast: Cast, open_browser: Open, sign_in_as: SignIn, settings: Any) -> None:
    asked(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 9)
    page = opened(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{cast.case.case_id}/advice")
    page.get_by_role("link", name="Psychological advice").click()
    expect(page.get_by_text("Late").first).to_be_visible()
    check_at_both_widths(page)
    page.get_by_role("link", name="Remind them").click()
    check_at_both_widths(page)
    page.get_by_role("button", name="Remind them").click()
    expect(page.get_by_text("The reminder is recorded.")).to_be_visible()
    expect(page.get_by_text("9 January 2027").first).to_be_visible()
    assert row(cast, request_for(cast, AdviceKind.PSYCHOLOGICAL)).chased == 1


@pytest.mark.parametrize("door", ["record", "earlier", "received", "cancel"])
def test_officers_forms_have_no_barriers_plain_or_in_error(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, door: str
) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{cast.case.case_id}/advice/{request_for(cast, AdviceKind.MEDICAL)}/{door}")
    check_at_both_widths(page)
    page.locator("main form button").last.click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    check_at_both_widths(page)


def test_asking_somebody_else_has_no_barriers(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{cast.case.case_id}/advice/ask")
    check_at_both_widths(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    check_at_both_widths(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_parent_tells_us_about_their_child_on_a_phone(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.parent, width=320, scripts=scripts)
    page.goto(f"/cases/{cast.case.case_id}/tell-us")
    look(page, scripts)
    page.get_by_label("What is your child like?").fill("She sings all day.")
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_text("Nobody else can read it until you send it.")).to_be_visible()
    expect(page.get_by_label("What is your child like?")).to_have_value("She sings all day.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("She sings all day.")).to_be_visible()
    look(page, scripts)


def test_another_advisers_request_is_not_found(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> None:
    asked(cast)
    page = opened(open_browser, sign_in_as, cast.health_adviser)
    page.goto(f"/cases/{cast.case.case_id}/advice/{request_for(cast, AdviceKind.PSYCHOLOGICAL)}/give")
    expect(page.get_by_role("heading", level=1)).to_contain_text("not found")
    expect(page.get_by_text("Ivy")).to_have_count(0)
