"""The moves of the regions REASSESS, TRANSFER, CEASE and DETENTION (law.md 12.3 to 12.5, 12.7).

`NONE` is the region at rest. What may begin a region is in `BEGINS`, by the stage of the assessment it needs.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Region, Stage

K, S = EventKind, Stage
Move = tuple[Stage, EventKind, Stage]
_WORK = (
    K.ADVICE_REQUESTED,
    K.ADVICE_ALLOCATED,
    K.ADVICE_CHASED,
    K.ADVICE_RECEIVED,
    K.ADVICE_REQUEST_CANCELLED,
    K.EXCEPTION_RECORDED,
    K.REPRESENTATIONS_RECEIVED,
    K.SETTING_CONSULTED,
    K.SETTING_REPLIED,
    K.SCHOOL_REQUESTED,
)
REGIONS: Mapping[Region, tuple[Move, ...]] = MappingProxyType(
    {
        Region.REASSESS: (
            (S.NONE, K.REASSESSMENT_REQUESTED, S.RA_REQUESTED),
            (S.NONE, K.REASSESSMENT_AGREED_SENT, S.RA_IN_PROGRESS),
            (S.RA_REQUESTED, K.REASSESSMENT_REFUSED_SENT, S.RA_REFUSED),
            (S.RA_REQUESTED, K.REASSESSMENT_AGREED_SENT, S.RA_IN_PROGRESS),
            (S.RA_REFUSED, K.REASSESSMENT_REQUESTED, S.RA_REQUESTED),
            (S.RA_REFUSED, K.REASSESSMENT_AGREED_SENT, S.RA_IN_PROGRESS),
            (S.RA_REFUSED, K.UNOPPOSED_NOTIFIED, S.RA_IN_PROGRESS),
            (S.RA_REFUSED, K.ORDER_MADE, S.RA_IN_PROGRESS),
            (S.RA_IN_PROGRESS, K.DRAFT_SERVED, S.RA_DRAFT_OUT),
            (S.RA_IN_PROGRESS, K.DECISION_NOT_TO_AMEND_SENT, S.NONE),
            (S.RA_DRAFT_OUT, K.DECISION_NOT_TO_AMEND_SENT, S.NONE),
            (S.RA_DRAFT_OUT, K.FINAL_SENT, S.NONE),
            (S.RA_DRAFT_OUT, K.AMENDED_FINAL_SENT, S.NONE),
        ),
        Region.TRANSFER: (
            (S.NONE, K.MOVE_NOTIFIED, S.MOVE_NOTIFIED),
            (S.MOVE_NOTIFIED, K.TRANSFERRED_OUT, S.TRANSFERRED_OUT),
            (S.NONE, K.TRANSFERRED_IN, S.TRANSFERRED_IN_NOTICE_PENDING),
            (S.TRANSFERRED_IN_NOTICE_PENDING, K.TRANSFER_NOTICE_SENT, S.TRANSFERRED_IN),
            (S.TRANSFERRED_IN, K.REVIEW_DECISION_SENT, S.NONE),
        ),
        Region.CEASE: (
            (S.NONE, K.CEASE_CONSULTED, S.CEASE_CONSULTING),
            (S.CEASE_CONSULTING, K.CEASE_REVERSED, S.NONE),
            (S.CEASE_CONSULTING, K.CEASE_DECISION_SENT, S.CEASE_DECIDED_HOLD),
            (S.NONE, K.REVIEW_DECISION_SENT, S.CEASE_DECIDED_HOLD),
            (S.CEASE_DECIDED_HOLD, K.CEASE_REVERSED, S.NONE),
            (S.CEASE_DECIDED_HOLD, K.UNOPPOSED_NOTIFIED, S.NONE),
            (S.CEASE_DECIDED_HOLD, K.ORDER_MADE, S.CEASED),
            (S.CEASE_DECIDED_HOLD, K.PLAN_CEASED, S.CEASED),
        ),
        Region.DETENTION: (
            (S.NONE, K.DETAINED, S.DETAINED),
            (S.DETAINED, K.RELEASED, S.NONE),
        ),
    }
)
# Events that leave a region where it is.
STAYS: Mapping[Stage, tuple[EventKind, ...]] = MappingProxyType(
    {
        S.RA_IN_PROGRESS: (*_WORK, K.REASSESSMENT_AGREED_SENT),
        S.RA_DRAFT_OUT: (
            *_WORK,
            K.DRAFT_REISSUED,
            K.MEETING_REQUIRED,
            K.FAMILY_CONFIRMS_NOTHING_MORE,
        ),
        S.MOVE_NOTIFIED: (K.MOVE_NOTIFIED,),
        S.TRANSFERRED_IN_NOTICE_PENDING: (K.INTERIM_PLACEMENT_MADE,),
        S.TRANSFERRED_IN: (K.INTERIM_PLACEMENT_MADE,),
        S.CEASE_CONSULTING: (K.CEASE_CONSULTED,),
        S.CEASED: (K.PLAN_CEASED,),
    }
)
WITH_A_PLAN = (
    K.REASSESSMENT_REQUESTED,
    K.REASSESSMENT_AGREED_SENT,
    K.MOVE_NOTIFIED,
    K.TRANSFERRED_OUT,
    K.COMMISSIONER_CHANGED,
    K.COMMISSIONER_NOTIFIED,
    K.COMMISSIONER_ASKED_TO_ACT,
    K.AUTHORITY_SUCCEEDED,
    K.CEASE_CONSULTED,
    K.LEFT_EDUCATION,
    K.DETAINED,
    K.DIRECT_PAYMENTS_STARTED,
    K.DIRECT_PAYMENTS_REVIEWED,
    K.DIRECT_PAYMENTS_ENDED,
)
"""What may follow while a plan is maintained, whatever else goes on."""
WITH_AN_ASSESSMENT = (K.AUTHORITY_SUCCEEDED, K.DETAINED)
"""What may befall an assessment under way."""
WORDS: Mapping[Stage, str] = MappingProxyType(
    {
        S.RA_REQUESTED: "a reassessment was asked for and no answer has been notified.",
        S.RA_REFUSED: "a reassessment was refused.",
        S.RA_IN_PROGRESS: "a reassessment is under way.",
        S.RA_DRAFT_OUT: "the draft plan after a reassessment is with the family.",
        S.MOVE_NOTIFIED: "the child is to move, or has moved, to another authority.",
        S.TRANSFERRED_OUT: "the plan was transferred to another authority.",
        S.TRANSFERRED_IN_NOTICE_PENDING: "the plan came from another authority and the family is to be told.",
        S.TRANSFERRED_IN: "the plan came from another authority and is to be reviewed.",
        S.CEASE_CONSULTING: "the family and the setting are consulted about ending the plan.",
        S.CEASE_DECIDED_HOLD: "it was decided to end the plan, which is kept while that can be appealed.",
        S.CEASED: "the plan has ended.",
        S.DETAINED: "the child or young person is in relevant youth accommodation.",
    }
)


def region_of(stage: Stage) -> Region | None:
    """The region of `REGIONS` that a stage belongs to, if any."""
    for region, moves in REGIONS.items():
        if any(stage in (before, after) for before, _, after in moves) and stage is not S.NONE:
            return region
    return None
