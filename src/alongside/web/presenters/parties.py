"""The people around a case as cards: who they are to the child, how to reach them, what is to be heeded."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.cases import CaseHead
from alongside.app.queries.parties import Party, People, Professional
from alongside.core.access.permission import Permission
from alongside.core.access.relations import ParentSight
from alongside.web.presenters import happenings, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.people import PersonCard
from alongside.web.presenters.tables import Column
from alongside.web.presenters.tags import Tag

RELATION = {
    "PARENT": "Parent or carer",
    "YOUNG_PERSON": "The child or young person",
    "SUPPORTER": "Supporter",
}
PART = {
    "COORDINATOR": "EHC coordinator, has this case",
    "SETTING_ATTENDED": "Setting attended now",
    "CONSULTATION": "Setting consulted",
}
SIGHT = {
    ParentSight.NOT_ASKED: "The young person has not been asked: this parent sees nothing",
    ParentSight.AGREED: "The young person agrees that this parent sees the case",
    ParentSight.REFUSED: "The young person does not want this parent to see the case",
    ParentSight.LACKS_CAPACITY: "Acts for the young person, who lacks capacity",
}
COLUMNS = (Column("Who", is_header=True), Column("Part"), Column("Since"), Column("Answered"))


def may_change(head: CaseHead) -> bool:
    """True where this person may add and change people."""
    return {Permission.RECORD_EVENT, Permission.SEE_CONTACT_DETAILS} <= head.may


def cards(found: People) -> list[PersonCard]:
    """Those who are part of the case now."""
    return [_card(party, found.head) for party in found.parties]


def former(found: People) -> list[tuple[str, str]]:
    """Those who were, each with the days."""
    return [
        (party.name, f"{RELATION[party.relation]}, until {wording.day(party.ends_before)}")
        for party in found.former
    ]


def professionals(found: People) -> list[tuple[str, str, str, str]]:
    """Bodies and settings that take part."""
    return [_professional(one) for one in found.professionals]


def home(found: People) -> list[tuple[str, str]]:
    """Where the child lives; that it is withheld is said, where it is, to those who may reach the family."""
    if found.home is not None:
        return [("Child’s address", found.home.address or "not known")]
    if Permission.SEE_CONTACT_DETAILS in found.head.may:
        return [
            ("Child’s address", "Withheld for somebody’s safety. The officer who has the case can see it.")
        ]
    return []


def initial(party: Party) -> dict[str, Any]:
    """What the form of changes begins with."""
    contact = party.contact
    return {
        "name": party.name,
        "relationship": party.relationship,
        "email": contact.email if contact else "",
        "phone": contact.phone if contact else "",
        "address": contact.address if contact else "",
        "language": party.language,
        "agreed_to_email": "yes" if party.agreed_to_email else "no",
        "parental_responsibility": "yes" if party.parental_responsibility else "no",
    }


def address_of_people(case_id: UUID) -> str:
    """The page of the people of a case."""
    return reverse("case_people", kwargs={"case_id": case_id})


def _card(party: Party, head: CaseHead) -> PersonCard:
    flags = [Tag("Address withheld", "red")] if party.is_withheld else []
    for_officers = Permission.SEE_CONTACT_DETAILS in head.may
    if for_officers and party.relation == "PARENT" and not party.parental_responsibility:
        flags.append(Tag("No parental responsibility", "orange"))
    return PersonCard(party.name, tuple(_rows(party, head)), tuple(flags), _actions(party, head))


def _rows(party: Party, head: CaseHead) -> list[tuple[str, str]]:
    found = [("To the child", party.relationship or RELATION[party.relation])]
    if party.contact is not None:
        reach = (
            ("Email", party.contact.email),
            ("Phone", party.contact.phone),
            ("Address", party.contact.address),
        )
        found += [(key, value or "not known") for key, value in reach]
        found.append(("Letters by email", "agreed" if party.agreed_to_email else "not agreed"))
    elif party.is_withheld:
        found.append(("How to reach", "Withheld for safety. Ask the officer who has the case."))
    if party.language:
        found.append(("Language", party.language))
    if Permission.SEE_CONTACT_DETAILS in head.may:
        found.append(("Can sign in", "yes" if party.can_sign_in else "no"))
    if head.rights_have_passed and party.relation == "PARENT":
        found.append(("Sees the case", SIGHT[party.parent_sight]))
    return found


def _actions(party: Party, head: CaseHead) -> tuple[Link, ...]:
    if not may_change(head):
        return ()
    parts = {"case_id": head.case_id, "party_id": party.id}
    found = []
    reaches = party.contact is not None and not (
        party.is_withheld and head.in_emergency
    )  # that opens reading only
    if reaches:
        found.append(Link(reverse("case_party_change", kwargs=parts), "Change"))
    if reaches and party.contact and party.contact.email and not party.can_sign_in:
        found.append(Link(reverse("case_party_invite", kwargs=parts), "Invite to sign in"))
    if not party.is_withheld:
        found.append(Link(reverse("case_party_withhold", kwargs=parts), "Withhold address"))
    elif Permission.SEE_WITHHELD_ADDRESS in head.may and not head.in_emergency:
        found.append(Link(reverse("case_party_show_address", kwargs=parts), "Stop withholding"))
    if head.rights_have_passed and party.relation == "PARENT":
        found.append(Link(reverse("case_party_sight", kwargs=parts), "What they may see"))
    return (*found, Link(reverse("case_party_end", kwargs=parts), "End their part"))


def _professional(one: Professional) -> tuple[str, str, str, str]:
    part = PART.get(one.part) or f"{wording.capital(happenings.code_words(one.part))} advice"
    since = wording.day_short(one.since) if one.since else ""
    return one.name or "a body", part, since, wording.day_short(one.answered_on) if one.answered_on else ""
