"""All duties of a case on a day. Compute, never count: nothing here keeps time, and nothing is stored.

`due_dates` gives every duty with its dates and its state; `duties` gives the same with the reasons in
words. The duties stand in one table, in the order of a case's life; each is a function in the file of its
area.
"""

from dataclasses import replace
from datetime import date

from alongside.core.case.ceasing_ends import with_end
from alongside.core.case.codes import EventKind
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute, Episode, History, Plan
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review
from alongside.core.law import (
    account,
    advice,
    amendments,
    ceasing,
    consultations,
    detention,
    phase_transfer,
    plan_life,
    plans,
    requests,
    reviews,
)
from alongside.core.law.dispute_table import OF_DISPUTES, OF_PROCEEDINGS
from alongside.core.law.duty import LIVE, Deadline
from alongside.core.law.lawbook import Law
from alongside.core.law.owed import Owed
from alongside.core.law.review_years import Year, years
from alongside.core.law.timer import CANCELLED, PENDING, Desk, Due

Dues = tuple[Due, ...]


OF_EPISODES: tuple[Owed[Episode, Desk], ...] = (
    Owed("A01", requests.must_consult_before_deciding),
    Owed("A02", requests.must_decide_whether_to_assess),
    Owed("A02n", requests.must_notify_others_of_the_decision),
    Owed("A03", requests.must_tell_of_right_to_give_views),
    Owed("A13", advice.must_ask_for_advice),
    Owed("A04", advice.must_give_advice),
    Owed("A05", plans.must_tell_decision_not_to_issue),
    Owed("A09", plans.should_serve_draft_in_time),
    Owed("A07", plans.family_has_time_to_comment),
    Owed("A07b", plans.must_not_finalise_early),
    Owed("A08", consultations.should_answer_consultation),
    Owed("A06", plans.must_send_final_plan),
)
OF_YEARS: tuple[Owed[Year, Plan, Desk], ...] = (
    Owed("R01", reviews.must_review_in_first_year),
    Owed("R02", reviews.must_review_every_year),
    Owed("R01d", reviews.should_meet_in_time),
    Owed("R06c", reviews.should_decide_within_the_year),
    Owed("R13", reviews.should_review_under_fives_more_often),
)
OF_PLANS: tuple[Owed[Plan, Desk], ...] = (Owed("C04", ceasing.may_last_until_the_year_of_25_ends),)
OF_REVIEWS: tuple[Owed[Review, Plan, Desk], ...] = (
    Owed("R03", reviews.must_give_notice_of_meeting),
    Owed("R04", reviews.must_circulate_advice),
    Owed("R14", reviews.must_consider_adulthood),
    Owed("R05", reviews.must_report_on_meeting),
    Owed("R06", reviews.must_decide_after_review),
    Owed("C02", reviews.must_tell_decision_to_cease),
    Owed("R07", amendments.must_send_amendment_notice),
    Owed("R11", amendments.must_send_amended_plan_within_twelve_weeks),
)
OF_AMENDMENTS: tuple[Owed[Amendment, Plan, Desk], ...] = (
    Owed("R08", amendments.family_has_time_on_amendments),
    Owed("A08", amendments.should_answer_consultation_on_amendments),
    Owed("R10", amendments.must_tell_decision_not_to_amend),
    Owed("R09", amendments.must_send_amended_plan),
    Owed("R12", amendments.must_send_amended_plan_without_review),
    Owed("R09e", amendments.must_send_amended_plan_by_the_earlier_limit),
)
OF_TRANSFERS: tuple[Owed[ForeseenTransfer, Plan, Desk], ...] = (
    Owed("P04", phase_transfer.must_judge_whether_phase_changes),
    Owed("P01p.meeting", phase_transfer.should_meet_before_transfer),
    Owed("P01p.notice", phase_transfer.should_give_notice_before_transfer),
    Owed("P00", phase_transfer.had_to_amend_before_september_2015),
    Owed("P01", phase_transfer.must_amend_before_next_school),
    Owed("P02", phase_transfer.must_amend_before_post_16),
    Owed("P03", phase_transfer.must_amend_before_another_post_16),
)
DUTIES: tuple[Owed[...], ...] = (
    *OF_EPISODES,
    *OF_YEARS,
    *OF_PLANS,
    *OF_REVIEWS,
    *OF_AMENDMENTS,
    *OF_TRANSFERS,
    *plan_life.TABLES,
    *OF_DISPUTES,
    *OF_PROCEEDINGS,
)


