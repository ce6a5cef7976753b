"""The pictures of the guides are taken of the real pages, with made-up people.

`ALONGSIDE_PICTURES=yes` writes them anew; without it the pages are opened and the pictures only looked for.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from area_fixture import DAY, area
from shown import showing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from area_cast import Area

__all__ = ["area"]

pytestmark = pytest.mark.journey

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "guides" / "screenshots"
PICTURES = {
    "work": ("officer", "/work"),
    "case": ("officer", "/cases/{case_id}"),
    "plan": ("officer", "/cases/{case_id}/plan"),
    "family": ("parent", "/cases/{case_id}/family"),
    "advice": ("psychologist", "/advice"),
    "oversight": ("manager", "/oversight"),
    "request": ("nobody", "/request"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_page_of_the_picture_opens(browser: Browser, area: Area, settings: Any, db: None, name: str) -> None:
    from alongside.records.models import Account

    # The browser comes first among the arguments: its loop gives Django a connection of its own, which `area` uses.
    settings.ALONGSIDE_TODAY = DAY
    who, address = PICTURES[name]
    client = Client()
    if who != "nobody":
        client.force_login(Account.objects.get(id=area.people[who].account))
    answer = client.get(address.format(**area.ids["ivy"]))
    assert answer.status_code == 200
    with showing(browser) as shown:
        shown.open(answer.content)
        picture = shown.page.screenshot()
    if os.environ.get("ALONGSIDE_PICTURES") == "yes":
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.png").write_bytes(picture)
    assert (FOLDER / f"{name}.png").exists(), "ALONGSIDE_PICTURES=yes takes the pictures"


def test_every_picture_that_a_guide_shows_is_there() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs" / "guides").glob("*.md")]:
        for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / path).exists(), f"{page.name} shows {path}, which is not there"
