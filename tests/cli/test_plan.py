"""The command `alongside plan`."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli.plan import app
from alongside.core.plan.checks.finding import rules
from alongside.integrations.plan_files import folder

PLANS = Path(__file__).parents[1] / "plans"
FIELDS = {"plan", "doc", "rule", "kind", "severity", "section", "text", "why", "question", "ask"}


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


def test_plan_with_faults_is_told_with_words_reason_and_question(tmp_path: Path) -> None:
    out = tmp_path / "findings.json"
    advice = PLANS / "advice_01_ep.docx"
    status, said = run(
        "check", PLANS / "plan_01.docx", "--case", PLANS / "case_01.toml", "--advice", advice, "--json", out
    )
    assert status == 1
    assert "[insert name of setting]" in said
    assert "Ask the plan writer: What belongs here, and who knows it?" in said.replace("\n", " ")
    findings = json.loads(out.read_text(encoding="utf-8"))
    assert all(set(finding) == FIELDS for finding in findings)
    assert {finding["plan"] for finding in findings} == {"plan_01"}
    assert "advice_01_ep" in {finding["doc"] for finding in findings}


def test_plan_in_order_has_nothing_that_stops_it() -> None:
    status, said = run("check", PLANS / "plan_03.docx", "--case", PLANS / "case_03.toml")
    assert status == 0
    assert "0 stops the issue" in said


def test_last_years_plan_shows_what_was_taken_out() -> None:
    status, said = run("check", PLANS / "plan_01.docx", "--against", PLANS / "plan_03.docx")
    assert status == 1
    assert "Last year's plan provided this" in said.replace("\n", " ")


def test_folder_gives_a_heat_map_and_all_findings(tmp_path: Path) -> None:
    out = tmp_path / "findings.json"
    status, said = run("check", PLANS, "--json", out)
    assert status == 1
    assert "plan_06" in said
    assert "VAGUE_3" in said
    findings = json.loads(out.read_text(encoding="utf-8"))
    assert {finding["plan"] for finding in findings} == {f"plan_0{number}" for number in range(1, 7)}
    kinds = {
        row["kind"]
        for path in PLANS.glob("labels_*.csv")
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    }
    assert {finding["kind"] for finding in findings} <= {rule.kind for rule in rules().values()}
    assert {finding["kind"] for finding in findings} - {"SECTION_MISSING"} <= kinds


def test_many_plans_are_checked_on_all_cores_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 4):
        for path in PLANS.glob(f"*_0{number}*"):
            shutil.copy(path, tmp_path / path.name)
    alone = list(folder.checked(tmp_path, processes=1))
    monkeypatch.setattr(folder, "ONE_PROCESS_UP_TO", 0)
    seen: list[int] = []
    assert list(folder.checked(tmp_path, processes=2, done=seen.append)) == alone
    assert sum(seen) == 2
    assert any(finding.kind == "COPIED_TEXT" for result in alone for finding in result.findings)


def test_of_many_plans_those_with_most_findings_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.cli.plan.MOST_ROWS", 5)
    said = run("check", PLANS)[1]
    assert "plan_03" not in said
    assert "5 plans with most are shown of 6" in said


def test_what_cannot_be_read_is_said_and_the_status_is_2(tmp_path: Path) -> None:
    (tmp_path / "plan_01.docx").write_bytes(b"x")
    status, said = run("check", tmp_path)
    assert (status, "plan_01.docx" in said) == (2, True)
    status, said = run("check", tmp_path / "plan_01.docx")
    assert (status, "plan_01.docx" in said) == (2, True)


def test_folder_takes_no_case_of_its_own() -> None:
    status, said = run("check", PLANS, "--case", PLANS / "case_01.toml")
    assert (status, "leave out --case" in said.replace("\n", " ")) == (2, True)


def test_findings_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    status, said = run("check", PLANS / "plan_03.docx", "--json", tmp_path / "no" / "where.json")
    assert (status, "cannot be written" in said.replace("\n", " ")) == (2, True)


def test_list_of_rules_is_written(tmp_path: Path) -> None:
    page = tmp_path / "rules.md"
    assert run("rules", page)[0] == 0
    assert "### F.1 Provision commits somebody" in page.read_text(encoding="utf-8")
