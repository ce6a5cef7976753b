"""Duties from the request to the plan: not to issue (A05), to issue (A06, A09, U03), the draft (A07,
A07b).
"""

from datetime import date

from alongside.core.case.codes import EventKind, Stage, TimerState
from alongside.core.case.history import Draft, Episode, Start
from alongside.core.law import exceptions
from alongside.core.law.lawbook import Limit
from alongside.core.law.requests import starts
from alongside.core.law.service import served_on, strictly_served_on
from alongside.core.law.timer import CANCELLED, MET, RUNNING, SUPERSEDED, Desk, Due, become, due_of, ended

Dues = tuple[Due, ...]


def must_tell_decision_not_to_issue(episode: Episode, desk: Desk) -> Dues:
    """Within sixteen weeks of the request, the authority tells the family if it decides not to issue a plan.

    The sixteen weeks bind only a decision not to issue: a decision to issue ends the limit. A refusal to
    assess cancels it; if the authority then reconsiders on its own, it revives with its first day.
    """
    return tuple([due for start in starts(episode, desk) if (due := _no_plan(start, episode, desk))])


def must_send_final_plan(episode: Episode, desk: Desk) -> Dues:
    """Within twenty weeks of the request, the authority sends the final plan.

    The twenty weeks run from the same day as the six, not from the decision to assess. Nothing stops the
    clock: a listed exception takes the fixed limit away and leaves "as soon as practicable", and no new
    date takes its place. Conceding an appeal informally does not start the clock again; an order of the
    Tribunal, or a notice to it that the appeal is not opposed, replaces this limit by another.
    """
    return tuple([due for start in starts(episode, desk) if (due := _final(start, episode, desk))])


def should_serve_draft_in_time(episode: Episode, desk: Desk) -> Dues:
    """The latest day to serve the draft, if the family's fifteen days are to end before the twentieth week
    does.

    This is a planning date, worked back from the last day for the final plan. No law fixes a day for the
    draft.
    """
    start = episode.start
    limit = desk.law.limits["A09", start.on] if start else None
    final = desk.law.limits["A06", start.on] if start else None
    if start is None or limit is None or final is None:
        return ()
    met_on = min(day_served(draft, desk) for draft in episode.drafts) if episode.drafts else None
    stopped = SUPERSEDED if episode.final or _replaced(episode) else ended(episode)
    lifted = exceptions.lifts("A06", final, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return (due_of(limit, start.on, start, episode, (state, late, met_on)),)


def family_has_time_to_comment(episode: Episode, desk: Desk) -> Dues:
    """The family has at least fifteen days, beginning with the day on which the draft is served, to
    comment on it, to ask for a setting and to require a meeting.

    The day of service is day one. A draft that is issued anew, with changes that the family did not ask for,
    begins a new fifteen days. The authority may always allow longer.
    """
    pairs = zip(episode.drafts, [*episode.drafts[1:], None], strict=False)  # no drafts: no pairs
    return tuple([due for draft, after in pairs if (due := _window(draft, after, episode, desk))])


def must_not_finalise_early(episode: Episode, desk: Desk) -> Dues:
    """The authority does not send the final plan before the family's fifteen days on the latest draft have
    ended.

    Where the family says that it has nothing more to add, a person decides whether to send the plan earlier.
    """
    if not episode.drafts:
        return ()
    draft = episode.drafts[-1]
    limit, start = _draft_limit("A07b", draft, desk)
    if limit is None:
        return ()
    state, met_on = _early(limit.statutory, episode, desk.on)
    return (due_of(limit, start, draft, episode, (state, 0, met_on)),)


def must_send_final_plan_after_not_opposing(episode: Episode, desk: Desk) -> Dues:
    """Within fourteen weeks of telling the Tribunal that it will not oppose an appeal against a refusal to
    assess, the authority sends the final plan.

    This holds only where the notice reached the Tribunal before the authority's response did (reg 45).
    """
    dues = []
    for reopening in episode.reopened:
        unopposed = (
            reopening.kind is EventKind.UNOPPOSED_NOTIFIED and reopening.after is Stage.REFUSED_TO_ASSESS
        )
        limit = desk.law.limits["U03", reopening.on] if unopposed else None
        if limit is not None:
            met_on = episode.final_on
            state, late = become(limit.statutory, desk.on, met_on, ended(episode))
            dues.append(due_of(limit, reopening.on, reopening, episode, (state, late, met_on)))
    return tuple(dues)


def _replaced(episode: Episode) -> bool:
    """True once an order, or an appeal not opposed, put another limit in place of the first."""
    return any(each.kind is not EventKind.LA_RECONSIDERS for each in episode.reopened)


def _no_plan(start: Start, episode: Episode, desk: Desk) -> Due | None:
    limit = desk.law.limits["A05", start.on]
    if limit is None:
        return None
    met_on = episode.no_plan_on
    issuing = episode.decision_to_issue_on or episode.drafts or episode.final
    stopped = CANCELLED if issuing else SUPERSEDED if episode.no_plan else ended(episode)
    if episode.reopened and _replaced(episode):
        stopped, met_on = SUPERSEDED, None
    lifted = exceptions.lifts("A05", limit, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return due_of(limit, start.on, start, episode, (state, late, met_on))


def _final(start: Start, episode: Episode, desk: Desk) -> Due | None:
    limit = desk.law.limits["A06", start.on]
    if limit is None:
        return None
    met_on, stopped = episode.final_on, SUPERSEDED if episode.final else ended(episode)
    if episode.reopened and _replaced(episode):
        stopped, met_on = SUPERSEDED, None
    lifted = exceptions.lifts("A06", limit, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return due_of(limit, start.on, start, episode, (state, late, met_on))


def day_served(draft: Draft, desk: Desk) -> date:
    """The day of service where it is known, else the day recorded."""
    return served_on(draft, desk.law) or draft.recorded_on


def _draft_limit(rule: str, draft: Draft, desk: Desk) -> tuple[Limit | None, date]:
    """The limit from the day of service, with the strict date from the day of posting."""
    served = served_on(draft, desk.law)
    if served is None:
        limit = desk.law.limits[rule, draft.recorded_on]
        return (limit._replace(statutory=None, operational=None) if limit else None), draft.recorded_on
    limit = desk.law.limits[rule, served]
    strict = strictly_served_on(draft)
    if limit is not None and strict < served:
        earlier = desk.law.limits[rule, strict]
        return limit._replace(strict=earlier.strict if earlier else None), served
    return limit, served


def _window(draft: Draft, after: Draft | None, episode: Episode, desk: Desk) -> Due | None:
    limit, start = _draft_limit("A07", draft, desk)
    if limit is None:
        return None
    state, met_on = _window_state(limit.statutory, after, episode, desk.on)
    return due_of(limit, start, draft, episode, (state, 0, met_on))


def _window_state(
    last: date | None, after: Draft | None, episode: Episode, on: date
) -> tuple[TimerState, date | None]:
    if after is not None and (last is None or after.recorded_on <= last):
        return SUPERSEDED, None
    ends = [each.on for each in (episode.final, episode.no_plan, episode.closed) if each is not None]
    if ends and (last is None or min(ends) <= last):
        return CANCELLED, None
    if last is not None and on > last:
        return MET, last
    return RUNNING, None


def _early(last: date | None, episode: Episode, on: date) -> tuple[TimerState, date | None]:
    final, said = episode.final_on, episode.nothing_more_on
    if final is not None:
        if last is None:
            return SUPERSEDED, None
        if final > last or (said is not None and said <= final):
            return MET, final
        return TimerState.BREACHED, None
    return _window_state(last, None, episode, on)
