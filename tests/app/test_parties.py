"""The people around a case: who learns what of whom, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import parties as actions
from alongside.app.actions.children import NewParty
from alongside.app.actions.parties import Particulars
from alongside.app.actor import Actor
from alongside.app.queries import parties
from alongside.app.queries.parties import Party, People
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.relations import ParentSight
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, LedgerEntry, Person
from cast import Cast

GRAN = NewParty("SUPPORTER", "Gran Fielding", "grandmother", "gran@example.org", agreed_to_email=True)
PARTICULARS = Particulars(
    "Otto O.", "father", "otto@example.org", "01632 960333", "10 Far Street", "", True, True
)


def people(cast: Cast, who: Actor) -> People:
    return parties.people(cast.case.case_id, by=cast.again(who), at=cast.at)


def named(cast: Cast, name: str, who: Actor) -> Party:
    return next(party for party in people(cast, who).parties if party.name == name)


def party_id(cast: Cast, name: str) -> UUID:
    return named(cast, name, cast.officer).id


def do(cast: Cast, act: Any, *more: Any, by: Actor | None = None) -> Any:
    return act(cast.case.case_id, *more, by=cast.again(by or cast.officer), at=cast.at)


def grow_up(cast: Cast) -> None:
    """Ivy is seventeen: the rights are hers."""
    with scope.opened_to_all("931"):
        Person.objects.update(born_on=date(2009, 5, 4))


def test_each_parent_sees_their_own_details_and_not_the_others(cast: Cast) -> None:
    mother, father = named(cast, "Petra Parent", cast.parent), named(cast, "Otto Otherparent", cast.parent)
    assert mother.contact is not None
    assert mother.contact.phone == "01632 960111"
    assert father.contact is None


def test_colleague_learns_that_an_address_is_withheld_and_not_which(cast: Cast) -> None:
    mother = named(cast, "Petra Parent", cast.other_officer)
    assert mother.is_withheld
    assert mother.contact is None
    assert people(cast, cast.other_officer).home is None


def test_other_parent_learns_nothing_of_a_withheld_address(cast: Cast) -> None:
    assert not named(cast, "Petra Parent", cast.other_parent).is_withheld


def test_child_home_is_open_once_nothing_is_withheld(cast: Cast) -> None:
    do(cast, actions.stop_withholding_address, party_id(cast, "Petra Parent"))
    home = people(cast, cast.other_officer).home
    assert home is not None
    assert home.address == "1 Mill Lane\nNS1 1AA"


def test_colleague_can_withhold_but_not_stop_withholding(cast: Cast) -> None:
    do(cast, actions.withhold_address, party_id(cast, "Otto Otherparent"), by=cast.other_officer)
    assert named(cast, "Otto Otherparent", cast.other_officer).contact is None
    with pytest.raises(NotAllowed):
        do(cast, actions.stop_withholding_address, party_id(cast, "Otto Otherparent"), by=cast.other_officer)


def test_somebody_added_is_part_of_the_case(cast: Cast) -> None:
    do(cast, actions.add, GRAN)
    assert named(cast, "Gran Fielding", cast.officer).relation == "SUPPORTER"


@pytest.mark.parametrize(
    ("party", "sentence"),
    [
        (replace(GRAN, relation="NEIGHBOUR"), "a parent, the young person or a supporter"),
        (replace(GRAN, name=" "), "Enter the person's name"),
        (replace(GRAN, email=""), "Enter an email address"),
    ],
)
def test_half_a_person_is_refused_and_not_kept(cast: Cast, party: NewParty, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        do(cast, actions.add, party)
    assert len(people(cast, cast.officer).parties) == 2


def test_young_person_is_added_once(cast: Cast) -> None:
    do(cast, actions.add, NewParty("YOUNG_PERSON", "Ivy Fielding"))
    with pytest.raises(Refused, match="part of the case already"):
        do(cast, actions.add, NewParty("YOUNG_PERSON", "Ivy Fielding"))


def test_change_is_kept_and_its_columns_are_in_the_ledger(cast: Cast) -> None:
    do(cast, actions.change, party_id(cast, "Otto Otherparent"), PARTICULARS)
    assert named(cast, "Otto O.", cast.officer).contact is not None
    with scope.opened(cast.officer):
        sealed = LedgerEntry.objects.get(deed="PARTY_CHANGED").body
    assert "phone" in sealed
    assert "960333" not in sealed


def test_colleague_may_not_change_somebody_whose_address_is_withheld(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        do(cast, actions.change, party_id(cast, "Petra Parent"), PARTICULARS, by=cast.other_officer)


def test_person_whose_part_has_ended_does_not_find_the_case(cast: Cast) -> None:
    do(cast, actions.end, party_id(cast, "Otto Otherparent"), date(2026, 11, 23))
    with scope.opened_to_all("931"):
        CaseParty.objects.filter(name="Otto Otherparent").update(ends_before=date(2026, 11, 23))
    with pytest.raises(NotFound):
        people(cast, cast.other_parent)


def test_last_day_must_make_sense(cast: Cast) -> None:
    for day, sentence in (
        (date(2026, 11, 1), "is before they became part"),
        (date(2026, 12, 1), "in the future"),
    ):
        with pytest.raises(Refused, match=sentence):
            do(cast, actions.end, party_id(cast, "Otto Otherparent"), day)


def test_those_who_were_part_of_the_case_stay_on_the_record(cast: Cast) -> None:
    gone = party_id(cast, "Otto Otherparent")
    do(cast, actions.end, gone, date(2026, 11, 23))
    with scope.opened_to_all("931"):
        CaseParty.objects.filter(id=gone).update(ends_before=date(2026, 11, 23))
    assert [party.name for party in people(cast, cast.officer).former] == ["Otto Otherparent"]


def test_sight_is_not_asked_while_the_rights_are_the_parents(cast: Cast) -> None:
    with pytest.raises(Refused, match="The rights are still the parent's"):
        do(cast, actions.record_parent_sight, party_id(cast, "Petra Parent"), ParentSight.AGREED)


def test_parent_sees_the_case_after_the_transfer_only_by_agreement(cast: Cast) -> None:
    mother = party_id(cast, "Petra Parent")
    grow_up(cast)
    with pytest.raises(NotFound):
        people(cast, cast.parent)
    do(cast, actions.record_parent_sight, mother, ParentSight.AGREED)
    assert people(cast, cast.parent).parties
    do(cast, actions.record_parent_sight, mother, ParentSight.REFUSED)
    with pytest.raises(NotFound):
        people(cast, cast.parent)


def test_parent_does_not_decide_about_their_own_sight(cast: Cast) -> None:
    mother = party_id(cast, "Petra Parent")
    grow_up(cast)
    do(cast, actions.record_parent_sight, mother, ParentSight.AGREED)
    with pytest.raises(NotAllowed):
        do(cast, actions.record_parent_sight, mother, ParentSight.LACKS_CAPACITY, by=cast.parent)


def test_person_of_another_case_cannot_be_changed(cast: Cast) -> None:
    with pytest.raises(Refused, match="not part of the case"):
        do(cast, actions.change, uuid4(), PARTICULARS)


@pytest.mark.parametrize("who", ["parent", "senco", "stranger"])
def test_only_officers_change_people(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        do(cast, actions.add, GRAN, by=getattr(cast, who))
