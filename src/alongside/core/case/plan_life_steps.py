"""What each event does to the life of a plan: the tables of its areas, and the events that befall several."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.ceasing_steps import CEASING_STEPS
from alongside.core.case.codes import EventKind
from alongside.core.case.detention_history import Detention
from alongside.core.case.detention_steps import DETENTION_STEPS
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.payment_history import DirectPayments
from alongside.core.case.plan_life_outcomes import close
from alongside.core.case.reader import Reader, Step
from alongside.core.case.reassess_steps import REASSESS_STEPS
from alongside.core.case.transfer_history import Arrival
from alongside.core.case.transfer_steps import TRANSFER_STEPS


def _review_met(reader: Reader, event: Event) -> None:
    """A review meeting: in one reading it completes the review that an arrival or a release asks for."""
    life, on = reader.life, event.occurred_on
    if life is None or detail.undated(event):
        return
    arrival, detention = _waiting(life)
    if arrival is not None:
        life.arrivals[-1] = arrival._replace(review_met_on=arrival.review_met_on or on)
    if detention is not None:
        life.detentions[-1] = detention._replace(review_met_on=detention.review_met_on or on)


def _review_decided(reader: Reader, event: Event) -> None:
    """The decision after a review answers what asked for one: an arrival, a release, leaving education."""
    life, on = reader.life, event.occurred_on
    if life is None or detail.undated(event):
        return
    arrival, detention = _waiting(life)
    if arrival is not None:
        life.arrivals[-1] = arrival._replace(reviewed_on=arrival.reviewed_on or on)
    if detention is not None:
        life.detentions[-1] = detention._replace(reviewed_on=detention.reviewed_on or on)
    left = life.left_education[-1] if life.left_education else None
    if left is not None and left.ceased_on is None and left.closed_on is None:
        life.left_education[-1] = left._replace(reviewed_on=left.reviewed_on or on)


def _waiting(life: HalfPlanLife) -> tuple[Arrival | None, Detention | None]:
    """The arrival and the release that a review of this plan answers."""
    arrival = life.arrivals[-1] if life.arrivals else None
    detention = life.detentions[-1] if life.detentions else None
    if arrival is not None and arrival.closed_on is not None:
        arrival = None
    if detention is not None and (detention.released_on is None or detention.closed_on is not None):
        detention = None
    return arrival, detention


def _plan_ended(reader: Reader, event: Event) -> None:
    """The plan ended here: what was begun for it is no longer owed, but for the papers of a move."""
    life = reader.life
    if life is None or (event.kind is EventKind.MOVED_TO_NEW_LA and reader.plan_held() is not None):
        return
    close(life, event)


def _payments_started(reader: Reader, event: Event) -> None:
    payments = reader.plan_life().payments
    if not payments or payments[-1].ended_on is not None:
        payments.append(DirectPayments(event.id, event.occurred_on))


def _payments_reviewed(reader: Reader, event: Event) -> None:
    payments = reader.life.payments if reader.life is not None else []
    if payments and payments[-1].ended_on is None:
        payments[-1] = payments[-1]._replace(reviewed_on=payments[-1].reviewed_on or event.occurred_on)


def _payments_ended(reader: Reader, event: Event) -> None:
    payments = reader.life.payments if reader.life is not None else []
    if payments and payments[-1].ended_on is None:
        payments[-1] = payments[-1]._replace(ended_on=event.occurred_on)


def merged(*tables: Mapping[EventKind, Step]) -> Mapping[EventKind, tuple[Step, ...]]:
    """One table of several: where two name the same event, the step of the earlier table is taken first."""
    found: dict[EventKind, tuple[Step, ...]] = {}
    for table in tables:
        for kind, step in table.items():
            found[kind] = (*found.get(kind, ()), step)
    return MappingProxyType(found)


_K = EventKind
_OF_SEVERAL: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.REVIEW_MEETING_HELD: _review_met,
        _K.REVIEW_DECISION_SENT: _review_decided,
        _K.PLAN_CEASED: _plan_ended,
        _K.TRANSFERRED_OUT: _plan_ended,
        _K.MOVED_TO_NEW_LA: _plan_ended,
        _K.DIRECT_PAYMENTS_STARTED: _payments_started,
        _K.DIRECT_PAYMENTS_REVIEWED: _payments_reviewed,
        _K.DIRECT_PAYMENTS_ENDED: _payments_ended,
    }
)
PLAN_LIFE_STEPS = (REASSESS_STEPS, TRANSFER_STEPS, CEASING_STEPS, DETENTION_STEPS, _OF_SEVERAL)
