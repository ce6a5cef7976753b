"""Writing and sending the plan: one section, serving a draft, issuing it anew, issuing the final plan."""

from collections.abc import Iterable
from typing import Any, Self
from uuid import UUID

from alongside.app.actions.finals import Placement
from alongside.app.actions.plans import LONGEST
from alongside.app.actions.serving import Sending
from alongside.app.queries.sending import Recipient, ToIssue, ToSend
from alongside.app.recordable.about import Meant
from alongside.core.case.codes import Channel
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, OneOf, Revision, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import happening_words, wording
from alongside.web.request import Request

ELSEWHERE, NO_MOVE = "elsewhere", "none"
WAYS = {
    Channel.EMAIL: "By email: it counts as received today",
    Channel.HAND: "By hand: it counts as received the day it is handed over",
    Channel.FIRST_CLASS_POST: "First class post: it counts as received two working days later",
    Channel.SECOND_CLASS_POST: "Second class post: it counts as received four working days later",
}


class Section(Form):
    """The text of one section. `revision` is the one that the writer has before them."""

    text = LongText("What this section says", longest=LONGEST, look=Look(rows=20, spellcheck=True))
    revision = Revision()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = "What this section says"  # a blank section is an answer: not “optional”

    def stand_before_items(self) -> None:
        """The same where the section has items: its text is what stands before them."""
        look = Look(rows=4, spellcheck=True)
        self.fields["text"] = LongText("What stands before the items", longest=LONGEST, look=look)


class Send(Form):
    """On which day, and by which way to each person. `edition` is what the sender has read."""

    sent_on = Day("Day it is sent", missing="Enter the day on which it is sent", limit="not after today")
    edition = Revision()

    def __init__(self, *args: Any, recipients: Iterable[Recipient], **options: Any) -> None:
        super().__init__(*args, **options)
        for one in recipients:
            self.fields[f"way_{one.party}"] = _way(one)

    @classmethod
    def about(cls, request: Request, version: ToSend, **more: Any) -> Self:
        """The form for this version: today, by e-mail to whoever agreed to it."""
        ways = {f"way_{one.party}": Channel.EMAIL for one in version.recipients if one.by_email}
        initial = {"sent_on": request.today, "edition": version.edition, **ways}
        return cls.of(request, initial=initial, recipients=version.recipients, **more)

    def sending(self) -> Sending:
        """The same as the action takes it."""
        given = self.cleaned_data
        chosen = {name.removeprefix("way_"): way for name, way in given.items() if name.startswith("way_")}
        ways = {UUID(party): Channel(way) for party, way in chosen.items() if way}
        return Sending(given["sent_on"], ways, given["edition"])


def _way(one: Recipient) -> OneOf:
    ways = [(way, words) for way, words in WAYS.items() if way is not Channel.EMAIL or one.by_email]
    hint = (
        "" if one.by_email else "Email is not offered: this person has not agreed to it, or gave no address."
    )
    return OneOf(f"How it reaches {one.name}", ways, missing=f"Choose how it reaches {one.name}", hint=hint)


class Reissue(Send):
    """A further draft, with the reason that the family is told."""

    why = LongText(
        "What has changed beyond what the family asked for, and why",
        missing="Say what has changed beyond what the family asked for, and why",
        hint="The family reads this in the letter. Their 15 days begin again.",
        longest=2_000,
    )
    field_order = ("why", "sent_on")


class Issue(Send):
    """The final plan: what Section I names, and the reasons that the law asks for."""

    setting = OneOf(
        "The school or other setting that Section I names",
        (),
        missing="Choose the setting, or choose that it is not in this list",
        look=Look(reveals={ELSEWHERE: "setting_name"}),
    )
    setting_name = Text("Name of the setting", hint="Leave empty if only a type is named")
    type_words = Text("Type of setting", hint="For example: a mainstream primary school")
    field_order = (
        "setting",
        "setting_name",
        "type_words",
        "not_followed_because",
        "transfer",
        "early_because",
        "sent_on",
    )

    def __init__(self, *args: Any, page: ToIssue, settings: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.settings = settings
        self.fields["setting"].choices = [*settings, (ELSEWHERE, "Another setting, or only a type")]  # type: ignore[attr-defined]
        if page.asked:
            self.fields["not_followed_because"] = _reason(
                "If Section I does not name what the family asked for: on which legal ground, and why",
                "It is unsuitable for the child’s age, ability, aptitude or needs; or the child’s attendance would be "
                "incompatible with the efficient education of others, or with the efficient use of resources.",
            )
        if page.is_early:
            self.fields["early_because"] = _reason(
                "How you know that the family has finished, although the 15 days have not ended",
                "Without your own written reason the plan cannot be sent before they end.",
                missing="Say how you know that the family has finished, or wait until the 15 days have ended",
            )
        if page.transfers and page.replaces:
            self.fields["transfer"] = OneOf(
                "Does the plan name the setting for a move to the next phase?",
                [(one.id, transfer_words(one)) for one in page.transfers] + [(NO_MOVE, "No")],
                missing="Choose the move that the plan provides for, or no",
            )
        self.order_fields(self.field_order)

    def placement(self) -> Placement:
        """The same as the action takes it."""
        given = self.cleaned_data
        listed = given["setting"] != ELSEWHERE
        return Placement(
            setting_name="" if listed else given["setting_name"],
            organisation=UUID(given["setting"]) if listed else None,
            type_words=given["type_words"],
            not_followed_because=given.get("not_followed_because", ""),
            transfer=given.get("transfer", "").replace(NO_MOVE, ""),
        )


def transfer_words(one: Meant) -> str:
    """A foreseen move in words: from which phase to which, and when it was foreseen."""
    return f"{happening_words.CODES.get(one.says, one.says)}, foreseen {wording.day(one.on)}"


def _reason(label: str, hint: str, *, missing: str = "") -> LongText:
    return LongText(label, hint=hint, missing=missing, longest=4_000)
