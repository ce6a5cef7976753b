"""Moves between phases of education (P00-P04): the plan is reviewed and amended well before the child moves on."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Plan
from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.case.review_history import ForeseenTransfer
from alongside.core.law import amendments
from alongside.core.law.lawbook import Limit
from alongside.core.law.modes import Modes
from alongside.core.law.timer import CANCELLED, PENDING, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
SEPTEMBER = 9
AMENDED_PLAN = frozenset({"R09", "R09e", "R11", "R12", "P00", "P01", "P02", "P03"})
"""Rules that set a last day for the same deed: sending the amended plan."""
RULES: Mapping[PhaseTransfer, str] = MappingProxyType(
    {
        PhaseTransfer.EARLY_YEARS_TO_SCHOOL: "P01",
        PhaseTransfer.INFANT_TO_JUNIOR: "P01",
        PhaseTransfer.PRIMARY_TO_MIDDLE: "P01",
        PhaseTransfer.PRIMARY_TO_SECONDARY: "P01",
        PhaseTransfer.MIDDLE_TO_SECONDARY: "P01",
        PhaseTransfer.SECONDARY_TO_POST_16: "P02",
        PhaseTransfer.POST_16_TO_POST_16: "P03",
        PhaseTransfer.SAME_SETTING: "P04",
    }
)


def must_amend_before_next_school(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """Before 15 February of the year in which a child moves from early years to school, from infant to junior, from
    primary to middle or secondary, or from middle to secondary school, the authority has reviewed the plan and
    amended it to name the next school or type.

    It holds for a child who is within twelve months of the move. The Code says "by 15 February"; on the strict
    reading of "before", the last day is the 14th. A recorded decision that no amendment is needed meets it too. The
    limits of a review run beside it, and whichever is earlier binds.
    """
    return _due("P01", transfer, plan, desk)


def must_amend_before_post_16(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """Before 31 March of the year in which a young person moves from secondary school to a post-16 setting, the
    authority has reviewed the plan and amended it to name the next setting or type.

    It holds for a young person who is within twelve months of the move. On the strict reading of "before", the last
    day is 30 March.
    """
    return _due("P02", transfer, plan, desk)


def must_amend_before_another_post_16(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """At least five months before a young person moves from one post-16 setting to another, the authority has reviewed
    the plan and amended it.

    Where the month five months before has no such day, the last day of that month counts.
    """
    return _due("P03", transfer, plan, desk)


def had_to_amend_before_september_2015(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """For moves to a post-16 setting on 1 September 2015 the last day was 31 May 2015. This rule has expired."""
    return _due("P00", transfer, plan, desk)


def must_judge_whether_phase_changes(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """Where a child stays in the same setting while the phase changes, a person decides whether that is a transfer
    between phases.

    All-through schools, first and middle schools and a school's own sixth form are such cases. In the reading
    `treat_as_transfer` they are treated as a move to the next school.
    """
    return _due("P04", transfer, plan, desk)


def should_meet_before_transfer(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """The latest day for the review meeting, if the amended plan is to be sent in time for a move between phases.

    This is a planning date: twelve weeks before the last day for the amended plan.
    """
    held = [review.held_on for review in plan.reviews if review.held_on is not None]
    return _planned("P01p.meeting", held, transfer, plan, desk)


def should_give_notice_before_transfer(transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    """The latest day for the notice of the proposed amendments, if the amended plan is to be sent in time for a move
    between phases.

    This is a planning date: eight weeks before the last day for the amended plan.
    """
    sent = [amendment.sent_on for amendment in plan.amendments if amendment.sent_on is not None]
    return _planned("P01p.notice", sent, transfer, plan, desk)


def rule_of(transfer: ForeseenTransfer, desk: Desk) -> str:
    """The rule that a foreseen transfer comes under. In one year the rule for post-16 settings was another."""
    rule = RULES[transfer.transfer]
    if rule == "P04" and desk.law.modes.same_setting_mode == "treat_as_transfer":
        return "P01"
    if rule == "P02" and transfer.on is not None and desk.law.limits["P00", transfer.on] is not None:
        return "P00"
    return rule


def judged(same_setting: bool, rule: str, modes: Modes) -> str:
    """Whether a change of year group is a transfer between phases: the rule that it comes under, or HUMAN_CHECK for a
    child who stays in the same setting, which a person must judge (rule P04).
    """
    return "HUMAN_CHECK" if same_setting and modes.same_setting_mode == "human_check" else rule


def for_amended_plan(plan: Plan, desk: Desk) -> Dues:
    """Every limit for sending the amended plan, of the plan's reviews, its amendments and the moves ahead."""
    found: list[Due] = []
    for review in plan.reviews:
        found += amendments.must_send_amended_plan_within_twelve_weeks(review, plan, desk)
    for amendment in plan.amendments:
        found += amendments.must_send_amended_plan(amendment, plan, desk)
        found += amendments.must_send_amended_plan_without_review(amendment, plan, desk)
        found += amendments.must_send_amended_plan_by_the_earlier_limit(amendment, plan, desk)
    for transfer in plan.transfers:
        rule = rule_of(transfer, desk)
        found += _due(rule, transfer, plan, desk) if rule in AMENDED_PLAN else ()
    return tuple(found)


