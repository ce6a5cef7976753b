"""Duties before a plan ends: to consult (C01, C07), to tell (C02), to keep the plan meanwhile (C03), to review first
(C05), and how long a plan may last (C04). Children and Families Act 2014 ss.45, 46; SEND Regulations 2014 regs 29-31.
"""

from datetime import date

from alongside.core.calendar import counting
from alongside.core.case.ceasing_ends import dispute_of, earliest_end, ends_by_itself_on
from alongside.core.case.ceasing_history import Ceasing, LeftEducation
from alongside.core.case.codes import TimerState
from alongside.core.case.history import Plan
from alongside.core.law import status
from alongside.core.law.reckoning import working_day_before
from alongside.core.law.timer import CANCELLED, MET, RUNNING, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
ADULT = 18


def must_consult_before_ceasing(ceasing: Ceasing, desk: Desk) -> Dues:
    """An authority that considers ceasing a plan tells and consults the family, and consults the head or principal,
    before it decides.

    No number of days is fixed. Once the decision is made without a record of consulting, the duty is superseded and
    the record says that it is not known. A decision that a review led to was consulted on at the review.
    """
    if ceasing.after_review and ceasing.consulted_on is None:
        return ()
    limit = desk.law.limits["C01", ceasing.began_on]
    if limit is None:
        return ()
    stopped = SUPERSEDED if ceasing.decided else _given_up(ceasing)
    state, late = become(None, desk.on, ceasing.consulted_on, stopped)
    return (due_of(limit, ceasing.began_on, ceasing, None, (state, late, ceasing.consulted_on)),)


def must_tell_of_decision_to_cease(ceasing: Ceasing, desk: Desk) -> Dues:
    """The authority tells the family, the setting and the integrated care board of its decision to cease a plan, with
    what they can do about it.

    After a review the four weeks from its meeting bind; a decision that comes otherwise has no fixed limit.
    """
    if ceasing.after_review:
        return ()
    limit = desk.law.limits["C02.other", ceasing.began_on]
    if limit is None:
        return ()
    met_on = ceasing.decided.on if ceasing.decided is not None and not ceasing.decided.undated else None
    stopped = SUPERSEDED if ceasing.decided else _given_up(ceasing)
    state, late = become(None, desk.on, met_on, stopped)
    return (due_of(limit, ceasing.began_on, ceasing, None, (state, late, met_on)),)


def must_keep_plan_while_it_can_be_appealed(ceasing: Ceasing, desk: Desk) -> Dues:
    """The plan is kept until the time to appeal against the decision to cease it is over, or until an appeal has been
    decided.

    The day shown is the first on which the plan may end: the day after the last on which the Tribunal may receive an
    appeal, a mediation certificate included. Where the family contacted a mediation adviser in time and no certificate
    has come yet, the plan is kept beyond that day too. While an appeal is pending there is no such day. An order that
    dismisses the appeal ends the plan at once; a reversal of the decision, an appeal not opposed or an order to go on
    keeps it.
    """
    decided = ceasing.decided
    limit = desk.law.limits["C03", decided.on] if decided is not None else None
    if decided is None or limit is None:
        return ()
    first = earliest_end(ceasing, desk.history, desk.law)
    if decided.undated or ceasing.kept_on is not None or ceasing.closed_on is not None:
        first = None
    limit = limit._replace(statutory=first, operational=first, strict=first)
    state, met_on = _kept(ceasing, first, desk)
    return (due_of(limit, decided.on, ceasing, None, (state, 0, met_on)),)


