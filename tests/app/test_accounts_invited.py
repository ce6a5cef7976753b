"""Invitations: who gets an account, whose case it opens, and how it is closed."""

from datetime import date
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import accounts as actions
from alongside.app.actions import parties, registering, supporters
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.registering import Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.actions.supporters import NewSupporter
from alongside.app.queries import accounts, family
from alongside.app.queries import parties as people
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import Account, Case, CaseParty, OutboxMessage
from cast import HERE, Cast

GRAN = NewSupporter("Gran Fielding", "grandmother", "gran@example.org")


def add(cast: Cast, party: NewParty) -> UUID:
    return parties.add(cast.case.case_id, party, by=cast.officer, at=cast.at)


def row(party: UUID) -> CaseParty:
    with scope.opened_to_all(HERE):
        return CaseParty.objects.get(id=party)


def invited(cast: Cast, party: UUID) -> UUID:
    return actions.invite(cast.case.case_id, party, by=cast.officer, at=cast.at)


def test_invited_person_signs_in_to_this_case_and_no_other(cast: Cast) -> None:
    aunt = add(cast, NewParty("PARENT", "Ada Aunt", email="Ada@Example.org"))
    account = invited(cast, aunt)
    who = accounts.actor_for(account, HERE, at=cast.at)
    assert [one.case_id for one in family.mine(by=who, at=cast.at)] == [cast.case.case_id]
    with scope.opened_to_all(HERE):
        message = OutboxMessage.objects.get(kind="INVITATION")
    assert message.to_email == "Ada@Example.org"
    assert "Ivy" not in message.text + message.subject


def test_address_alone_opens_nothing(cast: Cast) -> None:
    """Somebody with an account has the address of a row that nobody chose to invite."""
    add(cast, NewParty("PARENT", "Stan S.", email="stan.stranger@example.org"))
    assert family.mine(by=cast.again(cast.stranger), at=cast.at) == ()
    with pytest.raises(NotFound):
        family.case(cast.case.case_id, by=cast.again(cast.stranger), at=cast.at)


def test_account_that_the_address_has_is_linked_whatever_its_case(cast: Cast) -> None:
    party = add(cast, NewParty("PARENT", "Stan S.", email="STAN.stranger@example.org"))
    assert invited(cast, party) == cast.stranger.account
    assert Account.objects.filter(email__iexact="stan.stranger@example.org").count() == 1


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("", "no email address"),
        ("petra.parent@example.org", "Somebody else of this case has the same email address"),
        ("PETRA.PARENT@example.org", "Somebody else of this case has the same email address"),
    ],
)
def test_nobody_is_invited_to_an_address_that_is_missing_or_another_s(
    cast: Cast, email: str, sentence: str
) -> None:
    party = add(cast, NewParty("PARENT", "Ada Aunt", email=email))
    with pytest.raises(Refused, match=sentence):
        invited(cast, party)
    assert row(party).account_id is None


def test_nobody_is_invited_twice(cast: Cast) -> None:
    party = add(cast, NewParty("PARENT", "Ada Aunt", email="ada@example.org"))
    invited(cast, party)
    with pytest.raises(Refused, match="can sign in already"):
        invited(cast, party)


def test_colleague_does_not_invite_to_a_withheld_address(cast: Cast) -> None:
    party = add(cast, NewParty("PARENT", "Ada Aunt", email="ada@example.org", address_withheld=True))
    with pytest.raises(NotAllowed):
        actions.invite(cast.case.case_id, party, by=cast.other_officer, at=cast.at)


def registration(*family_: NewParty) -> Registration:
    return Registration(
        NewChild("Noor", "Vale", date(2017, 8, 2)),
        family_,
        NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, family_[0].name),
    )


