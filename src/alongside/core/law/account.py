"""The account of one duty in words: the facts, the rule, the outcome, what would change it, what is
unknown.
"""

from datetime import date

from alongside.core.case.codes import EventKind, ExceptionGround, TimerState
from alongside.core.case.dispute_history import Act, Direction, Outcome, Recommendation
from alongside.core.case.history import (
    AdviceRequest,
    Consultation,
    Decision,
    Dispute,
    Draft,
    Plan,
    Reopening,
    Start,
)
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review
from alongside.core.law import changes, dispute_words, exceptions, overlay, plan_life_words, review_words
from alongside.core.law.duty import Deadline, ExceptionConsidered, Force, Reason
from alongside.core.law.lawbook import Limit
from alongside.core.law.reviews import earlier_reviews_unknown
from alongside.core.law.service import POST, served_on
from alongside.core.law.timer import Desk, Due
from alongside.core.law.words import counting_words, day_words

OWN_SERVICES = frozenset({"PSYCHOLOGICAL", "SOCIAL_CARE"})
DISPUTED = {
    EventKind.REFUSAL_TO_ASSESS_SENT: "Notice of the refusal to assess",
    EventKind.NO_PLAN_NOTICE_SENT: "Notice of the decision not to issue a plan",
    EventKind.FINAL_SENT: "The final plan",
    EventKind.PLAN_MADE: "The plan, as it was made or last amended before this record began,",
    EventKind.AMENDED_FINAL_SENT: "The amended plan",
    EventKind.DECISION_NOT_TO_AMEND_SENT: "Notice of the decision not to amend the plan",
    EventKind.CEASE_DECISION_SENT: "Notice of the decision to cease the plan",
    EventKind.REASSESSMENT_REFUSED_SENT: "Notice of the refusal to reassess",
}
REOPENED = {
    EventKind.ORDER_MADE: "The Tribunal ordered the assessment on {on}.",
    EventKind.UNOPPOSED_NOTIFIED: "The authority told the Tribunal on {on} that it would not oppose the appeal.",
    EventKind.MEDIATION_AGREED: "An assessment was agreed in mediation on {on}.",
    EventKind.LA_RECONSIDERS: "The authority reconsidered its refusal on {on}.",
    EventKind.DECISION_TO_ASSESS_NOTIFIED: "The decision to assess was notified on {on}, after an order to reconsider.",
}


def _absent(rule: str, ground: ExceptionGround, citation: str) -> ExceptionConsidered:
    return ExceptionConsidered(rule, ground.value, False, "No such circumstance is recorded.", citation)


_NOT_RECORDED = {
    rule: tuple(
        _absent(exceptions.RULES[rule], ground, exceptions.CITATIONS[rule])
        for ground in exceptions.grounds(rule)
    )
    for rule in exceptions.RULES
}


def deadline(due: Due, desk: Desk) -> Deadline:
    """The duty with its account."""
    parameter = due.parameter
    return Deadline(
        rule=due.rule,
        title=parameter.title,
        bearer=parameter.bearer,
        subject=due.subject,
        triggered_on=due.triggered_on,
        statutory_due=due.statutory_due,
        operational_target=due.operational_target,
        strict_due=due.strict_due,
        state=due.state,
        force=force(due),
        confidence=parameter.confidence,
        citation=parameter.citation,
        met_on=due.met_on,
        days_late=due.days_late,
        due_words=due_words(due),
        reasons=(
            _fact(due, desk),
            _rule(due),
            *dispute_words.further_reasons(due, desk),
            *review_words.further_reasons(due, desk),
            *plan_life_words.further_reasons(due),
            *_readings(due, desk),
            _outcome(due),
        ),
        exceptions=_exceptions(due, desk),
        what_would_change_it=changes.what_would_change(due),
        unknown=unknown(due, desk),
    )


def force(due: Due) -> Force:
    """How binding the duty is. For the authority's own services the six weeks for advice are guidance."""
    about = due.about
    if isinstance(about, AdviceRequest) and about.kind is not None and about.kind in OWN_SERVICES:
        return Force.GUIDANCE
    return due.parameter.force


def due_words(due: Due) -> str:
    """What the law says in place of a date, or beside it."""
    if due.state is TimerState.DISAPPLIED:
        return "as soon as practicable"
    return due.parameter.due_words


