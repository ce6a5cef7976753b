"""Openings in an emergency as a page of their case shows them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from alongside.app import rows
from alongside.app.seeing import CaseView
from alongside.core.access import break_glass
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.records.models import EmergencyOpening

SHOWN_FOR = timedelta(days=28)
"""How long an opening stands on the first page of the case. The ledger has it for good."""
RECENT = f"""
select {rows.columns(EmergencyOpening, "e")} from emergency_opening e
where e.case_id = %(case)s and e.opened_at > %(since)s and e.opened_at <= %(at)s
and (%(all)s or (e.account_id = %(account)s and e.ends_at > %(at)s))
order by e.opened_at desc, e.id
"""  # noqa: S608  the names of our own columns; every value is given


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
    about = {
        "case": view.case.id,
        "account": view.by.account,
        "at": view.at,
        "since": view.at - SHOWN_FOR,
        "all": sees_all,
    }
    with connection.cursor() as cursor:
        cursor.execute(RECENT, about)
        found = [rows.made(EmergencyOpening, line) for line in cursor.fetchall()]
    return tuple(_opening(row, view) for row in found)


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
