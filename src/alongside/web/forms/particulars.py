"""What every letter says of the authority, and whom a family may turn to."""

from alongside.app.actions.particulars import MOST_DAYS, Particulars
from alongside.web.forms.fields import Email, LongText, Number, OneOf, Phone, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

HOW = "Its name, then a phone number, email address or website, with commas between"
OFF = Look(autocomplete="off", spellcheck=False)
OFFICER = (("Y", "Yes"), ("N", "No"), ("R", "R: see the Department’s guide to the return"))


class Details(Form):
    """One page, because each letter needs all of it."""

    name = Text("Name of the authority", missing="Enter the name of the authority", longest=100)
    team_name = Text("Name of the team", missing="Enter the name of the team", longest=100)
    email = Email("Team’s email address", missing="Enter the team’s email address", look=OFF)
    phone = Phone("Team’s phone number", missing="Enter the team’s phone number", look=Look(width=20))
    address = LongText(
        "Team’s postal address",
        missing="Enter the team’s postal address",
        longest=500,
        look=Look(rows=4),
    )
    advice_service = LongText(
        "Information, advice and support service (SENDIASS)",
        missing="Enter the information, advice and support service. A letter that refuses an assessment must state it",
        hint=HOW,
        longest=500,
        look=Look(rows=2),
    )
    mediation_adviser = LongText(
        "Mediation adviser",
        missing="Enter the mediation adviser. A letter that refuses an assessment must state it",
        hint=HOW,
        longest=500,
        look=Look(rows=2),
    )
    dispute_resolution = LongText(
        "Disagreement resolution service",
        missing="Enter the disagreement resolution service. A letter that refuses an assessment must state it",
        hint=HOW,
        longest=500,
        look=Look(rows=2),
    )
    reply_days = Number(
        "Working days within which a family’s message is answered",
        missing="Enter the number of working days",
        hint="Families are told this when they write",
        least=1,
        most=MOST_DAYS,
    )
    dmo = OneOf("Is there a designated medical officer?", OFFICER)
    dco = OneOf("Is there a designated clinical officer?", OFFICER)
    dsco = OneOf("Is there a designated social care officer?", OFFICER)

    def particulars(self) -> Particulars:
        """The same as the action takes it."""
        return Particulars(**{name: self.cleaned_data[name] for name in Particulars.__slots__})
