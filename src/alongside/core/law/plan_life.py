"""The duties in the life of a plan besides its reviews, in tables by what they are about, and their order."""

from collections.abc import Iterator
from typing import TypeVar

from alongside.core.case.ceasing_history import Ceasing, LeftEducation
from alongside.core.case.detention_history import Detention
from alongside.core.case.history import Episode
from alongside.core.case.payment_history import DirectPayments
from alongside.core.case.plan_life import PlanLife
from alongside.core.case.reassess_history import Reassessment
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move
from alongside.core.law import advice, ceasing, consultations, detention, personal_budgets, plans
from alongside.core.law import reassessments as ra
from alongside.core.law import transfers as tr
from alongside.core.law.owed import Owed
from alongside.core.law.timer import Desk, Due

Record = TypeVar("Record")

OF_REASSESSMENTS: tuple[Owed[Reassessment, Desk], ...] = (
    Owed("Z01", ra.must_answer_request_to_reassess),
    Owed("Z05", ra.family_has_time_to_comment_on_reassessment),
    Owed("Z03", ra.must_finish_reassessment),
    Owed("Z06", ra.must_tell_that_plan_is_not_amended),
)
# What a reassessment shares with an assessment.
OF_WORKS: tuple[Owed[Episode, Desk], ...] = (
    Owed("A04", advice.must_give_advice),
    Owed("A07b", plans.must_not_finalise_early),
    Owed("A08", consultations.should_answer_consultation),
)
OF_MOVES: tuple[Owed[Move, Desk], ...] = (Owed("T01", tr.must_transfer_plan),)
OF_ARRIVALS: tuple[Owed[Arrival, Desk], ...] = (
    Owed("T02", tr.must_tell_family_after_transfer),
    Owed("T03", tr.must_review_after_transfer),
    Owed("T05", tr.must_place_at_another_school_meanwhile),
)
OF_COMMISSIONERS: tuple[Owed[CommissionerChange, Desk], ...] = (
    Owed("T04", tr.must_tell_new_commissioner),
    Owed("T04b", tr.must_ask_authority_where_provision_cannot_be_secured),
)
OF_CEASINGS: tuple[Owed[Ceasing, Desk], ...] = (
    Owed("C01", ceasing.must_consult_before_ceasing),
    Owed("C07", ceasing.must_consult_before_ceasing_after_leaving_england),
    Owed("C02.other", ceasing.must_tell_of_decision_to_cease),
    Owed("C03", ceasing.must_keep_plan_while_it_can_be_appealed),
)
OF_LEAVERS: tuple[Owed[LeftEducation, Desk], ...] = (
    Owed("C05", ceasing.must_review_before_ceasing_for_leaving),
)
OF_DETENTIONS: tuple[Owed[Detention, Desk], ...] = (Owed("D07", detention.must_review_on_release),)
OF_PAYMENTS: tuple[Owed[DirectPayments, Desk], ...] = (
    Owed("B01", personal_budgets.must_review_direct_payments),
)
# In place of A02, A05, A06 and A07 for somebody in relevant youth accommodation.
OF_DETAINED_EPISODES: tuple[Owed[Episode, Desk], ...] = (
    Owed("D01", detention.must_decide_whether_to_assess_detained_person),
    Owed("D02", detention.must_tell_decision_not_to_secure_plan),
    Owed("D04", detention.detained_person_has_time_to_comment),
    Owed("D03", detention.must_send_final_plan_of_detained_person),
)
TABLES: tuple[Owed[...], ...] = (
    *OF_DETAINED_EPISODES,
    *OF_REASSESSMENTS,
    *OF_MOVES,
    *OF_ARRIVALS,
    *OF_COMMISSIONERS,
    *OF_CEASINGS,
    *OF_LEAVERS,
    *OF_DETENTIONS,
    *OF_PAYMENTS,
)


def dues(life: PlanLife, desk: Desk) -> Iterator[Due]:
    """Every duty in the life of a plan, area by area."""
    for each in life.reassessments:
        yield from _of(OF_REASSESSMENTS, each, desk)
        if each.work is not None:
            yield from advice.must_ask_for_advice_anew(each, desk)
            yield from _of(OF_WORKS, each.work, desk)
    for move in life.moves:
        yield from _of(OF_MOVES, move, desk)
    for arrival in life.arrivals:
        yield from _of(OF_ARRIVALS, arrival, desk)
    for change in life.commissioners:
        yield from _of(OF_COMMISSIONERS, change, desk)
    for one in life.ceasings:
        yield from _of(OF_CEASINGS, one, desk)
    for left in life.left_education:
        yield from _of(OF_LEAVERS, left, desk)
    for time in life.detentions:
        yield from _of(OF_DETENTIONS, time, desk)
    for payments in life.payments:
        yield from _of(OF_PAYMENTS, payments, desk)


def of_detained(episode: Episode, desk: Desk) -> Iterator[Due]:
    """The duties of an assessment of somebody who is, or was, detained."""
    return _of(OF_DETAINED_EPISODES, episode, desk)


def _of(table: tuple[Owed[Record, Desk], ...], record: Record, desk: Desk) -> Iterator[Due]:
    for duty in table:
        yield from duty.work_out(record, desk)
