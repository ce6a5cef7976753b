"""Where a case stands, in a few words for lists and in a sentence for pages."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import Region, Stage

SHORT: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.NONE: "No request open",
        Stage.REQUEST_OPEN: "Request: not decided yet",
        Stage.REFUSED_TO_ASSESS: "Not assessed: family may appeal",
        Stage.ASSESSING: "Assessment under way",
        Stage.DRAFTING: "Plan being written",
        Stage.DRAFT_OUT: "Draft with the family",
        Stage.REFUSED_TO_ISSUE: "No plan: family may appeal",
        Stage.PLAN_MAINTAINED: "Has a plan",
        Stage.CLOSED_NO_APPEAL: "Closed after a refusal",
        Stage.CLOSED_WITHDRAWN: "Request withdrawn",
        Stage.CLOSED_MOVED: "Moved to another authority",
        Stage.CLOSED_DECEASED: "Closed: the child has died",
        Stage.CLOSED_CEASED: "Plan has ended",
        Stage.APPEAL_WINDOW_OPEN: "The family may appeal",
        Stage.CERTIFICATE_AWAITED: "Mediation certificate may come",
        Stage.CERTIFICATE_ISSUED: "Mediation certificate issued",
        Stage.MEDIATION_WANTED: "Mediation wanted",
        Stage.MEDIATION_HELD: "Mediation held",
        Stage.AGREED: "Agreed in mediation",
        Stage.LATE_APPLICATION: "Late appeal, not allowed yet",
        Stage.APPEAL_REGISTERED: "Appeal registered",
        Stage.RESPONSE_FILED: "Appeal: we have responded",
        Stage.HEARD: "Appeal heard",
        Stage.UNOPPOSED: "Appeal not opposed",
        Stage.ORDER_MADE: "Tribunal has decided",
        Stage.COMPLIED: "Done as decided",
        Stage.REVIEW_IDLE: "No review under way",
        Stage.REVIEW_ARRANGED: "Review meeting arranged",
        Stage.MEETING_HELD: "Review: decision to come",
        Stage.AMEND_NOTICE_OUT: "Amendments with the family",
        Stage.AMEND_DECIDED_NO_NOTICE: "To be amended, no notice yet",
        Stage.RA_REQUESTED: "Reassessment asked for",
        Stage.RA_REFUSED: "Not reassessed: family may appeal",
        Stage.RA_IN_PROGRESS: "Reassessment under way",
        Stage.RA_DRAFT_OUT: "New draft with the family",
        Stage.MOVE_NOTIFIED: "Moving to another authority",
        Stage.TRANSFERRED_OUT: "Handed over to another authority",
        Stage.TRANSFERRED_IN_NOTICE_PENDING: "Came to us: tell the family",
        Stage.TRANSFERRED_IN: "Came to us: to be reviewed",
        Stage.CEASE_CONSULTING: "Consulting on ending the plan",
        Stage.CEASE_DECIDED_HOLD: "To end: kept for now",
        Stage.CEASED: "Plan has ended",
        Stage.DETAINED: "In youth accommodation",
    }
)

SENTENCE: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.NONE: "No request for an assessment is open, and no plan is held.",
        Stage.REQUEST_OPEN: "A request has come in. The authority has still to decide whether to assess.",
        Stage.REFUSED_TO_ASSESS: "The authority decided not to assess. The family may appeal.",
        Stage.ASSESSING: "The needs are being assessed: advice is asked for and comes in.",
        Stage.DRAFTING: "The authority has decided to issue a plan, and the plan is being written.",
        Stage.DRAFT_OUT: "The draft plan is with the family for their comments.",
        Stage.REFUSED_TO_ISSUE: "The authority decided not to issue a plan. The family may appeal.",
        Stage.PLAN_MAINTAINED: "The final plan has been issued and is in force.",
        Stage.CLOSED_NO_APPEAL: "The authority’s refusal stands: the time to appeal has ended.",
        Stage.CLOSED_WITHDRAWN: "The request was withdrawn.",
        Stage.CLOSED_MOVED: "The child has moved to another authority, which is now responsible.",
        Stage.CLOSED_DECEASED: "The child has died. Nothing will be sent, and nothing is due.",
        Stage.CLOSED_CEASED: "The plan has ended.",
        Stage.APPEAL_WINDOW_OPEN: "The family may appeal.",
        Stage.CERTIFICATE_AWAITED: "The time to appeal is over, unless a mediation certificate opens another month.",
        Stage.CERTIFICATE_ISSUED: "A mediation certificate has been issued; the family may appeal.",
        Stage.MEDIATION_WANTED: "The family wants mediation. It is to be arranged.",
        Stage.MEDIATION_HELD: "Mediation was held. A certificate or an agreement is to follow.",
        Stage.AGREED: "An agreement was reached in mediation. It is to be carried out.",
        Stage.LATE_APPLICATION: "An appeal came late. The Tribunal decides whether it may go on.",
        Stage.APPEAL_REGISTERED: "An appeal is before the Tribunal.",
        Stage.RESPONSE_FILED: "An appeal is before the Tribunal, and the authority has responded.",
        Stage.HEARD: "The appeal was heard. The Tribunal’s decision is to follow.",
        Stage.UNOPPOSED: "The authority does not oppose the appeal. What the family asked for is to be done.",
        Stage.ORDER_MADE: "The Tribunal has made its order. It is to be complied with.",
        Stage.COMPLIED: "What was ordered, conceded or agreed has been done.",
        Stage.REVIEW_IDLE: "No review of the plan is under way.",
        Stage.REVIEW_ARRANGED: "A review meeting is arranged.",
        Stage.MEETING_HELD: "The review meeting was held. The authority has still to decide.",
        Stage.AMEND_NOTICE_OUT: "The proposed amendments are with the family for their comments.",
        Stage.AMEND_DECIDED_NO_NOTICE: "The plan is to be amended. The notice of the amendments is still to be sent.",
        Stage.RA_REQUESTED: "A reassessment was asked for. The authority has still to decide.",
        Stage.RA_REFUSED: "The authority decided not to reassess. The family may appeal.",
        Stage.RA_IN_PROGRESS: "A reassessment is under way: advice is asked for and comes in.",
        Stage.RA_DRAFT_OUT: "The draft plan after the reassessment is with the family.",
        Stage.MOVE_NOTIFIED: "The child moves to another authority. The plan is to be handed over.",
        Stage.TRANSFERRED_OUT: "The plan was handed over to another authority.",
        Stage.TRANSFERRED_IN_NOTICE_PENDING: "The plan came from another authority. The family is to be told.",
        Stage.TRANSFERRED_IN: "The plan came from another authority. It is to be reviewed.",
        Stage.CEASE_CONSULTING: "The family and the setting are consulted about ending the plan.",
        Stage.CEASE_DECIDED_HOLD: "The authority decided to end the plan. It is kept while that can be appealed.",
        Stage.CEASED: "The plan has ended.",
        Stage.DETAINED: "The child or young person is in relevant youth accommodation.",
    }
)

REGIONS: Mapping[Region, str] = MappingProxyType(
    {
        Region.ASSESS: "Assessment",
        Region.REVIEW: "Review",
        Region.REASSESS: "Reassessment",
        Region.TRANSFER: "Transfer",
        Region.CEASE: "Ending the plan",
        Region.DETENTION: "Custody",
        Region.DISPUTE: "Disagreement",
    }
)
"""The parallel regions of a case’s state, each in a word or two."""

OPEN: tuple[Stage, ...] = (Stage.REQUEST_OPEN, Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT)
"""The stages of the twenty weeks, in their order: what a list is narrowed to."""
