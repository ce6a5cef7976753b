"""What worked cases ask about mediation, appeals, orders and appeals not opposed, and how it is worked out."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import partial
from types import MappingProxyType

from alongside.core.case.dispute_codes import OrderKind
from alongside.core.law.outcome_parts import Part
from alongside.core.law.worked_case import BadCase, NotModelled, WorkedCase
from alongside.core.law.worked_dates import last_due, shown_date
from alongside.core.law.worked_dispute_events import kind_of, moment_of
from alongside.core.law.worked_exceptions import decided_exception_available

FIVE_PM = time(17)
_DATES = (
    ("M01", "contact_adviser_by"),
    ("M02", "certificate_due"),
    ("M03", "mediation_arranged_by"),
    ("M04", "notify_icb_by"),
    ("M05", "certificate_due"),
    ("M06", "certificate_due"),
    ("M08", "do_by"),
    ("M09", "icb_notifies_la_by"),
    ("F01", "appeal_received_by"),
    ("F03", "la_response_due"),
    ("F06", "permission_application_by"),
    ("O01", "cease_date"),
    ("O02a", "notify_due"),
    ("O02b", "no_plan_notice_due"),
    ("O02c", "final_plan_due"),
    ("O03a", "draft_due"),
    ("O03b", "final_plan_due"),
    ("O05", "amended_plan_due"),
    ("O06", "amended_plan_due"),
    ("O07", "effective"),
    ("O08", "amended_plan_due"),
    ("O10", "response_due"),
    ("O12", "amended_plan_due"),
    ("U01", "notify_due"),
    ("U02", "no_plan_notice_due"),
    ("U03", "final_plan_due"),
    ("U04", "amended_plan_due"),
    ("U06", "draft_due"),
    ("U07", "final_plan_due"),
    ("U08", "amended_plan_due"),
)
# What an output about one step of an outcome asks for, by how the id of the rule for the step ends.
_STEPS: Mapping[str, Part] = MappingProxyType(
    {
        "notify_due": Part.TELL,
        "no_plan_notice_due": Part.NO_PLAN,
        "draft_due": Part.DRAFT,
        "final_plan_due": Part.PLAN,
        "amended_plan_due": Part.PLAN,
        "do_by": Part.PLAN,
    }
)


def _of_step(case: WorkedCase) -> str:
    """The date of one step of a rule that stands for several: M07 and O11."""
    return shown_date(case, case.rule + _STEPS[case.output])


def _setting_only(case: WorkedCase) -> str:
    """Two weeks for the setting alone; where the contents are in issue too, the five weeks of U04."""
    kind = kind_of(case.values.get("appeal", ""))
    return shown_date(case, "U04" if kind is OrderKind.AMEND_CONTENTS_AND_SETTING else "U05")


def _remitted(case: WorkedCase) -> str:
    """The recalled limit of a rule that is disabled: no case shows it, so it is worked out from the parameter."""
    limit = case.law.limits["O04", case.day("order_made")]
    if limit is None:
        raise NotModelled("O04 was not law then")
    shown = {"operational_target": limit.operational, "strict_due": limit.strict}.get(
        case.shown, limit.statutory
    )
    return shown.isoformat() if shown else "UNKNOWN"


def _in_time(case: WorkedCase) -> str:
    """Whether the Tribunal received the appeal by 5 pm on the last day. What comes later comes the next day."""
    moment = moment_of("received_at_tribunal", case.values.get("received_at_tribunal", ""))
    received: date = moment.date() + timedelta(days=moment.time() > FIVE_PM)
    last = last_due(case, "F01").statutory_due
    if last is None:
        return "UNKNOWN"
    return "IN_TIME" if received <= last else "LATE"


def _route(case: WorkedCase) -> str:
    """Whether an appeal can still be conceded by mere notice: only before the response (reg 45)."""
    if "la_response_submitted" not in case.values:
        raise BadCase("U00 route needs la_response_submitted=…; no where there is none yet.")
    conceded, answered = case.day("la_concedes"), case.values["la_response_submitted"]
    before = answered.lower() in ("no", "none") or conceded < case.day("la_response_submitted")
    return "REG_45_AVAILABLE" if before else "REG_45_NOT_AVAILABLE"


DISPUTE_OUTPUTS: Mapping[tuple[str, str], Callable[[WorkedCase], str]] = MappingProxyType(
    {
        **dict.fromkeys(_DATES, shown_date),
        **dict.fromkeys((("M07", output) for output in _STEPS), _of_step),
        **dict.fromkeys((("O11", output) for output in _STEPS), _of_step),
        **dict.fromkeys((("M10", output) for output in _STEPS), partial(shown_date, rule="M10")),
        ("F01s", "appeal_received_by"): partial(shown_date, rule="F01"),
        ("F01t", "in_time"): _in_time,
        ("O04", "reconsider_due"): _remitted,
        ("O09", "exception_available"): decided_exception_available,
        ("U00", "route"): _route,
        ("U05", "amended_plan_due"): _setting_only,
    }
)
