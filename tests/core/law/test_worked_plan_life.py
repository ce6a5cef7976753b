"""Worked cases of the life of a plan pass on every reading, and say what they cannot answer."""

from pathlib import Path

import pytest

from alongside.core.law import rule_page, worked
from alongside.core.law.worked import Result, Verdict
from alongside.core.law.worked_plan_life import same_state
from core.law.chronicles import LAW

CASES = Path(rule_page.__file__).parent / "examples" / "plan_life_cases.csv"
HEADER = "vector_id,group,rule_id,rules_as_of,events_in,output,kind,expected"
OURS = {"RAS", "TRF", "CEA", "DET", "OTH"}


def row(cells: str) -> Result:
    (found,) = worked.check(worked.read([HEADER, f"X,X,{cells}"]), LAW)
    return found


@pytest.mark.parametrize("setting", ["", *sorted(set(worked.READINGS.values()))])
def test_every_worked_case_passes_on_every_reading(setting: str) -> None:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    found = list(worked.check(worked.read(lines), LAW, [setting] if setting else []))
    assert [each.sentence for each in found if each.verdict is not Verdict.PASSED] == []


def test_every_case_of_the_specification_in_these_groups_passes() -> None:
    lines = (CASES.parent / "law_vectors.csv").read_text(encoding="utf-8").splitlines()
    found = [each for each in worked.check(worked.read(lines), LAW) if each.row.cell("group") in OURS]
    assert len(found) == 20
    assert {each.verdict for each in found} == {Verdict.PASSED}


@pytest.mark.parametrize(
    ("cells", "computed"),
    [
        (
            "T06,2026-08-01,assessment_in_progress=2026-06-01,episode_status,status,OLD_EPISODE_CLOSED",
            "OLD_EPISODE_OPEN",
        ),
        ("C06,2026-08-01,request_received=2026-06-01,case_status,status,ALL_TIMERS_CANCELLED", "TIMERS_RUN"),
        ("C04,2026-08-01,dob=2001-11-05,latest_end,date,2027-07-31", "UNKNOWN"),
        (
            "Z02,2026-05-01,last_assessment=2026-01-01;reassessment_request_received=2026-07-01,"
            "la_may_refuse_on_6_month_ground,bool,TRUE",
            "FALSE",
        ),
        ("T03,2026-05-01,transfer_date=2026-07-01,review_by,date,2026-09-30", "UNKNOWN"),
        (
            "C03,2026-05-01,cease_decision_sent=2026-02-10;cease_reversed=none;appeal=2026-03-01,earliest_cease,date,2026-04-11",
            "UNKNOWN",
        ),
    ],
)
def test_a_case_that_expects_something_else_fails_with_what_is_computed(cells: str, computed: str) -> None:
    found = row(cells)
    assert (found.verdict, found.computed) == (Verdict.FAILED, computed)


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ("T06,2026-08-01,child_died=2026-06-01,episode_status,status,OLD_EPISODE_CLOSED", Verdict.MALFORMED),
        ("T01,2026-08-01,old_la_aware=2026-06-01,transfer_date_due,date,2026-06-01", Verdict.MALFORMED),
        (
            "L01,1999-08-01,knew_of_matter=1999-06-01,complain_to_ombudsman_by,date,2000-05-31",
            Verdict.NOT_MODELLED,
        ),
        ("D07,2026-08-01,released=2026-06-01;plan_held=no,review_due,status,AS_SOON", Verdict.NOT_MODELLED),
        (
            "D05,2026-08-01,detained=2026-03-01;attention_in_detention=2026-03-02;released=2026-06-01;same_la=no,"
            "final_plan_due,date,2026-07-20",
            Verdict.PASSED,
        ),
    ],
)
def test_a_case_that_cannot_be_answered_says_why(cells: str, verdict: Verdict) -> None:
    assert row(cells).verdict is verdict


def test_states_are_compared_by_region_and_in_any_order() -> None:
    assert same_state("PLAN_MAINTAINED;CEASE=CEASE_DECIDED_HOLD", "CEASE_DECIDED_HOLD;PLAN_MAINTAINED")
    assert same_state("PLAN_MAINTAINED;DETENTION=DETAINED", "PLAN_MAINTAINED;OVERLAY=DETAINED")
    assert same_state("CLOSED_MOVED;TRANSFER=TRANSFERRED_OUT", "TRANSFERRED_OUT")
    assert not same_state("PLAN_MAINTAINED;DISPUTE=APPEAL_WINDOW_OPEN", "PLAN_MAINTAINED")
    assert not same_state("PLAN_MAINTAINED", "CLOSED_MOVED")
    assert not same_state("PLAN_MAINTAINED", "NO_SUCH_STAGE")
