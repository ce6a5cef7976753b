"""Every door for everybody who may open it: no barrier that axe can find, valid HTML, nothing wider than a phone.

Pages are asked for in process and put before one browser, which gets their styles from the folder that serves them:
hundreds of pages in a few minutes. A page of the same door that has the same elements and classes as one
already looked at differs from it in words alone, and is not looked at again. The journeys use the real server.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import Client

from area_cast import PEOPLE
from area_fixture import DAY, area
from cast import HERE
from shown import Show, showing
from strict_html import check_order_of_headings, parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alongside.web.doors import Door
    from area_cast import Area

__all__ = ["area"]

pytestmark = [pytest.mark.journey, pytest.mark.slow]

OWN = {"mother_of_sol": "sol", "senco_elsewhere": "sol", "young_person": "yas", "mother_of_yas": "yas"}
"""The child whose pages somebody looks at; everybody else looks at Ivy's."""
ELEMENT = re.compile(r"<\w[^>]*>")
KIND = re.compile(r"^<\w+|\sclass=\"[^\"]*\"")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any, db: None) -> None:
    settings.ALONGSIDE_TODAY = DAY


@pytest.fixture(scope="module")
def looked_at() -> set[str]:
    """The shapes of pages that were before the browser already."""
    return set()


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Show]:
    """One page of one browser for the whole module."""
    with showing(browser) as one:
        yield one


def test_static_files_and_styles_are_there() -> None:
    """Without them every page would pass unstyled."""
    assert finders.find("build/alongside.css"), "run bin/styles"


@pytest.mark.parametrize("who", ["nobody", *PEOPLE])
def test_no_door_has_a_barrier(shown: Show, area: Area, looked_at: set[str], who: str) -> None:
    # `shown` comes first among the arguments: its loop gives Django a connection of its own, which `area` uses.
    wrong: list[str] = []
    for name, html in pages_of(area, who):
        try:
            check_order_of_headings(parsed(html.decode()))
        except AssertionError as fault:
            wrong.append(f"{name}: {fault}")
        shape = name + shape_of(html)
        if shape not in looked_at:
            looked_at.add(shape)
            wrong += [f"{name}: {fault}" for fault in shown.faults(html)]
    assert not wrong, "\n".join(wrong)


def shape_of(html: bytes) -> str:
    """The elements of a page with their classes, each once: pages of one door and one shape look alike."""
    kinds = ("".join(KIND.findall(element)) for element in ELEMENT.findall(html.decode()))
    return "".join(dict.fromkeys(kinds))


def pages_of(area: Area, who: str) -> Iterator[tuple[str, bytes]]:
    """Each page that somebody comes to, plain and after sending an empty form. Nothing that it changes is kept."""
    client = Client(raise_request_exception=False)
    if who != "nobody":
        from alongside.records.models import Account

        if area.people[who].authority != HERE:
            return
        client.force_login(Account.objects.get(id=area.people[who].account))
    for door in every_door():
        for method in door.methods:
            with transaction.atomic():
                answer = client.generic(
                    method, address(area, door, who), content_type="application/x-www-form-urlencoded"
                )
                transaction.set_rollback(True)
            assert answer.status_code < 500, f"{method} {door.name}: {answer.status_code}"
            is_page = answer.headers.get("Content-Type", "").startswith("text/html") and answer.content
            if (
                is_page
                and "Content-Disposition" not in answer.headers
                and answer.status_code in (200, 409, 422)
            ):
                yield f"{method} {door.name}", answer.content


def every_door() -> list[Door]:
    """Every door that may hang: of the service and of a demo."""
    import alongside.web.urls  # noqa: F401
    from alongside.web import doors

    return list(doors.DOORS.values())


def address(area: Area, door: Door, who: str) -> str:
    """The address of a door, of one's own child."""
    ids = area.ids[OWN.get(who, "ivy")]
    if "/corrections/" in door.route:
        ids = ids | {"request_id": ids["correction_id"]}
    return "/" + re.sub(r"<\w+:(\w+)>", lambda part: str(ids[part[1]]), door.route)
