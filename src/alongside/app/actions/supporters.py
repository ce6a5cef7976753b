"""Somebody whom the family asks to stand beside them: added, invited to sign in, and removed again.

A supporter belongs to whoever added them. No other member of the family is told of them.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import accounts, children
from alongside.app.actions.children import NewParty
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.refusal import Refused
from alongside.records.models import Position

MOST = 10
CANNOT = "We cannot invite this address from here. Check it for a slip. If it is right, ring or write to us."
"""One sentence for every reason: whose address it is must not be found out by trying."""


@dataclass(frozen=True, slots=True)
class NewSupporter:
    """Who it is, what they are to the family, and the address to which the invitation goes."""

    name: str
    relationship: str
    email: str


def add(case_id: UUID, supporter: NewSupporter, *, by: Actor, at: datetime) -> UUID:
    """Add a supporter and invite them. Raises `Refused` where the address is somebody's of this case already."""
    with doing.on_case(case_id, Permission.ADD_SUPPORTER, by=by, at=at) as deed:
        if not supporter.name.strip():
            raise Refused("Enter the supporter’s name.", field="name")
        mine = deed.case.parties.filter(relation="SUPPORTER", added_by=by.account, ends_before=None)
        if mine.count() >= MOST:
            raise Refused(f"You have {MOST} supporters. Remove one before you add another.")
        if mine.filter(email__iexact=supporter.email.strip()).exists():
            raise Refused("This person is your supporter already.", field="email")
        party = NewParty(
            "SUPPORTER", supporter.name.strip(), supporter.relationship.strip(), supporter.email.strip(),
            parental_responsibility=False, agreed_to_email=True,
        )  # fmt: skip
        row = children.party_row(deed.case, party, by=by, at=at)
        row.save(force_insert=True)
        if accounts.why_not(deed.case, row) is not None or _works_here(deed, row.email):
            raise Refused(CANNOT, field="email")
        accounts.link(deed, row)
        deed.note("SUPPORTER_ADDED", party=str(row.id))
        return row.id


def remove(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> None:
    """Remove one's own supporter, who sees nothing of the case from this moment on."""
    with doing.on_case(case_id, Permission.ADD_SUPPORTER, by=by, at=at) as deed:
        mine = deed.case.parties.filter(relation="SUPPORTER", added_by=by.account, ends_before=None)
        row = mine.filter(id=party_id).first()
        if row is None:
            raise Refused("This person is not your supporter now. Go back to the list.")
        row.ends_before = deed.today
        row.save(update_fields=["ends_before"])
        deed.note("SUPPORTER_REMOVED", party=str(row.id))


def _works_here(deed: CaseDeed, email: str) -> bool:
    """Whoever works on cases would act on this one as family only, so no family member can make them a supporter."""
    return Position.objects.filter(authority=deed.case.authority_id, account__email__iexact=email).exists()
