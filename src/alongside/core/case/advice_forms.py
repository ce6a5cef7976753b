"""The structured forms of advice: which questions each profession is asked, and how answers are kept.

An answer is kept under its question's code; the parts of a repeated group under `code_number_part`, counted from
1. Everything is text. Nothing has to be answered before advice can be sent: the check on arrival says what is
missing, and whoever writes it decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.case import advice_questions as data
from alongside.core.case.advice_items import Group, Item, Question
from alongside.core.case.codes import AdviceKind

__all__ = [
    "FORMS",
    "AdviceForm",
    "Group",
    "Item",
    "Question",
    "answered",
    "form_for",
    "forms_for",
    "keys",
    "known",
    "title_of",
]


@dataclass(frozen=True, slots=True)
class AdviceForm:
    """One form. `title` names it to whoever fills it in; `about` says in a sentence what it is for."""

    code: str
    kind: AdviceKind
    title: str
    about: str
    items: tuple[Item, ...]


FORMS: Mapping[str, AdviceForm] = MappingProxyType(
    {
        code: AdviceForm(code, AdviceKind(kind), title, about, items)
        for code, kind, title, about, items in data.FORMS
    }
)
"""Every form by its code."""


def forms_for(kind: AdviceKind) -> tuple[AdviceForm, ...]:
    """The forms that can answer a request of this kind, the usual one first."""
    found = tuple(form for form in FORMS.values() if form.kind is kind)
    return found or (FORMS["GENERAL"],)


def form_for(kind: AdviceKind, code: str = "") -> AdviceForm:
    """The form of this code where it can answer the kind, else the kind's usual form."""
    offered = forms_for(kind)
    return next((form for form in offered if form.code == code), offered[0])


def keys(form: AdviceForm) -> Iterator[str]:
    """Every key under which the form can keep an answer, in the order of the form."""
    for item in form.items:
        if isinstance(item, Group):
            yield from (item.key(number, part) for number in range(1, item.most + 1) for part in item.parts)
        else:
            yield item.code


def known(form: AdviceForm, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that belong to the form, trimmed, without the empty ones."""
    return {key: text for key in keys(form) if (text := str(answers.get(key) or "").strip())}


def answered(form: AdviceForm, answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(heading, text) of everything that was answered, in the order of the form, as a reader wants it."""
    found: list[tuple[str, str]] = []
    for item in form.items:
        if isinstance(item, Question):
            if text := answers.get(item.code, ""):
                found.append((item.title, text))
            continue
        for number in range(1, item.most + 1):
            lines = [
                f"{part.title}{'' if part.title.endswith('?') else ':'} {text}"
                for part in item.parts
                if (text := answers.get(item.key(number, part), ""))
            ]
            if lines:
                found.append((f"{item.one} {number}", "\n".join(lines)))
    return tuple(found)


def title_of(form: AdviceForm, key: str) -> str:
    """What is asked where an answer is kept under this key: the question, or "Need 2: What shows it?".

    A key that the form does not have is its own title.
    """
    for item in form.items:
        if isinstance(item, Question):
            if item.code == key:
                return item.title
            continue
        for number in range(1, item.most + 1):
            for part in item.parts:
                if item.key(number, part) == key:
                    return f"{item.one} {number}: {part.title}"
    return key
