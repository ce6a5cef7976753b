"""Mediation about an appealable decision: rules M01 to M06 and M08 to M10 (M07 is in `orders.py`)."""

from dataclasses import replace
from datetime import date

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.dispute_codes import HealthIssue, OrderKind
from alongside.core.case.dispute_history import Act, Outcome
from alongside.core.case.history import Dispute
from alongside.core.law import compliance
from alongside.core.law.appeals import over, starts_on
from alongside.core.law.duty import DutyBearer
from alongside.core.law.lawbook import Limit
from alongside.core.law.outcome_parts import Part
from alongside.core.law.timer import SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
K = EventKind


def may_contact_mediation_adviser(dispute: Dispute, desk: Desk) -> Dues:
    """Within two months of the day on which notice of the decision was sent, the family contacts a mediation
    adviser, if it needs a certificate to appeal.

    This limit does not move to a working day. No certificate is needed for an appeal about the setting alone.
    """
    start = starts_on(dispute, desk)
    limit = desk.law.limits["M01", start]
    if limit is None:
        return ()
    state, late = become(limit.statutory, desk.on, dispute.contacted_on, over(dispute, desk, limit))
    if dispute.letter_dated_on is not None:
        limit = limit._replace(strict=_strict(dispute.letter_dated_on, desk, limit))
    return (due_of(limit, start, dispute, None, (state, late, dispute.contacted_on)),)


def adviser_must_certify_without_mediation(dispute: Dispute, desk: Desk) -> Dues:
    """Within three working days of hearing that the family does not want mediation, the mediation adviser
    issues a certificate.

    The working days are the ordinary ones: the closures of the Tribunal do not count here.
    """
    return _certificate("M02", K.MEDIATION_DECLINED, dispute, desk)


def must_arrange_mediation(dispute: Dispute, desk: Desk) -> Dues:
    """Within thirty days of hearing that the family wants mediation, the authority arranges it and takes part.

    These are calendar days and not working days. Where only health provision is in issue the integrated care
    board arranges it, within thirty days of being told by the authority. Mediation that is held meets the
    limit; where it cannot be arranged in time, the adviser's certificate takes its place.
    """
    wanted = _act(dispute, K.MEDIATION_REQUESTED)
    by_board = _health(dispute) is HealthIssue.ONLY
    start = _act(dispute, K.ICB_TOLD_OF_MEDIATION) if by_board else wanted
    if wanted is None or start is None:
        return ()
    limit = desk.law.limits["M03", start.on]
    if limit is None:
        return ()
    if by_board:
        limit = limit._replace(parameter=replace(limit.parameter, bearer=DutyBearer.ICB))
    held = _on(_act(dispute, K.MEDIATION_HELD))
    moot = _act(dispute, K.MEDIATION_NOT_ARRANGED) or _certified(dispute, start.on)
    state, late = become(limit.statutory, desk.on, held, SUPERSEDED if moot else _gone(dispute))
    return (due_of(limit, start.on, start, None, (state, late, held)),)


def must_tell_health_of_mediation(dispute: Dispute, desk: Desk) -> Dues:
    """Where health provision is in issue, the authority tells each integrated care board concerned within three
    working days of hearing it from the family.
    """
    wanted = _act(dispute, K.MEDIATION_REQUESTED)
    if wanted is None or _health(dispute) in (None, HealthIssue.NONE):
        return ()
    limit = desk.law.limits["M04", wanted.on]
    if limit is None:
        return ()
    told = _on(_act(dispute, K.ICB_TOLD_OF_MEDIATION))
    moot = SUPERSEDED if _act(dispute, K.MEDIATION_HELD) else _gone(dispute)
    state, late = become(limit.statutory, desk.on, told, moot)
    return (due_of(limit, wanted.on, wanted, None, (state, late, told)),)


def adviser_must_certify_after_mediation(dispute: Dispute, desk: Desk) -> Dues:
    """Within three working days of the end of the mediation, the mediation adviser issues a certificate."""
    return _certificate("M05", K.MEDIATION_HELD, dispute, desk)


