"""The `details` of an event, as JSON values, from the rows of a return."""

from datetime import date
from typing import Any

from alongside.integrations.sen2 import returns


def plan_details(plan: returns.NamedPlan | None) -> dict[str, Any]:
    """What the return says of the plan itself, and the establishments named in Section I."""
    if plan is None:
        return {}
    items = given(
        residential=plan.residential,
        work_based=plan.work_based,
        personal_budget=plan.personal_budget or None,
        organised_arrangements=plan.organised_arrangements or None,
        direct_payments=plan.direct_payments,
    )
    return given(named=[establishment(detail) for detail in plan.details] or None, plan=items or None)


def outcome_flags(assessment: returns.Assessment) -> dict[str, Any]:
    """Challenges to the outcome and the exception to the twenty weeks, where the return says that there was one."""
    return given(
        mediation=assessment.mediation or None,
        tribunal=assessment.tribunal or None,
        other_mediation=assessment.other_mediation or None,
        other_tribunal=assessment.other_tribunal or None,
        week20=assessment.week20 or None,
    )


def establishment(place: returns.PlanDetail | returns.Placement) -> dict[str, Any]:
    """One establishment, under the keys of core/case/details.py."""
    return given(
        urn=place.urn,
        ukprn=place.ukprn,
        setting_code=place.setting,
        setting_other=place.setting_other,
        rank=place.rank,
        sen_unit=place.sen_unit,
        resourced_provision=place.resourced_provision,
    )


def given(**items: Any) -> dict[str, Any]:
    """The items that are there, as JSON values."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in items.items()
        if value is not None
    }
