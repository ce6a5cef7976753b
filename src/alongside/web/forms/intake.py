"""The questions to somebody who asks for an assessment without an account. Names are those of `IntakeAnswers`."""

from typing import Any, ClassVar

from alongside.web.forms.days import Day
from alongside.web.forms.fields import Agree, Email, LongText, OneOf, Phone, Text, Upload
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters.questions import ASKED, PAGES, WHO

WHO_HINTS = {
    "PARENT": "With parental responsibility, or a person who cares for the child",
    "YOUNG_PERSON": "If you are over 16 and have left Year 11, the right to ask is yours",
}


class Step(Form):
    """One page of questions."""

    title: ClassVar[str] = ""


class You(Step):
    """Who asks."""

    title = PAGES["you"].title
    who = OneOf(ASKED["who"], WHO, missing="Choose who you are", look=Look(option_hints=WHO_HINTS))
    name = Text(ASKED["name"], missing="Enter your full name", longest=120, look=Look(autocomplete="name"))
    relationship = Text(
        ASKED["relationship"],
        hint="For example mother, foster carer, SENCO, health visitor",
        longest=60,
    )
    organisation = Text(ASKED["organisation"], longest=120)


class Reach(Step):
    """How to reach whoever asks."""

    title = PAGES["reach"].title
    email = Email()
    phone = Phone()
    address = LongText(ASKED["address"], longest=300, look=Look(rows=4, autocomplete="street-address"))
    agreed_to_email = Agree(ASKED["agreed_to_email"])
    keep_address_safe = Agree(ASKED["keep_address_safe"])
    language = Text(ASKED["language"], hint="For example Urdu, or by text", longest=60)

    def clean(self) -> dict[str, Any]:
        """One way to reach them is enough; none is too few."""
        found = super().clean()
        if not self.errors and not any(found.get(name) for name in ("email", "phone", "address")):
            self.add_error("email", "Enter an email address, a phone number or an address: one is enough")
        return found


class Child(Step):
    """The child: what is needed to find them."""

    title = PAGES["child"].title
    child_forename = Text(ASKED["child_forename"], missing="Enter the first name", longest=100)
    child_surname = Text(ASKED["child_surname"], missing="Enter the last name", longest=100)
    child_known_as = Text(ASKED["child_known_as"], longest=100)
    child_born_on = Day(ASKED["child_born_on"], hint="For example 27 3 2019", limit="not after today")
    child_address = LongText(ASKED["child_address"], longest=300, look=Look(rows=3))
    child_postcode = Text(ASKED["child_postcode"], longest=10, look=Look(width=10))


class More(Step):
    """What helps to find and to know the child. Nothing of it must be answered."""

    title = PAGES["more"].title
    child_setting = Text(ASKED["child_setting"], longest=120)
    child_upn = Text(ASKED["child_upn"], hint="The school knows it. 13 letters and numbers", longest=13)
    child_nhs_number = Text(
        ASKED["child_nhs_number"],
        hint="10 digits, on any letter from the NHS",
        longest=12,
        look=Look(width=20),
    )
    child_language = Text(ASKED["child_language"], longest=60)
    child_communicates_by = Text(
        ASKED["child_communicates_by"], hint="For example signing, pictures", longest=200
    )


class Why(Step):
    """Why. In their own words, as long or as short as they like; nothing of it must be answered."""

    title = PAGES["why"].title
    why_needs = LongText(ASKED["why_needs"])
    why_tried = LongText(ASKED["why_tried"])
    why_help = LongText(ASKED["why_help"])


class Others(Step):
    """Who else is involved. Nothing of it must be answered."""

    title = PAGES["others"].title
    other_parent_name = Text(ASKED["other_parent_name"], hint="Their full name", longest=120)
    other_parent_reach = LongText(ASKED["other_parent_reach"], longest=300, look=Look(rows=3))
    others = LongText(
        ASKED["others"],
        hint="For example a doctor, therapist, social worker or teacher",
        longest=2000,
    )


class Paper(Form):
    """One photo or file of a letter or report."""

    file = Upload("Add a photo or file", missing="Choose a photo or file to add")


class Code(Form):
    """The code with which somebody comes back."""

    code = Text(
        "Your code",
        missing="Enter your code",
        hint="12 letters and numbers, like 7HK2-QWMN-4RTX",
        longest=40,
        look=Look(width=20, spellcheck=False, autocomplete="off"),
    )


class EmailCode(Form):
    """Where to send the code."""

    email = Email("Email me my code", missing="Enter your email address")
    code = Text("Your code", missing="Write the code down and go on", longest=20)


STEPS: dict[str, type[Step]] = {
    "you": You, "reach": Reach, "child": Child, "more": More, "why": Why, "others": Others,
}  # fmt: skip
"""The pages of questions by their address, in their order."""
