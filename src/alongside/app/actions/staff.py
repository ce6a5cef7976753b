"""People who work on cases: they get a position, and are told how to sign in. Ending one is in `handovers`.

Nobody gives themselves a role. Whoever gives roles out decides nothing about a child (core.access), and each
position that was given is in the ledger with who gave it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from alongside.app import doing, ports
from alongside.app.actor import Actor
from alongside.core.access import staffing
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES
from alongside.core.case.bodies import BodyKind
from alongside.core.refusal import Refused
from alongside.records.models import Account, Authority, Organisation, OutboxMessage, Position

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
FURTHEST = timedelta(days=366)
"""How far before or after today a first day of work can lie: what is further off is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody does: a role, for a body (None is the authority itself), in a team, from a day."""

    role: RoleCode
    starts_on: date
    organisation: UUID | None = None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The account and the position. `name` is as the account has it; `is_new` is False where it existed before."""

    account: UUID
    position: UUID
    name: str
    is_new: bool


def add(name: str, email: str, post: Post, *, by: Actor, at: datetime) -> Added:
    """Give a post to whoever has this e-mail address, with an account if they have none, and invite them.

    Raises `Refused` for oneself, for a closed account, for a post that they have already, and for a role that is
    not held for the body chosen.
    """
    with doing.deed("POSITION_GIVEN", Permission.MANAGE_ACCOUNTS, by=by, at=at) as body:
        account, is_new = account_of(name, email, at)
        return _given(account, is_new, post, body, by=by, at=at)


def give(account_id: UUID, post: Post, *, by: Actor, at: datetime) -> Added:
    """Give one more post to somebody who has, or had, one here."""
    with doing.deed(
        "POSITION_GIVEN", Permission.MANAGE_ACCOUNTS, by=by, at=at, subject=str(account_id)
    ) as body:
        known = Position.objects.filter(account=account_id, authority=by.authority).exists()
        if not known:
            raise Refused("Nobody of this kind works here. Look at the list again.")
        account = Account.objects.select_for_update().get(id=account_id)
        return _given(account, False, post, body, by=by, at=at)


def _given(
    account: Account, is_new: bool, post: Post, body: dict[str, object], *, by: Actor, at: datetime
) -> Added:
    if account.id == by.account:
        raise Refused("You cannot give yourself a role. Ask somebody else who keeps accounts.")
    if not account.is_active:
        raise Refused(f"The account of {account.name} was closed. Open it again first.", field="email")
    position = place(account, post, by.authority, on=ports.today(at))
    invite(account, post, by.authority, at=at)
    body.update(account=str(account.id), position=str(position.id), role=post.role, is_new=is_new)
    return Added(account.id, position.id, account.name, is_new)


def account_of(name: str, email: str, at: datetime) -> tuple[Account, bool]:
    """Within a deed: the account of an address, made with this name if there is none, and whether it was made."""
    address = email.strip().lower()
    if not ADDRESS.fullmatch(address):
        raise Refused(f"“{email}” is not an email address. Write it like name@example.com.", field="email")
    if not name.strip():
        raise Refused("Enter the person’s name.", field="name")
    return Account.objects.get_or_create(
        email__iexact=address, defaults={"email": address, "name": name.strip(), "created_at": at}
    )


def place(account: Account, post: Post, authority: str, *, on: date) -> Position:
    """Within a deed: write the position down, if the role is held for such a body and they do not hold it yet."""
    if abs(post.starts_on - on) > FURTHEST:
        raise Refused(
            f"The first day, {post.starts_on:%-d %B %Y}, is more than a year away. Check the year.",
            field="starts_on",
        )
    organisation = _organisation(post.organisation, authority)
    staffing.check_role_for_body(post.role, BodyKind(organisation.kind) if organisation else None)
    held = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        account=account, authority=authority, role=post.role, organisation=organisation,
    )  # fmt: skip
    if held.exists():
        raise Refused(
            f"{account.name} has this role already. To change the team or the first day, end it first.",
            field="role",
        )
    return Position.objects.create(
        account=account,
        authority_id=authority,
        organisation=organisation,
        role=post.role,
        team=post.team.strip(),
        starts_on=post.starts_on,
    )


def invite(account: Account, post: Post, authority: str, *, at: datetime) -> None:
    """Within a deed: the message that says what they can do from when, and how to sign in."""
    name = Authority.objects.get(code=authority).name
    begins = "now" if post.starts_on <= ports.today(at) else f"from {post.starts_on:%-d %B %Y}"
    OutboxMessage.objects.create(
        authority_id=authority,
        kind="INVITATION_TO_WORK",
        to_email=account.email,
        subject=f"{name}: you can sign in to the SEND service",
        text=(
            f"Hello\n\nYou can sign in to the SEND service of {name} {begins}, as: {ROLES[post.role].name}.\n\nGo to "
            f"{ports.address('/account/login/')} and type this email address. We send you a code; you need no "
            "password. Once you are in, add a passkey or an authenticator app to your account.\n\nIf you do not know "
            "what this is about, do nothing.\n"
        ),
        created_at=at,
    )


def _organisation(organisation: UUID | None, authority: str) -> Organisation | None:
    if organisation is None:
        return None
    found = Organisation.objects.filter(id=organisation, authority=authority).first()
    if found is None:
        raise Refused("Choose an organisation from the list.", field="organisation")
    return found
