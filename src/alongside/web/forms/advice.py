"""The questions of advice: those of the structured forms, made from their data, and those to officers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.http import QueryDict

from alongside.core.case.advice_forms import AdviceForm, Group, Question
from alongside.core.case.codes import AdviceKind, Channel
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, LongText, OneOf, Revision, Text, Upload, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import advice_words
from alongside.web.request import Request

LONGEST = 20_000


class Writing(Form):
    """One structured form. Every question may be left open; each group shows one more than is filled in."""

    revision = Revision()

    def __init__(self, *args: Any, shape: AdviceForm, kept: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.shape = shape
        for item in shape.items:
            if isinstance(item, Group):
                for number in range(1, self.shown(item, kept) + 1):
                    self.fields |= {item.key(number, part): _field(part) for part in item.parts}
            else:
                self.fields[item.code] = _field(item)

    @classmethod
    def for_draft(cls, request: Request, shape: AdviceForm, kept: Mapping[str, str], revision: int) -> Self:
        """Bound to what was posted; or with the draft as it stands."""
        initial = {key: _as_initial(shape, key, text) for key, text in kept.items()} | {"revision": revision}
        return cls.of(request, initial=initial, shape=shape, kept=kept)

    def shown(self, group: Group, kept: Mapping[str, str]) -> int:
        """How many of a group there are boxes for: those posted or kept, and one more."""
        found = 0
        for number in range(1, group.most + 1):
            keys = [group.key(number, part) for part in group.parts]
            if any(kept.get(key) or self.data.get(key) for key in keys):
                found = number
        return min(found + 1, group.most)

    def answers(self) -> dict[str, str]:
        """What was answered, by key, as it is kept."""
        given = {
            key: value
            for key, value in self.cleaned_data.items()
            if key not in ("revision", "file") and value
        }
        return {key: v.isoformat() if isinstance(v, date) else str(v) for key, v in given.items()}

    def take_revision(self, revision: int) -> None:
        """After somebody else saved: this person has now seen what they wrote, and the next save counts."""
        assert isinstance(self.data, QueryDict)
        posted = self.data.copy()
        posted["revision"] = str(revision)
        self.data = posted

    def parts(self) -> list[tuple[str, Any]]:
        """The form as it is drawn: ("question", field) or ("group", (group, [(number, fields)]))."""
        found: list[tuple[str, Any]] = []
        for item in self.shape.items:
            if isinstance(item, Question):
                found.append(("question", self[item.code]))
                continue
            numbers = [n for n in range(1, item.most + 1) if item.key(n, item.parts[0]) in self.fields]
            each = [(n, [self[item.key(n, part)] for part in item.parts]) for n in numbers]
            found.append(("group", (item, each)))
        return found


class FamilyWriting(Writing):
    """The family's own form, with a file if they like."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = Upload("Add a photo or file")


class Sending(Form):
    """The last step: send what was written, with a file, or a file alone."""

    revision = Revision()
    file = Upload("Add a photo or file")


class NothingToAdd(Form):
    """There is nothing to add."""

    reason = LongText(
        "Why do you have nothing to add?",
        missing="Say why you have nothing to add",
        hint="For example: the child is not known to our service. The family can read this.",
        longest=2000,
    )


class PassOn(Form):
    """Who takes it over."""

    to = OneOf("Who takes this request over?", [], missing="Choose who takes this request over")

    def offer(self, people: Iterable[tuple[str, str]]) -> None:
        """The colleagues to choose from."""
        self.fields["to"].choices = list(people)  # type: ignore[attr-defined]


class Ask(Form):
    """One more body or person to be asked."""

    kind = FromList(
        "What kind of advice?", advice_words.TO_ASK, missing="Choose what kind of advice you ask for"
    )
    organisation = FromList("Which service, school or NHS body?", [])
    name = Text("Or somebody else: their name", hint="If they are not on the list", longest=200)

    def offer(self, bodies: Iterable[tuple[str, str]]) -> None:
        """The bodies to choose from."""
        self.fields["organisation"].choices = [("", "Nobody on this list"), *bodies]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        found = super().clean()
        if not self.errors and not found.get("organisation") and not found.get("name"):
            self.add_error("name", "Choose a service from the list, or enter a name")
        return found

    def asked_kind(self) -> AdviceKind:
        """The kind as a code."""
        return AdviceKind(self.cleaned_data["kind"])


class Chase(Form):
    """How they are reminded."""

    channel = OneOf(
        "How do you remind them?",
        [
            (Channel.EMAIL, "By email, sent by this service now"),
            (Channel.PHONE, "I have rung them"),
            (Channel.LETTER, "I have written to them"),
        ],
        missing="Choose how you remind them",
    )


class Cancel(Form):
    """Why a request is taken back."""

    reason = LongText(
        "Why do you take this request back?", missing="Say why you take the request back", longest=2000
    )


class Record(Form):
    """Advice that came outside this service."""

    received_on = Day("When did it come?", missing="Enter the day on which it came", limit="not after today")
    author_name = Text("Who gave it?", missing="Enter the name of whoever gave the advice", longest=120)
    author_post = Text("Their job", longest=120)
    written_on = Day("The date on it", limit="not after today")
    file = Upload("The advice")
    reason = LongText(
        "If they have nothing to add: the reason they gave",
        hint="Leave empty if you add a file",
        longest=2000,
    )


class Earlier(Form):
    """Earlier advice used in place of new advice: the four conditions of the law."""

    document = FromList("Which document is it?", [], missing="Choose the earlier advice")
    author_name = Text("Who gave it?", missing="Enter the name of whoever gave it", longest=120)
    dated_on = Day("The date on it", missing="Enter the date on the earlier advice", limit="not after today")
    exists = YesNo(
        "Was it given as advice about this child?", missing="Choose yes if it was advice about this child"
    )
    author_agrees = YesNo(
        "Does its author agree that it is enough for this assessment?",
        missing="Choose yes if its author agrees",
    )
    authority_agrees = YesNo("Does the authority agree?", missing="Choose yes if the authority agrees")
    family_agrees = YesNo("Does the family agree?", missing="Choose yes if the family agrees")

    def offer(self, documents: Iterable[tuple[str, str]]) -> None:
        """The documents to choose from."""
        self.fields["document"].choices = list(documents)  # type: ignore[attr-defined]


class BodyReceived(Form):
    """When the body itself received the request."""

    received_on = Day(
        "When did they receive the request?",
        missing="Enter the day on which they received the request",
        hint="Their six weeks run from this day",
        limit="not after today",
    )
    reason = LongText("How do you know?", missing="Say how you know", longest=1000, look=Look(rows=3))


def _field(question: Question) -> forms.Field:
    """The box for one question. No answer is required, so no label says that it is optional."""
    made: Any
    if question.is_day:
        made = Day(question.title, hint=question.hint, limit="not after today")
    elif question.options:
        choices = [("", "Choose one"), *((words, words) for words in question.options)]
        made = FromList(question.title, choices, hint=question.hint)
    elif question.rows == 1:
        made = Text(question.title, hint=question.hint, longest=500)
    else:
        made = LongText(question.title, hint=question.hint, longest=LONGEST, look=Look(rows=question.rows))
    made.label = question.title
    box: forms.Field = made
    return box


def _as_initial(shape: AdviceForm, key: str, text: str) -> Any:
    """A kept answer as its box takes it: a day that is one becomes a date."""
    days = {item.code for item in shape.items if isinstance(item, Question) and item.is_day}
    if key not in days:
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
