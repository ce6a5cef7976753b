"""The forms for news of a case, made from the table of what can be recorded: one field for each particular."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from alongside.app.queries.recordable import Asked
from alongside.app.recordable.about import Meant
from alongside.app.recordable.entry import Particular, Type
from alongside.core.case.codes import EventKind
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText, Number, OneOf, SeveralOf, Text, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import happening_questions, happening_words, return_words, wording

WRITTEN = "written_name"
"""The field beside a list of settings, for one that is not in it."""
FEW = 9
"""So many answers or fewer are shown at once; more stand in a drop-down list."""


class Happened(Form):
    """When it happened. Each kind of news adds what it must say."""

    occurred_on = Day(
        "When did it happen?", missing="Enter the day on which it happened", limit="not after today"
    )

    def __init__(self, *args: Any, asked: Asked, **options: Any) -> None:
        super().__init__(*args, **options)
        for each in asked.entry.particulars:
            for name, made in fields_of(asked, each).items():
                self.fields[name] = made

    def details(self) -> dict[str, Any]:
        """The particulars as the deed takes them."""
        given = {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "occurred_on" and value not in (None, "", [])
        }
        return chosen(given)


def chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as the deed takes them: a setting by its id where it was chosen from the list, else as written."""
    found = {name: "".join(value) if isinstance(value, list) else value for name, value in given.items()}
    written, listed = found.pop(WRITTEN, ""), found.pop("setting_name", "")
    if written:
        found["setting_name"] = written
    elif listed:
        found["organisation"] = listed
    return found


def fields_of(asked: Asked, each: Particular) -> dict[str, forms.Field]:
    """The fields in which one particular is asked for; none where there is nothing to choose from."""
    kind = asked.entry.kind
    said = happening_questions.words(kind, each.key)
    missing = "" if each.unless or each.where[0] else each.missing.rstrip(".")
    if each.type is Type.SETTING:
        name = Text("Its name or type, if it is not in the list" if asked.bodies[each.key] else said.question)
        listed = _list(said.question, list(asked.bodies[each.key]), hint=said.hint)
        return {each.key: listed, WRITTEN: name} if asked.bodies[each.key] else {WRITTEN: name}
    if each.type in (Type.DECISION, Type.EARLIER):
        return _of_meant(asked, each, said.question)
    if each.type is Type.BODY:
        bodies = list(asked.bodies[each.key])
        return {each.key: _list(said.question, bodies, hint=said.hint)} if bodies else {}
    made = _field(kind, each, said, missing)
    if (
        each.missing and not missing
    ):  # whether it is needed hangs on another answer, and the hint says on which
        made.label = said.question
    return {each.key: made}


def _of_meant(asked: Asked, each: Particular, question: str) -> dict[str, forms.Field]:
    """Asked only where there is more than one that it can be, or where it may be none."""
    meant = asked.meant[each.key]
    if not meant or (len(meant) == 1 and each.missing):
        return {}
    options = [(one.id, meant_words(one)) for one in meant]
    return {each.key: OneOf(question, options, missing=each.missing.rstrip("."))}


def meant_words(one: Meant) -> str:
    """What an entry can be about, in words: what it was, and its day."""
    says = happening_words.CODES.get(one.says, one.says)
    title = f"{happening_words.TITLES[one.kind]}, {wording.day(one.on)}"
    return f"{title}: {says[:120]}" if says else title


def _field(kind: EventKind, each: Particular, said: happening_questions.Words, missing: str) -> forms.Field:
    asked: dict[str, Any] = {"missing": missing, "hint": said.hint}
    match each.type:
        case Type.DAY:
            return Day(said.question, limit="not after today" if each.is_past else "", **asked)
        case Type.TEXT:
            return LongText(said.question, longest=4000, **asked)
        case Type.YES_NO:
            return YesNo(said.question, **asked)
        case Type.NUMBER:
            return Number(said.question, most=14 if each.key == "school_year" else 2200, **asked)
        case Type.CODE:
            return _list(said.question, _answers(kind, each), **asked)
        case Type.LETTERS:
            return SeveralOf(said.question, _answers(kind, each), **asked)
        case Type.AUTHORITY:
            return Text(said.question, longest=3, look=Look(width=3, inputmode="numeric"), **asked)
        case Type.CLOCK:
            return Text(said.question, longest=5, look=Look(width=5), **asked)
        case _:
            return Text(said.question, **asked)


def _list(question: str, options: list[tuple[str, str]], *, missing: str = "", hint: str = "") -> forms.Field:
    shape = OneOf if len(options) <= FEW else FromList
    return shape(question, options, missing=missing, hint=hint)


def _answers(kind: EventKind, each: Particular) -> list[tuple[str, str]]:
    words = return_words.ANSWERS.get((kind, each.key))
    if words is not None:
        return [(code, wording.capital(words[code])) for code in each.codes]
    return [(code, happening_words.CODES[code]) for code in each.codes]


def initial(asked: Asked, details: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says already, as the form shows it."""
    found: dict[str, Any] = {}
    for each in asked.entry.particulars:
        value = details.get(each.key)
        if each.type is Type.SETTING:
            found[each.key] = details.get("organisation", "")
            found[WRITTEN] = "" if details.get("organisation") else value
        elif each.type is Type.DAY and value:
            found[each.key] = date.fromisoformat(value)
        elif each.type is Type.LETTERS:
            found[each.key] = list(value or "")
        elif each.type is Type.CLOCK:
            found[each.key] = str(value or "")[11:16]
        else:
            found[each.key] = value
    return found
