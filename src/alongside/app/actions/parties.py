"""The people around a case come, change and go. Who changed what, and when, is sealed in the ledger."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import doing
from alongside.app.actions import children
from alongside.app.actions.children import NewParty
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.relations import ParentSight, rights_pass_on
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty

RELATIONS = ("PARENT", "YOUNG_PERSON", "SUPPORTER")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is held about somebody, as it shall be from now on."""

    name: str
    relationship: str
    email: str
    phone: str
    address: str
    language: str
    parental_responsibility: bool
    agreed_to_email: bool


def add(case_id: UUID, party: NewParty, *, by: Actor, at: datetime) -> UUID:
    """Add somebody to the case, from today on."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        deed.require(Permission.SEE_CONTACT_DETAILS)
        if party.relation not in RELATIONS:
            raise Refused("Say whether this is a parent, the young person or a supporter.", field="relation")
        _check_name(party.name)
        _check_email(party.email, agreed=party.agreed_to_email)
        twins = _now(deed).filter(relation="YOUNG_PERSON")
        if party.relation == "YOUNG_PERSON" and twins.exists():
            raise Refused(
                "The young person is part of the case already. Change that entry instead.", field="relation"
            )
        row = children.party_row(deed.case, party, by=by, at=at)
        row.save(force_insert=True)
        deed.note("PARTY_ADDED", party=str(row.id), relation=row.relation)
        return row.id


def change(case_id: UUID, party_id: UUID, particulars: Particulars, *, by: Actor, at: datetime) -> None:
    """Put right what is held about somebody. Whoever may not see a withheld address may not change it."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        deed.require(Permission.SEE_CONTACT_DETAILS)
        row = _party(deed, party_id)
        if row.address_withheld:
            deed.require(Permission.SEE_WITHHELD_ADDRESS)
        _check_name(particulars.name)
        _check_email(particulars.email, agreed=particulars.agreed_to_email)
        changed = [name for name in Particulars.__slots__ if getattr(row, name) != getattr(particulars, name)]
        for name in changed:
            setattr(row, name, getattr(particulars, name))
        if changed:
            row.save(update_fields=changed)
        deed.note("PARTY_CHANGED", party=str(row.id), columns=changed)


def end(case_id: UUID, party_id: UUID, last_day: date, *, by: Actor, at: datetime) -> None:
    """End somebody's part in the case. They see nothing of it from the day after their last day on."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        row = _party(deed, party_id)
        if last_day < row.starts_on:
            raise Refused(
                f"The last day, {last_day:%-d %B %Y}, is before they became part of the case on "
                f"{row.starts_on:%-d %B %Y}. Check the year.",
                field="last_day",
            )
        if last_day > deed.today:
            raise Refused("The last day is in the future. Come back on that day.", field="last_day")
        row.ends_before = last_day + timedelta(days=1)
        row.save(update_fields=["ends_before"])
        deed.note("PARTY_ENDED", party=str(row.id), last_day=last_day.isoformat())


def withhold_address(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> None:
    """From now on nobody outside the authority is shown how to reach this person, nor the child's address."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        _set_withheld(deed, party_id, withheld=True)


def stop_withholding_address(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> None:
    """Show the address again, as the person at risk wishes. Only for the officer who may see it now."""
    with doing.on_case(case_id, Permission.SEE_WITHHELD_ADDRESS, by=by, at=at) as deed:
        deed.require(Permission.RECORD_EVENT)
        _set_withheld(deed, party_id, withheld=False)


def record_parent_sight(
    case_id: UUID, party_id: UUID, sight: ParentSight, *, by: Actor, at: datetime
) -> None:
    """Record what the young person, who now holds the rights, decided about a parent's sight of the case.

    By the young person themselves, or by an officer whom they told.
    """
    with doing.on_case(case_id, Permission.SEE_CASE, by=by, at=at) as deed:
        if not deed.may(Permission.AGREE_PARENT_SIGHT):
            deed.require(Permission.RECORD_EVENT)
        row = _party(deed, party_id)
        if row.relation != "PARENT":
            raise Refused("Only about a parent can it be said what they may see.")
        born_on = deed.case.person.born_on
        if born_on is None or deed.today < rights_pass_on(born_on):
            raise Refused(
                "The rights are still the parent's: they pass at the end of compulsory school age. "
                "Until then there is nothing to agree."
            )
        row.parent_sight = sight
        row.save(update_fields=["parent_sight"])
        deed.note("PARENT_SIGHT_RECORDED", party=str(row.id), sight=str(sight))


def _set_withheld(deed: CaseDeed, party_id: UUID, *, withheld: bool) -> None:
    row = _party(deed, party_id)
    row.address_withheld = withheld
    row.save(update_fields=["address_withheld"])
    deed.note("ADDRESS_WITHHELD" if withheld else "ADDRESS_NO_LONGER_WITHHELD", party=str(row.id))


def _now(deed: CaseDeed) -> QuerySet[CaseParty]:
    return deed.case.parties.filter(ends_before=None)


def _party(deed: CaseDeed, party_id: UUID) -> CaseParty:
    row = _now(deed).filter(id=party_id).first()
    if row is None:
        raise Refused("This person is not part of the case now. Go back to the list of people.")
    return row


def _check_name(name: str) -> None:
    if not name.strip():
        raise Refused("Enter the person's name.", field="name")


def _check_email(email: str, *, agreed: bool) -> None:
    if agreed and not email.strip():
        raise Refused("Enter an email address: they agreed to have letters by email.", field="email")
