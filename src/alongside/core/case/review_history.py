"""What a chronology says of the life of a plan: its reviews, its amendments, the moves between phases ahead.

They hang on the plan that they are about (`history.Plan`). How they are read is in `review_steps.py`.
"""

from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import EventKind
from alongside.core.case.episode_history import Consultation, Decision, Draft
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome


class Amendment(NamedTuple):
    """One way from a notice of proposed amendments to an amended plan, or to the decision not to amend.

    `notices` are empty where an amended plan was sent and no notice is on record. `held_on` is the day of the
    first meeting of the reviews that led to it, if known; `after_review` is False for an amendment without a
    review (SEND Regulations 2014 reg 28). `from_a_return`: a return tells of the notice and not of what followed.
    """

    id: str
    notices: tuple[Draft, ...]
    held_on: date | None
    after_review: bool
    represented_on: tuple[date, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    final: Decision | None = None
    not_to_amend: Decision | None = None
    from_a_return: bool = False

    @property
    def sent_on(self) -> date | None:
        """The day on which the authority sent the first notice: the eight weeks run from it."""
        return self.notices[0].sent_on if self.notices else None

    @property
    def is_open(self) -> bool:
        """True until the amended plan, or the decision not to amend, was sent."""
        return self.final is None and self.not_to_amend is None


class Review(NamedTuple):
    """One review of a plan, from its arrangement to the decision notice with which it ends.

    `meeting_on` is the day arranged last, `noticed_on` the day on which the people invited were told of that day.
    A review may have no meeting on record, or no decision. `recommended` is what the meeting recommends.
    `overtaken` marks a decision to amend that was followed by the next review's decision before any notice.
    `by_reassessment` marks what is no review but the final plan after a reassessment, from which the year is counted
    anew (Children and Families Act 2014 s.44). `told_until` is the last day of which the return tells, where all that
    is known of the review comes from one.
    """

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
    amendment: Amendment | None = None
    school_year: int | None = None
    adulthood_considered: bool = False
    overtaken: bool = False
    from_a_return: bool = False
    by_reassessment: bool = False
    told_until: date | None = None

    @property
    def decided_on(self) -> date | None:
        """The day on which the decision was notified, where there is one and its day is known."""
        return None if self.decision is None or self.decision.undated else self.decision.on

    @property
    def meets_on(self) -> date | None:
        """The day of the meeting: as held, else as arranged last."""
        return self.held_on or self.meeting_on


class ForeseenTransfer(NamedTuple):
    """A move to the next phase of education that is foreseen (SEND Regulations 2014 regs 2, 18).

    `on` is None where only its calendar year is known. `settled_on` is the day of the amended plan that names the
    next setting or type, or of the recorded decision that no amendment is needed; `settled_by` says which.
    """

    id: str
    foreseen_on: date
    transfer: PhaseTransfer
    year: int
    on: date | None = None
    settled_on: date | None = None
    settled_by: EventKind | None = None
