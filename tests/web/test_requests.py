"""The pages on which coordinators find and register requests."""

import re
from datetime import date
from typing import Any

import pytest

from alongside.app import scope
from alongside.app.actions import intake
from alongside.app.queries import accounts
from alongside.records.models import Case, Person
from cast import Cast

NOBODY = accounts.nobody("931")
BY_HAND = {
    "received_on-day": "20", "received_on-month": "11", "received_on-year": "2026", "channel": "PHONE",
    "source": "PARENT_OR_YOUNG_PERSON", "requested_by": "Ada Marsh", "forename": "Sol", "surname": "Marsh",
    "born_on-day": "1", "born_on-month": "3", "born_on-year": "2019", "first_name": "Ada Marsh",
    "first_relationship": "mother",
}  # fmt: skip
IVY = BY_HAND | {
    "forename": "Ivy", "surname": "Feilding", "born_on-day": "4", "born_on-month": "5", "born_on-year": "2018"
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def sent(cast: Cast) -> Any:
    started = intake.start(by=NOBODY, at=cast.at)
    answers = {
        "who": "PARENT", "name": "Ada Marsh", "email": "ada.marsh@example.org", "child_forename": "Sol",
        "child_surname": "Marsh", "child_born_on": date(2019, 3, 1), "why_needs": "Loud rooms\nare hard <b>",
        "child_setting": "millbrook primary school",
    }  # fmt: skip
    intake.save(started.intake_id, answers, by=NOBODY, at=cast.at)
    intake.add_file(started.intake_id, "letter.pdf", b"%PDF-1.7", by=NOBODY, at=cast.at)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    return started.intake_id


def prefilled(page: str) -> dict[str, str]:
    """What the form holds before the officer touches it."""
    boxes = re.findall(r'<input[^>]*name="([^"]+)"[^>]*?(?:value="([^"]*)")[^>]*>', page)
    return {name: value for name, value in boxes if name in BY_HAND or name.startswith(("born_on", "first_"))}


def test_list_shows_each_request_with_its_legal_date(cast: Cast, signed_in: Any) -> None:
    sent(cast)
    page = signed_in(cast.officer).get("/requests").content.decode()
    assert "1 request to register" in page
    assert "Sol Marsh" in page
    assert "4 Jan 2027" in page


def test_form_is_filled_from_what_was_sent(cast: Cast, signed_in: Any) -> None:
    intake_id = sent(cast)
    page = signed_in(cast.officer).get(f"/requests/{intake_id}").content.decode()
    assert "Loud rooms\nare hard &lt;b&gt;" in page
    assert 'value="Sol"' in page
    assert re.search(r'<option value="[0-9a-f-]{36}" selected>Millbrook Primary School', page)


def test_request_that_was_sent_is_registered_on_the_day_it_was_sent(cast: Cast, signed_in: Any) -> None:
    intake_id = sent(cast)
    client = signed_in(cast.officer)
    answers = {
        name: value for name, value in BY_HAND.items() if not name.startswith(("received_on", "channel"))
    }
    page = client.post(f"/requests/{intake_id}", answers, follow=True).content.decode()
    assert "Registered as E26-00002." in page
    again = client.get(f"/requests/{intake_id}").content.decode()
    assert "It is in case E26-00002" in again
    assert (
        "registered as E26-00002 while you were reading it"
        in client.post(
            f"/requests/{intake_id}", answers | {"asked_same": "yes", "same_as": "another"}
        ).content.decode()
    )


def test_request_by_phone_runs_from_the_day_it_came(cast: Cast, signed_in: Any) -> None:
    page = signed_in(cast.officer).post("/requests/register", BY_HAND, follow=True).content.decode()
    assert "Registered as E26-00002." in page
    assert "Print and post the letter to Ada Marsh." in page
    assert "1 January 2027" in page


def test_possible_duplicate_is_asked_about_before_anything_is_kept(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    page = client.post("/requests/register", IVY).content.decode()
    assert "This child may be on record already" in page
    assert "same date of birth, same first name and similar last name" in page
    assert "add the request to case E26-00001" in page
    with scope.opened(cast.officer):
        assert Person.objects.count() == 1


def test_officer_must_choose_and_is_told_so(cast: Cast, signed_in: Any) -> None:
    page = signed_in(cast.officer).post("/requests/register", IVY | {"asked_same": "yes"})
    assert page.status_code == 422
    assert "Choose the child, or say that it is another child" in page.content.decode()


def test_same_child_gets_the_request_and_another_child_gets_a_case(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    same = IVY | {"asked_same": "yes", "same_as": str(cast.case.case_id)}
    assert "Registered as E26-00001." in client.post("/requests/register", same, follow=True).content.decode()
    other = IVY | {"asked_same": "yes", "same_as": "another"}
    assert (
        "Registered as E26-00002." in client.post("/requests/register", other, follow=True).content.decode()
    )


def test_case_that_was_not_offered_cannot_be_chosen(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    client.post("/requests/register", BY_HAND)
    with scope.opened(cast.officer):
        sol = Case.objects.get(reference="E26-00002")
    forged = IVY | {"asked_same": "yes", "same_as": str(sol.id)}
    assert client.post("/requests/register", forged).status_code == 422


def test_late_logging_asks_for_its_reason_beside_the_box(cast: Cast, signed_in: Any) -> None:
    page = signed_in(cast.officer).post("/requests/register", BY_HAND | {"received_on-day": "10"})
    assert page.status_code == 422
    assert 'href="#id_logged_late_reason"' in page.content.decode()


def test_file_that_came_with_it_is_only_ever_downloaded(cast: Cast, signed_in: Any) -> None:
    intake_id = sent(cast)
    client = signed_in(cast.officer)
    found = re.search(
        rf"/requests/{intake_id}/files/[0-9a-f-]+", client.get(f"/requests/{intake_id}").content.decode()
    )
    assert found
    answer = client.get(found[0])
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("who", ["parent", "senco", "psychologist", "panel_chair"])
def test_only_who_registers_requests_opens_these_pages(cast: Cast, signed_in: Any, who: str) -> None:
    client = signed_in(getattr(cast, who))
    for page in ("/requests", "/requests/register", f"/requests/{sent(cast)}"):
        assert client.get(page).status_code == 403


def test_list_takes_a_fixed_number_of_queries(
    cast: Cast, signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        sent(cast)
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(19):
        client.get("/requests")
