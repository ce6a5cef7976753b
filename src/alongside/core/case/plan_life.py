"""What befalls a plan besides its reviews: reassessed, moved, ended, kept in detention, paid out.

A case that has none of it has no `PlanLife` at all, so that it costs nothing.
"""

from datetime import date
from typing import NamedTuple, TypeVar

from alongside.core.case.ceasing_history import Ceasing, LeftEducation, Setting
from alongside.core.case.codes import EventKind
from alongside.core.case.detention_history import Detention
from alongside.core.case.episode_history import Closed, Episode
from alongside.core.case.payment_history import DirectPayments
from alongside.core.case.reassess_history import Reassessment
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move, Succession

Closable = TypeVar("Closable", Move, Arrival, CommissionerChange)


class PlanLife(NamedTuple):
    """All of it, oldest first."""

    reassessments: tuple[Reassessment, ...] = ()
    moves: tuple[Move, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    commissioners: tuple[CommissionerChange, ...] = ()
    successions: tuple[Succession, ...] = ()
    ceasings: tuple[Ceasing, ...] = ()
    left_education: tuple[LeftEducation, ...] = ()
    detentions: tuple[Detention, ...] = ()
    payments: tuple[DirectPayments, ...] = ()
    setting: Setting | None = None

    @property
    def works(self) -> tuple[Episode, ...]:
        """The work of each reassessment, read as an assessment is."""
        return tuple([each.work for each in self.reassessments if each.work is not None])

    def ended(self, on: date) -> "PlanLife":
        """The same once the plan has ended: what had begun by then and goes on is closed."""
        closed = Closed(EventKind.PLAN_CEASED, on)
        left = self.left_education
        return self._replace(
            reassessments=tuple([_closed(each, closed) for each in self.reassessments]),
            moves=tuple(
                [each if each.transferred_on else _shut(each, each.aware_on, on) for each in self.moves]
            ),
            arrivals=tuple([_shut(each, each.on, on) for each in self.arrivals]),
            commissioners=tuple([_shut(each, each.aware_on, on) for each in self.commissioners]),
            left_education=tuple(
                [e._replace(ceased_on=e.ceased_on or on) if e.on <= on else e for e in left]
            ),
            detentions=tuple([_without_plan(each, on) for each in self.detentions]),
            payments=tuple([_unpaid(each, on) for each in self.payments]),
        )


def _shut(each: Closable, began_on: date, on: date) -> Closable:
    return each._replace(closed_on=each.closed_on or on) if began_on <= on else each


def _closed(each: Reassessment, closed: Closed) -> Reassessment:
    over = each.closed_on is not None and each.closed_on <= closed.on
    if each.outcome is not None or over or (each.began_on is not None and each.began_on > closed.on):
        return each
    work = each.work._replace(closed=closed) if each.work is not None else None
    return each._replace(closed_on=closed.on, work=work)


def _without_plan(each: Detention, on: date) -> Detention:
    """A detention as it stands once the plan has ended: who is released after that has none to review."""
    if each.released_on is None or each.on > on:
        return each
    held = each.plan_held and each.released_on < on
    return each._replace(plan_held=held, closed_on=each.closed_on or on)


def _unpaid(each: DirectPayments, on: date) -> DirectPayments:
    return each._replace(ended_on=each.ended_on or on) if each.started_on <= on else each
