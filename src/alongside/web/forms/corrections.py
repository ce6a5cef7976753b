"""A wrong entry is put right: the day, and what else of it can be typed wrong."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.requests import CHANNELS, SOURCES

WRONG = [
    ("VALUES", "It happened, but the day or something else is wrong"),
    ("NEVER", "It never happened, or belongs to another case"),
]


class Correction(Form):
    """Which kind of wrong, what is right, and why."""

    wrong = OneOf("What is wrong?", WRONG, missing="Choose what is wrong")
    occurred_on = Day(
        "Day on which it happened", missing="Enter the day on which it happened", limit="not after today"
    )
    reason = LongText(
        "Why is the entry wrong, and how do you know?",
        missing="Write why the entry is wrong",
        hint="The family and others can read this",
        longest=2000,
    )


class RequestCorrection(Correction):
    """A request: who asked and how may be wrong too."""

    source = FromList("Who asked?", SOURCES, missing="Choose who asked")
    channel = FromList("How did it come?", CHANNELS, missing="Choose how it came")
    requested_by = Text(
        "Name of the person who asked", missing="Enter the name of the person who asked", longest=120
    )


FORMS: Mapping[EventKind, type[Correction]] = MappingProxyType(
    {EventKind.REQUEST_RECEIVED: RequestCorrection, EventKind.ATTENTION_S24: RequestCorrection}
)
SHARED = frozenset(Correction.base_fields)


def changes(form: Correction) -> dict[str, Any]:
    """The details, besides the day, that the form asks for."""
    return {name: value for name, value in form.cleaned_data.items() if name not in SHARED}
