"""From advice to a final plan in a browser: lines used and not used, an author who objects, a manager who decides."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from advice_cast import taken_by
from advice_lines_cast import NEED_IN_PLAN, REPORT, advised, answer_findings, word
from alongside.app.actions import advice_answers, drafts, finals
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.finals import Placement
from alongside.core.case.codes import AdviceKind
from browser import check_at_both_widths
from cast import Cast
from plan_cast import later, sending

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]
AFTER = date(2026, 12, 9)
OBJECTION = "She reads them only with help beside her."
REASON = "The school wrote last week that she reads them without help."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def page_of(open_browser: Open, sign_in_as: SignIn, who: Any) -> Page:
    context = open_browser()
    sign_in_as(context, who)
    page: Page = context.new_page()
    return page


def issue(page: Page, case: UUID) -> None:
    page.goto(f"/cases/{case}/plan/issue")


def test_lines_are_decided_their_author_objects_and_a_manager_decides(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, settings: Any
) -> None:
    case, request = advised(cast)
    officer = page_of(open_browser, sign_in_as, cast.officer)
    decide_on_both_lines(officer, case)
    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    author = page_of(open_browser, sign_in_as, cast.psychologist)
    author.goto(f"/cases/{case}/advice/{request}/give")
    author.get_by_role("link", name="See how your advice was used in the plan").click()
    expect(author.get_by_text(NEED_IN_PLAN)).to_be_visible()
    check_at_both_widths(author)
    author.get_by_role("button", name="This does not represent what I wrote").click()
    author.get_by_role("button", name="Send my objection").click()
    expect(author.get_by_role("alert")).to_contain_text("Say what the plan gets wrong")
    check_at_both_widths(author)
    author.get_by_label("Which part of your advice is it about?").select_option(index=1)
    author.get_by_label("What does the plan get wrong").fill(OBJECTION)
    author.get_by_role("button", name="Send my objection").click()
    expect(author.get_by_text("The final plan waits for it.")).to_be_visible()
    check_at_both_widths(author)
    settings.ALONGSIDE_TODAY = AFTER
    issue(officer, case)
    expect(
        officer.get_by_text("1 objection of an adviser to how their advice was used is open.")
    ).to_be_visible()
    check_at_both_widths(officer)
    override(page_of(open_browser, sign_in_as, cast.manager), case)
    placement, day = Placement("", cast.school), later(cast, 16)
    answer_findings(cast, case, at=day)
    issue(officer, case)
    expect(officer.get_by_role("button", name="Continue")).to_be_visible()
    finals.issue(case, placement, sending(cast, case, at=day), by=cast.officer, at=day)
    family = page_of(open_browser, sign_in_as, cast.parent)
    family.goto(f"/cases/{case}/plan")
    expect(family.get_by_role("heading", name="An adviser did not agree with the plan")).to_be_visible()
    expect(family.get_by_text(REASON)).to_be_visible()
    check_at_both_widths(family)


def decide_on_both_lines(page: Page, case: UUID) -> None:
    page.goto(f"/cases/{case}/plan")
    page.get_by_role("link", name="Advice to use").click()
    expect(page.get_by_text("0 of 2 lines are decided. 2 are left.")).to_be_visible()
    check_at_both_widths(page)
    page.get_by_role("link", name="Need 1 of Ed Psychologist").click()
    page.get_by_role("button", name="Save, and go to the next line").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose whether this line is used in the plan")
    check_at_both_widths(page)
    page.get_by_label("Yes, it is used").check()
    page.get_by_label(f"Section B: {NEED_IN_PLAN}").check()
    page.get_by_role("button", name="Save, and go to the next line").click()
    expect(page.get_by_role("heading", name="Recommendation 2 of Ed Psychologist", level=1)).to_be_visible()
    page.get_by_label("No, it is not used").check()
    page.get_by_label("Why is it not used?").fill("Too short")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("at least 20 characters")
    page.get_by_label("Why is it not used?").fill("The school does this for every child already.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("All 2 lines that you can read are decided.")).to_be_visible()
    check_at_both_widths(page)


def override(page: Page, case: UUID) -> None:
    page.goto(f"/cases/{case}/plan/advice")
    expect(page.get_by_text(OBJECTION)).to_be_visible()
    page.get_by_role("link", name="Decide on what Ed Psychologist says").click()
    page.get_by_role("button", name="Record my decision").click()
    expect(page.get_by_role("alert")).to_contain_text("Give your reason")
    check_at_both_widths(page)
    page.get_by_label("Why may the plan be issued all the same?").fill(REASON)
    page.get_by_role("button", name="Record my decision").click()
    expect(page.get_by_text("Overridden by a manager")).to_be_visible()


def test_word_file_is_marked_and_advice_goes_back_with_questions(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case, _ = advised(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer(paper=Paper("report.docx", word(*REPORT)))
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    page = page_of(open_browser, sign_in_as, cast.officer)
    page.goto(f"/cases/{case}/plan/advice")
    page.get_by_role("link", name="Medical advice of Hana Therapist").click()
    expect(page.get_by_label("Recommendation: A therapist teaches")).to_be_checked()
    check_at_both_widths(page)
    page.get_by_label("Words to take as a line").fill("Ivy cannot ride a bicycle")
    page.get_by_label("A need", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("was not found in this advice")
    check_at_both_widths(page)
    page.get_by_label("Words to take as a line").fill("")
    page.get_by_label("I have read the whole file").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("2 lines were added.")).to_be_visible()
    page.goto(f"/cases/{case}/advice/{request}")
    check_at_both_widths(page)
    page.get_by_role("link", name="Send it back with questions").click()
    check_at_both_widths(page)
    page.get_by_label("What do you ask the author?").fill("Which therapist is meant?")
    page.get_by_role("button", name="Send the questions").click()
    expect(page.get_by_text("It waits for an answer.")).to_be_visible()
    author = page_of(open_browser, sign_in_as, cast.health_adviser)
    author.goto("/advice")
    expect(author.get_by_text("Sent back with questions")).to_be_visible()
    author.get_by_role("link", name="Ivy Fielding: medical advice").first.click()
    expect(author.get_by_text("Which therapist is meant?")).to_be_visible()
    expect(author.get_by_role("link", name="Speech and language therapy advice")).to_be_visible()
    check_at_both_widths(author)
