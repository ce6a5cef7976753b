"""One duty as a card: what is due, by whom, when, how it stands, and why this date."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import reverse

from alongside.core.case.codes import ExceptionGround, TimerState
from alongside.core.law.duty import Confidence, Deadline, DutyBearer, Force, Reason
from alongside.web.presenters import tags, wording
from alongside.web.presenters.tags import Tag

WHO: dict[DutyBearer, str] = {
    DutyBearer.LA: "The local authority must do this.",
    DutyBearer.BODY: "The body that was asked must do this.",
    DutyBearer.SETTING: "The school, college or nursery must do this.",
    DutyBearer.FAMILY: "This is the family’s right. Nobody has to use it.",
    DutyBearer.ICB: "The NHS integrated care board must do this.",
    DutyBearer.MEDIATION_ADVISER: "The mediation adviser must do this.",
    DutyBearer.TRIBUNAL: "The tribunal does this.",
}

FORCE: dict[Force, str] = {
    Force.STATUTE: "The law sets this limit",
    Force.JUDICIAL: "The courts have set this limit",
    Force.GUIDANCE: "The SEND Code of Practice sets this limit",
    Force.PRACTICE: "This is good practice and not a limit in law",
    Force.DERIVED: "This follows from limits in law",
}

CHECKED: dict[Confidence, str] = {
    Confidence.VERIFIED: "Its wording has been checked against the source.",
    Confidence.VERIFIED_SECONDARY: "Its wording has been checked against a secondary source.",
    Confidence.FROM_KNOWLEDGE: "Its wording has not yet been checked against the source.",
}

GROUNDS: dict[str, str] = {
    ExceptionGround.SCHOOL_CLOSED: "School closed for four weeks or more",
    ExceptionGround.EARLY_YEARS_CLOSED: "Early years setting closed for four weeks or more",
    ExceptionGround.PERSONAL_CIRCUMSTANCES: "Exceptional personal circumstances",
    ExceptionGround.ABSENT_FROM_AREA: "Away from the area for four weeks or more",
    ExceptionGround.MISSED_APPOINTMENT: "Missed appointment or examination",
    ExceptionGround.CORONAVIRUS: "Coronavirus, in the summer of 2020",
}


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """One listed exception, and whether it applied."""

    ground: str
    applied: bool
    why: str
    citation: str


@dataclass(frozen=True, slots=True)
class Card:
    """What `fragments/deadline.html` draws. `id` is unique on the page. `caution` stands open, beside the date."""

    id: str
    title: str
    tag: Tag
    when: str
    relative: str
    bearer: str
    source: str
    reasons: tuple[Reason, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    exceptions: tuple[ExceptionLine, ...] = ()
    what_would_change_it: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rule_page: str = ""
    caution: str = ""


@cache
def _rule_page(rule: str) -> str:
    return reverse("rule", kwargs={"rule": rule})


def card(deadline: Deadline, *, on: date) -> Card:
    """The card of one duty, as it stands on a day."""
    return Card(
        id=f"duty-{deadline.rule}-{deadline.subject}".lower().replace("_", "-").replace(".", "-"),
        title=deadline.title,
        tag=tags.of_deadline(deadline, on=on),
        when=when(deadline),
        relative=relative(deadline, on=on),
        bearer=WHO[deadline.bearer],
        source=f"{FORCE[deadline.force]}: {deadline.citation}. {CHECKED[deadline.confidence]}",
        reasons=deadline.reasons,
        dates=_dates(deadline),
        exceptions=tuple(
            ExceptionLine(GROUNDS.get(e.ground, e.ground), e.applied, e.why, e.citation)
            for e in deadline.exceptions
        ),
        what_would_change_it=deadline.what_would_change_it,
        unknown=deadline.unknown,
        rule_page=_rule_page(deadline.rule),
    )


def when(deadline: Deadline) -> str:
    """`Due Tuesday 3 March 2026`, `Done 3 March 2026`, or the words of the law where it fixes no day."""
    if deadline.met_on is not None:
        return f"Done {wording.day(deadline.met_on)}"
    if deadline.state is TimerState.CANCELLED:
        return "No longer needed"
    if deadline.state is TimerState.SUPERSEDED:
        return "Replaced by a later step"
    if deadline.state is TimerState.BREACHED:
        return "Done too early"
    if deadline.statutory_due is not None:
        return f"Due {wording.weekday_day(deadline.statutory_due)}"
    return wording.capital(deadline.due_words) or "The date is not known yet"


def relative(deadline: Deadline, *, on: date) -> str:
    """How long is left or how late it is, in words; empty where neither can be said."""
    if deadline.met_on is not None:
        return f"{wording.weeks_and_days(deadline.days_late)} late" if deadline.days_late else ""
    if deadline.state is TimerState.OVERDUE:
        return f"{wording.weeks_and_days(deadline.days_late)} late"
    if deadline.state is not TimerState.RUNNING or deadline.statutory_due is None:
        return ""
    days = (deadline.statutory_due - on).days
    if days < 0:
        return f"{wording.weeks_and_days(days)} late"
    return "today" if days == 0 else f"{wording.weeks_and_days(days)} left"


def _dates(deadline: Deadline) -> tuple[tuple[str, str], ...]:
    """The dates beside the legal one, only where they differ from it or were needed for it."""
    found = [("Counted from", wording.day(deadline.triggered_on))]
    if deadline.statutory_due and deadline.met_on:
        found.append(("Was due", wording.weekday_day(deadline.statutory_due)))
    if deadline.operational_target and deadline.operational_target != deadline.statutory_due:
        found.append(("Working day to aim for", wording.weekday_day(deadline.operational_target)))
    if deadline.strict_due and deadline.strict_due != deadline.statutory_due:
        found.append(("Earliest on any reading of the law", wording.weekday_day(deadline.strict_due)))
    return tuple(found)
