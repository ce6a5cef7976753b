"""The published figures come out as the Department for Education published them."""

from dataclasses import fields

import pytest

from alongside.integrations.published import areas, measures, source, tables
from alongside.integrations.published.comparison import (
    EXCEPTIONS_DIFFER,
    SERIES_BREAK,
    Rank,
    comparison,
    middle,
    pooled,
    rank,
    years,
)
from alongside.integrations.published.measures import MEASURES, Figure, MeasureCode

OXFORDSHIRE, DORSET, LEWISHAM, CUMBRIA = "931", "838", "209", "909"
W20 = MeasureCode.WITHIN_20_WEEKS


def test_oxfordshire_2024_is_as_published() -> None:
    found = comparison(OXFORDSHIRE, W20, 2024)
    assert found.own.figure.percent == 38.5
    assert (found.own.figure.part, found.own.figure.whole) == (370, 961)
    assert found.england.figure.percent == 46.4
    assert found.region.area.name == "South East"
    assert found.region.figure.percent == 38.2
    assert found.pooled.percent == 34.2


@pytest.mark.parametrize(
    ("year", "own", "england", "neighbours"),
    [
        (2015, 32.8, 59.2, None),
        (2016, 31.0, 58.6, None),
        (2017, 36.7, 64.9, None),
        (2018, 47.3, 60.1, None),
        (2019, 50.4, 60.4, 65.7),
        (2020, 56.4, 58.0, 55.0),
        (2021, 30.7, 59.9, 47.5),
        (2022, 4.0, 49.2, 39.9),
        (2023, 53.7, 50.3, 51.0),
        (2024, 38.5, 46.4, 34.2),
    ],
)
def test_ten_years_are_as_published(year: int, own: float, england: float, neighbours: float | None) -> None:
    found = comparison(OXFORDSHIRE, W20, year)
    assert (found.own.figure.percent, found.england.figure.percent) == (own, england)
    if neighbours is not None:
        assert found.pooled.percent == neighbours


def test_neighbours_come_closest_first_with_their_own_figures() -> None:
    found = comparison(OXFORDSHIRE, W20, 2024)
    assert [n.area.name for n in found.neighbours] == [
        "Cambridgeshire",
        "Hertfordshire",
        "Buckinghamshire",
        "Warwickshire",
        "Gloucestershire",
        "Hampshire",
        "Bracknell Forest",
        "West Sussex",
        "West Berkshire",
        "South Gloucestershire",
    ]
    shown = [n.figure.percent for n in found.neighbours]
    assert shown == [8.8, 56.3, 32.1, 21.3, 26.1, 41.0, 45.8, 11.4, 55.8, 61.6]
    assert found.middle.share == pytest.approx((32.1 + 41.0) / 200, abs=0.0005)


@pytest.mark.parametrize(
    ("code", "own", "england", "middle_of_neighbours", "place"),
    [
        (MeasureCode.DECIDED_WITHIN_6_WEEKS, 95.6, 84.8, 92.7, Rank(49, 153)),
        (MeasureCode.REFUSED_TO_ASSESS, 15.6, 27.8, 27.8, None),
        (MeasureCode.NO_PLAN_TOLD_WITHIN_16_WEEKS, 14.1, 34.1, None, None),
        (MeasureCode.REVIEW_DECIDED_WITHIN_4_WEEKS, 32.6, 44.4, 31.9, Rank(89, 141)),
        (MeasureCode.APPEALED, 5.1, 3.2, None, Rank(12, 153)),
        (MeasureCode.WITHIN_20_WEEKS_ALL, 38.6, 45.9, None, None),
    ],
)
def test_other_measures_of_2024_are_as_published(
    code: MeasureCode, own: float, england: float, middle_of_neighbours: float | None, place: Rank | None
) -> None:
    found = comparison(OXFORDSHIRE, code, 2024)
    assert (found.own.figure.percent, found.england.figure.percent) == (own, england)
    if middle_of_neighbours is not None:
        assert found.middle.percent == middle_of_neighbours
    if place is not None:
        assert found.rank == place


@pytest.mark.parametrize("year", range(2014, 2025))
def test_shares_made_from_counts_are_the_published_shares(year: int) -> None:
    """Every authority's share, made anew from its counts, is the percentage printed beside them."""
    name = "timeliness_2019_2024.csv" if year > 2018 else "aggregate_series_2014_2021.csv"
    compared = 0
    for row in source.rows(source.folder() / name):
        printed = row.cells["pct_within_20w_exc"]
        if row.year == year and row.area and printed and row.area in {a.code for a in areas.authorities()}:
            got = measures.figure(MEASURES[W20], row.area, year).share
            assert got is not None
            assert got * 100 == pytest.approx(float(printed), abs=0.0501), row
            compared += 1
    # Plans began on 1 September 2014, so half of the authorities had issued none by the end of that year.
    assert compared >= (140 if year > 2014 else 70)


def test_all_classed_as_exceptions_is_no_share_and_says_so() -> None:
    figure = comparison(DORSET, W20, 2024).own.figure
    assert figure.share is None
    assert figure.percent is None
    assert figure.absent == (
        "Dorset classed all 585 of its new plans of 2024 as exceptions, so the share without exceptions does "
        "not exist."
    )
    assert comparison(DORSET, MeasureCode.WITHIN_20_WEEKS_ALL, 2024).own.figure.percent == 49.1


def test_withheld_figure_is_no_share_and_says_so() -> None:
    figure = comparison(LEWISHAM, W20, 2024).own.figure
    assert figure.share is None
    assert figure.absent == "The figure of Lewisham for 2024 is not available in the source."


