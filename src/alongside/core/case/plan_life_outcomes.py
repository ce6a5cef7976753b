"""How a dispute about a plan that is held ended: by an order, an appeal not opposed or an agreement in mediation."""

from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.history import Closed, Decision
from alongside.core.case.reader import Reader

AGAINST = frozenset({OrderKind.DISMISSED, OrderKind.CEASE})
ELSEWHERE = frozenset({OrderKind.OTHER_MATTER})
"""An agreement on what cannot be appealed leaves the decision as it is."""

GOES_ELSEWHERE = frozenset({EventKind.TRANSFERRED_OUT, EventKind.MOVED_TO_NEW_LA})


def outcome_on(reader: Reader, event: Event, decision: Decision) -> OrderKind | None:
    """What this event decided on a decision; None if it is about another one, or about something beside it.

    To be asked after the event was read into the disputes.
    """
    for dispute in reader.disputes:
        if dispute.id == decision.id and dispute.more is not None:
            for outcome in dispute.more.outcomes:
                if outcome.id == event.id and outcome.what not in ELSEWHERE:
                    return outcome.what
    return None


def lapse(reader: Reader, event: Event) -> None:
    """A new request, or a plan that comes, after a decision to cease: the plan had ended, though nobody wrote it."""
    life, held = reader.life, reader.plan_held()
    found = life.ceasings[-1] if life is not None and life.ceasings else None
    if life is None or found is None or found.decided is None or not found.is_open or held is None:
        return
    if not any(each.id == found.decided.id and each.under_appeal for each in reader.disputes):
        held.ended_on = event.occurred_on
        life.ceasings[-1] = found._replace(lapsed=True)
        close(life, event)


def close(life: HalfPlanLife, event: Event) -> None:
    """The plan ended here: what was begun for it is no longer owed, but for the papers of a move."""
    on = event.occurred_on
    if life.reassessments and life.reassessments[-1].stage is not None:
        life.reassessments[-1] = life.reassessments[-1]._replace(closed_on=on)
        life.end_work(Closed(event.kind, on))
    if life.ceasings and life.ceasings[-1].is_open and not life.ceasings[-1].lapsed:
        life.ceasings[-1] = life.ceasings[-1]._replace(closed_on=on)
    life.left_education = [each._replace(closed_on=each.closed_on or on) for each in life.left_education]
    if life.arrivals:
        life.arrivals[-1] = life.arrivals[-1]._replace(closed_on=life.arrivals[-1].closed_on or on)
    if event.kind not in GOES_ELSEWHERE:
        life.commissioners = [each._replace(closed_on=each.closed_on or on) for each in life.commissioners]
    if life.moves and event.kind not in GOES_ELSEWHERE and life.moves[-1].transferred_on is None:
        life.moves[-1] = life.moves[-1]._replace(closed_on=on)
    if life.detentions and life.detentions[-1].released_on is not None:
        life.detentions[-1] = life.detentions[-1]._replace(closed_on=life.detentions[-1].closed_on or on)
    if life.payments and life.payments[-1].ended_on is None:
        life.payments[-1] = life.payments[-1]._replace(ended_on=on)
