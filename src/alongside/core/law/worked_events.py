"""The names of events in worked cases, and the chronology that they make."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from alongside.core.calendar import london_date
from alongside.core.case.codes import AdviceKind, Channel, EventKind, ExceptionGround, RequestSource
from alongside.core.case.facts import Facts
from alongside.core.law.worked_case import BadCase, UnknownEvent, WorkedCase, day_of
from alongside.core.law.worked_dispute_events import DISPUTE_NAMES
from alongside.core.law.worked_making import NOTHING, Adding, Making
from alongside.core.law.worked_plan_life_events import PLAN_LIFE_NAMES
from alongside.core.law.worked_review_events import REVIEW_NAMES

K = EventKind

# Names whose date is an event of this kind on that day.
_PLAIN: Mapping[str, EventKind] = MappingProxyType(
    {
        "request_received": K.REQUEST_RECEIVED,
        "request_received_2": K.REQUEST_RECEIVED,
        "brought_to_attention_s24": K.ATTENTION_S24,
        "attention_new_la": K.ATTENTION_S24,
        "la_informs_right_to_give_views": K.VIEWS_INVITED,
        "decision_to_assess": K.DECISION_TO_ASSESS_NOTIFIED,
        "decision_to_assess_notified": K.DECISION_TO_ASSESS_NOTIFIED,
        "refusal_to_assess_sent": K.REFUSAL_TO_ASSESS_SENT,
        "refusal_notified": K.REFUSAL_TO_ASSESS_SENT,
        "request_withdrawn": K.REQUEST_WITHDRAWN,
        "no_plan_notice_sent": K.NO_PLAN_NOTICE_SENT,
        "draft_served": K.DRAFT_SERVED,
        "reps_received": K.REPRESENTATIONS_RECEIVED,
        "school_consultation_received": K.SETTING_CONSULTED,
        "final_sent": K.FINAL_SENT,
        "final_issued": K.FINAL_SENT,
        "decision_sent": K.FINAL_SENT,
        "la_concedes_informally": K.LA_RECONSIDERS,
        "moved_to_new_la": K.MOVED_TO_NEW_LA,
        "child_died": K.DIED,
        "tribunal_order": K.ORDER_MADE,
    }
)
_POSTED: Mapping[str, Channel] = MappingProxyType(
    {
        "draft_emailed": Channel.EMAIL,
        "draft_posted_first_class": Channel.FIRST_CLASS_POST,
        "draft_posted_second_class": Channel.SECOND_CLASS_POST,
    }
)
# `x_received_request`: a body received a request for advice of this kind.
_BODIES: Mapping[str, AdviceKind | None] = MappingProxyType(
    {
        "body": None,
        "ep": AdviceKind.PSYCHOLOGICAL,
        "psychologist": AdviceKind.PSYCHOLOGICAL,
        "school": AdviceKind.EDUCATIONAL,
        "head": AdviceKind.EDUCATIONAL,
        "health": AdviceKind.MEDICAL,
        "icb": AdviceKind.MEDICAL,
        "medical": AdviceKind.MEDICAL,
        "social_care": AdviceKind.SOCIAL_CARE,
    }
)
# Names that an area adds in its own way.
_OF_AREAS: Mapping[str, Adding] = MappingProxyType({**REVIEW_NAMES, **DISPUTE_NAMES, **PLAN_LIFE_NAMES})
# Facts that change no date in law: a form, a request to hold, who brought the child to attention.
_WITHOUT_EFFECT = frozenset(
    {"form_completed", "father_asks_hold", "hold_lifted", "mother_asks_hold", "source"}
)
_ASKED_ABOUT = frozenset({"today"})


def facts_of(case: WorkedCase) -> Facts:
    """The chronology that the names and dates of a case make.

    Raises BadCase for a value that cannot be read, NotModelled for a name that is not known.
    """
    making = Making(case)
    for name, value in case.named:
        _OF_AREAS.get(name, _add)(making, name, value)
    ordered = sorted(making.events, key=lambda event: (event.occurred_on, event.recorded_at))
    born_on = next((case.day(name) for name in ("child_dob", "dob") if name in case.values), None)
    return Facts("worked case", born_on, tuple(ordered))


def asked_on(case: WorkedCase, facts: Facts) -> date:
    """The day asked about: `today` where the case gives it, else that of the last event."""
    if "today" in case.values:
        return case.day("today")
    if not facts.events:
        raise BadCase("events_in names nothing that happened.")
    return facts.events[-1].occurred_on


def body_kind(word: str) -> AdviceKind | None:
    """The kind of advice that a word such as `ep` or `school` stands for."""
    return _BODIES.get(word)


def _add(making: Making, name: str, value: str) -> None:
    if name in _WITHOUT_EFFECT or name in _ASKED_ABOUT:
        return
    if name in _PLAIN:
        if value.lower() not in NOTHING:
            making.add(_PLAIN[name], day_of(name, value))
    elif name in _POSTED:
        on = day_of(name, value)
        making.add(K.DRAFT_SERVED, on, {"channel": _POSTED[name], "sent_on": on.isoformat()})
    elif name == "second_request_received_school":
        making.add(K.REQUEST_RECEIVED, day_of(name, value), {"source": RequestSource.SETTING})
    elif name == "email_arrival_utc":
        making.add(K.REQUEST_RECEIVED, _arrival(name, value), {"channel": Channel.EMAIL})
    elif name == "exception_recorded":
        making.add(K.EXCEPTION_RECORDED, day_of(name, value), _SOME_EXCEPTION)
    elif name == "family_confirms_nothing_more":
        making.add(K.FAMILY_CONFIRMS_NOTHING_MORE, _confirmed(making, value))
    elif name == "la_sent_request":
        day_of(name, value)
    elif name.endswith("_received_request") and name.removesuffix("_received_request") in _BODIES:
        _add_advice(making, name, value)
    else:
        raise UnknownEvent(f"the event “{name}” is not modelled")


# A row that only says that an exception was recorded speaks of its effect, so it is taken to be a good one.
_SOME_EXCEPTION = {
    "ground": ExceptionGround.PERSONAL_CIRCUMSTANCES,
    "limits": ["A02", "A05", "A06"],
    "facts": "As the worked case supposes.",
    "impractical_because": "As the worked case supposes",
    "evidence": "as the worked case supposes",
}


def _add_advice(making: Making, name: str, value: str) -> None:
    word = name.removesuffix("_received_request")
    received = day_of(name, value)
    sent = making.case.day("la_sent_request") if "la_sent_request" in making.case.values else received
    kind = _BODIES[word]
    details = {"asked_name": word, "body_received_on": received.isoformat()}
    making.add(K.ADVICE_REQUESTED, sent, {**details, "advice_kind": kind} if kind else details)


def _arrival(name: str, value: str) -> date:
    try:
        return london_date(datetime.fromisoformat(value))
    except ValueError:
        raise BadCase(f"{name} is “{value}”, not a moment such as 2026-06-30T23:30:00Z.") from None


def _confirmed(making: Making, value: str) -> date:
    """The day of the family's word; where the case only says yes, that of what the family did last."""
    if value[:1].isdigit():
        return day_of("family_confirms_nothing_more", value)
    if not making.events:
        raise BadCase("family_confirms_nothing_more must come after the draft or the representations.")
    return making.events[-1].occurred_on
