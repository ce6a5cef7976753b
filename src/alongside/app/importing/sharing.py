"""Shares imported cases out among the coordinators, so that none is without an owner."""

import heapq
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q

from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Account, Case, Position


class Owner(NamedTuple):
    """A coordinator, as events name one."""

    id: UUID
    name: str


class Sharing:
    """Gives each case to whoever has the fewest of its kind: open cases apart from the others."""

    def __init__(self, authority: str, on: date) -> None:
        positions = Position.objects.filter(
            Q(ends_before=None) | Q(ends_before__gt=on),
            authority=authority,
            role=RoleCode.COORDINATOR,
            starts_on__lte=on,
        )
        coordinators = Account.objects.filter(id__in=positions.values("account"), is_active=True)
        owners = [Owner(row.id, row.name) for row in coordinators.order_by("created_at", "id")]
        if not owners:
            raise Refused(
                "No coordinator works here today, so nobody could own the cases. Add one under Accounts, then "
                "import the return again: nothing has been saved."
            )
        held = (
            Case.objects.filter(authority=authority).values("owner", "is_open").annotate(number=Count("id"))
        )
        load = {(row["owner"], row["is_open"]): row["number"] for row in held}
        self._waiting = {
            is_open: [(load.get((owner.id, is_open), 0), place, owner) for place, owner in enumerate(owners)]
            for is_open in (True, False)
        }
        for heap in self._waiting.values():
            heapq.heapify(heap)

    def next(self, *, is_open: bool) -> Owner:
        """The coordinator to whom the next case goes."""
        number, place, owner = self._waiting[is_open][0]
        heapq.heapreplace(self._waiting[is_open], (number + 1, place, owner))
        return owner
