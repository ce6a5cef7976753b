"""The counts of a return, by the definitions of the published tables."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from alongside.core.refusal import Refused
from alongside.integrations.sen2 import figures, published, returns, synthetic_files
from integrations.sen2.making import invented, read_all, write_workbook

RECEIVED = date(2024, 2, 1)
DAY = timedelta(days=1)


def counted(*requests: returns.Request, year: int = 2024) -> figures.Figures:
    return figures.count([returns.Person(requests=requests)], year, "931")


def issued(days: int, **assessment: object) -> returns.Request:
    told = returns.Assessment(outcome="Y", outcome_on=RECEIVED + days * DAY)
    return returns.Request(
        received_on=RECEIVED,
        outcome="Y",
        outcome_on=RECEIVED + 30 * DAY,
        assessment=replace(told, **assessment),
    )


def test_the_columns_are_those_of_the_published_extract() -> None:
    """Headers of requests, assessments and timeliness of the extract of DfE release 2025."""
    found = counted()
    head = "year,level,region_code,region_name,la_code,gss_code,la_name,"
    assert ",".join(found.row(found.requests)) == head + (
        "requests,requests_rya,decided_to_assess,decided_not_to_assess,decision_outstanding,withdrawn,"
        "decided_within_6w,decided_over_6w,mediation,tribunal,tribunal_after_mediation"
    )
    assert ",".join(found.row(found.assessments)) == head + (
        "assessments,plan_to_be_issued,plan_not_issued,decision_outstanding,withdrawn,no_plan_decision_within_16w,"
        "no_plan_decision_over_16w,mediation,tribunal,tribunal_after_mediation,other_mediation,other_tribunal,"
        "other_tribunal_after_mediation"
    )
    assert ",".join(found.row(found.timeliness)) == head + (
        "issued_inc_exceptions,issued_exc_exceptions,within_20w_inc,within_20w_exc,pct_within_20w_inc,"
        "pct_within_20w_exc,20w_to_52w_exc,over_52w_exc"
    )
    assert found.row(found.requests)["la_code"] == "931"


@pytest.mark.parametrize(
    ("days", "within", "if_late", "on_the_day"), [(139, 1, 1, 0), (140, 1, 0, 1), (141, 0, 0, 0)]
)
def test_day_140_is_in_time_and_both_readings_are_told(
    days: int, within: int, if_late: int, on_the_day: int
) -> None:
    found = counted(issued(days))
    boundary = found.boundaries[1]
    assert found.timeliness["within_20w_exc"] == within
    assert (boundary.days, boundary.in_time, boundary.in_time_if_last_day_is_late) == (140, within, if_late)
    assert boundary.on_the_last_day == on_the_day


@pytest.mark.parametrize(("days", "to_52", "over_52"), [(140, 0, 0), (141, 1, 0), (364, 1, 0), (365, 0, 1)])
def test_late_plans_are_parted_at_fifty_two_weeks(days: int, to_52: int, over_52: int) -> None:
    start = replace(issued(days), received_on=date(2024, 12, 31) - days * DAY)
    request = replace(start, assessment=returns.Assessment(outcome="Y", outcome_on=date(2024, 12, 31)))
    found = counted(request).timeliness
    assert (found["20w_to_52w_exc"], found["over_52w_exc"]) == (to_52, over_52)


def test_a_plan_with_exceptions_counts_only_among_all_plans() -> None:
    found = counted(issued(100, week20=True), issued(200)).timeliness
    assert (found["issued_inc_exceptions"], found["issued_exc_exceptions"]) == (2, 1)
    assert (found["within_20w_inc"], found["within_20w_exc"]) == (1, 0)
    assert (found["pct_within_20w_inc"], found["pct_within_20w_exc"]) == (50.0, 0.0)


def test_without_any_plan_there_is_no_percentage() -> None:
    assert counted().timeliness["pct_within_20w_exc"] is None


@pytest.mark.parametrize("flag", ["mediation", "tribunal", "other_mediation", "other_tribunal"])
def test_a_plan_after_mediation_or_tribunal_is_left_out_of_timeliness_and_said(flag: str) -> None:
    found = counted(issued(100, **{flag: True}))
    assert found.timeliness["issued_inc_exceptions"] == 0
    assert found.assessments["plan_to_be_issued"] == 1
    assert "leaves out 1 plan where" in found.notes[1]
    assert "(1 of them came in time)" in found.notes[1]


@pytest.mark.parametrize("flag", ["mediation", "tribunal"])
def test_a_challenge_to_the_refusal_to_assess_also_leaves_the_plan_out(flag: str) -> None:
    assert counted(replace(issued(100), **{flag: True})).timeliness["issued_inc_exceptions"] == 0


def test_requests_count_in_the_year_received_and_decisions_in_the_year_made() -> None:
    last_year = returns.Request(
        received_on=date(2023, 12, 20), outcome="N", outcome_on=date(2024, 1, 31), mediation=True
    )
    found = counted(last_year).requests
    assert found["requests"] == found["decided_not_to_assess"] == found["mediation"] == 0
    assert found["decided_within_6w"] == 1  # 42 days
    assert counted(last_year, year=2023).requests["requests"] == 1
    assert counted(last_year, year=2023).requests["decided_within_6w"] == 0


@pytest.mark.parametrize(
    ("outcome", "column"),
    [
        ("Y", "decided_to_assess"),
        ("N", "decided_not_to_assess"),
        ("A", "decision_outstanding"),
        ("W", "withdrawn"),
    ],
)
def test_each_outcome_of_a_request_has_its_column(outcome: str, column: str) -> None:
    found = counted(returns.Request(received_on=RECEIVED, outcome=outcome, rya=True)).requests
    assert {name for name, value in found.items() if value} == {"requests", "requests_rya", column}


def test_a_historical_request_is_not_counted_but_its_assessment_of_this_year_is() -> None:
    request = replace(issued(130), outcome="H", outcome_on=None)
    found = counted(request)
    assert found.requests["requests"] == 0
    assert found.assessments["assessments"] == 1
    assert found.timeliness["within_20w_exc"] == 1


def test_a_historical_assessment_is_not_counted() -> None:
    held = returns.Assessment(outcome="H", named_plan=returns.NamedPlan(start_on=date(2024, 5, 1)))
    found = counted(returns.Request(outcome="H", assessment=held))
    assert sum(v for v in (*found.assessments.values(), *found.timeliness.values()) if v) == 0


@pytest.mark.parametrize(("days", "within", "over"), [(112, 1, 0), (113, 0, 1)])
def test_a_refusal_to_issue_is_timed_to_sixteen_weeks(days: int, within: int, over: int) -> None:
    found = counted(issued(days, outcome="N")).assessments
    assert (found["no_plan_decision_within_16w"], found["no_plan_decision_over_16w"]) == (within, over)
    assert (found["plan_not_issued"], found["plan_to_be_issued"]) == (1, 0)


def test_tribunal_after_mediation_is_counted_where_both_are() -> None:
    requests = [
        returns.Request(received_on=RECEIVED, outcome="N", mediation=m, tribunal=t)
        for m, t in ((True, True), (True, False), (False, True))
    ]
    found = counted(*requests).requests
    assert (found["mediation"], found["tribunal"], found["tribunal_after_mediation"]) == (2, 2, 1)


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (returns.Request(outcome="A"), "1 request without a date received could not be counted"),
        (
            returns.Request(received_on=RECEIVED, outcome="N"),
            "1 decision to assess or not to assess had no date",
        ),
        (replace(issued(5), received_on=None), "1 assessment had no date of request"),
        (issued(5, outcome_on=None), "1 assessment with an outcome had no outcome date"),
        (issued(-40), "dated before the request itself"),
        (returns.Request(received_on=RECEIVED), "1 row counted in the totals had no usable outcome"),
    ],
)
def test_what_cannot_be_counted_is_said(request_: returns.Request, words: str) -> None:
    if "before the request" in words:
        request_ = replace(
            request_,
            received_on=date(2024, 6, 1),
            assessment=replace(request_.assessment or returns.Assessment(), outcome_on=date(2024, 5, 1)),
        )
    assert any(words in note for note in counted(request_).notes)


def test_the_three_forms_of_one_return_give_the_same_figures(tmp_path: Path) -> None:
    header, persons = invented(400)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    synthetic_files.write_blade(tmp_path / "export", header, persons)
    write_workbook(tmp_path / "r.xlsx", header, persons)
    found = [
        figures.count(read_all(tmp_path / name)[1], 2024, "931") for name in ("r.xml", "export", "r.xlsx")
    ]
    assert found[0] == found[1] == found[2]
    assert found[0].timeliness["issued_inc_exceptions"] > 20


def test_counts_agree_with_a_plain_second_counting() -> None:
    """The same definitions written again as plain comprehensions over all requests."""
    _, persons = invented(2000, seed=7)
    rows = [(r, r.assessment) for p in persons for r in p.requests]
    received = [r for r, _ in rows if r.outcome != "H" and r.received_on and r.received_on.year == 2024]
    told = [
        (r, a, (a.outcome_on - r.received_on).days)
        for r, a in rows
        if a and a.outcome == "Y" and a.outcome_on and a.outcome_on.year == 2024 and r.received_on
    ]
    quiet = [
        (a, days)
        for r, a, days in told
        if not (
            r.mediation or r.tribunal or a.mediation or a.tribunal or a.other_mediation or a.other_tribunal
        )
    ]
    plain = [days for a, days in quiet if not a.week20]
    found = figures.count(persons, 2024, "931")
    assert found.requests["requests"] == len(received)
    assert found.requests["withdrawn"] == sum(r.outcome == "W" for r in received)
    assert found.assessments["plan_to_be_issued"] == len(told)
    assert found.timeliness["issued_inc_exceptions"] == len(quiet)
    assert found.timeliness["issued_exc_exceptions"] == len(plain)
    assert found.timeliness["within_20w_exc"] == sum(days <= 140 for days in plain)
    assert found.timeliness["over_52w_exc"] == sum(days > 364 for days in plain)


def test_the_parts_of_each_published_total_add_up_to_it() -> None:
    _, persons = invented(2000, seed=3)
    found = figures.count(persons, 2024, "931")
    assert found.requests["requests"] == sum(found.requests[c] or 0 for c in published.OF_REQUEST.values())
    assert found.assessments["assessments"] == sum(
        found.assessments[c] or 0 for c in published.OF_ASSESSMENT.values()
    )
    assert found.timeliness["issued_exc_exceptions"] == sum(
        found.timeliness[c] or 0 for c in ("within_20w_exc", "20w_to_52w_exc", "over_52w_exc")
    )


def test_the_calendar_year_is_the_one_before_the_return() -> None:
    assert figures.calendar_year(returns.Header(year=2025), None) == 2024
    assert figures.calendar_year(returns.Header(year=2025), 2023) == 2023


@pytest.mark.parametrize("header", [None, returns.Header()])
def test_a_year_that_is_not_known_is_asked_for_and_never_guessed(header: returns.Header | None) -> None:
    with pytest.raises(Refused, match="--year 2024"):
        figures.calendar_year(header, None)
