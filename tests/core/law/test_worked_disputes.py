"""Worked cases of disputes: their own file passes on every reading, and bad rows are told apart."""

from pathlib import Path

import pytest

from alongside.core.law import worked
from alongside.core.law.worked import Verdict
from alongside.core.law.worked_dispute_events import kind_of
from core.law.chronicles import LAW
from core.law.test_worked_cases import EXAMPLES, HEADER, row

GROUPS = {"MED", "APP", "ORD", "UNO"}


@pytest.mark.parametrize("setting", [None, *sorted(set(worked.READINGS.values()))])
@pytest.mark.parametrize("name", ["dispute_cases.csv", "law_vectors.csv"])
def test_every_worked_case_of_a_dispute_passes_on_every_reading(name: str, setting: str | None) -> None:
    lines = Path(EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    settings = [setting] if setting else []
    for each in worked.check(worked.read(lines), LAW, settings):
        if each.row.cell("group") in GROUPS or name == "dispute_cases.csv":
            assert each.verdict is Verdict.PASSED, each


def test_every_dispute_row_of_the_vocabulary_has_a_worked_case() -> None:
    """The vocabulary lists what a case may ask; each such question has an answer, in one file or the other."""
    asked = set()
    for name in ("dispute_cases.csv", "law_vectors.csv"):
        for each in worked.read((EXAMPLES / name).read_text(encoding="utf-8").splitlines()):
            asked.add((each.cell("rule_id"), each.cell("output")))
    listed = (EXAMPLES / "law_vocabulary.csv").read_text(encoding="utf-8").splitlines()[1:]
    for rule, output in (line.split(",")[:2] for line in listed):
        if rule[0] in "MFOU" and rule != "MULTI":
            assert (rule, output) in asked


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("assess", "ASSESS"),
        ("carry_out_assessment", "ASSESS"),
        ("refuse_to_reassess", "REASSESS"),
        ("re-assess", "REASSESS"),
        ("make_and_maintain_plan", "MAKE_PLAN"),
        ("refuse_to_issue", "MAKE_PLAN"),
        ("remit_reconsider", "RECONSIDER"),
        ("amend_provision", "AMEND_CONTENTS"),
        ("contents_B_F", "AMEND_CONTENTS"),
        ("refuse_to_amend", "AMEND_CONTENTS"),
        ("change_named_school_only", "CHANGE_SETTING"),
        ("contents_B_F_I", "AMEND_CONTENTS_AND_SETTING"),
        ("mixed", "AMEND_CONTENTS_AND_SETTING"),
        ("cease", "CONTINUE"),
        ("continue_to_maintain", "CONTINUE"),
        ("cease_agreed_to_amend", "CONTINUE_AND_AMEND"),
        ("short_breaks", None),
    ],
)
def test_the_words_of_a_case_are_read_as_what_is_to_be_done(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("X,ORD,O11,2026-09-01,order_made=2026-07-20;order_type=x,amended_plan_due,date,2026-08-24", "order_type is"),
        ("X,UNO,U04,2026-09-01,la_notifies_tribunal_unopposed=2026-06-15;appeal=x,amended_plan_due,date,2026-08-24",
         "appeal is “x”"),
        ("X,APP,F01t,2026-09-01,decision_sent=2026-02-10;received_at_tribunal=x,in_time,status,LATE", "not a moment"),
        ("X,UNO,U00,2026-09-01,la_concedes=2026-06-15,route,status,REG_45_AVAILABLE", "needs la_response_submitted"),
    ],
)  # fmt: skip
def test_a_malformed_row_says_what_to_mend(cells: str, sentence: str) -> None:
    found = row(cells)
    assert (found.verdict, sentence in found.sentence) == (Verdict.MALFORMED, True)


@pytest.mark.parametrize(
    "cells",
    [
        "X,APP,F01t,2026-09-01,decision_sent=2026-02-10;received_at_tribunal=2026-04-10T16:30+01:00,in_time,status,IN_TIME",
        "X,APP,F01t,2026-09-01,decision_sent=2026-02-10;received_at_tribunal=2026-04-10T16:30Z,in_time,status,LATE",
        "X,APP,F01t,2026-09-01,decision_sent=2028-12-04;received_at_tribunal=2029-02-01T12:00,in_time,status,UNKNOWN",
        "X,UNO,U00,2026-09-01,la_response_submitted=no;la_concedes=2026-06-15,route,status,REG_45_AVAILABLE",
        "X,UNO,U08,2026-09-01,la_notifies_tribunal_unopposed=2026-06-15;appeal=cease_agreed_to_amend,amended_plan_due,"
        "date,2026-07-20",
        "X,UNO,U03,2026-09-01,request_received=2026-01-05;refusal_notified=2026-02-10;la_notifies_tribunal_unopposed="
        "2026-06-15,final_plan_due,date,2026-09-21",
        "X,UNO,U03,2026-09-01,refusal_to_assess_sent=2026-02-10;appeal=2026-03-10;tribunal_notified=2026-06-15,"
        "final_plan_due,date,2026-09-21",
        "X,FIN,A06,2026-09-01,request_received=2026-01-05;refusal_notified=2026-02-10;la_concedes_informally=2026-03-10;"
        "tribunal_notified=no;tribunal_order=no,final_plan_due,date,2026-05-25",
        "X,ORD,O11,2026-09-01,order_made=2026-07-20;order_type=make_and_maintain_plan;tribunal_direction_date=2026-09-01,"
        "draft_due,date,2026-09-01",
        "X,ORD,O09,2026-09-01,la_notifies_tribunal_unopposed=2026-07-20;reason=illness,exception_available,bool,TRUE",
        "X,MED,M07,2026-09-01,mediation_agreement=2026-09-10;matter=make_plan,draft_due,date,2026-10-15",
        "X,MED,M07,2026-09-01,mediation_agreement=2026-09-10;matter=section_G,amended_plan_due,date,2026-10-15",
        "X,ORD,O06,2026-09-01,order_made=2026-07-20;order_type=as_directed,amended_plan_due,date,2026-08-03",
        "X,ORD,O10,2026-09-01,recommendation_made=2026-07-20;body=health,response_due,date,2026-08-24",
        "X,MED,M02,2026-09-01,decision_letter_sent=2026-03-01;adviser_told_no_mediation=2026-04-02;appeal_withdrawn=no,"
        "certificate_due,date,2026-04-09",
    ],
)
def test_other_ways_to_tell_of_a_dispute(cells: str) -> None:
    assert row(cells).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    "cells",
    [
        "X,ORD,O04,2001-09-01,order_made=2001-07-20;order_type=remit,reconsider_due,date,2001-08-03",
        "X,UNO,U02,2015-01-12,la_notifies_tribunal_unopposed=2015-01-12;appeal=refuse_to_assess,no_plan_notice_due,date,"
        "2015-03-23",
    ],
)
def test_what_was_not_law_then_is_not_worked_out(cells: str) -> None:
    assert row(cells).verdict is Verdict.NOT_MODELLED


@pytest.mark.parametrize(
    ("setting", "day"), [("shown_date=operational_target", "2026-08-03"), ("", "2026-08-03")]
)
def test_the_disabled_rule_is_worked_out_for_a_worked_case_only(setting: str, day: str) -> None:
    named = "order_made=2026-07-20;order_type=remit,reconsider_due,date,2026-08-03"
    cells = f"X,ORD,O04,2026-09-01,{named},operational_target:{day}"
    (found,) = worked.check(worked.read([HEADER, cells]), LAW, [setting] if setting else [])
    assert found.verdict is Verdict.PASSED
