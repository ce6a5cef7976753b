"""Everybody whom a return or a list for an inspection may be about, a few thousand at a time."""

from collections.abc import Iterator
from datetime import datetime

from alongside.app import facts, scope
from alongside.app.actor import Actor
from alongside.app.return_cases import return_case, settings_of
from alongside.app.return_facts import ReturnCase
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.records.models import Case

AT_ONCE = facts.AT_ONCE


def population(
    *, by: Actor, known_at: datetime | None = None, at_once: int = AT_ONCE
) -> Iterator[ReturnCase]:
    """Every case of the authority with its chronology, by reference; `known_at` as known at an earlier moment.

    Two questions for each block of cases and two for the whole, so that memory does not grow with the county.
    """
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    with scope.opened(by):
        ids = list(
            Case.objects.filter(authority=by.authority).order_by("reference").values_list("id", flat=True)
        )
        settings = settings_of([by.authority])
    for start in range(0, len(ids), at_once):
        with scope.opened(by):
            rows = Case.objects.filter(id__in=ids[start : start + at_once]).select_related("person")
            cases = list(rows.order_by("reference"))
            known = facts.many(cases, known_at=known_at)
        yield from (return_case(case, known[case.id], settings) for case in cases)
