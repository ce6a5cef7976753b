"""Worked cases about exceptions: is a listed circumstance there, on the dates that the case gives?"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.core.case.codes import ExceptionGround
from alongside.core.case.history import RecordedException
from alongside.core.law import exceptions, overlay
from alongside.core.law.worked_case import BadCase, WorkedCase

LIMITS: Mapping[str, str] = MappingProxyType({"6w": "A02", "16w": "A05", "20w": "A06"})
# Words of reasons that can be exceptional personal circumstances, and whose they must not be: the list of
# law is closed, so a reason without such a word is not on it, and the illness of an officer is a shortage
# of staff.
PERSONAL = re.compile(
    r"exceptional|\bpersonal|bereave|death|died|illness|\bill\b|hospital|sick|surgery|accident|domestic|homeless"
    r"|emergency|crisis|refuge|cancer|fire|flood"
)
STAFF = re.compile(r"staff|shortage|\bep\b|psycholog|therapist|caseworker|officer|panel|teacher")
LONGEST = "O02c"
"""The longest of the limits for an order: an absence outside it can be an exception to none."""
NO_EVIDENCE = frozenset({"no", "none", "false", "missing"})


def exception_available(case: WorkedCase) -> str:
    """Whether one of the authority's grounds is there. A personal circumstance is then for a person to
    weigh.
    """
    values = case.values
    if "reason" in values:
        return _by_reason(case)
    rule = _limit(case)
    if "absent_from" in values:
        start = case.day("request_received")
        return _answer(_absence(case), rule, start, case)
    school = "advice_requested_head" in values
    if not school and "advice_requested_early_years" not in values:
        raise BadCase(f"{case.rule} {case.output} needs absent_from and absent_to, a closure or a reason.")
    asked = case.day("advice_requested_head" if school else "advice_requested_early_years")
    ground = ExceptionGround.SCHOOL_CLOSED if school else ExceptionGround.EARLY_YEARS_CLOSED
    closure = _recorded(
        ground,
        advice_requested_on=asked,
        closed_from=case.day("school_closed_from"),
        reopens_on=case.day("school_reopens"),
    )
    return _answer(closure, rule, asked, case)


def body_limit_disapplied(case: WorkedCase) -> str:
    """Whether one of the grounds of reg 8(2) relieves a body of its six weeks."""
    start = case.day("body_received_request")
    if "missed_appointment" in case.values:
        missed = _recorded(ExceptionGround.MISSED_APPOINTMENT, missed_on=case.day("missed_appointment"))
        return _answer(missed, "A04", start, case)
    if "absent_from" in case.values:
        return _answer(_absence(case), "A04", start, case)
    return _by_reason(case)


def decided_exception_available(case: WorkedCase) -> str:
    """Whether a ground is there against the time for an order, or for an appeal not opposed (regs 44(3), 45(7))."""
    start = case.day("order_made" if "order_made" in case.values else "la_notifies_tribunal_unopposed")
    if "absent_from" in case.values:
        return _answer(_absence(case), LONGEST, start, case)
    return _by_reason(case)


def overlay_available(case: WorkedCase) -> str:
    """Whether the overlay of 2020 takes a limit away: by the day on which the limit falls."""
    period = (case.day("request_received"), case.day("final_due"))
    return _truth(overlay.governs(period, case.law) and case.values.get("reason") == "coronavirus")


def _limit(case: WorkedCase) -> str:
    named = case.values.get("limit", "6w" if case.rule == "A10" else "20w")
    if named not in LIMITS:
        raise BadCase(f"limit is “{named}”; it must be one of {', '.join(LIMITS)}.")
    return LIMITS[named]


def _by_reason(case: WorkedCase) -> str:
    reason = case.values.get("reason")
    if reason is None:
        raise BadCase(f"{case.rule} {case.output} needs a missed_appointment, absent_from or a reason.")
    words = reason.lower().replace("_", " ")
    listed = PERSONAL.search(words) is not None and STAFF.search(words) is None
    if case.kind == "status":
        shown = case.values.get("evidence", "none").lower() not in NO_EVIDENCE
        return "HUMAN_CHECK" if listed and shown else "NOT_AVAILABLE"
    return _truth(listed)


def _absence(case: WorkedCase) -> RecordedException:
    return _recorded(
        ExceptionGround.ABSENT_FROM_AREA, absent_from=case.day("absent_from"), absent_to=case.day("absent_to")
    )


def _answer(recorded: RecordedException, rule: str, start: date, case: WorkedCase) -> str:
    limit = case.law.limits[rule, start]
    if limit is None:
        raise BadCase(f"{rule} was not in force on {start}.")
    period = (start, limit.statutory or date.max)
    return _truth(not exceptions.circumstance_lacking(recorded, rule, period, case.law))


def _truth(answer: bool) -> str:
    return "TRUE" if answer else "FALSE"


def _recorded(ground: ExceptionGround, **dates: date) -> RecordedException:
    known: dict[str, date | None] = dict.fromkeys(
        ("advice_requested_on", "closed_from", "reopens_on", "absent_from", "absent_to", "missed_on")
    )
    known.update(dates)
    return RecordedException(
        id="worked case",
        on=date.max,
        ground=ground,
        limits=(),
        request="",
        advice_requested_on=known["advice_requested_on"],
        closed_from=known["closed_from"],
        reopens_on=known["reopens_on"],
        absent_from=known["absent_from"],
        absent_to=known["absent_to"],
        missed_on=known["missed_on"],
        facts="",
        impractical_because="",
        evidence="",
        told_family_on=None,
    )
