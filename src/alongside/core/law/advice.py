"""Duties of the assessment itself: to ask for advice (A13) and to give it (A04)."""

from datetime import date

from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.history import AdviceRequest, Decision, Episode, Reopening
from alongside.core.case.reassess_history import Reassessment
from alongside.core.law import exceptions
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of, ended

Dues = tuple[Due, ...]


def must_ask_for_advice(episode: Episode, desk: Desk) -> Dues:
    """Once it has decided to assess, the authority starts and asks for advice as soon as practicable.

    No number of days is fixed. The duty is met on the day of the first request for advice, or on the day
    of the decision where advice had been asked for before it. Where an assessment was refused, it begins once that
    is put aside: by an order of the Tribunal, by not opposing the appeal, by an agreement or by the authority itself.
    """
    decision = episode.decided
    if decision is not None and decision.kind is EventKind.DECISION_TO_ASSESS_NOTIFIED:
        return _to_ask(decision.on, decision, episode, desk)
    begun = next((each for each in episode.reopened if each.assesses), None)
    return _to_ask(begun.on, begun, episode, desk) if begun is not None else ()


def must_ask_for_advice_anew(found: Reassessment, desk: Desk) -> Dues:
    """Once a reassessment that was refused is ordered, conceded or agreed, the authority starts it and asks for advice
    as soon as practicable.
    """
    if found.work is None or found.reopened_on is None:
        return ()
    return _to_ask(found.reopened_on, found, found.work, desk)


def _to_ask(on: date, about: Decision | Reopening | Reassessment, work: Episode, desk: Desk) -> Dues:
    limit = desk.law.limits["A13", on]
    if limit is None:
        return ()
    asked_on = max(work.advice[0].requested_on, on) if work.advice else None
    issuing = work.decision_to_issue_on or work.drafts or work.final
    stopped = SUPERSEDED if issuing else ended(work)
    state, late = become(None, desk.on, asked_on, stopped)
    return (due_of(limit, on, about, work, (state, late, asked_on)),)


def must_give_advice(episode: Episode, desk: Desk) -> Dues:
    """A body that is asked for advice gives it within six weeks of the day on which it received the request.

    The body's own day of receipt counts, not the day on which the authority sent the request. The family
    is not such a body: its own advice has no limit. For the authority's own psychologists and social
    workers the same six weeks are the Code's target.
    """
    return tuple(
        [
            _advice(asked, episode, desk)
            for asked in episode.advice
            if asked.kind is not AdviceKind.PARENT_OR_YOUNG_PERSON
            and desk.law.limits["A04", asked.body_received_on] is not None
        ]
    )


def _advice(asked: AdviceRequest, episode: Episode, desk: Desk) -> Due:
    start = asked.body_received_on
    limit = desk.law.limits["A04", start]
    assert limit is not None
    stopped = CANCELLED if asked.cancelled_on else ended(episode)
    if stopped is None and episode.final is not None:
        stopped = SUPERSEDED
    lifted = exceptions.lifts("A04", limit, start, episode, desk.law, asked)
    state, late = become(limit.statutory, desk.on, asked.received_on, stopped, lifted)
    return due_of(limit, start, asked, episode, (state, late, asked.received_on))
