"""The shares that can be set side by side: what is counted, of what, and in which table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Any

from alongside.integrations.published import areas, tables


@unique
class MeasureCode(StrEnum):
    """The stored code of each measure."""

    WITHIN_20_WEEKS = "WITHIN_20_WEEKS"
    WITHIN_20_WEEKS_ALL = "WITHIN_20_WEEKS_ALL"
    OVER_A_YEAR = "OVER_A_YEAR"
    DECIDED_WITHIN_6_WEEKS = "DECIDED_WITHIN_6_WEEKS"
    REFUSED_TO_ASSESS = "REFUSED_TO_ASSESS"
    REFUSED_TO_ISSUE = "REFUSED_TO_ISSUE"
    NO_PLAN_TOLD_WITHIN_16_WEEKS = "NO_PLAN_TOLD_WITHIN_16_WEEKS"
    REVIEW_DECIDED_WITHIN_4_WEEKS = "REVIEW_DECIDED_WITHIN_4_WEEKS"
    APPEALED = "APPEALED"


@dataclass(frozen=True, slots=True)
class Measure:
    """One share: `part` of the sum of `whole`, fields of the counts that `table` gives for an area by year.

    `more_is` says whether a greater share is better, worse or neither. `excepted` names the field that counts
    what `whole` leaves out as permitted exceptions, where the measure leaves them out.
    """

    code: MeasureCode
    title: str
    counted: str
    more_is: str
    table: Callable[[str], Mapping[int, Any]]
    part: str
    whole: tuple[str, ...]
    excepted: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One share in one area and year. `share` runs from 0 to 1, and is None where `absent` says why not."""

    share: float | None
    part: int | None
    whole: int | None
    absent: str = ""

    @property
    def percent(self) -> float | None:
        """The share in per cent to one decimal, as the Department rounds it."""
        return None if self.share is None else round(self.share * 100, 1)


MEASURES: Mapping[MeasureCode, Measure] = MappingProxyType(
    {
        measure.code: measure
        for measure in (
            Measure(
                MeasureCode.WITHIN_20_WEEKS,
                "Plans issued within 20 weeks, leaving out permitted exceptions",
                "new plans issued without an exception",
                "better",
                tables.timeliness,
                "within_20_weeks",
                ("issued",),
                excepted="issued_all",
            ),
            Measure(
                MeasureCode.WITHIN_20_WEEKS_ALL,
                "Plans issued within 20 weeks, with exceptions",
                "new plans issued",
                "better",
                tables.timeliness,
                "within_20_weeks_all",
                ("issued_all",),
            ),
            Measure(
                MeasureCode.OVER_A_YEAR,
                "Plans that took more than a year, leaving out permitted exceptions",
                "new plans issued without an exception",
                "worse",
                tables.timeliness,
                "over_a_year",
                ("issued",),
                excepted="issued_all",
            ),
            Measure(
                MeasureCode.DECIDED_WITHIN_6_WEEKS,
                "Requests decided within six weeks",
                "decisions on requests",
                "better",
                tables.requests,
                "decided_within_6_weeks",
                ("decided_within_6_weeks", "decided_over_6_weeks"),
            ),
            Measure(
                MeasureCode.REFUSED_TO_ASSESS,
                "Requests refused an assessment",
                "decisions on requests",
                "neither",
                tables.requests,
                "decided_not_to_assess",
                ("decided_to_assess", "decided_not_to_assess"),
            ),
            Measure(
                MeasureCode.REFUSED_TO_ISSUE,
                "Assessments that ended without a plan",
                "decisions after assessment",
                "neither",
                tables.assessments,
                "plan_not_issued",
                ("plan_to_be_issued", "plan_not_issued"),
            ),
            Measure(
                MeasureCode.NO_PLAN_TOLD_WITHIN_16_WEEKS,
                "Families told within 16 weeks that there will be no plan",
                "decisions not to issue a plan",
                "better",
                tables.assessments,
                "no_plan_within_16_weeks",
                ("no_plan_within_16_weeks", "no_plan_over_16_weeks"),
            ),
            Measure(
                MeasureCode.REVIEW_DECIDED_WITHIN_4_WEEKS,
                "Review decisions within four weeks of the meeting",
                "decisions after a review meeting",
                "better",
                tables.reviews,
                "decided_within_4_weeks",
                ("decided_within_4_weeks", "decided_over_4_weeks"),
            ),
            Measure(
                MeasureCode.APPEALED,
                "Decisions appealed to the SEND Tribunal",
                "decisions that could be appealed",
                "worse",
                tables.appeals,
                "registered",
                ("appealable_decisions",),
            ),
        )
    }
)


def of_counts(part: int, whole: int, *, counted: str) -> Figure:
    """The share of two counts; without one where there was nothing to count."""
    if whole <= 0:
        return Figure(None, part, whole, f"There were no {counted}.")
    return Figure(part / whole, part, whole)


def figure(measure: Measure, code: str, year: int) -> Figure:
    """The share of one area in one year, or the reason why there is none. Raises `NoSuchArea`."""
    name = areas.area(code).name
    counts = measure.table(code).get(year)
    if counts is None:
        return Figure(None, None, None, f"{name} is not in the published table for {year}.")
    part = getattr(counts, measure.part)
    wholes = [getattr(counts, field) for field in measure.whole]
    if part is None or None in wholes:
        return Figure(None, part, None, f"The figure of {name} for {year} is not available in the source.")
    whole = sum(wholes)
    everything = getattr(counts, measure.excepted) if measure.excepted else None
    if whole == 0 and everything:
        return Figure(
            None,
            part,
            whole,
            f"{name} classed all {everything:,} of its new plans of {year} as exceptions, so the share "
            "without exceptions does not exist.",
        )
    return of_counts(part, whole, counted=f"{measure.counted} in {name} in {year}")
