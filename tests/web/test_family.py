"""The family's pages: what a parent reads, on which day, and what they can do."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

import advice_cast
import decision_cast
import happening_cast
import plan_cast
from alongside.app import scope
from alongside.app.actions import advice, parties
from alongside.app.actions.children import NewParty
from alongside.core.access.relations import ParentSight
from alongside.core.case.codes import AdviceKind, Channel, EventKind
from alongside.records.models import Account, CaseParty, Person
from cast import HERE, Cast
from reading_age import grade, seen

QUERIES = 25
SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def address(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/family{page}"


def text(client: Any, path: str) -> str:
    """What a reader sees of the page, with everything folded left folded."""
    response = client.get(path)
    assert response.status_code == 200, response.status_code
    return seen(response.content.decode())


def young_person(cast: Cast, born_on: date) -> tuple[UUID, UUID]:
    """Ivy, born on this day, can sign in herself. Her account and her row."""
    account = Account.objects.create(email="ivy@example.org", name="Ivy Fielding", created_at=cast.at)
    party = parties.add(
        cast.case.case_id,
        NewParty("YOUNG_PERSON", "Ivy Fielding", account=account.id),
        by=cast.officer,
        at=cast.at,
    )
    with scope.opened_to_all(HERE):
        Person.objects.update(born_on=born_on)
    return account.id, party


def test_parent_lands_on_the_case_of_the_only_child(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    assert client.get("/")["Location"] == "/my"
    assert client.get("/my")["Location"] == address(cast)


def test_parent_of_two_children_chooses(cast: Cast, signed_in: SignIn) -> None:
    from alongside.app.actions import requests
    from alongside.app.actions.children import NewChild
    from alongside.app.actions.requests import NewRequest
    from alongside.core.case.codes import RequestSource

    requests.register(
        NewChild("Sol", "Fielding", date(2016, 2, 1)),
        [NewParty("PARENT", "Petra Parent", account=cast.parent.account)],
        NewRequest(date(2026, 11, 20), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, "Petra Parent"),
        by=cast.officer,
        at=cast.at,
    )
    page = text(signed_in(cast.parent), "/my")
    assert "Ivy Fielding" in page
    assert "Sol Fielding" in page
    assert "We were asked to assess Sol." in page


def test_officer_lands_on_their_work(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.officer).get("/")["Location"] == "/work"
    assert signed_in(cast.officer).get("/my").status_code == 403


def test_parent_reads_what_is_next_by_when_and_who_has_it(cast: Cast, signed_in: SignIn) -> None:
    page = text(signed_in(cast.parent), address(cast))
    assert "Where Ivy’s case is" in page
    assert "Tell you if we will assess Ivy" in page
    assert "Due Monday 28 December 2026" in page
    assert "Cora Coordinator has your case" in page
    assert "01632 960000" in page
    assert "late" not in page


def test_every_date_opens_to_fact_rule_and_citation(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.parent).get(address(cast)).content.decode()
    assert "The request was received on 16 November 2026." in page
    assert "six weeks after that day, which is itself not counted" in page
    assert "SEND Regulations 2014 regs 4(1), 5(1)" in page


def test_late_decision_is_owned_up_to(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2027, 1, 6)
    page = text(signed_in(cast.parent), address(cast))
    assert (
        "We should have told you by 28 December 2026 if we will assess Ivy. That was 1 week and 2 days ago."
        in page
    )
    assert "It is for us to do this. We wait for nobody else." in page
    assert "Ask them at any time" in page


def test_late_advice_names_who_is_waited_for_and_that_we_asked_again(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    advice_cast.asked(cast)
    request = advice_cast.request_for(cast, AdviceKind.PSYCHOLOGICAL)
    chased = advice_cast.later(cast, 44)
    advice.chase(cast.case.case_id, request, by=cast.officer, at=chased)
    settings.ALONGSIDE_TODAY = date(2027, 1, 10)
    page = text(signed_in(cast.parent), address(cast))
    assert "Educational Psychology Service has not sent its advice. It was due on 4 January 2027." in page
    assert "We asked again on 6 January 2027." in page


def test_late_plan_after_all_advice_is_ours_to_write(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    plan_cast.drafting(cast)
    settings.ALONGSIDE_TODAY = date(2027, 4, 20)
    page = text(signed_in(cast.parent), address(cast))
    assert "The final plan is late. By law you should have had it by 5 April 2027." in page
    assert "It is for us to write the plan." in page


def test_draft_gives_the_family_its_days(cast: Cast, signed_in: SignIn) -> None:
    plan_cast.served(cast)
    page = text(signed_in(cast.parent), address(cast))
    assert "Your time to tell us about the draft plan" in page
    assert "Say what you think of the draft plan" in page
    assert "Ask to meet us about the draft" in page


def test_refusal_opens_mediation_and_appeal_with_their_last_days(cast: Cast, signed_in: SignIn) -> None:
    decision_cast.refuse(cast)
    page = text(signed_in(cast.parent), address(cast))
    assert "Talk to a mediation adviser" in page
    assert "Appeal to the SEND Tribunal" in page
    assert "Due Monday 25 January 2027" in page
    assert "Local Government and Social Care Ombudsman" in page


def test_right_whose_time_has_ended_is_not_offered(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    decision_cast.refuse(cast)
    settings.ALONGSIDE_TODAY = date(2027, 3, 1)
    assert "Appeal to the SEND Tribunal" not in text(signed_in(cast.parent), address(cast))


def told(*kinds: EventKind) -> Callable[[Cast], Any]:
    """A plan is held, and this is what happened since."""
    return lambda cast: happening_cast.reach(cast, (*happening_cast.WITH_A_PLAN, *kinds))


def disputed(*kinds: EventKind) -> Callable[[Cast], Any]:
    """An assessment was refused, and this is what happened since."""
    return lambda cast: happening_cast.reach(cast, (*happening_cast.REFUSED, *kinds))


def test_family_with_a_plan_reads_of_its_year_and_not_of_the_twenty_weeks(
    cast: Cast, signed_in: SignIn
) -> None:
    told(EventKind.REVIEW_SCHEDULED)(cast)
    page = text(signed_in(cast.parent), address(cast))
    assert "The plan is done. Ivy must get the help that is in it." in page
    assert "There will be a meeting to look at the plan again." in page
    assert "Tell you the day of the meeting" in page
    assert "Look at the plan again for the first time" in page
    assert "The twenty weeks" not in page
    assert "Appeal to the SEND Tribunal" in page


def test_family_reads_what_comes_after_the_meeting(cast: Cast, signed_in: SignIn) -> None:
    told(EventKind.REVIEW_MEETING_HELD)(cast)
    page = text(signed_in(cast.parent), address(cast))
    assert "We met to look at the plan. Next we decide if it will change." in page
    assert "Tell you if the plan will change" in page
    assert "Due Monday 21 December 2026" in page


def test_family_has_its_days_on_proposed_changes(cast: Cast, signed_in: SignIn) -> None:
    told(EventKind.REVIEW_MEETING_HELD, EventKind.AMENDMENT_NOTICE_SENT)(cast)
    page = text(signed_in(cast.parent), address(cast))
    assert "You have the changes that we want to make. Tell us what you think." in page
    assert "Due Monday 7 December 2026" in page
    assert page.count("Due Monday 18 January 2027") == 1  # one card, though three rules set a day for it


def test_late_review_is_owned_up_to(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    told(EventKind.REVIEW_MEETING_HELD)(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 4)
    page = text(signed_in(cast.parent), address(cast))
    assert "We should have told you by 21 December 2026 if the plan will change." in page
    said = "“Tell you if the plan will change” has been late since 22 December 2026."
    assert said in page
    assert "If you knew of it then, you have until 21 December 2027." in page


def test_late_mediation_is_not_blamed_on_the_school(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    told(EventKind.REVIEW_MEETING_HELD, EventKind.MEDIATION_REQUESTED)(cast)
    settings.ALONGSIDE_TODAY = date(2027, 1, 4)
    page = text(signed_in(cast.parent), address(cast))
    assert "The meeting with a mediator should have been by 23 December 2026." in page
    assert "It is for us to do this. We wait for nobody else." in page
    assert "27 November 2026" not in page, "a duty towards the health board is no concern of the family"


def test_family_reads_what_an_order_means(cast: Cast, signed_in: SignIn) -> None:
    disputed(EventKind.APPEAL_RECEIVED)(cast)
    happening_cast.tell(cast, EventKind.ORDER_MADE, tell_by=None)
    page = text(signed_in(cast.parent), address(cast))
    assert "The tribunal has decided. We must do what it says." in page
    assert "Tell you that we will assess Ivy" in page
    assert "Due Monday 7 December 2026" in page
    assert "Due Monday 1 March 2027" in page


def test_no_day_of_a_disabled_rule_reaches_a_family(cast: Cast, signed_in: SignIn) -> None:
    disputed(EventKind.APPEAL_RECEIVED)(cast)
    happening_cast.tell(cast, EventKind.ORDER_MADE, order="RECONSIDER", tell_by=None)
    response = signed_in(cast.parent).get(address(cast)).content.decode()
    assert "The tribunal has decided" in response
    assert "duty-o04" not in response
    assert "Due Monday 7 December 2026" not in response


def test_family_whose_time_has_ended_may_ask_to_appeal_late(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    decision_cast.refuse(cast)
    client = signed_in(cast.parent)
    assert "appeal late" not in text(client, address(cast))
    settings.ALONGSIDE_TODAY = date(2027, 3, 1)
    page = text(client, address(cast))
    assert "Your time to appeal ended on 25 January 2027." in page
    assert "We have not checked this rule against the law itself yet." in page
    settings.ALONGSIDE_TODAY = date(2028, 3, 1)
    assert "appeal late" not in text(client, address(cast))


def test_complaint_has_its_last_day(cast: Cast, signed_in: SignIn) -> None:
    page = text(signed_in(cast.parent), address(cast))
    assert "If you learned of it today, you have until 22 November 2027." in page
    assert "has been late since" not in page


def test_what_nobody_checked_says_so_beside_the_date(cast: Cast, signed_in: SignIn) -> None:
    page = text(signed_in(cast.parent), address(cast))
    assert "Ask you for your views" in page
    assert "We have not checked this rule against the law itself yet." in page


STATES: dict[str, tuple[Callable[[Cast], Any], date]] = {
    "asked": (lambda cast: None, date(2026, 11, 23)),
    "decision late": (lambda cast: None, date(2027, 1, 20)),
    "assessing": (advice_cast.asked, date(2026, 11, 23)),
    "advice late": (advice_cast.asked, date(2027, 1, 20)),
    "plan late": (plan_cast.drafting, date(2027, 4, 20)),
    "draft out": (plan_cast.served, date(2026, 11, 23)),
    "refused": (decision_cast.refuse, date(2026, 11, 23)),
    "time to appeal over": (decision_cast.refuse, date(2027, 3, 1)),
    "plan held": (told(), date(2026, 11, 23)),
    "review arranged": (told(EventKind.REVIEW_SCHEDULED), date(2026, 11, 23)),
    "review late": (told(EventKind.REVIEW_MEETING_HELD), date(2027, 1, 20)),
    "changes out": (told(EventKind.REVIEW_MEETING_HELD, EventKind.AMENDMENT_NOTICE_SENT), date(2026, 11, 23)),
    "move to come": (told(EventKind.PHASE_TRANSFER_FORESEEN, EventKind.MOVE_NOTIFIED), date(2028, 11, 1)),
    "ending": (told(EventKind.CEASE_CONSULTED, EventKind.CEASE_DECISION_SENT), date(2026, 11, 23)),
    "assessed again": (told(EventKind.REASSESSMENT_REQUESTED), date(2026, 12, 20)),
    "mediation": (disputed(EventKind.MEDIATION_REQUESTED), date(2026, 11, 23)),
    "appeal": (disputed(EventKind.APPEAL_RECEIVED, EventKind.APPEAL_NOTICE_RECEIVED), date(2026, 11, 23)),
    "order late": (disputed(EventKind.APPEAL_RECEIVED, EventKind.ORDER_MADE), date(2027, 4, 1)),
}


@pytest.mark.parametrize("state", STATES)
def test_page_can_be_read_at_eleven(cast: Cast, signed_in: SignIn, settings: Any, state: str) -> None:
    reach, day = STATES[state]
    reach(cast)
    settings.ALONGSIDE_TODAY = day
    found = grade(signed_in(cast.parent).get(address(cast)).content.decode())
    assert found <= 6.0, f"{state}: school year {found + 1:.1f}"  # US grade 6 is 11 to 12 years


@pytest.mark.parametrize("page", ["", "/messages", "/wrong", "/wrong/born_on", "/supporters"])
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    advice_cast.asked(cast)
    client = signed_in(cast.parent)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(address(cast, page)).status_code == 200


@pytest.mark.parametrize("page", ["", "/messages", "/wrong", "/wrong/surname", "/supporters", "/parents"])
@pytest.mark.parametrize("who", ["stranger", "officer_elsewhere", "senco_elsewhere", "officer", "manager"])
def test_pages_of_the_family_open_to_nobody_else(cast: Cast, signed_in: SignIn, page: str, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(address(cast, page)).status_code in (403, 404)


def test_case_that_does_not_exist_is_not_found(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    for page in ("", "/messages", "/wrong", "/supporters"):
        assert client.get(f"/cases/{uuid4()}/family{page}").status_code == 404


def test_fifteen_year_old_has_a_page_and_no_rights(cast: Cast, signed_in: SignIn) -> None:
    account, _ = young_person(cast, date(2011, 9, 1))
    client = signed_in(_actor(account))
    page = text(client, address(cast))
    assert "Where your case is" in page
    assert "Choose what your parents can see" not in page
    assert client.get(address(cast, "/parents")).status_code == 403
    assert signed_in(cast.parent).get(address(cast)).status_code == 200


def test_sixteenth_birthday_alone_changes_nothing(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    young_person(cast, date(2010, 11, 25))
    for day in (date(2026, 11, 24), date(2026, 11, 25), date(2027, 6, 25)):
        settings.ALONGSIDE_TODAY = day
        assert signed_in(cast.parent).get(address(cast)).status_code == 200


def test_rights_pass_on_the_day_after_compulsory_school_age(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    account, _ = young_person(cast, date(2010, 11, 25))  # sixteen in the school year that ends in 2027
    settings.ALONGSIDE_TODAY = date(2027, 6, 25)  # the last Friday in June
    assert "Choose what your parents can see" not in text(signed_in(_actor(account)), address(cast))
    settings.ALONGSIDE_TODAY = date(2027, 6, 26)
    assert "Choose what your parents can see" in text(signed_in(_actor(account)), address(cast))
    assert signed_in(cast.parent).get(address(cast)).status_code == 404


def test_young_person_lets_one_parent_see(cast: Cast, signed_in: SignIn) -> None:
    account, _ = young_person(cast, date(2009, 5, 4))
    mother = plan_cast.party_of(cast, cast.case.case_id, cast.parent)
    client = signed_in(_actor(account))
    assert "Petra Parent" in text(client, address(cast, "/parents"))
    assert client.post(address(cast, f"/parents/{mother}"), {}).status_code == 422
    assert client.post(address(cast, f"/parents/{mother}"), {"sight": ParentSight.AGREED}).status_code == 303
    assert signed_in(cast.parent).get(address(cast)).status_code == 200
    assert signed_in(cast.other_parent).get(address(cast)).status_code == 404


def test_supporter_is_added_sees_the_case_and_is_removed(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.parent)
    given = {"name": "Gran Fielding", "relationship": "my mother", "email": "gran@example.org"}
    assert client.post(address(cast, "/supporters"), given | {"email": "gran"}).status_code == 422
    assert client.post(address(cast, "/supporters"), given).status_code == 303
    gran = Account.objects.get(email="gran@example.org")
    assert "Where Ivy’s case is" in text(signed_in(_actor(gran.id)), address(cast))
    with scope.opened_to_all(HERE):
        party = CaseParty.objects.get(account=gran).id
    client = signed_in(cast.parent)
    page = client.get(address(cast, f"/supporters/{party}/remove")).content.decode()
    assert "Stop Gran Fielding from seeing this case?" in page
    assert client.post(address(cast, f"/supporters/{party}/remove"), {"confirmed": "yes"}).status_code == 303
    assert signed_in(_actor(gran.id)).get(address(cast)).status_code in (403, 404)


def _actor(account: UUID) -> Any:
    from alongside.app.actor import Actor

    return Actor(account=account, name="", authority=HERE, roles=frozenset())


def test_officer_invites_after_seeing_the_address(cast: Cast, signed_in: SignIn) -> None:
    aunt = parties.add(
        cast.case.case_id,
        NewParty("PARENT", "Ada Aunt", email="ada@example.org"),
        by=cast.officer,
        at=cast.at,
    )
    client = signed_in(cast.officer)
    people = f"/cases/{cast.case.case_id}/people"
    assert f"{people}/{aunt}/invite" in client.get(people).content.decode()
    assert "ada@example.org" in client.get(f"{people}/{aunt}/invite").content.decode()
    assert client.post(f"{people}/{aunt}/invite", {"confirmed": "yes"}).status_code == 303
    again = client.post(f"{people}/{aunt}/invite", {"confirmed": "yes"}, follow=True)
    assert "Ada Aunt can sign in already." in again.content.decode()
    assert (
        signed_in(_actor(Account.objects.get(email="ada@example.org").id)).get(address(cast)).status_code
        == 200
    )


def test_overview_of_officers_leads_the_family_to_its_own_page(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.parent).get(f"/cases/{cast.case.case_id}")["Location"] == address(cast)
