"""The check of advice: what was left open, what is old, what says no how much or who, and whether it is this child.

It is shown to the author before sending and after, and to the coordinator when the advice has come. It tells; it
never stops anybody. It looks where a plan later goes wrong: provision without an amount cannot be enforced, and a view
of a child that is a year old may describe another child (SEND Code of Practice 9.51, 9.69). Vague wording is judged
with the vocabulary and the rules of the plan checks (`core/plan/checks/vague.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from alongside.core.advice.papers import Passage, text_of
from alongside.core.case.advice_forms import AdviceForm, Group, Question
from alongside.core.plan.checks import days, document, identity, language, vague
from alongside.core.plan.checks.blocks import Line, Written
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.copy_index import index_of
from alongside.core.plan.checks.facts import Advice, CaseFacts
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.statements import Kind
from alongside.core.plan.checks.statements import of as statements_of

OLD_AFTER_DAYS = 365
MOST_VAGUE = 8
"""Vague statements of one file that are named; the others are counted."""
_VIEWS = re.compile(
    r"\b(?:views?|wishes|feelings|told me|said|says|likes|would like|wants|hopes|aspir\w+|voice)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"“(?:ought to|(?:it is |is |are )?(?:recommended|suggested|desirable|advisable)\b)", re.IGNORECASE
)
_BIRTH = re.compile(r"\b(?:date of birth|d\.?\s?o\.?\s?b\.?|born(?: on)?)\b[\s:.–-]*", re.IGNORECASE)


@unique
class Asks(StrEnum):
    """What a remark is about."""

    UNANSWERED = "UNANSWERED"
    AGE = "AGE"
    NOT_SPECIFIC = "NOT_SPECIFIC"
    VIEWS = "VIEWS"
    CHILD = "CHILD"
    NOT_SIGNED = "NOT_SIGNED"
    UNREAD = "UNREAD"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that whoever wrote may want to look at. `key` is the answer that it is about, or a place in a file."""

    key: str
    sentence: str
    about: Asks = Asks.UNANSWERED


@dataclass(frozen=True, slots=True)
class Child:
    """The child whom the advice should be about. `others` are the people around it, whose names may stand in it."""

    forename: str
    surname: str
    born_on: date | None
    others: tuple[str, ...] = ()

    @property
    def facts(self) -> CaseFacts:
        """As the plan checks know a child."""
        return CaseFacts(self.forename, self.surname, other_people=self.others)


def remarks(
    form: AdviceForm, answers: Mapping[str, str], *, on: date, child: Child | None = None
) -> tuple[Remark, ...]:
    """Everything worth a second look in a form's answers on a day, in the order of the form; then other names."""
    found: list[Remark] = []
    for item in form.items:
        found += _of_group(item, answers) if isinstance(item, Group) else _of_question(item, answers, on)
    if child is not None:
        found += _of_child([(key, text) for key, text in answers.items() if key != "post"], child)
    return tuple(found)


def of_paper(
    passages: Sequence[Passage], child: Child, author: str, *, written_on: date, on: date
) -> tuple[Remark, ...]:
    """Everything worth a second look in a file. `author` is whoever gave it, `written_on` the date recorded."""
    text = text_of(passages)
    found = [*_of_dates(text, written_on, on), *_signed(text, author), *_named(text, child)]
    found += _of_child([(p.place, p.text) for p in passages], child)
    if not _VIEWS.search(text) and not language.quoted(text):
        found.append(
            Remark("", "The file does not seem to say what the child or young person thinks.", Asks.VIEWS)
        )
    return (*found, *_unspecific(passages, child))


def _of_question(question: Question, answers: Mapping[str, str], on: date) -> Iterator[Remark]:
    text = answers.get(question.code, "").strip()
    if not text:
        if question.expected:
            about = Asks.VIEWS if question.code == "own_views" else Asks.UNANSWERED
            yield Remark(question.code, f"“{question.title}” has no answer.", about)
    elif question.is_day:
        yield from _of_day(question, text, on)


