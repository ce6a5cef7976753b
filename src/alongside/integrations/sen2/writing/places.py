"""Modules 4b and 5b from the chronology: the establishments that the plan names, and where the child is."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from alongside.app import child_places
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.history import Plan
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.writing.census import Told

NAMING: Final = (EventKind.FINAL_SENT, EventKind.AMENDED_FINAL_SENT, EventKind.PLAN_MADE)
MOST: Final = 2
"""Establishments of one plan: the public XSD of 2024 takes no more than two of either."""


def named(told: Told, plan: Plan, until: date) -> tuple[returns.PlanDetail, ...]:
    """What Section I names: as the latest plan that says so; none where nothing on record does."""
    for event in reversed(told.of_kind(*NAMING)):
        if plan.made_on <= event.occurred_on <= until:
            if listed := event.details.get("named"):
                numbered = enumerate(listed[:MOST], 1)
                return tuple([returns.PlanDetail(**_place(told, each, at)) for at, each in numbered])
            if event.details.get("organisation") or event.details.get("urn"):
                return (returns.PlanDetail(**_place(told, event.details, 1)),)
    typed = [
        event for event in told.of_kind(EventKind.FINAL_SENT) if plan.made_on <= event.occurred_on <= until
    ]
    if typed:
        return _type_named(told, typed[-1])
    return _as_placed(told, until)


def _type_named(told: Told, event: Event) -> tuple[returns.PlanDetail, ...]:
    """A type of setting, or one that is not on the list of settings: OTH, with the words of Section I."""
    words = event.details.get("setting_name") or event.details.get("setting_type")
    if not words:
        return ()
    return (returns.PlanDetail(**_place(told, {"setting_code": "OTH", "setting_other": words}, 1)),)


def _as_placed(told: Told, until: date) -> tuple[returns.PlanDetail, ...]:
    """Where a plan came from another record without its Section I: the places that came with it."""
    found = child_places.placements(told.events, until)[:MOST]
    return tuple([returns.PlanDetail(**_place(told, event.details, at)) for at, event in enumerate(found, 1)])


def attended(told: Told) -> tuple[returns.Placement, ...]:
    """Where the child is on the census day, and the places left in the year, two at most.

    Without any record of a placement it is the setting on the case, whose first day is then not known.
    """
    on = told.census.on
    ends = child_places.ends(told.events)
    here = child_places.placements(told.events, on)
    left = [
        event for event in told.of_kind(EventKind.PLACEMENT_STARTED)
        if (end := child_places.end_of(event, ends)) is not None and told.census.first <= end <= on
    ]  # fmt: skip
    if not here and not left:
        attends = told.case.attends
        return (
            () if attends is None else (returns.Placement(**_place(told, {"organisation": attends.id}, 1)),)
        )
    chosen = [*here, *sorted(left, key=lambda event: event.occurred_on, reverse=True)][:MOST]
    return tuple([_placement(told, event, child_places.end_of(event, ends)) for event in chosen])


def _placement(told: Told, event: Event, left_on: date | None) -> returns.Placement:
    details = event.details
    year = told.census.year
    return returns.Placement(
        **_place(told, details, 1),
        entry_on=None if details.get("undated") else event.occurred_on,
        leaving_on=left_on,
        attendance_pattern=details.get("attendance_pattern") if year == returns.FIRST_YEAR else None,
        residential=details.get("residential"),
        work_based=details.get("work_based"),
    )


def _place(told: Told, details: Mapping[str, Any], position: int) -> dict[str, Any]:
    """The items of one establishment. A setting chosen from the list gives its URN; a code stands only without one.

    A place that nobody recorded as in a SEN unit, or in resourced provision, is returned as not being in one.
    """
    setting = told.case.settings.by_id.get(str(details.get("organisation") or ""))
    urn = details.get("urn") or (setting.urn if setting is not None else "") or None
    ukprn = details.get("ukprn") or None
    no_school = urn is None and ukprn is None
    return {
        "urn": urn,
        "ukprn": ukprn,
        "setting": details.get("setting_code") or None if no_school else None,
        "setting_other": details.get("setting_other") or None if no_school else None,
        "rank": str(details.get("rank") or position),
        "sen_unit": bool(details.get("sen_unit")),
        "resourced_provision": bool(details.get("resourced_provision")),
    }
