"""The moves of region DISPUTE (law.md 12.6), one instance for each appealable decision.

The time to appeal runs out by itself. Where the family contacted a mediation adviser in time, the dispute then awaits
the certificate, which opens another month (CERTIFICATE_AWAITED).

An appeal that is only about the setting needs no certificate, so an appeal may follow at once. Mediation may
go on while an appeal is before the Tribunal, and leaves it where it stands.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Stage

K, S = EventKind, Stage
BEFORE_CERTIFICATE = (
    S.APPEAL_WINDOW_OPEN,
    S.CERTIFICATE_AWAITED,
    S.MEDIATION_WANTED,
    S.MEDIATION_HELD,
    S.AGREED,
)
BEFORE_APPEAL = (*BEFORE_CERTIFICATE, S.CERTIFICATE_ISSUED)
BEFORE_TRIBUNAL = (S.LATE_APPLICATION, S.APPEAL_REGISTERED, S.RESPONSE_FILED, S.HEARD)
DECIDED = (S.ORDER_MADE, S.UNOPPOSED, S.COMPLIED)

PAPERS = frozenset({K.TRIBUNAL_DECISION_SENT, K.RECOMMENDATION_MADE, K.RECOMMENDATION_ANSWERED})
"""What may still come, or be answered, after a dispute was decided, however long ago."""

DISPUTE_MOVES: tuple[tuple[Stage, EventKind, Stage], ...] = (
    (S.APPEAL_WINDOW_OPEN, K.MEDIATION_ADVISER_CONTACTED, S.APPEAL_WINDOW_OPEN),
    *[(s, K.MEDIATION_DECLINED, S.APPEAL_WINDOW_OPEN) for s in (S.APPEAL_WINDOW_OPEN, S.MEDIATION_WANTED)],
    (S.CERTIFICATE_AWAITED, K.MEDIATION_DECLINED, S.CERTIFICATE_AWAITED),
    *[
        (s, K.MEDIATION_REQUESTED, S.MEDIATION_WANTED)
        for s in (S.APPEAL_WINDOW_OPEN, S.CERTIFICATE_AWAITED, S.CERTIFICATE_ISSUED)
    ],
    (S.MEDIATION_WANTED, K.ICB_TOLD_OF_MEDIATION, S.MEDIATION_WANTED),
    (S.MEDIATION_WANTED, K.MEDIATION_NOT_ARRANGED, S.MEDIATION_WANTED),
    (S.MEDIATION_WANTED, K.MEDIATION_HELD, S.MEDIATION_HELD),
    *[(s, K.MEDIATION_AGREED, S.AGREED) for s in (S.MEDIATION_HELD, S.CERTIFICATE_ISSUED, S.AGREED)],
    (S.AGREED, K.AGREEMENT_DONE, S.COMPLIED),
    *[(s, K.MEDIATION_CERTIFICATE_ISSUED, S.CERTIFICATE_ISSUED) for s in BEFORE_CERTIFICATE],
    *[(s, K.APPEAL_RECEIVED, S.APPEAL_REGISTERED) for s in BEFORE_APPEAL],
    (S.LATE_APPLICATION, K.APPEAL_NOTICE_RECEIVED, S.APPEAL_REGISTERED),
    (S.APPEAL_REGISTERED, K.APPEAL_NOTICE_RECEIVED, S.APPEAL_REGISTERED),
    (S.APPEAL_REGISTERED, K.APPEAL_RESPONSE_SENT, S.RESPONSE_FILED),
    (S.APPEAL_REGISTERED, K.UNOPPOSED_NOTIFIED, S.UNOPPOSED),
    (S.RESPONSE_FILED, K.UNOPPOSED_NOTIFIED, S.RESPONSE_FILED),
    *[(s, K.APPEAL_HEARD, S.HEARD) for s in (S.APPEAL_REGISTERED, S.RESPONSE_FILED)],
    *[(s, K.ORDER_MADE, S.ORDER_MADE) for s in BEFORE_TRIBUNAL],
    *[(s, K.APPEAL_WITHDRAWN, S.APPEAL_WINDOW_OPEN) for s in BEFORE_TRIBUNAL],
    *[(s, K.AMENDED_FINAL_SENT, S.COMPLIED) for s in (S.ORDER_MADE, S.UNOPPOSED, S.AGREED)],
)
DISPUTE_STAYS: Mapping[Stage, tuple[EventKind, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            BEFORE_TRIBUNAL,
            (
                K.MEDIATION_ADVISER_CONTACTED,
                K.MEDIATION_DECLINED,
                K.MEDIATION_REQUESTED,
                K.ICB_TOLD_OF_MEDIATION,
                K.MEDIATION_NOT_ARRANGED,
                K.MEDIATION_HELD,
                K.MEDIATION_AGREED,
                K.MEDIATION_CERTIFICATE_ISSUED,
                K.AGREEMENT_DONE,
            ),
        ),
        **dict.fromkeys(
            DECIDED,
            (*sorted(PAPERS), K.EXCEPTION_RECORDED, K.AGREEMENT_DONE),
        ),
    }
)
DISPUTE_WORDS: Mapping[Stage, str] = MappingProxyType(
    {
        S.APPEAL_WINDOW_OPEN: "the decision can be appealed.",
        S.MEDIATION_WANTED: "the family wants mediation about the decision.",
        S.MEDIATION_HELD: "mediation about the decision was held.",
        S.AGREED: "agreement was reached in mediation.",
        S.CERTIFICATE_AWAITED: "the time to appeal is over unless a mediation certificate opens another month.",
        S.CERTIFICATE_ISSUED: "a mediation certificate was issued and the decision can be appealed.",
        S.LATE_APPLICATION: "an appeal came late and the Tribunal has not allowed it yet.",
        S.APPEAL_REGISTERED: "the decision is under appeal.",
        S.RESPONSE_FILED: "the decision is under appeal and the authority has responded.",
        S.HEARD: "the appeal was heard.",
        S.UNOPPOSED: "the authority does not oppose the appeal.",
        S.ORDER_MADE: "the Tribunal has decided the appeal.",
        S.COMPLIED: "what was ordered, conceded or agreed has been done.",
    }
)
