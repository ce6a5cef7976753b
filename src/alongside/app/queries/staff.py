"""Who works here, in which role, for whom, from when to when. Nothing of a case is shown, so no look is recorded."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.records.models import Account, Case, Position

MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Each word of `text` must be in the name, address, organisation or team.

    `left` shows those who no longer work here, in place of those who do or will.
    """

    text: str = ""
    role: str = ""
    left: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """One position. `organisation` is empty for the authority itself; `ends_before` is the first day without it."""

    position: UUID
    account: UUID
    name: str
    email: str
    is_active: bool
    role: RoleCode
    organisation: str
    team: str
    starts_on: date
    ends_before: date | None

    def has_ended(self, on: date) -> bool:
        """True where the person no longer holds it on the day."""
        return self.ends_before is not None and self.ends_before <= on


@dataclass(frozen=True, slots=True)
class Staff:
    """One page of positions, by name. `total` counts them all."""

    total: int
    lines: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One person with everything they do or did here. `cases` are those they own, open or not."""

    account: UUID
    name: str
    email: str
    is_active: bool
    positions: tuple[Held, ...]
    cases: int


def people(wanted: Wanted, *, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Staff:
    """Positions that fit, by name. Two queries whatever their number."""
    decide.check_act(Permission.SEE_ACCOUNTS, roles=by.roles)
    on = ports.today(at)
    with scope.opened(by):
        ended = Q(ends_before__lte=on)
        rows = _rows(by).filter(ended if wanted.left else ~ended | Q(ends_before=None))
        if wanted.role:
            rows = rows.filter(role=wanted.role)
        for word in wanted.text.split()[:MOST_WORDS]:
            rows = rows.filter(
                Q(account__name__icontains=word)
                | Q(account__email__icontains=word)
                | Q(organisation__name__icontains=word)
                | Q(team__icontains=word)
            )
        ordered = rows.order_by("account__name", "account_id", "-starts_on", "id")
        return Staff(rows.count(), tuple(_held(row) for row in ordered[offset : offset + size]))


def member(account: UUID, *, by: Actor, at: datetime) -> Member:
    """One person who works or worked here. Raises `NotFound` for anybody else."""
    decide.check_act(Permission.MANAGE_ACCOUNTS, roles=by.roles)
    with scope.opened(by):
        return _member(account, by)


def holder(position: UUID, *, by: Actor, at: datetime) -> tuple[Member, Held]:
    """One position and whose it is. Raises `NotFound` where this authority has no such position."""
    decide.check_act(Permission.MANAGE_ACCOUNTS, roles=by.roles)
    with scope.opened(by):
        row = _rows(by).filter(id=position).first()
        if row is None:
            raise NotFound
        return _member(row.account_id, by), _held(row)


def _member(account: UUID, by: Actor) -> Member:
    rows = tuple(_rows(by).filter(account=account).order_by("-starts_on", "id"))
    if not rows:
        raise NotFound
    row: Account = rows[0].account
    cases = Case.objects.filter(authority=by.authority, owner=account).count()
    return Member(row.id, row.name, row.email, row.is_active, tuple(_held(each) for each in rows), cases)


def _rows(by: Actor) -> QuerySet[Position]:
    return Position.objects.filter(authority=by.authority).select_related("account", "organisation")


def _held(row: Position) -> Held:
    return Held(
        position=row.id,
        account=row.account_id,
        name=row.account.name,
        email=row.account.email,
        is_active=row.account.is_active,
        role=RoleCode(row.role),
        organisation=row.organisation.name if row.organisation else "",
        team=row.team,
        starts_on=row.starts_on,
        ends_before=row.ends_before,
    )
