"""Dates, ages and year groups that cannot be true: P8.1, P8.2."""

import re
from datetime import date

from alongside.core.plan.checks import days, language, lexicon, quantity
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.days import Stated
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.headings import FRONT

_AGE = re.compile(r"\b(\d{1,2}) years?(?:(?: old)?,?(?: and)? (\d{1,2}) months?)?", re.I)
_AGED = lexicon.pattern("dates.aged")
_YEAR_GROUP = re.compile(r"\bYear (\d{1,2})\b", re.I)
_AHEAD = re.compile(r"\b(?:by|will|due|until|to be|review(?:ed)? (?:on|by|date))\b", re.I)
_BEHIND = lexicon.pattern("dates.behind")
_BORN = re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth|birth)\b", re.I)
_PLAN_DATE = lexicon.pattern("dates.plan_date")


_SAID_AGE = lexicon.pattern("dates.said_age")
_NOT_NOW = re.compile(r"\b(?:when|until|till|before|by the time|if|once|since|level|like)\b", re.I)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day,? $", re.I)
_EVENTS = (
    ("request_received", re.compile(r"\brequest (?:was )?received\b", re.I)),
    ("decision_to_assess", re.compile(r"\bdecision to assess\b", re.I)),
    ("draft_sent", re.compile(r"\bdraft (?:plan )?(?:sent|issued|served)\b", re.I)),
    ("annual_review_meeting", re.compile(r"\bannual review (?:meeting|held)\b", re.I)),
    ("amendment_notice", re.compile(r"\bamendment notice\b", re.I)),
    ("first_plan", re.compile(r"\bfirst (?:plan|issued)\b", re.I)),
)
"""Dates on the front page that the case knows too, and the labels under which they stand."""


def check(context: Context) -> None:
    """Write down what cannot be true."""
    for passage in context.plan.passages:
        for found in days.stated(passage.text):
            if found.day is None:
                context.notes.add("P8.1", passage, found.text)
            else:
                _against_the_facts(context, passage, found)
        _age(context, passage)
        _said_age(context, passage)
        _weekdays(context, passage)
    _year_group(context)


def _against_the_facts(context: Context, passage: Passage, found: Stated) -> None:
    born, planned = context.case.date_of_birth, context.case.planned_on
    sentence = _sentence_of(passage.text, found)
    said = f"{passage.label}: {sentence}" if passage.label else sentence
    why = ""
    if born and _is_birth(passage, found, context):
        why = f"the date of birth on record is {_words(born)}." if found.day != born else ""
    elif born and found.day and _before(found, born) and not _about_another(sentence, context):
        why = f"the child was born on {_words(born)}."
    elif planned and found.day:
        why = _against_the_plan(context, passage, found, said)
    if why:
        # The date alone may stand elsewhere and be right there, so its sentence is given where it is short.
        text = (
            sentence
            if len(sentence.split()) <= 24 and passage.section != "K" and ";" not in sentence
            else found.text
        )
        context.notes.add("P8.2", passage, text, why=f"“{found.text}” cannot be right: {why}")


def _against_the_plan(context: Context, passage: Passage, found: Stated, said: str) -> str:
    planned = context.case.planned_on
    assert planned is not None
    assert found.day is not None
    first = dict(context.case.dates).get("first_plan")
    if (
        first
        and found.day < first
        and re.search(r"\bamended\b|\breview", said, re.I)
        and passage.section == FRONT
    ):
        return f"the first plan was issued on {_words(first)}."
    is_aim = passage.section in ("E", "F", "G", "H1", "H2") and found.day < planned.replace(day=1)
    if is_aim and re.search(r"\bby (?:the end of )?$", passage.text[: found.start], re.I):
        return f"it is told as to come and the plan is dated {_words(planned)}."
    if found.is_month:
        return ""
    if passage.section == FRONT and (why := _against_the_record(context, passage, found, said)):
        return why
    latest = max(planned, context.case.as_of or planned)
    before = passage.text[max(0, found.start - 60) : found.start]
    is_of_advice = passage.section == "K" and bool(passage.table) and passage.role in ("when", "")
    if is_of_advice and found.day > latest and not _AHEAD.search(said):
        return f"advice cannot be dated after the plan, which is dated {_words(planned)}."
    if found.day > latest and _BEHIND.search(before) and not _AHEAD.search(before):
        return f"it is told as past and the plan is dated {_words(planned)}."
    if found.day < planned and re.search(
        r"\b(?:will be|must be|to be|due)\b[^.]{0,40}\bby\s+(?:the )?$", before, re.I
    ):
        return f"it is told as to come and the plan is dated {_words(planned)}."
    return ""


