"""The lists of comments and of corrections that wait for an answer: what stands on them, and for whom."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import plan_cast
from alongside.app.actions import fact_corrections
from alongside.app.actions.fact_corrections import SaidWrong, Verdict
from alongside.core.case.correctable import Fact
from cast import Cast
from reading_age import seen

SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def text(client: Any, path: str) -> str:
    return seen(client.get(path).content.decode())


def test_correction_asked_for_is_on_the_list_until_it_is_decided(cast: Cast, signed_in: SignIn) -> None:
    said = SaidWrong(Fact.BORN_ON, "2018-04-05", "Day and month are turned round")
    asked = fact_corrections.ask(cast.case.case_id, said, by=cast.parent, at=cast.at)
    client = signed_in(cast.officer)
    assert 'href="/corrections"' in client.get("/work").content.decode()
    page = text(client, "/corrections")
    assert "Ivy Fielding: 1 correction" in page
    assert "since 23 Nov 2026, today" in page
    fact_corrections.decide(cast.case.case_id, asked, Verdict(True), by=cast.officer, at=cast.at)
    assert "Everything that was said to be wrong has been decided." in text(client, "/corrections")


def test_comments_on_a_draft_are_counted_by_case(cast: Cast, signed_in: SignIn) -> None:
    case = plan_cast.served(cast)
    first = plan_cast.comment(cast, case, "He reads at home.")
    plan_cast.comment(cast, case, "He hears well.")
    client = signed_in(cast.officer)
    assert 'href="/comments"' in client.get("/work").content.decode()
    assert "2 comments" in text(client, "/comments")
    plan_cast.answer(cast, case, first)
    assert "1 comment" in text(client, "/comments")


def test_colleagues_case_is_only_on_the_list_of_every_case(cast: Cast, signed_in: SignIn) -> None:
    said = SaidWrong(Fact.BORN_ON, "2018-04-05", "Day and month are turned round")
    fact_corrections.ask(cast.case.case_id, said, by=cast.parent, at=cast.at)
    client = signed_in(cast.other_officer)
    assert "Ivy Fielding" not in text(client, "/corrections")
    assert "Ivy Fielding" in text(client, "/corrections?whose=ALL")


def test_list_takes_as_many_questions_for_two_cases_as_for_one(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    case = plan_cast.served(cast)
    plan_cast.comment(cast, case, "He reads at home.")
    client = signed_in(cast.officer)
    client.get("/comments")
    with django_assert_max_num_queries(14):
        client.get("/comments?whose=ALL")


@pytest.mark.parametrize("path", ["/comments", "/corrections"])
def test_family_does_not_find_the_lists(cast: Cast, signed_in: SignIn, path: str) -> None:
    assert signed_in(cast.parent).get(path).status_code in (403, 404)
