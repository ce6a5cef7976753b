"""The limits of a case that run now and that an exception of law could take away."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import ports, seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.case.codes import ExceptionGround, TimerState
from alongside.core.law import exceptions, overlay
from alongside.core.law.duty import Deadline
from alongside.core.law.lawbook import Law


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
    """The case, its limits that an exception could take away, and the day advice was first asked for, for the grounds
    of closure. `in_overlay` is true where one fell while coronavirus was a ground.
    """

    head: CaseHead
    running: tuple[RunningLimit, ...]
    advice_requested_on: date | None
    in_overlay: bool


def limits(case_id: UUID, ground: ExceptionGround | None, *, by: Actor, at: datetime) -> Limits:
    """The running limits that this ground could take away; with no ground every one that any ground could.

    For coronavirus those too that were met late: the time in which it was a ground is long over.
    """
    with seeing.case(case_id, Permission.RECORD_EXCEPTION, by=by, at=at) as view:
        asked = {each.id: each for episode in view.told.episodes for each in episode.advice}
        running, law = [], ports.law()
        limited = [each for each in view.duties() if each.rule in exceptions.RULES]
        for duty in limited:
            if not _could_lift(ground, duty, law):
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
        return Limits(
            cases.head_of(view), tuple(running), first, any(_fell_in_overlay(each, law) for each in limited)
        )


def _could_lift(ground: ExceptionGround | None, duty: Deadline, law: Law) -> bool:
    if ground is overlay.GROUND:
        return _fell_in_overlay(duty, law)
    return duty.is_live and (ground is None or ground in exceptions.grounds(duty.rule))


def _fell_in_overlay(duty: Deadline, law: Law) -> bool:
    """True for a limit that fell while coronavirus was a ground, and that was not kept."""
    kept = not duty.is_live and duty.state is not TimerState.MET_LATE
    return not kept and overlay.governs((duty.triggered_on, duty.statutory_due or date.max), law)
