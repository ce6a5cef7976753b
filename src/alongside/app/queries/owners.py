"""Who could take a case over, and how much each has."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.records.models import Account, Position


@dataclass(frozen=True, slots=True)
class Taker:
    """A coordinator at work on the day who does not have the case. `open_cases` is what they have now."""

    account: UUID
    name: str
    team: str
    open_cases: int


@dataclass(frozen=True, slots=True)
class Giving:
    """The case and everybody who could take it, the least busy first."""

    head: CaseHead
    takers: tuple[Taker, ...]


def giving(case_id: UUID, *, by: Actor, at: datetime) -> Giving:
    """Raises `NotFound` or `NotAllowed`. A fixed number of queries."""
    with seeing.case(case_id, Permission.ASSIGN_CASE, by=by, at=at) as view:
        positions = Position.objects.filter(
            Q(ends_before=None) | Q(ends_before__gt=view.today),
            authority=by.authority, role=RoleCode.COORDINATOR, starts_on__lte=view.today,
        )  # fmt: skip
        places = positions.exclude(account=view.case.owner_id).values_list("account", "team")
        teams: dict[UUID, str] = dict(places)
        rows = (
            Account.objects.filter(id__in=teams, is_active=True)
            .annotate(load=Count("case", filter=Q(case__is_open=True)))
            .order_by("load", "name", "id")
        )
        takers = tuple(Taker(row.id, row.name, teams[row.id], row.load) for row in rows)
        return Giving(cases.head_of(view), takers)
