"""Where a case stands on a day, and what may follow (law.md 12.1 for the assessment, 12.6 for disputes).

The stage is never stored: it is read from the chronology. One table says which event leads where; the
answer to "may this follow?" and the diagram in the rule book are both read from it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from alongside.core.case import certificates
from alongside.core.case.ceasing_ends import with_end
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.dispute_moves import PAPERS
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute, History
from alongside.core.case.moves import CLERICAL, FOLLOWS, kind_words, stage_words
from alongside.core.case.plan_life_stages import regions
from alongside.core.case.reader import REFUSED
from alongside.core.case.review_stages import review_regions
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
    "state_told",
]


_CAME_TO_NOTHING = frozenset({Stage.CLOSED_NO_APPEAL, Stage.CLOSED_WITHDRAWN})
"""Endings of a request that leave a plan held before it, if there is one, as it was."""


_AGREED = frozenset({Stage.AGREED, Stage.COMPLIED})
_NOTICE = EventKind.APPEAL_NOTICE_RECEIVED
_BINDS_TO_ASSESS = frozenset({Stage.ORDER_MADE, Stage.UNOPPOSED, Stage.AGREED})
"""Once an assessment is ordered, conceded or agreed the family is told of it, though it has begun (O02a, U01, M07)."""


class AppealLimit(Protocol):
    """What a stage needs of the law: when the time to appeal ends. `law.lawbook.Law` has it."""

    def appeal_by(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The last day on which the Tribunal may receive an appeal, or None where it is not known."""
        ...

    def may_cease_on(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The first day on which a plan may end after notice of the decision, or None where it is not known."""
        ...

    def contact_adviser_by(self, sent_on: date) -> date | None:
        """The last day on which to contact a mediation adviser, or None where it is not known."""
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
    """Where a case stands: its stage in the assessment and each appealable decision that is alive.

    `regions` are the other regions that are not at rest, each with its stage. `settled` are the disputes that were
    decided and carried out before the latest: nothing is to be done in them, but papers about them may still come.
    """

    assess: Stage
    appeals: tuple[DisputeState, ...] = ()
    regions: tuple[tuple[Region, Stage], ...] = ()
    settled: tuple[DisputeState, ...] = ()

    @property
    def disputes(self) -> tuple[Stage, ...]:
        """The stage of each dispute, oldest first."""
        return tuple(appeal.stage for appeal in self.appeals)

    @property
    def text(self) -> str:
        """The state as worked cases write it, for example REFUSED_TO_ASSESS;DISPUTE=APPEAL_WINDOW_OPEN."""
        others = [*self.regions, *((Region.DISPUTE, stage) for stage in self.disputes)]
        return ";".join([self.assess, *(f"{region}={stage}" for region, stage in others)])


def state_of(facts: Facts, *, on: date, law: AppealLimit) -> State:
    """Where the case stands at the end of this day. What happened later does not count.

    A refusal whose time to appeal has run out without an appeal is closed.
    """
    known = facts.events
    if known and known[-1].occurred_on > on:
        known = tuple(event for event in known if event.occurred_on <= on)
    return state_told(history(Facts(facts.case_id, facts.born_on, known)), on=on, law=law)


def state_told(told: History, *, on: date, law: AppealLimit) -> State:
    """The same from a chronology that has been read already, as things stood at the end of this day."""
    if told.died_on is not None:
        return State(told.stage)
    told = with_end(told, on, law)
    read = [(dispute, _dispute_state(dispute, told, on, law)) for dispute in told.disputes]
    disputes = tuple(state for _, state in read if state is not None)
    settled = tuple(_settled(each) for each, state in read if state is None and each.ended_on is not None)
    stage = told.stage
    if stage in REFUSED and not _refusal_stands_open(told, disputes, on):
        stage = Stage.CLOSED_NO_APPEAL
    if stage in _CAME_TO_NOTHING and told.plans and told.plans[-1].ended_on is None:
        stage = Stage.PLAN_MAINTAINED
    others = (*review_regions(told), *regions(told, on, law, [each.decision for each in disputes]))
    if (Region.CEASE, Stage.CEASED) in others and stage is Stage.PLAN_MAINTAINED:
        stage = Stage.CLOSED_CEASED
    return State(stage, disputes, others, settled)


def check_may_follow(state: State, kind: EventKind) -> None:
    """Raises MayNotFollow, with what may follow instead, unless this kind of event may follow this state."""
    if can_follow(state, kind):
        return
    if state.assess is Stage.CLOSED_DECEASED:
        raise MayNotFollow("The child has died. Nothing more can be recorded but the correction of an error.")
    allowed = sorted(_following(state), key=lambda each: each.value)
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
    if kind is EventKind.DECISION_TO_ASSESS_NOTIFIED and state.assess is Stage.ASSESSING:
        return any(stage in _BINDS_TO_ASSESS for stage in state.disputes)
    return kind in CLERICAL or kind in _following(state)


def _following(state: State) -> set[EventKind]:
    standing = (state.assess, *(stage for _, stage in state.regions), *state.disputes)
    found = {kind for stage in standing for kind in FOLLOWS[stage]}
    return found | PAPERS if state.settled else found


def _refusal_stands_open(told: History, alive: tuple[DisputeState, ...], on: date) -> bool:
    """True while the latest refusal can still be appealed, or was decided by the Tribunal."""
    latest = told.disputes[-1]
    return latest.ended_on is not None or any(
        each.decision == latest.id
        and (each.stage not in _AGREED or each.appeal_by is None or on <= each.appeal_by)
        for each in alive
    )


def _dispute_state(dispute: Dispute, told: History, on: date, law: AppealLimit) -> DisputeState | None:
    """The dispute, while something can still come of it: one decided is shown until the next decision, or until what
    was decided is done.
    """
    last, stage = law.appeal_by(dispute.sent_on, dispute.certificate_on), dispute.stage
    if dispute.ended_on is not None or stage in _AGREED:
        done = stage is not Stage.AGREED and not _is_owed(dispute)
        if done and dispute is not told.disputes[-1]:
            return None
    elif dispute.appeal_on is not None and dispute.withdrawn_on is None:
        if stage is Stage.APPEAL_REGISTERED and _came_late(dispute, last):
            stage = Stage.LATE_APPLICATION
    elif last is not None and on > last:
        if not certificates.may_come(dispute, law):
            return None
        stage = Stage.CERTIFICATE_AWAITED if stage is Stage.APPEAL_WINDOW_OPEN else stage
    return DisputeState(dispute.id, dispute.about, stage, last)


def _is_owed(dispute: Dispute) -> bool:
    """True while something that was ordered or conceded is still to be done. A dismissal asks for nothing."""
    outcomes = dispute.proceedings.outcomes if dispute.proceedings is not None else ()
    return any(not each.is_complied for each in outcomes if each.what is not OrderKind.DISMISSED)


def _settled(dispute: Dispute) -> DisputeState:
    return DisputeState(dispute.id, dispute.about, dispute.stage, None)


def _came_late(dispute: Dispute, last: date | None) -> bool:
    """True for an appeal that came after its last day and that the Tribunal has not registered."""
    more = dispute.proceedings
    if last is None or dispute.appeal_on is None or more is None or _NOTICE in more.acts:
        return False
    return dispute.appeal_on > last or (dispute.appeal_on == last and more.late_in_day)