def _fact(due: Due, desk: Desk) -> Reason:
    return Reason(fact(due, desk), review_words.counted_from(due), due.parameter.citation)


def fact(due: Due, desk: Desk) -> str:
    """The fact that started the duty, in a sentence."""
    about, on = due.about, day_words(due.triggered_on)
    match about:
        case AdviceRequest():
            whom = about.asked_name or about.organisation or "The body asked"
            if about.receipt_recorded:
                return f"{whom} received the request for advice on {on}."
            return f"{whom} was asked for advice on {on}; no later day of receipt is recorded."
        case Draft():
            return _draft_fact(about, on, desk, "notice of amendments" if due.rule == "R08" else "draft plan")
        case Review() | Amendment() | ForeseenTransfer():
            return review_words.fact(due, about)
        case Consultation():
            return f"{about.setting_name or 'The setting'} received the consultation on {on}."
        case Decision():
            return f"The decision to assess was notified {_when(about, on)}."
        case Reopening():
            return REOPENED[about.kind].format(on=on)
        case Dispute():
            return _disputed_fact(about, due, on)
        case Plan():
            return f"The plan was made {_when(about, on)}."
        case Act() | Direction() | Outcome() | Recommendation():
            return dispute_words.fact(due, about)
        case Start():
            return _start_fact(about, on)
    return plan_life_words.fact(due, about)


def _disputed_fact(about: Dispute, due: Due, on: str) -> str:
    if about.undated:
        return f"{DISPUTED[about.about]} was sent {_when(about, on)}."
    by_letter = about.sent_on != due.triggered_on
    return f"{DISPUTED[about.about]} was {'dated' if by_letter else 'sent on'} {on}."


def _start_fact(about: Start, on: str) -> str:
    if about.kind is EventKind.ATTENTION_S24:
        return f"The child or young person came to the authority's attention on {on} (section 24)."
    return f"The request was received on {on}."


def _when(about: Decision | Dispute | Plan, on: str) -> str:
    return f"on a day that is not known, at the latest on {on}" if about.undated else f"on {on}"


def _draft_fact(draft: Draft, on: str, desk: Desk, what: str) -> str:
    if draft.sent_on is None or draft.channel not in POST:
        return f"The {what} was served on {on}."
    posted = f"The {what} was posted on {day_words(draft.sent_on)}"
    if served_on(draft, desk.law) is None:
        return f"{posted}; bank holidays after that are not known, so neither is the day of service."
    return f"{posted} and is taken to be served on {on}, in the ordinary course of post."


def _rule(due: Due) -> Reason:
    parameter = due.parameter
    if parameter.value is None:
        return Reason(
            "No number of days is fixed for this duty.",
            f"The law says: {parameter.due_words}.",
            parameter.citation,
        )
    return Reason(
        f"The last day is {day_words(due.statutory_due)}.",
        f"Rule {due.rule}: {counting_words(parameter)}.",
        parameter.citation,
    )


def _readings(due: Due, desk: Desk) -> tuple[Reason, ...]:
    """A sentence where the strict date is earlier than the legal one, so that nobody is surprised by it."""
    if due.strict_due is None or due.statutory_due is None or due.strict_due >= due.statutory_due:
        return ()
    readings = {"A07": "the day of posting", "A07b": "the day of posting", "M01": "the date on the letter"}
    reading = {**readings, **review_words.READINGS, **dispute_words.READINGS, **plan_life_words.READINGS}.get(
        due.rule, "the day of receipt as day one"
    )
    return (
        Reason(
            f"On the strictest reading the last day is {day_words(due.strict_due)}.",
            f"That reading takes {reading}.",
            due.parameter.citation,
        ),
    )