def may_last_until_the_year_of_25_ends(plan: Plan, desk: Desk) -> Dues:
    """The authority may keep a plan until the end of the academic year in which the young person turns 25.

    At an institution in the further education sector that year ends on 31 July. Elsewhere it ends with the course, or
    on the day before the twenty-sixth birthday if that is earlier. Where the setting is not known neither is the day.
    """
    born_on = desk.history.born_on
    if born_on is None or (plan.ended_on or desk.on) < counting.birthday(born_on, status.WARNED_FROM_AGE):
        return ()
    limit = desk.law.limits["C04", plan.made_on]
    if limit is None:
        return ()
    setting = desk.history.life.setting if desk.history.life is not None else None
    last, strict = status.last_day_of_plan_at_25(born_on, setting, desk.law)
    limit = limit._replace(
        statutory=last, operational=working_day_before(last, desk.law.calendar), strict=strict
    )
    state, late = become(last, desk.on, plan.ended_on, None)
    return (due_of(limit, born_on, plan, None, (state, late, plan.ended_on)),)


def must_review_before_ceasing_for_leaving(left: LeftEducation, desk: Desk) -> Dues:
    """Where a young person of 18 or over leaves education or training, the authority reviews the plan and finds out
    whether they want to return, before it ceases the plan.

    Leaving, or an exclusion, before 18 is by itself no ground to cease a plan (reg 29).
    """
    if not _is_adult(desk.history.born_on, left.on):
        return ()
    limit = desk.law.limits["C05", left.on]
    if limit is None:
        return ()
    stopped = SUPERSEDED if left.ceased_on else CANCELLED if left.closed_on else None
    reviewed_on = left.reviewed_on
    state, late = become(None, desk.on, reviewed_on, stopped)
    return (due_of(limit, left.on, left, None, (state, late, reviewed_on)),)


def must_consult_before_ceasing_after_leaving_england(ceasing: Ceasing, desk: Desk) -> Dues:
    """A move out of England, or abroad, ends no plan by itself. The authority still consults and notifies before it
    ceases the plan.

    Whether a stay is only for a time, or a posting of the armed forces, needs a lawyer's look at the case.
    """
    start = ceasing.left_england_on
    limit = desk.law.limits["C07", start] if start is not None else None
    if start is None or limit is None:
        return ()
    met_on = ceasing.decided.on if ceasing.decided is not None and not ceasing.decided.undated else None
    stopped = SUPERSEDED if ceasing.decided else _given_up(ceasing)
    state, late = become(None, desk.on, met_on, stopped)
    return (due_of(limit, start, ceasing, None, (state, late, met_on)),)


def next_step_after_leaving(age: int) -> str:
    """What the law asks first when somebody of this age leaves education (rules C05, C05b)."""
    return "REVIEW_BEFORE_CEASING" if age >= ADULT else "NOT_A_GROUND_TO_CEASE"


def _is_adult(born_on: date | None, on: date) -> bool:
    """True at 18 and over, and where the age is not known: then the stricter duty is shown."""
    return born_on is None or on >= counting.birthday(born_on, ADULT)


def _given_up(ceasing: Ceasing) -> TimerState | None:
    return None if ceasing.is_open else CANCELLED


def _kept(ceasing: Ceasing, first: date | None, desk: Desk) -> tuple[TimerState, date | None]:
    """What has become of the duty to keep the plan, and the day on which it was fulfilled."""
    if ceasing.kept_on is not None or ceasing.closed_on is not None:
        return (CANCELLED, None)
    if ceasing.dismissed_on is not None:
        return (MET, ceasing.dismissed_on)
    if ceasing.ended_on is not None and not _pending_unknown(ceasing, first, desk):
        early = first is None or ceasing.ended_on < first
        return (TimerState.BREACHED, None) if early else (MET, ceasing.ended_on)
    if ceasing.ended_on is not None:
        return (SUPERSEDED, None)
    over = ends_by_itself_on(ceasing, desk.history, desk.law)
    return (MET, first) if over is not None and desk.on >= over else (RUNNING, None)


def _pending_unknown(ceasing: Ceasing, first: date | None, desk: Desk) -> bool:
    """True where there is no first day though no appeal is pending: the bank holidays or the notice are not known."""
    dispute = dispute_of(ceasing, desk.history)
    return first is None and (
        dispute is None or dispute.appeal_on is None or dispute.withdrawn_on is not None
    )
