"""What every page shows around its content: the authority, the navigation, messages, the moved clock."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest

from alongside.app.actor import Actor
from alongside.app.queries import accounts
from alongside.web import addresses, brand, doors

SERVICE_NAME = "SEND support and plans"
"""What the service calls itself in titles and in the header."""


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor of every template (settings.TEMPLATES). Works for pages outside any door too."""
    here = doors.door_of(request)
    actor = getattr(request, "actor", None) or _actor_outside_doors(request)
    return {
        "authority": getattr(request, "face", None) or accounts.authority_face(settings.AUTHORITY),
        "service_name": SERVICE_NAME,
        "brand_colour": brand.colour(),
        "actor": actor,
        "today": getattr(request, "today", None),
        "moved_to": getattr(request, "today", None) if getattr(request, "clock_is_moved", False) else None,
        "is_demo": settings.DEMO,
        "is_signed_in": bool(getattr(request, "user", None) and request.user.is_authenticated),
        "menu": _menu(actor, here) if actor else [],
        "notices": messages.get_messages(request) if hasattr(request, "_messages") else [],
    }


def _actor_outside_doors(request: Any) -> Actor | None:
    """Pages of the sign-in library, and of addresses that do not exist, show the same navigation."""
    return doors.greet(request) if hasattr(request, "user") and hasattr(request, "now") else None


def _menu(actor: Actor, here: doors.Door | None) -> list[dict[str, Any]]:
    return [
        {
            "href": addresses.of_door(hung.name),
            "text": hung.menu,
            "current": here is hung,
            "active": bool(here and here is not hung and here.route.startswith(hung.route)),
        }
        for hung in doors.doors_in_menu(actor)
    ]