def test_registering_invites_whoever_agreed_to_email(cast: Cast) -> None:
    asked = registration(
        NewParty("PARENT", "Vera Vale", email="vera@example.org", agreed_to_email=True),
        NewParty("PARENT", "Max Vale", email="max@example.org"),
    )
    outcome = registering.register(asked, by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        known = {
            party.name: party.account_id
            for party in CaseParty.objects.filter(case=outcome.registered.case_id)
        }
        sent = list(OutboxMessage.objects.filter(kind="INVITATION").values_list("to_email", flat=True))
    assert known["Vera Vale"] is not None
    assert known["Max Vale"] is None
    assert sent == ["vera@example.org"]


def test_registering_invites_neither_of_two_who_share_an_address(cast: Cast) -> None:
    both = [
        NewParty("PARENT", name, email="home@example.org", agreed_to_email=True) for name in ("Vera", "Max")
    ]
    outcome = registering.register(registration(*both), by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        assert not CaseParty.objects.filter(case=outcome.registered.case_id).exclude(account=None).exists()


def test_supporter_belongs_to_whoever_added_them(cast: Cast) -> None:
    gran = supporters.add(cast.case.case_id, GRAN, by=cast.parent, at=cast.at)
    _, mine = family.supporters(cast.case.case_id, by=cast.parent, at=cast.at)
    assert [one.name for one in mine] == ["Gran Fielding"]
    assert family.supporters(cast.case.case_id, by=cast.other_parent, at=cast.at)[1] == ()
    with pytest.raises(Refused, match="not your supporter"):
        supporters.remove(cast.case.case_id, gran, by=cast.other_parent, at=cast.at)


def test_other_parent_is_not_told_who_supports(cast: Cast) -> None:
    supporters.add(cast.case.case_id, GRAN, by=cast.parent, at=cast.at)
    for who, expected in ((cast.parent, True), (cast.other_parent, False), (cast.officer, True)):
        found = people.people(cast.case.case_id, by=who, at=cast.at)
        assert any(one.name == "Gran Fielding" for one in found.parties) is expected


def test_removed_supporter_finds_nothing_from_that_moment(cast: Cast) -> None:
    gran = supporters.add(cast.case.case_id, GRAN, by=cast.parent, at=cast.at)
    account = row(gran).account_id
    assert account is not None
    supporters.remove(cast.case.case_id, gran, by=cast.parent, at=cast.at)
    who = accounts.actor_for(account, HERE, at=cast.at)
    assert RoleCode.SUPPORTER not in who.roles
    with pytest.raises(NotFound):
        family.case(cast.case.case_id, by=who, at=cast.at)


@pytest.mark.parametrize("email", ["otto.otherparent@example.org", "cora.coordinator@example.org", " "])
def test_nobody_of_the_case_or_its_service_becomes_a_supporter(cast: Cast, email: str) -> None:
    """One sentence for all, so that nobody's address is found out by trying."""
    with pytest.raises(Refused, match="We cannot invite this address"):
        supporters.add(cast.case.case_id, NewSupporter("X", "friend", email), by=cast.parent, at=cast.at)
    with scope.opened_to_all(HERE):
        assert not CaseParty.objects.filter(relation="SUPPORTER").exists()


def test_supporter_cannot_add_another(cast: Cast) -> None:
    gran = supporters.add(cast.case.case_id, GRAN, by=cast.parent, at=cast.at)
    account = row(gran).account_id
    assert account is not None
    who = accounts.actor_for(account, HERE, at=cast.at)
    with pytest.raises(NotAllowed):
        supporters.add(cast.case.case_id, NewSupporter("Y", "", "y@example.org"), by=who, at=cast.at)


def test_closed_account_is_nobody(cast: Cast) -> None:
    admin = cast.data_officer
    assert cast.parent.account is not None
    actions.close(cast.parent.account, by=admin, at=cast.at)
    assert cast.again(cast.parent).account is None
    with pytest.raises(NotAllowed):
        actions.close(cast.parent.account, by=cast.officer, at=cast.at)


def test_account_with_open_cases_is_not_closed(cast: Cast) -> None:
    admin = cast.data_officer
    with scope.opened_to_all(HERE):
        owner = Case.objects.get(id=cast.case.case_id).owner_id
    assert owner is not None
    with pytest.raises(Refused, match=r"still has 1 open case\. Hand them over first"):
        actions.close(owner, by=admin, at=cast.at)
    assert admin.account is not None
    with pytest.raises(Refused, match="cannot close your own"):
        actions.close(admin.account, by=admin, at=cast.at)
