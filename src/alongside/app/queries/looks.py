"""Who has opened or changed one case: the ledger's entries about it, for whoever may see them."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.access.roles import ROLES
from alongside.records.models import Account, LedgerEntry


@dataclass(frozen=True, slots=True)
class Look:
    """One entry: who did or read what, when. `deed` is a code of Permission or of EventKind.

    `in_emergency`: the reader had broken the glass.
    """

    sequence: int
    at: datetime
    who: str
    deed: str
    in_emergency: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """One page of the entries about a case, the latest first."""

    head: CaseHead
    entries: tuple[Look, ...]
    total: int


def looks(case_id: UUID, *, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Looks:
    """Who has opened or changed this case, and when. This look is sealed too, after it is shown."""
    with seeing.case(case_id, Permission.SEE_LEDGER, by=by, at=at) as view:
        rows = LedgerEntry.objects.filter(authority=view.case.authority_id, subject=str(case_id))
        shown = list(rows.order_by("-sequence")[offset : offset + size])
        names = _names({row.actor for row in shown})
        entries = tuple(
            Look(row.sequence, row.at, names[row.actor], row.deed, _in_emergency(row)) for row in shown
        )
        return Looks(cases.head_of(view), entries, rows.count())


def _in_emergency(row: LedgerEntry) -> bool:
    found: object = json.loads(row.body).get("in")
    return found == Relation.EMERGENCY


def _names(codes: set[str]) -> dict[str, str]:
    """The people behind the ledger's codes: accounts by name, the service and the public by role."""
    names = {code: ROLES[code].name for code in codes & {str(role) for role in ROLES}}  # type: ignore[index]
    accounts = {code for code in codes if code not in names}
    for account in Account.objects.filter(id__in=accounts):
        names[str(account.id)] = account.name
    return {code: names.get(code, "somebody whose account is gone") for code in codes}
