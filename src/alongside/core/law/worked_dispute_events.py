"""The names of worked cases that tell of mediation, appeals, orders and appeals not opposed."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from alongside.core.calendar.london import LONDON
from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.law.outcome_parts import PARTS
from alongside.core.law.worked_case import BadCase, WorkedCase, day_of
from alongside.core.law.worked_making import NOTHING, Adding, Making

K, O = EventKind, OrderKind  # noqa: E741  what is ordered
# Names whose date is an event of this kind on that day, with these details.
_ON_THE_DAY: Mapping[str, tuple[EventKind, Mapping[str, object]]] = MappingProxyType(
    {
        "adviser_contacted": (K.MEDIATION_ADVISER_CONTACTED, {}),
        "adviser_told_no_mediation": (K.MEDIATION_DECLINED, {}),
        "la_told_family_wants_mediation": (K.MEDIATION_REQUESTED, {}),
        "mediation_requested": (K.MEDIATION_REQUESTED, {}),
        "family_tells_la_health_issue": (K.MEDIATION_REQUESTED, {"health": "SOME"}),
        "icb_told": (K.ICB_TOLD_OF_MEDIATION, {}),
        "la_tells_adviser_cannot_meet_30_days": (K.MEDIATION_NOT_ARRANGED, {}),
        "mediation_held": (K.MEDIATION_HELD, {}),
        "mediation_concluded": (K.MEDIATION_HELD, {}),
        "mediation_certificate": (K.MEDIATION_CERTIFICATE_ISSUED, {}),
        "certificate_issued": (K.MEDIATION_CERTIFICATE_ISSUED, {}),
        "appeal_received": (K.APPEAL_RECEIVED, {}),
        "appeal_registered": (K.APPEAL_RECEIVED, {}),
        "appeal_withdrawn": (K.APPEAL_WITHDRAWN, {}),
        "la_received_application_notice": (K.APPEAL_NOTICE_RECEIVED, {}),
        "la_received_notice": (K.APPEAL_NOTICE_RECEIVED, {}),
        "la_response_submitted": (K.APPEAL_RESPONSE_SENT, {}),
        "la_concedes": (K.UNOPPOSED_NOTIFIED, {}),
        "appeal_heard": (K.APPEAL_HEARD, {}),
    }
)
# What a case that begins after the decision takes to have been decided, by what was then ordered.
_DECIDED: Mapping[OrderKind, EventKind] = MappingProxyType(
    {
        O.ASSESS: K.REFUSAL_TO_ASSESS_SENT,
        O.REASSESS: K.REASSESSMENT_REFUSED_SENT,
        O.MAKE_PLAN: K.NO_PLAN_NOTICE_SENT,
        O.RECONSIDER: K.NO_PLAN_NOTICE_SENT,
    }
)
APPEALABLE = frozenset(
    {
        K.REFUSAL_TO_ASSESS_SENT,
        K.NO_PLAN_NOTICE_SENT,
        K.FINAL_SENT,
        K.REASSESSMENT_REFUSED_SENT,
        K.CEASE_DECISION_SENT,
        K.AMENDED_FINAL_SENT,
        K.DECISION_NOT_TO_AMEND_SENT,
        K.REVIEW_DECISION_SENT,
    }
)
SETTING = frozenset({"school", "setting", "placement", "institution", "college", "i"})
CONTENTS = frozenset({"provision", "needs", "contents", "content", "outcomes", "b", "f", "bf"})
AMENDING = frozenset({"amend", "amended", "amendment", "change", "plan"})
STEPS = MappingProxyType(
    {"notify_due": "tell_by", "no_plan_notice_due": "decide_by", "draft_due": "draft_by"}
)
"""Outputs about one step of an order, and the name of the day that the Tribunal sets for that step."""


def kind_of(words: str) -> OrderKind | None:
    """What an order, an agreement or an appeal won comes to, from the words a case has for it; None if unclear."""
    parts = set(re.split(r"[^a-z]+", words.lower()))
    if parts & {"remit", "reconsider"}:
        return O.RECONSIDER
    if parts & {"continue", "cease"}:
        return O.CONTINUE_AND_AMEND if parts & {"amend", "amended"} else O.CONTINUE
    if "reassess" in parts or {"re", "assess"} <= parts or "reassessment" in parts:
        return O.REASSESS
    if parts & {"assess", "assessment"}:
        return O.ASSESS
    if parts & {"make", "issue"}:
        return O.MAKE_PLAN
    if parts & {"mixed", "both"}:
        return O.AMEND_CONTENTS_AND_SETTING
    if parts & SETTING:
        return O.AMEND_CONTENTS_AND_SETTING if parts & CONTENTS else O.CHANGE_SETTING
    return O.AMEND_CONTENTS if parts & (CONTENTS | AMENDING) else None


def moment_of(name: str, value: str) -> datetime:
    """The moment in a value, London's where it has no offset. Raises BadCase with the name and the value."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        raise BadCase(f"{name} is “{value}”, not a moment such as 2026-04-10T16:59.") from None
    return read.astimezone(LONDON) if read.tzinfo is not None else read.replace(tzinfo=LONDON)


def _plain(making: Making, name: str, value: str) -> None:
    if value.lower() in NOTHING:
        return
    kind, details = _ON_THE_DAY[name]
    suppose_decision(making, day_of(name, value))
    making.add(kind, day_of(name, value), details)


