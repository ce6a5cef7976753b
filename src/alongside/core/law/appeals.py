"""The appeal to the Tribunal, from the right to bring it to permission to go further: rules F01 to F08."""

from datetime import date, timedelta

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.dispute_history import Act
from alongside.core.case.history import Dispute
from alongside.core.law.lawbook import Limit
from alongside.core.law.reckoning import working_day_before
from alongside.core.law.timer import CANCELLED, RUNNING, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
K = EventKind
DAY = timedelta(days=1)
DIRECTED = {"response_by": "", "attendance_by": "a", "evidence_by": "e", "bundle_by": "b", "hearing_on": "h"}
"""What the Tribunal sets a day for, and how the id of rule F08 ends for it."""


def may_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """The Tribunal must have received the appeal by the later of two months after the notice was sent and one
    month after a mediation certificate was issued.

    If that day falls from 25 December to 1 January, in August, or on a day that is not a working day, the
    limit moves to the next working day outside them. It ends at 5 pm. Mediation never stops this time.
    """
    start = starts_on(dispute, desk)
    without = desk.law.limits["F01", start]
    if without is None:
        return ()
    dates = desk.law.appeal_dates(start, dispute.certificate_on)
    limit = Limit(without.parameter, *dates)
    if dispute.letter_dated_on is not None:
        strict = desk.law.appeal_by(dispute.letter_dated_on, dispute.certificate_on)
        limit = limit._replace(strict=min((d for d in (strict, dates.strict) if d), default=None))
    appealed = dispute.appeal_on if dispute.withdrawn_on is None else None
    state, late = become(limit.statutory, desk.on, _received(dispute), over(dispute, desk, limit))
    return (due_of(limit, start, dispute, None, (state, late, appealed)),)


def tribunal_decides_on_late_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """An appeal that the Tribunal received after its last day goes on only if the Tribunal allows it.

    No number of days is fixed. Notice that the appeal is registered shows that it was allowed.
    """
    received, last = _received(dispute), appeal_by(dispute, desk)
    act = _act(dispute, K.APPEAL_RECEIVED)
    if act is None or received is None or last is None or received <= last:
        return ()
    limit = desk.law.limits["F02", act.on]
    if limit is None:
        return ()
    notice = _act(dispute, K.APPEAL_NOTICE_RECEIVED)
    return (_due(limit, act, notice.on if notice else None, _step_over(dispute), desk),)


def must_respond_to_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """The authority sends its response within thirty working days of receiving the application notice.

    Days from 25 December to 1 January and in August are not counted at all. A notice to the Tribunal that the
    appeal is not opposed must come before the response.
    """
    answered = _act(dispute, K.APPEAL_RESPONSE_SENT)
    return _from("F03", K.APPEAL_NOTICE_RECEIVED, dispute, desk, answered.on if answered else None)


def tribunal_registers_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """The Tribunal aims to register an appeal and to reply within about ten working days.

    This is its practice and no rule, and twenty have been usual of late.
    """
    notice = _act(dispute, K.APPEAL_NOTICE_RECEIVED)
    return _from("F04", K.APPEAL_RECEIVED, dispute, desk, notice.on if notice else None)


def tribunal_gives_reasons(dispute: Dispute, desk: Desk) -> Dues:
    """The Tribunal aims to send its decision with reasons within about ten working days of the hearing.

    This is its practice; its rules say: as soon as reasonably practicable.
    """
    sent = _act(dispute, K.TRIBUNAL_DECISION_SENT)
    heard = _act(dispute, K.APPEAL_HEARD)
    limit = desk.law.limits["F05", heard.on] if heard else None
    if heard is None or limit is None:
        return ()
    stopped = CANCELLED if dispute.withdrawn_on is not None else None
    return (_due(limit, heard, sent.on if sent else dispute.ended_on, stopped, desk),)


def may_ask_for_permission_to_appeal(dispute: Dispute, desk: Desk) -> Dues:
    """Within 28 days of the decision with its reasons, either party may ask the Tribunal for permission to appeal
    to the Upper Tribunal, or to set its decision aside.

    Days from 25 December to 1 January and in August are not counted, and the last day moves to a working day.
    Asking does not by itself suspend what was ordered.
    """
    sent = _act(dispute, K.TRIBUNAL_DECISION_SENT)
    refused = dispute.proceedings.refused_permission if dispute.proceedings else None
    return _right("F06", sent, dispute, desk, refused)


