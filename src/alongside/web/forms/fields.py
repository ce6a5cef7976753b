"""The questions that forms ask. Each checks the shape of an answer and says what to do in one sentence.

`missing` is the sentence for an empty answer ("Enter the child's first name"). A field that has one is required;
a field without one is optional, and its label says so. So no required field is ever without its sentence.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.web.forms.look import PLAIN, Look

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def tidy(text: str) -> str:
    """One kind of line end, and none of the control characters that pasting from elsewhere brings."""
    return CONTROL_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class Question:
    """What every field of ours has besides Django's own parts. `component` names the macro that draws it."""

    component = ""

    def ask(self, label: str, missing: str, hint: str, look: Look) -> dict[str, Any]:
        """Django's arguments for these words."""
        self.look = look
        self.question = label
        required = bool(missing)
        shown = label if required or not label else f"{label} (optional)"
        return {
            "label": shown,
            "help_text": hint,
            "required": required,
            "error_messages": {"required": missing} if missing else {},
        }


class Text(Question, forms.CharField):
    """One line of text."""

    component = "input"
    type = "text"

    def __init__(
        self, label: str, *, missing: str = "", hint: str = "", longest: int = 200, look: Look = PLAIN
    ) -> None:
        self.longest = longest
        super().__init__(**self.ask(label, missing, hint, look))

    def to_python(self, value: Any) -> str:
        """The text, tidied and trimmed; too long a text is a sentence that says by how much."""
        text = tidy(super().to_python(value) or "")
        if len(text) > self.longest:
            raise ValidationError(
                f"{self.question} must be {self.longest:,} characters or fewer. You have entered {len(text):,}."
            )
        return text


class LongText(Text):
    """Several lines, with a count of what is left. `longest` counts characters."""

    component = "textarea"

    def __init__(
        self, label: str, *, missing: str = "", hint: str = "", longest: int = 10_000, look: Look = PLAIN
    ) -> None:
        super().__init__(label, missing=missing, hint=hint, longest=longest, look=look)


class Email(Text):
    """An e-mail address."""

    type = "email"

    def __init__(
        self, label: str = "Email address", *, missing: str = "", hint: str = "", look: Look | None = None
    ) -> None:
        shown = look or Look(autocomplete="email", spellcheck=False)
        super().__init__(label, missing=missing, hint=hint, longest=254, look=shown)

    def to_python(self, value: Any) -> str:
        """The address as typed; one that cannot be an address is a sentence with an example."""
        address = super().to_python(value)
        if address:
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(
                    f"{self.question} must be in the correct format, like name@example.com"
                ) from None
        return address


class Phone(Text):
    """A telephone number, kept as it was typed: people know their own number."""

    type = "tel"

    def __init__(
        self, label: str = "Phone number", *, missing: str = "", hint: str = "", look: Look | None = None
    ) -> None:
        shown = look or Look(width=20, autocomplete="tel", inputmode="tel")
        super().__init__(label, missing=missing, hint=hint, longest=40, look=shown)

    def to_python(self, value: Any) -> str:
        """The number, if at least six digits are in it and nothing but digits, spaces and + ( ) - extn."""
        number = super().to_python(value)
        digits = sum(character.isdigit() for character in number)
        if number and (
            digits < 6 or not re.fullmatch(r"[\d\s()+.\-]+((ext|extn|x)\.?\s*\d+)?", number, re.I)
        ):
            raise ValidationError(
                f"{self.question} must be a phone number, like 01632 960 001 or +44 808 157 0192"
            )
        return number


class Number(Text):
    """A whole number of at least `least` and at most `most`."""

    def __init__(
        self, label: str, *, missing: str = "", hint: str = "", least: int = 0, most: int = 1_000_000
    ) -> None:
        self.least, self.most = least, most
        super().__init__(label, missing=missing, hint=hint, look=Look(width=5, inputmode="numeric"))

    def clean(self, value: Any) -> Any:
        """An int, or None where an optional number was left empty."""
        text = super().clean(value).replace(",", "").strip()
        if not text:
            return None
        if not re.fullmatch(r"\d{1,12}", text):
            raise ValidationError(f"{self.question} must be a whole number, like 12")
        if not self.least <= int(text) <= self.most:
            raise ValidationError(f"{self.question} must be between {self.least:,} and {self.most:,}")
        return int(text)


