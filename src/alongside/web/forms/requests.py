"""A coordinator registers a request: the child, who asked, and the people around the child."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.app.queries.organisations import Setting
from alongside.web.forms.days import Day
from alongside.web.forms.fields import Agree, Email, FromList, LongText, OneOf, Phone, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

SOURCES = [
    ("PARENT_OR_YOUNG_PERSON", "The child’s parent, or the young person"),
    ("SETTING", "A nursery, school or college"),
    ("HEALTH", "A health service"),
    ("SOCIAL_CARE", "Social care"),
    ("OTHER", "Somebody else"),
]
SOURCE_HINTS = {
    "HEALTH": "Recorded as bringing the child to attention (section 24). The same limits run",
    "SOCIAL_CARE": "Recorded as bringing the child to attention (section 24). The same limits run",
    "OTHER": "Recorded as bringing the child to attention (section 24). The same limits run",
}
CHANNELS = [
    ("PHONE", "By phone"),
    ("LETTER", "By letter"),
    ("EMAIL", "By email"),
    ("HAND", "Handed over or said in person"),
    ("ONLINE", "Through this service"),
]
SEXES = [("", "Not known"), ("M", "Male"), ("F", "Female"), ("U", "Not recorded as either")]


class Registering(Form):
    """The parts that every registration has. Only the child's name and birth date and who asked are needed."""

    source = OneOf(
        "Who asked?", SOURCES, missing="Choose who asked", look=Look(option_hints=SOURCE_HINTS, small=True)
    )
    requested_by = Text(
        "Name of the person who asked", missing="Enter the name of the person who asked", longest=120
    )
    logged_late_reason = Text(
        "If it came more than three days ago: why is it registered only now?",
        hint="The legal clock has been running since the day it came",
    )
    forename = Text("First name", missing="Enter the child’s first name", longest=100)
    surname = Text("Last name", missing="Enter the child’s last name", longest=100)
    known_as = Text("Known as", longest=100)
    born_on = Day("Date of birth", missing="Enter the child’s date of birth", limit="not after today")
    sex = OneOf("Sex, as in the return", SEXES, look=Look(inline=True, small=True))
    address = LongText("Child’s address", longest=300, look=Look(rows=3))
    postcode = Text("Postcode", longest=10, look=Look(width=10))
    setting = FromList("Nursery, school or college attended", [])
    upn = Text("Unique pupil number (UPN)", longest=13, look=Look(width=20))
    nhs_number = Text("NHS number", longest=12, look=Look(width=20))
    language = Text("Language spoken at home", longest=60)
    communicates_by = Text("How the child communicates", longest=200)
    first_name = Text("Name of the first parent or carer", longest=120)
    first_relationship = Text("Relationship to the child", longest=60)
    first_email = Email()
    first_phone = Phone()
    first_address = LongText("Address", longest=300, look=Look(rows=3))
    first_address_withheld = Agree(
        "Withhold this person’s address and phone from everybody outside the authority"
    )
    first_agreed_to_email = Agree("This person agreed to be written to by email")
    second_name = Text("Name of another parent or carer", longest=120)
    second_relationship = Text("Relationship to the child", longest=60)
    second_email = Email()
    second_phone = Phone()
    second_address = LongText("Address", longest=300, look=Look(rows=3))
    second_address_withheld = Agree(
        "Withhold this person’s address and phone from everybody outside the authority"
    )
    second_agreed_to_email = Agree("This person agreed to be written to by email")
    own_email = Email("Young person’s own email address")
    own_phone = Phone("Young person’s own phone number")
    own_agreed_to_email = Agree("The young person agreed to be written to by email")

    def __init__(self, *args: Any, settings: Sequence[Setting], **options: Any) -> None:
        super().__init__(*args, **options)
        found = [(str(setting.id), setting.name) for setting in settings]
        self.fields["setting"].choices = [("", "None or not known"), *found]  # type: ignore[attr-defined]


class ByHand(Registering):
    """A request that came by phone, letter, e-mail or in person."""

    received_on = Day(
        "Day it reached the authority",
        missing="Enter the day on which the request reached the authority",
        hint="Any part of the council: the clock runs from this day, not from today",
        limit="not after today",
    )
    channel = OneOf("How did it come?", CHANNELS, missing="Choose how it came", look=Look(small=True))


class SameChild(Form):
    """Is it a child who is on record, or another? Nothing is chosen beforehand."""

    same_as = OneOf(
        "Is this the same child?", [], missing="Choose the child, or say that it is another child"
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["same_as"].choices = choices  # type: ignore[attr-defined]


PARTS: Mapping[str, tuple[str, ...]] = {
    "The request": ("received_on", "channel", "source", "requested_by", "logged_late_reason"),
    "The child or young person": (
        "forename", "surname", "known_as", "born_on", "sex", "address", "postcode", "setting", "upn", "nhs_number",
        "language", "communicates_by",
    ),
    "First parent or carer": (
        "first_name", "first_relationship", "first_email", "first_phone", "first_address", "first_address_withheld",
        "first_agreed_to_email",
    ),
    "Another parent or carer": (
        "second_name", "second_relationship", "second_email", "second_phone", "second_address",
        "second_address_withheld", "second_agreed_to_email",
    ),
    "The young person, if over compulsory school age": ("own_email", "own_phone", "own_agreed_to_email"),
}  # fmt: skip
"""The headings of the form with the questions under each."""
