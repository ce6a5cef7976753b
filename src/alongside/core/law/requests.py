"""Duties between a request and the decision whether to assess (rules A01, A02, A02n, A03)."""

from datetime import date

from alongside.core.case.codes import Stage, TimerState
from alongside.core.case.history import Episode, Start
from alongside.core.law import exceptions
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def starts(episode: Episode, desk: Desk) -> tuple[Start, ...]:
    """What starts the three outer clocks: the request, and in the reading `separate` each further one too."""
    if episode.start is None:
        return ()
    if desk.law.modes.duplicate_request == "separate":
        return (episode.start, *episode.also_requested)
    return (episode.start,)


def must_consult_before_deciding(episode: Episode, desk: Desk) -> Dues:
    """The authority consults the parent or young person, as soon as practicable, before it decides.

    No number of days is fixed. The duty is shown as met on the day that views were invited. Once the
    decision is made without such a record, the duty is superseded and the record says that it is not known.
    """
    return _owed_until_decided("A01", episode, desk)


def must_tell_of_right_to_give_views(episode: Episode, desk: Desk) -> Dues:
    """The authority tells the parent or young person that they may give views and evidence, in speech or
    writing.

    No number of days is fixed in the Act or the Regulations; the "15 days to give views" that is sometimes
    quoted was not found in either.
    """
    return _owed_until_decided("A03", episode, desk)


def must_decide_whether_to_assess(episode: Episode, desk: Desk) -> Dues:
    """Within six weeks of receiving the request, the authority tells the family whether it will assess.

    The day of receipt is not counted. The same six weeks run from the day on which the authority became
    responsible for a child who was brought, or came, to its attention (section 24). No form, evidence or
    consent has to be complete for the clock to start.
    """
    return () if under_detention(episode, episode.decided_on) else decisions("A02", episode, desk)


def decisions(rule: str, episode: Episode, desk: Desk) -> Dues:
    """The limit for the decision whether to assess, from each request that starts one."""
    return tuple([due for start in starts(episode, desk) if (due := _decision(rule, start, episode, desk))])


def under_detention(episode: Episode, done_on: date | None) -> bool:
    """True where the Detained Persons Regulations govern what was done then, or is still to be done."""
    if episode.detained_on is None:
        return False
    return done_on is None or done_on >= episode.detained_on


def must_notify_others_of_the_decision(episode: Episode, desk: Desk) -> Dues:
    """With the same decision the authority notifies the integrated care board, its social care service and
    the head, principal or early years SENCO, within the same six weeks.

    The duty is met on the day recorded with the decision. Where none is recorded it is not known, and the
    duty is shown neither as met nor as late.
    """
    if episode.start is None:
        return ()
    start, decision = episode.start, episode.decided
    limit = desk.law.limits["A02n", start.on]
    if limit is None:
        return ()
    told_on = decision.others_notified_on if decision else None
    lifted = exceptions.lifts("A02", limit, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, told_on, _stopped(episode), lifted)
    return (due_of(limit, start.on, start, episode, (state, late, told_on)),)


def _decision(rule: str, start: Start, episode: Episode, desk: Desk) -> Due | None:
    limit = desk.law.limits[rule, start.on]
    if limit is None:
        return None
    met_on = episode.decided_on
    lifted = exceptions.lifts(rule, limit, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, met_on, _stopped(episode), lifted)
    return due_of(limit, start.on, start, episode, (state, late, met_on))


def _owed_until_decided(rule: str, episode: Episode, desk: Desk) -> Dues:
    if episode.start is None:
        return ()
    start = episode.start
    limit = desk.law.limits[rule, start.on]
    if limit is None:
        return ()
    met_on = episode.views_invited_on
    state, late = become(None, desk.on, met_on, _stopped(episode))
    return (due_of(limit, start.on, start, episode, (state, late, met_on)),)


def _stopped(episode: Episode) -> TimerState | None:
    """What has come of a duty that is owed until the decision and was not met before it."""
    if episode.decided is not None:
        return SUPERSEDED
    if episode.closed is not None:
        return CANCELLED
    return None if episode.stage is Stage.REQUEST_OPEN else SUPERSEDED