def _of_day(question: Question, text: str, on: date) -> Iterator[Remark]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield Remark(question.code, f"“{question.title}” is not a date.", Asks.AGE)
        return
    if (on - day).days > OLD_AFTER_DAYS:
        yield Remark(
            question.code,
            f"You last saw the child on {day:%-d %B %Y}, more than a year ago. Is this still how things are?",
            Asks.AGE,
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
    elif group.code == "provision" and part.code in ("what", "who") and text:
        for words in vague_words([text])[:1]:
            yield Remark(
                key,
                f"{group.one} {number} says “{words}”. How much is that, who does it, and how often? "
                "Only what is certain can be relied on.",
                Asks.NOT_SPECIFIC,
            )


def vague_words(statements: Sequence[str]) -> tuple[str, ...]:
    """The words that the plan checks would call vague if these statements stood in Section F (rules F.1 and F.2).

    An adviser asks and does not promise, so "should" and "recommended" are the right words here and are passed over.
    """
    said = [" ".join(text.split()) for text in statements]
    lines = [Line("Section F: Special educational provision", level=1)]
    lines += [Line(_SHOULD.sub("will", text), is_listed=True) for text in said]
    context = Context.of(document.read(Written("advice", tuple(lines))), CaseFacts(), (), None, index_of(()))
    vague.check(context)
    found = [f for f in context.notes.found if f.rule in ("F.1", "F.2") and not _ADVISES.match(f.why)]
    return tuple(_as_said(f.text, said) for f in found if f.severity is not Severity.INFORMATION)


def _as_said(found: str, said: Sequence[str]) -> str:
    """The words found as they stand in the advice, with the "should" that was taken for "will"."""
    for text in said:
        before, is_there, _ = _SHOULD.sub("will", text).partition(found)
        if is_there:
            start = len(before.split())
            return " ".join(text.split()[start : start + len(found.split())]).strip(" ,;:.")
    return found


def _unspecific(passages: Sequence[Passage], child: Child) -> Iterator[Remark]:
    advice = Advice("advice", tuple((p.level, p.text, p.is_listed) for p in passages))
    asked = [s.text for s in statements_of(advice, child.facts) if s.kind is Kind.PROVISION]
    found = list(dict.fromkeys(vague_words(asked)))
    for text in found[:MOST_VAGUE]:
        place = next((p.place for p in passages if text in p.text), "")
        where = f" ({place})" if place else ""
        sentence = f"The file says “{text}”{where}. How much is that, who does it, and how often?"
        yield Remark(place, sentence, Asks.NOT_SPECIFIC)
    if len(found) > MOST_VAGUE:
        more = len(found) - MOST_VAGUE
        yield Remark(
            "",
            f"{more} more statements in the file leave open how much, who or how often.",
            Asks.NOT_SPECIFIC,
        )


def _of_dates(text: str, written_on: date, on: date) -> Iterator[Remark]:
    stated = [each.day for each in days.stated(text) if each.day is not None and each.day <= on]
    if not stated:
        yield Remark("", "The file has no date in it.", Asks.NOT_SIGNED)
    latest = max([written_on, *stated]) if written_on < on else max(stated, default=written_on)
    if (on - latest).days > OLD_AFTER_DAYS:
        yield Remark(
            "",
            f"The latest date in the file is {latest:%-d %B %Y}, more than a year ago. Is this still how things are?",
            Asks.AGE,
        )


def _signed(text: str, author: str) -> Iterator[Remark]:
    surname = author.split()[-1] if author.split() else ""
    if not surname or not re.search(rf"\b{re.escape(surname)}\b", text, re.IGNORECASE):
        yield Remark("", f"The name of {author or 'its author'} does not stand in the file.", Asks.NOT_SIGNED)


def _named(text: str, child: Child) -> Iterator[Remark]:
    plain = text.lower()
    missing = [name for name in (child.forename, child.surname) if name and name.lower() not in plain]
    if missing:
        yield Remark(
            "", f"{' and '.join(missing)} does not stand in the file. Is it about this child?", Asks.CHILD
        )
    wrong = sorted({day for day in _births(text) if child.born_on is not None and day != child.born_on})
    for day in wrong:
        yield Remark(
            "",
            f"The file gives {day:%-d %B %Y} as a date of birth, and this child was born on {child.born_on:%-d %B %Y}.",
            Asks.CHILD,
        )


def _births(text: str) -> Iterator[date]:
    """Every date that follows the words for a date of birth within a few characters."""
    for label in _BIRTH.finditer(text):
        after = days.stated(text[label.end() : label.end() + 40])
        if after and after[0].start <= 2 and after[0].day is not None:
            yield after[0].day


def _of_child(texts: Iterable[tuple[str, str]], child: Child) -> Iterator[Remark]:
    """Another name that is used as the child's (rule P3.1 of the plan checks)."""
    seen: set[str] = set()
    for key, text in texts:
        read = document.read(Written("advice", tuple(Line(part) for part in text.split("\n"))))
        context = Context.of(read, child.facts, (), None, index_of(()))
        identity.check(context)
        for finding in context.notes.found:
            if finding.rule == "P3.1" and finding.severity is Severity.BLOCKER and finding.why not in seen:
                seen.add(finding.why)
                yield Remark(key, f"{finding.why} “{finding.text}”", Asks.CHILD)
