"""The bodies of an area, to choose from and to keep."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.records.models import Organisation


@dataclass(frozen=True, slots=True)
class Setting:
    """One nursery, school or college."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """One body that can be asked for advice: a service of the council, an NHS body, a setting."""

    id: UUID
    kind: str
    name: str


def bodies(*, by: Actor, at: datetime) -> tuple[Body, ...]:
    """Every body on record, services and NHS bodies before settings, each by name."""
    with scope.opened(by):
        rows = Organisation.objects.filter(authority=by.authority).order_by("kind", "name", "id")
        return tuple(Body(*row) for row in rows.values_list("id", "kind", "name"))


def settings(*, by: Actor, at: datetime) -> tuple[Setting, ...]:
    """Every setting that the authority has on record, by name."""
    with scope.opened(by):
        rows = Organisation.objects.filter(authority=by.authority, kind="SETTING").order_by("name", "id")
        return tuple(Setting(*row) for row in rows.values_list("id", "name"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One body with everything that is held about it. Codes as stored."""

    id: UUID
    kind: str
    name: str
    email: str
    address: str
    urn: str
    phase: str
    setting_type: str
    provides: str
    closes_for_summer: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """One page of bodies, by kind and name. `total` counts them all."""

    total: int
    entries: tuple[Entry, ...]


def entries(text: str, kind: str, *, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Entries:
    """Bodies whose name or reference number has every word of `text`. Two queries."""
    decide.check_act(Permission.MANAGE_ACCOUNTS, roles=by.roles)
    with scope.opened(by):
        rows = Organisation.objects.filter(authority=by.authority)
        if kind:
            rows = rows.filter(kind=kind)
        for word in text.split()[:5]:
            rows = rows.filter(Q(name__icontains=word) | Q(urn=word))
        ordered = rows.order_by("kind", "name", "id")[offset : offset + size]
        return Entries(rows.count(), tuple(_entry(row) for row in ordered))


def entry(organisation: UUID, *, by: Actor, at: datetime) -> Entry:
    """One body. Raises `NotFound` where this authority has none such."""
    decide.check_act(Permission.MANAGE_ACCOUNTS, roles=by.roles)
    with scope.opened(by):
        row = Organisation.objects.filter(authority=by.authority, id=organisation).first()
        if row is None:
            raise NotFound
        return _entry(row)


def _entry(row: Organisation) -> Entry:
    return Entry(**{name: getattr(row, name) for name in Entry.__slots__})
