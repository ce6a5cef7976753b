"""What can be asked on the pages of one case: the day as known on."""

from datetime import date
from typing import Self

from alongside.web.forms.days import Day
from alongside.web.forms.form import Form
from alongside.web.request import Request


class KnownOn(Form):
    """A GET form: the chronology as it was known at the end of a day."""

    known_on = Day("As it was known at the end of", hint="For example, 27 3 2026", limit="not after today")

    @classmethod
    def read(cls, request: Request) -> Self:
        """Bound where the address has a day in it, empty otherwise."""
        asked = any(request.GET.get(f"known_on-{part}") for part in ("day", "month", "year"))
        return cls(request.GET, today=request.today) if asked else cls(today=request.today)

    def chosen(self) -> date | None:
        """The day asked for; None where none was, or where it is no day."""
        return self.cleaned_data.get("known_on") if self.is_bound and self.is_valid() else None