def binds_first(dues: Iterable[Due]) -> Due | None:
    """Of the live limits of one plan for sending the amended plan, the one that ends first.

    The limits of a review and of a transfer between phases run beside each other, and whichever is earlier binds.
    None where none is live or no last day is known.
    """
    live = [due for due in dues if due.rule in AMENDED_PLAN and due.is_live and due.statutory_due is not None]
    return min(live, key=lambda due: due.statutory_due or date.max, default=None)


def _due(rule: str, transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    limit = _limit(transfer, desk) if rule_of(transfer, desk) == rule else None
    if limit is None:
        return ()
    return (_become(limit, transfer.settled_on, None, transfer, plan, desk),)


def _planned(rule: str, done: list[date], transfer: ForeseenTransfer, plan: Plan, desk: Desk) -> Dues:
    last = _limit(transfer, desk)
    limit = desk.law.limits[rule, last.statutory] if last and last.statutory else None
    if limit is None or last is None:
        return ()
    if last.strict is not None and last.strict != last.statutory:
        strictly = desk.law.limits[rule, last.strict] or limit
        limit = Limit(limit.parameter, limit.statutory, limit.operational, strictly.strict)
    begins = _begins(transfer, desk)
    met_on = min((day for day in done if day >= begins), default=None)
    stopped = SUPERSEDED if transfer.settled_on is not None else None
    return (_become(limit, met_on, stopped, transfer, plan, desk),)


def _become(
    limit: Limit,
    met_on: date | None,
    stopped: TimerState | None,
    transfer: ForeseenTransfer,
    plan: Plan,
    desk: Desk,
) -> Due:
    begins = _begins(transfer, desk)
    if stopped is None and plan.ended_on is not None:
        stopped = CANCELLED
    if stopped is None and desk.on < begins:
        stopped = PENDING
    state, late = become(limit.statutory, desk.on, met_on, stopped)
    start = max(begins, transfer.foreseen_on)
    return due_of(limit, start, transfer, None, (state, late, met_on))


def _limit(transfer: ForeseenTransfer, desk: Desk) -> Limit | None:
    """The limit by the day of the transfer; where only its year is known, by the start of that school year."""
    limit = desk.law.limits[rule_of(transfer, desk), _moves_on(transfer)]
    if limit is not None and transfer.on is None and limit.parameter.count == "months_before":
        return Limit(limit.parameter, None, None, None)
    return limit


def _moves_on(transfer: ForeseenTransfer) -> date:
    return transfer.on or date(transfer.year, SEPTEMBER, 1)


def _begins(transfer: ForeseenTransfer, desk: Desk) -> date:
    """The day from which the child is within twelve months of the transfer."""
    moves_on = _moves_on(transfer)
    within = desk.law.limits["P00.within", moves_on]
    return within.statutory if within is not None and within.statutory else moves_on
