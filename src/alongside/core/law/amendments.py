"""Amending a plan: the notice (R07), the family's time (R08), the amended plan (R09, R09e, R11, R12), or the decision
not to amend (R10).
"""

from datetime import date

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Draft, Plan
from alongside.core.case.review_codes import ReviewOutcome
from alongside.core.case.review_history import Amendment, Review
from alongside.core.law import consultations
from alongside.core.law.lawbook import Limit
from alongside.core.law.service import served_on, strictly_served_on
from alongside.core.law.timer import (
    CANCELLED,
    MET,
    OVERDUE,
    PENDING,
    RUNNING,
    SUPERSEDED,
    Desk,
    Due,
    become,
    due_of,
)

Dues = tuple[Due, ...]


def must_send_amendment_notice(review: Review, plan: Plan, desk: Desk) -> Dues:
    """If the authority decides after a review to amend the plan, it sends the plan with a notice of the proposed
    amendments and the evidence for them within four weeks of the meeting.

    The decision alone is not enough: the court held in 2022 that the notice must go with it (R (L, M, P) v Devon CC).
    Until the authority has decided, this waits; a decision to maintain or to cease the plan ends it.
    """
    sent_on = review.amendment.sent_on if review.amendment else None
    return _from_meeting("R07", sent_on, review, plan, desk)


def must_send_amended_plan_within_twelve_weeks(review: Review, plan: Plan, desk: Desk) -> Dues:
    """The final amended plan is sent within twelve weeks of the review meeting, however late the notice was.

    Four weeks to the notice and eight to the plan make twelve from the meeting, not from the report (R (L, M, P) v
    Devon CC). A notice that was sent late gives no more time.
    """
    return _from_meeting("R11", _known(review.amendment), review, plan, desk)


