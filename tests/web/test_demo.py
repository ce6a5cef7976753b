"""The demonstration: one click signs in as a made-up person, and only where everybody is made up."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cast import Cast

ROOT = Path(__file__).resolve().parents[2]
LIST_DOORS = (
    "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'settings_for_tests'; django.setup(); "
    "import alongside.config.urls; from alongside.web.doors import DOORS; print(sorted(DOORS))"
)


def doors_where(demo: str) -> str:
    environment = os.environ | {"ALONGSIDE_DEMO": demo, "PYTHONPATH": str(ROOT / "tests")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LIST_DOORS],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def personas(cast: Cast) -> None:
    from alongside.records.models import Account

    Account.objects.filter(id__in=[cast.officer.account, cast.parent.account]).update(is_persona=True)


def test_the_doors_of_the_demo_hang_only_in_a_demo() -> None:
    live, made_up = doors_where("no"), doors_where("yes")
    assert "'home'" in live
    assert "'home'" in made_up
    assert [name for name in ("'demo'", "'gallery'") if name in live] == []
    assert [name for name in ("'demo'", "'gallery'") if name in made_up] == ["'demo'", "'gallery'"]


def test_the_page_lists_the_made_up_people_and_what_they_are(client: Any, cast: Cast, demo: Any) -> None:
    personas(cast)
    page = client.get("/demo").content.decode()
    assert "Be Cora Coordinator" in page
    assert "Be Petra Parent" in page
    assert "Omar Officer" not in page


def test_one_click_signs_in(client: Any, cast: Cast, demo: Any) -> None:
    personas(cast)
    response = client.post("/demo", {"account": str(cast.parent.account)})
    assert response.status_code == 303
    assert client.session["_auth_user_id"] == str(cast.parent.account)


@pytest.mark.parametrize("chosen", ["other", "", "nobody"])
def test_nobody_but_a_made_up_person_can_be_chosen(client: Any, cast: Cast, demo: Any, chosen: str) -> None:
    personas(cast)
    account = str(cast.manager.account) if chosen == "other" else chosen
    assert client.post("/demo", {"account": account}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_outside_a_demo_there_is_nothing_behind_the_door(client: Any, cast: Cast, demo: Any) -> None:
    personas(cast)
    demo.DEMO = False
    assert client.get("/demo").status_code == 404
    assert client.post("/demo", {"account": str(cast.parent.account)}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_demo_without_people_says_how_to_fill_it(client: Any, db: None, demo: Any) -> None:
    assert "alongside demo build --size small" in client.get("/demo").content.decode()


def test_a_moved_clock_is_said_on_every_page(client: Any, db: None, demo: Any) -> None:
    assert "today is <strong>Monday 23 November 2026</strong>" in client.get("/privacy").content.decode()
    demo.ALONGSIDE_TODAY = None
    assert "today is" not in client.get("/privacy").content.decode()
