"""What a family can put into forms besides messages: supporters, what parents may see, what is wrong."""

from datetime import date
from typing import Any

from alongside.app.actions.fact_corrections import SaidWrong, Verdict
from alongside.app.actions.supporters import NewSupporter
from alongside.core.access.relations import ParentSight
from alongside.core.case.correctable import Fact
from alongside.web.forms.days import Day
from alongside.web.forms.fields import Email, LongText, OneOf, Phone, Text
from alongside.web.forms.form import Form

SIGHT = [
    (str(ParentSight.AGREED), "Yes, they can see it"),
    (str(ParentSight.REFUSED), "No, they cannot see it"),
]
VERDICTS = [("yes", "It is corrected"), ("no", "It is not corrected")]
LONG = frozenset({Fact.OWN_ADDRESS, Fact.CHILD_ADDRESS, Fact.ENTRY, Fact.COMMUNICATES_BY})
SHOULD_BE = "What should it say?"
MISSING = "Write what it should say"


class AddSupporter(Form):
    """Somebody who shall see the case and help."""

    name = Text("Their name", missing="Enter their name", longest=120)
    relationship = Text(
        "Who are they to you?", hint="For example, my sister, or a SENDIASS adviser", longest=60
    )
    email = Email(
        "Their email address", missing="Enter their email address", hint="We send them a link to sign in"
    )

    def supporter(self) -> NewSupporter:
        """As the action takes it."""
        return NewSupporter(**{name: self.cleaned_data[name] for name in ("name", "relationship", "email")})


class ChooseSight(Form):
    """What the young person decides about one parent."""

    sight = OneOf("Can they see your case?", SIGHT, missing="Choose yes or no")


class Wrong(Form):
    """What a fact should say. The question fits the fact."""

    should_be = Text(SHOULD_BE, missing=MISSING)
    why = LongText("How do you know, or what else should we know?", longest=2000)

    def about(self, fact: Fact) -> None:
        """Ask for this fact in the way that fits it."""
        if fact is Fact.BORN_ON:
            self.fields["should_be"] = Day(SHOULD_BE, missing=MISSING, limit="not after today")
        elif fact is Fact.OWN_EMAIL:
            self.fields["should_be"] = Email(SHOULD_BE, missing=MISSING)
        elif fact is Fact.OWN_PHONE:
            self.fields["should_be"] = Phone(SHOULD_BE, missing=MISSING)
        elif fact in LONG:
            self.fields["should_be"] = LongText(SHOULD_BE, missing=MISSING, longest=2000)

    def said(self, fact: Fact, event: Any = None) -> SaidWrong:
        """As the action takes it."""
        right = self.cleaned_data["should_be"]
        return SaidWrong(
            fact, right.isoformat() if isinstance(right, date) else right, self.cleaned_data["why"], event
        )


class Decide(Form):
    """What the officer decides about it."""

    corrected = OneOf("What do you decide?", VERDICTS, missing="Choose whether it is corrected")
    reason = LongText(
        "Why?", hint="The person who asked will read it. Needed where it is not corrected.", longest=2000
    )

    def verdict(self) -> Verdict:
        """As the action takes it."""
        return Verdict(self.cleaned_data["corrected"] == "yes", self.cleaned_data["reason"])