def test_figure_of_a_year_not_collected_is_absent_and_not_nought() -> None:
    found = comparison(OXFORDSHIRE, MeasureCode.DECIDED_WITHIN_6_WEEKS, 2019)
    assert found.own.figure.share is None
    assert found.rank is None
    assert "No area to compare with has a figure" in found.middle.absent
    assert "There were no decisions on requests among the neighbours in 2019" in found.pooled.absent


def test_year_outside_the_tables_is_absent() -> None:
    figure = comparison(OXFORDSHIRE, W20, 2031).own.figure
    assert figure.absent == "Oxfordshire is not in the published table for 2031."


def test_authority_that_no_longer_exists_has_no_neighbours_and_no_error() -> None:
    found = comparison(CUMBRIA, W20, 2024)
    assert found.neighbours == ()
    assert found.pooled.share is None
    assert found.own.figure.absent


def test_nothing_to_count_never_divides() -> None:
    figure = measures.of_counts(0, 0, counted="plans")
    assert (figure.share, figure.absent) == (None, "There were no plans.")
    assert pooled([], counted="plans").share is None
    assert middle([]).share is None


def test_every_authority_year_and_measure_answers_with_a_share_or_a_reason() -> None:
    for code in MeasureCode:
        for year in range(2014, 2026):
            for area in areas.authorities():
                figure = measures.figure(MEASURES[code], area.code, year)
                assert (figure.share is None) is bool(figure.absent)
                assert figure.share is None or figure.share >= 0, (code, year, area)
                # Appeals may outnumber the decisions of the same year; nothing else can pass the whole.
                assert figure.share is None or figure.share <= 1 or code is MeasureCode.APPEALED


def test_pooled_takes_neighbours_as_one_and_leaves_out_those_without_a_figure() -> None:
    got = pooled(
        [Figure(0.5, 1, 2), Figure(None, None, None, "withheld"), Figure(0.0, 0, 8)], counted="plans"
    )
    assert (got.share, got.part, got.whole) == (0.1, 1, 10)


def test_equal_shares_share_a_place() -> None:
    half, none = Figure(0.5, 1, 2), Figure(None, None, None, "withheld")
    assert rank(half, [Figure(0.7, 7, 10), half, half, none]) == Rank(2, 3)
    assert rank(none, [half]) is None


def test_cautions_stand_with_the_figures() -> None:
    found = comparison(OXFORDSHIRE, W20, 2022)
    assert EXCEPTIONS_DIFFER in found.cautions
    assert SERIES_BREAK in found.cautions
    assert "The figure of West Berkshire for 2022 is not available in the source." in found.cautions
    assert comparison(OXFORDSHIRE, MeasureCode.APPEALED, 2024).cautions == ()
    assert "Open Government Licence v3.0" in found.attribution


def test_years_are_those_with_a_figure_for_england() -> None:
    assert years(W20) == tuple(range(2014, 2025))
    assert years(MeasureCode.DECIDED_WITHIN_6_WEEKS) == (2023, 2024)


def test_measures_name_fields_that_their_tables_have() -> None:
    for measure in MEASURES.values():
        counts = next(iter(measure.table(source.ENGLAND).values()))
        known = {field.name for field in fields(counts)}
        assert {measure.part, *measure.whole} | ({measure.excepted} - {""}) <= known
        assert measure.more_is in ("better", "worse", "neither")


class TestTables:
    def test_requests_of_oxfordshire(self) -> None:
        series = tables.requests(OXFORDSHIRE)
        got = {year: (counts.requests, counts.decided_not_to_assess) for year, counts in series.items()}
        assert got == {
            2019: (1023, 195),
            2020: (1078, 197),
            2021: (1170, 195),
            2022: (1117, 202),
            2023: (1384, 218),
            2024: (1734, 262),
        }

    def test_assessments_of_oxfordshire(self) -> None:
        counts = tables.assessments(OXFORDSHIRE)[2024]
        assert (counts.plan_to_be_issued, counts.plan_not_issued) == (1178, 100)
        assert (counts.no_plan_within_16_weeks, counts.mediation, counts.tribunal) == (14, 25, 19)

    def test_england_has_every_series(self) -> None:
        england = tables.england()
        assert england.timeliness[2024].over_a_year == 6230
        assert england.timeliness[2018].over_a_year is None
        assert england.requests[2024].requests == 154_489
        assert england.assessments[2024].plan_to_be_issued == 98_547
        assert england.reviews[2024].expected == 524_654
        assert england.appeals[2024].registered == 22_276

    def test_authorities_add_up_to_england(self) -> None:
        for year in (2019, 2020, 2021):
            total = sum(
                series[year].issued_all or 0
                for area in areas.authorities()
                if year in (series := tables.timeliness(area.code))
            )
            assert total == tables.england().timeliness[year].issued_all

    def test_series_cannot_be_changed(self) -> None:
        with pytest.raises(TypeError):
            tables.requests(OXFORDSHIRE)[2024] = None  # type: ignore[index]


class TestAreas:
    def test_buckinghamshire_with_two_codes_is_one_authority(self) -> None:
        assert [a.name for a in areas.authorities() if a.code == "825"] == ["Buckinghamshire"]
        assert tables.timeliness("825")[2019].issued_all
        assert tables.timeliness("825")[2024].issued_all

    def test_neighbours_are_authorities_and_never_oneself(self) -> None:
        for area in areas.authorities():
            found = areas.neighbours(area.code)
            assert len(found) in (0, 10)
            assert area not in found

    def test_unknown_number_is_refused_with_an_example(self) -> None:
        with pytest.raises(areas.NoSuchArea, match="“999” is not the number of a local authority"):
            comparison("999", W20, 2024)
