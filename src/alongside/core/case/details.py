"""The keys that an event's `details` may hold, by kind, with their meaning. Dates are ISO text."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind as K
from alongside.core.case.dispute_details import DISPUTE_DETAILS
from alongside.core.case.plan_life_details import PLAN_LIFE_DETAILS
from alongside.core.case.review_details import REVIEW_DETAILS

_CHALLENGED = {
    "mediation": "true where mediation was held about the decision, as a return says",
    "tribunal": "true where the decision was appealed, as a return says",
}
_OUTCOME = {
    **_CHALLENGED,
    "other_mediation": "true where mediation was held about something else, as a return says",
    "other_tribunal": "true where something else was appealed, as a return says",
    "week20": "true where exceptions to the twenty weeks apply, on grounds that the return does not say",
}
_PLAN = {
    "named": "list of {urn, ukprn, setting_code, rank, …} named in Section I",
    "plan": "{residential, work_based, personal_budget, …} as SEN2 codes",
}
_KIND = {"plan_type": "kind of plan, as the register of kinds names it; the one of its day where absent"}

DETAILS: Mapping[K, Mapping[str, str]] = MappingProxyType(
    {
        K.REQUEST_RECEIVED: {
            **_CHALLENGED,
            "rya": "true where the person was in relevant youth accommodation",
            "detained": "true where the person is in relevant youth accommodation (Act s.71)",
            "source": "RequestSource: who asked",
            "channel": "Channel: how it came",
            "requested_by": "name of the person who asked, as they gave it",
            "logged_late_reason": "why it was typed later than the day it came, if it was",
        },
        K.ATTENTION_S24: {
            "detained": "true where the person is in relevant youth accommodation (Act s.71)",
            "source": "RequestSource: who brought the child to attention",
            "channel": "Channel: how it came",
            "requested_by": "name of the person who brought it, as they gave it",
            "logged_late_reason": "why it was typed later than the day it came, if it was",
        },
        K.DECISION_TO_ASSESS_NOTIFIED: {
            **_CHALLENGED,
            "decided_by": "account id of the officer who decided",
            "reasons": "list of {limb, answer, reasons, evidence}",
            "notified_on": "day the notice was sent, if not the day of the event",
            "others_notified_on": "day those told under reg 4(2) were notified: ICB, social care, setting",
        },
        K.REFUSAL_TO_ASSESS_SENT: {
            **_CHALLENGED,
            "decided_by": "account id of the officer who decided",
            "reasons": "list of {limb, answer, reasons, evidence}",
            "letter_dated_on": "date printed on the notice",
            "support_now": "which help goes on without a plan, in the words of the notice",
            "document": "id of the notice",
            "others_notified_on": "day those told under reg 4(2) were notified: ICB, social care, setting",
        },
        K.REQUEST_WITHDRAWN: {"withdrawn_by": "who withdrew", "reason": "in their words"},
        K.ADVICE_REQUESTED: {
            "advice_kind": "AdviceKind",
            "organisation": "id of the body asked",
            "asked": "account id of the named professional, if known",
            "asked_name": "how to name the body or person in words",
            "body_received_on": "day the body received it; the event's date where absent",
        },
        K.ADVICE_ALLOCATED: {
            "request": "id of the ADVICE_REQUESTED event",
            "to": "account id of the professional who now has it within the body",
            "to_name": "their name",
        },
        K.ADVICE_CHASED: {
            "request": "id of the ADVICE_REQUESTED event",
            "channel": "Channel",
            "to": "who",
            "step": "code of core/case/chasers.py, where the service itself reminded",
        },
        K.ADVICE_RECEIVED: {
            "request": "id of the ADVICE_REQUESTED event",
            "document": "id of the advice",
            "nothing_to_add": "true where the adviser has nothing to add",
            "reason": "why there is nothing to add",
            "earlier_dated_on": "date of earlier advice that is used instead (reg 6(4))",
            "agreed": "who agreed that the earlier advice is sufficient: AUTHOR, AUTHORITY, FAMILY",
        },
        K.ADVICE_REQUEST_CANCELLED: {"request": "id of the ADVICE_REQUESTED event", "reason": "why"},
        K.EXCEPTION_RECORDED: {
            "ground": "ExceptionGround",
            "limits": "list of rule ids disapplied, for example [A06]; for A04 also `request`",
            "request": "id of the ADVICE_REQUESTED event, for A04",
            "advice_requested_on": "for the closure grounds",
            "closed_from": "first closed day",
            "reopens_on": "first open day",
            "absent_from": "first day away",
            "absent_to": "last day away",
            "missed_on": "day of the missed appointment",
            "facts": "what happened, in words",
            "impractical_because": "why this makes the limit impractical to meet",
            "evidence": "what shows it",
            "decided_by": "account id of the officer who decided",
            "told_family_on": "day the family was told",
            "review_on": "day the exception is looked at again",
        },
        K.DECISION_TO_ISSUE: {
            **_OUTCOME,
            "decided_by": "account id",
            "reasons": "list of {limb, answer, reasons, evidence}",
        },
        K.NO_PLAN_NOTICE_SENT: {
            **_OUTCOME,
            "decided_by": "account id",
            "reasons": "list of {limb, answer, reasons, evidence}",
            "letter_dated_on": "date printed on the notice",
            "support_now": "which help goes on without a plan, in the words of the notice",
            "document": "id of the notice",
        },
        K.DRAFT_SERVED: {
            "version": "number of the plan version",
            "channel": "Channel: the slowest, where parties are reached in different ways",
            "sent_on": "day it was sent; service is worked out from this and the channel",
            "to": "list of {party, channel}: who was sent it and how",
        },
        K.DRAFT_REISSUED: {
            "version": "number of the plan version",
            "channel": "Channel",
            "sent_on": "day it was sent",
            "to": "list of {party, channel}: who was sent it and how",
            "why": "what changed beyond the family's representations",
        },
        K.REPRESENTATIONS_RECEIVED: {
            "by": "who",
            "party": "id of the party, for comments on a draft",
            "channel": "Channel",
            "text": "in their words; absent for comments on a draft, which are read in their own place",
            "version": "number of the plan version commented on",
        },
        K.MEETING_REQUIRED: {"by": "who", "party": "id of the party"},
        K.SCHOOL_REQUESTED: {"organisation": "id of the setting", "setting_name": "its name"},
        K.FAMILY_CONFIRMS_NOTHING_MORE: {"by": "who", "party": "id of the party"},
        K.SETTING_CONSULTED: {
            "organisation": "id of the setting",
            "setting_name": "its name",
            "received_on": "day the setting received it; the event's date where absent",
            "place_wanted": "from when a place is wanted, and in what year group",
            "papers": "list of the papers sent",
        },
        K.SETTING_REPLIED: {
            "consultation": "id of the SETTING_CONSULTED event",
            "answer": "CAN_MEET or CANNOT_MEET",
            "grounds": "list of section 39(4) grounds relied on; empty where it declined on none",
            "reasons": "in the setting's words",
            "channel": "Channel: how the reply came",
            "replied_by": "who replied for the setting",
        },
        K.FINAL_SENT: {
            **_OUTCOME,
            **_PLAN,
            **_KIND,
            "version": "number of the plan version",
            "setting_name": "setting or type named in Section I",
            "organisation": "id of the setting named, if one is",
            "signed_by": "account id of the responsible officer",
            "letter_dated_on": "date printed on the notice",
            "early_because": "why it was sent before the 15 days ended, if it was",
            "setting_type": "type named in Section I, if one is",
            "not_followed_because": "why no setting that the family asked for is named, if none is",
            "sent_on": "day it was sent",
            "to": "list of {party, channel}: who was sent it and how",
        },
        K.LA_RECONSIDERS: {"to": "ASSESSING or DRAFTING", "reason": "why"},
        **DISPUTE_DETAILS,
        K.PLAN_MADE: {
            **_PLAN,
            **_KIND,
            "final": "day the current plan was made",
            "exception": "true where exceptions apply",
            "reviews_complete": "true where every review since then is on record",
            "requested_on": "day of the request, where a return tells of a plan from before its year",
        },
        K.PLAN_CEASED: {"reason": "SEN2 cease reason code"},
        K.TRANSFERRED_IN: {
            **_KIND,
            "from": "LA number",
            "plan_made_on": "day the old authority made the plan",
            "last_reviewed_on": "day of the old authority's last review",
            "impracticable": "true where the child cannot go on at the setting that the plan names",
        },
        K.REVIEW_DECISION_SENT: {
            "outcome": "AMEND, CEASE or MAINTAIN",
            "decided_by": "account id of the officer who decided",
            "ground": "of a decision to cease: as `reason` of CEASE_DECISION_SENT",
            "reasons": "why, in the words of the notice",
            "notified_on": "day the notice was sent, if not the day of the event",
            "letter_dated_on": "date printed on the notice",
            "draft_amended_on": "day the draft amended plan was issued",
            "phase_transfer_due_on": "day by which a plan amended for a phase transfer was due",
            "phase_transfer_final_on": "day the plan amended for a phase transfer was final",
        },
        K.PLACEMENT_STARTED: {
            "organisation": "id of the setting, where it is on record here",
            "setting_name": "its name",
            "urn": "URN",
            "ukprn": "UKPRN",
            "setting_code": "SEN setting code",
            "rank": "1 or 2",
            "sen_unit": "true or false",
            "resourced_provision": "true or false",
            "setting_other": "the setting in words where its code is OTH",
            "residential": "SEN2 code: A 38 to 51 weeks, B 52 weeks",
            "work_based": "SEN2 code: A apprenticeship, T traineeship, S supported internship",
            "attendance_pattern": "as the return of 2023 gave it",
            "further_education": "true where the setting is in the further education sector (Act s.46)",
            "course_ends_on": "day on which the course is to end",
        },
        K.PLACEMENT_ENDED: {"placement": "id of the PLACEMENT_STARTED event"},
        K.NEED_RECORDED: {"type": "SEN type code", "rank": "1 primary, 2 secondary"},
        K.MOVED_TO_NEW_LA: {
            "to": "LA number",
            "outside_england": "true where the move is out of England or abroad: the plan then ends only by a "
            "decision of which the family is told (reg 31)",
        },
        K.CASE_ASSIGNED: {"to": "account id of the coordinator", "to_name": "their name"},
        K.CASE_HANDED_OVER: {"from": "account id", "to": "account id", "note": "handover note"},
        **REVIEW_DETAILS,
        **PLAN_LIFE_DETAILS,
        K.RECORDED_IN_ERROR: {"reason": "why it was wrong"},
    }
)

ON_ANY_CORRECTION: Mapping[str, str] = MappingProxyType(
    {"correction_reason": "why the entry that this one replaces was wrong"}
)
"""What an entry of any kind also holds where it corrects another."""

FROM_A_RETURN: Mapping[str, str] = MappingProxyType(
    {
        "undated": "true where the return does not give the day; the event's date is the last it can have been",
        "not_before": "where undated: the first day it can have been, if that is known",
        "undated_because": "where undated: what the return says and does not say",
        "episode": "id of the REQUEST_RECEIVED event meant, where a return tells of several requests",
        "told_until": "of a review: the last day of which the return tells; what it leaves out had not happened",
        "apart": "true where a return counts a request by itself though another was open",
    }
)
"""What an entry of any kind also holds where it was taken over from a return."""
OF_NO_DAY = frozenset({"undated", "not_before", "undated_because"})
"""Those of them that fall away once the day is known."""
