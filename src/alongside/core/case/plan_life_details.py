"""The keys that `details` may hold for events in the life of a plan besides its reviews. Dates are ISO text."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind as K

_NOTICE = {
    "decided_by": "account id of the officer who decided",
    "reasons": "why, in the words of the notice",
    "letter_dated_on": "date printed on the notice",
    "notified_on": "day the notice was sent, if not the day of the event",
    "document": "id of the notice",
}

PLAN_LIFE_DETAILS: Mapping[K, Mapping[str, str]] = MappingProxyType(
    {
        K.REASSESSMENT_REQUESTED: {
            "by": "who asked: PARENT_OR_YOUNG_PERSON, SETTING or HEALTH",
            "requested_by": "name of the person who asked, as they gave it",
            "channel": "Channel: how it came",
        },
        K.REASSESSMENT_REFUSED_SENT: _NOTICE,
        K.REASSESSMENT_AGREED_SENT: {
            **_NOTICE,
            "own_decision": "true where the authority reassesses of its own accord (Act s.44(3))",
        },
        K.MOVE_NOTIFIED: {
            "moves_on": "day of the move, where it is known",
            "aware_on": "day this authority learned of the move; the event's date where absent",
            "to": "LA number",
        },
        K.TRANSFERRED_OUT: {"to": "LA number", "moves_on": "day of the move, where it is known"},
        K.TRANSFER_NOTICE_SENT: {
            "will_assess": "true or false: whether it will assess, as the notice says",
            "review_on": "when it will review the plan, as the notice says",
            "document": "id of the notice",
        },
        K.INTERIM_PLACEMENT_MADE: {"organisation": "id of the setting", "setting_name": "its name"},
        K.COMMISSIONER_CHANGED: {
            "aware_on": "day the old body learned of the change; the event's date where absent",
            "moves_on": "day of the move, where a move between authorities is the cause",
            "by_move": "true where such a move is the cause and its day is not known",
            "from": "id of the old body",
            "to": "id of the new body",
        },
        K.COMMISSIONER_NOTIFIED: {
            "new_body_aware_on": "day the new body learned of the change; the event's date where absent",
            "cannot_secure": "true where the new body finds that it cannot secure the provision in the plan",
        },
        K.COMMISSIONER_ASKED_TO_ACT: {"asked_for": "ASSESSMENT or REVIEW"},
        K.AUTHORITY_SUCCEEDED: {"to": "LA number of the successor", "order": "the structural changes order"},
        K.CEASE_CONSULTED: {
            "considered_on": "day on which ceasing was first considered; the event's date where absent",
            "setting_consulted": "true where the head or principal was consulted too",
        },
        K.CEASE_DECISION_SENT: {
            **_NOTICE,
            "reason": "NOT_NECESSARY, NOT_RESPONSIBLE, AGE_LIMIT or LEFT_FOR_WORK_OR_HIGHER_EDUCATION",
            "takes_effect_on": "day from which the decision ends the plan, if it says a later one",
        },
        K.CEASE_REVERSED: {"reason": "why"},
        K.LEFT_EDUCATION: {
            "wants_to_return": "true, false or absent while it is not known",
            "to": "where to",
        },
        K.DETAINED: {"accommodation": "the relevant youth accommodation", "youth_offending_team": "its name"},
        K.RELEASED: {"same_la": "true where the same authority is responsible after the release, else false"},
        K.DIRECT_PAYMENTS_STARTED: {"provision": "the provision that is paid for"},
        K.DIRECT_PAYMENTS_REVIEWED: {"outcome": "what was found"},
        K.DIRECT_PAYMENTS_ENDED: {
            "reason": "why",
            "notice_given_on": "day on which the family was given notice",
        },
    }
)
