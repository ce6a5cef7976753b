"""Random but lawful chronologies of reviews, amendments and moves between phases, with corrections and late entries."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome
from core.law import histories
from core.law.chronicles import FIRST_MOMENT, LAW

K = EventKind
STEPS = (
    *(K.REVIEW_SCHEDULED, K.REVIEW_MEETING_HELD, K.REVIEW_MEETING_HELD, K.REVIEW_DECISION_SENT),
    *(K.AMENDMENT_NOTICE_SENT, K.AMENDMENT_NOTICE_SENT, K.REVIEW_DECISION_SENT, K.DECISION_NOT_TO_AMEND_SENT),
    *(K.AMENDED_FINAL_SENT, K.AMENDED_FINAL_SENT, K.AMENDED_FINAL_SENT, K.AMENDED_FINAL_SENT),
    *(K.PHASE_TRANSFER_FORESEEN, K.NO_AMENDMENT_FOR_TRANSFER),
)
BESIDES = (
    *(K.REVIEW_RESCHEDULED, K.REVIEW_NOTICE_GIVEN, K.REVIEW_ADVICE_CIRCULATED, K.REVIEW_REPORT_RECEIVED),
    *(K.SETTING_CONSULTED, K.SETTING_REPLIED, K.REPRESENTATIONS_RECEIVED, K.CASE_ASSIGNED),
)
ENDS = (K.PLAN_CEASED, K.MOVED_TO_NEW_LA)
GAPS = [0, 1, 1, 3, 7, 13, 14, 15, 21, 28, 29, 56, 57, 84, 200, 330, 365]


@st.composite
def chronicle(draw: st.DrawFn) -> tuple[list[Event], date]:
    """Events as recorded, corrections among them, and a day to ask about."""
    today = draw(st.dates(date(2019, 1, 1), date(2024, 3, 1)))
    events: list[Event] = []
    for number in range(draw(st.integers(3, 22))):
        kind = _next(draw, events, today)
        if kind is None or today > date(2027, 6, 1):
            break
        gap = draw(st.sampled_from(GAPS))
        late = timedelta(days=draw(st.sampled_from([0, 0, 30])) if gap else 0, seconds=number)
        moment = FIRST_MOMENT + timedelta(days=today.toordinal() - 737000) + late
        events.append(Event(f"e{number}", kind, today, moment, _details(draw, kind, events, today)))
        today += timedelta(days=gap)
        if kind in ENDS:
            break
    events += histories._corrected(draw, events)
    return events, today + timedelta(days=draw(st.integers(-60, 500)))


def _next(draw: st.DrawFn, events: list[Event], today: date) -> EventKind | None:
    """Something that may follow, and now and then an end. A decision to cease is followed by an end alone."""
    if not events:
        return K.PLAN_MADE
    state = stages.state_of(histories.facts(events), on=today, law=LAW)
    ceasing = any(event.details.get("outcome") == "CEASE" for event in events)
    pool = ENDS if ceasing else draw(st.sampled_from([*[STEPS] * 14, *[BESIDES] * 9, ENDS]))
    for kinds in (pool, *(() if ceasing else (STEPS, BESIDES))):
        allowed = [kind for kind in kinds if stages.can_follow(state, kind) and _possible(kind, events)]
        if allowed:
            return draw(st.sampled_from(allowed))
    return None


def _possible(kind: EventKind, events: list[Event]) -> bool:
    """An answer needs something asked; an amended plan, something out."""
    needs = {
        K.SETTING_REPLIED: (K.SETTING_CONSULTED,),
        K.NO_AMENDMENT_FOR_TRANSFER: (K.PHASE_TRANSFER_FORESEEN,),
    }
    return kind not in needs or any(event.kind in needs[kind] for event in events)


def _details(draw: st.DrawFn, kind: EventKind, events: list[Event], today: date) -> dict[str, Any]:
    outcomes = [None, *ReviewOutcome, ReviewOutcome.AMEND, ReviewOutcome.AMEND, ReviewOutcome.MAINTAIN]
    foreseen = [event.id for event in events if event.kind is K.PHASE_TRANSFER_FORESEEN]
    if kind is K.PLAN_MADE:
        return {"reviews_complete": True} if draw(st.booleans()) else {}
    if kind in (K.REVIEW_SCHEDULED, K.REVIEW_RESCHEDULED):
        return {"meeting_on": (today + timedelta(days=draw(st.integers(0, 60)))).isoformat()}
    if kind is K.REVIEW_MEETING_HELD:
        year = {"school_year": draw(st.integers(7, 11))} if draw(st.booleans()) else {}
        considered = {"adulthood_considered": True} if draw(st.booleans()) else {}
        return {**year, **considered, **_given("recommended", draw(st.sampled_from(outcomes)))}
    if kind is K.REVIEW_REPORT_RECEIVED:
        return _given("recommended", draw(st.sampled_from(outcomes)))
    if kind is K.REVIEW_DECISION_SENT:
        return _given("outcome", draw(st.sampled_from(outcomes)))
    if kind is K.AMENDMENT_NOTICE_SENT:
        return _given("channel", draw(st.sampled_from([None, "EMAIL", "FIRST_CLASS_POST"])))
    if kind in (K.AMENDED_FINAL_SENT, K.NO_AMENDMENT_FOR_TRANSFER) and foreseen and draw(st.booleans()):
        return {"transfer": draw(st.sampled_from(foreseen))}
    if kind is K.SETTING_REPLIED:
        asked = [event.id for event in events if event.kind is K.SETTING_CONSULTED]
        return {"consultation": draw(st.sampled_from(asked))}
    return _foreseen(draw, today) if kind is K.PHASE_TRANSFER_FORESEEN else {}


def _given(key: str, value: str | None) -> dict[str, Any]:
    return {key: value} if value else {}


def _foreseen(draw: st.DrawFn, today: date) -> dict[str, Any]:
    transfer = draw(st.sampled_from(list(PhaseTransfer)))
    on = today + timedelta(days=draw(st.integers(0, 800)))
    if draw(st.booleans()):
        return {"transfer": transfer, "on": on.isoformat()}
    return {"transfer": transfer, "year": on.year}
