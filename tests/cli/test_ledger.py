"""`alongside ledger verify` on files as an authority would hand them over."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli.ledger import app
from alongside.core.ledger import chain
from core.ledger.sealed import START, lines
from core.ledger.sealed import chain as sealed

ENTRIES = sealed(30)


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.jsonl"
    file.write_bytes(b"".join(lines(ENTRIES)))
    return file


def test_whole_ledger_is_found_whole(exported: Path) -> None:
    root = chain.root_of(ENTRIES[19].head, at=START).text()
    done = CliRunner().invoke(app, ["verify", str(exported), "--root", root])
    assert done.exit_code == 0
    assert done.stdout.startswith("WHOLE: 30 entries")
    assert "entry 20 is the one published" in done.stdout


def test_damage_is_found_and_exits_with_one(exported: Path) -> None:
    exported.write_bytes(exported.read_bytes().replace(b"case:9", b"case:8", 1))
    done = CliRunner().invoke(app, ["verify", str(exported)])
    assert done.exit_code == 1
    assert done.stdout.startswith("NOT WHOLE: Line 9 is at fault")


def test_cut_off_end_is_found_with_the_root(exported: Path) -> None:
    root = chain.root_of(ENTRIES[-1].head, at=START).text()
    exported.write_bytes(b"".join(lines(ENTRIES[:-3])))
    assert CliRunner().invoke(app, ["verify", str(exported)]).exit_code == 0
    done = CliRunner().invoke(app, ["verify", str(exported), "--root", root])
    assert done.exit_code == 1
    assert "The ledger ends at entry 27" in done.stdout


def test_ledger_that_cannot_be_read_is_not_called_whole(tmp_path: Path, exported: Path) -> None:
    done = CliRunner().invoke(app, ["verify", str(tmp_path / "absent.jsonl")])
    assert done.exit_code == 2
    assert "Not checked: " in done.stderr
    assert "absent.jsonl" in done.stderr
    done = CliRunner().invoke(app, ["verify", str(exported), "--root", "931"])
    assert done.exit_code == 2
    assert "“931” is not a root" in done.stderr
