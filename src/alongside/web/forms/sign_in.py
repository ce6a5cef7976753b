"""The library's sign-in forms with our questions and sentences. What they check stays the library's."""

from typing import Any

from allauth.account import forms

from alongside.web.forms.fields import Email, Text
from alongside.web.forms.look import Look

ADDRESS_HINT = "The address to which we write to you about your work or your child’s case"


class LoginForm(forms.LoginForm):
    """Asks for the address to which the code is sent."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = Email(missing="Enter your email address", hint=ADDRESS_HINT)
        self.fields.pop("remember", None)


class RequestCodeForm(forms.RequestLoginCodeForm):
    """The same question, asked by the library's own page."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"] = Email(missing="Enter your email address", hint=ADDRESS_HINT)


class ConfirmCodeForm(forms.ConfirmLoginCodeForm):
    """Asks for the code that was sent."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"] = Text(
            "Code", missing="Enter the code from the email", longest=20,
            look=Look(width=10, autocomplete="one-time-code", spellcheck=False),
        )  # fmt: skip
