"""Doors: one line gives a page its address, its name and the permission without which it stays shut.

A door checks the kind of deed against the roles of whoever knocks; a door through which something is done in one
case also checks that this person may do it in *that* case, before the form for it is shown. The action or query
behind it checks again, and row-level security once more.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control

from alongside.app.actor import Actor
from alongside.app.queries import accounts, permitted
from alongside.core.access import refusals, roles
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.web import refused
from alongside.web.forms.fields import CONTROL_CHARACTERS
from alongside.web.openness import Need, Open

View = Callable[..., HttpResponse]
GET_AND_POST: Final = ("GET", "POST")


@dataclass(frozen=True, slots=True)
class Door:
    """One address and who may open it. `menu` is its place in the service navigation, if it has one."""

    route: str
    name: str
    needs: Need
    methods: tuple[str, ...]
    menu: str


DOORS: dict[str, Door] = {}
"""Every door by name: read by the tests of access, the navigation and the generated list of doors."""


def door(
    route: str, view: View, name: str, *, needs: Need, methods: Sequence[str] = GET_AND_POST, menu: str = ""
) -> URLPattern:
    """Hang `view` at `route`. Leaving `needs` out is a TypeError; a name used twice is a ValueError."""
    if name in DOORS:
        raise ValueError(f"Two doors are called {name!r}: /{DOORS[name].route} and /{route}. Rename one.")
    if not isinstance(needs, Need):
        raise TypeError(
            f"Door {name!r} needs {needs!r}: name a Permission, or Open.TO_ANYONE if you mean it."
        )
    DOORS[name] = Door(route, name, needs, tuple(methods), menu)
    return path(route, _guarded(view, DOORS[name]), name=name)


def may_open(actor: Actor, needs: Need) -> bool:
    """True where the roles of `actor` allow this kind of deed. Whoever has an account is also the public."""
    if needs is Open.TO_ANYONE:
        return True
    if needs is Open.TO_ANYONE_SIGNED_IN:
        return actor.account is not None
    return _may_open(actor.roles, needs)


@functools.cache
def _may_open(held: frozenset[RoleCode], needs: Permission) -> bool:
    """Worked out once for each set of roles: a list of work asks it for every line."""
    return any(needs in roles.ROLES[role].permissions for role in held | {RoleCode.PUBLIC})


def greet(request: Any) -> Actor:
    """Who is knocking, as the records have it at this moment: `request.actor`.

    For somebody signed in, `request.face` is what the page around them says of the authority; it is read in the
    same round trip.
    """
    if request.user.is_authenticated:
        came = accounts.arrival(request.user, settings.AUTHORITY, at=request.now)
        request.actor, request.face = came.actor, came.face
    else:
        request.actor = accounts.nobody(settings.AUTHORITY)
    return request.actor  # type: ignore[no-any-return]


def _guarded(view: View, hung: Door) -> View:
    @functools.wraps(view)
    def guarded(request: Any, **parts: Any) -> HttpResponse:
        if request.method not in (*hung.methods, "HEAD"):
            return HttpResponseNotAllowed(hung.methods)
        if request.method == "POST":
            request.POST = _without_control_characters(request.POST)
        request.need = hung.needs
        greet(request)
        return _kept_private(_opened(view, hung, request, parts), hung)

    return guarded


def _without_control_characters(posted: QueryDict) -> QueryDict:
    """What was typed, without what cannot be seen: it would make any page or letter that repeats it invalid."""
    clean = posted.copy()
    for name, values in posted.lists():
        clean.setlist(name, [CONTROL_CHARACTERS.sub("", value) for value in values])
    return clean


def _opened(view: View, hung: Door, request: Any, parts: dict[str, Any]) -> HttpResponse:
    if not may_open(request.actor, hung.needs):
        if request.actor.account is None:
            return redirect_to_login(request.get_full_path())
        return refused.not_allowed(request, _sentence(hung.needs))
    try:
        if "case_id" in parts and "POST" in hung.methods and isinstance(hung.needs, Permission):
            permitted.check(parts["case_id"], hung.needs, by=request.actor, at=request.now)
        return view(request, **parts)
    except refusals.NotFound:
        raise Http404 from None
    except refusals.NotAllowed as refusal:
        return refused.not_allowed(request, refusal.sentence)


def _sentence(needs: Need) -> str:
    phrase = needs.phrase if not isinstance(needs, Open) else "open this page"
    return (
        f"Your account does not let you {phrase}. If your work needs it, ask your manager to have it added."
    )


def _kept_private(response: HttpResponse, hung: Door) -> HttpResponse:
    """Nothing that depends on who asks is kept by a browser or on the way to it."""
    if hung.needs is not Open.TO_ANYONE and not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_store=True)
    return response


def doors_in_menu(actor: Actor) -> list[Door]:
    """The doors of the service navigation that this person may open, in the order in which they hang."""
    return [hung for hung in DOORS.values() if hung.menu and may_open(actor, hung.needs)]


def door_of(request: HttpRequest) -> Door | None:
    """The door through which a request came, if it came through one."""
    match = request.resolver_match
    return DOORS.get(match.url_name or "") if match else None
