"""The project's worked cases pass, on the default reading and on every other one; bad files are told apart."""

from pathlib import Path

import pytest

from alongside.core.law import rule_page, worked
from alongside.core.law.worked import BadFile, Result, Verdict
from core.law.chronicles import LAW

EXAMPLES = Path(rule_page.__file__).parent / "examples"
HEADER = (
    "vector_id,group,rule_id,rules_as_of,events_in,output,kind,expected,alt_expected,ambiguous,basis,note"
)
OURS = {"REQ", "NOP", "FIN", "DRF", "ADV", "EXC", "MSR", "STA"}


def results(name: str, *settings: str) -> list[Result]:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    return list(worked.check(worked.read(lines), LAW, settings))


def row(cells: str) -> Result:
    (found,) = worked.check(worked.read([HEADER, cells]), LAW)
    return found


@pytest.mark.parametrize("name", ["law_vectors.csv", "assess_cases.csv"])
def test_every_worked_case_of_the_assessment_passes(name: str) -> None:
    found = results(name)
    assert [each.sentence for each in found if each.verdict in (Verdict.FAILED, Verdict.MALFORMED)] == []
    for each in found:
        if each.row.cell("group") in OURS:
            assert each.verdict is Verdict.PASSED, each


def test_every_tricky_case_passes() -> None:
    found = results("tricky_cases.csv")
    assert [each.sentence for each in found if each.verdict is not Verdict.PASSED] == []


def test_every_end_to_end_case_passes() -> None:
    found = {
        each.row.name: each.verdict for each in results("law_vectors.csv") if each.row.cell("group") == "E2E"
    }
    assert set(found.values()) == {Verdict.PASSED}


@pytest.mark.parametrize("setting", sorted(set(worked.READINGS.values())))
@pytest.mark.parametrize("name", ["law_vectors.csv", "assess_cases.csv", "tricky_cases.csv"])
def test_every_worked_case_passes_on_every_reading(name: str, setting: str) -> None:
    assert worked.summary(results(name, setting))[1] == 0


def test_every_reading_named_by_a_case_of_the_assessment_is_known() -> None:
    not_readings = {"local_practice_extend_by_delay", "good_practice_next_working_day"}
    for each in results("law_vectors.csv"):
        if each.row.cell("group") in OURS:
            for part in filter(None, each.row.cell("alt_expected").split("|")):
                name = part.partition(":")[0]
                known = any(name.startswith(begins) for begins in worked.READINGS)
                assert known or name in not_readings, each.row.name


def test_a_reading_gives_its_own_value_and_fails_when_that_is_wrong() -> None:
    cells = "X,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-19,day_of_receipt_is_day_1:2026-10-20"
    (found,) = worked.check(worked.read([HEADER, cells]), LAW, ["week_mode=day_of_receipt_is_day_1"])
    assert found.verdict is Verdict.FAILED
    assert found.sentence == (
        "Line 2 (X), A02 due: computed 2026-10-18, expected 2026-10-20 (week_mode=day_of_receipt_is_day_1)"
    )


