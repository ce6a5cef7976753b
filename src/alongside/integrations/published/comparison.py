"""One authority's published figure beside its neighbours, its region and England."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from alongside.integrations.published import areas, measures, source
from alongside.integrations.published.areas import Area
from alongside.integrations.published.measures import MEASURES, Figure, Measure, MeasureCode

SERIES_BREAK = (
    "From 2023 figures are made from records of each person and before that from totals that authorities "
    "sent in: changes between 2022 and 2023 may be changes in counting."
)
EXCEPTIONS_DIFFER = (
    "Authorities differ in how often they record a permitted exception, so shares that leave exceptions out "
    "are not quite alike. Look at the share with exceptions as well."
)


@dataclass(frozen=True, slots=True)
class Beside:
    """One area's figure."""

    area: Area
    figure: Figure


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of an authority among those with a figure: 1 has the greatest share. Equals share a place."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that stands beside an authority's own figure.

    `pooled` takes all neighbours as if they were one authority; `middle` is the median of their shares, with
    no counts of its own. Both are of the neighbours with a figure; `neighbours` has all of them, closest
    first, and says why one has none. `cautions` and `attribution` must be shown with the figures.
    """

    measure: Measure
    year: int
    own: Beside
    england: Beside
    region: Beside
    neighbours: tuple[Beside, ...]
    pooled: Figure
    middle: Figure
    middle_of_all: Figure
    rank: Rank | None
    cautions: tuple[str, ...]
    attribution: str = f"{source.SOURCE}. {source.LICENCE}"


def pooled(figures: Iterable[Figure], *, counted: str) -> Figure:
    """The share of several areas taken as one. Those without a share are left out of both sums."""
    present = [f for f in figures if f.share is not None]
    return measures.of_counts(
        sum(f.part or 0 for f in present), sum(f.whole or 0 for f in present), counted=counted
    )


def middle(figures: Iterable[Figure]) -> Figure:
    """The median of the shares there are."""
    shares = [f.share for f in figures if f.share is not None]
    if not shares:
        return Figure(None, None, None, "No area to compare with has a figure.")
    return Figure(median(shares), None, None)


def rank(own: Figure, everybody: Sequence[Figure]) -> Rank | None:
    """The place of a figure among all; None where there is no figure."""
    if own.share is None:
        return None
    shares = [f.share for f in everybody if f.share is not None]
    return Rank(1 + sum(share > own.share for share in shares), len(shares))


@cache
def _everybody(code: MeasureCode, year: int) -> tuple[Figure, ...]:
    return tuple(measures.figure(MEASURES[code], area.code, year) for area in areas.authorities())


def years(code: MeasureCode) -> tuple[int, ...]:
    """The years for which England has a figure of this measure, earliest first."""
    measure = MEASURES[code]
    series = measure.table(source.ENGLAND)
    return tuple(y for y in series if measures.figure(measure, source.ENGLAND, y).share is not None)


def _cautions(measure: Measure, year: int, neighbours: Sequence[Beside]) -> tuple[str, ...]:
    said = [beside.figure.absent for beside in neighbours if beside.figure.absent]
    if measure.excepted:
        said.append(EXCEPTIONS_DIFFER)
    if year in (2022, 2023):
        said.append(SERIES_BREAK)
    return tuple(said)


def comparison(la_code: str, code: MeasureCode, year: int) -> Comparison:
    """An authority's published figure for a year and all that belongs beside it. Raises `NoSuchArea`."""
    measure = MEASURES[code]

    def beside(area: Area) -> Beside:
        return Beside(area, measures.figure(measure, area.code, year))

    own = beside(areas.area(la_code))
    neighbours = tuple(beside(area) for area in areas.neighbours(la_code))
    of_neighbours = [n.figure for n in neighbours]
    everybody = _everybody(code, year)
    return Comparison(
        measure=measure,
        year=year,
        own=own,
        england=beside(areas.area(source.ENGLAND)),
        region=beside(areas.area(own.area.region_code)),
        neighbours=neighbours,
        pooled=pooled(of_neighbours, counted=f"{measure.counted} among the neighbours in {year}"),
        middle=middle(of_neighbours),
        middle_of_all=middle(everybody),
        rank=rank(own.figure, everybody),
        cautions=_cautions(measure, year, neighbours),
    )
