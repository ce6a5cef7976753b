"""A draft with planted faults is refused, mended and issued; a service writes its section; a manager learns from it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from advice_cast import asked
from alongside.app.actions import finals, plan_findings, plans
from alongside.app.actions.finals import Placement
from alongside.app.actor import Actor
from alongside.core.case.codes import PlanSection
from browser import PHONE, check_at_both_widths
from cast import Cast
from plan_cast import HOPE, REASON, TEXTS, drafting, found, later, sending, served, write

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[BrowserContext, Any], None]
Open = Callable[..., BrowserContext]
B, F = PlanSection.B, PlanSection.F
PLANTED = f"{TEXTS[B]} Connor finds it hard to sit still."


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
def test_draft_with_planted_faults_is_refused_mended_and_leaves(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = drafting(cast)
    write(cast, case, B, PLANTED)
    write(cast, case, PlanSection.A, HOPE)
    page = _page(open_browser, sign_in_as, cast.officer, scripts=scripts)
    page.goto(_plan(case, "/send"))
    expect(page.get_by_text("The draft cannot be sent yet")).to_be_visible()
    page.get_by_role("link", name="Check this plan").click()
    expect(
        page.get_by_text("1 finding stops the plan and 1 warning needs a change or a reason")
    ).to_be_visible()
    _check(page, scripts)
    page.get_by_role("link", name="Open Section B at these words").click()
    expect(page.get_by_role("heading", name="What the checks found here")).to_be_visible()
    _check(page, scripts)
    page.get_by_label("What this section says").fill(TEXTS[B])
    page.get_by_role("button", name="Save this section").click()
    expect(page.get_by_text("The checks found nothing in this section")).to_be_visible()
    page.goto(_plan(case, "/check"))
    page.get_by_role("link", name="Leave the words as they are, with a reason").click()
    page.get_by_role("button", name="Record the reason").click()
    expect(page.get_by_role("alert")).to_contain_text("Write why the words stay as they are")
    _check(page, scripts)
    page.get_by_label("Why the words stay as they are").fill(REASON)
    page.get_by_role("button", name="Record the reason").click()
    expect(
        page.get_by_text("Nothing that the checks found keeps this plan from being issued")
    ).to_be_visible()
    page.goto(_plan(case, "/send"))
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_final_plan_waits_until_vague_provision_is_mended(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = served(cast)
    write(cast, case, F, f"{TEXTS[F]}\n\nIvy has access to a quiet room where possible.")
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(_plan(case, "/issue"))
    expect(page.get_by_text("The final plan cannot be issued yet")).to_be_visible()
    expect(page.get_by_text("where possible").first).to_be_visible()
    check_at_both_widths(page)
    write(cast, case, F, TEXTS[F])
    page.goto(_plan(case, "/issue"))
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_findings_follow_what_is_written_without_a_button(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = drafting(cast)
    page = _page(open_browser, sign_in_as, cast.officer)
    page.goto(_plan(case, "/write/B"))
    expect(page.get_by_text("The checks found nothing in this section")).to_be_visible()
    page.get_by_label("What this section says").fill(PLANTED)
    expect(page.get_by_text("Kept at")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Stops the draft too")).to_be_visible(timeout=15_000)
    assert page.get_by_label("What this section says").input_value() == PLANTED


@pytest.mark.parametrize("scripts", [True, False])
def test_service_writes_its_section_on_a_phone(
    cast: Cast, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    case = asked(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    officer = _page(open_browser, sign_in_as, cast.officer, scripts=scripts)
    officer.goto(_plan(case, "/write/C"))
    officer.get_by_role("link", name="Who writes this section").click()
    _check(officer, scripts)
    officer.get_by_label("Northshire Community Health").check()
    officer.get_by_role("button", name="Ask them to write it").click()
    expect(officer.get_by_text("With another service")).to_be_visible()
    therapist = _page(open_browser, sign_in_as, cast.health_adviser, width=PHONE, scripts=scripts)
    therapist.goto("/advice")
    _check(therapist, scripts)
    therapist.get_by_role("link", name="Ivy Fielding: Section C: Health needs").click()
    therapist.get_by_label("What this section says").fill(
        "No health need was identified by the paediatrician."
    )
    therapist.get_by_role("button", name="Save this section").click()
    _check(therapist, scripts)
    therapist.get_by_role("button", name="Tell the coordinator that it is ready").click()
    expect(therapist.get_by_text("The coordinator knows that Section C is ready")).to_be_visible()


def test_manager_sets_a_finding_aside_and_reads_what_the_checks_found(
    cast: Cast, open_browser: Open, sign_in_as: SignIn
) -> None:
    case = served(cast)
    write(cast, case, B, PLANTED)
    page = _page(open_browser, sign_in_as, cast.manager)
    page.goto(_plan(case, "/check"))
    page.get_by_role("link", name="Set this finding aside").click()
    check_at_both_widths(page)
    page.get_by_label("Why the check is mistaken here").fill(
        "Connor is the name of the reading scheme, and no child."
    )
    page.get_by_role("button", name="Record the reason").click()
    expect(page.get_by_text("Set aside by a manager").first).to_be_visible()
    keys = [line.fingerprint for line in found(cast, case) if line.is_open]
    assert keys == []
    write(cast, case, PlanSection.A, HOPE)
    warnings = [line.fingerprint for line in found(cast, case, "A.5")]
    plan_findings.pass_warnings(case, warnings, REASON, by=cast.officer, at=cast.at)
    at = later(cast, 15)
    finals.issue(case, Placement("", cast.school), sending(cast, case, at=at), by=cast.officer, at=at)
    for address in (
        _plan(case, "/reasons"),
        "/plan-quality",
        "/plan-quality/questions",
        "/plan-quality/questions/B",
    ):
        page.goto(address)
        check_at_both_widths(page)
