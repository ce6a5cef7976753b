"""An inspection sample: what it is called, when, for whom, and which cases."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.app.actions.samples import LinesRefused, Terms
from alongside.app.queries.samples import Choice, Sample
from alongside.core.refusal import Refused
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, SeveralOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look


class About(Form):
    """What a sample is."""

    name = Text(
        "What is the sample called?",
        missing="Enter a name for the sample",
        hint="For example: Area SEND inspection, autumn 2026. Do not name a child",
        longest=120,
        look=Look(autocomplete="off"),
    )
    starts_on = Day("First day on which the cases are open", missing="Enter the first day")
    last_day = Day(
        "Last day on which the cases are open",
        missing="Enter the last day",
        hint="From the day after it the inspectors find none of these cases",
    )
    inspectors = SeveralOf(
        "Who inspects?", [], missing="Choose at least one inspector", look=Look(small=True)
    )

    def offer(self, people: Sequence[Choice]) -> None:
        """Those with the role of an inspector."""
        choices = [(str(each.account), f"{each.name} ({each.email})") for each in people]
        self.fields["inspectors"].choices = choices  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        """The same as the action takes it."""
        given = self.cleaned_data
        chosen = frozenset(UUID(who) for who in given["inspectors"])
        return Terms(given["name"], given["starts_on"], given["last_day"], chosen)


class References(Form):
    """Cases to be put in."""

    references = LongText(
        "References of the cases",
        missing="Write at least one reference",
        hint="One to a line, like E26-00042. If one line is wrong, no case is put in until it is mended",
        longest=6000,
        look=Look(rows=8, spellcheck=False),
    )

    def refuse(self, refusal: Refused) -> None:
        """Each line that cannot be put in has a sentence of its own at the top of the page."""
        super().refuse(refusal)
        for line in refusal.lines if isinstance(refusal, LinesRefused) else ():
            self.add_error(None, line)


def initial(found: Sample) -> dict[str, Any]:
    """What stands, for the form that changes it."""
    line = found.line
    return {
        "name": line.name,
        "starts_on": line.starts_on,
        "last_day": line.last_day,
        "inspectors": [str(who) for who in found.inspectors],
    }
