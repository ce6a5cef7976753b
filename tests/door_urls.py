"""The real addresses, those of the demo, and a few doors that exist for the tests of doors only."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpResponse

from alongside.config.urls import handler400, handler403, handler404, handler500
from alongside.config.urls import urlpatterns as real
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.web import answers, doors, urls
from alongside.web.doors import door
from alongside.web.request import Request

__all__ = ["handler400", "handler403", "handler404", "handler500", "hung", "urlpatterns"]


def says_who(request: Request) -> HttpResponse:
    """What a page function receives."""
    return HttpResponse(
        f"{request.actor.name}|{request.now:%H:%M}|{request.today}", content_type="text/plain"
    )


def not_found(request: Request) -> HttpResponse:
    """As an action does for a case that this person may not know of."""
    raise NotFound


def not_allowed(request: Request) -> HttpResponse:
    """As an action does for a deed that this person may not do."""
    raise NotAllowed("You may not issue this plan. The panel chair may.")


def breaks(request: Request) -> HttpResponse:
    """A fault of ours."""
    raise ZeroDivisionError


def sends_a_file(request: Request) -> HttpResponse:
    """A paper that somebody uploaded."""
    return answers.download("Ivy’s letter <1>.html", "text/html", b"<script>alert(1)</script>")


before = frozenset(doors.DOORS)
urlpatterns = [
    *real,
    *([] if "demo" in doors.DOORS else urls.demo_doors()),
    door(
        "try/work", says_who, "try_work", needs=Permission.SEE_WORKLIST, methods=("GET",), menu="Tried work"
    ),
    door("try/accounts", says_who, "try_accounts", needs=Permission.MANAGE_ACCOUNTS, menu="Tried accounts"),
    door("try/not-found", not_found, "try_not_found", needs=Permission.SEE_WORKLIST),
    door("try/not-allowed", not_allowed, "try_not_allowed", needs=Permission.SEE_WORKLIST),
    door("try/breaks", breaks, "try_breaks", needs=Permission.SEE_WORKLIST),
    door("try/file", sends_a_file, "try_file", needs=Permission.SEE_WORKLIST),
]

EXTRA = {name: doors.DOORS.pop(name) for name in set(doors.DOORS) - before}
"""Taken off the list of doors again: other tests must not meet doors that do not hang."""


@contextmanager
def hung() -> Iterator[None]:
    """For as long as a test uses these addresses, their doors are on the list."""
    doors.DOORS.update(EXTRA)
    yield
    for name in EXTRA:
        doors.DOORS.pop(name)
