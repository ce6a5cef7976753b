"""The figures that a return gives, counted from the records: by the definitions of the published tables.

The names are those of DfE “Education, health and care plans” (requests, assessments, timeliness), so that they can
be laid beside what the return itself and the published tables say. They are statistics and not the law.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.law import measure
from alongside.core.law.measure import Issued
from alongside.records.models import CaseEvent, Episode

SIX_WEEKS, SIXTEEN_WEEKS, FIFTY_TWO_WEEKS = 42, 112, 364
"""Calendar days after the request, as the published measure counts them."""
ENDED = (EventKind.REQUEST_WITHDRAWN, EventKind.MOVED_TO_NEW_LA)
DAYS = ("received_on", "decided_on", "no_plan_on", "final_on", "closed_on")
Counts = Mapping[str, int | float | None]


@dataclass(frozen=True, slots=True)
class ReturnFigures:
    """The three tables of one calendar year. What mediation and appeals were about is not counted here."""

    year: int
    requests: Counts
    assessments: Counts
    timeliness: Counts


def figures(year: int, *, by: Actor, at: datetime) -> ReturnFigures:
    """The figures of the authority for a calendar year. Two queries, whatever the number of cases."""
    decide.check_act(Permission.SEE_TEAM_FIGURES, roles=by.roles)
    with scope.opened(by):
        of_year = Q()
        for day in DAYS:
            of_year |= Q(**{f"{day}__year": year})
        rows = list(Episode.objects.filter(of_year, authority=by.authority))
        in_custody = CaseEvent.objects.filter(
            authority=by.authority,
            kind=EventKind.REQUEST_RECEIVED,
            occurred_on__year=year,
            details__rya=True,
            caseevent=None,
        ).count()
    return ReturnFigures(
        year,
        _requests(rows, year) | {"requests_rya": in_custody},
        _assessments(rows, year),
        _timeliness(rows, year),
    )


def _requests(rows: list[Episode], year: int) -> dict[str, int]:
    """Requests received in the year, and decisions made in it whenever the request came."""
    found: Counter[str] = Counter()
    for row in rows:
        if _in(row.received_on, year):
            found["requests"] += 1
            found[_outcome_of_request(row)] += 1
        taken = _days(row.received_on, row.decided_on)
        if taken is not None and _in(row.decided_on, year):
            found["decided_within_6w" if taken <= SIX_WEEKS else "decided_over_6w"] += 1
    names = (
        "requests", "decided_to_assess", "decided_not_to_assess", "decision_outstanding", "withdrawn",
        "decided_within_6w", "decided_over_6w",
    )  # fmt: skip
    return {name: found[name] for name in names}


def _outcome_of_request(row: Episode) -> str:
    if row.decision:
        return "decided_to_assess" if row.decision == "ASSESS" else "decided_not_to_assess"
    return "withdrawn" if row.closed_as in ENDED else "decision_outstanding"


def _assessments(rows: list[Episode], year: int) -> dict[str, int]:
    """Assessments whose outcome is of the year."""
    found: Counter[str] = Counter()
    for row in rows:
        if _in(row.final_on, year):
            found["plan_to_be_issued"] += 1
        elif _in(row.no_plan_on, year):
            found["plan_not_issued"] += 1
            taken = _days(row.received_on, row.no_plan_on)
            if taken is not None:
                in_time = taken <= SIXTEEN_WEEKS
                found["no_plan_decision_within_16w" if in_time else "no_plan_decision_over_16w"] += 1
        elif row.decision == "ASSESS" and row.closed_as in ENDED and _in(row.closed_on, year):
            found["withdrawn"] += 1
    found["assessments"] = found["plan_to_be_issued"] + found["plan_not_issued"] + found["withdrawn"]
    names = (
        "assessments", "plan_to_be_issued", "plan_not_issued", "withdrawn",
        "no_plan_decision_within_16w", "no_plan_decision_over_16w",
    )  # fmt: skip
    return {name: found[name] for name in names}


def _timeliness(rows: list[Episode], year: int) -> Counts:
    """New plans of the year that nobody challenged."""
    plans = [
        Issued(row.received_on, row.final_on, row.exception)
        for row in rows
        if row.final_on and row.received_on and _in(row.final_on, year) and not row.challenged
    ]
    law = ports.law()
    rates = measure.rates(plans, law)
    late = [
        (plan.issued_on - plan.received_on).days
        for plan in plans
        if not plan.exception and not measure.within_20_weeks(plan.received_on, plan.issued_on, law)
    ]
    over_a_year = sum(days > FIFTY_TWO_WEEKS for days in late)
    return {
        "issued_inc_exceptions": rates.issued_all,
        "issued_exc_exceptions": rates.issued_excluding,
        "within_20w_inc": rates.within_all,
        "within_20w_exc": rates.within_excluding,
        "pct_within_20w_inc": rates.rate_all,
        "pct_within_20w_exc": rates.rate_excluding,
        "20w_to_52w_exc": len(late) - over_a_year,
        "over_52w_exc": over_a_year,
    }


def _in(day: date | None, year: int) -> bool:
    return day is not None and day.year == year


def _days(start: date | None, end: date | None) -> int | None:
    """Calendar days, where both are known and in order."""
    return (end - start).days if start and end and end >= start else None
