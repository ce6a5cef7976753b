"""Duties from the request to the plan: not to issue (A05), to issue (A06, A09), the draft (A07, A07b)."""

from collections.abc import Sequence
from datetime import date

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.history import Draft, Episode, Start
from alongside.core.law import exceptions
from alongside.core.law.lawbook import Limit
from alongside.core.law.requests import starts, under_detention
from alongside.core.law.service import served_on, strictly_served_on
from alongside.core.law.timer import CANCELLED, MET, RUNNING, SUPERSEDED, Desk, Due, become, due_of, ended

Dues = tuple[Due, ...]


def must_tell_decision_not_to_issue(episode: Episode, desk: Desk) -> Dues:
    """Within sixteen weeks of the request, the authority tells the family if it decides not to issue a plan.

    The sixteen weeks bind only a decision not to issue: a decision to issue ends the limit. A refusal to
    assess cancels it; if the authority then reconsiders on its own, it revives with its first day.
    """
    return (
        () if under_detention(episode, episode.no_plan_on) else decisions_not_to_issue("A05", episode, desk)
    )


def must_send_final_plan(episode: Episode, desk: Desk) -> Dues:
    """Within twenty weeks of the request, the authority sends the final plan.

    The twenty weeks run from the same day as the six, not from the decision to assess. Nothing stops the
    clock: a listed exception takes the fixed limit away and leaves "as soon as practicable", and no new
    date takes its place. Conceding an appeal informally does not start the clock again; an order of the
    Tribunal, or a notice to it that the appeal is not opposed, replaces this limit by another.
    """
    return () if under_detention(episode, episode.final_on) else final_plans("A06", episode, desk)


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
    if not episode.drafts:
        return ()
    drafts = episode.drafts
    if episode.detained_on is not None:
        drafts = tuple([draft for draft in drafts if not served_in_detention(draft, episode)])
    return windows("A07", drafts, episode, desk)


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


def decisions_not_to_issue(rule: str, episode: Episode, desk: Desk) -> Dues:
    """The limit for a decision not to issue a plan, from each request that starts one."""
    return tuple([due for start in starts(episode, desk) if (due := _no_plan(rule, start, episode, desk))])


def final_plans(rule: str, episode: Episode, desk: Desk) -> Dues:
    """The limit for the final plan, from each request that starts one."""
    return tuple([due for start in starts(episode, desk) if (due := _final(rule, start, episode, desk))])


def windows(rule: str, drafts: Sequence[Draft], episode: Episode, desk: Desk) -> Dues:
    """The family's time on each of these drafts, which ends early where one after it is served."""
    pairs = zip(episode.drafts, [*episode.drafts[1:], None], strict=False)  # no drafts: no pairs
    found = [_window(rule, draft, after, episode, desk) for draft, after in pairs if draft in drafts]
    return tuple([due for due in found if due is not None])


def served_in_detention(draft: Draft, episode: Episode) -> bool:
    """True for a draft that was served while the person was in relevant youth accommodation."""
    began, ended_on = episode.detained_on, episode.released_on
    return (
        began is not None
        and began <= draft.recorded_on
        and (ended_on is None or draft.recorded_on < ended_on)
    )


def _replaced(episode: Episode) -> bool:
    """True once an order, or an appeal not opposed, put another limit in place of the first."""
    return any(each.kind is not EventKind.LA_RECONSIDERS for each in episode.reopened)


def _no_plan(rule: str, start: Start, episode: Episode, desk: Desk) -> Due | None:
    limit = desk.law.limits[rule, start.on]
    if limit is None:
        return None
    met_on = episode.no_plan_on
    issuing = episode.decision_to_issue_on or episode.drafts or episode.final
    stopped = CANCELLED if issuing else SUPERSEDED if episode.no_plan else ended(episode)
    if episode.reopened and _replaced(episode):
        stopped, met_on = SUPERSEDED, None
    lifted = exceptions.lifts(rule, limit, start.on, episode, desk.law)
    state, late = become(limit.statutory, desk.on, met_on, stopped, lifted)
    return due_of(limit, start.on, start, episode, (state, late, met_on))


def _final(rule: str, start: Start, episode: Episode, desk: Desk) -> Due | None:
    limit = desk.law.limits[rule, start.on]
    if limit is None:
        return None
    met_on, stopped = episode.final_on, SUPERSEDED if episode.final else ended(episode)
    if episode.reopened and _replaced(episode):
        stopped, met_on = SUPERSEDED, None
    lifted = exceptions.lifts(rule, limit, start.on, episode, desk.law)
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


def _window(rule: str, draft: Draft, after: Draft | None, episode: Episode, desk: Desk) -> Due | None:
    limit, start = _draft_limit(rule, draft, desk)
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
