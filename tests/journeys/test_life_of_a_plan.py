"""Two stories told on the pages: a plan through its annual review, and a refusal through appeal to compliance."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import decision_cast
from alongside.app.actions import decisions
from browser import check_at_both_widths
from cast import Cast
from happening_cast import WITH_A_PLAN, reach

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


class Officer:
    """The coordinator at her browser, from day to day."""

    def __init__(self, page: Page, case: str, settings: Any) -> None:
        self.page, self.case, self.settings = page, case, settings

    def on(self, day: date) -> None:
        """Another day."""
        self.settings.ALONGSIDE_TODAY = self.today = day

    def record(self, title: str, **given: str) -> None:
        """Choose the news from the list, fill its form and record it."""
        self.page.goto(f"{self.case}/record")
        self.page.get_by_role("link", name=title, exact=True).click()
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible()
        self.day("occurred_on", self.today)
        for name, value in given.items():
            self.fill(name, value)
        self.page.get_by_role("button", name="Record this", exact=True).click()
        expect(self.page.get_by_text(f"Recorded: {title}.")).to_be_visible()

    def fill(self, name: str, value: str) -> None:
        """One answer, whatever it is asked in."""
        if self.page.locator(f"[name='{name}-day']").count():
            self.day(name, date.fromisoformat(value))
            return
        field = self.page.locator(f"[name='{name}']")
        if field.first.get_attribute("type") in ("radio", "checkbox"):
            self.page.locator(f"[name='{name}'][value='{value}']").check()
        elif field.evaluate("box => box.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)

    def day(self, name: str, day: date) -> None:
        """Three boxes."""
        for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
            self.page.locator(f"[name='{name}-{part}']").fill(str(number))

    def sees(self, *sentences: str) -> None:
        """These stand on the page of the case."""
        self.page.goto(self.case)
        for sentence in sentences:
            expect(self.page.get_by_text(sentence).first).to_be_visible()


def officer_of(cast: Cast, open_browser: Open, sign_in_as: SignIn, settings: Any) -> Officer:
    context = open_browser()
    sign_in_as(context, cast.officer)
    return Officer(context.new_page(), f"/cases/{cast.case.case_id}", settings)


def family_of(cast: Cast, open_browser: Open, sign_in_as: SignIn) -> Page:
    context = open_browser()
    sign_in_as(context, cast.parent)
    page: Page = context.new_page()
    return page


def test_plan_goes_through_its_annual_review_to_an_amended_final_plan(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, demo: Any
) -> None:
    reach(cast, WITH_A_PLAN)
    officer = officer_of(cast, open_browser, sign_in_as, demo)
    family, mine = family_of(cast, open_browser, sign_in_as), f"/cases/{cast.case.case_id}/family"

    officer.on(date(2027, 9, 1))
    officer.record("Review meeting arranged", meeting_on="2027-10-04", school_year="4")
    officer.sees("The plan’s year", "A review meeting is arranged.")
    expect(officer.page.get_by_text("The twenty weeks")).to_have_count(0)
    check_at_both_widths(officer.page)
    officer.on(date(2027, 9, 13))
    officer.record("Everybody invited told the day of the review meeting")
    officer.record("Advice for the review sent to everybody invited")
    officer.on(date(2027, 10, 4))
    officer.record("Review meeting held", recommended="AMEND", held_by="SETTING")
    officer.sees("Due Monday 1 November 2027")
    officer.on(date(2027, 10, 15))
    officer.record("Report of the review meeting received", recommended="AMEND")

    officer.on(date(2027, 11, 1))
    officer.page.goto(f"{officer.case}/record/amendment_notice_sent")
    expect(officer.page.get_by_text("the notice must state")).to_be_visible()
    check_at_both_widths(officer.page)
    officer.record("Notice of proposed changes to the plan, sent outside this service", channel="EMAIL")
    officer.sees(
        "The proposed amendments are with the family for their comments.", "Due Monday 27 December 2027"
    )
    family.goto(mine)
    expect(family.get_by_text("You have the changes that we want to make.")).to_be_visible()
    expect(family.get_by_text("Your time to tell us about the changes").first).to_be_visible()
    expect(family.get_by_text("Due Monday 15 November 2027").first).to_be_visible()
    check_at_both_widths(family)

    officer.on(date(2027, 12, 13))
    officer.record("Amended final plan, sent outside this service", written_name="Hill End School")
    officer.sees("The family may appeal.", "Review the plan again")
    expect(officer.page.get_by_text("late", exact=False).filter(has_text="weeks late")).to_have_count(0)
    family.goto(mine)
    expect(family.get_by_text("Look at the plan again this year").first).to_be_visible()
    expect(family.get_by_text("Appeal to the SEND Tribunal").first).to_be_visible()
    expect(family.get_by_text("You have the changes that we want to make.")).to_have_count(0)


def test_refusal_goes_through_mediation_and_appeal_to_compliance(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, demo: Any
) -> None:
    decision_cast.refuse(cast)
    officer = officer_of(cast, open_browser, sign_in_as, demo)
    family, mine = family_of(cast, open_browser, sign_in_as), f"/cases/{cast.case.case_id}/family"

    officer.on(date(2026, 12, 1))
    officer.record("Family told us that it wants mediation", health="NONE", issues="Reading")
    officer.sees(
        "A disagreement", "The family wants mediation. It is to be arranged.", "Due Thursday 31 December 2026"
    )
    check_at_both_widths(officer.page)
    family.goto(mine)
    expect(family.get_by_text("Set up the meeting with a mediator").first).to_be_visible()
    officer.on(date(2026, 12, 15))
    officer.record("Mediation held")
    officer.on(date(2026, 12, 17))
    officer.record("Mediation certificate issued", certificate_dated_on="2026-12-17")
    officer.on(date(2027, 1, 11))
    officer.record("Appeal received by the Tribunal", about="The refusal to assess", received_at="14:20")
    officer.on(date(2027, 1, 18))
    officer.record("Tribunal’s notice of the appeal received", hearing_on="2027-05-10")
    family.goto(mine)
    expect(family.get_by_text("The tribunal hears your appeal").first).to_be_visible()
    expect(family.get_by_text("Due Monday 10 May 2027").first).to_be_visible()
    check_at_both_widths(family)
    officer.on(date(2027, 2, 10))
    officer.record("Our response to the appeal sent")
    officer.on(date(2027, 5, 10))
    officer.record("Appeal heard")
    officer.on(date(2027, 5, 17))
    officer.record("Tribunal made its order", order="ASSESS")

    officer.sees("The needs are being assessed", "Due Monday 31 May 2027", "Due Monday 23 August 2027")
    family.goto(mine)
    expect(family.get_by_text("Tell you that we will assess Ivy").first).to_be_visible()
    expect(family.get_by_text("The tribunal has decided. We must do what it says.")).to_be_visible()
    check_at_both_widths(family)

    officer.on(date(2027, 5, 24))
    officer.record("Family told of the assessment that was ordered or agreed")
    officer.on(date(2027, 6, 14))
    at = cast.at.replace(year=2027, month=6, day=14)
    decisions.decide_whether_to_issue(
        cast.case.case_id, (decision_cast.NO_PLAN,), support_now=decision_cast.SUPPORT, by=cast.officer, at=at
    )
    officer.sees("The authority decided not to issue a plan.")
    officer.page.get_by_text("Done, or no longer needed").click()
    for duty, day in (
        ("Tell the family of the assessment or reassessment that was ordered", "Done 24 May 2027"),
        ("Tell of a decision against a plan after an assessment that was ordered", "Done 14 June 2027"),
    ):
        card = officer.page.locator(".app-deadline").filter(has_text=duty)
        expect(card.get_by_text("Done on time")).to_be_visible()
        expect(card.get_by_text(day, exact=True)).to_be_visible()
