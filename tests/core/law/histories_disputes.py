"""Random but lawful disputes for Hypothesis: what may follow a decision follows, with corrections and late entries."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from core.law import histories
from core.law.chronicles import FIRST_MOMENT, LAW

K = EventKind
FIRST_DAY, LAST_DAY = date(2015, 4, 1), date(2026, 6, 30)
BEGINNINGS = (
    (K.REQUEST_RECEIVED, K.REFUSAL_TO_ASSESS_SENT),
    (K.REQUEST_RECEIVED, K.DECISION_TO_ASSESS_NOTIFIED, K.NO_PLAN_NOTICE_SENT),
    (K.REQUEST_RECEIVED, K.DECISION_TO_ASSESS_NOTIFIED, K.DECISION_TO_ISSUE, K.DRAFT_SERVED, K.FINAL_SENT),
    (K.PLAN_MADE, K.REASSESSMENT_REFUSED_SENT),
    (K.PLAN_MADE, K.APPEAL_RECEIVED),
)
MEDIATION = (
    *(K.MEDIATION_ADVISER_CONTACTED, K.MEDIATION_DECLINED, K.MEDIATION_REQUESTED, K.MEDIATION_REQUESTED),
    *(K.ICB_TOLD_OF_MEDIATION, K.MEDIATION_NOT_ARRANGED, K.MEDIATION_HELD, K.MEDIATION_HELD),
    *(K.MEDIATION_AGREED, K.AGREEMENT_DONE, K.MEDIATION_CERTIFICATE_ISSUED),
)
APPEAL = (
    *(K.APPEAL_RECEIVED, K.APPEAL_RECEIVED, K.APPEAL_NOTICE_RECEIVED, K.APPEAL_RESPONSE_SENT, K.APPEAL_HEARD),
    *(K.UNOPPOSED_NOTIFIED, K.ORDER_MADE, K.ORDER_MADE, K.APPEAL_WITHDRAWN),
)
AFTER = (
    *(K.TRIBUNAL_DECISION_SENT, K.RECOMMENDATION_MADE, K.RECOMMENDATION_ANSWERED, K.EXCEPTION_RECORDED),
    *(
        K.DECISION_TO_ASSESS_NOTIFIED,
        K.DECISION_TO_ISSUE,
        K.DRAFT_SERVED,
        K.FINAL_SENT,
        K.NO_PLAN_NOTICE_SENT,
    ),
    *(K.AMENDED_FINAL_SENT, K.REASSESSMENT_AGREED_SENT, K.MOVED_TO_NEW_LA),
)
ORDERS = (
    *("ASSESS", "REASSESS", "MAKE_PLAN", "RECONSIDER", "AMEND_CONTENTS", "CHANGE_SETTING", "DISMISSED"),
    *("AMEND_CONTENTS_AND_SETTING", "CONTINUE", "CONTINUE_AND_AMEND", "", ""),
)
MATTERS = ("ASSESS", "MAKE_PLAN", "AMEND_CONTENTS", "CHANGE_SETTING", "", "")
DECIDED = (
    *("O02a", "O02b", "O02c", "O03a", "O03b", "O05", "O06", "O08", "O12"),
    *("U01", "U02", "U03", "U04", "U05", "U06", "U07", "U08"),
)
PARTS = {"facts": "They were away.", "impractical_because": "Nobody could be seen", "evidence": "a letter"}


@st.composite
def chronicle(draw: st.DrawFn) -> tuple[list[Event], date]:
    """Events as recorded, corrections among them, and a day to ask about."""
    today = draw(st.dates(FIRST_DAY, LAST_DAY))
    events: list[Event] = []
    beginning = draw(st.sampled_from(BEGINNINGS))
    for number in range(len(beginning) + draw(st.integers(0, 16))):
        kind = beginning[number] if number < len(beginning) else _next(draw, events, today)
        if kind is None:
            break
        gap = draw(st.sampled_from([0, 1, 2, 3, 5, 14, 28, 30, 31, 45, 70, 98]))
        late = timedelta(days=draw(st.sampled_from([0, 0, 30])) if gap else 0, seconds=number)
        moment = FIRST_MOMENT + timedelta(days=(today - FIRST_DAY).days) + late
        events.append(Event(f"e{number}", kind, today, moment, _details(draw, kind, events, today)))
        today += timedelta(days=gap)
    events += histories._corrected(draw, events)
    return events, today + timedelta(days=draw(st.integers(-60, 200)))


def _next(draw: st.DrawFn, events: list[Event], today: date) -> EventKind | None:
    """Something that may follow, of mediation, of the appeal or of what comes after it."""
    state = stages.state_of(histories.facts(events), on=today, law=LAW)
    pool = draw(st.sampled_from([MEDIATION, MEDIATION, APPEAL, APPEAL, AFTER]))
    for kinds in (pool, APPEAL, AFTER, MEDIATION):
        allowed = [kind for kind in kinds if stages.can_follow(state, kind) and _possible(kind, events)]
        if allowed:
            return draw(st.sampled_from(allowed))
    return None


def _possible(kind: EventKind, events: list[Event]) -> bool:
    """An answer needs something asked."""
    return kind is not K.RECOMMENDATION_ANSWERED or any(each.kind is K.RECOMMENDATION_MADE for each in events)


def _details(draw: st.DrawFn, kind: EventKind, events: list[Event], today: date) -> dict[str, Any]:
    match kind:
        case K.MEDIATION_REQUESTED:
            return _some(health=draw(st.sampled_from(["", "NONE", "SOME", "ONLY"])))
        case K.MEDIATION_AGREED:
            party = draw(st.sampled_from(["", "yes", "no"]))
            agreed = draw(st.sampled_from(["", "", _later(draw, today)]))
            return _some(matter=draw(st.sampled_from(MATTERS)), la_party=party, agreed_date=agreed)
        case K.AGREEMENT_DONE:
            agreements = [each.id for each in events if each.kind is K.MEDIATION_AGREED]
            return _some(agreement=draw(st.sampled_from(["", *agreements])))
        case K.APPEAL_RECEIVED:
            moment = draw(st.sampled_from(["", f"{today}T16:30+00:00", f"{today}T17:30"]))
            return _some(sections=draw(st.sampled_from(["", "BF", "I", "BFI"])), received_at=_winter(moment))
        case K.APPEAL_NOTICE_RECEIVED:
            return _some(
                response_by=draw(st.sampled_from(["", _later(draw, today)])), hearing_on=_later(draw, today)
            )
        case K.UNOPPOSED_NOTIFIED:
            return _some(order=draw(st.sampled_from([each for each in ORDERS if each not in _ORDER_ONLY])))
        case K.ORDER_MADE:
            days = {name: draw(st.sampled_from(["", "", _later(draw, today)])) for name in _SET}
            return _some(order=draw(st.sampled_from(ORDERS)), **days)
        case K.TRIBUNAL_DECISION_SENT:
            return _some(decision=draw(st.sampled_from(["", "", "PERMISSION_REFUSED"])))
        case K.RECOMMENDATION_ANSWERED:
            made = [each.id for each in events if each.kind is K.RECOMMENDATION_MADE]
            return {"recommendation": draw(st.sampled_from(made))}
        case K.EXCEPTION_RECORDED:
            return _exception(draw, today)
    return {}


_SET = ("tell_by", "draft_by", "comply_by")
_ORDER_ONLY = ("DISMISSED", "RECONSIDER")


def _winter(moment: str) -> str:
    """Half past four in the winter's offset would be half past five in summer: leave such a moment out."""
    return (
        ""
        if moment.endswith("+00:00") and moment[5:7] in ("03", "04", "05", "06", "07", "08", "09", "10")
        else moment
    )


def _some(**details: str) -> dict[str, Any]:
    return {name: value for name, value in details.items() if value}


def _later(draw: st.DrawFn, today: date) -> str:
    return (today + timedelta(days=draw(st.integers(1, 120)))).isoformat()


def _exception(draw: st.DrawFn, today: date) -> dict[str, Any]:
    limits = draw(st.lists(st.sampled_from(DECIDED), min_size=1, max_size=6, unique=True))
    ground = draw(st.sampled_from(["PERSONAL_CIRCUMSTANCES", "CORONAVIRUS", "ABSENT_FROM_AREA"]))
    if ground != "ABSENT_FROM_AREA":
        return {"ground": ground, "limits": limits, **PARTS}
    gone = today - timedelta(days=draw(st.integers(0, 20)))
    back = gone + timedelta(days=draw(st.integers(10, 25)))
    dates = {"absent_from": gone.isoformat(), "absent_to": back.isoformat()}
    return {"ground": "ABSENT_FROM_AREA", "limits": limits, **PARTS, **dates}
