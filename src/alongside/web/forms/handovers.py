"""One page for all the cases of a leaver: who takes each, and what they must know."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.app.actions.handovers import Handover
from alongside.app.queries.leavers import Leaving
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText
from alongside.web.forms.form import Form
from alongside.web.presenters.handovers import Draft
from alongside.web.presenters.wording import plural


class HandOver(Form):
    """The leaver's last day; the questions for each case are added by `hand_over_form`."""

    drafts: Sequence[Draft] = ()
    last_day = Day("Last day of work", hint="Leave empty if this person stays and only the cases move")

    def handovers(self) -> list[Handover]:
        """Every case of the page with who takes it and the note."""
        return [
            Handover(
                draft.case_id,
                UUID(self.cleaned_data[f"to_{draft.number}"]),
                self.cleaned_data[f"note_{draft.number}"],
            )
            for draft in self.drafts
        ]


def hand_over_form(leaving: Leaving, drafts: Sequence[Draft]) -> type[HandOver]:
    """The form for this leaver's cases, each question already answered with what is proposed."""
    takers = [(str(c.account), f"{c.name} ({plural(c.open_cases, 'open case')})") for c in leaving.others]
    questions: dict[str, Any] = {"drafts": tuple(drafts)}
    for draft in drafts:
        to = FromList(f"Who takes {draft.heading}?", takers, missing=f"Choose who takes {draft.heading}")
        to.initial = draft.proposed
        note = LongText(
            f"What must they know about {draft.heading}?",
            missing=f"Write what the next coordinator must know about {draft.heading}",
            hint="Promises made, what the family has said, what worries them. Officers read it; the family does not.",
            longest=4000,
        )
        note.initial = draft.note
        questions |= {f"to_{draft.number}": to, f"note_{draft.number}": note}
    return type("HandOverOf", (HandOver,), questions)
