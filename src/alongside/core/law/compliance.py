"""What has become of each part of what the authority is bound to once a dispute is decided.

Which parts there are, and which rule gives the time for each, stands in `outcome_parts.py`. The time is the
Regulations': it never moves out of August, of Christmas or of a weekend.
"""

from dataclasses import replace
from datetime import date

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.dispute_history import Outcome
from alongside.core.case.history import Dispute
from alongside.core.law import exceptions
from alongside.core.law.duty import ExceptionConsidered
from alongside.core.law.lawbook import Limit
from alongside.core.law.outcome_parts import DECIDED_LIMITS, DIRECTED_AS, Part, parts_of
from alongside.core.law.parameter import Parameter
from alongside.core.law.reckoning import working_day_before
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def outcomes(dispute: Dispute, kind: EventKind) -> tuple[Outcome, ...]:
    """The outcomes of one kind of a dispute that went on; most have none."""
    assert dispute.proceedings is not None
    return tuple([each for each in dispute.proceedings.outcomes if each.kind is kind])


def owed(rule: str, kind: EventKind, dispute: Dispute, desk: Desk) -> Dues:
    """The duty of one rule under every outcome of this kind that the dispute has."""
    found = []
    more = dispute.proceedings
    for outcome in more.outcomes if more is not None else ():
        if outcome.kind is not kind:
            continue
        part = parts_of(outcome).get(rule)
        limit = desk.law.limits[rule, outcome.on] if part is not None else None
        if part is not None and limit is not None and limit.parameter.enabled:
            found.append(_under_order(limit, part, outcome, desk))
    return tuple(found)


def due_on(day: date | None, parameter: Parameter, outcome: Outcome, part: Part, desk: Desk) -> Due:
    """The duty of a part whose last day was set by the Tribunal, or agreed, and is no number of the law."""
    limit = Limit(parameter, day, working_day_before(day, desk.law.calendar), day)
    met_on = _met_on(part, outcome, desk)
    state, late = become(day, desk.on, met_on, _stopped(part, outcome))
    return due_of(limit, outcome.on, outcome, None, (state, late, met_on))


def as_part(parameter: Parameter, part: Part, like: Parameter | None = None) -> Parameter:
    """The parameter under the id of one part; with the number and the source of a like one, where given."""
    name = parameter.id + part
    if like is None:
        return replace(parameter, id=name)
    citation = f"{parameter.citation}; {like.citation}"
    return replace(like, id=name, title=parameter.title, citation=citation)


def directed(outcome: Outcome, part: Part) -> date | None:
    """The day that the Tribunal itself set for this part, if it set one. A plan that goes on waits for no day."""
    if part is Part.CONTINUE:
        return None
    return outcome.directed.get(DIRECTED_AS.get(part, "comply_by"))


def run(limit: Limit, part: Part, outcome: Outcome, desk: Desk, replaced: bool) -> Due:
    """The duty of one part. `replaced` where a day that was set or agreed has taken the limit's place."""
    met_on = None if replaced else _met_on(part, outcome, desk)
    stopped = SUPERSEDED if replaced else _stopped(part, outcome)
    lifted = any(each.applied for each in considered(limit, outcome, desk))
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return due_of(limit, outcome.on, outcome, None, (state, late, met_on))


def considered(limit: Limit, outcome: Outcome, desk: Desk) -> tuple[ExceptionConsidered, ...]:
    """Every exception recorded since for this limit, weighed (regs 44(3), 45(7))."""
    rule = limit.parameter.id
    if rule not in DECIDED_LIMITS:
        return ()
    period = (outcome.on, limit.statutory or date.max)
    return tuple(
        exceptions.weigh(each, rule, period, desk.law) for each in outcome.exceptions if rule in each.limits
    )


def _under_order(limit: Limit, part: Part, outcome: Outcome, desk: Desk) -> Due:
    if limit.parameter.id == "O12":
        sooner = desk.law.limits["O12.placement", outcome.on]
        limit = limit._replace(strict=sooner.strict if sooner else limit.strict)
    return run(limit, part, outcome, desk, directed(outcome, part) is not None)


def _met_on(part: Part, outcome: Outcome, desk: Desk) -> date | None:
    deeds = outcome.deeds
    if outcome.what is OrderKind.CEASE:
        return deeds.ceased_on or _ended_on(outcome, desk)
    if outcome.what is OrderKind.OTHER_MATTER:
        return deeds.done_on
    plan_on = _first(deeds.final_on, deeds.amended_on)
    match part:
        case Part.TELL:
            return deeds.told_on
        case Part.NO_PLAN:
            return _first(deeds.no_plan_on, deeds.not_amended_on)
        case Part.DRAFT:
            return deeds.drafted_on
        case Part.CONTINUE:
            return _continued_on(outcome, desk)
        case Part.RECONSIDER:
            return _first(deeds.told_on, deeds.no_plan_on, deeds.issuing_on, deeds.drafted_on, plan_on)
    return _first(plan_on, deeds.done_on)


def _ended_on(outcome: Outcome, desk: Desk) -> date | None:
    """The day on which the plan ended, if that was not before the outcome."""
    plans = desk.history.plans
    ended = plans[-1].ended_on if plans else None
    return ended if ended is not None and ended >= outcome.on else None


def _continued_on(outcome: Outcome, desk: Desk) -> date | None:
    """The day of the outcome, unless the plan had ended before it and no other was made."""
    plans = desk.history.plans
    ended = plans[-1].ended_on if plans else None
    return None if ended is not None and ended < outcome.on else outcome.on


def _stopped(part: Part, outcome: Outcome) -> TimerState | None:
    deeds = outcome.deeds
    if deeds.over_on is not None or (deeds.ceased_on is not None and part is not Part.CONTINUE):
        return CANCELLED
    if deeds.done_on is not None and part is not Part.PLAN:
        return SUPERSEDED
    plan = deeds.final_on is not None or deeds.amended_on is not None
    refused = deeds.no_plan_on is not None or deeds.not_amended_on is not None
    going_on = plan or deeds.drafted_on is not None or deeds.issuing_on is not None
    match part:
        case Part.TELL if going_on or refused:
            return SUPERSEDED
        case Part.NO_PLAN if going_on:
            return CANCELLED
        case Part.DRAFT if plan:
            return SUPERSEDED
        case Part.PLAN if refused and outcome.what in (OrderKind.ASSESS, OrderKind.REASSESS):
            return CANCELLED
    return None


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
