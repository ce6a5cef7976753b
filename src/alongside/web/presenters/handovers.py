"""Coordinators and their cases in words, and the note that each handover starts from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.leavers import Coordinator, Leaving, Left
from alongside.web.presenters import rules, stages, wording
from alongside.web.presenters.oversight import Grid, Link
from alongside.web.presenters.tables import Column


@dataclass(frozen=True, slots=True)
class Draft:
    """One case to pass on: its heading, what is promised, and a first text of the note. `number` names its fields."""

    number: int
    case_id: UUID
    heading: str
    where: str
    note: str
    proposed: str


def people(found: Sequence[Coordinator], *, on: date) -> Grid:
    """Every coordinator, with a way to the page on which their cases pass to others."""
    columns = (
        Column("Coordinator", is_header=True),
        Column("Team"),
        Column("Open cases", is_number=True),
        Column("All cases", is_number=True),
        Column("Works here"),
    )
    rows = tuple(
        (
            Link(reverse("handover_one", args=[each.account]), each.name) if each.cases else each.name,
            each.team,
            each.open_cases,
            each.cases,
            _works(each, on),
        )
        for each in found
    )
    return Grid("Coordinators and their cases", columns, rows)


def _works(each: Coordinator, on: date) -> str:
    if each.ends_before is None:
        return "Yes"
    if each.ends_before <= on:
        return "No longer: cases must be handed over"
    return f"Until the day before {wording.day(each.ends_before)}"


def drafts(leaving: Leaving, *, on: date) -> tuple[Draft, ...]:
    """Each case with a note drafted from its facts. The leaver or manager makes it a good one."""
    return tuple(
        Draft(
            number=number,
            case_id=case.case_id,
            heading=f"{case.name}, {case.reference}",
            where=stages.SENTENCE[case.stage],
            note=_note(case, on),
            proposed=str(case.proposed or ""),
        )
        for number, case in enumerate(leaving.cases)
    )


def _note(case: Left, on: date) -> str:
    lines = [stages.SENTENCE[case.stage]]
    if case.next_due is not None:
        late = ", which is past" if case.next_due < on else ""
        lines.append(f"Next: {rules.short(case.next_rule).lower()}, by {wording.day(case.next_due)}{late}.")
    for promise in case.promises:
        kept = "and that day is past" if promise.promised < on else "and has not been answered yet"
        lines.append(
            f"The family wrote on {wording.day(promise.asked_on)}; an answer was promised by "
            f"{wording.day(promise.promised)}, {kept}."
        )
    return "\n".join(lines)


def done(count: int, leaving: Leaving) -> str:
    """What the success banner says."""
    return (
        f"{wording.plural(count, 'case')} of {leaving.leaver.name} passed on. Families with e-mail are told."
    )
