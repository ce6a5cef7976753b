"""The form that every page's form extends: binds, tidies, checks dates against today, and shows refusals."""

from collections.abc import Mapping
from datetime import date
from types import TracebackType
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError

from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.refusal import Refused
from alongside.web.forms.days import Day
from alongside.web.request import Request


class Form(forms.Form):
    """Checks the shape of answers only. What may be done, and whether it is right, the action says.

    A page makes one with `of(request)`. Subclasses that define `clean` call `super().clean()` first.
    """

    use_required_attribute = False  # our sentences, not the browser's

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        self.today = today
        super().__init__(*args, **options)

    @classmethod
    def of(cls, request: Request, initial: Mapping[str, Any] | None = None, **more: Any) -> Self:
        """Bound to what was posted, or empty (with `initial`) where nothing was."""
        if request.method == "POST":
            return cls(request.POST, request.FILES, today=request.today, initial=initial, **more)
        return cls(today=request.today, initial=initial, **more)

    def clean(self) -> dict[str, Any]:
        """Dates on the wrong side of today. Nothing else is known here."""
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if isinstance(field, Day) and value is not None:
                try:
                    field.check_limit(value, self.today)
                except ValidationError as wrong:
                    self.add_error(name, wrong)
        return self.cleaned_data

    def refuse(self, refusal: Refused) -> None:
        """Put what `app` or `core` refused at the top of the page, beside its field where it names one."""
        named = getattr(refusal, "field", None)
        self.add_error(named if named in self.fields else None, refusal.sentence)

    def showing_refusals(self) -> "ShowingRefusals":
        """`with form.showing_refusals(): action(...); return see_other(...)`: a refusal falls through."""
        return ShowingRefusals(self)


class ShowingRefusals:
    """Catches what is refused in words fit to show. A fault stays a fault; who may not, meets the door's page."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __enter__(self) -> Form:
        return self.form

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(raised, Refused) or isinstance(raised, NotFound | NotAllowed):
            return False
        self.form.refuse(raised)
        return True
