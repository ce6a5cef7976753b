"""Reviews of a plan: the year (R01, R02, R01d, R13), the meeting (R03, R04, R14, R15), the report and the decision
(R05, R06, R06c, C02).
"""

from datetime import date

from alongside.core.calendar import counting
from alongside.core.case.codes import TimerState
from alongside.core.case.history import Plan
from alongside.core.case.review_codes import ReviewOutcome
from alongside.core.case.review_history import Review
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.review_years import Year
from alongside.core.law.timer import (
    CANCELLED,
    MET_LATE,
    OVERDUE,
    SUPERSEDED,
    Desk,
    Due,
    become,
    due_of,
)

Dues = tuple[Due, ...]
UNDER_FIVE = 5
FIRST_YEAR_GROUP = 5
SCHOOL_YEAR_BEGINS = 9


def must_review_in_first_year(year: Year, plan: Plan, desk: Desk) -> Dues:
    """The authority reviews the plan before the end of the twelve months that start with the day it was made.

    A review ends with the authority's decision notice, so it is the notice that meets the limit. For a
    plan made elsewhere, or before this record began, a first review that is on record only after the
    twelve months does not show that there was none before: that is not known.
    """
    return _year_due("R01", year, plan, desk)


def must_review_every_year(year: Year, plan: Plan, desk: Desk) -> Dues:
    """The authority reviews the plan again before the end of each twelve months that start with the day on which it
    was last reviewed.

    A review ends with the decision notice, so the next year starts with the day of that notice. On the strictest
    reading it starts with the meeting. A review may be held early; the year then starts early too. The final plan
    after a reassessment starts it anew.
    """
    return _year_due("R02", year, plan, desk)


def should_meet_in_time(year: Year, plan: Plan, desk: Desk) -> Dues:
    """The latest day for the review meeting, if the decision, four weeks later, is to fall within the year.

    This is a planning date, worked back from the end of the year of review. No law fixes a day for the meeting.
    """
    ends = year.limit
    limit = desk.law.limits["R01d", ends.statutory] if ends and ends.statutory else None
    if limit is None or ends is None:
        return ()
    if ends.strict is not None and ends.strict != ends.statutory:
        strictly = desk.law.limits["R01d", ends.strict] or limit
        limit = Limit(limit.parameter, limit.statutory, limit.operational, strictly.strict)
    met_on = min([review.held_on for review in year.reviews if review.held_on], default=None)
    return _in_year(limit, met_on, year, plan, desk)


def should_review_under_fives_more_often(year: Year, plan: Plan, desk: Desk) -> Dues:
    """For a child under five the authority considers reviewing the plan every three to six months.

    This is advice of the Code and no limit. The day shown is six months after the last review, or after the plan
    was made; the strict day is three months after it. It ends with the child's fifth birthday.
    """
    born_on, start = desk.history.born_on, year.started_on
    if born_on is None or year.ended or not year.known or start.year - born_on.year > UNDER_FIVE:
        return ()
    fifth = counting.months_after(born_on, 12 * UNDER_FIVE)
    limit, earliest = desk.law.limits["R13", start], desk.law.limits["R13.earliest", start]
    if limit is None or earliest is None or start >= fifth:
        return ()
    limit = Limit(limit.parameter, limit.statutory, limit.operational, earliest.statutory)
    over = plan.ended_on is not None or desk.on >= fifth
    state, late = become(limit.statutory, desk.on, None, CANCELLED if over else None)
    return (due_of(limit, start, year.about, None, (state, late, None)),)


def must_give_notice_of_meeting(review: Review, plan: Plan, desk: Desk) -> Dues:
    """Everybody invited to a review meeting is told its date at least two weeks before it.

    Those invited are the parent or young person, the head or provider, an officer of the authority for education, a
    health professional whom the integrated care board names, and an officer for social care. If the meeting is moved
    to another day, notice of that day is needed. The strict day leaves fourteen clear days between.
    """
    return _before_meeting("R03", review.noticed_on, review, plan, desk)


