"""Duties when a child with a plan moves to another authority (T01 to T03, T05), or to another commissioner of health
care (T04, T04b). SEND Regulations 2014 regs 15, 16.
"""

from datetime import date

from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.reckoning import working_day_before
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def must_transfer_plan(move: Move, desk: Desk) -> Dues:
    """The old authority transfers the plan to the new one on the day of the move.

    If it did not know of the move at least fifteen working days before, it has fifteen working days beginning with
    the day on which it became aware. The old authority's awareness counts, not the new one's. So the later of the two
    days binds. Where the day of the move is not known, neither is the limit.
    """
    limit = desk.law.limits["T01", move.aware_on]
    if limit is None:
        return ()
    limit = _by_day_of_move(limit, move.moves_on, desk.law)
    stopped = CANCELLED if move.closed_on is not None else None
    state, late = become(limit.statutory, desk.on, move.transferred_on, stopped)
    return (due_of(limit, move.aware_on, move, None, (state, late, move.transferred_on)),)


def must_tell_family_after_transfer(arrival: Arrival, desk: Desk) -> Dues:
    """Within six weeks of the transfer the new authority tells the family that the plan was transferred, whether it
    will assess, and when it will review the plan.
    """
    limit = desk.law.limits["T02", arrival.on]
    if limit is None:
        return ()
    limit = _unknown(limit) if arrival.undated else limit
    stopped = CANCELLED if arrival.closed_on else SUPERSEDED if arrival.from_a_return else None
    state, late = become(limit.statutory, desk.on, arrival.noticed_on, stopped)
    return (due_of(limit, arrival.on, arrival, None, (state, late, arrival.noticed_on)),)


def must_review_after_transfer(arrival: Arrival, desk: Desk) -> Dues:
    """The new authority reviews the plan before the later of two days: the end of the old authority's year, twelve
    months from its making or last review, and the end of three months that start with the transfer.

    Where the papers say neither when the plan was made nor when it was last reviewed, the limit is not known; the
    strict day is then the end of the three months.
    """
    limit = desk.law.limits["T03.transfer", arrival.on]
    yearly = desk.law.limits["T03", arrival.year_begins_on or arrival.on]
    if limit is None or yearly is None:
        return ()
    by_meeting = desk.law.modes.review_cycle_anchor == "meeting"
    met_on = arrival.review_met_on if by_meeting else arrival.reviewed_on
    dates = _later_review(limit, yearly, arrival, desk.law)
    stopped = CANCELLED if arrival.closed_on is not None else None
    state, late = become(dates.statutory, desk.on, met_on, stopped)
    return (due_of(dates, arrival.on, arrival, None, (state, late, met_on)),)


def must_place_at_another_school_meanwhile(arrival: Arrival, desk: Desk) -> Dues:
    """Where the child can no longer go to the school that the plan names, the new authority places them at another
    at once, until the plan is amended. No number of days is fixed.
    """
    if not arrival.impracticable:
        return ()
    limit = desk.law.limits["T05", arrival.on]
    if limit is None:
        return ()
    stopped = SUPERSEDED if arrival.reviewed_on else CANCELLED if arrival.closed_on else None
    state, late = become(None, desk.on, arrival.interim_on, stopped)
    return (due_of(limit, arrival.on, arrival, None, (state, late, arrival.interim_on)),)


def must_tell_new_commissioner(change: CommissionerChange, desk: Desk) -> Dues:
    """The old commissioner of the child's health care tells the new one within fifteen working days of becoming aware
    of the change.

    Where the change comes of a move between authorities it does so on the day of the move; or, if it did not know of
    it at least fifteen working days before, within fifteen working days beginning with the day it became aware.
    """
    limit = desk.law.limits["T04.move" if change.by_move else "T04", change.aware_on]
    if limit is None:
        return ()
    if change.by_move:
        limit = _by_day_of_move(limit, change.moves_on, desk.law)
    stopped = CANCELLED if change.closed_on is not None else None
    state, late = become(limit.statutory, desk.on, change.notified_on, stopped)
    due = due_of(limit, change.aware_on, change, None, (state, late, change.notified_on))
    return (due._replace(rule="T04"),)


def must_ask_authority_where_provision_cannot_be_secured(change: CommissionerChange, desk: Desk) -> Dues:
    """A new commissioner that cannot secure the provision in the plan asks the authority to assess or to review,
    within fifteen working days of becoming aware of the change. The authority must do as it is asked.

    It is owed only where it is recorded that the provision cannot be secured.
    """
    start = change.new_body_aware_on or change.aware_on
    limit = desk.law.limits["T04b", start] if change.cannot_secure else None
    if limit is None:
        return ()
    limit = limit if change.new_body_aware_on else _unknown(limit)
    stopped = CANCELLED if change.closed_on is not None else None
    state, late = become(limit.statutory, desk.on, change.asked_on, stopped)
    return (due_of(limit, start, change, None, (state, late, change.asked_on)),)


def _by_day_of_move(limit: Limit, moves_on: date | None, law: Law) -> Limit:
    """The later of the day of the move and the fifteenth working day beginning with awareness.

    If that day is before the move, the body knew of it at least fifteen working days before.
    """
    if moves_on is None or limit.statutory is None:
        return limit._replace(statutory=None, operational=None)
    due = max(moves_on, limit.statutory)
    return Limit(limit.parameter, due, working_day_before(due, law.calendar), due)


def _later_review(limit: Limit, yearly: Limit, arrival: Arrival, law: Law) -> Limit:
    """The limit of T03, which bears its name and not that of the part with the later day."""
    if arrival.undated or limit.statutory is None or yearly.statutory is None:
        return _unknown(yearly)
    if arrival.year_begins_on is None:
        return Limit(yearly.parameter, None, None, limit.strict)
    due = max(limit.statutory, yearly.statutory)
    strict = max(limit.strict or due, yearly.strict or due)
    return Limit(yearly.parameter, due, working_day_before(due, law.calendar), strict)


def _unknown(limit: Limit) -> Limit:
    return limit._replace(statutory=None, operational=None, strict=None)
