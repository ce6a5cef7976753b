"""What has become of one limit by a given day: the part that every duty shares."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from alongside.core.case.ceasing_history import Ceasing, LeftEducation
from alongside.core.case.codes import TimerState
from alongside.core.case.detention_history import Detention
from alongside.core.case.dispute_history import Act, Direction, Outcome, Recommendation
from alongside.core.case.history import (
    AdviceRequest,
    Consultation,
    Decision,
    Dispute,
    Draft,
    Episode,
    History,
    Plan,
    Reopening,
    Start,
)
from alongside.core.case.payment_history import DirectPayments
from alongside.core.case.reader import REFUSED
from alongside.core.case.reassess_history import Reassessment
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move
from alongside.core.law.duty import LIVE, DutyBearer
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.parameter import Parameter

OfPlanLife = (
    Reassessment | Move | Arrival | CommissionerChange | Ceasing | LeftEducation | Detention | DirectPayments
)
OfReviews = Review | Amendment | ForeseenTransfer
OfDisputes = Act | Direction | Outcome | Recommendation
About = (
    OfReviews
    | OfPlanLife
    | OfDisputes
    | Start
    | Decision
    | Reopening
    | AdviceRequest
    | Consultation
    | Draft
    | Dispute
    | Plan
)


class Due(NamedTuple):
    """One duty without its words: what a cache or a count needs. `clock.duties` tells the same with reasons.

    The fields mean what they mean on `duty.Deadline`. `about` is the record that the duty is about, and
    `episode` the episode it belongs to, if any: the words are made from them.
    """

    rule: str
    subject: str
    triggered_on: date
    statutory_due: date | None
    operational_target: date | None
    strict_due: date | None
    state: TimerState
    met_on: date | None
    days_late: int
    parameter: Parameter
    about: About
    episode: Episode | None

    @property
    def bearer(self) -> DutyBearer:
        """Who owes the duty or holds the right."""
        return self.parameter.bearer

    @property
    def is_live(self) -> bool:
        """True while somebody still has to do it."""
        return self.met_on is None and self.state in LIVE


_DUE: Callable[[tuple[object, ...]], Due] = partial(tuple.__new__, Due)


class Desk(NamedTuple):
    """What a duty is worked out with: the whole history, the day asked about, and the law."""

    history: History
    on: date
    law: Law


PENDING, RUNNING, OVERDUE, MET, MET_LATE = (
    TimerState.PENDING,
    TimerState.RUNNING,
    TimerState.OVERDUE,
    TimerState.MET,
    TimerState.MET_LATE,
)
CANCELLED, SUPERSEDED, DISAPPLIED = TimerState.CANCELLED, TimerState.SUPERSEDED, TimerState.DISAPPLIED


def become(
    due: date | None, on: date, met_on: date | None, stopped: TimerState | None, disapplied: bool = False
) -> tuple[TimerState, int]:
    """The state of a limit and the calendar days by which it was or is missed.

    Met counts first, then what stopped it; an exception takes the limit away but not the duty, so it is never
    late. A limit whose date is not known runs.
    """
    if met_on is not None:
        if due is None or met_on <= due:
            return MET, 0
        return (DISAPPLIED, 0) if disapplied else (MET_LATE, (met_on - due).days)
    if stopped is not None:
        return stopped, 0
    if disapplied:
        return DISAPPLIED, 0
    if due is not None and on > due:
        return OVERDUE, (on - due).days
    return RUNNING, 0


def ended(episode: Episode) -> TimerState | None:
    """CANCELLED once the episode was closed or refused, for what is then no longer owed."""
    return CANCELLED if episode.closed is not None or episode.stage in REFUSED else None


def due_of(
    limit: Limit,
    start: date,
    about: About,
    episode: Episode | None,
    outcome: tuple[TimerState, int, date | None],
) -> Due:
    """The duty, put together. `outcome` is its state, the days late and the day it was met."""
    state, late, met_on = outcome
    parameter, statutory, operational, strict = limit
    # Due(…) by its shortest way: it is made some thirty times for each case.
    return _DUE(
        (
            parameter.id,
            about.id,
            start,
            statutory,
            operational,
            strict,
            state,
            met_on,
            late,
            parameter,
            about,
            episode,
        )
    )
