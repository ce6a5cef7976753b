"""The authority's own particulars, to be changed."""

from collections.abc import Mapping
from datetime import datetime

from alongside.app.actions.particulars import OFFICERS, Particulars
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


def officers(*, by: Actor) -> Mapping[str, str]:
    """What the return says of the designated officers: Y, N, R or empty, by `dmo`, `dco` and `dsco`."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    found = Authority.objects.filter(code=by.authority).values(*OFFICERS).first()
    return found or dict.fromkeys(OFFICERS, "")
