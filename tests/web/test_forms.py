"""Forms: what they take, and the sentence for what they do not take."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import RequestFactory

from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.refusal import Refused
from alongside.web.forms import drawing
from alongside.web.forms.days import Day
from alongside.web.forms.fields import Email, LongText, Number, OneOf, Phone, Revision, Text, Upload, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.gallery import Sample
from alongside.web.forms.look import Look

TODAY = date(2026, 3, 3)
RIGHT = (
    "first_name=Rowan&born_on-day=27&born_on-month=3&born_on-year=2017&asked_by=parent&email=a@example.com&needs=talk"
    "&school=oak&in_care=no&about=Kind&agreed=on&revision=7"
)


def sample(query: str, **files: Any) -> Sample:
    return Sample(QueryDict(query), files, today=TODAY)


class OneDay(Form):
    """A form that asks one date."""

    on = Day("Date of birth", missing="Enter the date of birth", limit="not after today")


def day_error(day: str, month: str, year: str) -> tuple[str, str]:
    form = OneDay(QueryDict(f"on-day={day}&on-month={month}&on-year={year}"), today=TODAY)
    assert not form.is_valid()
    return form.errors["on"][0], drawing.summary(form)[0]["href"]


def test_right_answers_are_taken() -> None:
    form = sample(RIGHT)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born_on"] == date(2017, 3, 27)
    assert form.cleaned_data["in_care"] is False
    assert form.cleaned_data["hours"] is None
    assert form.cleaned_data["revision"] == 7


def test_every_empty_answer_has_its_own_sentence_and_its_own_link() -> None:
    lines = drawing.summary(sample(""))
    assert lines[0] == {"text": "Enter the child’s first name", "href": "#id_first_name"}
    assert {"text": "Enter the date of birth", "href": "#id_born_on-day"} in lines
    assert {"text": "Choose who is asking", "href": "#id_asked_by"} in lines
    assert len(lines) == 10


def test_an_optional_question_says_so() -> None:
    assert Sample(today=TODAY)["phone"].label == "Phone number (optional)"
    assert Sample(today=TODAY)["email"].label == "Email address"


@pytest.mark.parametrize(
    ("boxes", "sentence", "link"),
    [
        (("27", "", "2017"), "Date of birth must include a month", "#id_on-month"),
        (("", "", "2017"), "Date of birth must include a day and a month", "#id_on-day"),
        (("27", "3", "17"), "Year must include 4 numbers", "#id_on-year"),
        (("27", "3", "²017"), "Year must include 4 numbers", "#id_on-year"),
        (("27", "13", "2017"), "Date of birth must be a real date: there is no such month", "#id_on-month"),
        (("31", "2", "2017"), "Date of birth must be a real date", "#id_on-day"),
        (("x", "2", "2017"), "Date of birth must be a real date", "#id_on-day"),
        (("29", "2", "2023"), "Date of birth must be a real date", "#id_on-day"),
        (("1", "1", "0000"), "Date of birth must be a real date", "#id_on-day"),
        (("4", "3", "2026"), "Date of birth must be today or in the past", "#id_on-day"),
    ],
)
def test_each_way_of_getting_a_date_wrong_is_named(
    boxes: tuple[str, str, str], sentence: str, link: str
) -> None:
    assert day_error(*boxes) == (sentence, link)


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "MAR.", " march "])
def test_a_month_may_be_written_in_words(month: str) -> None:
    form = OneDay(
        QueryDict(mutable=True) | {"on-day": "2", "on-month": month, "on-year": "2026"}, today=TODAY
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == date(2026, 3, 2)


def test_a_date_of_today_is_neither_too_late_nor_too_early() -> None:
    class Both(Form):
        past = Day("Past", missing="x", limit="not after today")
        future = Day("Future", missing="x", limit="not before today")

    query = "&".join(f"{n}-day=3&{n}-month=3&{n}-year=2026" for n in ("past", "future"))
    assert Both(QueryDict(query), today=TODAY).is_valid()
    assert not Both(QueryDict(query), today=date(2026, 3, 4)).is_valid()


def test_a_limit_that_does_not_exist_is_a_fault_of_the_writer() -> None:
    with pytest.raises(ValueError, match="'tomorrow' is no limit"):
        Day("Date", limit="tomorrow")


def test_a_wrong_date_is_shown_again_as_it_was_typed() -> None:
    form = OneDay(QueryDict("on-day=31&on-month=Feb&on-year=2017"), today=TODAY)
    items = drawing.params(form["on"])["items"]
    assert [item["value"] for item in items] == ["31", "Feb", "2017"]
    assert all("govuk-input--error" in item["classes"] for item in items)


def test_a_known_date_fills_the_three_boxes() -> None:
    form = OneDay(today=TODAY, initial={"on": date(2017, 3, 27)})
    assert [item["value"] for item in drawing.params(form["on"])["items"]] == ["27", "3", "2017"]


@pytest.mark.parametrize("number", ["01632 960 001", "+44 (0)1632 960001", "01632-960-001 ext 12"])
def test_a_phone_number_is_kept_as_it_was_typed(number: str) -> None:
    assert Phone(missing="x").clean(number) == number


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        (Phone(missing="x"), "12", "Phone number must be a phone number"),
        (Phone(missing="x"), "call my mother", "Phone number must be a phone number"),
        (Email(missing="x"), "name.example.com", "like name@example.com"),
        (Number("Hours", missing="x"), "12.5", "Hours must be a whole number, like 12"),
        (Number("Hours", missing="x"), "-1", "Hours must be a whole number, like 12"),
        (Number("Hours", missing="x", most=40), "41", "Hours must be between 0 and 40"),
        (
            Text("Name", missing="x", longest=3),
            "Abcd",
            "Name must be 3 characters or fewer. You have entered 4.",
        ),
        (OneOf("Who", [("a", "A")], missing="Choose who"), "b", "Choose who"),
        (OneOf("Who", [("a", "A")]), "b", "Who: choose one of the answers shown"),
        (YesNo("Ready?", missing="Choose yes if it is ready"), "maybe", "Choose yes if it is ready"),
        (Revision(), "", "Reload the page and try again"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_that_says_what_to_do(field: Any, value: str, sentence: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as wrong:
        field.clean(value)
    assert sentence in wrong.value.messages[0]


def test_a_number_with_a_comma_is_a_number() -> None:
    assert Number("Hours", missing="x").clean("1,204") == 1204


def test_pasted_text_loses_its_control_characters_and_keeps_its_lines() -> None:
    assert LongText("About", missing="x").clean("one\x00\r\ntwo\x0bthree\rfour") == "one\ntwothree\nfour"


@pytest.mark.parametrize("name", ["letter.PDF", "photo.jpeg", "scan.heic", "report.docx"])
def test_a_letter_may_be_a_photo_a_pdf_or_a_word_file(name: str) -> None:
    assert Upload("Letter", missing="x").clean(SimpleUploadedFile(name, b"x")).name == name


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("virus.exe", b"x"), "The file “virus.exe” must be one of these kinds: DOC, DOCX"),
        (SimpleUploadedFile("noending", b"x"), "must be one of these kinds"),
        (SimpleUploadedFile("a.pdf", b""), "The file you chose is empty. Choose another file."),
        (SimpleUploadedFile("big.pdf", b"x" * 2_000_001), "is 2 MB. It must be 1 MB or smaller."),
    ],
)
def test_a_file_that_cannot_be_used_says_why(file: SimpleUploadedFile, sentence: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as wrong:
        Upload("Letter", missing="Choose the letter", megabytes=1).clean(file)
    assert sentence in wrong.value.messages[0]


def test_a_refusal_stands_at_the_top_or_beside_its_field() -> None:
    form = sample(RIGHT)
    assert form.is_valid()
    with form.showing_refusals():
        raise Refused("Ivy has an open case already.")
    with form.showing_refusals():
        raise Refused("The date is before the birth.", field="born_on")
    assert drawing.summary(form) == [
        {"text": "Ivy has an open case already."},
        {"text": "The date is before the birth.", "href": "#id_born_on-day"},
    ]


@pytest.mark.parametrize("raised", [ZeroDivisionError(), NotFound(), NotAllowed("No.")])
def test_what_is_no_refusal_of_the_deed_is_not_swallowed(raised: Exception) -> None:
    form = sample(RIGHT)
    with pytest.raises(type(raised)), form.showing_refusals():
        raise raised


def test_a_form_is_bound_only_to_what_was_posted() -> None:
    get: Any = RequestFactory().get("/?first_name=Eve")
    post: Any = RequestFactory().post("/", {"first_name": "Eve"})
    get.today = post.today = TODAY
    assert not Sample.of(get, initial={"first_name": "Ann"}).is_bound
    assert Sample.of(post)["first_name"].value() == "Eve"


def test_the_look_of_a_question_reaches_its_macro() -> None:
    class Looked(Form):
        name = Text(
            "Name", missing="x", look=Look(width=20, autocomplete="name", inputmode="text", spellcheck=False)
        )
        heading = LongText("What happened?", missing="x", look=Look(heading=True, rows=9))
        ways = OneOf(
            "Way", [("a", "A")], missing="x", look=Look(heading=True, inline=True, option_hints={"a": "Why"})
        )
        when = Day("Birth", missing="x", look=Look(autocomplete="bday"))

    form = Looked(today=TODAY)
    name = drawing.params(form["name"])
    assert (name["classes"], name["autocomplete"], name["spellcheck"]) == (
        "govuk-input--width-20",
        "name",
        False,
    )
    heading = drawing.params(form["heading"])
    assert (heading["label"]["isPageHeading"], heading["rows"], heading["maxlength"]) == (True, "9", 10_000)
    ways = drawing.params(form["ways"])
    assert ways["fieldset"]["legend"]["isPageHeading"]
    assert (ways["classes"], ways["items"][0]["hint"]) == ("govuk-radios--inline", {"text": "Why"})
    assert drawing.params(form["when"])["items"][0]["autocomplete"] == "bday-day"


def test_chosen_options_stay_chosen() -> None:
    form = sample("needs=talk&needs=feel&school=elm&in_care=yes&agreed=on")
    assert [i["checked"] for i in drawing.params(form["needs"])["items"]] == [True, False, True]
    assert [i["value"] for i in drawing.params(form["school"])["items"] if i["selected"]] == ["elm"]
    assert drawing.params(form["in_care"])["items"][0]["checked"]
    assert drawing.params(form["agreed"])["items"][0]["checked"]
    known = Sample(today=TODAY, initial={"in_care": False, "needs": ["learn"]})
    assert drawing.params(known["in_care"])["items"][1]["checked"]
    assert drawing.params(known["needs"])["items"][1]["checked"]
