"""Answers to findings of the plan checks, and the questions put beside a section."""

from typing import Any

from alongside.core.plan.checks.standing import REASON_AT_LEAST
from alongside.web.forms.fields import LongText, Revision, SeveralOf
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look


class Pass(Form):
    """Why a warning stays as it is; the same reason may do for others of the same rule."""

    reason = LongText(
        "Why the words stay as they are",
        missing="Write why the words stay as they are",
        hint=f"At least {REASON_AT_LEAST} letters. It stays on the record of the plan with your name. Where the words "
        "change, the warning comes back.",
        longest=2_000,
        look=Look(rows=4),
    )

    def __init__(self, *args: Any, alike: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if alike:
            self.fields["also"] = SeveralOf("Does the same reason hold for these?", alike)


class SetAside(Form):
    """Why a check that stops the plan is mistaken here."""

    reason = LongText(
        "Why the check is mistaken here",
        missing="Write why the check is mistaken here",
        hint=f"At least {REASON_AT_LEAST} letters. It is shown with your name on the record of the plan. "
        "It is no way to issue a plan that is unfinished.",
        longest=2_000,
        look=Look(rows=4),
    )


class Questions(Form):
    """The questions that stand beside one section while it is written."""

    questions = LongText(
        "Questions, one to a line",
        hint="Ask what a good plan of this section would answer. Leave it empty to put no question.",
        longest=6_000,
        look=Look(rows=10, spellcheck=True),
    )
    revision = Revision()
