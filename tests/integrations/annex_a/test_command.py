"""`alongside annex-a validate`, as a person runs it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli import today
from alongside.cli.annex_a import app
from alongside.integrations.sen2 import synthetic_files
from integrations.annex_a import making
from integrations.sen2.making import invented

RUN = CliRunner()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    wrong = making.row(1) | {"gender": "=1", "initial": making.date(2025, 6, 2)}
    return making.written(tmp_path / "a.xlsx", [wrong], [making.row(2)])


def test_json_is_an_array_of_findings_and_nothing_else(path: Path) -> None:
    done = RUN.invoke(app, ["validate", str(path), "--on", "2026-01-15", "--json"])
    found = json.loads(done.stdout)
    assert done.exit_code == 1
    assert all(set(each) >= {"rule", "list", "row", "severity", "message"} for each in found)
    assert [(each["rule"], each["list"], each["row"], each["severity"]) for each in found] == [
        ("106a", 1, 1, "error"),
        ("N08", 1, 1, "error"),
    ]
    assert found[0]["columns"] == ["Date initial EHC plan issued", "Date updated EHC plan issued"]


def test_lists_in_order_end_well(tmp_path: Path) -> None:
    path = making.written(tmp_path / "a.xlsx", [making.row(1)], [making.row(2)])
    done = RUN.invoke(app, ["validate", str(path), "--on", "15/01/2026"])
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert "as at 15/01/2026. List 1: 1 rows, List 2: 1 rows. 0 errors, 0 queries." in words
    assert json.loads(RUN.invoke(app, ["validate", str(path), "--on", "2026-01-15", "--json"]).stdout) == []


def test_findings_are_told_in_words_and_kept_in_a_csv_file_in_which_nothing_runs(
    path: Path, tmp_path: Path
) -> None:
    done = RUN.invoke(app, ["validate", str(path), "--on", "2026-01-15", "--csv", str(tmp_path / "f.csv")])
    assert "106a List 1, row 1: the initial plan is dated after the updated plan" in " ".join(
        done.stdout.split()
    )
    with (tmp_path / "f.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows if row["rule"] == "N08"] == ["'=1"]


def test_without_a_day_ages_count_today(path: Path) -> None:
    done = RUN.invoke(app, ["validate", str(path)])
    assert f"as at {today.today():%d/%m/%Y}" in " ".join(done.stdout.split())


def test_a_return_is_compared(path: Path, tmp_path: Path) -> None:
    synthetic_files.write_xml(tmp_path / "r.xml", *invented(30, year=2026))
    arguments = ["validate", str(path), "--on", "2026-01-15", "--sen2", str(tmp_path / "r.xml"), "--json"]
    rules = [each["rule"] for each in json.loads(RUN.invoke(app, arguments).stdout)]
    assert rules.count("R01") == 1
    assert rules.count("R06") == 1


@pytest.mark.parametrize("content", [None, b"", b"GIF89a"])
def test_what_cannot_be_read_is_a_sentence_and_status_two(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.xlsx").write_bytes(content)
    done = RUN.invoke(app, ["validate", str(tmp_path / "a.xlsx"), "--on", "2026-01-15", "--json"])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "a.xlsx" in " ".join(done.stderr.split())
