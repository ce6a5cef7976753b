"""All cases of the authority worked out under changed limits. Reads only: the database itself refuses a change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from alongside.app import facts, ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.law import what_if
from alongside.core.law.what_if import Changed, Moved
from alongside.records.models import Case

BATCH = 500
Seen = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """How many cases there are, how many of them the change touches, and what moves, rule by rule."""

    cases: int
    touched: int
    moved: tuple[Moved, ...]


def moved(
    changes: Sequence[Changed],
    *,
    by: Actor,
    at: datetime,
    starting: date | None = None,
    seen: Seen | None = None,
) -> Answer:
    """What would move. Raises BadParameter for a rule that cannot be changed so.

    `starting` is the first day on which a limit that starts is governed by the changed number.
    """
    decide.check_act(Permission.SEE_DEADLINES, roles=by.roles, relations=frozenset({Relation.SAME_AUTHORITY}))
    law = ports.law()
    tally = what_if.Tally(law, what_if.amended(law, changes, starting), ports.today(at))
    with scope.opened_to_all(by.authority):
        with connection.cursor() as cursor:
            cursor.execute("set transaction read only")
        rows = Case.objects.filter(authority=by.authority).select_related("person").order_by("id")
        cases = list(rows)
        for start in range(0, len(cases), BATCH):
            some = cases[start : start + BATCH]
            for known in facts.many(some).values():
                tally.add(known)
            if seen:
                seen(len(some))
    return Answer(tally.cases, tally.touched, tally.found())
