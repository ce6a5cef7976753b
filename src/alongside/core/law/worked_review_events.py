"""The names of worked cases that tell of reviews, amendments and moves between phases."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from alongside.core.calendar import counting
from alongside.core.case.codes import Channel, EventKind
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome
from alongside.core.law.worked_case import BadCase, WorkedCase, day_of
from alongside.core.law.worked_making import NOTHING, Adding, Making

K, O = EventKind, ReviewOutcome  # noqa: E741  the outcomes of a review
UNDATED = {"undated": True}
SEPTEMBER = 9
A_PLAN = frozenset({"plan_made", "final_sent", "final_issued", "decision_sent", "transfer_date"})
NOT_YET = NOTHING | {"pending"}
# Names whose date is an event of this kind on that day, with these details.
_ON_THE_DAY: Mapping[str, tuple[EventKind, Mapping[str, object]]] = MappingProxyType(
    {
        "review_scheduled": (K.REVIEW_SCHEDULED, {}),
        "meeting_rescheduled": (K.REVIEW_RESCHEDULED, {}),
        "review_notice_given": (K.REVIEW_NOTICE_GIVEN, {}),
        "papers_circulated": (K.REVIEW_ADVICE_CIRCULATED, {}),
        "meeting_held": (K.REVIEW_MEETING_HELD, {}),
        "report_received": (K.REVIEW_REPORT_RECEIVED, {}),
        "last_review": (K.REVIEW_DECISION_SENT, {"outcome": O.MAINTAIN}),
        "last_review_decision_notified": (K.REVIEW_DECISION_SENT, {"outcome": O.MAINTAIN}),
        "decision_maintain_sent": (K.REVIEW_DECISION_SENT, {"outcome": O.MAINTAIN}),
        "decision_amend_sent": (K.REVIEW_DECISION_SENT, {"outcome": O.AMEND}),
        "decision_cease_sent": (K.REVIEW_DECISION_SENT, {"outcome": O.CEASE}),
        "no_review_amendment_notice_sent": (K.AMENDMENT_NOTICE_SENT, {}),
        "amended_final_sent": (K.AMENDED_FINAL_SENT, {}),
        "amended_final_issued": (K.AMENDED_FINAL_SENT, {}),
        "decides_not_to_amend": (K.DECISION_NOT_TO_AMEND_SENT, {}),
        "decision_not_to_amend_sent": (K.DECISION_NOT_TO_AMEND_SENT, {}),
    }
)
_NOTICES: Mapping[str, Channel] = MappingProxyType(
    {
        "amendment_notice_sent": Channel.EMAIL,
        "amendment_notice_served": Channel.HAND,
        "amendment_notice_emailed": Channel.EMAIL,
        "amendment_notice_posted_first_class": Channel.FIRST_CLASS_POST,
        "amendment_notice_posted_second_class": Channel.SECOND_CLASS_POST,
    }
)
_MEETINGS = frozenset({"meeting", "meeting_held", "decision_amend_sent"})


def transfer_of(name: str, value: str) -> PhaseTransfer:
    """The transfer between phases that a case names, for example primary_to_secondary. Raises BadCase."""
    code = value.upper().replace("-", "_").replace(" ", "_").replace("POST16", "POST_16")
    if code.startswith("EARLY_YEARS_TO_"):  # to reception, to primary, to infant school: the same transfer
        return PhaseTransfer.EARLY_YEARS_TO_SCHOOL
    if code not in PhaseTransfer.__members__:
        known = ", ".join(each.value.lower() for each in PhaseTransfer)
        raise BadCase(f"{name} is “{value}”; it must be one of {known}.")
    return PhaseTransfer(code)


def _plain(making: Making, name: str, value: str) -> None:
    if value.lower() in NOT_YET:
        return
    on, (kind, details) = day_of(name, value), _ON_THE_DAY[name]
    _suppose_a_plan(making)
    making.add(kind, on, details)


def _plan_made(making: Making, name: str, value: str) -> None:
    """A case that tells when the plan was made leaves no review out."""
    if value.lower() not in NOTHING:
        making.add(K.PLAN_MADE, day_of(name, value), {"reviews_complete": True})


def _meeting(making: Making, name: str, value: str) -> None:
    case, on = making.case, day_of(name, value)
    details: dict[str, object] = {}
    if "school_year" in case.values:
        details["school_year"] = case.number("school_year")
    if "outcome" in case.values:
        details["recommended"] = outcome_of(case)
    _suppose_a_plan(making)
    making.add(K.REVIEW_MEETING_HELD, on, details)


def _notice(making: Making, name: str, value: str) -> None:
    """A notice of amendments. A case that does not tell of the review supposes one, on days that it does not give."""
    on = day_of(name, value)
    _suppose_a_plan(making)
    if not _MEETINGS & set(making.case.values):
        first = _first_day(making.case)
        making.suppose(K.REVIEW_DECISION_SENT, first, {"outcome": O.AMEND, **UNDATED})
    making.add(K.AMENDMENT_NOTICE_SENT, on, {"channel": _NOTICES[name]})


def outcome_of(case: WorkedCase) -> ReviewOutcome:
    """The outcome of a review that a case names, for example cease. Raises BadCase."""
    value = case.values["outcome"]
    found = next((each for each in O if each in value.upper()), None)
    if found is None:
        raise BadCase(f"outcome is “{value}”; it must be one of {', '.join(each.lower() for each in O)}.")
    return found


def _in_a_year(making: Making, name: str, value: str) -> None:
    """A move between phases, by the year of it and, where the case gives that, the day."""
    case = making.case
    if "transfer_type" not in case.values:
        raise BadCase(f"{name} needs transfer_type=…, for example primary_to_secondary.")
    year = case.number(name)
    details: dict[str, object] = {"year": year}
    if "transfer_date" in case.values:
        details["on"] = case.day("transfer_date").isoformat()
    transfer = transfer_of("transfer_type", case.values["transfer_type"])
    _foresee(making, date(year - 1, SEPTEMBER, 1), {**details, "transfer": transfer})


def _on_a_day(making: Making, name: str, value: str) -> None:
    """A move from one post-16 setting to another on a day."""
    on = day_of(name, value)
    details = {"transfer": PhaseTransfer.POST_16_TO_POST_16, "on": on.isoformat()}
    _foresee(making, counting.months_before(on, 12), details)


def _foresee(making: Making, on: date, details: Mapping[str, object]) -> None:
    making.suppose(K.PLAN_MADE, on - timedelta(days=1), UNDATED)
    making.add(K.PHASE_TRANSFER_FORESEEN, on, details)


def _nothing(making: Making, name: str, value: str) -> None:
    """A value that is read with the event that it belongs to."""


def _suppose_a_plan(making: Making) -> None:
    """There is a plan, made on a day that the case does not give, where the case does not tell of one."""
    if not A_PLAN & set(making.case.values):
        making.suppose(K.PLAN_MADE, _first_day(making.case), UNDATED)


def _first_day(case: WorkedCase) -> date:
    days = [_day(value) for name, value in case.named if name not in ("child_dob", "dob")]
    return min(day for day in days if day is not None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


REVIEW_NAMES: Mapping[str, Adding] = MappingProxyType(
    {
        **dict.fromkeys(_ON_THE_DAY, _plain),
        **dict.fromkeys(_NOTICES, _notice),
        **dict.fromkeys(("school_year", "outcome", "transfer_type", "child_dob"), _nothing),
        "plan_made": _plan_made,
        "meeting": _meeting,
        "transfer_year": _in_a_year,
        "post16_to_post16_transfer_date": _on_a_day,
    }
)
