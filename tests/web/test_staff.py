"""The pages on which an area is kept: its people, its bodies, what the authority says of itself, whose a case is."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import accounts as account_deeds
from alongside.core.access.role import RoleCode
from alongside.records.models import Account, Authority, Case, Organisation, Position
from cast import HERE, Cast

ADDED = {
    "name": "Nia New", "email": "nia.new@example.org", "role": "COORDINATOR", "organisation": "", "team": "West",
    "starts_on-day": "1", "starts_on-month": "12", "starts_on-year": "2026",
}  # fmt: skip
LAST_DAY = {"last_day-day": "27", "last_day-month": "11", "last_day-year": "2026"}
SignedIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def position_of(account: UUID | None) -> UUID:
    with scope.opened_to_all(HERE):
        return Position.objects.get(account=account).id


def text(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def test_manager_sees_the_list_and_no_way_to_change_it(cast: Cast, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.manager).get("/area"))
    assert "Hana Therapist" in page
    assert "Northshire Community Health" in page
    assert "Add somebody" not in page
    assert "/area/people/" not in page
    assert "/area/organisations" not in page


def test_list_is_found_by_name_and_says_when_nobody_fits(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    page = text(client.get("/area?q=hana"))
    assert "Hana Therapist" in page
    assert "Cora Coordinator" not in page
    assert "Nobody fits" in text(client.get("/area?q=zzz&role=NONSENSE&page=99&show=left"))


def test_somebody_is_added_with_a_role_and_stands_on_the_list(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post("/area/people/add", ADDED)
    assert answer.status_code == 303, text(answer)
    page = text(client.get(answer.url))
    assert "Nia New now has the role EHC coordinator and is told by email how to sign in." in page
    assert "1 Dec 2026" in page


def test_account_that_exists_is_said(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post(
        "/area/people/add", ADDED | {"email": "mina.manager@example.org", "role": "PANEL_CHAIR"}
    )
    assert "Mina Manager had an account already." in text(client.get(answer.url))


def test_refusal_stands_beside_its_question(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.data_officer).post("/area/people/add", ADDED | {"role": "SENCO"})
    assert answer.status_code == 422
    assert 'href="#id_organisation"' in text(answer)
    assert not Account.objects.filter(email=ADDED["email"]).exists()


def test_empty_form_says_what_to_enter(cast: Cast, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.data_officer).post("/area/people/add", {}))
    for words in (
        "Enter the person’s name",
        "Enter the person’s work email",
        "Choose the role",
        "Enter the first day",
    ):
        assert words in page


def test_own_account_offers_nothing_and_takes_no_role(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    page = text(client.get(f"/area/people/{cast.data_officer.account}"))
    assert "This is your own account" in page
    assert "Give one more role" not in page
    answer = client.post(f"/area/people/{cast.data_officer.account}/give", ADDED)
    assert answer.status_code == 422
    assert "You cannot give yourself a role" in text(answer)
    assert cast.again(cast.data_officer).roles == {RoleCode.DATA_OFFICER}


def test_one_more_role_is_given(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    given = ADDED | {"role": "PANEL_CHAIR", "starts_on-day": "23", "starts_on-month": "11"}
    assert client.post(f"/area/people/{cast.manager.account}/give", given).status_code == 303
    assert cast.again(cast.manager).roles == {RoleCode.SEND_MANAGER, RoleCode.PANEL_CHAIR}


def test_role_does_not_end_while_cases_hang_on_it_and_the_page_says_where_they_are_handed_over(
    cast: Cast, signed_in: SignedIn
) -> None:
    with scope.opened_to_all(HERE):
        row = Position.objects.get(account=cast.officer.account)
        Position.objects.create(
            account_id=cast.data_officer.account,
            authority_id=HERE,
            role="SEND_MANAGER",
            starts_on=row.starts_on,
        )
    answer = signed_in(cast.data_officer).post(f"/area/positions/{row.id}/end", LAST_DAY)
    assert answer.status_code == 422
    assert "This person has 1 case. Hand them over first" in text(answer)
    assert f'href="/handover/{cast.officer.account}"' in text(answer)


def test_data_officer_who_is_no_manager_is_told_who_hands_over(cast: Cast, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.data_officer).get(f"/area/people/{cast.officer.account}"))
    assert (
        "Cora Coordinator has 1 case. Before the role or the account ends, a SEND manager passes every case on"
        in page
    )
    assert "/handover/" not in page


def test_role_ends_after_its_last_day(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post(f"/area/positions/{position_of(cast.other_officer.account)}/end", LAST_DAY)
    assert answer.status_code == 303, text(answer)
    assert "27 Nov 2026" in text(client.get(answer.url))


def test_account_is_closed_after_a_page_that_says_what_it_does_and_opened_again(
    cast: Cast, signed_in: SignedIn
) -> None:
    client = signed_in(cast.data_officer)
    person = f"/area/people/{cast.psychologist.account}"
    assert "They are signed out at once" in text(client.post(f"{person}/close", {}))
    assert Account.objects.get(id=cast.psychologist.account).is_active
    client.post(f"{person}/close", {"confirmed": "yes"})
    assert not Account.objects.get(id=cast.psychologist.account).is_active
    assert "Closed: cannot sign in" in text(client.get(person))
    assert client.get(f"{person}/reopen").status_code == 303
    assert not Account.objects.get(id=cast.psychologist.account).is_active
    client.post(f"{person}/reopen")
    assert "is open again" in text(client.get(person))


def test_account_with_cases_is_not_closed(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post(f"/area/people/{cast.officer.account}/close", {"confirmed": "yes"})
    assert "still has 1 open case" in text(client.get(answer.url))
    assert Account.objects.get(id=cast.officer.account).is_active


def test_session_of_a_closed_account_opens_nothing_any_more(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.psychologist)
    assert cast.psychologist.account is not None
    account_deeds.close(cast.psychologist.account, by=cast.data_officer, at=cast.at)
    answer = client.get("/work")
    assert answer.status_code == 302
    assert "/account/login" in answer.url


@pytest.mark.parametrize("who", ["manager", "officer", "parent", "senco", "director"])
def test_pages_that_change_the_area_are_shut_to_everybody_else(
    cast: Cast, signed_in: SignedIn, who: str
) -> None:
    client = signed_in(getattr(cast, who))
    person = f"/area/people/{cast.officer.account}"
    for path in (
        "/area/people/add", person, f"{person}/give", f"{person}/close", f"{person}/reopen", "/area/details",
        "/area/organisations", "/area/organisations/add", f"/area/organisations/{cast.school}",
        f"/area/positions/{position_of(cast.officer.account)}/end",
    ):  # fmt: skip
        assert client.get(path).status_code == 403, path


def test_people_and_bodies_of_another_authority_are_not_found(cast: Cast, signed_in: SignedIn) -> None:
    with scope.opened_to_all("866"):
        theirs = Organisation.objects.create(authority_id="866", kind="OTHER", name="Far").id
        position = Position.objects.get(account=cast.officer_elsewhere.account).id
    person = f"/area/people/{cast.officer_elsewhere.account}"
    client = signed_in(cast.data_officer)
    for path in (
        person,
        f"{person}/give",
        f"{person}/close",
        f"{person}/reopen",
        f"/area/organisations/{theirs}",
    ):
        assert client.get(path).status_code == 404, path
        assert client.post(path, {"confirmed": "yes"}).status_code in (404, 405), path
    assert client.get(f"/area/positions/{position}/end").status_code == 404


def test_setting_is_added_and_then_changed(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    chosen = client.post("/area/organisations/add", {"kind": "SETTING"})
    assert chosen.url == "/area/organisations/add/SETTING"
    given = {
        "name": "Brook School", "urn": "123456", "phase": "PRIMARY", "setting_type": "MAINSTREAM",
        "closes_for_summer": "yes", "email": "", "address": "", "provides": "",
    }  # fmt: skip
    assert client.post(chosen.url, given).status_code == 303
    with scope.opened_to_all(HERE):
        row = Organisation.objects.get(name="Brook School")
    assert (row.kind, row.closes_for_summer) == ("SETTING", True)
    page = text(client.get(f"/area/organisations/{row.id}"))
    assert 'value="123456"' in page
    client.post(f"/area/organisations/{row.id}", given | {"name": "Brook Academy", "closes_for_summer": "no"})
    assert "Brook Academy" in text(client.get("/area/organisations?q=brook&kind=SETTING"))
    with scope.opened_to_all(HERE):
        assert not Organisation.objects.get(id=row.id).closes_for_summer


def test_service_is_asked_for_its_advice_by_default(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    given = {"name": "Sensory Support", "email": "", "address": "", "provides": "SENSORY"}
    assert client.post("/area/organisations/add/COUNCIL", given).status_code == 303
    assert "Advice on hearing and vision" in text(client.get("/area/organisations"))
    again = client.post("/area/organisations/add/COUNCIL", given | {"name": "Other Support"})
    assert again.status_code == 422
    assert "Sensory Support is asked for this advice" in text(again)


def test_unknown_kind_of_organisation_begins_again(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    assert client.get("/area/organisations/add/CLUB").url == "/area/organisations/add"
    assert client.post("/area/organisations/add", {}).status_code == 422


def details() -> dict[str, str]:
    """What the page holds now."""
    row = Authority.objects.get(code=HERE)
    names = (
        "name", "team_name", "email", "phone", "address", "advice_service", "mediation_adviser",
        "dispute_resolution", "reply_days",
    )  # fmt: skip
    return {name: str(getattr(row, name)) for name in names}


def test_details_are_changed_and_stand_on_every_page(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post("/area/details", details() | {"phone": "01632 960 999"})
    assert answer.status_code == 303, text(answer)
    page = text(client.get("/area/details"))
    assert "Saved. Every letter from now on says this." in page
    assert "Phone: 01632 960 999" in page


def test_details_without_a_mediation_adviser_are_not_saved(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post("/area/details", details() | {"mediation_adviser": " ", "advice_service": "Us"})
    assert answer.status_code == 422
    assert "Enter the mediation adviser. A letter that refuses an assessment must state it" in text(answer)
    answer = client.post("/area/details", details() | {"advice_service": "Us"})
    assert "Say how families reach the information, advice and support service" in text(answer)
    assert Authority.objects.get(code=HERE).mediation_adviser == "Fair Talk Mediation, 01632 960002"


def test_manager_gives_a_case_to_another_coordinator(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.manager)
    case = f"/cases/{cast.case.case_id}"
    assert f'href="{case}/give"' in text(client.get(case))
    page = text(client.get(f"{case}/give"))
    assert "Omar Officer, East (0 open cases)" in page
    answer = client.post(f"{case}/give", {"to": str(cast.other_officer.account)})
    assert answer.status_code == 303
    with scope.opened_to_all(HERE):
        assert Case.objects.get(id=cast.case.case_id).owner_id == cast.other_officer.account
    assert "Omar Officer now looks after this case." in text(client.get(case))


def test_case_is_given_to_nobody_who_is_not_offered(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.manager)
    for to in ("", str(cast.officer.account), str(cast.psychologist.account)):
        answer = client.post(f"/cases/{cast.case.case_id}/give", {"to": to})
        assert answer.status_code == 422
        assert "Choose a coordinator" in text(answer)


def test_officer_is_not_offered_to_give_the_case_away(cast: Cast, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.officer).get(f"/cases/{cast.case.case_id}"))
    assert f"/cases/{cast.case.case_id}/give" not in page


@pytest.mark.parametrize("path", ["/area", "/area/organisations", "/area/people/add", "/area/details"])
def test_number_of_queries_is_fixed(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Any, path: str
) -> None:
    client = signed_in(cast.data_officer)
    client.get(path)
    with django_assert_max_num_queries(24):
        client.get(path)
