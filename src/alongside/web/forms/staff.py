"""People who work here: who they are, what they do for whom, and until when."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from alongside.app.actions.staff import Post
from alongside.app.queries.organisations import Body
from alongside.app.queries.staff import Wanted
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES
from alongside.core.access.staffing import HELD_FOR
from alongside.web.forms.days import Day
from alongside.web.forms.fields import Email, FromList, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

GIVEN = [(str(role), ROLES[role].name) for role in HELD_FOR]
HINTS = {str(role): ROLES[role].description for role in HELD_FOR}
HERE, LEFT = "", "left"
ITSELF = ("", "The authority itself")


class Give(Form):
    """One more role for somebody."""

    role = OneOf(
        "What is their role?", GIVEN, missing="Choose the role", look=Look(option_hints=HINTS, small=True)
    )
    organisation = FromList(
        "Which organisation do they work for?",
        [ITSELF],
        hint="Advisers and SENCOs see the cases in which their organisation takes part. Officers of the authority "
        "may leave this as it is.",
    )
    team = Text("Team", hint="For example: East. Lists of work can be shown by team", longest=80)
    starts_on = Day("First day in this role", missing="Enter the first day in this role")

    def offer(self, bodies: Sequence[Body]) -> None:
        """The organisations to choose from."""
        choices = [ITSELF, *((str(body.id), body.name) for body in bodies)]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]

    def post(self) -> Post:
        """The same as the action takes it."""
        given = self.cleaned_data
        body = UUID(given["organisation"]) if given["organisation"] else None
        return Post(RoleCode(given["role"]), given["starts_on"], body, given["team"])


class Add(Give):
    """Somebody new."""

    name = Text("Full name", missing="Enter the person’s name", longest=120, look=Look(autocomplete="off"))
    email = Email(
        "Work email address",
        missing="Enter the person’s work email address",
        hint="They sign in with a code sent to this address, so it must be theirs alone",
        look=Look(autocomplete="off", spellcheck=False),
    )
    field_order = ("name", "email")


class End(Form):
    """When somebody stops."""

    last_day = Day(
        "What is the last day in this role?",
        missing="Enter the last day in this role",
        hint="From the day after it they can do nothing in this role",
    )


def wanted(query: Mapping[str, Any]) -> Wanted:
    """What the list is narrowed to, from the address. What is not a known answer is left out."""
    role = query.get("role", "")
    return Wanted(
        text=query.get("q", "")[:100].strip(),
        role=role if role in HINTS else "",
        left=query.get("show", HERE) == LEFT,
    )
