"""What worked cases ask about reviews, amendments and moves between phases, and how it is worked out."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from alongside.core.law import phase_transfer, reviews
from alongside.core.law.worked_case import BadCase, WorkedCase
from alongside.core.law.worked_dates import shown_date, shown_limit

YEARS = re.compile(r"(?P<before>\d{1,2})_to_(?P<after>\d{1,2})(?P<where>.*)")
SAME = re.compile(r"same|own|stay|all_?through")
ODD = re.compile(r"all_?through|first|middle")
FIRST_POST_16_YEAR = 12
_DATES = (
    ("R01", "review_period_ends"),
    ("R02", "review_period_ends"),
    ("R01d", "latest_meeting"),
    ("R03", "notice_latest"),
    ("R04", "papers_latest"),
    ("R05", "report_due"),
    ("R06", "decision_due"),
    ("R06c", "decision_effective_due"),
    ("R07", "amendment_notice_due"),
    ("R08", "reps_last_day"),
    ("R09", "final_amended_due"),
    ("R09e", "final_effective_due"),
    ("R10", "no_amend_notice_due"),
    ("R11", "final_amended_outer"),
    ("R12", "final_amended_due"),
    ("R13", "advisory_review_by"),
    ("C02", "decision_due"),
    ("P00", "final_amended_by"),
    ("P01", "final_amended_by"),
    ("P02", "final_amended_by"),
    ("P03", "final_amended_by"),
)


def _adulthood_required(case: WorkedCase) -> str:
    required = reviews.adulthood_required(case.number("school_year"), case.day("meeting"), case.law)
    return "TRUE" if required else "FALSE"


def _termly_list(case: WorkedCase) -> str:
    return shown_limit(reviews.termly_list_latest(case.day("term_starts"), case.law), case)


def _phase_transfer_applies(case: WorkedCase) -> str:
    """Whether a change of year group is a transfer between phases, for a person to judge where the child stays."""
    moves = YEARS.match(case.values.get("year_moves", ""))
    if moves is None:
        raise BadCase("year_moves must be such as 6_to_7_same_school or 11_to_12.")
    setting = case.values.get("school_type", "").lower()
    same = bool(SAME.search(moves["where"].lower() + setting) or ODD.search(setting))
    rule = "P02" if int(moves["after"]) == FIRST_POST_16_YEAR else "P01"
    return phase_transfer.judged(same, rule, case.law.modes)


REVIEW_OUTPUTS: Mapping[tuple[str, str], Callable[[WorkedCase], str]] = MappingProxyType(
    {
        **dict.fromkeys(_DATES, shown_date),
        ("R14", "pfa_agenda_required"): _adulthood_required,
        ("R15", "termly_list_latest"): _termly_list,
        ("P01p", "latest_meeting_backplan"): partial(shown_date, rule="P01p.meeting"),
        ("P01p", "latest_notice_backplan"): partial(shown_date, rule="P01p.notice"),
        ("P04", "phase_transfer_applies"): _phase_transfer_applies,
    }
)
