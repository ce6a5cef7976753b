"""Imports of returns in words: what came in, what could not be used, and where return and records disagree."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.app.queries.imports import Conflict, Rejection, RunLine, WithoutDay
from alongside.core.case.codes import EventKind
from alongside.core.case.told import UNDATED
from alongside.web.presenters import happenings, stages, wording
from alongside.web.presenters.tables import Column
from alongside.web.presenters.tags import Tag

Cell = str | SafeString
STATES = MappingProxyType(
    {"WAITING": Tag("Waiting", "blue"), "DONE": Tag("Taken over", "green"), "REFUSED": Tag("Refused", "red")}
)
FOUND_BY = MappingProxyType(
    {
        "UPN": "by pupil number (UPN)",
        "ULN": "by learner number (ULN)",
        "NAME": "by name, date of birth and postcode",
        "KEY": "by an earlier import or decision",
    }
)
ITEMS = MappingProxyType(
    {
        "surname": "Last name",
        "forename": "First name",
        "born_on": "Date of birth",
        "sex": "Sex",
        "ethnicity": "Ethnicity code",
        "postcode": "Postcode",
        "upn_unknown": "Why there is no pupil number",
        "UPN": "Pupil number (UPN)",
        "ULN": "Learner number (ULN)",
    }
)
STEPS = MappingProxyType(
    {
        "received": "the day it was received",
        "decision": "the decision whether to assess",
        "outcome": "its outcome",
        "moved": "the move to another authority",
    }
)
RUN_COLUMNS = (
    Column("Return", is_header=True), Column("Handed in"), Column("State"), Column("Persons", is_number=True),
    Column("Not used", is_number=True), Column("To decide", is_number=True),
)  # fmt: skip
REJECTION_COLUMNS = (
    Column("Where in the file", is_header=True), Column("Person"), Column("Column"), Column("Value"), Column("Why not"),
)  # fmt: skip
CONFLICT_COLUMNS = (
    Column("Case", is_header=True),
    Column("What"),
    Column("On record"),
    Column("The return says"),
)
WITHOUT_DAY_COLUMNS = (
    Column("Case", is_header=True), Column("What"), Column("On or before"), Column("From"), Column("The case stands"),
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_KIND = re.compile("|".join(sorted((kind.value for kind in EventKind), key=len, reverse=True)))


def run_row(line: RunLine) -> tuple[Cell, ...]:
    """One import as a row."""
    name = line.source or line.file_name
    link = format_html('<a class="govuk-link" href="{}">{}</a>', reverse("return_run", args=[line.id]), name)
    when = wording.day_short(line.started_at)
    numbers = (f"{n:,}" for n in (line.persons, line.rejected, line.undecided))
    return (link, when, STATES[line.state].text, *numbers)


def facts(line: RunLine) -> list[tuple[str, str]]:
    """What came of one import, as (what, answer) pairs."""
    found = [
        ("File", line.file_name),
        ("Handed in", wording.moment(line.started_at)),
        ("By", line.started_by),
    ]
    if line.as_at is not None:
        found.append(("As at", wording.day(line.as_at)))
    if line.state != "DONE":
        return found
    found += [
        ("Persons read", f"{line.persons:,}"),
        ("Cases opened", f"{line.cases_created:,}"),
        ("Cases added to", f"{line.cases_changed:,}"),
        ("On record already, nothing new", f"{line.unchanged:,}"),
        ("Events recorded", f"{line.events_created:,}"),
    ]
    found += [
        (f"Known again {FOUND_BY[how]}", f"{number:,}") for how, number in sorted(line.found_again.items())
    ]
    return found


def rejection_row(one: Rejection) -> tuple[Cell, ...]:
    """One row or value that could not be used."""
    where = f"{one.table} row {one.row}" if one.row else one.table or "the file"
    return (where, one.person, one.column, one.value, wording.capital(one.reason))


def conflict_row(one: Conflict) -> tuple[Cell, ...]:
    """One disagreement as a row."""
    href = reverse("return_conflict", args=[one.id])
    link = format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>',
        href, one.reference, what(one.what),
    )  # fmt: skip
    return (link, what(one.what), told(one.held), told(one.offered))


def without_day_row(one: WithoutDay) -> tuple[Cell, ...]:
    """One entry whose day no return has given, with the way to enter it."""
    href = reverse("correct_event", kwargs={"case_id": one.case_id, "event_id": one.event_id})
    title = happenings.TITLES[one.kind]
    link = format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: enter the day of: {}</span></a>',
        href, one.reference, title,
    )  # fmt: skip
    return (link, title, wording.day_short(one.latest), one.source, stages.SHORT[one.stage])


def decided(one: Conflict) -> str:
    """Who decided what, and why; empty where nobody has."""
    if not one.decision:
        return ""
    which = "what the return says" if one.decision == "TAKEN" else "what was on record"
    if one.about == "PERSON":
        which = "that it is the same child" if one.decision == "TAKEN" else "that it is another child"
    return f"{one.decided_by} decided for {which} on {wording.day(one.decided_at)}: {one.reason}"


def what(subject: str) -> str:
    """What a disagreement is about, from the name by which an import knows the fact."""
    subject, _, detail = subject.partition(" (")
    kind, _, item = subject.partition(" ")
    if kind in ("person", "identifier") and item:
        return ITEMS.get(item, item)
    words = _fact(subject.removesuffix(UNDATED).split("|"))
    return f"{words}: {DETAILS.get(detail.rstrip(')'), detail.rstrip(')'))}" if detail else words


def _fact(parts: list[str]) -> str:
    match parts:
        case ["request", day]:
            return f"Request of {_day(day)}"
        case ["request", day, step]:
            return f"Request of {_day(day)}: {STEPS.get(step, step)}"
        case ["plan", day]:
            return f"Plan of {_day(day)}"
        case ["plan", day, _]:
            return f"Plan of {_day(day)}: its end"
        case ["review", step, day]:
            return f"Review, {step} of {_day(day)}"
        case ["placement", where, day, _, step]:
            return f"Placement at {where} from {_day(day)}: that it {step}"
        case ["need", rank]:
            return {"1": "Main need", "2": "Further need"}.get(rank, "Need")
        case ["transfer", authority, year]:
            return f"Transfer in from local authority {authority} in {year}"
    return wording.capital(" ".join(parts))


def told(text: str) -> str:
    """What is held or told, with dates and kinds of events in words."""
    text = _KIND.sub(lambda found: happenings.TITLES[EventKind(found[0])], text)
    return wording.capital(_ISO.sub(lambda found: wording.day(date.fromisoformat(found[0])), text))


def _day(text: str) -> str:
    day, mark, number = text.partition("#")
    words = wording.day(date.fromisoformat(day)) if _ISO.fullmatch(day) else "a day not given"
    return f"{words} (number {number})" if mark else words


DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "source": "who asked",
        "mediation": "whether there was mediation",
        "tribunal": "whether it was appealed",
        "other_mediation": "whether there was other mediation",
        "other_tribunal": "whether there was another appeal",
        "week20": "whether exceptions to the twenty weeks apply",
        "named": "the settings named in Section I",
        "plan": "what it says of budget and residence",
        "reason": "why it ended",
        "outcome": "what was decided",
    }
)
