"""The addresses of doors that stand on many lines or on every page: each is worked out once and then filled in.

Django looks through its table of addresses whenever it is asked for one, which on a page with thirty links takes
longer than reading the case.
"""

from functools import cache
from uuid import UUID

from django.urls import reverse

NO_CASE = UUID(int=0)


@cache
def of_door(door: str) -> str:
    """The address of a door that needs nothing to be named."""
    return reverse(door)


def of_case(door: str, case_id: UUID, kind: str = "") -> str:
    """The address of a page of one case; with the kind of news for the page that records it."""
    return _pattern(door, kind).replace(str(NO_CASE), str(case_id))


@cache
def _pattern(door: str, kind: str) -> str:
    """The address for a case whose id is all noughts."""
    return reverse(door, kwargs={"case_id": NO_CASE} | ({"kind": kind} if kind else {}))
