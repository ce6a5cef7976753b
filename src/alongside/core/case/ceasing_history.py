"""What a chronology says of ceasing to maintain a plan (Children and Families Act 2014 s.45)."""

from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.episode_history import Decision


class Ceasing(NamedTuple):
    """One way from the thought of ending a plan to its end, or back.

    `began_on` is the day on which ceasing was first considered, as far as it is on record. `left_england_on` is the
    day of a move out of England or abroad, where that is why. `effect_on` is the day from which the decision itself
    says that the plan ends. `kept_on` is the day on which the decision fell: the authority reversed it, did not
    oppose the appeal or was ordered to go on (`kept_by` says which). `dismissed_on` is the day of an order that
    dismissed the appeal, `ended_on` the day on which the plan ended, `closed_on` that on which it went elsewhere.
    `lapsed`: what came later shows that the plan had ended by itself.
    """

    id: str
    began_on: date
    consulted_on: date | None = None
    left_england_on: date | None = None
    decided: Decision | None = None
    after_review: bool = False
    reason: str = ""
    effect_on: date | None = None
    kept_on: date | None = None
    kept_by: EventKind | None = None
    dismissed_on: date | None = None
    ended_on: date | None = None
    closed_on: date | None = None
    lapsed: bool = False

    @property
    def is_open(self) -> bool:
        """True until the plan ended or went elsewhere, or the thought, or the decision, was given up."""
        return self.ended_on is None and self.kept_on is None and self.closed_on is None

    def stage(self, earliest: date | None, on: date) -> Stage | None:
        """Where the ceasing stands; `earliest` is the first day on which the plan may end, if there is one."""
        if self.kept_on is not None or self.closed_on is not None:
            return None
        if self.ended_on is not None:
            return Stage.CEASED
        if self.decided is None:
            return Stage.CEASE_CONSULTING
        return Stage.CEASED if earliest is not None and on >= earliest else Stage.CEASE_DECIDED_HOLD


class LeftEducation(NamedTuple):
    """A young person left education or training. `reviewed_on` is the day of the review that followed."""

    id: str
    on: date
    reviewed_on: date | None = None
    ceased_on: date | None = None
    closed_on: date | None = None


class Setting(NamedTuple):
    """Where somebody is taught, as far as the end of a plan at twenty-five depends on it."""

    further_education: bool | None
    course_ends_on: date | None
