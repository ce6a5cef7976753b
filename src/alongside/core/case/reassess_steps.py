"""What each event of a reassessment does. Its advice and drafts are read as those of an assessment are."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.half_read import HalfEpisode
from alongside.core.case.history import Closed, Decision
from alongside.core.case.plan_life_outcomes import AGAINST, outcome_on
from alongside.core.case.reader import Reader, Step, decision_of
from alongside.core.case.reassess_history import Reassessment


def _latest(life: HalfPlanLife) -> Reassessment | None:
    """The latest reassessment that has not ended, refused ones among them."""
    found = life.reassessments[-1] if life.reassessments else None
    return found if found and found.outcome is None and found.closed_on is None else None


def _set(life: HalfPlanLife, found: Reassessment) -> None:
    life.reassessments[-1] = found


def _requested(reader: Reader, event: Event) -> None:
    """A request while one is open, or while a reassessment is under way, joins it."""
    life = reader.plan_life()
    found = _latest(life)
    if found is None or found.refusal_stands:
        by = detail.text(event, "by")
        life.reassessments.append(Reassessment(event.id, event.occurred_on, by))


def _refused(reader: Reader, event: Event) -> None:
    life, decision = reader.plan_life(), decision_of(event)
    found = _latest(life)
    if life.work is not None:
        return
    if found is None or found.refused is not None:
        life.reassessments.append(Reassessment(event.id, refused=decision))
    else:
        _set(life, found._replace(refused=decision))
    reader.open_dispute(decision)


def _agreed(reader: Reader, event: Event) -> None:
    """The authority tells the family that it will reassess, or decides so of its own accord."""
    life, decision = reader.plan_life(), decision_of(event)
    found = _latest(life)
    if found is None:
        found = Reassessment(event.id)
        life.reassessments.append(found)
    if found.agreed is None:
        own = bool(event.details.get("own_decision"))
        _set(life, found._replace(agreed=decision, own_decision=own))
        _begin_work(life, found)


def _begin_work(life: HalfPlanLife, found: Reassessment) -> None:
    if life.work is None:
        life.work = life.works[found.id] = HalfEpisode(found.id, 0, None, Stage.ASSESSING)


def _decided_elsewhere(reader: Reader, event: Event) -> None:
    """An order, an appeal not opposed or an agreement puts a refusal aside, unless the appeal was dismissed."""
    life = reader.life
    found = _latest(life) if life is not None else None
    if life is None or found is None or found.refused is None or not found.refusal_stands:
        return
    outcome = outcome_on(reader, event, found.refused)
    if outcome is not None and outcome not in AGAINST:
        _set(life, found._replace(reopened_on=event.occurred_on, reopened_by=event.kind))
        _begin_work(life, found)


def _final(reader: Reader, event: Event) -> None:
    life = reader.life
    if life is None or life.work is None or _of_an_amendment(reader, event):
        return
    decision = decision_of(event)
    if event.kind is EventKind.DECISION_NOT_TO_AMEND_SENT:
        _end(life, decision, Closed(event.kind, decision.on, decision.undated))
    else:
        life.work.final, life.work.stage = decision, Stage.PLAN_MAINTAINED
        _end(life, decision, None)


def _of_an_amendment(reader: Reader, event: Event) -> bool:
    """True for an amended plan, or a decision not to amend, that answers a notice of amendments."""
    held = reader.plan_held()
    if event.kind is EventKind.FINAL_SENT or held is None:
        return False
    answered = (each for each in held.amendments if each.notices)
    return any(end is not None and end.id == event.id for a in answered for end in (a.final, a.not_to_amend))


def _end(life: HalfPlanLife, decision: Decision, closed: Closed | None) -> None:
    _set(life, life.reassessments[-1]._replace(outcome=decision))
    life.end_work(closed)


_K = EventKind
REASSESS_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.REASSESSMENT_REQUESTED: _requested,
        _K.REASSESSMENT_REFUSED_SENT: _refused,
        _K.REASSESSMENT_AGREED_SENT: _agreed,
        _K.UNOPPOSED_NOTIFIED: _decided_elsewhere,
        _K.ORDER_MADE: _decided_elsewhere,
        _K.MEDIATION_AGREED: _decided_elsewhere,
        _K.FINAL_SENT: _final,
        _K.AMENDED_FINAL_SENT: _final,
        _K.DECISION_NOT_TO_AMEND_SENT: _final,
    }
)
