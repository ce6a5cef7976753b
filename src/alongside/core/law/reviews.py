"""Reviews of a plan. So far the first review period (rule R01)."""

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Plan
from alongside.core.law.timer import CANCELLED, MET_LATE, OVERDUE, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def must_review_in_first_year(plan: Plan, desk: Desk) -> Dues:
    """The authority reviews the plan before the end of the twelve months that start with the day it was made.

    A review ends with the authority's decision notice, so it is the notice that meets the limit. For a
    plan made elsewhere, or before this record began, a first review that is on record only after the
    twelve months does not show that there was none before: that is not known.
    """
    limit = desk.law.limits["R01", plan.made_on]
    if limit is None:
        return ()
    if plan.undated:
        limit = limit._replace(statutory=None, operational=None, strict=None)
    by_meeting = desk.law.modes.review_cycle_anchor == "meeting"
    met_on = plan.review_met_on if by_meeting else plan.reviewed_on
    stopped: TimerState | None = CANCELLED if plan.ended_on is not None else None
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    if not plan.own and state is MET_LATE:
        state, late, met_on = SUPERSEDED, 0, None
    return (due_of(limit, plan.made_on, plan, None, (state, late, met_on)),)


def earlier_reviews_unknown(due: Due) -> bool:
    """True where reviews before this record began may have met the limit."""
    return isinstance(due.about, Plan) and not due.about.own and due.state in (SUPERSEDED, OVERDUE)
