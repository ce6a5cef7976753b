"""The pages of an emergency: found, said why, confirmed, open for an hour, looked at again."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside.app import scope
from alongside.app.actions import emergencies as actions
from alongside.records.models import EmergencyOpening
from cast import HERE, Cast

SignedIn = Callable[..., Any]
WHY = "Police on the line: the child has not come home."
BORN = {"born_on-day": "4", "born_on-month": "5", "born_on-year": "2018"}


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def text(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def kept() -> list[EmergencyOpening]:
    with scope.opened_to_all(HERE):
        return list(EmergencyOpening.objects.all())


def this_moment() -> datetime:
    """On the day of the cast, at the real time of day: the one at which a page asks."""
    from alongside.config import clock

    return clock.now().astimezone(UTC)


def test_case_is_found_opened_and_read_and_the_owner_and_manager_see_it(
    cast: Cast, signed_in: SignedIn
) -> None:
    client, case = signed_in(cast.other_officer), f"/cases/{cast.case.case_id}"
    page = text(client.get("/emergency", {"reference": cast.case.reference}))
    assert f"{case}/emergency" in page
    page = text(client.get(f"{case}/emergency"))
    assert "medical advice and health detail" in page
    assert "every SEND manager" in page
    page = text(client.post(f"{case}/emergency", {"reason": WHY}))
    assert "Open this case in an emergency?" in page
    assert WHY in page
    assert not kept()
    answer = client.post(f"{case}/emergency", {"reason": WHY, "confirmed": "yes"})
    assert (answer.status_code, answer.url) == (303, case)
    page = text(client.get(case))
    assert "1 person has been told." in page
    assert "You have opened this case in an emergency, until" in page
    assert "Open in an emergency what you cannot see" not in page
    assert "1 Mill Lane" in text(client.get(f"{case}/people"))
    assert "Stop withholding" not in text(client.get(f"{case}/people"))

    page = text(signed_in(cast.officer).get(case))
    assert "Omar Officer opened this case in an emergency on" in page
    assert f"Reason: {WHY} Not reviewed yet." in page
    page = text(signed_in(cast.manager).get(f"{case}/looks"))
    assert "Opened the case in an emergency, for one hour" in page
    assert "see who is involved in this case, in an emergency" in page


def test_what_was_open_is_closed_after_the_hour(cast: Cast, signed_in: SignedIn) -> None:
    at = this_moment() - timedelta(hours=1, seconds=1)
    actions.open_case(cast.case.case_id, WHY, by=cast.other_officer, at=at)
    client, case = signed_in(cast.other_officer), f"/cases/{cast.case.case_id}"
    page = text(client.get(case))
    assert "You have opened this case" not in page
    assert "1 Mill Lane" not in text(client.get(f"{case}/people"))


def test_reason_of_one_word_is_refused_before_the_page_that_asks_again(
    cast: Cast, signed_in: SignedIn
) -> None:
    answer = signed_in(cast.other_officer).post(f"/cases/{cast.case.case_id}/emergency", {"reason": "urgent"})
    assert answer.status_code == 422
    assert "The reason “urgent” is too short." in text(answer)
    assert 'href="#id_reason"' in text(answer)


def test_going_back_from_the_question_keeps_the_reason(cast: Cast, signed_in: SignedIn) -> None:
    given = {"reason": WHY, "confirmed": "yes", "change": "yes"}
    answer = signed_in(cast.other_officer).post(f"/cases/{cast.case.case_id}/emergency", given)
    assert answer.status_code == 200
    assert WHY in text(answer)
    assert not kept()


def test_owner_is_led_to_the_case_instead(cast: Cast, signed_in: SignedIn) -> None:
    client, address = signed_in(cast.officer), f"/cases/{cast.case.case_id}/emergency"
    page = text(client.get(address))
    assert "You can see already" in page
    assert "<textarea" not in page
    answer = client.post(address, {"reason": WHY, "confirmed": "yes"})
    assert answer.status_code == 422
    assert not kept()


def test_case_that_is_open_is_not_offered_again(cast: Cast, signed_in: SignedIn) -> None:
    actions.open_case(cast.case.case_id, WHY, by=cast.other_officer, at=this_moment())
    page = text(signed_in(cast.other_officer).get(f"/cases/{cast.case.case_id}/emergency"))
    assert "You have this case open in an emergency already." in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"reference": "E99-1"}, "There is no such case, or you are not part of it."),
        (
            {"name": "fielding", "reference": "", **BORN},
            "Choose the child to say why you need to open the case.",
        ),
        (
            {"name": "fielding", "reference": ""},
            "Enter the reference, or both the name and the date of birth.",
        ),
        ({"name": "", "reference": "", **BORN, "born_on-day": "99"}, "must be a real date"),
    ],
)
def test_search_answers_in_words(cast: Cast, signed_in: SignedIn, asked: dict[str, str], said: str) -> None:
    assert said in text(signed_in(cast.other_officer).get("/emergency", asked))


def test_manager_reviews_it_and_the_owner_sees_that(cast: Cast, signed_in: SignedIn) -> None:
    done = actions.open_case(
        cast.case.case_id, WHY, by=cast.other_officer, at=this_moment() - timedelta(minutes=2)
    )
    client = signed_in(cast.other_officer)
    client.get(f"/cases/{cast.case.case_id}/people")
    client = signed_in(cast.manager)
    page = text(client.get("/emergencies"))
    assert "1 waits for a review." in page
    address = f"/emergencies/{done.opening_id}"
    assert f'href="{address}">{cast.case.reference}</a>' in page
    page = text(client.get(address))
    assert WHY in page
    assert "Opened to see who is involved in this case" in page
    answer = client.post(address, {"note": ""})
    assert answer.status_code == 422
    assert "Write what you found" in text(answer)
    answer = client.post(address, {"note": "It was an emergency."})
    assert answer.url == "/emergencies"
    page = text(client.get("/emergencies"))
    assert "Every one of them has been reviewed." in page
    assert "By Mina Manager" in page
    assert "It was an emergency." in text(client.get(address))
    answer = client.post(address, {"note": "Once more."})
    assert answer.status_code == 422
    assert "A review is written once." in text(answer)
    assert "Reviewed by Mina Manager." in text(signed_in(cast.officer).get(f"/cases/{cast.case.case_id}"))


def test_manager_sees_their_own_and_cannot_review_it_and_the_director_can(
    cast: Cast, signed_in: SignedIn
) -> None:
    done = actions.open_case(cast.case.case_id, WHY, by=cast.manager, at=this_moment())
    address = f"/emergencies/{done.opening_id}"
    page = text(signed_in(cast.manager).get(address))
    assert "This was your own emergency." in page
    assert "<textarea" not in page
    client = signed_in(cast.director)
    page = text(client.get(address))
    assert cast.case.reference in page
    assert f"/cases/{cast.case.case_id}" not in page
    assert "Fielding" not in page
    assert client.post(address, {"note": "It was needed."}).status_code == 303


def test_empty_list_says_so(cast: Cast, signed_in: SignedIn) -> None:
    assert "No case has been opened in an emergency." in text(signed_in(cast.manager).get("/emergencies"))


def test_banner_says_where_nobody_could_be_told() -> None:
    from uuid import uuid4

    from alongside.web.presenters import emergencies as shown

    at = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    assert "until 11am. Nobody could be told" in shown.opened(actions.Opened(uuid4(), at, 0))
    assert "2 people have been told." in shown.opened(actions.Opened(uuid4(), at, 2))


def test_first_page_of_a_case_asks_nine_things_of_the_database_with_its_emergencies(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    client, case = signed_in(cast.manager), f"/cases/{cast.case.case_id}"
    client.get(case)
    with django_assert_max_num_queries(9):
        client.get(case)
