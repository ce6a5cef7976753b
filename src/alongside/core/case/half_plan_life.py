"""The records of `plan_life.py` while their chronology is still being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alongside.core.case.ceasing_history import Ceasing, LeftEducation, Setting
from alongside.core.case.detention_history import Detention
from alongside.core.case.episode_history import Closed
from alongside.core.case.half_read import Answers, HalfEpisode
from alongside.core.case.payment_history import DirectPayments
from alongside.core.case.plan_life import PlanLife
from alongside.core.case.reassess_history import Reassessment
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move, Succession


@dataclass(slots=True)
class HalfPlanLife:
    """The same while its chronology is still being read. The records themselves are frozen and replaced.

    `work` is the work of the reassessment that is under way.
    """

    reassessments: list[Reassessment] = field(default_factory=list)
    works: dict[str, HalfEpisode] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    commissioners: list[CommissionerChange] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)
    ceasings: list[Ceasing] = field(default_factory=list)
    left_education: list[LeftEducation] = field(default_factory=list)
    detentions: list[Detention] = field(default_factory=list)
    payments: list[DirectPayments] = field(default_factory=list)
    setting: Setting | None = None
    work: HalfEpisode | None = None

    def whole(self, answers: Answers) -> PlanLife:
        """All of it, frozen."""
        return PlanLife(
            tuple([_with_work(each, self.works, answers) for each in self.reassessments]),
            tuple(self.moves),
            tuple(self.arrivals),
            tuple(self.commissioners),
            tuple(self.successions),
            tuple(self.ceasings),
            tuple(self.left_education),
            tuple(self.detentions),
            tuple(self.payments),
            self.setting,
        )

    def end_work(self, closed: Closed | None) -> None:
        """The work of the reassessment is over: with a plan, or closed without one."""
        if self.work is not None:
            self.work.closed = closed
            self.work = None


def _with_work(each: Reassessment, works: Mapping[str, HalfEpisode], answers: Answers) -> Reassessment:
    work = works.get(each.id)
    return each if work is None else each._replace(work=work.whole(answers))
