"""The limits of a case that run now and that an exception of law could take away."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.case.codes import ExceptionGround
from alongside.core.law import exceptions


@dataclass(frozen=True, slots=True)
class RunningLimit:
    """One limit: the rule, for advice the request it is about, and its legal last day."""

    rule: str
    request: str
    asked_name: str
    title: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Limits:
    """The case, its running limits, and the day advice was first asked for, for the grounds of closure."""

    head: CaseHead
    running: tuple[RunningLimit, ...]
    advice_requested_on: date | None


def limits(case_id: UUID, ground: ExceptionGround | None, *, by: Actor, at: datetime) -> Limits:
    """The running limits that this ground could take away; with no ground every one that any ground could."""
    with seeing.case(case_id, Permission.RECORD_EXCEPTION, by=by, at=at) as view:
        asked = {each.id: each for episode in view.told.episodes for each in episode.advice}
        running = []
        for duty in view.duties():
            if duty.rule not in exceptions.RULES or not duty.is_live:
                continue
            if ground is not None and ground not in exceptions.grounds(duty.rule):
                continue
            of_advice = asked.get(duty.subject) if duty.rule == "A04" else None
            running.append(
                RunningLimit(
                    duty.rule,
                    of_advice.id if of_advice else "",
                    of_advice.asked_name if of_advice else "",
                    duty.title,
                    duty.statutory_due,
                )
            )
        first = min((each.requested_on for each in asked.values()), default=None)
        return Limits(cases.head_of(view), tuple(running), first)
