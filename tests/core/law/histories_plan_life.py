"""Random but lawful lives of a plan for Hypothesis: reassessed, moved, ended, detained, paid out, corrected late."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from core.law.chronicles import FIRST_MOMENT, LAW
from core.law.histories import facts

K = EventKind
FIRST_DAY, LAST_DAY = date(2019, 6, 1), date(2026, 3, 31)
HOLIDAYS_KNOWN = date(2028, 1, 1)  # what begins later may need a calendar that does not reach so far
REASSESS = (
    *(K.REASSESSMENT_REQUESTED, K.REASSESSMENT_AGREED_SENT, K.REASSESSMENT_REFUSED_SENT, K.DRAFT_SERVED),
    *(K.DRAFT_REISSUED, K.FINAL_SENT, K.DECISION_NOT_TO_AMEND_SENT, K.ADVICE_REQUESTED),
)
TRANSFER = (
    *(K.MOVE_NOTIFIED, K.TRANSFERRED_OUT, K.TRANSFERRED_IN, K.TRANSFER_NOTICE_SENT, K.INTERIM_PLACEMENT_MADE),
    *(K.COMMISSIONER_CHANGED, K.COMMISSIONER_NOTIFIED, K.COMMISSIONER_ASKED_TO_ACT, K.REVIEW_DECISION_SENT),
)
CEASE = (
    *(K.CEASE_CONSULTED, K.CEASE_DECISION_SENT, K.CEASE_REVERSED, K.LEFT_EDUCATION, K.PLAN_CEASED),
    *(K.MEDIATION_ADVISER_CONTACTED, K.MEDIATION_DECLINED, K.MEDIATION_CERTIFICATE_ISSUED),
    *(K.APPEAL_RECEIVED, K.APPEAL_WITHDRAWN, K.ORDER_MADE),
)
CONTACT = (K.MEDIATION_ADVISER_CONTACTED, K.MEDIATION_DECLINED)
OF_A_DISPUTE = (*CONTACT, K.MEDIATION_CERTIFICATE_ISSUED, K.APPEAL_RECEIVED, K.APPEAL_WITHDRAWN)
OTHER = (
    *(K.DETAINED, K.RELEASED, K.REVIEW_DECISION_SENT, K.DIRECT_PAYMENTS_STARTED, K.DIRECT_PAYMENTS_REVIEWED),
    *(K.DIRECT_PAYMENTS_ENDED, K.AUTHORITY_SUCCEEDED, K.CASE_ASSIGNED),
)
ENDS = (K.DIED, K.MOVED_TO_NEW_LA)
POOLS = (REASSESS, REASSESS, REASSESS, TRANSFER, TRANSFER, CEASE, CEASE, CEASE, OTHER, OTHER, ENDS)
GAPS = (0, 1, 1, 3, 7, 14, 15, 16, 21, 30, 42, 43, 61, 98, 99, 130)


@st.composite
def life(draw: st.DrawFn) -> tuple[list[Event], date]:
    """Events as recorded, corrections among them, and a day to ask about."""
    today = draw(st.dates(FIRST_DAY, LAST_DAY))
    events: list[Event] = []
    for number in range(draw(st.integers(1, 22))):
        kind = _next(draw, events, today)
        gap = draw(st.sampled_from(GAPS))
        late = timedelta(days=draw(st.sampled_from([0, 0, 30])) if gap else 0, seconds=number)
        moment = FIRST_MOMENT + timedelta(days=(today - FIRST_DAY).days) + late
        events.append(Event(f"e{number}", kind, today, moment, _details(draw, kind, events, today)))
        today += timedelta(days=gap)
        if kind is K.DIED or today > HOLIDAYS_KNOWN:
            break
    events += _corrected(draw, events)
    return events, today + timedelta(days=draw(st.integers(-60, 200)))


def _next(draw: st.DrawFn, events: list[Event], today: date) -> EventKind:
    if not events:
        return draw(st.sampled_from([K.PLAN_MADE, K.PLAN_MADE, K.TRANSFERRED_IN]))
    state = stages.state_of(facts(events), on=today, law=LAW)
    for pool in (draw(st.sampled_from(POOLS)), OTHER):
        allowed = [kind for kind in pool if stages.can_follow(state, kind) and _fits(kind, events, today)]
        if allowed:
            return draw(st.sampled_from(allowed))
    return K.CASE_ASSIGNED


def _fits(kind: EventKind, events: list[Event], today: date) -> bool:
    """An answer needs something asked; what would end up in an assessment is left to the other histories."""
    needs = {
        K.COMMISSIONER_NOTIFIED: K.COMMISSIONER_CHANGED,
        K.COMMISSIONER_ASKED_TO_ACT: K.COMMISSIONER_CHANGED,
        K.DIRECT_PAYMENTS_REVIEWED: K.DIRECT_PAYMENTS_STARTED,
        K.DIRECT_PAYMENTS_ENDED: K.DIRECT_PAYMENTS_STARTED,
    }
    if kind in (*OF_A_DISPUTE, K.ORDER_MADE):
        return _disputed(events, today) is not None
    return kind not in needs or any(event.kind is needs[kind] for event in events)


def _disputed(events: list[Event], today: date) -> str | None:
    """The latest decision to cease or refusal to reassess that can still be, or is being, appealed."""
    state = stages.state_of(facts(events), on=today, law=LAW)
    about = (K.CEASE_DECISION_SENT, K.REASSESSMENT_REFUSED_SENT)
    over = {each.details.get("dispute") for each in events if each.kind is K.ORDER_MADE}
    alive = [each.decision for each in state.appeals if each.about in about and each.decision not in over]
    return alive[-1] if alive else None


def _details(draw: st.DrawFn, kind: EventKind, events: list[Event], today: date) -> dict[str, Any]:
    day = today + timedelta(days=draw(st.integers(-10, 40)))
    if kind in (K.MOVE_NOTIFIED, K.COMMISSIONER_CHANGED):
        return {"moves_on": day.isoformat()} if draw(st.booleans()) else {}
    if kind is K.TRANSFERRED_IN:
        found: dict[str, Any] = {"impracticable": True} if draw(st.booleans()) else {}
        last = today - timedelta(days=draw(st.integers(0, 500)))
        return {**found, "last_reviewed_on": last.isoformat()} if draw(st.booleans()) else found
    if kind is K.COMMISSIONER_NOTIFIED:
        return {"cannot_secure": True} if draw(st.booleans()) else {}
    if kind in OF_A_DISPUTE:
        return {"dispute": _disputed(events, today)}
    if kind is K.ORDER_MADE:
        meant = next(e for e in events if e.id == _disputed(events, today))
        won = "CONTINUE" if meant.kind is K.CEASE_DECISION_SENT else "REASSESS"
        return {"dispute": meant.id, "order": draw(st.sampled_from([won, "DISMISSED"]))}
    if kind is K.RELEASED:
        return {"same_la": draw(st.booleans())}
    return {}


def _corrected(draw: st.DrawFn, events: list[Event]) -> list[Event]:
    """Up to two corrections of dates, kept only where the corrected chronology is still a lawful one."""
    added: list[Event] = []
    for number in range(draw(st.integers(0, 2))):
        wrong = draw(st.sampled_from(events))
        if any(each.corrects == wrong.id for each in added) or _is_named(wrong, events):
            continue
        right = replace(
            wrong,
            id=f"c{number}",
            corrects=wrong.id,
            occurred_on=wrong.occurred_on + timedelta(days=draw(st.integers(-9, 9))),
            recorded_at=wrong.recorded_at + timedelta(days=400, seconds=number),
        )
        if _lawful([*events, *added, right]):
            added.append(right)
    return added


def _is_named(event: Event, events: list[Event]) -> bool:
    return any(each.details.get("dispute") == event.id for each in events)


def _lawful(events: list[Event]) -> bool:
    standing = facts(events).events
    for number, event in enumerate(standing):
        before = facts([*standing[:number]])
        if number == 0:
            if event.kind not in (K.PLAN_MADE, K.TRANSFERRED_IN):
                return False
            continue
        state = stages.state_of(before, on=event.occurred_on, law=LAW)
        if not stages.can_follow(state, event.kind):
            return False
        if not _fits(event.kind, list(before.events), event.occurred_on) or _misnamed(event, before.events):
            return False
    return True


def _misnamed(event: Event, before: tuple[Event, ...]) -> bool:
    """True for a step of a dispute that can no longer be one of the dispute that it names."""
    named = event.details.get("dispute")
    return named is not None and named != _disputed(list(before), event.occurred_on)
