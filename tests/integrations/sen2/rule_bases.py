"""Invented persons of the return of 2026 that no rule has anything to say about, to be changed one thing at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks import circumstances, register

OF = {
    "requests": returns.Request,
    "assessment": returns.Assessment,
    "named_plan": returns.NamedPlan,
    "details": returns.PlanDetail,
    "active_plan": returns.ActivePlan,
    "placements": returns.Placement,
    "needs": returns.Need,
}
NAMED = returns.PlanDetail(urn="123456", rank="1", sen_unit=False, resourced_provision=False)
PLACED = returns.Placement(
    urn="123456", rank="1", sen_unit=False, resourced_provision=False, entry_on=date(2022, 9, 1)
)
AUTISM = returns.Need("ASD", "1")
REQUEST = returns.Request(
    received_on=date(2025, 2, 3), source="2", rya=False, outcome="N", outcome_on=date(2025, 3, 10),
    mediation=False, tribunal=False,
)  # fmt: skip
ASSESSED = returns.Assessment(
    outcome="N", outcome_on=date(2025, 6, 16), mediation=False, tribunal=False, other_mediation=False,
    other_tribunal=False, week20=False,
)  # fmt: skip
PLAN = returns.NamedPlan(
    start_on=date(2022, 5, 5), personal_budget=False, organised_arrangements=False, details=(NAMED,)
)
REVIEWED = returns.ActivePlan(
    review_meeting_on=date(2025, 5, 1), review_outcome="M", review_decision_on=date(2025, 5, 20),
    placements=(PLACED,), needs=(AUTISM,),
)  # fmt: skip
HISTORY = returns.Assessment(outcome="H", named_plan=PLAN)
NEW = replace(PLAN, start_on=date(2025, 6, 16))
UNREVIEWED = returns.ActivePlan(placements=(replace(PLACED, entry_on=date(2025, 9, 1)),), needs=(AUTISM,))
AGREED = replace(REQUEST, outcome="Y")
REQUESTS = {
    "refused": REQUEST,
    "waiting": returns.Request(received_on=date(2025, 12, 10), source="2", rya=False, outcome="A"),
    "assessing": replace(AGREED, assessment=returns.Assessment(outcome="A")),
    "no_plan": replace(AGREED, assessment=ASSESSED),
    "issued": replace(
        AGREED, assessment=replace(ASSESSED, outcome="Y", named_plan=NEW), active_plan=UNREVIEWED
    ),
    "maintained": returns.Request(outcome="H", assessment=HISTORY, active_plan=REVIEWED),
    "fresh": returns.Request(
        outcome="H",
        assessment=replace(HISTORY, named_plan=replace(PLAN, start_on=date(2025, 9, 1))),
        active_plan=UNREVIEWED,
    ),
    "ceased": returns.Request(
        outcome="H",
        assessment=replace(HISTORY, named_plan=replace(PLAN, ceased_on=date(2025, 7, 1), cease_reason="7")),
    ),
}
SCHOOLS = register.Register(
    {
        "123456": register.Establishment("1", False, False),
        "123457": register.Establishment("1", True, True),
        "123458": register.Establishment("29", None, None),
        "123459": register.Establishment("49", None, None),
    },
    frozenset({"10012345"}),
)


def person(base: str) -> returns.Person:
    """One of the persons by name."""
    return returns.Person(
        "Holm", "Ada", date(2015, 5, 5), "F", "WBRI", "ZZ1 1ZZ", "F931123412001", requests=(REQUESTS[base],)
    )


def header(year: int = 2026) -> returns.Header:
    """A header that no rule has anything to say about."""
    return returns.Header(
        "SEN2",
        year,
        returns.census_day(year),
        "L",
        "931",
        dmo="Y",
        dco="N",
        dsco="R" if year >= 2025 else None,
    )


def told(year: int = 2026, schools: register.Register | None = None) -> circumstances.Circumstances:
    """What the checks are told of the return."""
    return circumstances.Circumstances(year, "931", returns.census_day(year), schools)


def earlier(value: Any, years: int) -> Any:
    """Everything some years earlier, so that a person of 2026 fits the return of another year."""
    if isinstance(value, date):
        return value - timedelta(days=364 * years)
    if isinstance(value, tuple):
        return tuple(earlier(each, years) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{f.name: earlier(getattr(value, f.name), years) for f in fields(value)})
    return value


def changed(one: Any, changes: Mapping[str, Any]) -> Any:
    """The value with what stands at each path replaced."""
    for path, value in changes.items():
        one = _changed(one, path.split("."), value)
    return one


def _changed(one: Any, path: Sequence[str], value: Any) -> Any:
    name, *rest = path
    if isinstance(one, tuple):
        at = int(name)
        return (*one[:at], _changed(one[at], rest, value), *one[at + 1 :])
    new = _changed(getattr(one, name), rest, value) if rest else _made(name, value)
    return replace(one, **{name: new})


def _made(name: str, value: Any) -> Any:
    if value == "NONE":
        return None
    if isinstance(value, list):
        return tuple(_made(name, each) for each in value)
    if isinstance(value, dict):
        return OF[name](**{key: _made(key, each) for key, each in value.items()})
    return value
