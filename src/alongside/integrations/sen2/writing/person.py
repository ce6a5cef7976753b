"""Module 1, and all that hangs on it: one case as one person of the return. Pure: no clock, no database."""

from dataclasses import replace
from typing import Final

from alongside.app.return_facts import ReturnCase
from alongside.core.case.codes import EventKind
from alongside.core.case.history import Episode, Plan
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.writing import census, plans, requests
from alongside.integrations.sen2.writing.census import Census, Told

_BEFORE: Final = (EventKind.PLAN_MADE,)


def person(case: ReturnCase, of: Census) -> returns.Person | None:
    """The case as a person of the return; None where the return has nothing to tell of it."""
    told = census.told(case, of)
    found = tuple(_requests(told))
    if not found:
        return None
    child = case.child
    upn, uln = child.upn or None, child.uln or None
    return returns.Person(
        surname=child.surname or None,
        forename=child.forename or None,
        born_on=child.born_on,
        sex=child.sex or None,
        ethnicity=child.ethnicity or None,
        postcode=child.postcode or None,
        upn=upn,
        uln=uln,
        upn_unknown=None if upn or uln else child.upn_unknown or None,
        requests=found,
    )


def _requests(told: Told) -> list[returns.Request]:
    """Each request with the plan that it led to, then each plan whose request is not on record."""
    wanted = [plan for plan in told.history.plans if plans.is_told(told, plan)]
    found: list[returns.Request] = []
    taken: set[str] = set()
    for episode in told.history.episodes:
        plan = _plan_of(episode, told.history.plans)
        is_wanted = plan is not None and plan in wanted
        way = requests.Way(told, episode, plan if is_wanted else None)
        request = requests.request(way)
        if request is None:
            continue
        if plan is not None and _is_issued(request, is_wanted):
            taken.add(plan.id)
            request = _with_plan(told, request, plan)
        found.append(request)
    found += [_historical(told, plan) for plan in wanted if plan.id not in taken]
    return sorted(
        found, key=lambda request: (request.received_on is not None, request.received_on or told.census.on)
    )


def _plan_of(episode: Episode, held: tuple[Plan, ...]) -> Plan | None:
    """The plan that an episode led to: made with its final plan, or the one that was renewed by it."""
    if episode.final is None:
        return None
    own = next((plan for plan in held if plan.id == episode.final.id), None)
    if own is not None:
        return own
    on = episode.final.on
    return next(
        (plan for plan in held if plan.made_on <= on and (plan.ended_on is None or plan.ended_on >= on)), None
    )


def _is_issued(request: returns.Request, is_wanted: bool) -> bool:
    """True where the plan stands under this request: it is told of, or its making is."""
    assessment = request.assessment
    return assessment is not None and (is_wanted or assessment.outcome in ("Y", "N"))


def _with_plan(told: Told, request: returns.Request, plan: Plan) -> returns.Request:
    assessment = request.assessment
    assert assessment is not None  # asked for by `_is_issued`
    start_on = plans.starts_on(told, plan)
    named = plans.named_plan(told, plan, start_on)
    active = plans.active_plan(told, plan) if plans.in_force(told, plan) else None
    return replace(request, assessment=replace(assessment, named_plan=named), active_plan=active)


def _historical(told: Told, plan: Plan) -> returns.Request:
    """A plan of before, or from elsewhere: its request and assessment are history (H)."""
    made = [event for event in told.of_kind(*_BEFORE) if event.id == plan.id]
    requested = made[0].details.get("requested_on") if made else None
    on = None if not requested else type(told.census.on).fromisoformat(requested)
    base = returns.Request(received_on=on, outcome="H", assessment=returns.Assessment(outcome="H"))
    return _with_plan(told, base, plan)