def may_ask_upper_tribunal(dispute: Dispute, desk: Desk) -> Dues:
    """Within one month of the Tribunal's refusal of permission, the party may ask the Upper Tribunal itself."""
    refused = dispute.proceedings.refused_permission if dispute.proceedings else None
    return _right("F07", refused, dispute, desk, None)


def must_keep_days_set_by_tribunal(dispute: Dispute, desk: Desk) -> Dues:
    """The days that the Tribunal sets when it registers the appeal, for the response, evidence, the bundle and the
    hearing, are kept as it set them.

    A response and a hearing on record show that their day was kept. Of the others it is not known.
    """
    assert dispute.proceedings is not None
    found = []
    for each in dispute.proceedings.directions:
        parameter = desk.law.parameter("F08", each.set_on)
        if parameter is not None:
            limit = Limit(parameter, each.on, working_day_before(each.on, desk.law.calendar), each.on)
            met_on = _kept_on(each.what, dispute)
            passed = SUPERSEDED if each.what not in _SHOWN_BY and desk.on > each.on else None
            state, late = become(each.on, desk.on, met_on, _step_over(dispute) or passed)
            due = due_of(limit, each.set_on, each, None, (state, late, met_on))
            found.append(due._replace(rule=parameter.id + DIRECTED[each.what]))
    return tuple(found)


def starts_on(dispute: Dispute, desk: Desk) -> date:
    """The day from which the family's time runs: that of sending or, in one reading, that on the letter."""
    if desk.law.modes.letter_vs_sent == "letter_date" and dispute.letter_dated_on is not None:
        return dispute.letter_dated_on
    return dispute.sent_on


def appeal_by(dispute: Dispute, desk: Desk) -> date | None:
    """The last day on which the Tribunal may receive the appeal, or None where it is not known."""
    return desk.law.appeal_by(starts_on(dispute, desk), dispute.certificate_on)


def over(dispute: Dispute, desk: Desk, limit: Limit) -> TimerState | None:
    """A right is never overdue: it is superseded by an outcome, and it is over when its time has run out."""
    if dispute.ended_on is not None:
        return SUPERSEDED
    return CANCELLED if limit.statutory is not None and desk.on > limit.statutory else None


_SHOWN_BY = {"response_by": K.APPEAL_RESPONSE_SENT, "hearing_on": K.APPEAL_HEARD}


def _kept_on(what: str, dispute: Dispute) -> date | None:
    act = _act(dispute, _SHOWN_BY[what]) if what in _SHOWN_BY else None
    return act.on if act else None


def _received(dispute: Dispute) -> date | None:
    """The day on which the appeal counts as received: after 5 pm it is too late for that day (rule 12(1))."""
    if dispute.appeal_on is None or dispute.withdrawn_on is not None:
        return None
    late = dispute.proceedings is not None and dispute.proceedings.late_in_day
    return dispute.appeal_on + DAY if late else dispute.appeal_on


def _act(dispute: Dispute, kind: EventKind) -> Act | None:
    return dispute.proceedings.acts.get(kind) if dispute.proceedings is not None else None


def _step_over(dispute: Dispute) -> TimerState | None:
    """What has come of a step before the Tribunal once the appeal is decided or withdrawn."""
    if dispute.ended_on is not None:
        return SUPERSEDED
    return CANCELLED if dispute.withdrawn_on is not None else None


def _from(rule: str, kind: EventKind, dispute: Dispute, desk: Desk, met_on: date | None) -> Dues:
    act = _act(dispute, kind)
    limit = desk.law.limits[rule, act.on] if act is not None else None
    if act is None or limit is None:
        return ()
    return (_due(limit, act, met_on, _step_over(dispute), desk),)


def _right(rule: str, act: Act | None, dispute: Dispute, desk: Desk, answered: Act | None) -> Dues:
    """A right to go further: nobody is late, and it is over when its time has run out."""
    limit = desk.law.limits[rule, act.on] if act is not None else None
    if act is None or limit is None:
        return ()
    ended = limit.statutory is not None and desk.on > limit.statutory
    stopped = SUPERSEDED if answered else CANCELLED if ended else None
    return (due_of(limit, act.on, act, None, (stopped or RUNNING, 0, None)),)


def _due(limit: Limit, act: Act, met_on: date | None, stopped: TimerState | None, desk: Desk) -> Due:
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    return due_of(limit, act.on, act, None, (state, late, met_on))