def test_a_wrong_value_fails_with_the_computed_and_the_expected_one() -> None:
    found = row("REQ-X,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-20")
    assert found.verdict is Verdict.FAILED
    assert found.sentence == "Line 2 (REQ-X), A02 due: computed 2026-10-19, expected 2026-10-20"


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("X,REQ,A02,2026-09-01,request_received=7 Sept,due,date,2026-10-19", "“7 Sept”, not a date"),
        ("X,REQ,A02,2026-09-01,request_received,due,date,2026-10-19", "write name=value"),
        ("X,REQ,A02,2026-09-01,request_received=,due,date,2026-10-19", "write name=value"),
        ("X,REQ,A02,2026-09-01,,due,date,2026-10-19", "names nothing that happened"),
        ("X,REQ,A02,soon,request_received=2026-09-07,due,date,2026-10-19", "rules_as_of is “soon”"),
        ("X,REQ,A02,2026-09-01,request_received=2026-09-07,due,day,2026-10-19", "kind is “day”"),
        ("X,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,", "expected must not be empty"),
        ("X,REQ,A02,2026-09-01,request_recieved=2026-09-07,due,date,2026-10-19", "“request_recieved”"),
        ("X,REQ,A02,2026-09-01,email_arrival_utc=today,due,date,2026-10-19", "not a moment such as"),
        ("X,EXC,A12,2026-09-01,request_received=2026-04-03,exception_available,bool,TRUE", "or a reason"),
        ("X,EXC,A12,2026-09-01,limit=3w;absent_from=2026-04-03,exception_available,bool,TRUE", "limit is “3w”"),
        ("X,EXC,A12,2026-09-01,absent_from=2026-04-03,exception_available,bool,TRUE", "needs request_received"),
        ("X,ADV,A11,2026-09-01,body_received_request=2026-04-03,body_limit_disapplied,bool,TRUE", "or a reason"),
        ("X,MSR,S01,2026-09-01,plans_all=many,rates_pct,value,1;1", "plans_all is “many”"),
        ("X,EXC,A10,2026-09-01,request_received=2001-01-01;absent_from=2001-01-02;absent_to=2001-03-01,"
         "exception_available,bool,TRUE", "A02 was not in force"),
        ("X,DRF,A07b,2026-05-01,family_confirms_nothing_more=yes,early_final_check,status,OK", "must come after"),
        ('X,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-19,,,,"a",b', "more cells than"),
    ],
)  # fmt: skip
def test_a_malformed_row_is_reported_with_its_line_and_a_sentence(cells: str, sentence: str) -> None:
    found = row(cells)
    assert found.verdict is Verdict.MALFORMED
    assert found.sentence.startswith("Line 2 (X): ")
    assert sentence in found.sentence


def test_a_row_without_a_name_is_named_by_its_line() -> None:
    assert (
        "Line 2 (line 2): vector_id must not be empty." in row(",REQ,A02,2026-09-01,a=b,due,date,x").sentence
    )


def test_a_short_row_says_which_cells_are_empty() -> None:
    assert "output, kind, expected must not be empty" in row("X,REQ,A02,2026-09-01,a=b").sentence


@pytest.mark.parametrize(
    "cells",
    [
        "X,REV,R99,2026-09-01,meeting=2026-12-04,decision_due,date,2027-01-01",
        "X,E2E,MULTI,2026-09-01,order_made=2026-12-04,all_due,multi,O99:2027-01-01",
        "X,E2E,MULTI,2026-09-01,request_received=2026-09-14,all_due,multi,R99:2027-01-01|?:x",
        "X,E2E,MULTI,2026-09-01,request_received=2026-09-14,all_due,multi,?:x",
        "X,STA,STATE,2026-09-01,final_sent=2027-01-29;vanished=2027-02-01,state,state,PLAN_MAINTAINED",
        "X,UNO,U03,2026-09-01,la_notifies_tribunal_unopposed=2026-06-15;appeal=cease,final_plan_due,date,2026-09-21",
        "X,REQ,A13,2001-09-01,decision_to_assess=2001-09-07,due,status,AS_SOON_AS_PRACTICABLE",
        "X,REQ,A02,2001-09-01,request_received=2001-09-07,due,date,2001-10-19",
    ],
)
def test_what_is_not_modelled_is_not_a_failure(cells: str) -> None:
    assert row(cells).verdict is Verdict.NOT_MODELLED


def test_lines_are_counted_over_quoted_line_breaks_and_empty_lines() -> None:
    good = 'A,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-19,,N,b,"two\nlines"'
    lines = [line + "\n" for line in (HEADER, *good.split("\n"), "", "B,REQ")]
    assert [each.row.line for each in worked.check(worked.read(lines), LAW)] == [2, 5]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "Line 1 must name the columns"),
        (["a,b"], "missing: vector_id"),
        ([HEADER, 'X,"' + "a" * 200_000 + '"'], "Line 2 cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_file_of_worked_cases_is_refused(lines: list[str], sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        list(worked.read(lines))


def test_the_summary_counts_a_malformed_row_as_failed() -> None:
    lines = [HEADER, "X,REQ", "Y,REV,R99,2026-09-01,meeting=2026-12-04,decision_due,date,2027-01-01"]
    assert worked.summary(worked.check(worked.read(lines), LAW)) == (0, 1, 1)
