"""The gallery: every component, every state, every kind of question, right and wrong."""

from typing import Any

import pytest

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
RIGHT = {
    "first_name": "Rowan", "born_on-day": "27", "born_on-month": "3", "born_on-year": "2017", "asked_by": "parent",
    "email": "a@example.com", "needs": ["talk"], "school": "oak", "in_care": "no", "about": "Kind", "agreed": "on",
    "revision": "1",
}  # fmt: skip


def test_the_gallery_is_a_good_page(client: Any) -> None:
    page = client.get("/gallery").content.decode()
    for words in ("Done late", "Exception applies", "Why this date"):
        assert words in page


def test_a_wrong_form_names_each_fault_at_the_top_and_at_its_question(client: Any) -> None:
    response = client.post("/gallery", {})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: Component gallery" in page
    assert page.count("Enter the child’s first name") == 2
    assert 'href="#id_born_on-day"' in page


def test_a_right_form_leads_to_a_page_that_says_so_once(client: Any) -> None:
    response = client.post("/gallery", RIGHT)
    assert (response.status_code, response["Location"]) == (303, "/gallery")
    assert "The form was right. Nothing was kept." in client.get("/gallery").content.decode()
    assert "The form was right. Nothing was kept." not in client.get("/gallery").content.decode()


def test_an_option_carries_the_question_that_it_reveals(client: Any) -> None:
    page = client.get("/gallery").content.decode()
    assert 'data-aria-controls="conditional-id_asked_by-3"' in page
    assert page.index('id="conditional-id_asked_by-3"') < page.index('name="asked_by_name"')


def test_an_act_that_cannot_be_undone_is_confirmed_first(client: Any) -> None:
    asked = client.post("/gallery/confirm", {"version": "3", "to": ["a", "b"]}).content.decode()
    assert "This cannot be undone." in asked
    for carried in (
        'name="version" value="3"',
        'name="to" value="a"',
        'name="to" value="b"',
        'name="confirmed" value="yes"',
    ):
        assert carried in asked
    assert client.post("/gallery/confirm", {"version": "3", "confirmed": "yes"}).status_code == 303


def test_sorting_and_paging_keep_one_another(client: Any) -> None:
    page = client.get("/gallery?sort=-due&page=2").content.decode()
    assert 'aria-sort="descending"' in page
    assert "?sort=-due&amp;page=3" in page
