"""The names of worked cases that tell of reassessments, moves, ceasing, detention and direct payments."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind
from alongside.core.law.worked_case import day_of
from alongside.core.law.worked_making import NOTHING, Adding, Making

K = EventKind
# Names whose date is an event of this kind on that day, with these details.
_ON_THE_DAY: Mapping[str, tuple[EventKind, Mapping[str, object]]] = MappingProxyType(
    {
        "reassessment_request_received": (K.REASSESSMENT_REQUESTED, {}),
        "reassess_decision_notified": (K.REASSESSMENT_AGREED_SENT, {}),
        "reassessment_agreed_sent": (K.REASSESSMENT_AGREED_SENT, {}),
        "la_own_decision_to_reassess": (K.REASSESSMENT_AGREED_SENT, {"own_decision": True}),
        "reassessment_refused_sent": (K.REASSESSMENT_REFUSED_SENT, {}),
        "refusal_to_reassess_sent": (K.REASSESSMENT_REFUSED_SENT, {}),
        "move_notified": (K.MOVE_NOTIFIED, {}),
        "transferred_out": (K.TRANSFERRED_OUT, {}),
        "transferred_in": (K.TRANSFERRED_IN, {}),
        "transfer_notice_sent": (K.TRANSFER_NOTICE_SENT, {}),
        "new_commissioning_body_same_la_aware": (K.COMMISSIONER_CHANGED, {}),
        "la_reorganisation_vesting": (K.AUTHORITY_SUCCEEDED, {}),
        "cease_consulted": (K.CEASE_CONSULTED, {}),
        "cease_decision_sent": (K.CEASE_DECISION_SENT, {}),
        "cease_reversed": (K.CEASE_REVERSED, {}),
        "plan_ceased": (K.PLAN_CEASED, {}),
        "detained": (K.DETAINED, {}),
        "detained_request_received": (K.REQUEST_RECEIVED, {"detained": True}),
        "attention_in_detention": (K.ATTENTION_S24, {"detained": True}),
        "direct_payments_start": (K.DIRECT_PAYMENTS_STARTED, {}),
        "direct_payments_reviewed": (K.DIRECT_PAYMENTS_REVIEWED, {}),
    }
)
# Values that are read with the event, or by the output, that they belong to.
_WITH_ANOTHER = frozenset(
    {
        *("move", "same_la", "plan_held", "last_assessment", "dob", "birthday_25", "setting"),
        *("la_elects_continue", "course_end", "yp_age", "yp_left_college", "knew_of_matter", "grounds_arose"),
    }
)
YES = frozenset({"yes", "true", "y", "1"})


def _plain(making: Making, name: str, value: str) -> None:
    if value.lower() not in NOTHING:
        kind, details = _ON_THE_DAY[name]
        making.add(kind, day_of(name, value), details)


def _aware(making: Making, name: str, value: str) -> None:
    """The old authority learns of a move, which may be past."""
    aware_on = day_of(name, value)
    moves_on = making.case.day("move").isoformat()
    making.add(K.MOVE_NOTIFIED, aware_on, {"moves_on": moves_on, "aware_on": aware_on.isoformat()})


def _transferred(making: Making, name: str, value: str) -> None:
    """A plan comes, with what the old authority's papers say of it; unless it is a move between phases."""
    case = making.case
    if "transfer_year" in case.values:
        return
    papers = {"last_review": "last_reviewed_on", "plan_made": "plan_made_on"}
    said = {key: case.day(each).isoformat() for each, key in papers.items() if each in case.values}
    making.add(K.TRANSFERRED_IN, day_of(name, value), said)


def _in_progress(making: Making, name: str, value: str) -> None:
    on = day_of(name, value)
    making.add(K.REQUEST_RECEIVED, on)
    making.add(K.DECISION_TO_ASSESS_NOTIFIED, on)


def _released(making: Making, name: str, value: str) -> None:
    """A release. A case that does not tell of the detention supposes one, and the plan that it says is held."""
    on, values = day_of(name, value), making.case.values
    if values.get("plan_held", "").lower() in YES:
        making.suppose(K.PLAN_MADE, on, {"undated": True})
    if not any(event.kind is K.DETAINED or event.details.get("detained") for event in making.events):
        making.suppose(K.DETAINED, on)
    same = values.get("same_la")
    making.add(K.RELEASED, on, {} if same is None else {"same_la": same.lower() in YES})


def _nothing(making: Making, name: str, value: str) -> None:
    """A value that is read elsewhere."""


PLAN_LIFE_NAMES: Mapping[str, Adding] = MappingProxyType(
    {
        **dict.fromkeys(_ON_THE_DAY, _plain),
        **dict.fromkeys(_WITH_ANOTHER, _nothing),
        "old_la_aware": _aware,
        "transfer_date": _transferred,
        "assessment_in_progress": _in_progress,
        "released": _released,
    }
)
