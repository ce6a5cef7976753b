"""Openings in an emergency as a page of their case shows them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from alongside.app.seeing import CaseView
from alongside.core.access import break_glass
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.records.models import EmergencyOpening

SHOWN_FOR = timedelta(days=28)
"""How long an opening stands on the first page of the case. The ledger has it for good."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One breaking of the glass. `is_own` where the reader did it; `reviewed_by` is empty until somebody has."""

    id: UUID
    who: str
    reason: str
    opened_at: datetime
    ends_at: datetime
    is_own: bool
    is_open: bool
    reviewed_by: str


def of_case(view: CaseView) -> tuple[Opening, ...]:
    """Openings of the last four weeks, the latest first. One query, or none for whoever has nothing to be shown."""
    sees_all = Relation.CASE_OWNER in view.relations or view.may(Permission.SEE_LEDGER)
    if not sees_all and Relation.EMERGENCY not in view.relations:
        return ()
    rows = EmergencyOpening.objects.filter(
        case=view.case, opened_at__gt=view.at - SHOWN_FOR, opened_at__lte=view.at
    )
    if not sees_all:
        rows = rows.filter(account=view.by.account, ends_at__gt=view.at)
    return tuple(_opening(row, view) for row in rows.order_by("-opened_at", "id"))


def would_open(view: CaseView) -> frozenset[Part]:
    """What breaking the glass would show this reader besides what they read already; nothing while it is broken."""
    if Relation.EMERGENCY in view.relations:
        return frozenset()
    return break_glass.opens(view.by.roles, view.relations)


def _opening(row: EmergencyOpening, view: CaseView) -> Opening:
    return Opening(
        id=row.id,
        who=row.account_name,
        reason=row.reason,
        opened_at=row.opened_at,
        ends_at=row.ends_at,
        is_own=row.account_id == view.by.account,
        is_open=row.opened_at <= view.at < row.ends_at,
        reviewed_by=row.reviewed_by_name,
    )
