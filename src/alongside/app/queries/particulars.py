"""The authority's own particulars, to be changed."""

from datetime import datetime

from alongside.app.actions.particulars import Particulars
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.records.models import Authority


def particulars(*, by: Actor, at: datetime) -> Particulars:
    """As they are now. Raises `NotFound` where the install has no authority yet."""
    decide.check_act(Permission.MANAGE_ACCOUNTS, roles=by.roles)
    row = Authority.objects.filter(code=by.authority).first()
    if row is None:
        raise NotFound
    return Particulars(**{name: getattr(row, name) for name in Particulars.__slots__})
