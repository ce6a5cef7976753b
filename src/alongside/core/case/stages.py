"""Where a case stands on a day, and what may follow (law.md 12.1 for the assessment, 12.6 for disputes).

The stage is never stored: it is read from the chronology. One table says which event leads where; the
answer to "may this follow?" and the diagram in the rule book are both read from it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute
from alongside.core.case.moves import CLERICAL, FOLLOWS, kind_words, stage_words
from alongside.core.case.reader import REFUSED
from alongside.core.refusal import Refused

__all__ = [
    "CLERICAL",
    "FOLLOWS",
    "AppealLimit",
    "DisputeState",
    "MayNotFollow",
    "State",
    "can_follow",
    "check_may_follow",
    "state_of",
]


_CAME_TO_NOTHING = frozenset({Stage.CLOSED_NO_APPEAL, Stage.CLOSED_WITHDRAWN})
"""Endings of a request that leave a plan held before it, if there is one, as it was."""


class AppealLimit(Protocol):
    """What a stage needs of the law: when the time to appeal ends. `law.lawbook.Law` has it."""

    def appeal_by(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The last day on which the Tribunal may receive an appeal, or None where it is not known."""
        ...


class MayNotFollow(Refused):
    """An event may not follow where the case stands; the sentence says why and what can be recorded
    instead.
    """


@dataclass(frozen=True, slots=True)
class DisputeState:
    """A decision that can still be, or is being, appealed. `decision` is the id of its event."""

    decision: str
    about: EventKind
    stage: Stage
    appeal_by: date | None


@dataclass(frozen=True, slots=True)
class State:
    """Where a case stands: its stage in the assessment and each appealable decision that is alive."""

    assess: Stage
    appeals: tuple[DisputeState, ...] = ()

    @property
    def disputes(self) -> tuple[Stage, ...]:
        """The stage of each dispute, oldest first."""
        return tuple(appeal.stage for appeal in self.appeals)

    @property
    def text(self) -> str:
        """The state as worked cases write it, for example REFUSED_TO_ASSESS;DISPUTE=APPEAL_WINDOW_OPEN."""
        return ";".join([self.assess, *(f"{Region.DISPUTE}={stage}" for stage in self.disputes)])


def state_of(facts: Facts, *, on: date, law: AppealLimit) -> State:
    """Where the case stands at the end of this day. What happened later does not count.

    A refusal whose time to appeal has run out without an appeal is closed.
    """
    known = facts.events
    if known and known[-1].occurred_on > on:
        known = tuple(event for event in known if event.occurred_on <= on)
    told = history(Facts(facts.case_id, facts.born_on, known))
    if told.died_on is not None:
        return State(told.stage)
    disputes = tuple(
        state for dispute in told.disputes if (state := _dispute_state(dispute, on, law)) is not None
    )
    stage = told.stage
    if stage in REFUSED and not _refusal_stands_open(told.disputes, disputes):
        stage = Stage.CLOSED_NO_APPEAL
    if stage in _CAME_TO_NOTHING and told.plans and told.plans[-1].ended_on is None:
        stage = Stage.PLAN_MAINTAINED
    return State(stage, disputes)


def check_may_follow(state: State, kind: EventKind) -> None:
    """Raises MayNotFollow, with what may follow instead, unless this kind of event may follow this state."""
    if can_follow(state, kind):
        return
    if state.assess is Stage.CLOSED_DECEASED:
        raise MayNotFollow("The child has died. Nothing more can be recorded but the correction of an error.")
    allowed = sorted(
        {each for stage in _stages(state) for each in FOLLOWS[stage]}, key=lambda each: each.value
    )
    instead = ", ".join(kind_words(each) for each in allowed) or "nothing of the assessment"
    raise MayNotFollow(
        f"“{kind_words(kind)}” cannot be recorded now: {stage_words(state.assess)} What can be recorded is: "
        f"{instead}. If an earlier entry is wrong, correct that entry first."
    )


def can_follow(state: State, kind: EventKind) -> bool:
    """True if this kind of event may follow this state."""
    if kind is EventKind.RECORDED_IN_ERROR:
        return True
    if state.assess is Stage.CLOSED_DECEASED:
        return False
    return kind in CLERICAL or any(kind in FOLLOWS[stage] for stage in _stages(state))


def _stages(state: State) -> tuple[Stage, ...]:
    return (state.assess, *state.disputes)


def _refusal_stands_open(disputes: tuple[Dispute, ...], alive: tuple[DisputeState, ...]) -> bool:
    """True while the latest refusal can still be appealed, or was decided by the Tribunal."""
    latest = disputes[-1]
    return latest.ended_on is not None or any(each.decision == latest.id for each in alive)


def _dispute_state(dispute: Dispute, on: date, law: AppealLimit) -> DisputeState | None:
    if dispute.ended_on is not None:
        return None
    last = law.appeal_by(dispute.sent_on, dispute.certificate_on)
    if dispute.appeal_on is not None and dispute.withdrawn_on is None:
        stage = Stage.APPEAL_REGISTERED
    elif last is not None and on > last:
        return None
    elif dispute.certificate_on is not None:
        stage = Stage.CERTIFICATE_ISSUED
    else:
        stage = Stage.APPEAL_WINDOW_OPEN
    return DisputeState(dispute.id, dispute.about, stage, last)
