"""What a chronology says of a reassessment of a plan that is held (Children and Families Act 2014 s.44(2), (3))."""

from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.episode_history import Decision, Episode


class Reassessment(NamedTuple):
    """One way from a request to reassess, or from the authority's own decision, to the plan that comes of it.

    `requested_on` is None where the authority decided of its own accord or the request is not on record. `work` is
    what an assessment is made of (advice, drafts, consultations, exceptions), read as an episode without a start;
    None until the reassessment is agreed. `reopened_on` is the day on which a refusal was put aside: by an order, or
    by a notice that the appeal is not opposed; `reopened_by` says which. `outcome` is the final plan, or the decision
    not to amend the one there is. `closed_on` is the day on which the plan itself ended.
    """

    id: str
    requested_on: date | None = None
    by: str = ""
    refused: Decision | None = None
    agreed: Decision | None = None
    own_decision: bool = False
    reopened_on: date | None = None
    reopened_by: EventKind | None = None
    work: Episode | None = None
    outcome: Decision | None = None
    closed_on: date | None = None

    @property
    def began_on(self) -> date | None:
        """The first day of it that is on record."""
        first = self.refused or self.agreed
        return self.requested_on or (first.on if first is not None else None)

    @property
    def refusal_stands(self) -> bool:
        """True while the reassessment is refused and nothing has put that aside."""
        return self.refused is not None and self.reopened_on is None and self.agreed is None

    @property
    def stage(self) -> Stage | None:
        """Where the reassessment stands; None once it has ended."""
        if self.outcome is not None or self.closed_on is not None:
            return None
        if self.work is not None:
            return Stage.RA_DRAFT_OUT if self.work.drafts else Stage.RA_IN_PROGRESS
        return Stage.RA_REFUSED if self.refusal_stands else Stage.RA_REQUESTED
