"""A plan in force as a return tells of it: its reviews, its placements, the needs, and its end."""

from datetime import date

from alongside.core.case.codes import EventKind
from alongside.integrations.sen2 import details_of, returns
from alongside.integrations.sen2.notes import Notes

REVIEW_OUTCOMES = {"A": "AMEND", "C": "CEASE", "M": "MAINTAIN"}


def ended(notes: Notes, subject: str, plan: returns.NamedPlan) -> None:
    """The end of a plan, if it has ended."""
    if plan.ceased_on is None and plan.cease_reason is None:
        return
    started = plan.start_on.isoformat() if plan.start_on else subject
    details = details_of.given(reason=plan.cease_reason)
    where = f"plan|{started}|ceased"
    on = notes.not_before(plan.ceased_on, plan.start_on, "the plan", ("namedplan", plan.row))
    notes.add_or_unknown(where, EventKind.PLAN_CEASED, on, plan.start_on, details)


def in_force(notes: Notes, subject: str, active: returns.ActivePlan, plan: returns.NamedPlan | None) -> None:
    """Everything that the return tells of a plan in force on the census day."""
    started = plan.start_on if plan else None
    if active.transferred_from:
        why = "the return says that the plan was transferred in during the year, not when"
        details = {"from": active.transferred_from}
        where = f"transfer|{active.transferred_from}|{notes.year_starts_on.year}"
        notes.unknown(where, EventKind.TRANSFERRED_IN, notes.year_starts_on, why, details)
    if active.review_meeting_on is not None:
        on = active.review_meeting_on
        notes.add(f"review|meeting|{on.isoformat()}", EventKind.REVIEW_MEETING_HELD, on, {})
    _review_decision(notes, active, started)
    for placement in active.placements:
        _placement(notes, placement, started)
    for need in active.needs:
        _need(notes, need)


def _review_decision(notes: Notes, active: returns.ActivePlan, started: date | None) -> None:
    details = details_of.given(
        outcome=REVIEW_OUTCOMES.get(active.review_outcome or ""),
        draft_amended_on=active.review_draft_on,
        phase_transfer_due_on=active.phase_transfer_due_on,
        phase_transfer_final_on=active.phase_transfer_final_on,
    )
    on = active.review_decision_on
    if on is not None:
        where = f"review|decision|{on.isoformat()}"
        notes.add(where, EventKind.REVIEW_DECISION_SENT, on, details)
    elif details:
        why = "the return gives the review's outcome or later dates, not the day of the decision letter"
        where = f"review|decision|{notes.year_starts_on.year}"
        earliest = active.review_meeting_on or started
        notes.unknown(where, EventKind.REVIEW_DECISION_SENT, earliest, why, details)


def _placement(notes: Notes, placement: returns.Placement, started: date | None) -> None:
    where = placement.urn or placement.ukprn or placement.setting or "unnamed"
    entry = placement.entry_on.isoformat() if placement.entry_on else "undated"
    subject = f"placement|{where}|{entry}|{placement.rank or 'unranked'}"
    details = details_of.establishment(placement) | details_of.given(
        residential=placement.residential,
        work_based=placement.work_based,
        attendance_pattern=placement.attendance_pattern,
    )
    began = f"{subject}|started"
    if placement.entry_on is not None:
        notes.add(began, EventKind.PLACEMENT_STARTED, placement.entry_on, details)
    else:
        why = "the return gives no entry date"
        notes.unknown(began, EventKind.PLACEMENT_STARTED, None, why, details)
    if placement.leaving_on is not None:
        left = {"placement": began}
        notes.add(f"{subject}|ended", EventKind.PLACEMENT_ENDED, placement.leaving_on, left)


def _need(notes: Notes, need: returns.Need) -> None:
    subject = f"need|{need.rank or 'unranked'}"
    details = details_of.given(type=need.type, rank=need.rank)
    if notes.reference_on is None:
        why = "the return has no reference date as at which the need stood"
        notes.unknown(subject, EventKind.NEED_RECORDED, None, why, details)
        return
    notes.add(subject, EventKind.NEED_RECORDED, notes.reference_on, details, as_at=True)