Choices = Iterable[tuple[str, str]]


class OneOf(Question, forms.ChoiceField):
    """Radios: one of a few."""

    component = "radios"

    def __init__(
        self, label: str, choices: Choices, *, missing: str = "", hint: str = "", look: Look = PLAIN
    ) -> None:
        super().__init__(choices=list(choices), **self.ask(label, missing, hint, look))
        self.error_messages["invalid_choice"] = missing or f"{label}: choose one of the answers shown"


class FromList(OneOf):
    """A drop-down list: one of many. Radios are kinder wherever there are fewer than about ten."""

    component = "select"


class SeveralOf(Question, forms.MultipleChoiceField):
    """Checkboxes: any of a few."""

    component = "checkboxes"

    def __init__(
        self, label: str, choices: Choices, *, missing: str = "", hint: str = "", look: Look = PLAIN
    ) -> None:
        super().__init__(choices=list(choices), **self.ask(label, missing, hint, look))
        self.error_messages["invalid_choice"] = missing or f"{label}: choose from the answers shown"


class YesNo(OneOf):
    """Yes or no, as a bool; None where an optional question was left open."""

    def __init__(self, label: str, *, missing: str = "", hint: str = "", look: Look = PLAIN) -> None:
        shown = look if look is not PLAIN else Look(inline=True)
        super().__init__(label, [("yes", "Yes"), ("no", "No")], missing=missing, hint=hint, look=shown)

    def clean(self, value: Any) -> Any:
        """True, False or None."""
        return {"yes": True, "no": False}.get(super().clean(value))


class Agree(Question, forms.BooleanField):
    """One box that must be ticked before going on."""

    component = "agree"

    def __init__(self, label: str, *, missing: str = "", hint: str = "", look: Look = PLAIN) -> None:
        super().__init__(**(self.ask(label, missing, hint, look) | {"label": label}))


class Revision(Question, forms.IntegerField):
    """Hidden: which version of the record the person had before them. The action refuses an old one."""

    component = "hidden"

    def __init__(self) -> None:
        lost = "This form has lost its place. Reload the page and try again."
        arguments = self.ask("", lost, "", PLAIN)
        arguments["error_messages"] |= dict.fromkeys(("invalid", "min_value", "max_value"), lost)
        super().__init__(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, **arguments)


LETTER_OR_PHOTO = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""What people have: a photo of a letter, a scan, a Word file. By ending, with the media type."""


class Upload(Question, forms.FileField):
    """A file. The ending and size are checked here; what the file really is, behind the door, by content."""

    component = "file"

    def __init__(
        self,
        label: str,
        *,
        missing: str = "",
        hint: str = "",
        kinds: dict[str, str] | None = None,
        megabytes: int = 20,
    ) -> None:
        self.kinds, self.megabytes = kinds or LETTER_OR_PHOTO, megabytes
        told = hint or f"A photo, a PDF or a Word file of up to {megabytes} MB"
        super().__init__(**self.ask(label, missing, told, PLAIN))
        self.error_messages["empty"] = "The file you chose is empty. Choose another file."
        self.error_messages["invalid"] = missing or "The file did not arrive. Choose it again."

    def to_python(self, data: Any) -> Any:
        """The file, if it is of a kind that can be read and not too large."""
        file: Any = super().to_python(data)
        if file is None:
            return None
        ending = PurePath(file.name or "").suffix.lstrip(".").lower()
        if ending not in self.kinds:
            kinds = ", ".join(sorted({kind.upper() for kind in self.kinds}))
            raise ValidationError(f"The file “{file.name}” must be one of these kinds: {kinds}")
        if file.size and file.size > self.megabytes * 1_000_000:
            raise ValidationError(
                f"The file “{file.name}” is {file.size / 1_000_000:.0f} MB. It must be {self.megabytes} MB or smaller."
            )
        return file
