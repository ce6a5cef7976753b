"""`alongside sen2 write` and `alongside annex-a write` as a data officer types them."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.app import ports
from alongside.cli import annex_a, sen2
from alongside.integrations.annex_a import validate
from alongside.integrations.sen2 import load, returns
from alongside.records.models import LedgerEntry
from app.importing_files import AWAITING, ISSUED, ada, file
from cast import Cast

PLACED = returns.Placement(urn="123456", rank="1", entry_on=ISSUED.received_on)
IN_FORCE = replace(
    ISSUED, active_plan=returns.ActivePlan(placements=(PLACED,), needs=(returns.Need("ASD", "1"),))
)


@pytest.fixture(autouse=True)
def _at(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports.PORTS, "now", lambda: cast.at)
    persons = [ada(IN_FORCE), ada(AWAITING, upn="X845212818005", surname="Garth")]
    load.take_over(file(tmp_path, persons), by=cast.service, at=cast.at)


def test_return_is_written_in_both_forms_with_what_is_wrong_in_it(tmp_path: Path) -> None:
    out, folder, wrong = tmp_path / "out.xml", tmp_path / "csv", tmp_path / "wrong.csv"
    arguments = ["write", "--year", "2025", "--out", str(out), "--csv", str(folder), "--findings", str(wrong)]
    done = CliRunner().invoke(sen2.app, arguments)
    assert done.exit_code == 0, done.output
    assert "Return of 2025 as at 16/01/2025: 2 persons, 1 plans in force." in done.stdout
    assert out.is_file()
    assert len(list(folder.glob("*.csv"))) == 9
    assert wrong.read_text().splitlines()[0] == "case,rule,severity,module,person,item,value,message,mend"
    assert any(line.startswith("E26-") and ",D03,error," in line for line in wrong.read_text().splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--year", "2025"], "Say where to write"),
        (["--year", "2022", "--out", "x.xml"], "2023 to 2027, not for 2022"),
    ],
)
def test_what_cannot_be_written_is_a_sentence(arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(sen2.app, ["write", *arguments])
    assert done.exit_code == 1
    assert words in " ".join(done.stderr.split())


def test_lists_are_written_and_checked(cast: Cast, tmp_path: Path) -> None:
    out = tmp_path / "lists.xlsx"
    done = CliRunner().invoke(annex_a.app, ["write", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "List 1: 1 rows, List 2: 0 rows." in done.stdout
    checked = validate.check(out, on=cast.at.date())
    assert checked.rows == {1: 1, 2: 0}
    assert LedgerEntry.objects.filter(deed="ANNEX_A_WRITTEN").count() == 1


def test_lists_that_cannot_be_put_there_are_a_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(annex_a.app, ["write", "--out", str(tmp_path / "no" / "lists.xlsx")])
    assert done.exit_code == 1
    assert "the lists cannot be written there" in " ".join(done.stderr.split())
