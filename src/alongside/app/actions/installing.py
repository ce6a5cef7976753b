"""A new install gets its authority and the first person who can add everybody else. Safe to do again."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from alongside.app import evidence, ports, scope
from alongside.app.actions import staff
from alongside.app.actions.staff import Post
from alongside.app.actor import Actor
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Authority, Position


@dataclass(frozen=True, slots=True)
class FirstOfficer:
    """Whoever will add everybody else: a data officer."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Installed:
    """What was done this time; both False where all of it was there already."""

    is_new_authority: bool
    is_new_officer: bool


def install(name: str, officer: FirstOfficer | None, *, by: Actor, at: datetime) -> Installed:
    """Enter the authority if it is not there, and its first data officer if it has none.

    What is held already is never overwritten. Raises `Refused` where somebody else is data officer already: from then
    on people are added by people, in the service, and not from a command line.
    """
    if RoleCode.SERVICE not in by.roles:
        raise NotAllowed("Only the service itself sets up an install: use the command line.")
    with scope.opened_to_all(by.authority):
        is_new = not Authority.objects.filter(code=by.authority).exists()
        if is_new:
            if not name.strip():
                raise Refused(f"Authority {by.authority} is not here yet. Give its name too.", field="name")
            Authority.objects.create(code=by.authority, name=name.strip())
            _seal(by, at, "AREA_FOUNDED", {})
        is_new_officer = officer is not None and _appointed(officer, by, at)
        return Installed(is_new, is_new_officer)


def _appointed(officer: FirstOfficer, by: Actor, at: datetime) -> bool:
    on = ports.today(at)
    in_post = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        authority=by.authority, role=RoleCode.DATA_OFFICER, account__is_active=True,
    ).select_related("account")  # fmt: skip
    if in_post.filter(account__email__iexact=officer.email.strip()).exists():
        return False
    other = in_post.order_by("starts_on", "id").first()
    if other is not None:
        raise Refused(
            f"{other.account.name} keeps the accounts here already. Ask them to add {officer.name} in the service."
        )
    account, is_new = staff.account_of(officer.name, officer.email, at)
    if not account.is_active:
        raise Refused(f"The account of {account.email} was closed. Give the address of somebody else.")
    post = Post(RoleCode.DATA_OFFICER, on)
    position = staff.place(account, post, by.authority, on=on)
    staff.invite(account, post, by.authority, at=at)
    given = {"account": str(account.id), "position": str(position.id), "role": post.role, "is_new": is_new}
    _seal(by, at, "POSITION_GIVEN", given)
    return True


def _seal(by: Actor, at: datetime, code: str, body: dict[str, object]) -> None:
    evidence.seal(by.authority, [evidence.Note(at, by.code, code, "", body)])
