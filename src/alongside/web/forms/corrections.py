"""A wrong entry is put right: the day, and what else of it can be typed wrong."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from alongside.app.queries.recordable import Asked
from alongside.app.recordable import reading
from alongside.app.recordable.entry import Particular
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.web.forms import happenings
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.requests import CHANNELS, SOURCES

NOW = "now_"
"""Before the names of the particulars: an entry may have a reason of its own."""
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


class NewsCorrection(Correction):
    """News that was typed here: whatever its own form asked may be wrong too, but not what it belongs to."""

    def __init__(self, *args: Any, asked: Asked, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = asked
        for each in _own(asked):
            for name, made in happenings.fields_of(asked, each).items():
                made.required = False  # what is left empty the deed refuses, if the kind needs it
                self.fields[f"{NOW}{name}"] = made

    @classmethod
    def initial_of(cls, asked: Asked, details: Mapping[str, Any]) -> dict[str, Any]:
        """What the entry says now."""
        return {f"{NOW}{name}": value for name, value in happenings.initial(asked, details).items()}

    def refuse(self, refusal: Refused) -> None:
        """A refusal of a particular stands beside the field that asks for it here."""
        named = f"{NOW}{refusal.field}"
        if refusal.field not in self.fields and named in self.fields:
            self.add_error(named, refusal.sentence)
        else:
            super().refuse(refusal)

    def changes(self) -> dict[str, Any]:
        """Every particular as it is right; empty for one that falls away."""
        given = {name.removeprefix(NOW): v for name, v in self.cleaned_data.items() if name.startswith(NOW)}
        blank = {key: "" for each in _own(self.asked) for key in reading.keys(each)}
        return blank | happenings.chosen({name: v for name, v in given.items() if v not in (None, "", [])})


def _own(asked: Asked) -> list[Particular]:
    return [each for each in asked.entry.particulars if each.type not in reading.BY_ITSELF]


FORMS: Mapping[EventKind, type[Correction]] = MappingProxyType(
    {EventKind.REQUEST_RECEIVED: RequestCorrection, EventKind.ATTENTION_S24: RequestCorrection}
)
SHARED = frozenset(Correction.base_fields)


def changes(form: Correction) -> dict[str, Any]:
    """The details, besides the day, that the form asks for."""
    if isinstance(form, NewsCorrection):
        return form.changes()
    return {name: value for name, value in form.cleaned_data.items() if name not in SHARED}
