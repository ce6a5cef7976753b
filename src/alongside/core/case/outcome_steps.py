"""What each event after a decision does: reconsidering it, plans held and ended, cases closed."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.dispute_outcomes import reopen
from alongside.core.case.events import Event
from alongside.core.case.history import Closed
from alongside.core.case.reader import REFUSED, Reader, Step
from alongside.core.case.review_half_read import HalfPlan


def _reconsidered(reader: Reader, event: Event) -> None:
    drafting = detail.text(event, "to") == Stage.DRAFTING
    reopen(reader, event, OrderKind.MAKE_PLAN if drafting else OrderKind.ASSESS)


def _plan_made(reader: Reader, event: Event) -> None:
    if reader.plan_held() is None:
        own = bool(event.details.get("reviews_complete"))
        kind = detail.text(event, "plan_type")
        plan = HalfPlan(event.id, event.occurred_on, own=own, undated=detail.undated(event), kind=kind)
        reader.plans.append(plan)
    reader.stage = Stage.PLAN_MAINTAINED


def _transferred_in(reader: Reader, event: Event) -> None:
    if reader.stage is Stage.NONE or not detail.undated(event):
        reader.stage = Stage.PLAN_MAINTAINED


def _plan_ceased(reader: Reader, event: Event) -> None:
    _end_plan(reader, event)
    reader.stage = Stage.CLOSED_CEASED


def _end_plan(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None:
        held.ended_on = event.occurred_on


def _close(reader: Reader, event: Event, stage: Stage) -> None:
    episode = reader.meant(event)
    if episode is not None:
        reader.move(episode, stage)
        if episode.final is None:
            episode.closed = episode.closed or Closed(event.kind, event.occurred_on, detail.undated(event))


def _withdrawn(reader: Reader, event: Event) -> None:
    episode = reader.meant(event)
    if episode is not None and episode.stage not in REFUSED:
        _close(reader, event, Stage.CLOSED_WITHDRAWN)


def _moved(reader: Reader, event: Event) -> None:
    _close(reader, event, Stage.CLOSED_MOVED)
    if event.details.get("outside_england") and reader.plan_held() is not None:  # it ends only by a decision
        reader.stage = Stage.PLAN_MAINTAINED
        return
    if reader.meant(event) is not reader.current:  # a move told of an earlier request: the child came back
        return
    _close_all(reader, event, Stage.CLOSED_MOVED)


def _died(reader: Reader, event: Event) -> None:
    _close(reader, event, Stage.CLOSED_DECEASED)
    _close_all(reader, event, Stage.CLOSED_DECEASED)
    reader.died_on = event.occurred_on


def _close_all(reader: Reader, event: Event, stage: Stage) -> None:
    """Whatever is still open, requests told apart among it, ends with the case."""
    for episode in reader.episodes:
        if episode.is_open:
            episode.stage, episode.closed = stage, Closed(event.kind, event.occurred_on)
    _end_plan(reader, event)
    reader.stage = stage


_K = EventKind
OUTCOME_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.REQUEST_WITHDRAWN: _withdrawn,
        _K.LA_RECONSIDERS: _reconsidered,
        _K.PLAN_MADE: _plan_made,
        _K.PLAN_CEASED: _plan_ceased,
        _K.TRANSFERRED_IN: _transferred_in,
        _K.MOVED_TO_NEW_LA: _moved,
        _K.TRANSFERRED_OUT: _moved,
        _K.DIED: _died,
    }
)
