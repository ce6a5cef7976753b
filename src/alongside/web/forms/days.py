"""A date, asked in three boxes as the design system asks it, with an error for each way of getting it wrong."""

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from alongside.web.forms.fields import Question
from alongside.web.forms.look import PLAIN, Look
from alongside.web.presenters import wording

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


class Boxes(NamedTuple):
    """What was typed into each box."""

    day: str
    month: str
    year: str


class ThreeBoxes(forms.Widget):
    """Reads `name-day`, `name-month` and `name-year`. Drawn by the `date` macro, never by Django."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Boxes:
        """The three boxes as typed, trimmed."""
        return Boxes(*(str(data.get(f"{name}-{part}", "")).strip() for part in Boxes._fields))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """True where no box was sent at all."""
        return all(f"{name}-{part}" not in data for part in Boxes._fields)

    def format_value(self, value: Any) -> Boxes:
        """The boxes for a date that is known already."""
        if isinstance(value, date):
            return Boxes(str(value.day), str(value.month), str(value.year))
        return value if isinstance(value, Boxes) else Boxes("", "", "")


class Day(Question, forms.Field):
    """A civil date. `not_after_today` and `not_before_today` are checked against the form's `today`."""

    component = "date"
    widget = ThreeBoxes

    def __init__(
        self, label: str, *, missing: str = "", hint: str = "", limit: str = "", look: Look = PLAIN
    ) -> None:
        if limit not in {"", "not after today", "not before today"}:
            raise ValueError(
                f"{label}: {limit!r} is no limit. Write 'not after today' or 'not before today'."
            )
        self.limit = limit
        super().__init__(**self.ask(label, missing, hint, look))

    def to_python(self, value: Any) -> date | None:
        """The date; each box that is empty or impossible is named. The error's code names the boxes."""
        if isinstance(value, date) or value is None:
            return value
        if not any(value):
            return None
        empty = [part for part, text in value._asdict().items() if not text]
        if empty:
            must = wording.sentence_list(f"a {part}" for part in empty)
            raise ValidationError(f"{self.question} must include {must}", code=" ".join(empty))
        return self._real(value)

    def _real(self, boxes: Boxes) -> date:
        month = MONTHS.get(boxes.month.lower().rstrip(".")) or _digits(boxes.month)
        if not (boxes.year.isascii() and boxes.year.isdigit() and len(boxes.year) == 4):
            raise ValidationError("Year must include 4 numbers", code="year")
        if not 1 <= month <= 12:
            raise ValidationError(
                f"{self.question} must be a real date: there is no such month", code="month"
            )
        try:
            return date(int(boxes.year), month, _digits(boxes.day))
        except ValueError:
            raise ValidationError(f"{self.question} must be a real date", code="day month year") from None

    def check_limit(self, value: date, today: date) -> None:
        """Raises where the date lies on the wrong side of today."""
        if self.limit == "not after today" and value > today:
            raise ValidationError(f"{self.question} must be today or in the past", code="day month year")
        if self.limit == "not before today" and value < today:
            raise ValidationError(f"{self.question} must be today or in the future", code="day month year")


def _digits(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 2 else 0
