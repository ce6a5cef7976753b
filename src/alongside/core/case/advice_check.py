"""The gentle check of advice before it is sent: what was left open, what is old, what says no how much or who.

It tells; it never stops anybody. It looks where a plan later goes wrong: provision without an amount cannot be
enforced, and a view of a child that is a year old may describe another child (SEND Code of Practice 9.51, 9.69).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from alongside.core.case.advice_forms import AdviceForm, Group, Question

OLD_AFTER_DAYS = 365
VAGUE = re.compile(
    r"\b(access to|opportunit(?:y|ies) (?:to|for)|would benefit from|where possible|where available|if available"
    r"|as (?:appropriate|required|necessary|needed)|when (?:needed|required|appropriate)|regular(?:ly)?|frequent(?:ly)?"
    r"|ongoing|up to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that whoever writes may want to look at. `key` is the answer that it is about."""

    key: str
    sentence: str


def remarks(form: AdviceForm, answers: Mapping[str, str], *, on: date) -> tuple[Remark, ...]:
    """Everything worth a second look before these answers are sent on a day, in the order of the form."""
    found: list[Remark] = []
    for item in form.items:
        found += _of_group(item, answers) if isinstance(item, Group) else _of_question(item, answers, on)
    return tuple(found)


def _of_question(question: Question, answers: Mapping[str, str], on: date) -> Iterator[Remark]:
    text = answers.get(question.code, "").strip()
    if not text:
        if question.expected:
            yield Remark(question.code, f"“{question.title}” has no answer.")
    elif question.is_day:
        yield from _of_day(question, text, on)


def _of_day(question: Question, text: str, on: date) -> Iterator[Remark]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield Remark(question.code, f"“{question.title}” is not a date.")
        return
    if (on - day).days > OLD_AFTER_DAYS:
        yield Remark(
            question.code,
            f"You last saw the child on {day:%-d %B %Y}, more than a year ago. Is this still how things are?",
        )


def _of_group(group: Group, answers: Mapping[str, str]) -> Iterator[Remark]:
    used = [
        number
        for number in range(1, group.most + 1)
        if any(answers.get(group.key(number, part), "").strip() for part in group.parts)
    ]
    if not used and group.expected:
        yield Remark(group.key(1, group.parts[0]), f"“{group.title}” has no answer.")
    for number in used:
        for part in group.parts:
            yield from _of_part(group, number, part, answers)


def _of_part(group: Group, number: int, part: Question, answers: Mapping[str, str]) -> Iterator[Remark]:
    key = group.key(number, part)
    text = answers.get(key, "").strip()
    if not text and part.expected:
        yield Remark(key, f"{group.one} {number}: “{part.title}” has no answer.")
    elif group.code == "provision" and (vague := VAGUE.search(text)):
        yield Remark(
            key,
            f"{group.one} {number} says “{vague.group(0)}”. How much is that, who does it, and how often? "
            "Only what is certain can be relied on.",
        )
