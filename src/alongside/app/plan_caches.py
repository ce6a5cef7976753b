"""The row of the cache of plans: what a case's chronology says of the plan that it holds."""

from datetime import date
from typing import Any

from alongside.core.calendar import london_date
from alongside.core.case.ceasing_ends import with_end
from alongside.core.case.codes import EventKind
from alongside.core.case.details_reading import day as day_of
from alongside.core.case.facts import Facts
from alongside.core.case.history import History, Plan
from alongside.core.case.moves import CLERICAL
from alongside.core.case.review_history import ForeseenTransfer, Review
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import Due as Timed
from alongside.core.law.work import PHASE_TRANSFERS
from alongside.records.models import Case, HeldPlan


def held_plan(
    case: Case, facts: Facts, told: History, dues: tuple[Timed, ...], *, on: date, law: Law
) -> HeldPlan | None:
    """The plan that is held on this day; None where there is none, and after a death."""
    plans = with_end(told, on, law).plans
    if not plans or plans[-1].ended_on is not None or told.died_on is not None:
        return None
    plan = plans[-1]
    return HeldPlan(
        authority_id=case.authority_id,
        case=case,
        owner_id=case.owner_id,
        made_on=None if plan.undated else plan.made_on,
        known_from=None if plan.own else _recorded_on(facts, plan),
        from_a_return=_only_told(facts, plan),
        **_of_review(plan),
        **_of_transfer(plan, dues),
        **_told_of_transfer(facts, plan),
    )


def _recorded_on(facts: Facts, plan: Plan) -> date | None:
    """The day on which a plan made elsewhere, or before, came onto the record."""
    made = next((event for event in facts.events if event.id == plan.id), None)
    return london_date(made.recorded_at) if made is not None else None


def _only_told(facts: Facts, plan: Plan) -> bool:
    """True where all that is known of the plan comes from a return: nobody has recorded anything of it here."""
    life = [e for e in facts.events if e.occurred_on >= plan.made_on and e.kind not in CLERICAL]
    return bool(life) and all(event.source for event in life)


def _of_review(plan: Plan) -> dict[str, Any]:
    """The latest review that was held or decided, and the meeting that is arranged after it."""
    reviews = [review for review in plan.reviews if not review.by_reassessment]
    under_way = [review for review in reviews if review.held_on or review.decision]
    found: dict[str, Any] = {}
    if reviews and reviews[-1] not in under_way[-1:]:
        found["meeting_on"] = reviews[-1].meeting_on
    if under_way:
        found |= _days_of(under_way[-1])
    finals = [each.final for each in plan.amendments if each.final is not None and not each.final.undated]
    if finals:
        found["amended_on"] = max(final.on for final in finals)
    return found


def _days_of(review: Review) -> dict[str, Any]:
    return {
        "held_on": review.held_on,
        "reported_on": review.reported_on,
        "decided_on": review.decided_on,
        "outcome": review.outcome or "",
        "notice_on": review.amendment.sent_on if review.amendment else None,
    }


def _of_transfer(plan: Plan, dues: tuple[Timed, ...]) -> dict[str, Any]:
    """The move that comes first of those not provided for; else the last one that was."""
    ahead = [each for each in plan.transfers if each.settled_on is None]
    chosen = min(ahead, key=_moves, default=None) or max(plan.transfers, key=_moves, default=None)
    if chosen is None:
        return {}
    limits = [due.statutory_due for due in dues if due.subject == chosen.id and due.rule in PHASE_TRANSFERS]
    return {
        "transfer": chosen.transfer,
        "transfer_year": chosen.year,
        "moves_on": chosen.on,
        "transfer_due": limits[0] if limits else None,
        "settled_on": chosen.settled_on,
        "settled_by": chosen.settled_by or "",
    }


def _moves(transfer: ForeseenTransfer) -> tuple[int, date]:
    return transfer.year, transfer.on or date.max


def _told_of_transfer(facts: Facts, plan: Plan) -> dict[str, Any]:
    """What the latest return that speaks of a move says of it."""
    found: dict[str, Any] = {}
    for event in facts.events:
        if event.kind is EventKind.REVIEW_DECISION_SENT and event.occurred_on >= plan.made_on:
            due_on = day_of(event, "phase_transfer_due_on")
            if due_on is not None:
                found = {
                    "told_due_on": due_on,
                    "told_final_on": day_of(event, "phase_transfer_final_on"),
                    "told_until": day_of(event, "told_until"),
                }
    return found
