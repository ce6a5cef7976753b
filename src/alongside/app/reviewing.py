"""Which emergencies somebody may review."""

from django.db.models import QuerySet

from alongside.app.actor import Actor
from alongside.core.access.break_glass import TOLD, TOLD_OF_A_MANAGER
from alongside.core.access.role import RoleCode
from alongside.records.models import EmergencyOpening


def for_reviewer(by: Actor) -> QuerySet[EmergencyOpening]:
    """Within a scope: a manager reviews every emergency, a director those of managers; nobody those of a child to
    whose case they are, or were, family.
    """
    rows = EmergencyOpening.objects.filter(authority=by.authority).exclude(case__parties__account=by.account)
    if TOLD in by.roles:
        return rows
    return rows.filter(told=TOLD_OF_A_MANAGER) if RoleCode.DIRECTOR in by.roles else rows.none()