def _outcome(due: Due) -> Reason:
    words = plan_life_words.outcome_words(due)
    if words:
        return Reason(words, f"State: {due.state}.", due.parameter.citation)
    met, late = day_words(due.met_on), f"{due.days_late} day{'' if due.days_late == 1 else 's'}"
    sentences = {
        TimerState.PENDING: "It has not begun.",
        TimerState.RUNNING: "It is still to be done.",
        TimerState.MET: f"It was done, or the time had run, on {met}.",
        TimerState.MET_LATE: f"It was done on {met}, {late} late.",
        TimerState.OVERDUE: f"It is {late} late.",
        TimerState.DISAPPLIED: "An exception has taken the fixed limit away; the duty stays.",
        TimerState.CANCELLED: "It is no longer owed, or the time for it has run out.",
        TimerState.SUPERSEDED: "A later step has taken its place.",
        TimerState.BREACHED: f"The final plan was sent on {met}, before the family's time had ended.",
    }
    return Reason(sentences[due.state], f"State: {due.state}.", due.parameter.citation)


def _exceptions(due: Due, desk: Desk) -> tuple[ExceptionConsidered, ...]:
    """Every ground that the law knows for this limit, and whether one is on record and applies."""
    rule = {"A02n": "A02", "A09": "A06"}.get(due.rule, due.rule)
    if rule not in exceptions.RULES:
        return ()
    if due.episode is None:
        weighed = dispute_words.considered(due, desk)
    else:
        limit: Limit | None = desk.law.limits[rule, due.triggered_on]
        assert limit is not None
        asked = due.about if isinstance(due.about, AdviceRequest) else None
        weighed = exceptions.considered(rule, limit, due.triggered_on, due.episode, desk.law, asked)
    seen = {each.ground for each in weighed}
    absent = tuple(each for each in _NOT_RECORDED[rule] if each.ground not in seen)
    if overlay.GROUND not in seen and overlay.governs(
        (due.triggered_on, due.statutory_due or date.max), desk.law
    ):
        absent += (_absent(overlay.RULE, overlay.GROUND, overlay.CITATION),)
    return weighed + absent


def unknown(due: Due, desk: Desk) -> tuple[str, ...]:
    """What the record does not say and this answer would need."""
    found = [*_unknown_day(due), *review_words.unknown(due), *dispute_words.unknown(due)]
    found += plan_life_words.unknown(due)
    if isinstance(due.about, AdviceRequest) and not due.about.receipt_recorded:
        found.append("The day on which the body received the request; the day it was asked is used.")
    if isinstance(due.about, Decision | Dispute) and due.about.undated:
        found.append("The day on which notice was sent; the last day that it can have been is used.")
    if due.state is TimerState.SUPERSEDED and due.rule in _UNKNOWN_IF_SUPERSEDED:
        found.append(_UNKNOWN_IF_SUPERSEDED[due.rule])
    if due.rule in ("A05", "A06") and due.state is TimerState.SUPERSEDED and _ended_on_no_day(due):
        found.append("The day on which the plan, or notice that there would be none, was sent.")
    if due.rule == "A07b" and due.state is TimerState.MET and _sent_early(due):
        found.append("Whether the family truly had nothing more to add: a person must have decided that.")
    if earlier_reviews_unknown(due):
        found.append("Reviews held before this record began.")
    return tuple(found)


_VIEWS = "Whether and when the family was asked for its views before the decision."
_UNKNOWN_IF_SUPERSEDED = {
    "A01": _VIEWS,
    "A02": "The day on which the decision to assess was notified.",
    "A02n": "Whether and when health, social care and the setting were told of the decision.",
    "A03": _VIEWS,
    "A13": "Whether and when advice was asked for.",
}


def _unknown_day(due: Due) -> tuple[str, ...]:
    """Why there is no last day, or no working day to act by, where the rule has a number."""
    if isinstance(due.about, Plan) and due.about.undated:
        return ("The day on which the plan was made.",)
    said = review_words.unknown(due) or plan_life_words.unknown(due)
    if due.parameter.value is None or (due.statutory_due is None and said):
        return ()
    if due.statutory_due is None:
        return ("The bank holidays of that time are not known, so the last day cannot be worked out.",)
    if due.operational_target is None:
        return ("The bank holidays of that time are not known, so the working day to act by is not.",)
    return ()


def _sent_early(due: Due) -> bool:
    return due.met_on is not None and due.statutory_due is not None and due.met_on < due.statutory_due


def _ended_on_no_day(due: Due) -> bool:
    """True where the episode ended in a plan, or a decision against one, whose day is not known."""
    episode = due.episode
    return episode is not None and any(d.undated for d in (episode.final, episode.no_plan) if d is not None)
