"""A data officer hands in the council's return, decides a disagreement, and enters a missing day."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.app import ports
from alongside.integrations.sen2 import load, returns
from alongside.jobs import imports as job
from app.importing_files import AWAITING, HEADER, ISSUED, ada, file
from browser import check_at_both_widths
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]
SignIn = Callable[[Any, Any], None]


@pytest.fixture(autouse=True)
def _at(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports.PORTS, "now", lambda: cast.at)


def seen(page: Page, name: str, *, scripts: bool = True) -> None:
    """Checks the page at both widths, and keeps a picture of it where ALONGSIDE_PICTURES names a folder."""
    if not scripts:  # axe itself is a script
        return
    check_at_both_widths(page)
    folder = os.environ.get("ALONGSIDE_PICTURES")
    for width in (320, 1280) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_data_officer_takes_a_return_over_and_decides_what_it_says_otherwise(
    cast: Cast, tmp_path: Path, open_browser: Open, sign_in_as: SignIn, scripts: bool
) -> None:
    bea = replace(ada(returns.Request(outcome="A")), forename="Bea", upn=None, sex=None)
    load.take_over(file(tmp_path, [ada(ISSUED), bea]), by=cast.service, at=cast.at)
    other = replace(ISSUED, outcome_on=date(2024, 4, 2))
    told = file(
        tmp_path, [ada(other), replace(ada(AWAITING), forename="Cai", upn=None)], name="return-2025.xml"
    )
    told.path.write_text(told.path.read_text().replace("<Sex>F</Sex>", "<Sex>Q</Sex>", 1))
    context = open_browser(scripts=scripts)
    sign_in_as(context, cast.data_officer)
    page = context.new_page()
    page.goto("/returns")
    seen(page, "returns", scripts=scripts)
    page.get_by_role("button", name="Hand in the return").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the file of the return")
    seen(page, "returns-error", scripts=scripts)
    page.get_by_label("The return", exact=True).set_input_files(told.path)
    page.get_by_role("button", name="Hand in the return").click()
    expect(page.get_by_text("This file waits to be taken over")).to_be_visible()
    seen(page, "return-waiting", scripts=scripts)
    assert job.take_over_returns(0) == 1
    page.get_by_role("link", name="Look again").click()
    expect(page.get_by_role("heading", name="SEN2 2025")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("not one of the codes")
    seen(page, "return-done", scripts=scripts)
    page.get_by_role("link", name="1 disagreement").click()
    seen(page, "disagreements", scripts=scripts)
    page.get_by_role("link", name="E26-00002").click()
    seen(page, "decide", scripts=scripts)
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose which of the two is right")
    page.get_by_label("What the return says").check()
    page.get_by_label("How do you know?").fill("The letter in the file is dated 2 April")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("The decision is recorded.")).to_be_visible()
    page.goto("/returns/without-day")
    expect(page.get_by_role("table")).to_contain_text("Request for an assessment received")
    seen(page, "without-day", scripts=scripts)
    page.get_by_role("link", name="E26-00003").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_return_that_was_refused_says_why(
    cast: Cast, tmp_path: Path, open_browser: Open, sign_in_as: SignIn
) -> None:
    told = file(tmp_path, [ada(ISSUED)], replace(HEADER, lea="825"))
    context = open_browser()
    sign_in_as(context, cast.data_officer)
    page = context.new_page()
    page.goto("/returns")
    page.get_by_label("The return", exact=True).set_input_files(told.path)
    page.get_by_role("button", name="Hand in the return").click()
    expect(page.get_by_role("alert")).to_contain_text("is of local authority 825")
    seen(page, "returns-other-authority")
