"""News of reviews, of amendments of a plan, and of the move to the next phase of education."""

from alongside.app.recordable.entry import (
    DECIDES,
    LETTER_DATE,
    Chapter,
    Entry,
    Particular,
    Type,
    code,
    day,
    text,
    yes_no,
)
from alongside.core.case.codes import Channel
from alongside.core.case.codes import EventKind as K
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome

C = Chapter
SERVED_BY = (
    Channel.ONLINE,
    Channel.EMAIL,
    Channel.HAND,
    Channel.FIRST_CLASS_POST,
    Channel.SECOND_CLASS_POST,
)
NOT_AMENDED = (ReviewOutcome.MAINTAIN.value, ReviewOutcome.CEASE.value)
_MEETING = day("meeting_on", "Enter the day of the review meeting.")
_YEAR_GROUP = Particular("school_year", Type.NUMBER)
_RECOMMENDED = code("recommended", ReviewOutcome)
_SETTING = Particular(
    "setting_name", Type.SETTING, "Say which setting, or which type of setting, the amended plan names."
)
_TRANSFER_MEANT = Particular(
    "transfer",
    Type.EARLIER,
    "Choose the move that this decision is about.",
    of=K.PHASE_TRANSFER_FORESEEN,
)
REVIEWS = (
    Entry(K.REVIEW_SCHEDULED, C.REVIEW, (_MEETING, _YEAR_GROUP)),
    Entry(K.REVIEW_RESCHEDULED, C.REVIEW, (_MEETING, text("reason"), _YEAR_GROUP)),
    Entry(K.REVIEW_NOTICE_GIVEN, C.REVIEW),
    Entry(K.REVIEW_ADVICE_CIRCULATED, C.REVIEW),
    Entry(
        K.REVIEW_MEETING_HELD,
        C.REVIEW,
        (
            _RECOMMENDED,
            _YEAR_GROUP,
            yes_no("adulthood_considered"),
            code("held_by", ("AUTHORITY", "SETTING")),
        ),
    ),
    Entry(K.REVIEW_REPORT_RECEIVED, C.REVIEW, (_RECOMMENDED,)),
    Entry(
        K.REVIEW_DECISION_SENT,
        C.REVIEW,
        (
            code(
                "outcome",
                ReviewOutcome,
                "Choose what was decided: to amend the plan, keep it as it is or end it.",
            ),
            Particular(
                "reasons",
                Type.TEXT,
                "Write the reasons that the notice gives: the family can appeal against this decision.",
                where=("outcome", NOT_AMENDED),
            ),
            LETTER_DATE,
        ),
        DECIDES,
    ),
    Entry(
        K.AMENDMENT_NOTICE_SENT,
        C.REVIEW,
        (
            code(
                "channel",
                SERVED_BY,
                "Choose how the notice was sent: the family’s fifteen days begin when it reaches them.",
            ),
            LETTER_DATE,
        ),
        DECIDES,
    ),
    Entry(
        K.AMENDED_FINAL_SENT,
        C.REVIEW,
        (
            _SETTING,
            Particular("transfer", Type.EARLIER, of=K.PHASE_TRANSFER_FORESEEN),
            LETTER_DATE,
        ),
        DECIDES,
    ),
    Entry(
        K.DECISION_NOT_TO_AMEND_SENT,
        C.REVIEW,
        (
            text("reasons", "Write the reasons that the notice gives for leaving the plan as it is."),
            LETTER_DATE,
        ),
        DECIDES,
    ),
    Entry(
        K.PHASE_TRANSFER_FORESEEN,
        C.NEXT_PHASE,
        (
            code("transfer", PhaseTransfer, "Choose from which phase to which the child moves."),
            day("on"),
            Particular("year", Type.NUMBER, "Enter the day of the move, or its year.", unless="on"),
        ),
    ),
    Entry(
        K.NO_AMENDMENT_FOR_TRANSFER,
        C.NEXT_PHASE,
        (_TRANSFER_MEANT, text("reason", "Write why the plan needs no amendment for the move.")),
        DECIDES,
    ),
)
