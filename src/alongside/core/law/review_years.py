"""The years of a plan: twelve months from the day it was made, then from each review to the next (Act s.44(1))."""

from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from alongside.core.case.history import Plan
from alongside.core.case.review_history import Review
from alongside.core.law.lawbook import Limit
from alongside.core.law.timer import Desk


class Year(NamedTuple):
    """One period of twelve months: its rule, what starts it, the reviews that fall into it, how it ended.

    `started_on` is the first day as far as it is known, and `known` whether it is. `limit` is the last day for the
    review, or None where its rule was not law then. `ended_on` is None while the year runs, and where it `ended` on
    a day that is not known.
    """

    rule: str
    about: Plan | Review
    started_on: date
    known: bool
    limit: Limit | None
    reviews: tuple[Review, ...]
    ended: bool
    ended_on: date | None


def years(plan: Plan, desk: Desk) -> tuple[Year, ...]:
    """The years of a plan, oldest first; the last one runs.

    A review ends with the decision notice, and the next year begins with that day; in the reading `meeting`, with
    its meeting. On the strictest reading it begins with the earlier of the two. One decision may end several reviews:
    they all fall into the year that it ends.
    """
    rule, known, start = "R01", not plan.undated, plan.made_on
    about: Plan | Review = plan
    limit = _limit(rule, start, start, known, desk)
    if not plan.reviews:
        return (Year(rule, about, start, known, limit, (), False, None),)
    by_meeting = desk.law.modes.review_cycle_anchor == "meeting"
    found: list[Year] = []
    within: list[Review] = []
    for ends, review, after in _in_order(plan, by_meeting):
        within.append(review)
        if ends is None or _goes_on(review, after, by_meeting):
            continue
        known_end = review.decided_on is not None or (by_meeting and review.held_on is not None)
        ended_on = ends if known_end else None
        found.append(Year(rule, about, start, known, limit, tuple(within), True, ended_on))
        within = []
        rule, about, start, known = "R02", review, ends, known_end
        limit = _limit(rule, start, min(ends, review.held_on or ends), known, desk)
    found.append(Year(rule, about, start, known, limit, tuple(within), False, None))
    return tuple(found)


def _limit(rule: str, start: date, strictly: date, known: bool, desk: Desk) -> Limit | None:
    limit = desk.law.limits[rule, start]
    if limit is None or (known and strictly == start):
        return limit
    if not known:
        return Limit(limit.parameter, None, None, None)
    earlier = desk.law.limits[rule, strictly] or limit
    return Limit(limit.parameter, limit.statutory, limit.operational, earlier.strict)


def _in_order(plan: Plan, by_meeting: bool) -> list[tuple[date | None, Review, Review | None]]:
    """Each review with the day that ends it and the review after it, in the order of those days."""
    days = [(_ends(review, by_meeting), review) for review in plan.reviews]
    days.sort(key=lambda pair: pair[0] or date.max)
    following = [review for _, review in days[1:]]
    return [(ends, review, after) for (ends, review), after in zip_longest(days, following)]


def _ends(review: Review, by_meeting: bool) -> date | None:
    if by_meeting and review.held_on is not None:
        return review.held_on
    return review.decision.on if review.decision else None


def _goes_on(review: Review, after: Review | None, by_meeting: bool) -> bool:
    """True where the next review was ended by the same decision."""
    if by_meeting or after is None or after.decision is None or review.decision is None:
        return False
    return after.decision.id == review.decision.id