def _agreement(making: Making, name: str, value: str) -> None:
    case, on = making.case, day_of(name, value)
    what = kind_of(case.values.get("matter", "")) if case.rule != "M08" else None
    if what is None and case.output == "amended_plan_due":
        what = O.AMEND_CONTENTS
    suppose_decision(making, on, what)
    details: dict[str, object] = {"matter": what} if what else {}
    if "la_party" in case.values:
        details["la_party"] = case.values["la_party"]
    if "agreed_date_in_writing" in case.values:
        details["agreed_date"] = case.day("agreed_date_in_writing").isoformat()
    making.add(K.MEDIATION_AGREED, on, details)


def _order(making: Making, name: str, value: str) -> None:
    case, on = making.case, day_of(name, value)
    words = case.values.get("order_type")
    what = kind_of(words) or _asked(case.rule) if words else None
    if words and what is None:
        raise BadCase(
            f"order_type is “{words}”; it must be such as assess, amend_provision or {_SETTING_ONLY}."
        )
    suppose_decision(making, on, what)
    details: dict[str, object] = {"order": what} if what else {}
    if "tribunal_direction_date" in case.values:
        directed = case.day("tribunal_direction_date").isoformat()
        details[STEPS.get(case.output, "comply_by")] = directed
    making.add(K.ORDER_MADE, on, details)


def _asked(rule: str) -> OrderKind | None:
    """The kind of order that the rule asked about belongs to, for words that do not tell."""
    return next((what for what, parts in PARTS[K.ORDER_MADE].items() if rule in parts), None)


_SETTING_ONLY = "change_named_school_only"


def _dismissed(making: Making, name: str, value: str) -> None:
    suppose_decision(making, day_of(name, value))
    making.add(K.ORDER_MADE, day_of(name, value), {"order": O.CEASE})


def _unopposed(making: Making, name: str, value: str) -> None:
    if value.lower() in NOTHING:
        return
    on, words = day_of(name, value), making.case.values.get("appeal", "")
    what = None if words[:1].isdigit() else kind_of(words)
    if words and what is None and not words[:1].isdigit():
        raise BadCase(
            f"appeal is “{words}”; it must be such as refuse_to_assess, contents_B_F or school_only."
        )
    suppose_decision(making, on, what)
    making.add(K.UNOPPOSED_NOTIFIED, on, {"order": what} if what else {})


def _appeal(making: Making, name: str, value: str) -> None:
    """The day on which the appeal came; a case may also say here what is appealed, or that nothing is."""
    if value[:1].isdigit():
        making.add(K.APPEAL_RECEIVED, day_of(name, value))


def _received(making: Making, name: str, value: str) -> None:
    moment = moment_of(name, value)
    making.add(K.APPEAL_RECEIVED, moment.date(), {"received_at": moment.isoformat()})


def _letter(making: Making, name: str, value: str) -> None:
    dated = making.case.values.get("decision_letter_dated")
    details = {"letter_dated_on": day_of("decision_letter_dated", dated).isoformat()} if dated else {}
    making.add(K.FINAL_SENT, day_of(name, value), details)


def _reasons(making: Making, name: str, value: str) -> None:
    on = day_of(name, value)
    suppose_decision(making, on)
    making.suppose(K.ORDER_MADE, on, {"order": O.DISMISSED})
    making.add(K.TRIBUNAL_DECISION_SENT, on)


def _recommended(making: Making, name: str, value: str) -> None:
    on, body = day_of(name, value), making.case.values.get("body", "ICB").upper()
    suppose_decision(making, on)
    making.suppose(K.ORDER_MADE, on, {"order": O.AMEND_CONTENTS})
    making.add(
        K.RECOMMENDATION_MADE, on, {"body": "ICB" if "ICB" in body or "HEALTH" in body else "SOCIAL_CARE"}
    )


def _nothing(making: Making, name: str, value: str) -> None:
    """A value that is read with the event that it belongs to."""


def suppose_decision(making: Making, on: date, what: OrderKind | None = None) -> None:
    """There is an appealable decision, sent on this day, where the case does not tell of one."""
    if not any(event.kind in APPEALABLE for event in making.events) and not _tells_of_decision(making.case):
        making.suppose(_DECIDED.get(what, K.FINAL_SENT) if what else K.FINAL_SENT, on)


def _tells_of_decision(case: WorkedCase) -> bool:
    return any(
        re.search(r"decision_(letter_)?sent|refusal|no_plan|final_sent", name) for name, _ in case.named
    )


DISPUTE_NAMES: Mapping[str, Adding] = MappingProxyType(
    {
        **dict.fromkeys(_ON_THE_DAY, _plain),
        **dict.fromkeys(
            (
                "matter",
                "la_party",
                "agreed_date_in_writing",
                "order_type",
                "tribunal_direction_date",
                "body",
                "decision_letter_dated",
            ),
            _nothing,
        ),
        "mediation_agreement": _agreement,
        "order_made": _order,
        "tribunal_order_dismiss_cease_appeal": _dismissed,
        "la_notifies_tribunal_unopposed": _unopposed,
        "tribunal_notified": _unopposed,
        "appeal": _appeal,
        "received_at_tribunal": _received,
        "decision_letter_sent": _letter,
        "decision_and_reasons_sent": _reasons,
        "recommendation_made": _recommended,
    }
)
