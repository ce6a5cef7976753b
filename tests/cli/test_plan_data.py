"""`alongside plan export` and `alongside plan import`: out and in again, in an officer's name."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from alongside.app import ports
from alongside.app.actions import plan_items, plans
from alongside.app.actions.plan_items import Step
from alongside.cli.plan import app
from cast import Cast
from plan_cast import assessing
from plan_item_cast import held, threaded

CORA = "cora.coordinator@example.org"


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture
def case(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A plan of five items, on the cast's day."""
    monkeypatch.setattr(ports.PORTS, "now", lambda: cast.at)
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    threaded(cast, case)
    return case


def test_plan_is_written_and_read_again(cast: Cast, case: UUID, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    status, said = run("export", cast.case.reference, "--json", file, "--as", CORA)
    assert (status, "5 items" in said) == (0, True)
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "ehc-plan"
    before = held(cast, case).content
    for item in before.items:
        plan_items.move(case, UUID(item.thread), Step.OUT, by=cast.officer, at=cast.at)
    status, said = run("import", file, "--as", CORA.upper())
    assert (status, "Version 1" in said) == (0, True)
    assert held(cast, case).content == before


def test_file_that_is_there_is_not_written_over(cast: Cast, case: UUID, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("mine")
    status, said = run("export", cast.case.reference, "--json", file, "--as", CORA)
    assert (status, "cannot be written there" in said) == (1, True)
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("export", "E26-99999", "--json", "x.json", "--as", CORA),
            "No plan has been started in a case E26-99999",
        ),
        (
            ("export", "E26-00001", "--json", "x.json", "--as", "who@example.org"),
            "Nobody here signs in as who@",
        ),
        (
            ("export", "E26-00001", "--json", "x.json", "--as", CORA, "--version", "7"),
            "There is no such case",
        ),
        (("import", "not-there.json", "--as", CORA), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    case: UUID, words: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, said = run(*words)
    assert status == 1
    assert sentence in said


def test_person_who_may_not_write_the_plan_brings_none_in(cast: Cast, case: UUID, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    run("export", cast.case.reference, "--json", file, "--as", CORA)
    status, said = run("import", file, "--as", "priya.chair@example.org")
    assert (status, "This person may not do that" in said) == (1, True)


def test_file_that_is_no_plan_says_where_it_is_wrong(case: UUID, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text('{"format": "ehc-plan"}', encoding="utf-8")
    status, said = run("import", file, "--as", CORA)
    assert (status, "“format_version” is missing" in said) == (1, True)