def family_has_time_on_amendments(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """The family has at least fifteen days, beginning with the day on which the notice of the proposed amendments is
    served, to comment, to ask for a setting and to meet an officer.

    The day of service is day one. A notice that is issued anew begins a new fifteen days, but no new eight weeks.
    """
    pairs = zip(amendment.notices, [*amendment.notices[1:], None], strict=False)  # no notices: no pairs
    return tuple([due for notice, after in pairs if (due := _window(notice, after, amendment, plan, desk))])


def must_send_amended_plan(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """Within eight weeks of sending the notice of the proposed amendments, the authority sends the final amended plan.

    The eight weeks run from the day on which the plan and the notice were sent, not from the day of service.
    """
    return _from_notice("R09", amendment, plan, desk) if amendment.after_review else ()


def must_send_amended_plan_without_review(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """A plan may be amended without a review. The same eight weeks then run from the notice of the amendments.

    No four weeks come before it, since there was no meeting.
    """
    return () if amendment.after_review else _from_notice("R12", amendment, plan, desk)


def must_send_amended_plan_by_the_earlier_limit(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """Of the eight weeks from the notice and the twelve weeks from the meeting, the earlier is the last day for the
    final amended plan.

    Where the notice was late, the twelve weeks bind. In the reading `8w_notice` the eight weeks count alone.
    """
    sent_on, held_on = amendment.sent_on, amendment.held_on
    limit = desk.law.limits["R09e", sent_on] if sent_on else None
    if sent_on is None or limit is None or not amendment.after_review:
        return ()
    outer = desk.law.limits["R11", held_on] if held_on else None
    if outer is not None:
        limit = _earlier(limit, outer, desk.law.modes.late_notice_mode)
    return (_amended(limit, sent_on, amendment, plan, desk),)


def must_tell_decision_not_to_amend(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """If the authority decides after its notice not to amend the plan, it tells the family so, with reasons, within
    the same eight weeks of sending the notice.

    It waits until there is such a decision; the amended plan ends it. The family may appeal against it.
    """
    sent_on, decision = amendment.sent_on, amendment.not_to_amend
    limit = desk.law.limits["R10", sent_on] if sent_on else None
    if sent_on is None or limit is None:
        return ()
    met_on = decision.on if decision and not decision.undated else None
    stopped = CANCELLED if amendment.final or plan.ended_on else SUPERSEDED if decision else PENDING
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    return (due_of(limit, sent_on, amendment, None, (state, late, met_on)),)


def should_answer_consultation_on_amendments(amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    """A school or college that is consulted about naming it in an amended plan answers within fifteen days of
    receiving the consultation.

    The fifteen days are guidance. Silence does not stop the authority from naming the setting.
    """
    if not amendment.consultations:
        return ()
    stopped = None if amendment.is_open else SUPERSEDED
    if stopped is None and plan.ended_on is not None:
        stopped = CANCELLED
    answers = [consultations.answer(asked, None, stopped, desk) for asked in amendment.consultations]
    return tuple([due for due in answers if due is not None])


def amending(review: Review, plan: Plan) -> TimerState | None:
    """What has become of what is owed only if the plan is amended after a review, and was not done.

    PENDING until there is a decision, None once it is one to amend.
    """
    amendment = review.amendment
    if review.decision is None:
        return PENDING if plan.ended_on is None else CANCELLED
    if review.outcome in (ReviewOutcome.MAINTAIN, ReviewOutcome.CEASE):
        return CANCELLED
    if review.outcome is None or review.overtaken:
        return SUPERSEDED
    if amendment is not None and not amendment.is_open:
        return CANCELLED if amendment.not_to_amend else SUPERSEDED
    return CANCELLED if plan.ended_on is not None else None


def _from_meeting(rule: str, met_on: date | None, review: Review, plan: Plan, desk: Desk) -> Dues:
    held_on = review.held_on
    limit = desk.law.limits[rule, held_on] if held_on else None
    if held_on is None or limit is None:
        return ()
    state, late = become(limit.statutory, desk.on, met_on, amending(review, plan))
    state, late = _told(state, late, review.from_a_return)
    return (due_of(limit, held_on, review, None, (state, late, met_on)),)


def _from_notice(rule: str, amendment: Amendment, plan: Plan, desk: Desk) -> Dues:
    sent_on = amendment.sent_on
    limit = desk.law.limits[rule, sent_on] if sent_on else None
    if sent_on is None or limit is None:
        return ()
    return (_amended(limit, sent_on, amendment, plan, desk),)


def _amended(limit: Limit, sent_on: date, amendment: Amendment, plan: Plan, desk: Desk) -> Due:
    met_on, stopped = _known(amendment), None
    if amendment.final is not None:
        stopped = SUPERSEDED
    elif amendment.not_to_amend is not None or plan.ended_on is not None:
        stopped = CANCELLED
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    state, late = _told(state, late, amendment.from_a_return)
    return due_of(limit, sent_on, amendment, None, (state, late, met_on))


def _told(state: TimerState, late: int, from_a_return: bool) -> tuple[TimerState, int]:
    """A return tells of a decision and not of what followed it: that is then not known, and nothing is late."""
    return (SUPERSEDED, 0) if from_a_return and state is OVERDUE else (state, late)


def _known(amendment: Amendment | None) -> date | None:
    """The day on which the final amended plan was sent, where there is one and its day is known."""
    if amendment is None or amendment.final is None or amendment.final.undated:
        return None
    return amendment.final.on


def _earlier(limit: Limit, outer: Limit, late_notice_mode: str) -> Limit:
    """The earlier of two limits for the same plan; on the strictest reading always so."""
    strict = min([d for d in (limit.strict, outer.strict) if d], default=None)
    first = min([d for d in (limit.statutory, outer.statutory) if d], default=None)
    due = outer if late_notice_mode == "min" and first != limit.statutory else limit
    return Limit(limit.parameter, due.statutory, due.operational, strict)


def _window(notice: Draft, after: Draft | None, amendment: Amendment, plan: Plan, desk: Desk) -> Due | None:
    served = served_on(notice, desk.law)
    start = served or notice.recorded_on
    limit = desk.law.limits["R08", start]
    if limit is None:
        return None
    strictly = strictly_served_on(notice)
    if served is None:
        limit = Limit(limit.parameter, None, None, limit.strict)
    if strictly != start:
        earlier = desk.law.limits["R08", strictly]
        limit = Limit(
            limit.parameter, limit.statutory, limit.operational, earlier.strict if earlier else None
        )
    state, met_on = _window_state(limit.statutory, after, amendment, plan, desk.on)
    return due_of(limit, start, notice, None, (state, 0, met_on))


def _window_state(
    last: date | None, after: Draft | None, amendment: Amendment, plan: Plan, on: date
) -> tuple[TimerState, date | None]:
    if after is not None and (last is None or after.recorded_on <= last):
        return SUPERSEDED, None
    decisions = [each.on for each in (amendment.final, amendment.not_to_amend) if each is not None]
    ends = min([*decisions, *([plan.ended_on] if plan.ended_on else [])], default=None)
    if ends is not None and (last is None or ends <= last):
        return CANCELLED, None
    if last is not None and on > last:
        return MET, last
    return RUNNING, None
