"""Duties of a reassessment: to answer (Z01), to finish it (Z03, Z06), the family's time on the draft (Z05).

The advice, the drafts and the consultations of a reassessment run by the rules of an assessment (A04, A07b, A08).
"""

from datetime import date

from alongside.core.calendar import counting
from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.history import Decision
from alongside.core.case.reassess_history import Reassessment
from alongside.core.law import exceptions, plans
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
NOT_AMENDED = EventKind.DECISION_NOT_TO_AMEND_SENT


def must_answer_request_to_reassess(found: Reassessment, desk: Desk) -> Dues:
    """Within fifteen days of receiving a request to reassess from the family, the setting or the integrated care
    board, the authority says whether it will.

    The fifteen days are calendar days, and the day of receipt is not counted.
    """
    if found.requested_on is None:
        return ()
    limit = desk.law.limits["Z01", found.requested_on]
    if limit is None:
        return ()
    answers = [each for each in (found.refused, found.agreed) if each is not None]
    met_on = min((each.on for each in answers if not each.undated), default=None)
    stopped = SUPERSEDED if answers else _closed(found)
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    return (due_of(limit, found.requested_on, found, None, (state, late, met_on)),)


def must_finish_reassessment(found: Reassessment, desk: Desk) -> Dues:
    """Within fourteen weeks of telling the family that it will reassess, or of its own decision to, the authority
    sends the final plan.

    It does not matter whether the plan is amended or replaced. The listed exceptions can take the fixed limit away.
    Where the Tribunal ordered the reassessment, or the appeal was not opposed, the limit of that outcome binds
    instead.
    """
    plan = found.outcome is not None and found.outcome.kind is not NOT_AMENDED
    return _finished("Z03", found, found.outcome if plan else None, desk)


def must_tell_that_plan_is_not_amended(found: Reassessment, desk: Desk) -> Dues:
    """Where the authority decides after a reassessment not to amend or replace the plan, it tells the family so.

    No limit of its own was found for this; the fourteen weeks of the final plan are taken as the outer limit.
    """
    if found.outcome is None or found.outcome.kind is not NOT_AMENDED:
        return ()
    return _finished("Z06", found, found.outcome, desk)


def family_has_time_to_comment_on_reassessment(found: Reassessment, desk: Desk) -> Dues:
    """The family has at least fifteen days, beginning with the day on which the draft is served, to comment on the
    draft after a reassessment, to ask for a setting and to require a meeting.
    """
    work = found.work
    if work is None or not work.drafts:
        return ()
    return plans.windows("Z05", work.drafts, work, desk)


def may_refuse_for_recent_assessment(assessed_on: date, requested_on: date, law: Law) -> bool | None:
    """True if the authority may refuse to reassess because an assessment was carried out in the six months before
    the request (rule Z02); None on the very day on which the six months are up.

    Whether that day still belongs to them turns on the wording of reg 23, which was not seen: a person decides.
    """
    last = counting.months_after(assessed_on, law.number("Z02", requested_on))
    return None if requested_on == last else requested_on < last


def _finished(rule: str, found: Reassessment, outcome: Decision | None, desk: Desk) -> Dues:
    agreed = found.agreed
    limit = desk.law.limits[rule, agreed.on] if agreed is not None else None
    if agreed is None or limit is None:
        return ()
    if agreed.undated:
        limit = limit._replace(statutory=None, operational=None, strict=None)
    lifted = found.work is not None and exceptions.lifts(rule, limit, agreed.on, found.work, desk.law)
    met_on = outcome.on if outcome is not None and not outcome.undated else None
    stopped = SUPERSEDED if found.outcome is not None else _closed(found)
    if found.reopened_on is not None:
        met_on, stopped = None, SUPERSEDED
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return (due_of(limit, agreed.on, found, found.work, (state, late, met_on)),)


def _closed(found: Reassessment) -> TimerState | None:
    return CANCELLED if found.closed_on is not None else None