def must_circulate_advice(review: Review, plan: Plan, desk: Desk) -> Dues:
    """Advice and information about the child or young person are gathered and sent to everybody invited at least two
    weeks before the meeting.
    """
    return _before_meeting("R04", review.circulated_on, review, plan, desk)


def must_consider_adulthood(review: Review, plan: Plan, desk: Desk) -> Dues:
    """In year 9 and later, the review meeting considers what prepares the young person for adulthood.

    The year group is the one recorded for the meeting; else it is worked out from the date of birth. A pupil in
    year 8 is not covered.
    """
    on = review.meets_on
    limit = desk.law.limits["R14", on] if on else None
    if on is None or limit is None:
        return ()
    if not adulthood_required(school_year(review, on, desk.history.born_on), on, desk.law):
        return ()
    met_on = review.held_on if review.adulthood_considered else None
    over = SUPERSEDED if review.held_on or review.decision else _ended(plan)
    return (due_of(limit, on, review, None, (*become(None, desk.on, met_on, over), met_on)),)


def must_report_on_meeting(review: Review, plan: Plan, desk: Desk) -> Dues:
    """Within two weeks of the meeting its report, with recommendations on any amendments, goes to everybody invited.

    The head or principal writes it where they were required to hold the meeting, else the authority does.
    """
    stopped = SUPERSEDED if review.decision or review.from_a_return else _ended(plan)
    return _after_meeting("R05", review.reported_on, stopped, review, desk)


def must_decide_after_review(review: Review, plan: Plan, desk: Desk) -> Dues:
    """Within four weeks of the meeting the authority decides to maintain, amend or cease the plan, and tells the
    family and the setting.

    The four weeks run from the meeting, not from the report. A notice of proposed amendments is such a decision.
    A review ends with this notice.
    """
    return _after_meeting("R06", review.decided_on, _undecided(review, plan), review, desk)


def should_decide_within_the_year(year: Year, plan: Plan, desk: Desk) -> Dues:
    """The decision after a review also falls within the year of review: the earlier of four weeks from the meeting
    and the end of the year counts.

    For a plan made elsewhere, or before this record began, the end of the first year on record counts only where
    the meeting was held within it: earlier reviews are not known.
    """
    found = []
    for review in year.reviews:
        limit = desk.law.limits["R06c", review.held_on] if review.held_on else None
        if limit is not None and review.held_on is not None:
            limit = _capped(limit, year, plan, review.held_on)
            met_on = review.decided_on
            state, late = become(limit.statutory, desk.on, met_on, _undecided(review, plan))
            state, late = _told(state, late, limit, review)
            found.append(due_of(limit, review.held_on, review, None, (state, late, met_on)))
    return tuple(found)


def must_tell_decision_to_cease(review: Review, plan: Plan, desk: Desk) -> Dues:
    """A decision after a review to cease the plan is told to the family, the setting and health within four weeks of
    the meeting.

    It applies once the meeting recommends to cease the plan or the authority decides so.
    """
    if ReviewOutcome.CEASE not in (review.outcome, review.recommended):
        return ()
    ceasing = review.outcome is ReviewOutcome.CEASE
    met_on = review.decided_on if ceasing else None
    stopped = CANCELLED if review.decision and not ceasing else _undecided(review, plan)
    return _after_meeting("C02", met_on, stopped, review, desk)


def termly_list_latest(term_starts_on: date, law: Law) -> Limit | None:
    """By when the authority tells heads, health and its officers who is due for review in a term (rule R15).

    At least two weeks before the term starts (Code 9.172). It is a duty of the authority about all its pupils, not
    of one case. None where the rule was not law then.
    """
    return law.limits["R15", term_starts_on]


