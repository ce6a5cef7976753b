"""The keys that the details of an event of a dispute may hold. Dates are ISO text."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind as K

_DISPUTE = {"dispute": "id of the decision disputed; the latest one in question where absent"}
_ORDER = "OrderKind: what is to be done; else words, and the likeliest kind is taken"

DISPUTE_DETAILS: Mapping[K, Mapping[str, str]] = MappingProxyType(
    {
        K.MEDIATION_ADVISER_CONTACTED: _DISPUTE,
        K.MEDIATION_DECLINED: _DISPUTE,
        K.MEDIATION_REQUESTED: {
            **_DISPUTE,
            "health": "HealthIssue: whether health provision is in issue",
            "issues": "what the family wants to talk about",
        },
        K.ICB_TOLD_OF_MEDIATION: _DISPUTE,
        K.MEDIATION_NOT_ARRANGED: {**_DISPUTE, "reason": "why it could not be arranged in thirty days"},
        K.MEDIATION_HELD: _DISPUTE,
        K.MEDIATION_AGREED: {
            **_DISPUTE,
            "matter": "OrderKind: what was agreed, as the order that it stands for; else it cannot be appealed",
            "terms": "what was agreed, in words",
            "la_party": "no where the authority was not a party to the agreement",
            "la_told_on": "day on which the integrated care board told the authority, where it was not a party",
            "agreed_date": "day by which to carry it out, if the parties agreed on one in writing",
        },
        K.AGREEMENT_DONE: {"agreement": "id of the MEDIATION_AGREED event; the latest where absent"},
        K.MEDIATION_CERTIFICATE_ISSUED: {**_DISPUTE, "certificate_dated_on": "date on the certificate"},
        K.APPEAL_RECEIVED: {
            **_DISPUTE,
            "about": "what is appealed",
            "sections": "letters of the sections appealed, of B, F and I",
            "received_at": "moment of receipt: after 5 pm it is too late for that day",
        },
        K.APPEAL_WITHDRAWN: _DISPUTE,
        K.APPEAL_NOTICE_RECEIVED: {
            **_DISPUTE,
            "response_by": "day that the Tribunal set for the response",
            "attendance_by": "day that it set for the attendance form",
            "evidence_by": "day that it set for evidence",
            "bundle_by": "day that it set for the bundle",
            "hearing_on": "day that it set for the hearing",
        },
        K.APPEAL_RESPONSE_SENT: _DISPUTE,
        K.UNOPPOSED_NOTIFIED: {**_DISPUTE, "appeal": "what is not opposed, in words", "order": _ORDER},
        K.APPEAL_HEARD: _DISPUTE,
        K.ORDER_MADE: {
            **_DISPUTE,
            "order": _ORDER,
            "tell_by": "day that the Tribunal set for telling the family of the assessment",
            "decide_by": "day that it set for a decision against a plan",
            "draft_by": "day that it set for the draft",
            "comply_by": "day that it set for all else: the plan, the amended plan, the end of the plan",
        },
        K.TRIBUNAL_DECISION_SENT: {
            **_DISPUTE,
            "decision": "PERMISSION_REFUSED where permission to appeal is refused; else the decision with reasons",
        },
        K.RECOMMENDATION_MADE: {**_DISPUTE, "body": "ICB or SOCIAL_CARE", "text": "what was recommended"},
        K.RECOMMENDATION_ANSWERED: {
            "recommendation": "id of the RECOMMENDATION_MADE event",
            "answer": "what will be done, or why not",
        },
    }
)
