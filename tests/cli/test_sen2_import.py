"""`alongside sen2 import` as an operator types it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.app import ports, scope
from alongside.cli.sen2 import app
from alongside.records.models import Case
from app.importing_files import ISSUED, ada, file
from cast import Cast


@pytest.fixture(autouse=True)
def _at(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports.PORTS, "now", lambda: cast.at)


def test_import_says_what_came_of_it_and_changes_nothing_the_second_time(cast: Cast, tmp_path: Path) -> None:
    path = str(file(tmp_path, [ada(ISSUED)]).path)
    done = CliRunner().invoke(app, ["import", path, "--authority", "931"])
    assert done.exit_code == 0, done.output
    assert (
        "SEN2 2025: 1 persons read, 1 cases opened, 0 added to, 0 unchanged; 4 events recorded."
        in done.stdout
    )
    assert "Every row and value of the return was used." in done.stderr
    again = CliRunner().invoke(app, ["import", path])
    assert "0 cases opened, 0 added to, 1 unchanged; 0 events recorded." in again.stdout
    assert "1 on record already, known again by UPN." in again.stdout


def test_what_could_not_be_used_is_printed_and_written(cast: Cast, tmp_path: Path) -> None:
    told = file(tmp_path, [ada(ISSUED)])
    told.path.write_text(told.path.read_text().replace("<Sex>F</Sex>", "<Sex>Q</Sex>"))
    written = tmp_path / "unusable.csv"
    done = CliRunner().invoke(app, ["import", str(told.path), "--unusable", str(written)])
    assert "1 rows or values could not be used:" in done.stderr
    assert "sex “Q”" in done.stderr
    assert written.read_text().splitlines()[0] == "table,row,person,column,value,reason"
    assert ",sex,Q," in written.read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--authority", "866"], "is of local authority 931, and the records here are those of 866"),
        (["--year", "2024"], "says that it is the return of 2025, not of 2024"),
    ],
)
def test_wrong_authority_or_year_is_a_sentence(
    cast: Cast, tmp_path: Path, arguments: list[str], words: str
) -> None:
    done = CliRunner().invoke(app, ["import", str(file(tmp_path, [ada(ISSUED)]).path), *arguments])
    assert done.exit_code == 1
    assert words in " ".join(done.stderr.split())
    with scope.opened(cast.officer):
        assert not Case.objects.filter(person__surname="Holm").exists()


def test_file_that_is_not_there_is_a_sentence(cast: Cast, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["import", str(tmp_path / "none.xml")])
    assert done.exit_code == 1
    assert "none.xml" in done.stderr
    assert "Traceback" not in done.output
