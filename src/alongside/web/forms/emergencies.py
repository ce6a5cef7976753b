"""In an emergency: which child, why, and what a reviewer found."""

from typing import Any, Self

from django.core.exceptions import ValidationError

from alongside.core.access import break_glass
from alongside.core.access.break_glass import REASON_AT_LEAST
from alongside.core.refusal import Refused
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.request import Request


class Find(Form):
    """A GET form, so that Back works. Which of the questions must be answered, the query says."""

    reference = Text(
        "Reference",
        hint="It looks like E26-00042 and is on every letter",
        longest=20,
        look=Look(width=10, spellcheck=False, autocomplete="off"),
    )
    name = Text(
        "Name of the child or young person", longest=100, look=Look(spellcheck=False, autocomplete="off")
    )
    born_on = Day("Date of birth", hint="For example, 27 3 2016", limit="not after today")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():  # one or the other is needed, so none is called optional
            field.label = field.question  # type: ignore[attr-defined]

    @classmethod
    def read(cls, request: Request) -> Self:
        """Bound where somebody was looked for."""
        asked = "reference" in request.GET or "name" in request.GET
        return cls(request.GET, today=request.today) if asked else cls(today=request.today)


class Why(Form):
    """The reason, which somebody else reads at once."""

    reason = LongText(
        "What has happened, and why can it not wait?",
        missing="Write what has happened and why it cannot wait",
        hint=f"At least a sentence ({REASON_AT_LEAST} letters). A manager reads it now, and whoever has the case",
        longest=1000,
        look=Look(rows=4),
    )

    def clean_reason(self) -> str:
        """Refused before the page that asks to confirm, and not after it."""
        try:
            return break_glass.check_reason(self.cleaned_data["reason"])
        except Refused as refusal:
            raise ValidationError(refusal.sentence) from None


class Review(Form):
    """What somebody else made of it."""

    note = LongText(
        "What did you find?",
        missing="Write what you found",
        hint="Was it an emergency? Was what was read needed for it? What did you do about it?",
        longest=4000,
    )