def adviser_must_certify_what_cannot_be_arranged(dispute: Dispute, desk: Desk) -> Dues:
    """Where mediation cannot be arranged in thirty days, the authority tells the adviser as soon as it knows, and
    within three working days the adviser issues a certificate, as if mediation had been held.
    """
    return _certificate("M06", K.MEDIATION_NOT_ARRANGED, dispute, desk)


def must_do_what_was_agreed(dispute: Dispute, desk: Desk) -> Dues:
    """What was agreed in mediation on a matter that cannot be appealed, such as health or social care
    provision, is done within two weeks of the agreement.

    Where the parties agreed on another day in writing, that day takes the place of the two weeks.
    """
    return tuple(
        compliance.run(limit, Part.PLAN, agreed, desk, agreed.agreed_on is not None)
        for agreed in _agreements(dispute)
        if agreed.what is OrderKind.OTHER_MATTER and (limit := desk.law.limits["M08", agreed.on])
    )


def must_tell_authority_of_agreement(dispute: Dispute, desk: Desk) -> Dues:
    """Where the authority was not a party to the mediation, the integrated care board tells it within a week
    what was agreed.
    """
    found = []
    for agreed in _agreements(dispute):
        limit = None if agreed.by_authority else desk.law.limits["M09", agreed.on]
        if limit is not None:
            told = agreed.la_told_on if agreed.la_told_on and agreed.la_told_on <= desk.on else None
            state, late = become(limit.statutory, desk.on, told, None)
            found.append(due_of(limit, agreed.on, agreed, None, (state, late, told)))
    return tuple(found)


def must_keep_the_day_agreed(dispute: Dispute, desk: Desk) -> Dues:
    """A day that the parties to a mediation agreed in writing takes the place of every other limit for carrying
    out the agreement, also where it is later.
    """
    parameters = [(each, desk.law.parameter("M10", each.on)) for each in _agreements(dispute)]
    return tuple(
        compliance.due_on(agreed.agreed_on, parameter, agreed, Part.PLAN, desk)
        for agreed, parameter in parameters
        if agreed.agreed_on is not None and parameter is not None
    )


def _agreements(dispute: Dispute) -> tuple[Outcome, ...]:
    return compliance.outcomes(dispute, K.MEDIATION_AGREED)


def _certificate(rule: str, kind: EventKind, dispute: Dispute, desk: Desk) -> Dues:
    """The adviser's three working days after a step; the first certificate since then meets them."""
    act = _act(dispute, kind)
    limit = desk.law.limits[rule, act.on] if act is not None else None
    if act is None or limit is None:
        return ()
    issued = _certified(dispute, act.on)
    state, late = become(limit.statutory, desk.on, issued, _gone(dispute))
    return (due_of(limit, act.on, act, None, (state, late, issued)),)


def _certified(dispute: Dispute, since: date) -> date | None:
    return dispute.proceedings.certified_on(since) if dispute.proceedings is not None else None


def _act(dispute: Dispute, kind: EventKind) -> Act | None:
    return dispute.proceedings.acts.get(kind) if dispute.proceedings is not None else None


def _health(dispute: Dispute) -> HealthIssue | None:
    return dispute.proceedings.health if dispute.proceedings is not None else None


def _on(act: Act | None) -> date | None:
    return act.on if act is not None else None


def _gone(dispute: Dispute) -> TimerState | None:
    """What has come of a step of mediation once the dispute is decided."""
    return SUPERSEDED if dispute.ended_on is not None else None


def _strict(letter_dated_on: date, desk: Desk, limit: Limit) -> date | None:
    """The earlier of the last day as it is and the last day from the date on the letter."""
    by_letter = desk.law.limits["M01", letter_dated_on]
    return min((d for d in (limit.strict, by_letter and by_letter.strict) if d), default=None)
