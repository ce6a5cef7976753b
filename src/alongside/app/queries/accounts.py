"""Who somebody is when they sign in, and the made-up people of a demo."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from alongside.app import ports, rows, scope
from alongside.app.actor import Actor
from alongside.core.access.roles import RoleCode
from alongside.records.models import Account, CaseParty, Position

PARTY_ROLES = {
    "PARENT": RoleCode.PARENT,
    "YOUNG_PERSON": RoleCode.YOUNG_PERSON,
    "SUPPORTER": RoleCode.SUPPORTER,
}


@dataclass(frozen=True, slots=True)
class Persona:
    """A made-up person of a demo whom anybody trying the system can sign in as."""

    account: UUID
    name: str
    email: str
    roles: tuple[RoleCode, ...]
    organisation: str
    about: str


@dataclass(frozen=True, slots=True)
class AuthorityFace:
    """What a page says of the authority in its header and footer."""

    code: str
    name: str
    team_name: str
    email: str
    phone: str
    advice_service: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody at the door: who they are, and the authority as the page around them shows it."""

    actor: Actor
    face: AuthorityFace


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record of an account in one authority: positions as (role, body, team) and relations to cases, each
    with its first day and the day before which it ends.
    """

    authority: str
    positions: tuple[tuple[str, UUID | None, str, date, date | None], ...]
    relations: tuple[tuple[str, date, date | None], ...]
    face: AuthorityFace


ACCOUNT = f"select {rows.columns(Account, 'a')} from account a where a.id = %(account)s and a.is_active"  # noqa: S608
POSITIONS = """
select role, organisation_id, team, starts_on, ends_before from position
where account_id = %(account)s and authority_id = %(authority)s order by starts_on, id
"""
RELATIONS = "select distinct relation, starts_on, ends_before from case_party where account_id = %(account)s"
FACE = "select code, name, team_name, email, phone, advice_service from authority where code = %(authority)s"


def nobody(authority: str) -> Actor:
    """Somebody without an account."""
    return Actor(account=None, name="", authority=authority, roles=frozenset({RoleCode.PUBLIC}))


def service(authority: str, name: str = "Alongside") -> Actor:
    """The service itself: imports, jobs and the builder of a demo."""
    return Actor(account=None, name=name, authority=authority, roles=frozenset({RoleCode.SERVICE}))


def actor_for(account: UUID, authority: str, *, at: datetime) -> Actor:
    """The account as it may act in an authority on the day. Without a position or a case it is PUBLIC."""
    found = signed_in(account, authority)
    return nobody(authority) if found is None else arrival(found, authority, at=at).actor


def by_email(email: str, authority: str, *, at: datetime) -> Actor | None:
    """Whoever signs in with this address, as they may act in an authority; None where nobody does."""
    found = (
        Account.objects.filter(email__iexact=email.strip(), is_active=True)
        .values_list("id", flat=True)
        .first()
    )
    return actor_for(found, authority, at=at) if found is not None else None


def signed_in(account: UUID, authority: str) -> Account | None:
    """The account as Django's sign-in knows it, with its standing: one round trip. None where it is closed.

    Every request of somebody signed in begins with it, so it is asked without models.
    """
    accounts, positions, relations, face = scope.answers(
        authority, ACCOUNT, POSITIONS, RELATIONS, FACE, given={"account": account}
    )
    if not accounts.rows:
        return None
    found = rows.made(Account, accounts.rows[0])
    found.standing = Standing(
        authority, tuple(positions.rows), tuple(relations.rows), _face(authority, face.rows)
    )
    return found


def arrival(account: Any, authority: str, *, at: datetime) -> Arrival:
    """The account that has signed in, as it may act on the day, and the face of the authority."""
    standing = account.standing
    if standing is None or standing.authority != authority:
        found = signed_in(account.pk, authority)
        if found is None:
            return Arrival(nobody(authority), authority_face(authority))
        standing = found.standing
    return Arrival(_actor(account, standing, ports.today(at)), standing.face)


def _actor(account: Account, standing: Standing, on: date) -> Actor:
    held = [p for p in standing.positions if p[3] <= on and (p[4] is None or on < p[4])]
    related = [
        r for r, starts_on, ends in standing.relations if starts_on <= on and (ends is None or on < ends)
    ]
    roles = {RoleCode(role) for role, *_ in held} | {PARTY_ROLES[relation] for relation in related}
    return Actor(
        account=account.id,
        name=account.name,
        authority=standing.authority,
        roles=frozenset(roles) or frozenset({RoleCode.PUBLIC}),
        organisations=frozenset(body for _, body, *_ in held if body is not None),
        team=next((team for _, _, team, *_ in held if team), ""),
    )


def authority_face(authority: str) -> AuthorityFace:
    """How the authority presents itself. An install without an authority says so plainly."""
    with connection.cursor() as cursor:
        cursor.execute(FACE, {"authority": authority})
        return _face(authority, cursor.fetchall())


def _face(authority: str, found: list[tuple[Any, ...]]) -> AuthorityFace:
    if not found:
        return AuthorityFace(authority, f"Authority {authority}", "SEND casework team", "", "", "")
    return AuthorityFace(*found[0])


def personas(authority: str, *, at: datetime) -> tuple[Persona, ...]:
    """The made-up people of a demo, in the order in which the page shows them."""
    on = ports.today(at)
    found = []
    with scope.opened_to_all(authority):
        for account in Account.objects.filter(is_persona=True, is_active=True).order_by("created_at", "name"):
            positions = Position.objects.filter(_in_force(on), account=account).select_related("organisation")
            relations = CaseParty.objects.filter(_in_force(on), account=account)
            roles = [RoleCode(p.role) for p in positions]
            roles += sorted({PARTY_ROLES[r.relation] for r in relations})
            body = next((p.organisation.name for p in positions if p.organisation), "")
            about = account.about or next((r.relationship for r in relations if r.relationship), "")
            found.append(Persona(account.id, account.name, account.email, tuple(roles), body, about))
    return tuple(found)


def _in_force(on: date) -> Q:
    return Q(starts_on__lte=on) & (Q(ends_before=None) | Q(ends_before__gt=on))
