"""The keys that the details of reviews, amendments and foreseen moves between phases may hold, with their meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind as K

_MEETING = {
    "meeting_on": "day of the meeting",
    "school_year": "year group of the pupil at the meeting, as a number",
}
_NOTICE = {
    "letter_dated_on": "date printed on the notice",
    "notified_on": "day the notice was sent, if not the day of the event",
    "reasons": "why, in the words of the notice",
    "document": "id of the notice",
}
REVIEW_DETAILS: Mapping[K, Mapping[str, str]] = MappingProxyType(
    {
        K.REVIEW_SCHEDULED: _MEETING,
        K.REVIEW_RESCHEDULED: {**_MEETING, "reason": "why the meeting was moved"},
        K.REVIEW_NOTICE_GIVEN: {"to": "list of who was told the date", "channel": "Channel"},
        K.REVIEW_ADVICE_CIRCULATED: {"to": "list of who was sent it", "documents": "ids of what was sent"},
        K.REVIEW_MEETING_HELD: {
            "recommended": "MAINTAIN, AMEND or CEASE: what the meeting recommends",
            "school_year": "year group of the pupil, as a number",
            "adulthood_considered": "true where the meeting considered preparation for adulthood (reg 20(6))",
            "held_by": "AUTHORITY or SETTING",
        },
        K.REVIEW_REPORT_RECEIVED: {
            "recommended": "MAINTAIN, AMEND or CEASE: what the report recommends",
            "document": "id of the report",
        },
        K.AMENDMENT_NOTICE_SENT: {
            **_NOTICE,
            "evidence": "list of ids of the documents that the proposed amendments rest on",
            "version": "number of the plan version",
            "channel": "Channel: the slowest, where parties are reached in different ways",
            "sent_on": "day it was sent, if not the day of the event; service is worked out from it",
            "to": "list of {party, channel}: who was sent it and how",
        },
        K.AMENDED_FINAL_SENT: {
            **_NOTICE,
            "version": "number of the plan version",
            "setting_name": "setting or type named in Section I",
            "organisation": "id of the setting named, if one is",
            "setting_type": "type named in Section I, if one is",
            "not_followed_because": "why no setting that the family asked for is named, if none is",
            "early_because": "why it was sent before the 15 days ended, if it was",
            "signed_by": "account id of the responsible officer",
            "sent_on": "day it was sent",
            "to": "list of {party, channel}: who was sent it and how",
            "transfer": "id of the PHASE_TRANSFER_FORESEEN event whose next setting or type the plan names",
        },
        K.DECISION_NOT_TO_AMEND_SENT: {**_NOTICE, "decided_by": "account id of the officer who decided"},
        K.PHASE_TRANSFER_FORESEEN: {
            "transfer": "PhaseTransfer: from which phase to which",
            "on": "day of the move",
            "year": "calendar year of the move, where its day is not known",
        },
        K.NO_AMENDMENT_FOR_TRANSFER: {
            "transfer": "id of the PHASE_TRANSFER_FORESEEN event; the latest where absent",
            "decided_by": "account id of the officer who decided",
            "reason": "why the plan needs no amendment",
        },
    }
)
