"""What each event after a decision does: disputes and their outcomes, plans held, reviewed and ended."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.events import Event
from alongside.core.case.half_read import HalfPlan
from alongside.core.case.history import Closed, Reopening
from alongside.core.case.reader import REFUSED, Reader, Step


def _reopen(reader: Reader, event: Event, drafting: bool) -> None:
    episode = reader.current
    if episode is None or episode.closed is not None or episode.stage not in REFUSED:
        return
    episode.reopened.append(Reopening(event.id, event.kind, event.occurred_on, episode.stage))
    episode.no_plan = None
    if drafting:
        episode.decision_to_issue_on = episode.decision_to_issue_on or event.occurred_on
    reader.move(episode, Stage.DRAFTING if drafting else Stage.ASSESSING)


def _reconsidered(reader: Reader, event: Event) -> None:
    _reopen(reader, event, detail.text(event, "to") == Stage.DRAFTING)


def _outcome(reader: Reader, event: Event) -> None:
    """A conceded appeal or an order: the dispute ends, and a refused case goes on unless it was dismissed."""
    dispute = reader.dispute()
    if dispute is not None:
        dispute.ended_on = event.occurred_on
    if not detail.text(event, "order").upper().startswith("DISMISS"):
        refused_to_issue = reader.stage is Stage.REFUSED_TO_ISSUE
        _reopen(reader, event, refused_to_issue)


def _adviser_contacted(reader: Reader, event: Event) -> None:
    dispute = reader.dispute()
    if dispute is not None:
        dispute.contacted_on = dispute.contacted_on or event.occurred_on


def _certificate(reader: Reader, event: Event) -> None:
    dispute = reader.dispute()
    if dispute is not None:
        dispute.certificate_on = detail.day(event, "certificate_dated_on") or event.occurred_on


def _appeal(reader: Reader, event: Event) -> None:
    dispute = reader.dispute()
    if dispute is not None:
        dispute.appeal_on, dispute.withdrawn_on = event.occurred_on, None


def _appeal_withdrawn(reader: Reader, event: Event) -> None:
    dispute = reader.dispute()
    if dispute is not None and dispute.appeal_on is not None:
        dispute.withdrawn_on = event.occurred_on


def _plan_made(reader: Reader, event: Event) -> None:
    if reader.plan_held() is None:
        plan = HalfPlan(event.id, event.occurred_on, own=False, undated=detail.undated(event))
        reader.plans.append(plan)
    reader.stage = Stage.PLAN_MAINTAINED


def _transferred_in(reader: Reader, event: Event) -> None:
    if reader.stage is Stage.NONE or not detail.undated(event):
        reader.stage = Stage.PLAN_MAINTAINED


def _review_met(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None:
        held.review_met_on = held.review_met_on or event.occurred_on


def _reviewed(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None and not detail.undated(event):
        held.reviewed_on = held.reviewed_on or event.occurred_on


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
        _K.MEDIATION_ADVISER_CONTACTED: _adviser_contacted,
        _K.MEDIATION_CERTIFICATE_ISSUED: _certificate,
        _K.APPEAL_RECEIVED: _appeal,
        _K.APPEAL_WITHDRAWN: _appeal_withdrawn,
        _K.UNOPPOSED_NOTIFIED: _outcome,
        _K.ORDER_MADE: _outcome,
        _K.PLAN_MADE: _plan_made,
        _K.PLAN_CEASED: _plan_ceased,
        _K.TRANSFERRED_IN: _transferred_in,
        _K.REVIEW_MEETING_HELD: _review_met,
        _K.REVIEW_DECISION_SENT: _reviewed,
        _K.MOVED_TO_NEW_LA: _moved,
        _K.DIED: _died,
    }
)
