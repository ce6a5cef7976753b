"""`alongside sen2 figures`, as a person runs it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli.sen2 import app
from alongside.integrations.sen2 import figures, synthetic_files
from integrations.sen2.making import invented, write_workbook, xml

RUN = CliRunner()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    synthetic_files.write_xml(tmp_path / "r.xml", *invented(300))
    return tmp_path / "r.xml"


def test_figures_prints_every_published_column_and_how_day_140_was_read(path: Path) -> None:
    done = RUN.invoke(app, ["figures", str(path)])
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    found = figures.count(invented(300)[1], 2024, "931")
    for measures in (found.requests, found.assessments, found.timeliness):
        assert all(column in words for column in measures)
    assert f"day 140 after receipt is counted as in time ({found.timeliness['within_20w_inc']})" in words
    assert "is not verified" in words
    assert "Every row and value of the return was used." in done.stderr


def test_figures_as_csv_are_rows_of_the_published_tables_and_nothing_else(path: Path) -> None:
    done = RUN.invoke(app, ["figures", str(path), "--csv"])
    found = figures.count(invented(300)[1], 2024, "931")
    tables = [list(csv.DictReader(block.splitlines())) for block in done.stdout.split("\n\n")]
    for (row,), measures in zip(tables, (found.requests, found.assessments, found.timeliness), strict=True):
        assert row == {k: "" if v is None else str(v) for k, v in found.row(measures).items()}


def test_figures_as_json_hold_boundaries_notes_and_what_was_not_used(tmp_path: Path) -> None:
    path = xml(tmp_path, "<Person><Sex>X</Sex></Person>")
    done = RUN.invoke(app, ["figures", str(path), "--json"])
    found = json.loads(done.stdout)
    assert set(found) == {"requests", "assessments", "timeliness", "boundaries", "notes", "unusable"}
    assert found["unusable"][0]["value"] == "X"


def test_the_year_can_be_told(path: Path) -> None:
    done = RUN.invoke(app, ["figures", str(path), "--csv", "--year", "2023"])
    assert "\n2023,la," in done.stdout


def test_a_workbook_without_a_year_is_refused_with_what_to_do(tmp_path: Path) -> None:
    write_workbook(tmp_path / "r.xlsx", *invented(5))
    done = RUN.invoke(app, ["figures", str(tmp_path / "r.xlsx")])
    assert done.exit_code == 1
    assert "--year 2024" in " ".join(done.stderr.split())
    assert done.stdout == ""


def test_what_is_not_there_is_a_sentence_and_exit_status_one(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["figures", str(tmp_path / "gone.xml")])
    assert done.exit_code == 1
    assert "gone.xml: the file cannot be opened" in " ".join(done.stderr.split())


def test_every_unusable_row_can_be_written_to_a_file(tmp_path: Path) -> None:
    path = xml(tmp_path, "<Person><Sex>X</Sex></Person>" * 30)
    done = RUN.invoke(app, ["figures", str(path), "--unusable", str(tmp_path / "u.csv")])
    assert done.exit_code == 0
    assert "90 rows or values could not be used" in done.stderr
    assert "and 70 more, all in" in done.stderr
    with (tmp_path / "u.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 90
    assert {"table", "row", "person", "column", "value", "reason"} == set(rows[0])
    assert "add --unusable FILE.csv" in RUN.invoke(app, ["figures", str(path)]).stderr
