"""What is said about a draft, its answers, and the setting that a family asks for."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.representations import LONGEST, Heard, NewComment
from alongside.app.queries.comments import AdviserToAsk
from alongside.core.case.codes import Channel, PlanSection
from alongside.core.plan.sections import GUIDES
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

SECTIONS = [(section, f"Section {section}: {guide.title}") for section, guide in GUIDES.items()]
CHANNELS = [
    (Channel.PHONE, "By telephone"),
    (Channel.LETTER, "By letter"),
    (Channel.EMAIL, "By email"),
    (Channel.HAND, "In person"),
]
ELSEWHERE = "elsewhere"


class Comment(Form):
    """One comment on one section."""

    section = FromList(
        "Which part is it about?", SECTIONS, missing="Choose the part that your comment is about"
    )
    text = LongText(
        "What is right, wrong or missing?",
        missing="Write your comment",
        longest=LONGEST,
        look=Look(rows=8, spellcheck=True),
    )

    def comment(self) -> NewComment:
        """The same as the action takes it."""
        return NewComment(PlanSection(self.cleaned_data["section"]), self.cleaned_data["text"])


class Recorded(Comment):
    """A comment that somebody of the family made otherwise than here."""

    party = OneOf("Whose comment is it?", (), missing="Choose whose comment it is")
    channel = OneOf("How did it reach you?", CHANNELS, missing="Choose how it reached you")
    heard_on = Day("When?", missing="Enter the day on which it reached you", limit="not after today")
    field_order = ("party", "channel", "heard_on", "section", "text")

    def __init__(self, *args: Any, parties: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["party"].choices = list(parties)  # type: ignore[attr-defined]

    def heard(self) -> Heard:
        """The same as the action takes it."""
        given = self.cleaned_data
        return Heard(UUID(given["party"]), Channel(given["channel"]), given["heard_on"])


class Answer(Form):
    """The answer to one comment."""

    kind = OneOf(
        "What became of it?",
        [
            (AnswerKind.CHANGED, "The plan was changed"),
            (AnswerKind.NOT_CHANGED, "The plan was not changed"),
            (AnswerKind.ASKED_ADVISER, "An adviser has been asked first"),
        ],
        missing="Choose what became of the comment",
        look=Look(reveals={AnswerKind.ASKED_ADVISER: "request"}),
    )
    request = FromList("Whose advice is it about?", ())
    text = LongText(
        "Your answer",
        missing="Write the answer: what was changed, why not, or what you asked the adviser",
        hint="Whoever made the comment reads this.",
        longest=4_000,
    )

    def __init__(self, *args: Any, advisers: Iterable[AdviserToAsk], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["request"].choices = [  # type: ignore[attr-defined]
            ("", "Nobody in this list"),
            *((str(a.request), a.name) for a in advisers),
        ]

    def answer(self) -> NewAnswer:
        """The same as the action takes it."""
        given = self.cleaned_data
        kind = AnswerKind(given["kind"])
        asked = given["request"] if kind is AnswerKind.ASKED_ADVISER else ""
        return NewAnswer(kind, given["text"], UUID(asked) if asked else None)


class AskForSetting(Form):
    """The setting that the family asks for: one that was found, or one by its name."""

    setting = OneOf(
        "Which one?",
        (),
        missing="Choose the school or other setting, or choose that it is not in this list",
        look=Look(reveals={ELSEWHERE: "setting_name"}),
    )
    setting_name = Text("Name of the school or other setting")

    def __init__(self, *args: Any, settings: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["setting"].choices = [*settings, (ELSEWHERE, "It is not in this list")]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[UUID | None, str]:
        """The id of a listed setting, or None and a name."""
        given = self.cleaned_data
        if given["setting"] == ELSEWHERE:
            return None, given["setting_name"]
        return UUID(given["setting"]), ""


class RecordedSetting(AskForSetting):
    """The same, asked for by telephone, letter, e-mail or in person."""

    asked_on = Day(
        "When did the family ask?", missing="Enter the day on which the family asked", limit="not after today"
    )
