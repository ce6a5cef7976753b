"""What each event of a move between authorities, or between commissioners of health care, does."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.plan_life_outcomes import lapse
from alongside.core.case.reader import Reader, Step
from alongside.core.case.review_half_read import HalfPlan
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move, Succession


def _open_move(life: HalfPlanLife) -> Move | None:
    found = life.moves[-1] if life.moves else None
    return found if found and found.transferred_on is None and found.closed_on is None else None


def _move_notified(reader: Reader, event: Event) -> None:
    """News of a move. Further news of the same move may give its day; the first day of awareness stays."""
    life, moves_on = reader.plan_life(), detail.day(event, "moves_on")
    found = _open_move(life)
    if found is not None:
        life.moves[-1] = found._replace(moves_on=moves_on or found.moves_on)
    else:
        aware_on = detail.day(event, "aware_on") or event.occurred_on
        life.moves.append(Move(event.id, moves_on, aware_on))


def _transferred_out(reader: Reader, event: Event) -> None:
    life = reader.plan_life()
    found = _open_move(life)
    if found is None:
        found = Move(event.id, detail.day(event, "moves_on"), event.occurred_on)
        life.moves.append(found)
    life.moves[-1] = found._replace(transferred_on=event.occurred_on)


def _transferred_in(reader: Reader, event: Event) -> None:
    """A plan came. Where none is on record it is held from now on, made on the day that the papers say."""
    lapse(reader, event)
    undated, held = detail.undated(event), reader.plan_held()
    made_on = detail.day(event, "plan_made_on")
    if held is None:
        known = made_on or event.occurred_on
        kind = detail.text(event, "plan_type")
        reader.plans.append(HalfPlan(event.id, known, own=False, undated=made_on is None, kind=kind))
    elif made_on is None and not held.undated:
        made_on = held.made_on
    reviewed_on = detail.day(event, "last_reviewed_on") or _last_review(held)
    reader.plan_life().arrivals.append(
        Arrival(
            event.id,
            event.occurred_on,
            made_on,
            reviewed_on,
            undated,
            bool(event.source),
            bool(event.details.get("impracticable")),
        )
    )


def _last_review(held: HalfPlan | None) -> date | None:
    """The day of the old authority's last decision after a review, where it is on record here."""
    decided = [review.decision for review in held.reviews if review.decision is not None] if held else []
    return max((each.on for each in decided if not each.undated), default=None)


def _noticed(reader: Reader, event: Event) -> None:
    arrivals = reader.plan_life().arrivals
    if arrivals:
        arrivals[-1] = arrivals[-1]._replace(noticed_on=arrivals[-1].noticed_on or event.occurred_on)


def _interim(reader: Reader, event: Event) -> None:
    arrivals = reader.plan_life().arrivals
    if arrivals:
        first = arrivals[-1].interim_on or event.occurred_on
        arrivals[-1] = arrivals[-1]._replace(interim_on=first, impracticable=True)


def _commissioner_changed(reader: Reader, event: Event) -> None:
    moves_on = detail.day(event, "moves_on")
    reader.plan_life().commissioners.append(
        CommissionerChange(
            event.id,
            detail.day(event, "aware_on") or event.occurred_on,
            moves_on,
            moves_on is not None or bool(event.details.get("by_move")),
        )
    )


def _commissioner_notified(reader: Reader, event: Event) -> None:
    changes = reader.plan_life().commissioners
    if changes:
        changes[-1] = changes[-1]._replace(
            notified_on=changes[-1].notified_on or event.occurred_on,
            new_body_aware_on=changes[-1].new_body_aware_on
            or detail.day(event, "new_body_aware_on")
            or event.occurred_on,
            cannot_secure=changes[-1].cannot_secure or bool(event.details.get("cannot_secure")),
        )


def _commissioner_asked(reader: Reader, event: Event) -> None:
    changes = reader.plan_life().commissioners
    if changes:
        asked_on = changes[-1].asked_on or event.occurred_on
        changes[-1] = changes[-1]._replace(asked_on=asked_on, cannot_secure=True)


def _succeeded(reader: Reader, event: Event) -> None:
    reader.plan_life().successions.append(Succession(event.id, event.occurred_on))


_K = EventKind
TRANSFER_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.MOVE_NOTIFIED: _move_notified,
        _K.TRANSFERRED_OUT: _transferred_out,
        _K.TRANSFERRED_IN: _transferred_in,
        _K.TRANSFER_NOTICE_SENT: _noticed,
        _K.INTERIM_PLACEMENT_MADE: _interim,
        _K.COMMISSIONER_CHANGED: _commissioner_changed,
        _K.COMMISSIONER_NOTIFIED: _commissioner_notified,
        _K.COMMISSIONER_ASKED_TO_ACT: _commissioner_asked,
        _K.AUTHORITY_SUCCEEDED: _succeeded,
    }
)
