"""What a family may do after a decision, and until when: mediation (M01) and appeal (F01)."""

from datetime import date

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Dispute
from alongside.core.law.lawbook import Limit
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def may_contact_mediation_adviser(dispute: Dispute, desk: Desk) -> Dues:
    """Within two months of the day on which notice of the decision was sent, the family contacts a mediation
    adviser, if it needs a certificate to appeal.

    This limit does not move to a working day. No certificate is needed for an appeal about the setting alone.
    """
    start = _start(dispute, desk)
    limit = desk.law.limits["M01", start]
    if limit is None:
        return ()
    state, late = become(limit.statutory, desk.on, dispute.contacted_on, _over(dispute, desk, limit))
    if dispute.letter_dated_on is not None:
        limit = limit._replace(strict=_strict(dispute.letter_dated_on, desk, limit))
    return (due_of(limit, start, dispute, None, (state, late, dispute.contacted_on)),)


def may_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """The Tribunal must have received the appeal by the later of two months after the notice was sent and one
    month after a mediation certificate was issued.

    If that day falls from 25 December to 1 January, in August, or on a day that is not a working day, the
    limit moves to the next working day outside them. It ends at 5 pm. Mediation never stops this time.
    """
    start = _start(dispute, desk)
    without = desk.law.limits["F01", start]
    if without is None:
        return ()
    dates = desk.law.appeal_dates(start, dispute.certificate_on)
    limit = Limit(without.parameter, *dates)
    if dispute.letter_dated_on is not None:
        strict = desk.law.appeal_by(dispute.letter_dated_on, dispute.certificate_on)
        limit = limit._replace(strict=min((d for d in (strict, dates.strict) if d), default=None))
    appealed = dispute.appeal_on if dispute.withdrawn_on is None else None
    state, late = become(limit.statutory, desk.on, appealed, _over(dispute, desk, limit))
    return (due_of(limit, start, dispute, None, (state, late, appealed)),)


def _start(dispute: Dispute, desk: Desk) -> date:
    if desk.law.modes.letter_vs_sent == "letter_date" and dispute.letter_dated_on is not None:
        return dispute.letter_dated_on
    return dispute.sent_on


def _strict(letter_dated_on: date, desk: Desk, limit: Limit) -> date | None:
    """The earlier of the last day as it is and the last day from the date on the letter."""
    by_letter = desk.law.limits["M01", letter_dated_on]
    return min((d for d in (limit.strict, by_letter and by_letter.strict) if d), default=None)


def _over(dispute: Dispute, desk: Desk, limit: Limit) -> TimerState | None:
    """A right is never overdue: it is superseded by an outcome, and it is over when its time has run out."""
    if dispute.ended_on is not None:
        return SUPERSEDED
    if desk.history.died_on is not None:
        return CANCELLED
    return CANCELLED if limit.statutory is not None and desk.on > limit.statutory else None
