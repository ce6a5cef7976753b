"""`alongside`: commands are found by name, imported only when used, and say what they did."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from alongside.app import scope
from alongside.cli.main import GROUPS, app
from alongside.records.models import Due
from cast import HERE, Cast

run = CliRunner()


def test_each_command_is_listed_with_what_it_does() -> None:
    shown = run.invoke(app, ["--help"]).stdout
    for name in ("setup", "serve", "worker", "law", "sen2", "annex-a", "ledger", "caches"):
        assert name in GROUPS
        assert f" {name} " in shown


def test_unknown_command_is_refused_in_words() -> None:
    done = run.invoke(app, ["nonsense"])
    assert done.exit_code == 2
    assert "nonsense" in done.output


def test_law_is_checked_without_django() -> None:
    code = (
        "import sys; from alongside.cli.main import app; from typer.testing import CliRunner;"
        "CliRunner().invoke(app, ['law', '--help']); CliRunner().invoke(app, ['ledger', '--help']);"
        "print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_ledger_is_verified_in_the_database(cast: Cast) -> None:
    done = run.invoke(app, ["ledger", "verify"])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("WHOLE: ")


def test_root_exported_and_verified_again_agree(cast: Cast, tmp_path: Path) -> None:
    root = run.invoke(app, ["ledger", "root"]).stdout.strip()
    file = tmp_path / "ledger.jsonl"
    assert run.invoke(app, ["ledger", "export", str(file)]).exit_code == 0
    assert run.invoke(app, ["ledger", "verify", str(file), "--root", root]).exit_code == 0
    assert run.invoke(app, ["ledger", "verify", "--root", root]).exit_code == 0


def test_export_overwrites_nothing(cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    file.write_text("kept")
    done = run.invoke(app, ["ledger", "export", str(file)])
    assert done.exit_code == 2
    assert "Not written" in done.stderr
    assert file.read_text() == "kept"


@pytest.fixture
def on_the_day(settings: Any, cast: Cast) -> None:
    from datetime import date

    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def test_compare_finds_a_difference_and_rebuild_mends_it(cast: Cast, on_the_day: None) -> None:
    assert run.invoke(app, ["caches", "compare"]).exit_code == 0
    with scope.opened_to_all(HERE):
        Due.objects.filter(rule="A02").delete()
    done = run.invoke(app, ["caches", "compare"])
    assert done.exit_code == 1
    assert "E26-00001: due_cache A02" in done.stdout
    assert run.invoke(app, ["caches", "rebuild"]).exit_code == 0
    assert run.invoke(app, ["caches", "compare"]).exit_code == 0
