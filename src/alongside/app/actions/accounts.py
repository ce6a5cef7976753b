"""Accounts of families: made and linked by invitation. Any account: closed, and opened again.

Nobody is ever linked to a case because of an e-mail address alone. An officer (or a parent, for a supporter)
chose the person around the case; the address on that row is the one invited, and the account of that address
is linked to that row and to no other. Signing in then takes a code that only the owner of the address receives.
"""

from datetime import datetime
from uuid import UUID

from alongside.app import doing, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.refusal import Refused
from alongside.records.models import Account, Case, CaseParty, Position


def invite(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> UUID:
    """Invite somebody around the case to sign in. Returns their account.

    Raises `Refused` where they have no address, or share it with somebody else of the same case: each of them
    would then read what was written to the other.
    """
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        deed.require(Permission.SEE_CONTACT_DETAILS)
        party = deed.case.parties.filter(id=party_id, ends_before=None).first()
        if party is None:
            raise Refused("This person is not part of the case now. Go back to the list of people.")
        if party.address_withheld:
            deed.require(Permission.SEE_WITHHELD_ADDRESS)
        return link(deed, party)


def invite_family(deed: CaseDeed) -> int:
    """Within a deed: invite everybody who agreed to e-mail and cannot sign in yet. Returns how many.

    Whoever cannot be invited is passed over: a request must be registered whatever address it carries.
    """
    rows = deed.case.parties.filter(account=None, agreed_to_email=True, ends_before=None).exclude(email="")
    invited = 0
    for party in rows.order_by("name", "id"):
        if why_not(deed.case, party) is None:
            link(deed, party)
            invited += 1
    return invited


def why_not(case: Case, party: CaseParty) -> Refused | None:
    """Why this person cannot be invited, or None."""
    if not party.email.strip():
        return Refused(f"There is no email address for {party.name}. Add one first.", field="email")
    if party.account_id is not None:
        return Refused(f"{party.name} can sign in already.")
    others = case.parties.filter(ends_before=None).exclude(id=party.id)
    account = Account.objects.filter(email__iexact=party.email.strip()).first()
    shared = others.filter(email__iexact=party.email.strip()).exists()
    if shared or (account is not None and others.filter(account=account).exists()):
        return Refused(
            "Somebody else of this case has the same email address. Each person needs an address of their own, so "
            "that neither reads what is written to the other.",
            field="email",
        )
    if account is not None and not account.is_active:
        return Refused(
            "The account of this email address was closed. Whoever manages accounts can open it again.",
            field="email",
        )
    return None


def link(deed: CaseDeed, party: CaseParty) -> UUID:
    """Within a deed: give the person an account, or link the one that their address has, and tell them."""
    refused = why_not(deed.case, party)
    if refused is not None:
        raise refused
    email = party.email.strip()
    account = Account.objects.filter(email__iexact=email).first()
    if account is None:
        account = Account.objects.create(email=email, name=party.name, created_at=deed.at)
    party.account = account
    party.save(update_fields=["account"])
    deed.note("INVITED", party=str(party.id), account=str(account.id))
    text = (
        "Hello\n\nYou can now see what happens next in a case that you are part of, send us messages and read our "
        f"letters.\n\nGo to {ports.address('/account/login/')} and type this email address. We send you a code; "
        f"you need no password.\n\nThe reference is {deed.case.reference}. If you do not know what this is about, do "
        "nothing.\n"
    )
    deed.tell(email, "INVITATION", f"{deed.case.reference}: you can sign in", text)
    return account.id


def close(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close an account: nobody signs in with it any more, and whoever is signed in is nobody from now on."""
    with doing.deed(
        "ACCOUNT_CLOSED", Permission.MANAGE_ACCOUNTS, by=by, at=at, subject=str(account_id)
    ) as body:
        account = _known_here(account_id, by)
        if account.id == by.account:
            raise Refused("You cannot close your own account. Ask somebody else who manages accounts.")
        held = Case.objects.filter(authority=by.authority, owner=account, is_open=True).count()
        if held:
            raise Refused(
                f"{account.name} still has {held} open case{'' if held == 1 else 's'}. Hand them over first, so that "
                "no child is without a named officer."
            )
        account.is_active = False
        account.save(update_fields=["is_active"])
        body["account"] = str(account.id)


def reopen(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Open a closed account again: its owner signs in and may do what their positions and cases still give them."""
    with doing.deed(
        "ACCOUNT_REOPENED", Permission.MANAGE_ACCOUNTS, by=by, at=at, subject=str(account_id)
    ) as body:
        account = _known_here(account_id, by)
        if account.is_active:
            raise Refused(f"The account of {account.name} is open.")
        account.is_active = True
        account.save(update_fields=["is_active"])
        body["account"] = str(account.id)


def _known_here(account_id: UUID, by: Actor) -> Account:
    """An account that has, or had, a position or a part in a case of this authority: nobody else's is touched."""
    works = Position.objects.filter(account=account_id, authority=by.authority)
    account = Account.objects.select_for_update().filter(id=account_id).first()
    if account is None or not (works.exists() or CaseParty.objects.filter(account=account_id).exists()):
        raise Refused("There is no such account. Go back to the list.")
    return account
