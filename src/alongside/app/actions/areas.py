"""An area enters the records as a whole: the authority, the bodies that take part, and the people who work there.

By the service itself, when an install is set up or a synthetic area is built; afterwards people and bodies come
and go one at a time, by the deeds of the people who answer for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.app import evidence, scope
from alongside.app.actor import Actor
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Account, Authority, Organisation, Position

MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class NewArea:
    """The authority as it presents itself, and the services that its letters must name."""

    name: str
    team_name: str
    email: str
    phone: str
    address: str
    advice_service: str
    mediation_adviser: str
    dispute_resolution: str
    dmo: str = ""
    dco: str = ""
    dsco: str = ""


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body that takes part. `kind` is COUNCIL, ICB, NHS_TRUST, SETTING or OTHER."""

    kind: str
    name: str
    email: str = ""
    address: str = ""
    urn: str = ""
    phase: str = ""
    setting_type: str = ""
    provides: str = ""
    closes_for_summer: bool = False


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who can sign in. `role` is None for somebody whose part is in a case only, or in none."""

    name: str
    email: str
    role: RoleCode | None
    starts_on: date
    body: UUID | None = None
    team: str = ""
    is_persona: bool = False
    about: str = ""


def found(area: NewArea, *, by: Actor, at: datetime) -> None:
    """Enter the authority, or bring what is held about it up to date."""
    _check_service(by)
    with scope.opened_to_all(by.authority):
        columns = {name: getattr(area, name) for name in NewArea.__slots__}
        Authority.objects.update_or_create(code=by.authority, defaults=columns)
        _seal(by, at, "AREA_FOUNDED", {})


def add_bodies(bodies: Sequence[NewBody], *, by: Actor, at: datetime) -> tuple[UUID, ...]:
    """Enter bodies; returns their ids in the same order."""
    _check_service(by)
    with scope.opened_to_all(by.authority):
        rows = [
            Organisation(
                authority_id=by.authority, **{name: getattr(body, name) for name in NewBody.__slots__}
            )
            for body in bodies
        ]
        Organisation.objects.bulk_create(rows)
        _seal(by, at, "BODIES_ADDED", {"bodies": [str(row.id) for row in rows]})
        return tuple(row.id for row in rows)


def add_people(people: Sequence[NewPerson], *, by: Actor, at: datetime) -> tuple[UUID, ...]:
    """Enter people, each with a position where they have one; returns their accounts' ids in the same order.

    They are created a second apart, so that lists show them in the order given.
    """
    _check_service(by)
    emails = [person.email.lower() for person in people]
    taken = Account.objects.filter(email__in=emails).values_list("email", flat=True)
    twice = sorted({email for email in emails if emails.count(email) > 1} | set(taken))
    if twice:
        raise Refused(f"The address {twice[0]} belongs to somebody already. Give everybody one of their own.")
    with scope.opened_to_all(by.authority):
        rows = [
            Account(
                email=person.email.lower(),
                name=person.name,
                is_persona=person.is_persona,
                about=person.about,
                created_at=at + number * MOMENT,
            )
            for number, person in enumerate(people)
        ]
        Account.objects.bulk_create(rows)
        Position.objects.bulk_create(
            Position(
                account=row,
                authority_id=by.authority,
                organisation_id=person.body,
                role=person.role,
                team=person.team,
                starts_on=person.starts_on,
            )
            for row, person in zip(rows, people, strict=True)
            if person.role is not None
        )
        _seal(by, at, "PEOPLE_ADDED", {"accounts": [str(row.id) for row in rows]})
        return tuple(row.id for row in rows)


def _check_service(by: Actor) -> None:
    if RoleCode.SERVICE not in by.roles:
        raise NotAllowed("Only the service itself sets up an area: use the command line.")


def _seal(by: Actor, at: datetime, code: str, body: dict[str, object]) -> None:
    evidence.seal(by.authority, [evidence.Note(at, by.code, code, "", body)])
