"""Modules 4a, 5a and 5c from the chronology: the plan, how it ended, its reviews, the move ahead, the needs."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from alongside.app import child_places
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.history import Plan
from alongside.core.case.review_codes import ReviewOutcome
from alongside.core.case.review_history import Review
from alongside.core.law import phases
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.writing import places
from alongside.integrations.sen2.writing.census import Told

REVIEW_OUTCOMES: Final = {ReviewOutcome.AMEND: "A", ReviewOutcome.CEASE: "C", ReviewOutcome.MAINTAIN: "M"}
REVIEW_SINCE, LATER_REVIEW_ITEMS_SINCE, NEW_NEED, NEW_NEED_SINCE = 2024, 2025, "DS", 2026
ENDINGS: Final[Mapping[EventKind, str]] = {
    EventKind.TRANSFERRED_OUT: "5",
    EventKind.MOVED_TO_NEW_LA: "5",
    EventKind.DIED: "8",
}
GROUNDS: Final = {"AGE_LIMIT": "1", "NOT_NECESSARY": "2"}
"""Grounds of a decision to cease that answer to one reason of the return. The others answer to several."""
LEFT_ENGLAND: Final = "7"


def in_force(told: Told, plan: Plan) -> bool:
    """True where the plan is held on the census day."""
    return plan.made_on <= told.census.on and (plan.ended_on is None or plan.ended_on > told.census.on)


def is_told(told: Told, plan: Plan) -> bool:
    """True where the return tells of it: held on the census day, or ended in the year."""
    ended = plan.ended_on
    if ended is None or ended > told.census.on:
        return plan.made_on <= told.census.on
    event = _ending(told, ended)
    on = told.latest(event.id, ended) if event is not None else ended
    return told.census.first <= on <= told.census.last


def named_plan(told: Told, plan: Plan, start_on: date | None) -> returns.NamedPlan:
    """Module 4a, with the establishments named."""
    until = told.census.on if plan.ended_on is None else min(plan.ended_on, told.census.on)
    details = _plan_details(told, plan, until)
    paid = _direct_payments(told, plan, until)
    ended, reason = _end(told, plan)
    return returns.NamedPlan(
        start_on=start_on,
        residential=details.get("residential"),
        work_based=details.get("work_based"),
        personal_budget=bool(details.get("personal_budget")) or paid,
        organised_arrangements=bool(details.get("organised_arrangements")),
        direct_payments=details.get("direct_payments") or ("E" if paid else None),
        ceased_on=ended,
        cease_reason=reason,
        details=places.named(told, plan, until),
    )


def starts_on(told: Told, plan: Plan) -> date | None:
    """The date of the current plan: when it was made, or made anew; None where no day is on record."""
    later = [
        event.occurred_on for event in told.of_kind(EventKind.PLAN_MADE)
        if plan.made_on <= event.occurred_on <= (plan.ended_on or told.census.on) and not event.details.get("undated")
    ]  # fmt: skip
    if later:
        return max(later)
    return None if plan.undated else plan.made_on


def _plan_details(told: Told, plan: Plan, until: date) -> Mapping[str, Any]:
    for event in reversed(told.of_kind(*places.NAMING)):
        if plan.made_on <= event.occurred_on <= until and event.details.get("plan"):
            found: Mapping[str, Any] = event.details["plan"]
            return found
    return {}


def _direct_payments(told: Told, plan: Plan, until: date) -> bool:
    """True where direct payments for special educational provision go on at that day."""
    life = told.history.life
    payments = life.payments if life is not None else ()
    return any(
        plan.made_on <= p.started_on <= until and (p.ended_on is None or p.ended_on >= until)
        for p in payments
    )


def _end(told: Told, plan: Plan) -> tuple[date | None, str | None]:
    """When and why the plan ended, as far as the return may tell."""
    on = plan.ended_on
    if on is None or on > told.census.on:
        return None, None
    event = _ending(told, on)
    if event is None:
        return on, _ground(told)
    day = None if event.details.get("undated") else on
    if event.kind is EventKind.PLAN_CEASED:
        return day, event.details.get("reason") or _ground(told)
    return day, ENDINGS[event.kind]


def _ending(told: Told, on: date) -> Event | None:
    """The entry that ended the plan; None where it ended by itself once the time to appeal was over."""
    kinds = (EventKind.PLAN_CEASED, *ENDINGS)
    return next((event for event in told.of_kind(*kinds) if event.occurred_on == on), None)


def _ground(told: Told) -> str | None:
    life = told.history.life
    ceasing = life.ceasings[-1] if life is not None and life.ceasings else None
    if ceasing is None:
        return None
    return LEFT_ENGLAND if ceasing.left_england_on is not None else GROUNDS.get(ceasing.reason)


def active_plan(told: Told, plan: Plan) -> returns.ActivePlan:
    """Modules 5a to 5c of a plan that is held on the census day."""
    year = told.census.year
    review = _last_review(plan)
    decision = review.decision if review is not None else None
    event = told.by_id.get(decision.id) if decision is not None else None
    details = event.details if event is not None else {}
    due, final = _phase_transfer(told, plan) if year >= LATER_REVIEW_ITEMS_SINCE else (None, None)
    outcome = (
        REVIEW_OUTCOMES.get(review.outcome) if review is not None and review.outcome is not None else None
    )
    return returns.ActivePlan(
        transferred_from=_transferred_from(told),
        review_meeting_on=review.held_on if review is not None and year >= REVIEW_SINCE else None,
        review_outcome=outcome if decision is not None and year >= REVIEW_SINCE else None,
        review_draft_on=_draft(review, details)
        if review is not None and year >= LATER_REVIEW_ITEMS_SINCE
        else None,
        phase_transfer_due_on=due,
        phase_transfer_final_on=final,
        review_decision_on=review.decided_on if review is not None else None,
        placements=places.attended(told),
        needs=needs(told),
    )


def _last_review(plan: Plan) -> Review | None:
    """The latest review that was held or decided."""
    found = [each for each in plan.reviews if not each.by_reassessment and (each.held_on or each.decision)]
    return found[-1] if found else None


def _draft(review: Review, details: Mapping[str, Any]) -> date | None:
    """The day on which the draft amended plan went out: with the notice of the amendments (reg 22(2))."""
    if text := details.get("draft_amended_on"):
        return date.fromisoformat(text)
    return review.amendment.sent_on if review.amendment is not None else None


def _phase_transfer(told: Told, plan: Plan) -> tuple[date | None, date | None]:
    """The last day for the amended plan before a move in the calendar year, and the day of that plan."""
    for event in reversed(told.of_kind(EventKind.REVIEW_DECISION_SENT)):
        if event.occurred_on >= plan.made_on and (text := event.details.get("phase_transfer_due_on")):
            final = event.details.get("phase_transfer_final_on")
            return date.fromisoformat(text), date.fromisoformat(final) if final else None
    for each in plan.transfers:
        if each.year == told.census.year - 1 and each.settled_by is not EventKind.NO_AMENDMENT_FOR_TRANSFER:
            limit = phases.last_day(each.transfer, each.year, told.census.law)
            return (limit.statutory if limit is not None else None), each.settled_on
    return None, None


def _transferred_from(told: Told) -> str | None:
    """The authority from which the plan came in the calendar year."""
    for event in reversed(told.of_kind(EventKind.TRANSFERRED_IN)):
        on = told.latest(event.id, event.occurred_on)
        if told.census.first <= on <= told.census.on:
            return event.details.get("from") or None
    return None


def needs(told: Told) -> tuple[returns.Need, ...]:
    """The main need and the next, as last recorded."""
    known = [
        event for event in told.events
        if told.census.year >= NEW_NEED_SINCE or event.details.get("type") != NEW_NEED
    ]  # fmt: skip
    latest = child_places.needs(known, told.census.on)
    return tuple([returns.Need(latest[rank], rank) for rank in ("1", "2") if rank in latest])
