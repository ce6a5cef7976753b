"""The exceptions of SEND Regulations 2014 regs 5(4), 8(2), 10(4), 13(3), 44(3) and 45(7): the whole list.

An exception has two parts: a listed circumstance exists, and it makes meeting the limit impractical. The
first is a matter of dates and is checked here; the second is a person's judgement, which must be given with
evidence. An exception takes the fixed limit away and leaves "as soon as practicable". It never moves a date.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from alongside.core.case.codes import EventKind, ExceptionGround
from alongside.core.case.details_reading import UnreadableDetail
from alongside.core.case.episodes import history
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.case.half_read import exception_of
from alongside.core.case.history import AdviceRequest, Episode, History, RecordedException
from alongside.core.law import overlay
from alongside.core.law.duty import ExceptionConsidered
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.outcome_parts import DECIDED_LIMITS, parts_of
from alongside.core.law.words import day_words
from alongside.core.refusal import Refused

DAY = timedelta(days=1)
CLOSURES = frozenset({ExceptionGround.SCHOOL_CLOSED, ExceptionGround.EARLY_YEARS_CLOSED})
LA_GROUNDS = (
    ExceptionGround.SCHOOL_CLOSED,
    ExceptionGround.EARLY_YEARS_CLOSED,
    ExceptionGround.PERSONAL_CIRCUMSTANCES,
    ExceptionGround.ABSENT_FROM_AREA,
)
BODY_GROUNDS = (
    ExceptionGround.PERSONAL_CIRCUMSTANCES,
    ExceptionGround.ABSENT_FROM_AREA,
    ExceptionGround.MISSED_APPOINTMENT,
)
DETAINED_GROUNDS = (
    ExceptionGround.SCHOOL_CLOSED,
    ExceptionGround.PERSONAL_CIRCUMSTANCES,
    ExceptionGround.ABSENT_FROM_AREA,
)
"""Nobody in relevant youth accommodation is at an early years provider, so that closure is not on the list."""
DETAINED_LIMITS: Mapping[str, str] = {"D01": "A02", "D02": "A05", "D03": "A06"}
"""The limits of the Detained Persons Regulations, and those in whose place they stand."""
OTHER_NAMES: Mapping[str, str] = {**DETAINED_LIMITS, "Z06": "Z03"}
"""An exception recorded for one of these limits also holds for the other."""
CITATIONS: Mapping[str, str] = {
    "A02": "SEND Regulations 2014 reg 5(4)",
    "A04": "SEND Regulations 2014 reg 8(2)",
    "A05": "SEND Regulations 2014 reg 10(4)",
    "A06": "SEND Regulations 2014 regs 10(4), 13(3)",
    **dict.fromkeys(("Z03", "Z06"), "SEND Regulations 2014 reg 27(3)"),
    **dict.fromkeys(
        DETAINED_LIMITS, "Detained Persons Regulations 2015 (SI 2015/62) regs 5(4), 10(4), 13(3)"
    ),
    **dict.fromkeys(sorted(DECIDED_LIMITS), "SEND Regulations 2014 regs 44(3), 45(7)"),
}
RULES: Mapping[str, str] = {
    **{"A02": "A10", "A04": "A11", "A05": "A12", "A06": "A12"},
    **{"Z03": "Z04", "Z06": "Z04"},
    **dict.fromkeys(DETAINED_LIMITS, "D08"),
    **dict.fromkeys(sorted(DECIDED_LIMITS), "O09"),
}
ABSENCES: Mapping[str, str] = {"A11": "A11.absence", "O09": "O09.absence"}
"""Where the length of an absence stands, if not with rule A10."""
NOT_EXCEPTIONS = (
    "A shortage of staff or of psychologists, a late reply from a school or a service, a panel date, a "
    "half-term or Christmas closure, waiting for a placement, a request to hold the case and a mediation are not "
    "exceptions in law."
)


class NotAnException(Refused):
    """What is to be recorded is not an exception in law; the message says why, in a sentence fit to show."""


def grounds(rule: str) -> tuple[ExceptionGround, ...]:
    """The grounds that can take away this rule's limit: those of the body for A04, else the authority's."""
    if rule in DETAINED_LIMITS:
        return DETAINED_GROUNDS
    return BODY_GROUNDS if rule == "A04" else LA_GROUNDS


def lifts(
    rule: str, limit: Limit, start: date, episode: Episode, law: Law, asked: AdviceRequest | None = None
) -> bool:
    """True if an exception on record takes away this limit."""
    if not episode.exceptions:
        return False
    return any(each.applied for each in considered(rule, limit, start, episode, law, asked))


def considered(
    rule: str, limit: Limit, start: date, episode: Episode, law: Law, asked: AdviceRequest | None = None
) -> tuple[ExceptionConsidered, ...]:
    """Every exception on record for this limit, weighed. For A04 only those about the request `asked`."""
    about = (asked.id, *asked.stands_for) if asked else ()
    return tuple(
        weigh(each, rule, (start, limit.statutory or date.max), law)
        for each in episode.exceptions
        if _names(each, rule) and (asked is None or each.request in about)
    )


def _names(recorded: RecordedException, rule: str) -> bool:
    return rule in recorded.limits or OTHER_NAMES.get(rule) in recorded.limits


def weigh(recorded: RecordedException, rule: str, period: tuple[date, date], law: Law) -> ExceptionConsidered:
    """Does this exception take away the limit that runs over this period, and why or why not.

    `period` is the first and the last day of the limit, both included.
    """
    lacking = _lacking(recorded, rule, period, law)
    ground = recorded.ground.value if recorded.ground else ""
    why = lacking or (
        f"{_circumstance(recorded)} This makes the limit impractical because: {recorded.impractical_because} "
        f"(evidence: {recorded.evidence}). The fixed limit falls away; the duty is to act as soon as "
        "practicable."
    )
    source = overlay.SOURCE if recorded.ground is overlay.GROUND else (RULES[rule], CITATIONS[rule])
    return ExceptionConsidered(source[0], ground, not lacking, why, source[1])


def check_exception(details: Mapping[str, Any], facts: Facts, law: Law) -> tuple[ExceptionConsidered, ...]:
    """The exceptions that these details would record, one for each limit that they take away.

    Raises NotAnException unless the ground is on the list of law, its dates meet the test for every limit
    named, and the reason and the evidence are given.
    """
    recorded = _recorded(details, facts)
    if not recorded.limits:
        raise NotAnException("Say which limit the exception takes away: A02, A04, A05 or A06.")
    weighed = []
    for rule in recorded.limits:
        if rule not in RULES:
            raise NotAnException(
                f"{rule!r} is not a limit that an exception can take away. They are A02, A04, A05 and A06."
            )
        result = weigh(recorded, rule, _period(rule, recorded, facts, law), law)
        if not result.applied:
            raise NotAnException(result.why)
        weighed.append(result)
    return tuple(weighed)


def _recorded(details: Mapping[str, Any], facts: Facts) -> RecordedException:
    ground = details.get("ground")
    if ground not in ExceptionGround._value2member_map_:
        raise NotAnException(
            f"{ground or 'No ground'!s} is not a ground of exception. The grounds are: "
            f"{', '.join(each for each in ExceptionGround if each is not overlay.GROUND)}. {NOT_EXCEPTIONS}"
        )
    last = facts.events[-1] if facts.events else None
    if last is None:
        raise NotAnException("Nothing is recorded of this case yet, so no limit is running.")
    proposed = Event(
        "being recorded", EventKind.EXCEPTION_RECORDED, last.occurred_on, last.recorded_at, details
    )
    try:
        return exception_of(proposed)
    except UnreadableDetail as error:
        raise NotAnException(str(error)) from None


def _period(rule: str, recorded: RecordedException, facts: Facts, law: Law) -> tuple[date, date]:
    told = history(facts)
    episodes, works = told.episodes, told.life.works if told.life else ()
    episode = episodes[-1] if episodes else None
    start = episode.received_on if episode else None
    if rule == "A04":
        requests = (each for every in (*episodes, *works) for each in every.advice)
        asked = next((a for a in requests if recorded.request in (a.id, *a.stands_for)), None)
        if asked is None:
            raise NotAnException("An exception for advice must name the request for advice that it is about.")
        start = asked.body_received_on
    elif rule in ("Z03", "Z06"):
        agreed = [each.agreed for each in told.life.reassessments if each.agreed] if told.life else []
        start = agreed[-1].on if agreed else None
    elif rule in DECIDED_LIMITS:
        start = _decided_on(rule, told)
    limit = law.limits[rule, start] if start else None
    if start is None or limit is None:
        raise NotAnException(
            f"The day from which the limit {rule} runs is not recorded, so no limit is running."
        )
    return start, limit.statutory or date.max


def _decided_on(rule: str, told: History) -> date | None:
    """The day of the latest order, or of not opposing an appeal, from which this limit runs."""
    decided = [
        each.on
        for dispute in told.disputes
        if dispute.proceedings is not None
        for each in dispute.proceedings.outcomes
        if rule in parts_of(each)
    ]
    return max(decided, default=None)


def _lacking(recorded: RecordedException, rule: str, period: tuple[date, date], law: Law) -> str:
    """Why this is not an exception for this limit, or an empty string if it is one."""
    if recorded.ground is overlay.GROUND:
        lacking = overlay.lacking(rule, period, law)
    elif recorded.ground is None or recorded.ground not in grounds(rule):
        named = recorded.ground or "is missing and"
        return f"The ground {named} cannot take away the limit {rule} ({CITATIONS[rule]}). {NOT_EXCEPTIONS}"
    else:
        lacking = ""
    lacking = lacking or circumstance_lacking(recorded, rule, period, law)
    if lacking:
        return lacking
    if not recorded.impractical_because:
        return "Say why this makes the limit impractical to meet: without that it is not an exception."
    if not recorded.evidence:
        return "Say what shows it: an exception needs evidence."
    return ""


def circumstance_lacking(recorded: RecordedException, rule: str, period: tuple[date, date], law: Law) -> str:
    """The first part of the test alone: why the listed circumstance is not there, or an empty string."""
    if recorded.ground in CLOSURES:
        return _closure_lacking(recorded, period[0], law)
    if recorded.ground is ExceptionGround.ABSENT_FROM_AREA:
        return _absence_lacking(recorded, ABSENCES.get(RULES[rule], "A10.absence"), period, law)
    if recorded.ground is ExceptionGround.MISSED_APPOINTMENT:
        return _appointment_lacking(recorded, period)
    return "" if recorded.facts else "Say what the exceptional circumstances are and whom they affect."


def _closure_lacking(recorded: RecordedException, start: date, law: Law) -> str:
    asked, closed, reopens = recorded.advice_requested_on, recorded.closed_from, recorded.reopens_on
    if asked is None or closed is None or reopens is None:
        return "Give the day advice was asked for, the first closed day and the first open day after it."
    shortest = law.number("A10.closure", start)
    if (reopens - closed).days < shortest:
        return (
            f"The closure from {day_words(closed)} to {day_words(reopens - DAY)} is "
            f"{(reopens - closed).days} days. "
            f"Only a closure of at least {shortest} days is an exception."
        )
    margin = timedelta(days=law.number("A10.margin", start))
    if not closed - margin <= asked <= reopens - margin:
        return (
            f"Advice was asked for on {day_words(asked)}. It is an exception only from "
            f"{day_words(closed - margin)}, one week before the closure, to "
            f"{day_words(reopens - margin)}, one week "
            "before it ends."
        )
    return ""


def _absence_lacking(recorded: RecordedException, parameter: str, period: tuple[date, date], law: Law) -> str:
    if recorded.absent_from is None or recorded.absent_to is None:
        return "Give the first and the last day of the absence from the area."
    days = overlap(recorded.absent_from, recorded.absent_to, period)
    shortest = law.number(parameter, period[0])
    if days < shortest:
        return (
            f"The absence from {day_words(recorded.absent_from)} to {day_words(recorded.absent_to)} "
            f"takes {days} "
            f"days of the time that was running ({day_words(period[0])} to {day_words(period[1])}). Only "
            "an absence "
            f"of at least {shortest} days in that time is an exception."
        )
    return ""


def _appointment_lacking(recorded: RecordedException, period: tuple[date, date]) -> str:
    if recorded.missed_on is None:
        return "Give the day of the appointment that was missed."
    if not period[0] <= recorded.missed_on <= period[1]:
        return (
            f"The appointment was missed on {day_words(recorded.missed_on)}, outside the six weeks from "
            f"{day_words(period[0])} to {day_words(period[1])}."
        )
    return ""


def overlap(first: date, last: date, period: tuple[date, date]) -> int:
    """The number of days, both ends included, that a stretch of days shares with a period."""
    return max(0, (min(last, period[1]) - max(first, period[0])).days + 1)


def _circumstance(recorded: RecordedException) -> str:
    words = {
        ExceptionGround.SCHOOL_CLOSED: "The school was closed.",
        ExceptionGround.EARLY_YEARS_CLOSED: "The early years provider was closed.",
        ExceptionGround.PERSONAL_CIRCUMSTANCES: "Exceptional circumstances affected the child or family.",
        ExceptionGround.ABSENT_FROM_AREA: "The child or family was away from the area.",
        ExceptionGround.MISSED_APPOINTMENT: "An appointment with the body was missed.",
        ExceptionGround.CORONAVIRUS: "Coronavirus was in the way.",
    }
    assert recorded.ground is not None
    return f"{words[recorded.ground]} {recorded.facts}".strip()