def school_year(review: Review, on: date, born_on: date | None) -> int | None:
    """The year group of a pupil on a day: as recorded with the review, else that of the age; None if neither is
    known. Year 9 is the school year in which a pupil turns fourteen.
    """
    if review.school_year is not None or born_on is None:
        return review.school_year
    return _begun_in(on) - _begun_in(born_on) - FIRST_YEAR_GROUP


def adulthood_required(year_group: int | None, on: date, law: Law) -> bool:
    """True where a meeting on this day must consider preparation for adulthood (rule R14)."""
    first = law.limits["R14.year", on] if year_group is not None else None
    return first is not None and year_group is not None and year_group >= first.parameter.number


def earlier_reviews_unknown(due: Due) -> bool:
    """True where reviews before this record began may have met the limit."""
    return isinstance(due.about, Plan) and not due.about.own and due.state in (SUPERSEDED, OVERDUE)


def _begun_in(day: date) -> int:
    """The calendar year in which the school year of a day began, on 1 September."""
    return day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1


def _year_due(rule: str, year: Year, plan: Plan, desk: Desk) -> Dues:
    limit = year.limit
    if limit is None or year.rule != rule:
        return ()
    return _in_year(limit, year.ended_on, year, plan, desk)


def _in_year(limit: Limit, met_on: date | None, year: Year, plan: Plan, desk: Desk) -> Dues:
    state, late = become(limit.statutory, desk.on, met_on, SUPERSEDED if year.ended else _ended(plan))
    if state is MET_LATE and year.about is plan and not plan.own:
        state, late, met_on = SUPERSEDED, 0, None
    return (due_of(limit, year.started_on, year.about, None, (state, late, met_on)),)


def _before_meeting(rule: str, done_on: date | None, review: Review, plan: Plan, desk: Desk) -> Dues:
    on = review.meets_on
    limit = desk.law.limits[rule, on] if on else None
    if on is None or limit is None:
        return ()
    stopped = SUPERSEDED if review.held_on or review.decision else _ended(plan)
    state, late = become(limit.statutory, desk.on, done_on, stopped)
    return (due_of(limit, on, review, None, (state, late, done_on)),)


def _after_meeting(
    rule: str, done_on: date | None, stopped: TimerState | None, review: Review, desk: Desk
) -> Dues:
    held_on = review.held_on
    limit = desk.law.limits[rule, held_on] if held_on else None
    if held_on is None or limit is None:
        return ()
    state, late = _told(*become(limit.statutory, desk.on, done_on, stopped), limit, review)
    return (due_of(limit, held_on, review, None, (state, late, done_on)),)


def _told(state: TimerState, late: int, limit: Limit, review: Review) -> tuple[TimerState, int]:
    """A decision that a return does not tell of is late only if it was so while the return tells; else not known."""
    if state is not OVERDUE or not review.from_a_return:
        return state, late
    until, due = review.told_until, limit.statutory
    return (state, late) if until is not None and due is not None and due < until else (SUPERSEDED, 0)


def _capped(limit: Limit, year: Year, plan: Plan, held_on: date) -> Limit:
    """The earlier of the two limits, date by date; not known where the end of the year is not."""
    ends = year.limit
    if ends is None or ends.statutory is None or limit.statutory is None:
        return Limit(limit.parameter, None, None, limit.strict)
    if held_on > ends.statutory and year.about is plan and not plan.own:
        return limit
    first = ends if ends.statutory < limit.statutory else limit
    strict = limit.strict
    if strict is None or (ends.strict is not None and ends.strict < strict):
        strict = ends.strict
    return Limit(limit.parameter, first.statutory, first.operational, strict)


def _undecided(review: Review, plan: Plan) -> TimerState | None:
    """SUPERSEDED by a decision whose day is not known; CANCELLED if the plan ended before there was one."""
    return SUPERSEDED if review.decision else _ended(plan)


def _ended(plan: Plan) -> TimerState | None:
    return CANCELLED if plan.ended_on is not None else None
