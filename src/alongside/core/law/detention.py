"""Duties towards somebody in relevant youth accommodation (D01 to D04, D07), and what they take the place of.

The Detained Persons Regulations run the same six, sixteen and twenty weeks as an assessment in the community, from
the same first day: on detention in the middle of an assessment from the day on which the authority became responsible
(D06, reg 15(4)), and on release in the middle of one from the detained person's own first day (D05, reg 15(1)). So no
clock starts anew, and these rules stand in the place of A02, A05 and A06 for whatever was not yet done on detention.
"""

from datetime import date

from alongside.core.case.detention_history import Detention
from alongside.core.case.history import Episode
from alongside.core.case.plan_life import PlanLife
from alongside.core.law import plans, requests
from alongside.core.law.duty import LIVE
from alongside.core.law.timer import CANCELLED, MET_LATE, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
OF_THE_YEAR = frozenset({"R01", "R02", "R01d"})


def must_decide_whether_to_assess_detained_person(episode: Episode, desk: Desk) -> Dues:
    """Within six weeks of the request, or of the day on which a detained person came to its attention, the home
    authority says whether it will assess.

    The person in charge of the accommodation is told too. Somebody who is detained after the request keeps its first
    day, and somebody who is released keeps that of the detention, if the same authority stays responsible.
    """
    return requests.decisions("D01", episode, desk) if _governed(episode, episode.decided_on) else ()


def must_tell_decision_not_to_secure_plan(episode: Episode, desk: Desk) -> Dues:
    """Within sixteen weeks of the same day the home authority says so if it decides not to secure a plan."""
    governed = _governed(episode, episode.no_plan_on)
    return plans.decisions_not_to_issue("D02", episode, desk) if governed else ()


def must_send_final_plan_of_detained_person(episode: Episode, desk: Desk) -> Dues:
    """Within twenty weeks of the same day the home authority sends the final plan.

    What was done before a detention or a release counts. Where another authority is responsible after the release
    this limit ends, and that authority decides afresh.
    """
    return plans.final_plans("D03", episode, desk) if _governed(episode, episode.final_on) else ()


def detained_person_has_time_to_comment(episode: Episode, desk: Desk) -> Dues:
    """The young person, or the parent of a detained child, has at least fifteen days on the draft, beginning with the
    day of its service.
    """
    drafts = [draft for draft in episode.drafts if plans.served_in_detention(draft, episode)]
    return plans.windows("D04", drafts, episode, desk)


def must_review_on_release(detention: Detention, desk: Desk) -> Dues:
    """When somebody with a plan is released the authority maintains the plan and reviews it, as soon as reasonably
    practicable. No number of days is fixed.

    Until then no yearly review is owed; the year begins anew with this one. Somebody detained again before it has it
    after the next release.
    """
    released_on = detention.released_on
    if released_on is None or not detention.plan_held or detention.same_la is False:
        return ()
    limit = desk.law.limits["D07", released_on]
    ended = detention.closed_on is not None and detention.closed_on <= released_on
    if limit is None or ended:
        return ()
    by_meeting = desk.law.modes.review_cycle_anchor == "meeting"
    met_on = detention.review_met_on if by_meeting else detention.reviewed_on
    life = desk.history.life
    again = life is not None and life.detentions[-1] is not detention
    stopped = SUPERSEDED if again else CANCELLED if detention.closed_on is not None else None
    state, late = become(None, desk.on, met_on, stopped)
    return (due_of(limit, released_on, detention, None, (state, late, met_on)),)


def overtaken(dues: list[Due], life: PlanLife) -> list[Due]:
    """Where a detention or a transfer took the place of a plan's year of review, that year is superseded.

    By the review on release (D07) for a year that had begun before the detention, and by the new authority's own
    limit (T03) for one that had begun before the plan came.
    """
    if not (life.detentions or life.arrivals):
        return dues
    since = [each.on for each in life.detentions]
    since += [each.on for each in life.arrivals if not each.undated]
    return [_superseded(due) if _within(due, since) else due for due in dues]


def _governed(episode: Episode, done_on: date | None) -> bool:
    return requests.under_detention(episode, done_on)


def _within(due: Due, since: list[date]) -> bool:
    """True for a year of review that was not over when the detention began, or the plan came."""
    if due.rule not in OF_THE_YEAR:
        return False
    if due.state in LIVE:
        return any(due.triggered_on <= on for on in since)
    last = due.statutory_due
    return due.state is MET_LATE and last is not None and any(due.triggered_on <= on <= last for on in since)


def _superseded(due: Due) -> Due:
    return due._replace(state=SUPERSEDED, met_on=None, days_late=0)
