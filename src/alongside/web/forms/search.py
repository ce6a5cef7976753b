"""One box to find a child by."""

from typing import Self

from alongside.web.forms.fields import Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.request import Request


class Find(Form):
    """A GET form, so that what was looked for has an address and Back works."""

    q = Text(
        "Find a child or young person",
        missing="Enter a name, a reference, a date of birth, a UPN or an NHS number",
        hint="A name, a reference like E26-00042, a date of birth, a UPN or an NHS number",
        longest=100,
        look=Look(spellcheck=False),
    )

    @classmethod
    def read(cls, request: Request) -> Self:
        """Bound where something was looked for."""
        return cls(request.GET, today=request.today) if "q" in request.GET else cls(today=request.today)
