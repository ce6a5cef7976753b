"""The people around a case: who they are, how to reach them, when their part ended."""

from alongside.app.actions.children import NewParty
from alongside.app.actions.parties import Particulars
from alongside.core.access.relations import ParentSight
from alongside.web.forms.days import Day
from alongside.web.forms.fields import Email, LongText, OneOf, Phone, Text, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

RELATIONS = [
    ("PARENT", "A parent, or somebody who acts as one"),
    ("YOUNG_PERSON", "The child or young person"),
    ("SUPPORTER", "Somebody who supports the family"),
]
SIGHT = [
    (ParentSight.AGREED, "The young person agrees that this parent sees the case"),
    (ParentSight.REFUSED, "The young person does not want this parent to see the case"),
    (ParentSight.LACKS_CAPACITY, "The young person lacks capacity, and this parent acts for them"),
    (ParentSight.NOT_ASKED, "The young person has not been asked yet"),
]


class Change(Form):
    """What is held about somebody."""

    name = Text("Full name", missing="Enter the person’s name", longest=120)
    relationship = Text("What they are to the child", hint="For example: mother, grandfather", longest=60)
    email = Email()
    phone = Phone()
    address = LongText("Address", longest=500, look=Look(rows=3))
    language = Text("Language they prefer", hint="Leave empty for English", longest=60)
    agreed_to_email = YesNo(
        "Have they agreed to get letters by email?", missing="Choose yes if they agreed to email"
    )
    parental_responsibility = YesNo(
        "Do they have parental responsibility?", missing="Choose yes if they have parental responsibility"
    )

    def particulars(self) -> Particulars:
        """The same as the action takes it."""
        given = self.cleaned_data
        return Particulars(**{name: given[name] for name in Particulars.__slots__})


class Add(Change):
    """Somebody new. Whether the address is withheld is asked at once: later may be too late."""

    relation = OneOf("Who is it?", RELATIONS, missing="Choose who it is")
    address_withheld = YesNo(
        "Must their address be kept from everybody outside the authority, for somebody’s safety?",
        missing="Choose yes if the address must be withheld",
    )
    field_order = ("relation", "name", "relationship", "address_withheld")

    def party(self) -> NewParty:
        """The same as the action takes it."""
        given = self.cleaned_data
        return NewParty(
            **{name: given[name] for name in (*Particulars.__slots__, "relation", "address_withheld")}
        )


class End(Form):
    """When somebody stopped being part of the case."""

    last_day = Day(
        "What was their last day as part of the case?", missing="Enter the last day", limit="not after today"
    )


class Sight(Form):
    """What the young person decided about a parent."""

    sight = OneOf("What did the young person decide?", SIGHT, missing="Choose what the young person decided")
