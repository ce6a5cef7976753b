"""Where a case stands, in a few words for lists and in a sentence for pages."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import Stage

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
        Stage.CERTIFICATE_ISSUED: "Mediation certificate issued",
        Stage.APPEAL_REGISTERED: "Appeal registered",
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
        Stage.CERTIFICATE_ISSUED: "A mediation certificate has been issued; the family may appeal.",
        Stage.APPEAL_REGISTERED: "An appeal is before the Tribunal.",
    }
)

OPEN: tuple[Stage, ...] = (Stage.REQUEST_OPEN, Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT)
"""The stages of the twenty weeks, in their order: what a list is narrowed to."""
