"""Every form of every door, filled with what nobody should type: an answer in words, and never a fault of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from django.db import transaction
from django.test import Client

from area_fixture import DAY, area
from strict_html import parsed

if TYPE_CHECKING:
    from alongside.web.doors import Door
    from area_cast import Area

__all__ = ["area"]

POISON = {
    "empty": "",
    "blank": " \t ",
    "too long": "ä" * 10_000,
    "wrong type": "not-a-number-nor-a-date",
    "huge number": "9" * 400,
    "control characters": "a\x01\x02\x1b[31m\x7fb",
    "script": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    "right to left": "\u202eעברית\u202c العربية",
    "emoji": "👩‍👩‍👧🏽 \ud83c".encode("utf-16", "surrogatepass").decode("utf-16", "ignore"),
    "NUL": "a\x00b",
    "template": "{{ 7*7 }}{% raw %}${7*7}%s%(x)s",
}
WHO = (
    "officer",
    "psychologist",
    "senco_consulted",
    "parent",
    "young_person",
    "manager",
    "data_officer",
    "nobody",
)
OWN = {"young_person": "yas"}


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any, db: None) -> None:
    settings.ALONGSIDE_TODAY = DAY


def forms_for(area: Area, client: Client, who: str) -> Iterator[tuple[Door, str, dict[str, str]]]:
    """Each form that somebody is shown: its door, its address, and its fields as a browser would send them."""
    import re

    import alongside.web.urls  # noqa: F401
    from alongside.web import doors

    ids = area.ids[OWN.get(who, "ivy")]
    for door in list(doors.DOORS.values()):
        if set(door.methods) != {"GET", "POST"}:
            continue
        known = ids | {"request_id": ids["correction_id"]} if "/corrections/" in door.route else ids
        address = "/" + re.sub(r"<\w+:(\w+)>", lambda part, known=known: str(known[part[1]]), door.route)
        page = client.get(address)
        if page.status_code == 200:
            yield door, address, fields_of(page.content.decode())


def fields_of(html: str) -> dict[str, str]:
    """The names of everything that can be filled in, hidden fields with what they hold."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    main = next((each for each in tree.iter("main")), tree)
    return {
        each.get("name"): each.get("value", "") if each.get("type") == "hidden" else ""
        for kind in ("input", "textarea", "select")
        for each in main.iter(kind)
        if each.get("name") and each.get("type") != "file"
    }


def client_of(area: Area, who: str) -> Client:
    """Somebody's browser. A visitor without an account has begun a request."""
    from alongside.records.models import Account

    client = Client(raise_request_exception=False)
    if who == "nobody":
        client.post("/request")
    else:
        client.force_login(Account.objects.get(id=area.people[who].account))
    return client


@pytest.mark.parametrize("who", WHO)
def test_no_form_breaks_on_what_nobody_should_type(area: Area, who: str) -> None:
    client = client_of(area, who)
    wrong, tried = [], 0
    for door, address, fields in forms_for(area, client, who):
        for name, poison in POISON.items():
            for hidden_too in (False, True):
                sent = {key: held if held and not hidden_too else poison for key, held in fields.items()}
                with transaction.atomic():
                    answer = client.post(address, sent)
                    transaction.set_rollback(True)
                tried += 1
                if answer.status_code >= 500:
                    wrong.append(f"{door.name} with {name}: {answer.status_code}")
                elif answer.status_code == 422:
                    text = answer.content.decode()
                    parsed(text)
                    if "<script>alert" in text or "<img src=x" in text or "There is a problem" not in text:
                        wrong.append(f"{door.name} with {name}: no sentence, or what was typed is run")
    assert tried, f"{who} was shown no form"
    assert not wrong, "\n".join(dict.fromkeys(wrong))
