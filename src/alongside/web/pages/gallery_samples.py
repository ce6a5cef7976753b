"""Made-up things for the gallery to show: each state a component can be in, once."""

from datetime import date, timedelta
from typing import Any

from django.http import QueryDict

from alongside.core.case.codes import ExceptionGround, TimerState
from alongside.core.law.duty import Confidence, Deadline, DutyBearer, ExceptionConsidered, Force, Reason
from alongside.web.presenters import deadlines, tables, tags, tasks
from alongside.web.presenters.case_face import CaseFace
from alongside.web.presenters.chronology import Entry
from alongside.web.presenters.links import Link, Tab
from alongside.web.presenters.people import PersonCard

STATES = (
    (TimerState.RUNNING, 30), (TimerState.RUNNING, 4), (TimerState.RUNNING, 0), (TimerState.OVERDUE, -23),
    (TimerState.MET, -3), (TimerState.MET_LATE, -9), (TimerState.DISAPPLIED, -2), (TimerState.PENDING, 90),
    (TimerState.CANCELLED, 5), (TimerState.SUPERSEDED, 5),
)  # fmt: skip
"""Each state of a duty, with its due date in days from today."""


def of(query: QueryDict, *, on: date) -> dict[str, Any]:
    """The context of the gallery's page."""
    return {
        "face": _face(),
        "cards": [_card(number, state, days, on) for number, (state, days) in enumerate(STATES)],
        "tags": [*tags.SETTLED.values(), *(tags.of_due(on + timedelta(d), on=on) for d in (30, 4, 0, -1))],
        "entries": _entries(on),
        "tasks": [
            tasks.task(
                "Decide whether to assess Rowan Sample",
                "#",
                "Waiting for you",
                due=on + timedelta(days),
                on=on,
            )
            for days in (-8, 0, 3, 40)
        ],
        "person": _person(),
        "pages": tables.Pages.of(query, total=204),
        **_table(query, on),
    }


def _face() -> CaseFace:
    return CaseFace(
        reference="931-26-00417",
        name="Rowan Sample",
        about=(
            ("Born", "27 March 2017 (9 years old)"),
            ("Reference", "931-26-00417"),
            ("Stage", "Assessing"),
        ),
        tabs=(Tab("#overview", "Overview", current=True), Tab("#dates", "Dates"), Tab("#papers", "Papers")),
        flags=(tags.Tag("Address withheld", "red"),),
    )


def _card(number: int, state: TimerState, days: int, on: date) -> deadlines.Card:
    late = -days if state is TimerState.OVERDUE else 9 if state is TimerState.MET_LATE else 0
    return deadlines.card(_deadline(number, state, on + timedelta(days), late), on=on)


def _deadline(number: int, state: TimerState, due: date, late: int) -> Deadline:
    return Deadline(
        rule="A02",
        title="Tell the parent whether there will be an assessment",
        bearer=DutyBearer.LA,
        subject=f"sample-{number}",
        triggered_on=due - timedelta(42),
        statutory_due=due,
        operational_target=due - timedelta(1),
        strict_due=due,
        state=state,
        force=Force.STATUTE,
        confidence=Confidence.VERIFIED,
        citation="SEND Regulations 2014, regulation 5(1)",
        met_on={TimerState.MET: due, TimerState.MET_LATE: due + timedelta(9)}.get(state),
        days_late=late,
        reasons=(_reason(due - timedelta(42)),),
        exceptions=(_exception(applied=state is TimerState.DISAPPLIED),),
        what_would_change_it=("A correction to the day on which the request was received.",),
        unknown=("whether the family was away",) if state is TimerState.PENDING else (),
    )


def _reason(received_on: date) -> Reason:
    return Reason(
        f"The request was received on {received_on:%-d %B %Y}.",
        "The decision must be notified within six weeks.",
        "regulation 5(1)",
    )


def _exception(*, applied: bool) -> ExceptionConsidered:
    return ExceptionConsidered(
        rule="A10",
        ground=ExceptionGround.ABSENT_FROM_AREA,
        applied=applied,
        why="No absence of four weeks or more has been recorded.",
        citation="regulation 5(4)(c)",
    )


def _entries(on: date) -> tuple[Entry, ...]:
    return (
        Entry("Psychological advice received", on, by="Dr Amara Sample", links=(Link("#", "Read the advice (PDF)"),)),
        Entry("Request received", on - timedelta(30), by="By letter", recorded_note="recorded 9 days later"),
        Entry(
            "Request received", on - timedelta(31), is_corrected=True,
            correction="Corrected the next day: the letter came on the later date.",
        ),
    )  # fmt: skip


def _person() -> PersonCard:
    return PersonCard(
        "Jordan Sample",
        rows=(("Relation", "Mother, has parental responsibility"), ("Email", "jordan@example.com")),
        flags=(tags.Tag("Address withheld", "red"),),
        actions=(Link("#", "Change"),),
    )


def _table(query: QueryDict, on: date) -> dict[str, Any]:
    now = tables.sorted_by(query, {"child": "child", "due": "due"}, "due")
    columns = [
        tables.sort_column("Child", "child", query, now=now, is_header=True),
        tables.Column("Waiting for"),
        tables.sort_column("Due", "due", query, now=now),
        tables.Column("Days late", is_number=True),
    ]
    rows = [
        ["Rowan Sample", "Educational psychologist", f"{on:%-d %b %Y}", 0],
        ["Ash Sample", "You", "1 Mar 2026", 12],
    ]
    return {"columns": columns, "rows": rows}
