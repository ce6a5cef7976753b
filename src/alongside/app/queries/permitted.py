"""Whether somebody may do one kind of deed in one case: what a door asks before it shows the form for it."""

from datetime import datetime
from uuid import UUID

from alongside.app import facts, involvement, ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import Relation
from alongside.records.models import Case


def check(case_id: UUID, permission: Permission, *, by: Actor, at: datetime) -> None:
    """Raises `NotFound` where the case may not be known of, `NotAllowed` where the deed may not be done there.

    Nothing of the case is shown by this, so it is no look and the ledger does not say that it was one.
    """
    with scope.opened(by):
        row = Case.objects.select_related("person").filter(id=case_id).first()
        if row is None:
            raise NotFound
        today = ports.today(at)
        standing = involvement.of(by, row, facts.one(row), on=today)
        # Not in an emergency, which opens reading: behind such a door something is done.
        opened = involvement.opened_to(by, case_id, at=at, on=today) - {Relation.EMERGENCY}
        standing = involvement.together(standing, opened)
        decide.check_act(permission, roles=by.roles, relations=standing)
