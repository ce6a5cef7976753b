"""The pages of an inspection sample, and what an inspector is shown."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access.role import RoleCode
from alongside.records.models import InspectionSample, SampledCase
from alongside.web import addresses
from alongside.web.presenters import case_pages
from cast import HERE, Cast, officer

SignedIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


@pytest.fixture
def inspector(cast: Cast) -> Actor:
    with scope.opened_to_all(HERE):
        return officer(HERE, "Ines Inspector", RoleCode.INSPECTOR, cast.at)


def text(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def about(inspector: Actor, **other: str) -> dict[str, str]:
    return {
        "name": "Autumn inspection", "inspectors": str(inspector.account),
        "starts_on-day": "23", "starts_on-month": "11", "starts_on-year": "2026",
        "last_day-day": "27", "last_day-month": "11", "last_day-year": "2026",
        **other,
    }  # fmt: skip


def sample_of(client: Any, inspector: Actor) -> str:
    answer = client.post("/inspection/add", about(inspector))
    assert answer.status_code == 303, text(answer)
    address: str = answer.url
    return address


def entry() -> UUID:
    with scope.opened_to_all(HERE):
        return SampledCase.objects.get().id


@pytest.mark.parametrize("who", ["manager", "data_officer"])
def test_sample_is_made_filled_read_and_emptied(
    cast: Cast, inspector: Actor, signed_in: SignedIn, who: str
) -> None:
    keeper, case = getattr(cast, who), f"/cases/{cast.case.case_id}"
    client = signed_in(keeper)
    assert "No sample has been made yet." in text(client.get("/inspection"))
    sample = sample_of(client, inspector)
    page = text(client.get(sample))
    assert "The sample is made. Now put in its cases." in page
    assert "From 23 November 2026 to 27 November 2026, both days included" in page
    answer = client.post(sample, {"references": f"{cast.case.reference}\n"})
    assert "1 case is in the sample now." in text(client.get(answer.url))
    assert "Ines Inspector" in text(client.get("/inspection"))

    client = signed_in(inspector)
    assert client.get("/")["Location"] == "/sample"
    page = text(client.get("/sample"))
    assert "Ivy Fielding" in page
    assert "Open to you until the end of Friday 27 November 2026." in page
    for tab in case_pages.PAGES:
        assert client.get(addresses.of_case(tab.door, cast.case.case_id)).status_code == 200, tab
    assert "Put the case into an inspection sample" in text(client.get(f"{case}/looks"))
    assert "1 Mill Lane" not in text(client.get(f"{case}/people"))

    client = signed_in(keeper)
    page = text(client.get(f"/inspection/cases/{entry()}/take-out"))
    assert f"Take {cast.case.reference} out of the sample?" in page
    answer = client.post(f"/inspection/cases/{entry()}/take-out", {"confirmed": "yes"})
    assert answer.url == sample
    assert signed_in(inspector).get(case).status_code == 404


def test_day_after_the_last_the_inspector_finds_nothing(
    cast: Cast, inspector: Actor, signed_in: SignedIn, settings: Any
) -> None:
    client = signed_in(cast.manager)
    sample = sample_of(client, inspector)
    client.post(sample, {"references": cast.case.reference})
    settings.ALONGSIDE_TODAY = date(2026, 11, 28)
    client = signed_in(inspector)
    assert client.get(f"/cases/{cast.case.case_id}").status_code == 404
    assert "No sample is open to you today." in text(client.get("/sample"))
    page = text(signed_in(cast.manager).get(sample))
    assert "This sample has ended." in page
    assert "<textarea" not in page


def test_each_wrong_line_stands_at_the_top_and_what_was_typed_stays(
    cast: Cast, inspector: Actor, signed_in: SignedIn
) -> None:
    client = signed_in(cast.manager)
    sample = sample_of(client, inspector)
    answer = client.post(sample, {"references": f"{cast.case.reference}\nE99-1\nE99-2"})
    page = text(answer)
    assert answer.status_code == 422
    assert "2 lines are wrong, so no case was put in yet." in page
    assert "Line 2, “E99-1”: there is no such case here." in page
    assert "Line 3, “E99-2”: there is no such case here." in page
    assert f"{cast.case.reference}\nE99-1\nE99-2" in page
    with scope.opened_to_all(HERE):
        assert not SampledCase.objects.exists()


def test_sample_is_changed_from_what_stands(cast: Cast, inspector: Actor, signed_in: SignedIn) -> None:
    client = signed_in(cast.manager)
    sample = sample_of(client, inspector)
    page = text(client.get(f"{sample}/change"))
    assert 'value="Autumn inspection"' in page
    assert "checked" in page
    wrong = client.post(f"{sample}/change", about(inspector, **{"last_day-day": "20"}))
    assert wrong.status_code == 422
    assert "The last day is before the first." in text(wrong)
    client.post(f"{sample}/change", about(inspector, name="Winter inspection"))
    with scope.opened_to_all(HERE):
        assert InspectionSample.objects.get().name == "Winter inspection"


def test_form_without_answers_says_what_to_enter(cast: Cast, inspector: Actor, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.manager).post("/inspection/add", {}))
    for said in ("Enter a name for the sample", "Enter the first day", "Choose at least one inspector"):
        assert said in page


def test_where_nobody_inspects_the_page_says_who_adds_them(cast: Cast, signed_in: SignedIn) -> None:
    assert "Nobody has the role Inspector yet." in text(signed_in(cast.manager).get("/inspection/add"))
