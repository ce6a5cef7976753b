"""What each event on the way to the end of a plan does."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.ceasing_history import Ceasing, LeftEducation, Setting
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.plan_life_outcomes import AGAINST, lapse, outcome_on
from alongside.core.case.reader import Reader, Step, decision_of
from alongside.core.case.review_codes import ReviewOutcome


def _open(life: HalfPlanLife, event: Event) -> Ceasing:
    """The ceasing that is under way, or one that begins with this event."""
    if not life.ceasings or not life.ceasings[-1].is_open or life.ceasings[-1].lapsed:
        life.ceasings.append(Ceasing(event.id, detail.day(event, "considered_on") or event.occurred_on))
    return life.ceasings[-1]


def _consulted(reader: Reader, event: Event) -> None:
    life = reader.plan_life()
    found = _open(life, event)
    life.ceasings[-1] = found._replace(consulted_on=found.consulted_on or event.occurred_on)


def _decided(reader: Reader, event: Event) -> None:
    """The notice of the decision. A second notice while the first stands changes nothing."""
    life = reader.plan_life()
    found = _open(life, event)
    if found.decided is not None:
        return
    decision = decision_of(event)
    life.ceasings[-1] = found._replace(
        decided=decision,
        reason=detail.text(event, "reason"),
        effect_on=detail.day(event, "takes_effect_on"),
    )
    reader.open_dispute(decision)


def _decided_after_review(reader: Reader, event: Event) -> None:
    """A review that ends in the decision to cease. What it opens is read with the review."""
    if detail.code(event, "outcome", ReviewOutcome) is not ReviewOutcome.CEASE:
        return
    life = reader.plan_life()
    found = _open(life, event)
    if found.decided is None:
        life.ceasings[-1] = found._replace(decided=decision_of(event), after_review=True)


def _reversed(reader: Reader, event: Event) -> None:
    life = reader.life
    if life is not None and life.ceasings and life.ceasings[-1].is_open:
        life.ceasings[-1] = life.ceasings[-1]._replace(kept_on=event.occurred_on, kept_by=event.kind)


def _decided_on_appeal(reader: Reader, event: Event) -> None:
    """An order that dismisses the appeal ends the plan at once; any other outcome keeps it."""
    life = reader.life
    found = life.ceasings[-1] if life is not None and life.ceasings else None
    if life is None or found is None or found.decided is None or not found.is_open:
        return
    outcome = outcome_on(reader, event, found.decided)
    if outcome in AGAINST:
        on = event.occurred_on
        life.ceasings[-1] = found._replace(dismissed_on=on, ended_on=on)
        held = reader.plan_held()
        if held is not None:
            held.ended_on = on
        reader.stage = Stage.CLOSED_CEASED
    elif outcome is not None:
        _reversed(reader, event)


def _ended(reader: Reader, event: Event) -> None:
    life = reader.life
    if life is None:
        return
    if life.ceasings and life.ceasings[-1].is_open and not life.ceasings[-1].lapsed:
        life.ceasings[-1] = life.ceasings[-1]._replace(ended_on=event.occurred_on)
    left = life.left_education
    life.left_education = [e._replace(ceased_on=e.ceased_on or event.occurred_on) for e in left]


def _left_education(reader: Reader, event: Event) -> None:
    reader.plan_life().left_education.append(LeftEducation(event.id, event.occurred_on))


def _left_england(reader: Reader, event: Event) -> None:
    """A move out of England ends no plan by itself: the authority must still consult and notify (reg 31)."""
    if event.details.get("outside_england"):
        life = reader.plan_life()
        life.ceasings[-1:] = [_open(life, event)._replace(left_england_on=event.occurred_on)]


def _placed(reader: Reader, event: Event) -> None:
    ends_on, further = detail.day(event, "course_ends_on"), event.details.get("further_education")
    if ends_on is not None or further is not None:
        reader.plan_life().setting = Setting(further if isinstance(further, bool) else None, ends_on)


_K = EventKind
CEASING_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.CEASE_CONSULTED: _consulted,
        _K.CEASE_DECISION_SENT: _decided,
        _K.REVIEW_DECISION_SENT: _decided_after_review,
        _K.CEASE_REVERSED: _reversed,
        _K.UNOPPOSED_NOTIFIED: _decided_on_appeal,
        _K.ORDER_MADE: _decided_on_appeal,
        _K.MEDIATION_AGREED: _decided_on_appeal,
        _K.PLAN_CEASED: _ended,
        _K.REQUEST_RECEIVED: lapse,
        _K.ATTENTION_S24: lapse,
        _K.LEFT_EDUCATION: _left_education,
        _K.MOVED_TO_NEW_LA: _left_england,
        _K.PLACEMENT_STARTED: _placed,
    }
)
