"""What a chronology says, told as episodes, disputes and plans: the records that duties and queries read.

An *episode* runs from one request (or one coming to attention under section 24) to its end: a plan, a
refusal, a withdrawal, a move. A *dispute* is what one appealable decision opens. A *plan* is held from the
day it was made. How they are read from the events is in `episodes.py`.
"""

from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.dispute_history import Proceedings
from alongside.core.case.episode_history import (
    AdviceRequest,
    Closed,
    Consultation,
    Decision,
    Draft,
    Episode,
    RecordedException,
    Reopening,
    Start,
)
from alongside.core.case.plan_life import PlanLife
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review

__all__ = [
    "AdviceRequest",
    "Closed",
    "Consultation",
    "Decision",
    "Dispute",
    "Draft",
    "Episode",
    "History",
    "Plan",
    "RecordedException",
    "Reopening",
    "Start",
]


class Dispute(NamedTuple):
    """What followed one appealable decision (Children and Families Act 2014 s.51(2)).

    `stage` is where its own steps have brought it; whether the time to appeal has run out is for the law.
    """

    id: str
    about: EventKind
    sent_on: date
    letter_dated_on: date | None
    contacted_on: date | None
    certificate_on: date | None
    appeal_on: date | None
    withdrawn_on: date | None
    ended_on: date | None
    undated: bool = False
    stage: Stage = Stage.APPEAL_WINDOW_OPEN
    proceedings: Proceedings | None = None


class Plan(NamedTuple):
    """One plan held. `own` is False for a plan made elsewhere or before this record began.

    Where `undated`, the day it was made is not known: `made_on` is the last day it can have been. Its reviews,
    amendments and foreseen moves between phases (`review_history.py`) stand oldest first. `kind` is its name in the
    register of kinds of plan (`law/plan_types.py`); empty where the record does not name one.
    """

    id: str
    made_on: date
    own: bool
    ended_on: date | None
    undated: bool = False
    reviews: tuple[Review, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    transfers: tuple[ForeseenTransfer, ...] = ()
    kind: str = ""

    @property
    def reviewed_on(self) -> date | None:
        """The day of the first decision after a review, where it is known."""
        return next((review.decided_on for review in self.reviews if review.decided_on), None)


class History(NamedTuple):
    """A whole chronology, read."""

    stage: Stage
    episodes: tuple[Episode, ...]
    disputes: tuple[Dispute, ...]
    plans: tuple[Plan, ...]
    died_on: date | None
    life: PlanLife | None = None
    born_on: date | None = None
