"""The moves of region REVIEW: how a review of a plan, and an amendment, go from one stage to the next (law.md 12.2)."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Stage

K, S = EventKind, Stage
REVIEW_MOVES: tuple[tuple[Stage, EventKind, Stage], ...] = (
    (S.REVIEW_IDLE, K.REVIEW_SCHEDULED, S.REVIEW_ARRANGED),
    (S.REVIEW_IDLE, K.REVIEW_NOTICE_GIVEN, S.REVIEW_ARRANGED),
    (S.REVIEW_IDLE, K.REVIEW_MEETING_HELD, S.MEETING_HELD),
    (S.REVIEW_IDLE, K.REVIEW_DECISION_SENT, S.REVIEW_IDLE),
    (S.REVIEW_IDLE, K.AMENDMENT_NOTICE_SENT, S.AMEND_NOTICE_OUT),
    (S.REVIEW_ARRANGED, K.REVIEW_RESCHEDULED, S.REVIEW_ARRANGED),
    (S.REVIEW_ARRANGED, K.REVIEW_MEETING_HELD, S.MEETING_HELD),
    (S.MEETING_HELD, K.REVIEW_DECISION_SENT, S.REVIEW_IDLE),
    (S.MEETING_HELD, K.REVIEW_DECISION_SENT, S.AMEND_DECIDED_NO_NOTICE),
    (S.MEETING_HELD, K.AMENDMENT_NOTICE_SENT, S.AMEND_NOTICE_OUT),
    (S.AMEND_DECIDED_NO_NOTICE, K.AMENDMENT_NOTICE_SENT, S.AMEND_NOTICE_OUT),
    (S.AMEND_DECIDED_NO_NOTICE, K.DECISION_NOT_TO_AMEND_SENT, S.REVIEW_IDLE),
    (S.AMEND_NOTICE_OUT, K.AMENDED_FINAL_SENT, S.REVIEW_IDLE),
    (S.AMEND_NOTICE_OUT, K.DECISION_NOT_TO_AMEND_SENT, S.REVIEW_IDLE),
)
REVIEW_STAYS: Mapping[Stage, tuple[EventKind, ...]] = MappingProxyType(
    {
        # The next review may be arranged, or held, before the last one has come to its end.
        S.REVIEW_IDLE: (
            K.REVIEW_REPORT_RECEIVED,
            K.PHASE_TRANSFER_FORESEEN,
            K.NO_AMENDMENT_FOR_TRANSFER,
        ),
        S.REVIEW_ARRANGED: (K.REVIEW_NOTICE_GIVEN, K.REVIEW_ADVICE_CIRCULATED),
        S.MEETING_HELD: (K.REVIEW_REPORT_RECEIVED,),
        S.AMEND_NOTICE_OUT: (
            K.AMENDMENT_NOTICE_SENT,
            K.REPRESENTATIONS_RECEIVED,
            K.MEETING_REQUIRED,
            K.SCHOOL_REQUESTED,
            K.SETTING_CONSULTED,
            K.SETTING_REPLIED,
        ),
    }
)
WITH_A_PLAN_UNDER_REVIEW = frozenset(
    {*REVIEW_STAYS[S.REVIEW_IDLE], *(kind for stage, kind, _ in REVIEW_MOVES if stage is S.REVIEW_IDLE)}
)
"""What may follow while a plan is maintained, whatever stage its last review is at."""
REVIEW_WORDS: Mapping[Stage, str] = MappingProxyType(
    {
        S.REVIEW_IDLE: "no review of the plan is under way.",
        S.REVIEW_ARRANGED: "a review meeting is arranged.",
        S.MEETING_HELD: "the review meeting was held and no decision has been sent.",
        S.AMEND_NOTICE_OUT: "the proposed amendments are with the family.",
        S.AMEND_DECIDED_NO_NOTICE: "it was decided to amend the plan and no notice of the amendments was sent.",
    }
)
