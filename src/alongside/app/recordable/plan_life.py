"""News in the life of a plan besides its reviews: reassessed, moved, ended, detention, direct payments."""

from alongside.app.recordable.entry import (
    DECIDES,
    LETTER_DATE,
    Chapter,
    Entry,
    Particular,
    Type,
    code,
    day,
    line,
    text,
    yes_no,
)
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.case.codes import EventKind as K

C = Chapter
CEASED_BECAUSE = tuple(str(number) for number in range(1, 10))
"""The cease reasons of the SEN2 return."""
_NEW_AUTHORITY = Particular("to", Type.AUTHORITY, "Enter the three-digit number of the new local authority.")
REASSESSMENT = (
    Entry(
        K.REASSESSMENT_REQUESTED,
        C.REASSESSMENT,
        (
            code(
                "by",
                (RequestSource.PARENT_OR_YOUNG_PERSON, RequestSource.SETTING, RequestSource.HEALTH),
                "Choose who asked for the reassessment.",
            ),
            line("requested_by"),
            code("channel", Channel),
        ),
    ),
    Entry(
        K.REASSESSMENT_REFUSED_SENT,
        C.REASSESSMENT,
        (text("reasons", "Write the reasons that the notice gives for the refusal."), LETTER_DATE),
        DECIDES,
    ),
    Entry(
        K.REASSESSMENT_AGREED_SENT,
        C.REASSESSMENT,
        (yes_no("own_decision"), LETTER_DATE),
        DECIDES,
    ),
)
MOVING = (
    Entry(
        K.MOVE_NOTIFIED,
        C.MOVING,
        (day("moves_on"), day("aware_on", is_past=True), Particular("to", Type.AUTHORITY)),
    ),
    Entry(K.TRANSFERRED_OUT, C.MOVING, (_NEW_AUTHORITY, day("moves_on")), closes_case=True),
    Entry(
        K.MOVED_TO_NEW_LA,
        C.MOVING,
        (
            Particular(
                "to",
                Type.AUTHORITY,
                "Enter the three-digit number of the new local authority.",
                unless="outside_england",
            ),
            yes_no("outside_england"),
        ),
        closes_case=True,
    ),
    Entry(
        K.TRANSFERRED_IN,
        C.MOVING,
        (
            Particular(
                "from", Type.AUTHORITY, "Enter the three-digit number of the authority that it came from."
            ),
            day("plan_made_on", is_past=True),
            day("last_reviewed_on", is_past=True),
            yes_no("impracticable"),
        ),
    ),
    Entry(
        K.TRANSFER_NOTICE_SENT,
        C.MOVING,
        (
            yes_no("will_assess", "Choose whether the notice says that there will be an assessment."),
            day("review_on", "Enter the day by which the notice says that the plan will be reviewed."),
        ),
    ),
    Entry(
        K.INTERIM_PLACEMENT_MADE,
        C.MOVING,
        (Particular("setting_name", Type.SETTING, "Say at which setting the child is for the time being."),),
    ),
    Entry(
        K.COMMISSIONER_CHANGED,
        C.MOVING,
        (
            Particular("from", Type.BODY),
            Particular("to", Type.BODY),
            day("aware_on", is_past=True),
            day("moves_on"),
            yes_no("by_move"),
        ),
    ),
    Entry(
        K.COMMISSIONER_NOTIFIED,
        C.MOVING,
        (day("new_body_aware_on", is_past=True), yes_no("cannot_secure")),
    ),
    Entry(
        K.COMMISSIONER_ASKED_TO_ACT,
        C.MOVING,
        (code("asked_for", ("ASSESSMENT", "REVIEW"), "Choose what the authority was asked for."),),
    ),
    Entry(K.AUTHORITY_SUCCEEDED, C.MOVING, (_NEW_AUTHORITY, line("order"))),
)
CEASING = (
    Entry(
        K.CEASE_CONSULTED,
        C.CEASING,
        (day("considered_on", is_past=True), yes_no("setting_consulted")),
    ),
    Entry(
        K.CEASE_DECISION_SENT,
        C.CEASING,
        (
            code(
                "reason",
                (
                    "NOT_NECESSARY",
                    "NOT_RESPONSIBLE",
                    "AGE_LIMIT",
                    "LEFT_FOR_WORK_OR_HIGHER_EDUCATION",
                ),
                "Choose on which ground in law the plan is to end.",
            ),
            text("reasons", "Write the reasons that the notice gives for ending the plan."),
            day("takes_effect_on"),
            LETTER_DATE,
        ),
        DECIDES,
    ),
    Entry(K.CEASE_REVERSED, C.CEASING, (text("reason", "Write why the plan goes on after all."),), DECIDES),
    Entry(
        K.PLAN_CEASED,
        C.CEASING,
        (code("reason", CEASED_BECAUSE, "Choose why the plan ended."),),
        DECIDES,
        closes_case=True,
    ),
    Entry(K.LEFT_EDUCATION, C.CEASING, (yes_no("wants_to_return"), line("to"))),
)
DETENTION = (
    Entry(K.DETAINED, C.DETENTION, (line("accommodation"), line("youth_offending_team"))),
    Entry(
        K.RELEASED,
        C.DETENTION,
        (yes_no("same_la", "Choose whether the same authority is responsible after the release."),),
    ),
)
DIRECT_PAYMENTS = (
    Entry(
        K.DIRECT_PAYMENTS_STARTED,
        C.DIRECT_PAYMENTS,
        (text("provision", "Say which provision of the plan the family is paid for."),),
    ),
    Entry(K.DIRECT_PAYMENTS_REVIEWED, C.DIRECT_PAYMENTS, (text("outcome", "Say what the review found."),)),
    Entry(
        K.DIRECT_PAYMENTS_ENDED,
        C.DIRECT_PAYMENTS,
        (text("reason", "Write why the payments end."), day("notice_given_on", is_past=True)),
    ),
)
