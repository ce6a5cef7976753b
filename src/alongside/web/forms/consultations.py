"""Consulting settings, and their replies."""

from collections.abc import Iterable
from typing import Any

from alongside.app.actions.consultations import Received, Reply
from alongside.app.placing import Setting
from alongside.core.case.codes import Channel
from alongside.core.plan.placement import Answer, Ground
from alongside.web.forms.comments import CHANNELS
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, OneOf, SeveralOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

NO_GROUND = "DECLINED_ON_NO_GROUND"
GROUNDS = [(ground, ground.phrase) for ground in Ground]


class Consult(Form):
    """Which settings are consulted. `found` are (id, name) of settings of the authority."""

    settings = SeveralOf("Settings to consult", ())
    other_names = LongText(
        "Other settings, one to a line",
        hint="For settings that are not in the list. Their letters are made for you to post.",
        longest=1_000,
        look=Look(rows=2),
    )
    place_wanted = Text(
        "From when is a place wanted, and in what year group?",
        missing="Say from when a place is wanted, and in what year group",
        hint="For example: from September 2027, in year 4",
    )

    def __init__(self, *args: Any, found: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = dict(found)
        self.fields["settings"].choices = list(self.names.items())  # type: ignore[attr-defined]
        if not self.names:
            del self.fields["settings"]

    def chosen(self) -> tuple[Setting, ...]:
        """The settings as the action takes them."""
        given = self.cleaned_data
        listed = [Setting(ident, self.names[ident]) for ident in given.get("settings", ())]
        written = [Setting("", line.strip()) for line in given["other_names"].splitlines() if line.strip()]
        return (*listed, *written)


class Respond(Form):
    """What a setting answers."""

    answer = OneOf(
        "Can you meet the needs that the draft plan describes?",
        [
            (Answer.CAN_MEET, "Yes, we can meet them"),
            (Answer.CANNOT_MEET, "No, on one of the grounds in law"),
        ],
        missing="Choose yes or no",
        look=Look(reveals={Answer.CANNOT_MEET: "grounds"}),
    )
    grounds = SeveralOf(
        "Which of the grounds in law do you rely on?",
        GROUNDS,
        hint="These are the only grounds. Being full is not one in itself: say what it would do.",
    )
    reasons = LongText(
        "Your reasons, and anything the authority should know",
        hint="For example what you would do first, what you would need, or why the ground applies to this child.",
        longest=6_000,
    )

    def reply(self) -> Reply:
        """The same as the action takes it."""
        given = self.cleaned_data
        answer = Answer.CAN_MEET if given["answer"] == Answer.CAN_MEET else Answer.CANNOT_MEET
        grounds = () if answer is Answer.CAN_MEET else tuple(Ground[code] for code in given["grounds"])
        return Reply(answer, grounds, given["reasons"])


class RecordReply(Respond):
    """The same, recorded by an officer as it came."""

    answer = OneOf(
        "What did the setting answer?",
        [
            (Answer.CAN_MEET, "It can meet the needs"),
            (Answer.CANNOT_MEET, "It declines, on one of the grounds in law"),
            (NO_GROUND, "It declines, and gives none of the grounds in law"),
        ],
        missing="Choose what the setting answered",
        look=Look(reveals={Answer.CANNOT_MEET: "grounds"}),
    )
    channel = OneOf("How did the reply come?", CHANNELS, missing="Choose how the reply came")
    received_on = Day("When?", missing="Enter the day on which the reply came", limit="not after today")
    replied_by = Text("Who replied?", missing="Enter who replied for the setting", hint="Name and post")
    field_order = ("channel", "received_on", "replied_by", "answer", "grounds", "reasons")

    def received(self) -> Received:
        """The same as the action takes it."""
        given = self.cleaned_data
        return Received(
            given["received_on"], Channel(given["channel"]), given["replied_by"], given["answer"] == NO_GROUND
        )
