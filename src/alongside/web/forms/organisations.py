"""One body of the area: what it is, how to reach it, and what it is asked for."""

from alongside.app.actions.areas import NewBody
from alongside.core.case import bodies
from alongside.core.case.bodies import BodyKind
from alongside.web.forms.fields import Email, FromList, LongText, OneOf, Text, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import organisations as words

NONE = ("", "None")


class Change(Form):
    """What is held about a body that is no setting."""

    kind = ""
    name = Text("Name", missing="Enter the name of the organisation")
    email = Email(
        "Email address for requests",
        hint="Requests for advice and consultations are announced here. Leave it empty to tell the people who work "
        "there instead",
        look=Look(autocomplete="off", spellcheck=False),
    )
    address = LongText("Postal address", longest=500, look=Look(rows=3))
    provides = FromList(
        "Which advice is it asked for by default?",
        [NONE, *((str(kind), words.ADVICE[kind]) for kind in bodies.ASKED_BY_DEFAULT)],
        hint="The day an assessment is agreed, this body is asked for this advice, unless the coordinator chooses "
        "another",
    )

    def body(self) -> NewBody:
        """The same as the action takes it."""
        given = self.cleaned_data
        return NewBody(**{"kind": self.kind} | {n: given[n] for n in NewBody.__slots__ if n in given})


class ChangeSetting(Change):
    """What is held about a school, college or nursery."""

    kind = str(BodyKind.SETTING)
    urn = Text(
        "Unique reference number (URN)",
        hint="5 or 6 digits, as on Get Information about Schools",
        longest=10,
        look=Look(width=10, inputmode="numeric", spellcheck=False),
    )
    phase = OneOf(
        "Which ages does it teach?",
        [(str(code), text) for code, text in words.PHASES.items()],
        missing="Choose the ages that it teaches",
    )
    setting_type = OneOf(
        "What type of setting is it?",
        [(str(code), text) for code, text in words.TYPES.items()],
        missing="Choose what type of setting it is",
    )
    closes_for_summer = YesNo(
        "Does it close for the summer holidays?",
        missing="Choose yes if it closes for the summer",
        hint="Some time limits in law allow for a school that is closed for four weeks or more",
    )
    field_order = ("name", "urn", "phase", "setting_type", "closes_for_summer")


class Kind(Form):
    """The first question about a new body: the others follow from it."""

    kind = OneOf(
        "What kind of organisation is it?",
        [(str(kind), text) for kind, text in words.KINDS.items()],
        missing="Choose what kind of organisation it is",
        look=Look(heading=True),
    )


def of_kind(kind: str) -> type[Change]:
    """The form for a body of this kind."""
    return ChangeSetting if kind == BodyKind.SETTING else type("ChangeBody", (Change,), {"kind": kind})