def _against_the_record(context: Context, passage: Passage, found: Stated, said: str) -> str:
    """A date on the front page that the case knows too, under a label that says which it is."""
    known = dict(context.case.dates)
    if len(days.stated(passage.text)) == 1:
        for event, label in _EVENTS:
            if event in known and known[event] != found.day and label.search(said):
                return f"on record it is {_words(known[event])}."
    planned = known.get("plan_dated")
    if planned and _PLAN_DATE.search(said) and found.day != planned:
        return f"the plan is dated {_words(planned)} on record."
    return ""


def _before(found: Stated, born: date) -> bool:
    assert found.day is not None
    return found.day < (born.replace(day=1) if found.is_month else born)


def _is_birth(passage: Passage, found: Stated, context: Context) -> bool:
    before = passage.text[max(0, found.start - 40) : found.start]
    if _BORN.search(passage.label) and passage.section == FRONT:
        return not re.search(r"parent|mother|father|sibling|carer", passage.label, re.I)
    return bool(_BORN.search(before)) and not _about_another(before, context) and not found.is_month


def _about_another(text: str, context: Context) -> bool:
    """True where the sentence is about somebody else, or about a law or a body."""
    own = "|".join(re.escape(name) for name in context.case.names) or r"(?!)"
    if re.search(r"\b(?:act|regulations|code)\b", text, re.I):
        return True
    return bool(lexicon.people("persons").search(text)) and not re.search(rf"\b(?:{own})\b", text)


def _sentence_of(text: str, found: Stated) -> str:
    return next((sentence for sentence in language.sentences(text) if found.text in sentence), text)


def _age(context: Context, passage: Passage) -> None:
    """The age on the front page, which is the one that a plan states for a day."""
    born, planned = context.case.date_of_birth, context.case.planned_on
    if (
        not (born and planned)
        or passage.section != FRONT
        or not re.search(r"\bage\b|\baged\b|years? old", f"{passage.label} {passage.text}", re.I)
    ):
        return
    plain = quantity.figures(passage.text)
    match = _AGE.search(plain) or _AGED.search(plain) or re.fullmatch(r"\s*(\d{1,2})\s*", plain)
    if match is None:
        return
    years, months = days.age_on(born, planned)
    said_months = match.group(2) if match.re is _AGE else None
    if int(match.group(1)) != years or (said_months is not None and abs(int(said_months) - months) > 1):
        why = f"on {_words(planned)} the child was {years} years and {months} months old."
        text = match.group() if match.group() in passage.text else passage.text
        context.notes.add("P8.2", passage, text, why=f"“{text}” cannot be right: {why}")


def _said_age(context: Context, passage: Passage) -> None:
    """An age told in A to D that is two years off or more: a plan is not rewritten on each birthday."""
    born, planned = context.case.date_of_birth, context.case.planned_on
    if not (born and planned) or passage.section not in ("A", "B", "C", "D"):
        return
    years = days.age_on(born, planned)[0]
    for sentence in language.sentences(passage.text):
        plain = quantity.figures(sentence)
        match = _SAID_AGE.search(plain)
        if match is None or _about_another(sentence, context) or _NOT_NOW.search(plain[: match.start()]):
            continue
        said = int(next(value for value in match.groups() if value))
        if abs(said - years) > 1:
            why = f"“{match.group()}” cannot be right: the child was {years} when the plan was written."
            context.notes.add("P8.2", passage, sentence, why=why)


def _weekdays(context: Context, passage: Passage) -> None:
    """ "Monday 5 May 2026" where that was another day of the week."""
    for found in days.stated(passage.text):
        match = _WEEKDAY.search(passage.text[: found.start])
        if (
            match
            and found.day
            and not found.is_month
            and not days.WEEKDAYS[found.day.weekday()].startswith(match.group(1).lower())
        ):
            text = passage.text[match.start() : found.end]
            why = f"{_words(found.day)} was a {days.WEEKDAYS[found.day.weekday()].capitalize()}."
            context.notes.add("P8.2", passage, text, why=why)


def _year_group(context: Context) -> None:
    """More than a year away from the usual year group: one year up or down is lawful and happens."""
    born, planned = context.case.date_of_birth, context.case.planned_on
    if not (born and planned):
        return
    usual = days.school_year(born, planned)
    for passage in context.plan.of(FRONT):
        match = _YEAR_GROUP.search(passage.text)
        if (
            match
            and "year" in f"{passage.label} {passage.text}".lower()
            and abs(int(match.group(1)) - usual) > 1
            and not passage.text.lower().startswith("page")
        ):
            why = f"a child born on {_words(born)} is usually in Year {usual} then."
            context.notes.add("P8.2", passage, match.group(), why=f"“{match.group()}” cannot be right: {why}")


def _words(day: date) -> str:
    return f"{day.day} {days.MONTHS[day.month - 1].capitalize()} {day.year}"
