"""People who work here, in words, and the pages on which an area is kept."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from alongside.app.actions.staff import Added
from alongside.app.queries.staff import Held, Member, Wanted
from alongside.core.access.permission import Permission
from alongside.core.access.roles import ROLES
from alongside.core.access.staffing import HELD_FOR
from alongside.web import doors
from alongside.web.presenters import wording
from alongside.web.presenters.links import Link, Tab
from alongside.web.presenters.tables import Column
from alongside.web.request import Request

PAGES = (
    ("staff", "People"),
    ("organisations", "Organisations"),
    ("authority_details", "Our details"),
    ("samples", "Inspection samples"),
)
COLUMNS = (
    Column("Name", is_header=True),
    Column("Email address"),
    Column("Role"),
    Column("Works for"),
    Column("Team"),
    Column("From"),
    Column("Until"),
)
HELD_COLUMNS = (
    Column("Role", is_header=True),
    Column("Works for"),
    Column("Team"),
    Column("From"),
    Column("Until"),
    Column("What you can do"),
)


@dataclass(frozen=True, slots=True)
class OfCases:
    """The cases that somebody has, in words; `handover` leads on where this person may hand them over."""

    words: str
    handover: Link | None


def tabs(request: Request, here: str) -> tuple[Tab, ...]:
    """The pages of the area that this person may open; none where there is only one."""
    found = tuple(
        Tab(reverse(name), text, current=name == here)
        for name, text in PAGES
        if doors.may_open(request.actor, doors.DOORS[name].needs)
    )
    return found if len(found) > 1 else ()


def rows(found: tuple[Held, ...], *, link: bool) -> list[tuple[object, ...]]:
    """One row to a position. With `link` the name leads to the person."""
    return [(_name(held, link=link), held.email, *_held(held), _until(held.ends_before)) for held in found]


def roles(wanted: Wanted) -> list[tuple[str, str, bool]]:
    """The roles to narrow the list to: value, words, whether it is chosen."""
    choices = [("", "Any role"), *((str(role), ROLES[role].name) for role in HELD_FOR)]
    return [(value, words, value == wanted.role) for value, words in choices]


def positions(found: Member, *, on: date) -> list[tuple[object, ...]]:
    """One row to a position of one person, each that goes on with a way to end it."""
    return [
        (ROLES[held.role].name, *_held(held)[1:], _until(held.ends_before), _deeds(held, on))
        for held in found.positions
    ]


def cases(found: Member, request: Request) -> OfCases | None:
    """What cases they have, if any, and how these pass to others."""
    if not found.cases:
        return None
    words = f"{found.name} has {wording.plural(found.cases, 'case')}. "
    if doors.may_open(request.actor, Permission.HAND_OVER_CASES):
        link = Link(reverse("handover_one", args=[found.account]), f"Hand over the cases of {found.name}")
        return OfCases(words + "Pass every case on before the role or the account ends.", link)
    return OfCases(
        words
        + "Before the role or the account ends, a SEND manager passes every case on, under “Hand over cases”.",
        None,
    )


def added(done: Added, role: str) -> str:
    """What the success banner says."""
    known = "" if done.is_new else f"{done.name} had an account already. "
    return f"{known}{done.name} now has the role {role} and is told by email how to sign in."


def initial(request: Request) -> dict[str, Any]:
    """What the form of a new position begins with."""
    return {"starts_on": request.today}


def _name(held: Held, *, link: bool) -> object:
    closed = "" if held.is_active else " (account closed)"
    if not link:
        return f"{held.name}{closed}"
    address = reverse("staff_member", args=[held.account])
    return Markup('<a class="govuk-link" href="{}">{}</a>{}').format(address, held.name, closed)


def _held(held: Held) -> tuple[str, str, str, str]:
    body = held.organisation or "The authority"
    return (ROLES[held.role].name, body, held.team, wording.day_short(held.starts_on))


def _until(ends_before: date | None) -> str:
    return "" if ends_before is None else wording.day_short(ends_before - timedelta(days=1))


def _deeds(held: Held, on: date) -> object:
    if held.has_ended(on):
        return "Ended"
    return Markup('<a class="govuk-link" href="{}">End the role {}</a>').format(
        reverse("staff_end", args=[held.position]), ROLES[held.role].name
    )