def until(facts: Facts, on: date) -> Facts:
    """The case as things stood at the end of a day: what happened later is left out."""
    if not facts.events or facts.events[-1].occurred_on <= on:
        return facts
    return replace(facts, events=tuple(event for event in facts.events if event.occurred_on <= on))


def due_dates(facts: Facts, *, on: date, law: Law) -> Dues:
    """Every duty of every episode, plan and decision on this day, without words. For caches and counts."""
    return _dues(_desk(history(until(facts, on)), on, law))


def duties(facts: Facts, *, on: date, law: Law, rule: str = "") -> tuple[Deadline, ...]:
    """Every duty of every episode, plan and decision on this day, with the reasons for each.

    `on` is the day asked about; what happened after it does not count. The order is that of the episodes,
    then plans, then what befalls them, then rights to mediation and appeal; within each, that of a case's life.
    `rule` gives those of one rule only: reasons take longer to write than dates to work out.
    """
    return duties_told(history(until(facts, on)), on=on, law=law, rule=rule)


def duties_told(told: History, *, on: date, law: Law, rule: str = "") -> tuple[Deadline, ...]:
    """The same from a chronology that has been read already, as things stood at the end of this day."""
    desk = _desk(told, on, law)
    return tuple([account.deadline(due, desk) for due in _dues(desk) if not rule or due.rule == rule])


def _desk(told: History, on: date, law: Law) -> Desk:
    if told.died_on is not None:  # no time runs after a death
        on = min(on, told.died_on)
    return Desk(told if told.life is None else with_end(told, on, law), on, law)


def _dues(desk: Desk) -> Dues:
    told: History = desk.history
    found: list[Due] = []
    for episode in told.episodes:
        for duty in OF_EPISODES:
            found += duty.work_out(episode, desk)
        if episode.detained_on is not None:
            found += plan_life.of_detained(episode, desk)
    for plan in told.plans:
        found += _of_plan(plan, desk)
    if told.life is not None:
        held = told.plans[-1] if told.plans else None
        life = _governed(list(plan_life.dues(told.life, desk)), held, desk)
        found = [*detention.overtaken(found, told.life), *life]
    for dispute in told.disputes:
        found += of_dispute(dispute, desk)
    return tuple(found) if told.died_on is None else tuple([_silenced(due) for due in found])


def _governed(dues: list[Due], plan: Plan | None, desk: Desk) -> list[Due]:
    """Those by which the kind of this plan is governed; all of them where they are about no plan."""
    if plan is None:
        return dues
    kind = desk.law.plan_type(plan.kind, plan.made_on)
    return [due for due in dues if kind.is_governed_by(due.rule)]


def of_dispute(dispute: Dispute, desk: Desk) -> list[Due]:
    """Every duty and right of one dispute."""
    found: list[Due] = []
    for right in OF_DISPUTES:
        found += right.work_out(dispute, desk)
    if dispute.proceedings is not None:
        for step in OF_PROCEEDINGS:
            found += step.work_out(dispute, desk)
    return _governed(found, _disputed(dispute, desk.history), desk)


def _disputed(dispute: Dispute, told: History) -> Plan | None:
    """The plan that a decision is about, unless it is one that refuses an assessment or a plan."""
    if dispute.about not in (EventKind.REFUSAL_TO_ASSESS_SENT, EventKind.NO_PLAN_NOTICE_SENT):
        for plan in reversed(told.plans):
            if plan.made_on <= dispute.sent_on:
                return plan
    return None


def _of_plan(plan: Plan, desk: Desk) -> list[Due]:
    found: list[Due] = []
    for year in years(plan, desk):
        for of_year in OF_YEARS:
            found += of_year.work_out(year, plan, desk)
    for of_plan in OF_PLANS:
        found += of_plan.work_out(plan, desk)
    for review in plan.reviews:
        for of_review in OF_REVIEWS:
            found += of_review.work_out(review, plan, desk)
    for amendment in plan.amendments:
        for of_amendment in OF_AMENDMENTS:
            found += of_amendment.work_out(amendment, plan, desk)
    for transfer in plan.transfers:
        for of_transfer in OF_TRANSFERS:
            found += of_transfer.work_out(transfer, plan, desk)
    return _governed(found, plan, desk)


def _silenced(due: Due) -> Due:
    """After a death nothing is owed any more, to nobody and by nobody (rule C06)."""
    owed = due.met_on is None and (due.state in LIVE or due.state is PENDING)
    return due._replace(state=CANCELLED, days_late=0) if owed else due
