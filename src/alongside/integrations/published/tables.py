"""The published counts, by area and year. None is what the source does not give, never nought.

Years are calendar years. From 2023 the return is by person and before it was by totals, so that the series
has a break between 2022 and 2023.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from alongside.integrations.published import areas, source
from alongside.integrations.published.source import ENGLAND, Row


@dataclass(frozen=True, slots=True)
class Timeliness:
    """New plans issued in a year, and how long they took. `…_all` counts permitted exceptions too."""

    year: int
    issued_all: int | None
    issued: int | None
    within_20_weeks_all: int | None
    within_20_weeks: int | None
    within_a_year: int | None
    over_a_year: int | None


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests for an EHC needs assessment in a year, and what became of them."""

    year: int
    requests: int | None
    decided_to_assess: int | None
    decided_not_to_assess: int | None
    outstanding: int | None
    withdrawn: int | None
    decided_within_6_weeks: int | None
    decided_over_6_weeks: int | None
    mediation: int | None
    tribunal: int | None


@dataclass(frozen=True, slots=True)
class Assessments:
    """EHC needs assessments in a year, and what became of them."""

    year: int
    assessments: int | None
    plan_to_be_issued: int | None
    plan_not_issued: int | None
    outstanding: int | None
    withdrawn: int | None
    no_plan_within_16_weeks: int | None
    no_plan_over_16_weeks: int | None
    mediation: int | None
    tribunal: int | None


@dataclass(frozen=True, slots=True)
class Reviews:
    """Annual reviews in a year, and when the decision after the meeting was made."""

    year: int
    expected: int | None
    meetings: int | None
    decided_within_4_weeks: int | None
    decided_over_4_weeks: int | None


@dataclass(frozen=True, slots=True)
class Appeals:
    """Appeals registered with the SEND Tribunal in a year, and the decisions that could be appealed."""

    year: int
    registered: int | None
    appealable_decisions: int | None


Counts = TypeVar("Counts", Timeliness, Requests, Assessments, Reviews, Appeals)
Series = Mapping[int, Counts]
"""Counts by year, earliest first."""


def _timeliness(row: Row) -> Timeliness:
    recent = "over_52w_exc" in row.cells
    return Timeliness(
        row.year,
        row.count("issued_inc_exceptions"),
        row.count("issued_exc_exceptions"),
        row.count("within_20w_inc"),
        row.count("within_20w_exc"),
        row.count("20w_to_52w_exc") if recent else None,
        row.count("over_52w_exc") if recent else None,
    )


def _requests(row: Row) -> Requests:
    return Requests(
        row.year,
        row.count("requests"),
        row.count("decided_to_assess"),
        row.count("decided_not_to_assess"),
        row.count("decision_outstanding"),
        row.count("withdrawn"),
        row.count("decided_within_6w"),
        row.count("decided_over_6w"),
        row.count("mediation"),
        row.count("tribunal"),
    )


def _assessments(row: Row) -> Assessments:
    return Assessments(
        row.year,
        row.count("assessments"),
        row.count("plan_to_be_issued"),
        row.count("plan_not_issued"),
        row.count("decision_outstanding"),
        row.count("withdrawn"),
        row.count("no_plan_decision_within_16w"),
        row.count("no_plan_decision_over_16w"),
        row.count("mediation"),
        row.count("tribunal"),
    )


def _reviews(row: Row) -> Reviews:
    return Reviews(
        row.year,
        row.count("review_expected"),
        row.count("review_meeting_recorded"),
        row.count("decision_within_4w"),
        row.count("decision_over_4w"),
    )


def _appeals(row: Row) -> Appeals:
    return Appeals(row.year, row.count("appeals_registered"), row.count("appealable_decisions"))


def _by_area(make: Callable[[Row], Counts], *files: tuple[str, int]) -> Mapping[str, Series[Counts]]:
    """The series of every area from files in order of age, each up to and with its last year."""
    found: dict[str, dict[int, Counts]] = {}
    after = 0
    for name, last in files:
        for row in source.rows(source.folder() / name):
            if after < row.year <= last:
                found.setdefault(row.area, {})[row.year] = make(row)
        after = last
    return MappingProxyType({area: MappingProxyType(dict(sorted(s.items()))) for area, s in found.items()})


@cache
def _all_timeliness() -> Mapping[str, Series[Timeliness]]:
    older = ("aggregate_series_2014_2021.csv", 2018)
    return _by_area(_timeliness, older, ("timeliness_2019_2024.csv", 2024))


@cache
def _all_requests() -> Mapping[str, Series[Requests]]:
    return _by_area(_requests, ("requests_2019_2024.csv", 2024))


@cache
def _all_assessments() -> Mapping[str, Series[Assessments]]:
    return _by_area(_assessments, ("assessments_2019_2024.csv", 2024))


@cache
def _all_reviews() -> Mapping[str, Series[Reviews]]:
    return _by_area(_reviews, ("annual_reviews_2024.csv", 2024))


@cache
def _all_appeals() -> Mapping[str, Series[Appeals]]:
    return _by_area(_appeals, ("tribunal_appeal_rate_2014_2024.csv", 2024))


def _of(found: Mapping[str, Series[Counts]], code: str) -> Series[Counts]:
    return found.get(areas.area(code).code, MappingProxyType({}))


def timeliness(code: str) -> Series[Timeliness]:
    """Plans issued, by year from 2014, of an authority, a region or England. Raises `NoSuchArea`."""
    return _of(_all_timeliness(), code)


def requests(code: str) -> Series[Requests]:
    """Requests, by year from 2019. Raises `NoSuchArea`."""
    return _of(_all_requests(), code)


def assessments(code: str) -> Series[Assessments]:
    """Assessments, by year from 2019. Raises `NoSuchArea`."""
    return _of(_all_assessments(), code)


def reviews(code: str) -> Series[Reviews]:
    """Annual reviews, for 2024. Raises `NoSuchArea`."""
    return _of(_all_reviews(), code)


def appeals(code: str) -> Series[Appeals]:
    """Tribunal appeals, by year from 2014; none for regions. Raises `NoSuchArea`."""
    return _of(_all_appeals(), code)


@dataclass(frozen=True, slots=True)
class England:
    """The series of England."""

    timeliness: Series[Timeliness]
    requests: Series[Requests]
    assessments: Series[Assessments]
    reviews: Series[Reviews]
    appeals: Series[Appeals]


def england() -> England:
    """Every series of England."""
    return England(
        timeliness(ENGLAND), requests(ENGLAND), assessments(ENGLAND), reviews(ENGLAND), appeals(ENGLAND)
    )
