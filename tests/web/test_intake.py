"""The pages on which anybody asks for an assessment without an account."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.app import scope
from alongside.records.models import Intake
from cast import Cast

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
YOU = {"who": "PARENT", "name": "Ada Marsh"}
REACH = {"email": "ada@example.org", "agreed_to_email": "on"}
CHILD = {
    "child_forename": "Sol", "child_surname": "Marsh",
    "child_born_on-day": "1", "child_born_on-month": "3", "child_born_on-year": "2019",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any, db: None) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    cache.clear()


def begin(client: Any) -> str:
    """Starts a request and returns its code."""
    found = CODE.search(client.post("/request").content.decode())
    assert found
    return found[0]


def fill(client: Any) -> None:
    for step, answers in (("you", YOU), ("reach", REACH), ("child", CHILD)):
        assert client.post(f"/request/tasks/{step}", answers).status_code == 303


def test_whole_request_is_sent_without_an_account(cast: Cast, client: Any) -> None:
    begin(client)
    fill(client)
    sent = client.post("/request/check", follow=True).content.decode()
    assert "Received on Monday 23 November 2026" in sent
    assert "Monday 4 January 2027" in sent
    assert "You do not have to ask again" in sent


def test_code_is_shown_once(cast: Cast, client: Any) -> None:
    code = begin(client)
    for page in ("/request/tasks", "/request/check", "/request/return"):
        assert code not in client.get(page).content.decode()


def test_page_with_the_code_is_kept_by_no_browser(cast: Cast, client: Any) -> None:
    assert "no-store" in client.post("/request")["Cache-Control"]


def test_somebody_comes_back_with_the_code_in_another_browser(cast: Cast, client: Any) -> None:
    code = begin(client)
    fill(client)
    client.session.flush()
    client.cookies.clear()
    assert client.get("/request/tasks").url == "/request/return"
    tasks = client.post("/request/return", {"code": code.lower().replace("-", " ")}, follow=True)
    assert "Check your answers and send" in tasks.content.decode()
    assert "Sol" in client.get("/request/check").content.decode()


def test_wrong_code_is_a_sentence_beside_the_box(cast: Cast, client: Any) -> None:
    page = client.post("/request/return", {"code": "AAAA-BBBB-CCCC"})
    assert page.status_code == 422
    assert "There is no request with this code" in page.content.decode()
    assert 'href="#id_code"' in page.content.decode()


@pytest.mark.parametrize(
    ("step", "answers", "sentence"),
    [
        ("you", {}, "Choose who you are"),
        ("you", {"who": "PARENT"}, "Enter your full name"),
        ("reach", {}, "one is enough"),
        ("reach", {"email": "nobody"}, "like name@example.com"),
        ("child", {}, "Enter the first name"),
        ("child", CHILD | {"child_born_on-year": "2029"}, "must be today or in the past"),
        ("child", CHILD | {"child_born_on-month": ""}, "must include a month"),
    ],
)
def test_page_says_what_to_mend(
    cast: Cast, client: Any, step: str, answers: dict[str, str], sentence: str
) -> None:
    begin(client)
    page = client.post(f"/request/tasks/{step}", answers)
    assert page.status_code == 422
    assert sentence in page.content.decode()


@pytest.mark.parametrize("step", ["more", "why", "others"])
def test_pages_that_are_no_condition_can_be_left_empty(cast: Cast, client: Any, step: str) -> None:
    begin(client)
    assert client.post(f"/request/tasks/{step}", {}).status_code == 303


def test_unknown_page_is_not_found(cast: Cast, client: Any) -> None:
    begin(client)
    assert client.get("/request/tasks/secrets").status_code == 404


def test_request_that_lacks_what_is_needed_is_not_sent(cast: Cast, client: Any) -> None:
    begin(client)
    page = client.post("/request/check")
    assert page.status_code == 422
    assert "Tell us who you are and one way to reach you" in page.content.decode()


def test_photo_is_added_shown_and_removed(cast: Cast, client: Any) -> None:
    begin(client)
    photo = SimpleUploadedFile("letter.jpg", b"\xff\xd8\xff\xe0photo")
    shown = client.post("/request/papers", {"file": photo}, follow=True).content.decode()
    assert "“letter.jpg” has been added." in shown
    found = re.search(r"/request/papers/[0-9a-f-]{36}/remove", shown)
    assert found
    assert "The file has been removed." in client.post(found[0], follow=True).content.decode()


def test_disguised_file_is_refused_in_words(cast: Cast, client: Any) -> None:
    begin(client)
    page = client.post("/request/papers", {"file": SimpleUploadedFile("letter.pdf", b"<script>")})
    assert page.status_code == 422
    assert "is not what its name says" in page.content.decode()


def test_sent_request_leads_to_its_dates_from_every_page(cast: Cast, client: Any) -> None:
    begin(client)
    fill(client)
    client.post("/request/check")
    for page in ("/request/tasks", "/request/tasks/you", "/request/papers", "/request/check"):
        assert client.get(page).url == "/request/sent"


def test_shared_computer_forgets_the_request(cast: Cast, client: Any) -> None:
    begin(client)
    client.post("/request/leave")
    assert client.get("/request/tasks").url == "/request/return"


def test_code_can_be_emailed_while_it_is_shown(cast: Cast, client: Any) -> None:
    code = begin(client)
    page = client.post("/request/code", {"code": code, "email": "ada@example.org"}, follow=True)
    assert "We have sent the code to ada@example.org." in page.content.decode()
    assert (
        client.post("/request/code", {"code": "AAAA-BBBB-CCCC", "email": "eve@example.org"}).status_code
        == 422
    )


def test_script_that_begins_requests_is_paused_politely(
    cast: Cast, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alongside.web import pace

    monkeypatch.setattr(pace, "BEGIN", pace.Pace("begin-request", most=2, seconds=60))
    begin(client)
    begin(client)
    page = client.post("/request")
    assert page.status_code == 422
    assert "a request by phone counts the same" in page.content.decode()
    with scope.opened(cast.officer):
        assert Intake.objects.count() == 2


def test_officer_who_has_signed_in_can_ask_as_anybody_can(cast: Cast, signed_in: Any) -> None:
    begin(signed_in(cast.officer))


def test_check_page_takes_a_bounded_number_of_queries(
    cast: Cast, client: Any, django_assert_max_num_queries: Any
) -> None:
    begin(client)
    fill(client)
    with django_assert_max_num_queries(14):
        client.get("/request/check")
