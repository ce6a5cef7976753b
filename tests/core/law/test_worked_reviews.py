"""The worked cases of reviews, amendments and moves between phases pass on every reading; every form is understood."""

import csv
from pathlib import Path

import pytest

from alongside.core.law import rule_page, worked
from alongside.core.law.worked import Result, Verdict
from alongside.core.law.worked_reviews import REVIEW_OUTPUTS
from core.law.chronicles import LAW

EXAMPLES = Path(rule_page.__file__).parent / "examples"
HEADER = "vector_id,group,rule_id,rules_as_of,events_in,output,kind,expected"
OURS = {"REV", "AMD", "PHT"}


def results(name: str, *settings: str) -> list[Result]:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    return list(worked.check(worked.read(lines), LAW, settings))


def row(cells: str) -> Result:
    (found,) = worked.check(worked.read([HEADER, cells]), LAW)
    return found


@pytest.mark.parametrize("setting", ["", *sorted(set(worked.READINGS.values()))])
def test_every_worked_case_of_reviews_passes_on_every_reading(setting: str) -> None:
    found = results("review_cases.csv", *([setting] if setting else []))
    assert [each.sentence for each in found if each.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("setting", ["", *sorted(set(worked.READINGS.values()))])
def test_no_vector_of_the_review_groups_is_left_out(setting: str) -> None:
    found = results("law_vectors.csv", *([setting] if setting else []))
    ours = [each for each in found if each.row.cell("group") in OURS]
    assert len(ours) == 24
    assert {each.verdict for each in ours} == {Verdict.PASSED}


def test_every_reading_that_a_review_case_names_is_known() -> None:
    for name in ("law_vectors.csv", "review_cases.csv"):
        for each in results(name):
            if each.row.cell("group") in OURS:
                for part in filter(None, each.row.cell("alt_expected").split("|")):
                    reading = part.partition(":")[0]
                    assert any(reading.startswith(begins) for begins in worked.READINGS), reading


def test_every_form_of_the_vocabulary_has_a_worked_case() -> None:
    rows = [each.row for name in ("law_vectors.csv", "review_cases.csv") for each in results(name)]
    written = {
        (
            row.cell("rule_id"),
            row.cell("output"),
            "; ".join(part.partition("=")[0].strip() for part in row.cell("events_in").split(";")),
        )
        for row in rows
    }
    vocabulary = csv.DictReader((EXAMPLES / "law_vocabulary.csv").read_text(encoding="utf-8").splitlines())
    for each in vocabulary:
        if (each["rule_id"], each["output"]) in REVIEW_OUTPUTS:
            for form in each["events_in_forms"].split(" | "):
                assert (each["rule_id"], each["output"], form) in written, form


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("X,PHT,P01,2026-09-01,transfer_year=2027,final_amended_by,date,2027-02-15", "needs transfer_type"),
        (
            "X,PHT,P01,2026-09-01,transfer_year=2027;transfer_type=up,final_amended_by,date,x",
            "transfer_type is “up”",
        ),
        (
            "X,PHT,P04,2026-09-01,school_type=all_through,phase_transfer_applies,status,x",
            "year_moves must be",
        ),
        ("X,CEA,C02,2026-09-01,meeting=2026-10-05;outcome=ask,decision_due,date,x", "outcome is “ask”"),
        ("X,REV,R06,2026-09-01,meeting=soon,decision_due,date,x", "meeting is “soon”"),
    ],
)
def test_a_case_that_cannot_be_read_says_what_to_mend(cells: str, sentence: str) -> None:
    found = row(cells)
    assert found.verdict is Verdict.MALFORMED
    assert sentence in found.sentence


@pytest.mark.parametrize(
    "cells",
    [
        "X,REV,R15,2001-09-01,term_starts=2001-09-03,termly_list_latest,date,2001-08-20",
        "X,PHT,P00,2015-01-01,transfer_year=2016;transfer_type=secondary_to_post16,final_amended_by,date,2016-05-31",
        "X,REV,R02,2026-09-01,plan_made=none;last_review_decision_notified=none,review_period_ends,date,x",
    ],
)
def test_what_was_not_law_or_did_not_happen_has_no_date(cells: str) -> None:
    assert row(cells).verdict in (Verdict.NOT_MODELLED, Verdict.MALFORMED)


def test_a_wrong_date_fails() -> None:
    found = row("X,AMD,R11,2026-09-01,meeting=2026-02-06,final_amended_outer,date,2026-05-08")
    assert (found.verdict, found.computed) == (Verdict.FAILED, "2026-05-01")
