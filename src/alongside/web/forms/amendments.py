"""Amending a plan in force: the notice of the proposed changes, and a plan made elsewhere that is written in."""

from typing import Any, Self
from uuid import UUID

from alongside.app.actions.adopting import InForce
from alongside.app.actions.amendments import Proposal
from alongside.app.queries.sending import ToNotify, ToSend
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, Revision, SeveralOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.plans import Send
from alongside.web.request import Request


class Notify(Send):
    """The notice of the proposed changes: why, on which papers they rest, and how it reaches each person."""

    because = LongText(
        "Why do you propose these changes?",
        missing="Say why you propose these changes",
        hint="The family reads this in the letter.",
        longest=2_000,
    )

    def __init__(self, *args: Any, papers: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if papers:
            self.fields["evidence"] = SeveralOf(
                "Which papers do the changes rest on?",
                papers,
                hint="They are named in the letter. Send them with it to whoever cannot open them here.",
            )
        self.order_fields(("because", "evidence", "sent_on"))

    @classmethod
    def of_notice(cls, request: Request, page: ToNotify, papers: list[tuple[str, str]]) -> Self:
        """The form for this version."""
        return cls.about(request, page.send, papers=papers)

    def proposal(self) -> Proposal:
        """The same as the action takes it."""
        given = self.cleaned_data
        chosen = tuple(UUID(each) for each in given.get("evidence") or ())
        return Proposal(self.sending(), given["because"], chosen)


class WrittenIn(Form):
    """What the plan in force says of itself. `edition` is what was read."""

    dated_on = Day(
        "Date of the plan",
        missing="Enter the date of the plan",
        hint="As it stands on the plan",
        limit="not after today",
    )
    placement = Text(
        "What does Section I name?",
        missing="Enter what Section I of the plan names",
        hint="The school, college or other setting, or the type of one",
    )
    signed_by = Text("Who signed it?", missing="Enter the name of whoever signed the plan", longest=120)
    edition = Revision()

    @classmethod
    def about(cls, request: Request, page: ToSend) -> Self:
        """The form for the version that is being written."""
        return cls.of(request, initial={"edition": page.edition})

    def plan(self) -> InForce:
        """The same as the action takes it."""
        given = self.cleaned_data
        return InForce(given["dated_on"], given["placement"], given["signed_by"], given["edition"])
