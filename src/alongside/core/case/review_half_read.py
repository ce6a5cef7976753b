"""The records of `review_history.py` while their chronology is still being read, and the plan they hang on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.history import Consultation, Decision, Draft, Plan
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review


@dataclass(slots=True)
class HalfAmendment:
    """An amendment that may still become a plan."""

    id: str
    notices: list[Draft] = field(default_factory=list)
    held_on: date | None = None
    after_review: bool = False
    represented_on: list[date] = field(default_factory=list)
    consultations: list[Event] = field(default_factory=list)
    final: Decision | None = None
    not_to_amend: Decision | None = None
    from_a_return: bool = False

    def whole(self, consulted: Callable[[Event], Consultation]) -> Amendment:
        """The amendment, frozen. `consulted` makes the record of one consultation."""
        return Amendment(
            self.id,
            tuple(self.notices),
            self.held_on,
            self.after_review,
            tuple(self.represented_on),
            tuple([consulted(event) for event in self.consultations]),
            self.final,
            self.not_to_amend,
            self.from_a_return,
        )


@dataclass(slots=True)
class HalfReview:
    """A review that may still go on."""

    id: str
    begun_on: date
    meeting_on: date | None = None
    noticed_on: date | None = None
    circulated_on: date | None = None
    held_on: date | None = None
    reported_on: date | None = None
    decision: Decision | None = None
    outcome: ReviewOutcome | None = None
    recommended: ReviewOutcome | None = None
    amendment: HalfAmendment | None = None
    school_year: int | None = None
    adulthood_considered: bool = False
    overtaken: bool = False
    from_a_return: bool = False
    by_reassessment: bool = False
    told_until: date | None = None

    @property
    def is_arranged(self) -> bool:
        """True until the meeting was held, or the review ended without one."""
        return self.held_on is None and self.decision is None

    def whole(self, amendment: Amendment | None) -> Review:
        """The review, frozen, with what came of its amendment."""
        return Review(
            self.id,
            self.begun_on,
            self.meeting_on,
            self.noticed_on,
            self.circulated_on,
            self.held_on,
            self.reported_on,
            self.decision,
            self.outcome,
            self.recommended,
            amendment,
            self.school_year,
            self.adulthood_considered,
            self.overtaken,
            self.from_a_return,
            self.by_reassessment,
            self.told_until,
        )


@dataclass(slots=True)
class HalfTransfer:
    """A foreseen transfer that may still be settled. `names` are the ids by which entries may name it."""

    names: tuple[str, ...]
    foreseen_on: date
    transfer: PhaseTransfer
    year: int
    on: date | None
    settled_on: date | None = None
    settled_by: EventKind | None = None

    def whole(self) -> ForeseenTransfer:
        """The transfer, frozen."""
        return ForeseenTransfer(
            self.names[0],
            self.foreseen_on,
            self.transfer,
            self.year,
            self.on,
            self.settled_on,
            self.settled_by,
        )


@dataclass(slots=True)
class HalfPlan:
    """A plan that may still be reviewed, be amended or end.

    `undecided` are the reviews whose meeting was held and whose decision was not sent, `to_amend` those decided so
    without a notice yet, `open_amendments` the notices on which nothing has followed.
    """

    id: str
    made_on: date
    own: bool
    ended_on: date | None = None
    undated: bool = False
    kind: str = ""
    reviews: list[HalfReview] = field(default_factory=list)
    undecided: list[HalfReview] = field(default_factory=list)
    to_amend: list[HalfReview] = field(default_factory=list)
    amendments: list[HalfAmendment] = field(default_factory=list)
    open_amendments: list[HalfAmendment] = field(default_factory=list)
    transfers: list[HalfTransfer] = field(default_factory=list)

    def whole(self, consulted: Callable[[Event], Consultation]) -> Plan:
        """The plan, frozen. `consulted` makes the record of one consultation."""
        if not (self.reviews or self.amendments or self.transfers):
            return Plan(self.id, self.made_on, self.own, self.ended_on, self.undated, kind=self.kind)
        amendments = {id(each): each.whole(consulted) for each in self.amendments}
        return Plan(
            self.id,
            self.made_on,
            self.own,
            self.ended_on,
            self.undated,
            tuple([each.whole(amendments.get(id(each.amendment))) for each in self.reviews]),
            tuple(amendments.values()),
            tuple([each.whole() for each in self.transfers]),
            self.kind,
        )

    def in_arrangement(self, event: Event) -> HalfReview:
        """The review whose meeting is still to be held, or one that begins with this event."""
        if self.reviews and self.reviews[-1].is_arranged:
            return self.reviews[-1]
        review = HalfReview(event.id, event.occurred_on)
        self.reviews.append(review)
        return review

    def begin_amendment(self, event: Event) -> HalfAmendment:
        """An amendment that this event begins, tied to the reviews decided so that have none yet."""
        amendment = HalfAmendment(event.id, after_review=bool(self.to_amend))
        held = [review.held_on for review in self.to_amend if review.held_on is not None]
        amendment.held_on = min(held, default=None)
        for review in self.to_amend:
            review.amendment = amendment
        self.to_amend = []
        self.amendments.append(amendment)
        return amendment
