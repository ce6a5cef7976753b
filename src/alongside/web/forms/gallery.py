"""One form with every kind of question: shown in the gallery, tried by the tests."""

from alongside.web.forms.days import Day
from alongside.web.forms.fields import (
    Agree,
    Email,
    FromList,
    LongText,
    Number,
    OneOf,
    Phone,
    Revision,
    SeveralOf,
    Text,
    Upload,
    YesNo,
)
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

SCHOOLS = [("oak", "Oakfield Primary School"), ("elm", "Elmhurst Academy"), ("ash", "Ashdown School")]
WHO = [("parent", "A parent or carer"), ("school", "A school or nursery"), ("other", "Somebody else")]


class Sample(Form):
    """Every kind of question once."""

    first_name = Text("First name", missing="Enter the child’s first name", look=Look(width=20))
    born_on = Day(
        "Date of birth",
        missing="Enter the date of birth",
        hint="For example, 27 3 2017",
        limit="not after today",
    )
    asked_by = OneOf(
        "Who is asking?", WHO, missing="Choose who is asking", look=Look(reveals={"other": "asked_by_name"})
    )
    asked_by_name = Text("Their name", look=Look(width=20))
    email = Email(missing="Enter an email address, like name@example.com")
    phone = Phone()
    needs = SeveralOf(
        "What does the child find hard?",
        [("talk", "Talking and listening"), ("learn", "Learning"), ("feel", "Feelings and behaviour")],
        missing="Choose at least one",
        hint="Choose all that apply",
    )
    school = FromList("School", SCHOOLS, missing="Choose the school")
    in_care = YesNo("Is the child looked after?", missing="Choose yes if the child is looked after")
    hours = Number("Hours of help each week", hint="Leave it empty if you do not know", most=40)
    about = LongText("Tell us about the child", missing="Tell us about the child", longest=500)
    letter = Upload("Letter or photo")
    agreed = Agree("I am allowed to ask for this child", missing="Confirm that you may ask for this child")
    revision = Revision()
