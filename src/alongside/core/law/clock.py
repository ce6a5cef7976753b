"""All duties of a case on a day. Compute, never count: nothing here keeps time, and nothing is stored.

`due_dates` gives every duty with its dates and its state; `duties` gives the same with the reasons in
words. The duties stand in one table, in the order of a case's life; each is a function in the file of its
area.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute, Episode, History, Plan
from alongside.core.law import account, advice, consultations, disputes, plans, requests, reviews
from alongside.core.law.duty import Deadline
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import Desk, Due

Dues = tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class OfEpisode:
    """A duty that every episode can owe."""

    rule: str
    work_out: Callable[[Episode, Desk], Dues]


@dataclass(frozen=True, slots=True)
class OfPlan:
    """A duty that every plan held can owe."""

    rule: str
    work_out: Callable[[Plan, Desk], Dues]


@dataclass(frozen=True, slots=True)
class OfDispute:
    """A right that every appealable decision opens."""

    rule: str
    work_out: Callable[[Dispute, Desk], Dues]


OF_EPISODES = (
    OfEpisode("A01", requests.must_consult_before_deciding),
    OfEpisode("A02", requests.must_decide_whether_to_assess),
    OfEpisode("A02n", requests.must_notify_others_of_the_decision),
    OfEpisode("A03", requests.must_tell_of_right_to_give_views),
    OfEpisode("A13", advice.must_ask_for_advice),
    OfEpisode("A04", advice.must_give_advice),
    OfEpisode("A05", plans.must_tell_decision_not_to_issue),
    OfEpisode("A09", plans.should_serve_draft_in_time),
    OfEpisode("A07", plans.family_has_time_to_comment),
    OfEpisode("A07b", plans.must_not_finalise_early),
    OfEpisode("A08", consultations.should_answer_consultation),
    OfEpisode("A06", plans.must_send_final_plan),
    OfEpisode("U03", plans.must_send_final_plan_after_not_opposing),
)
OF_PLANS = (OfPlan("R01", reviews.must_review_in_first_year),)
OF_DISPUTES = (
    OfDispute("M01", disputes.may_contact_mediation_adviser),
    OfDispute("F01", disputes.may_appeal),
)
DUTIES: tuple[OfEpisode | OfPlan | OfDispute, ...] = (*OF_EPISODES, *OF_PLANS, *OF_DISPUTES)


def until(facts: Facts, on: date) -> Facts:
    """The case as things stood at the end of a day: what happened later is left out."""
    if not facts.events or facts.events[-1].occurred_on <= on:
        return facts
    return replace(facts, events=tuple(event for event in facts.events if event.occurred_on <= on))


def due_dates(facts: Facts, *, on: date, law: Law) -> Dues:
    """Every duty of every episode, plan and decision on this day, without words. For caches and counts."""
    return _dues(Desk(history(until(facts, on)), on, law))


def duties(facts: Facts, *, on: date, law: Law, rule: str = "") -> tuple[Deadline, ...]:
    """Every duty of every episode, plan and decision on this day, with the reasons for each.

    `on` is the day asked about; what happened after it does not count. The order is that of the episodes,
    then plans, then rights to mediation and appeal; within each, that of a case's life. `rule` gives those
    of one rule only: reasons take longer to write than dates to work out.
    """
    desk = Desk(history(until(facts, on)), on, law)
    return tuple([account.deadline(due, desk) for due in _dues(desk) if not rule or due.rule == rule])


def _dues(desk: Desk) -> Dues:
    told: History = desk.history
    found: list[Due] = []
    for episode in told.episodes:
        for duty in OF_EPISODES:
            found.extend(duty.work_out(episode, desk))
    for plan in told.plans:
        for of_plan in OF_PLANS:
            found.extend(of_plan.work_out(plan, desk))
    for dispute in told.disputes:
        for right in OF_DISPUTES:
            found.extend(right.work_out(dispute, desk))
    return tuple(found)
