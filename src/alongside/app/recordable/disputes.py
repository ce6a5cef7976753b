"""News of mediation and of appeals: what the family, the adviser and the Tribunal did, and what we did in answer."""

from alongside.app.recordable.entry import (
    Chapter,
    Entry,
    Particular,
    Type,
    code,
    day,
    disputed,
    text,
)
from alongside.core.case.codes import EventKind as K
from alongside.core.case.dispute_codes import HealthIssue, OrderKind

C = Chapter
_WHICH = disputed()
_ORDERED = tuple(each for each in OrderKind if each not in (OrderKind.OTHER_MATTER, OrderKind.CEASE))
_CONCEDED = tuple(each for each in _ORDERED if each not in (OrderKind.DISMISSED, OrderKind.RECONSIDER))
_AGREED = (*_CONCEDED, OrderKind.OTHER_MATTER)
MEDIATION = (
    Entry(K.MEDIATION_ADVISER_CONTACTED, C.MEDIATION, (_WHICH,)),
    Entry(K.MEDIATION_DECLINED, C.MEDIATION, (_WHICH,)),
    Entry(
        K.MEDIATION_REQUESTED,
        C.MEDIATION,
        (
            _WHICH,
            code(
                "health",
                HealthIssue,
                "Choose whether help from health services is in issue: who arranges the mediation hangs on it.",
            ),
            text("issues"),
        ),
    ),
    Entry(K.ICB_TOLD_OF_MEDIATION, C.MEDIATION, (_WHICH,)),
    Entry(
        K.MEDIATION_NOT_ARRANGED,
        C.MEDIATION,
        (_WHICH, text("reason", "Write why the mediation could not be arranged in thirty days.")),
    ),
    Entry(K.MEDIATION_HELD, C.MEDIATION, (_WHICH,)),
    Entry(
        K.MEDIATION_AGREED,
        C.MEDIATION,
        (
            _WHICH,
            code("matter", _AGREED, "Choose what was agreed: the time to carry it out hangs on it."),
            text("terms", "Write what was agreed."),
            day("agreed_date"),
            code("la_party", ("YES", "NO")),
            day("la_told_on", is_past=True),
        ),
    ),
    Entry(
        K.AGREEMENT_DONE,
        C.MEDIATION,
        (
            Particular(
                "agreement",
                Type.EARLIER,
                "Choose which agreement was carried out.",
                of=K.MEDIATION_AGREED,
            ),
        ),
    ),
    Entry(
        K.MEDIATION_CERTIFICATE_ISSUED,
        C.MEDIATION,
        (
            _WHICH,
            day(
                "certificate_dated_on",
                "Enter the date on the certificate: the time to appeal runs from it.",
                is_past=True,
            ),
        ),
    ),
)
APPEALS = (
    Entry(
        K.APPEAL_RECEIVED,
        C.APPEAL,
        (
            _WHICH,
            text("about", "Say what the appeal is about."),
            Particular("sections", Type.LETTERS, codes=("B", "F", "I")),
            Particular("received_at", Type.CLOCK),
        ),
    ),
    Entry(
        K.APPEAL_NOTICE_RECEIVED,
        C.APPEAL,
        (
            _WHICH,
            day("response_by"),
            day("attendance_by"),
            day("evidence_by"),
            day("bundle_by"),
            day("hearing_on"),
        ),
    ),
    Entry(K.APPEAL_RESPONSE_SENT, C.APPEAL, (_WHICH,)),
    Entry(
        K.UNOPPOSED_NOTIFIED,
        C.APPEAL,
        (
            _WHICH,
            text("appeal", "Say which appeal the authority does not oppose."),
            code("order", _CONCEDED),
        ),
    ),
    Entry(K.APPEAL_HEARD, C.APPEAL, (_WHICH,)),
    Entry(
        K.ORDER_MADE,
        C.APPEAL,
        (
            _WHICH,
            code("order", _ORDERED, "Say what the Tribunal ordered: the time to comply hangs on it."),
            day("tell_by"),
            day("decide_by"),
            day("draft_by"),
            day("comply_by"),
        ),
    ),
    Entry(K.APPEAL_WITHDRAWN, C.APPEAL, (_WHICH,)),
    Entry(
        K.TRIBUNAL_DECISION_SENT,
        C.APPEAL,
        (
            _WHICH,
            code(
                "decision",
                ("REASONS", "PERMISSION_REFUSED"),
                "Choose what the Tribunal sent: its decision with reasons, or a refusal of permission to appeal.",
            ),
        ),
    ),
    Entry(
        K.RECOMMENDATION_MADE,
        C.APPEAL,
        (
            _WHICH,
            code("body", ("ICB", "SOCIAL_CARE"), "Choose to whom the recommendation was made."),
            text("text", "Write what the Tribunal recommended."),
        ),
    ),
    Entry(
        K.RECOMMENDATION_ANSWERED,
        C.APPEAL,
        (
            Particular(
                "recommendation",
                Type.EARLIER,
                "Choose which recommendation was answered.",
                of=K.RECOMMENDATION_MADE,
            ),
            text("answer", "Write what will be done about it, or why it will not be done."),
        ),
    ),
)
