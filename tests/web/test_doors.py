"""Doors: who is let in, and what is said to those who are not."""

from typing import Any

import pytest
from django.http import HttpResponse

from alongside.core.access.permission import Permission
from alongside.web import doors
from alongside.web.openness import Open, in_words
from cast import Cast

pytestmark = pytest.mark.usefixtures("demo")


def answer(request: Any) -> HttpResponse:
    return HttpResponse("opened")


def test_leaving_out_what_a_door_needs_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="needs"):
        doors.door("somewhere", answer, "somewhere")  # type: ignore[call-arg]
    assert "somewhere" not in doors.DOORS


@pytest.mark.parametrize("wrong", [None, "SEE_CASE", True, ()])
def test_a_door_needs_a_permission_and_nothing_that_looks_like_one(wrong: Any) -> None:
    with pytest.raises(TypeError, match="name a Permission"):
        doors.door("somewhere", answer, "somewhere", needs=wrong)
    assert "somewhere" not in doors.DOORS


def test_two_doors_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="Two doors are called 'home': / and /elsewhere"):
        doors.door("elsewhere", answer, "home", needs=Open.TO_ANYONE)


def test_what_a_door_needs_can_be_said_in_words() -> None:
    assert in_words(Permission.SEE_WORKLIST) == "whoever may see your list of work"
    assert in_words(Open.TO_ANYONE) == "anyone"


def test_somebody_who_has_not_signed_in_is_asked_to_and_brought_back(client: Any, db: None) -> None:
    response = client.get("/try/work?sort=due")
    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/try/work%3Fsort%3Ddue"


def test_an_account_without_the_role_is_told_what_it_lacks(signed_in: Any, cast: Cast) -> None:
    response = signed_in(cast.officer).get("/try/accounts")
    assert response.status_code == 403
    said = "Your account does not let you keep accounts, organisations and the details of the authority."
    assert said in response.content.decode()


def test_a_page_gets_the_actor_and_one_moment(signed_in: Any, cast: Cast) -> None:
    name, _, today = signed_in(cast.officer).get("/try/work").content.decode().split("|")
    assert (name, today) == ("Cora Coordinator", "2026-11-23")


def test_an_account_without_position_or_case_opens_no_door_of_work(signed_in: Any, cast: Cast) -> None:
    assert signed_in(cast.stranger).get("/try/work").status_code == 403


def test_a_method_that_the_door_does_not_name_is_refused(signed_in: Any, cast: Cast) -> None:
    assert signed_in(cast.officer).post("/try/work").status_code == 405


def test_what_may_not_be_known_of_is_the_same_page_as_what_does_not_exist(signed_in: Any, cast: Cast) -> None:
    client = signed_in(cast.officer)
    hidden, absent = client.get("/try/not-found"), client.get("/no/such/page")
    assert hidden.status_code == absent.status_code == 404
    assert without_token(hidden) == without_token(absent)


def without_token(response: Any) -> list[str]:
    return [line for line in response.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_refusal_of_access_shows_its_own_sentence(signed_in: Any, cast: Cast) -> None:
    response = signed_in(cast.officer).get("/try/not-allowed")
    assert response.status_code == 403
    assert "You may not issue this plan. The panel chair may." in response.content.decode()


def test_a_fault_says_that_it_is_ours(signed_in: Any, cast: Cast) -> None:
    client = signed_in(cast.officer)
    client.raise_request_exception = False
    response = client.get("/try/breaks")
    assert response.status_code == 500
    assert "This is our fault, not yours." in response.content.decode()


def test_nothing_that_depends_on_who_asks_is_kept_by_the_browser(signed_in: Any, cast: Cast) -> None:
    assert signed_in(cast.officer).get("/try/work")["Cache-Control"] == "private, no-store"


def test_the_menu_shows_only_the_doors_that_open(signed_in: Any, cast: Cast) -> None:
    page = signed_in(cast.officer).get("/accessibility").content.decode()
    assert "Tried work" in page
    assert "Tried accounts" not in page


def test_signing_in_leads_to_the_first_page_of_ones_work(signed_in: Any, cast: Cast) -> None:
    first = doors.doors_in_menu(cast.officer)[0]
    assert signed_in(cast.officer).get("/")["Location"] == f"/{first.route}"


def test_a_file_is_kept_and_never_run(signed_in: Any, cast: Cast) -> None:
    response = signed_in(cast.officer).get("/try/file")
    assert response["Content-Disposition"].startswith('attachment; filename="Ivy_s letter _1_.html"')
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_every_door_has_a_need(client: Any) -> None:
    assert len(doors.DOORS) >= 8
    assert all(isinstance(hung.needs, Permission | Open) for hung in doors.DOORS.values())
