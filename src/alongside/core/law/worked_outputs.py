"""What each output of a worked case asks for, and how it is worked out and compared."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from alongside.core.case.codes import TimerState
from alongside.core.case.history import AdviceRequest
from alongside.core.case.stages import state_of
from alongside.core.law import measure
from alongside.core.law.clock import DUTIES
from alongside.core.law.timer import Due
from alongside.core.law.worked_case import BadCase, NotModelled, UnknownEvent, WorkedCase
from alongside.core.law.worked_dates import last_due, shown_date
from alongside.core.law.worked_disputes import DISPUTE_OUTPUTS
from alongside.core.law.worked_events import asked_on, body_kind, facts_of
from alongside.core.law.worked_exceptions import body_limit_disapplied, exception_available, overlay_available
from alongside.core.law.worked_plan_life import PLAN_LIFE_OUTPUTS, same_state
from alongside.core.law.worked_plan_life import SAME_STATUS as SAME_STATUS_OF_PLAN_LIFE
from alongside.core.law.worked_reviews import REVIEW_OUTPUTS

RULES = frozenset(duty.rule for duty in DUTIES)
ITEM = re.compile(r"(?P<rule>[A-Z][0-9]{2}[a-z]?)[^A-Za-z0-9]*(?P<whom>[a-z_]*?)[^A-Za-z0-9]*", re.IGNORECASE)
# Other names that worked cases use for the same status.
SAME_STATUS: Mapping[str, str] = MappingProxyType(
    {
        **SAME_STATUS_OF_PLAN_LIFE,
        "NO_STATUTORY_LIMIT": "NO_FIXED_LIMIT",
        "NO_FIXED_STATUTORY_LIMIT": "NO_FIXED_LIMIT",
        "NO_FIXED_DAYS": "NO_FIXED_LIMIT",
        "NO_FIXED_NUMBER_OF_DAYS": "NO_FIXED_LIMIT",
        "NO_STATUTORY_DAYS": "NO_FIXED_LIMIT",
        "ASAP": "AS_SOON_AS_PRACTICABLE",
        "COMPLIANT": "OK",
        "NO_BREACH": "OK",
        "WARN_HUMAN_CHECK": "HUMAN_CHECK",
        "WARN_HUMAN_DECISION": "HUMAN_CHECK",
    }
)


def compute(case: WorkedCase, expected: str) -> str:
    """The value that the law gives for this case, as text. Raises NotModelled or BadCase.

    `expected` says only which duties a case of kind `multi` asks about, and in which form.
    """
    if case.rule == "MULTI":
        return _all_due(case, expected)
    work_out = _OUTPUTS.get((case.rule, case.output))
    if work_out is None:
        raise NotModelled(f"{case.rule} {case.output} is not modelled")
    try:
        return work_out(case)
    except UnknownEvent as unknown:
        if case.rule == "STATE":
            raise
        raise BadCase(f"{unknown}. Its name is not one that {case.rule} {case.output} knows.") from None


def same(computed: str, expected: str, kind: str) -> bool:
    """True if the two say the same."""
    if kind in ("bool", "status"):
        ours, theirs = computed.upper(), expected.upper()
        return SAME_STATUS.get(ours, ours) == SAME_STATUS.get(theirs, theirs)
    if kind == "state":
        return same_state(computed, expected)
    return computed == expected


def _words(case: WorkedCase) -> str:
    """What the law says in place of a number of days."""
    parameter = case.law.parameter(case.rule, asked_on(case, facts_of(case)))
    if parameter is None:
        raise NotModelled(f"{case.rule} was not law then")
    return parameter.due_words.upper().replace(" ", "_")


def _early_final(case: WorkedCase) -> str:
    due = last_due(case)
    if due.state is TimerState.BREACHED:
        return "BREACH_OF_REG_13_1"
    assert due.statutory_due is not None
    early = due.met_on is not None and due.met_on <= due.statutory_due
    return "HUMAN_CHECK" if early else "OK"


def _limit_status(case: WorkedCase) -> str:
    facts = facts_of(case)
    dues = case.dues(facts, asked_on(case, facts))
    state = next(due.state for due in dues if due.rule == "A06")
    return "DISAPPLIED_ASAP" if state is TimerState.DISAPPLIED else state.value


def _state(case: WorkedCase) -> str:
    facts = facts_of(case)
    return state_of(facts, on=asked_on(case, facts), law=case.law).text


def _all_due(case: WorkedCase, expected: str) -> str:
    facts = facts_of(case)
    dues = case.dues(facts, asked_on(case, facts))
    found = []
    for item in expected.split("|"):
        key, _, value = item.partition(":")
        match = ITEM.fullmatch(key.strip())
        rule = match["rule"] if match else key
        if rule not in RULES:
            raise NotModelled(f"{rule} is not modelled")
        whom = match["whom"].lower() if match else ""
        of_rule = [due for due in dues if due.rule == rule and _is_about(due, whom)]
        found.append(f"{key}:{_told(of_rule[-1], value.strip()) if of_rule else 'NOT_OWED'}")
    return "|".join(found)


def _is_about(due: Due, whom: str) -> bool:
    return not whom or (isinstance(due.about, AdviceRequest) and due.about.kind is body_kind(whom))


def _told(due: Due, expected: str) -> str:
    """The date where a date is expected, else the state with the days it is or was late by."""
    if expected[:1].isdigit():
        return due.statutory_due.isoformat() if due.statutory_due else "UNKNOWN"
    return f"{due.state}_BY_{due.days_late}" if due.days_late else due.state.value


def _within_20_weeks(case: WorkedCase) -> str:
    within = measure.within_20_weeks(case.day("request_received"), case.day("final_issued"), case.law)
    return str(within).upper()


def _measure_year(case: WorkedCase) -> str:
    return str(measure.measure_year(case.day("final_issued")))


def _rates(case: WorkedCase) -> str:
    counts = measure.Rates(
        case.number("plans_all"),
        case.number("plans_excl_exceptions"),
        case.number("within20_all"),
        case.number("within20_excl"),
    )
    return f"{counts.rate_all};{counts.rate_excluding}"


def _measure_effect(case: WorkedCase) -> str:
    """Which of the two rates a plan counts in. A plan that came with a move is not a new plan."""
    if "plan_received_by_transfer_in" in case.values:
        return "NOT_COUNTED"
    case.day("request_received")
    case.day("final_issued")
    flagged = case.values.get("exception_flag", "no").lower() in ("yes", "true", "y", "1")
    return "COUNTED_IN_ALL_ONLY" if flagged else "COUNTED_IN_BOTH"


_DATES = (
    ("A02", "due"),
    ("A04", "advice_due"),
    ("A05", "no_plan_notice_due"),
    ("A06", "final_plan_due"),
    ("A07", "reps_last_day"),
    ("A08", "school_reply_target"),
    ("A09", "latest_draft_service"),
)
_OUTPUTS: Mapping[tuple[str, str], Callable[[WorkedCase], str]] = MappingProxyType(
    {
        **REVIEW_OUTPUTS,
        **DISPUTE_OUTPUTS,
        **PLAN_LIFE_OUTPUTS,
        **dict.fromkeys(_DATES, shown_date),
        ("A03", "due"): _words,
        ("A13", "due"): _words,
        ("A07b", "early_final_check"): _early_final,
        ("A10", "exception_available"): exception_available,
        ("A12", "exception_available"): exception_available,
        ("A12", "limit_status"): _limit_status,
        ("A11", "body_limit_disapplied"): body_limit_disapplied,
        ("V01", "exception_available"): overlay_available,
        ("S01", "within_20_weeks"): _within_20_weeks,
        ("S01", "measure_year"): _measure_year,
        ("S01", "measure_effect"): _measure_effect,
        ("S01", "rates_pct"): _rates,
        ("STATE", "state"): _state,
    }
)
