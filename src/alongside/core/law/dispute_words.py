"""The words for the steps of a dispute: the fact that started a duty, and what must be said besides."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.dispute_history import Direction, Outcome, Recommendation
from alongside.core.case.history import Dispute
from alongside.core.law import compliance
from alongside.core.law.duty import ExceptionConsidered, Reason
from alongside.core.law.lawbook import Limit
from alongside.core.law.timer import Desk, Due, OfDisputes
from alongside.core.law.words import day_words

K, O = EventKind, OrderKind  # noqa: E741  as short as the codes are often named
ACTS: Mapping[EventKind, str] = MappingProxyType(
    {
        K.MEDIATION_DECLINED: "The mediation adviser heard on {on} that the family does not want mediation.",
        K.MEDIATION_REQUESTED: "The family told the authority on {on} that it wants mediation.",
        K.ICB_TOLD_OF_MEDIATION: "The authority told the integrated care board of the mediation on {on}.",
        K.MEDIATION_NOT_ARRANGED: "The authority told the adviser on {on} that it cannot arrange mediation in time.",
        K.MEDIATION_HELD: "Mediation was concluded on {on}.",
        K.APPEAL_RECEIVED: "The Tribunal received the appeal on {on}.",
        K.APPEAL_NOTICE_RECEIVED: "The authority received the application notice on {on}.",
        K.APPEAL_HEARD: "The appeal was heard on {on}.",
        K.UNOPPOSED_NOTIFIED: "The authority told the Tribunal on {on}, after its response, that it does not "
        "oppose the appeal.",
    }
)
DECIDED: Mapping[EventKind, str] = MappingProxyType(
    {
        K.ORDER_MADE: "The Tribunal made its order on {on}: {what}.",
        K.UNOPPOSED_NOTIFIED: "The authority told the Tribunal on {on} that it would not oppose the appeal: {what}.",
        K.MEDIATION_AGREED: "Agreement was reached in mediation on {on}: {what}.",
    }
)
WHAT: Mapping[OrderKind, str] = MappingProxyType(
    {
        O.DISMISSED: "the appeal is dismissed",
        O.CEASE: "the appeal against ceasing the plan is dismissed",
        O.ASSESS: "an assessment is made",
        O.REASSESS: "a reassessment is made",
        O.MAKE_PLAN: "a plan is made and maintained",
        O.RECONSIDER: "the authority reconsiders",
        O.AMEND_CONTENTS: "the contents of the plan are amended",
        O.CHANGE_SETTING: "the name or type of the setting is changed",
        O.AMEND_CONTENTS_AND_SETTING: "the contents of the plan and the setting are amended",
        O.CONTINUE: "the plan goes on",
        O.CONTINUE_AND_AMEND: "the plan goes on and is amended",
        O.OTHER_MATTER: "a matter that cannot be appealed",
    }
)
DIRECTED: Mapping[str, str] = MappingProxyType(
    {
        "response_by": "its response",
        "attendance_by": "the attendance form",
        "evidence_by": "evidence",
        "bundle_by": "the bundle",
        "hearing_on": "the hearing",
    }
)
READINGS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("M02", "M03", "M04", "M06"), "the day of being told as day one"),
        "F01": "the date on the letter",
        "O12": "the two weeks for naming a setting",
    }
)
"""What the strictest reading takes, by rule."""


def fact(due: Due, about: OfDisputes) -> str:
    """The fact that started the duty, in a sentence."""
    on = day_words(due.triggered_on)
    match about:
        case Outcome():
            return DECIDED[about.kind].format(on=on, what=WHAT[about.what])
        case Recommendation():
            whom = "the authority's social care service" if about.body == "SOCIAL_CARE" else "the care board"
            return f"The Tribunal made a recommendation to {whom} on {on}."
        case Direction():
            return f"The Tribunal set {day_words(about.on)} for {DIRECTED[about.what]}, as the authority heard on {on}."
    if about.kind is K.TRIBUNAL_DECISION_SENT:
        refused = due.rule == "F07"
        return f"The Tribunal sent its {'refusal of permission' if refused else 'decision with reasons'} on {on}."
    return ACTS[about.kind].format(on=on)


def further_reasons(due: Due, desk: Desk) -> tuple[Reason, ...]:
    """What takes part in a date besides the day that started it: a certificate, a day that was set or agreed."""
    about = due.about
    if isinstance(about, Dispute):
        return _of_appeal(about, due, desk) if due.rule == "F01" else ()
    if isinstance(about, Outcome) and due.state is TimerState.SUPERSEDED:
        day, who = about.agreed_on, "The parties agreed in writing on"
        if day is None and about.directed:
            day, who = max(about.directed.values()), "The Tribunal set"
        if day is not None:
            sentence = f"{who} {day_words(day)}."
            return (
                Reason(
                    sentence, "That takes the place of the time in the Regulations.", due.parameter.citation
                ),
            )
    return ()


def considered(due: Due, desk: Desk) -> tuple[ExceptionConsidered, ...]:
    """The exceptions on record to the time for an order, or for an appeal not opposed, each weighed."""
    if not isinstance(due.about, Outcome):
        return ()
    limit = Limit(due.parameter, due.statutory_due, due.operational_target, due.strict_due)
    return compliance.considered(limit, due.about, desk)


def unknown(due: Due) -> tuple[str, ...]:
    """What the record does not say and the answer would need."""
    about = due.about
    if isinstance(about, Outcome) and not about.kind_told and about.kind is not K.MEDIATION_AGREED:
        return (
            "What exactly was ordered or not opposed; it is taken to be what the decision disputed makes likeliest.",
        )
    if isinstance(about, Direction) and due.state is TimerState.SUPERSEDED and due.met_on is None:
        return ("Whether this was done by the day that the Tribunal set.",)
    return ()


def _of_appeal(dispute: Dispute, due: Due, desk: Desk) -> tuple[Reason, ...]:
    reasons = [
        Reason(
            "Time to appeal ends on a working day outside 25 December to 1 January and August.",
            "If the last day falls elsewhere, it moves to the next such day; it ends at 5 pm.",
            "Tribunal Procedure (FTT) (HESC) Rules 2008 rule 12(1)-(3)",
        )
    ]
    certificate = dispute.certificate_on
    limit = desk.law.limits["F01.certificate", certificate] if certificate else None
    if certificate is not None and limit is not None:
        reasons.append(
            Reason(
                f"A mediation certificate was issued on {day_words(certificate)}.",
                "The later of the two last days counts; by the certificate it is "
                f"{day_words(limit.statutory)}.",
                limit.parameter.citation,
            )
        )
    if dispute.proceedings is not None and dispute.proceedings.late_in_day:
        reasons.append(
            Reason(
                "The Tribunal received the appeal after 5 pm.",
                "What comes after 5 pm comes on the next day.",
                "Tribunal Procedure (FTT) (HESC) Rules 2008 rule 12(1)",
            )
        )
    return tuple(reasons)
