"""Random but lawful chronologies for Hypothesis: what may follow follows, with corrections and late entries."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.core.case import stages
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from core.law.chronicles import FIRST_MOMENT, LAW

K = EventKind
STEPS = (
    *(K.REQUEST_RECEIVED, K.DECISION_TO_ASSESS_NOTIFIED, K.DECISION_TO_ISSUE, K.DRAFT_SERVED, K.FINAL_SENT),
    *(K.DECISION_TO_ASSESS_NOTIFIED, K.LA_RECONSIDERS, K.UNOPPOSED_NOTIFIED, K.ORDER_MADE, K.APPEAL_RECEIVED),
    *(
        K.REFUSAL_TO_ASSESS_SENT,
        K.NO_PLAN_NOTICE_SENT,
        K.MEDIATION_CERTIFICATE_ISSUED,
        K.REVIEW_DECISION_SENT,
    ),
)
BESIDES = (
    *(K.ATTENTION_S24, K.VIEWS_INVITED, K.ADVICE_REQUESTED, K.ADVICE_REQUESTED, K.ADVICE_RECEIVED),
    *(
        K.ADVICE_ALLOCATED,
        K.ADVICE_REQUEST_CANCELLED,
        K.EXCEPTION_RECORDED,
        K.DRAFT_REISSUED,
        K.SETTING_CONSULTED,
    ),
    *(K.SETTING_REPLIED, K.FAMILY_CONFIRMS_NOTHING_MORE, K.MEDIATION_ADVISER_CONTACTED, K.APPEAL_WITHDRAWN),
    *(K.CASE_ASSIGNED, K.NEED_RECORDED),
)
ENDS = (K.REQUEST_WITHDRAWN, K.PLAN_CEASED, K.MOVED_TO_NEW_LA, K.DIED)
FIRST_DAY, LAST_DAY = date(2021, 1, 1), date(2026, 6, 30)


@st.composite
def chronicle(draw: st.DrawFn) -> tuple[list[Event], date]:
    """Events as recorded, corrections among them, and a day to ask about."""
    today = draw(st.dates(FIRST_DAY, LAST_DAY))
    events: list[Event] = []
    for number in range(draw(st.integers(1, 25))):
        kind = _next(draw, events, today)
        if kind is None:
            break
        gap = draw(st.sampled_from([0, 1, 1, 3, 7, 14, 15, 20, 35, 42, 43, 60]))
        late = timedelta(days=draw(st.sampled_from([0, 0, 30])) if gap else 0, seconds=number)
        moment = FIRST_MOMENT + timedelta(days=(today - FIRST_DAY).days) + late
        events.append(Event(f"e{number}", kind, today, moment, _details(draw, kind, events, today)))
        today += timedelta(days=gap)
    events += _corrected(draw, events)
    return events, today + timedelta(days=draw(st.integers(-60, 200)))


def facts(events: list[Event]) -> Facts:
    """The standing chronology."""
    return Facts("case", None, as_known(events))


def _next(draw: st.DrawFn, events: list[Event], today: date) -> EventKind | None:
    """Something that may follow: a step of the case or something beside it, and now and then an end."""
    if not events:
        return draw(st.sampled_from([K.REQUEST_RECEIVED, K.ATTENTION_S24]))
    state = stages.state_of(facts(events), on=today, law=LAW)
    pool = draw(st.sampled_from([STEPS, STEPS, STEPS, BESIDES, BESIDES, BESIDES, BESIDES, BESIDES, ENDS]))
    for kinds in (pool, STEPS, BESIDES, ENDS):
        allowed = [kind for kind in kinds if stages.can_follow(state, kind) and _possible(kind, events)]
        if allowed:
            return draw(st.sampled_from(allowed))
    return None


def _possible(kind: EventKind, events: list[Event]) -> bool:
    """An answer needs something asked."""
    needs = {
        K.ADVICE_ALLOCATED: K.ADVICE_REQUESTED,
        K.ADVICE_RECEIVED: K.ADVICE_REQUESTED,
        K.ADVICE_REQUEST_CANCELLED: K.ADVICE_REQUESTED,
        K.SETTING_REPLIED: K.SETTING_CONSULTED,
    }
    return kind not in needs or any(event.kind is needs[kind] for event in events)


def _details(draw: st.DrawFn, kind: EventKind, events: list[Event], today: date) -> dict[str, Any]:
    asked = [event.id for event in events if event.kind is K.ADVICE_REQUESTED]
    if kind is K.ADVICE_REQUESTED:
        received = today + timedelta(days=draw(st.integers(0, 4)))
        found: dict[str, Any] = {"advice_kind": draw(st.sampled_from(list(AdviceKind)))}
        return {**found, "body_received_on": received.isoformat()} if draw(st.booleans()) else found
    if kind in (K.ADVICE_ALLOCATED, K.ADVICE_RECEIVED, K.ADVICE_REQUEST_CANCELLED):
        return {"request": draw(st.sampled_from(asked))}
    if kind is K.SETTING_REPLIED:
        consulted = [event.id for event in events if event.kind is K.SETTING_CONSULTED]
        return {"consultation": draw(st.sampled_from(consulted))}
    if kind is K.LA_RECONSIDERS:
        return {"to": draw(st.sampled_from(["ASSESSING", "DRAFTING"]))}
    return _exception(draw, asked, today) if kind is K.EXCEPTION_RECORDED else {}


def _exception(draw: st.DrawFn, asked: list[str], today: date) -> dict[str, Any]:
    two_parts = {
        "facts": "They were away.",
        "impractical_because": "Nobody could be seen",
        "evidence": "a letter",
    }
    limits = draw(st.lists(st.sampled_from(["A02", "A05", "A06"]), min_size=1, unique=True))
    if asked and draw(st.booleans()):
        two_parts, limits = {**two_parts, "request": draw(st.sampled_from(asked))}, ["A04"]
    if draw(st.booleans()):
        return {"ground": "PERSONAL_CIRCUMSTANCES", "limits": limits, **two_parts}
    gone = today - timedelta(days=draw(st.integers(0, 40)))
    back = gone + timedelta(days=draw(st.integers(20, 45)))
    dates = {"absent_from": gone.isoformat(), "absent_to": back.isoformat()}
    return {"ground": "ABSENT_FROM_AREA", "limits": limits, **two_parts, **dates}


def _corrected(draw: st.DrawFn, events: list[Event]) -> list[Event]:
    """Up to two corrections of dates, kept only where the corrected chronology is still a lawful one."""
    added: list[Event] = []
    for number in range(draw(st.integers(0, 2))):
        wrong = draw(st.sampled_from(events))
        if any(each.corrects == wrong.id for each in added):
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


def _lawful(events: list[Event]) -> bool:
    standing = facts(events).events
    for number, event in enumerate(standing):
        before = Facts("case", None, standing[:number])
        state = stages.state_of(before, on=event.occurred_on, law=LAW)
        if not stages.can_follow(state, event.kind) or not _asked_before(event, before):
            return False
    return True


def _asked_before(event: Event, before: Facts) -> bool:
    """An answer comes after what it answers."""
    asked = event.details.get("request") or event.details.get("consultation")
    return asked is None or any(asked in (each.id, *each.stands_for) for each in before.events)
