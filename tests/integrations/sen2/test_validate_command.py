"""`alongside sen2 validate`, as a person runs it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli.sen2 import app
from alongside.integrations.sen2 import synthetic_files
from integrations.sen2.making import invented

RUN = CliRunner()
KEYS = {"rule", "severity", "module", "person", "item", "value", "message", "mend"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    synthetic_files.write_xml(tmp_path / "r.xml", *invented(200))
    return tmp_path / "r.xml"


@pytest.fixture
def wrong(path: Path) -> Path:
    text = path.read_text().replace("<Ethnicity>", "<Ethnicity>=", 1).replace("<Sex>M</Sex>", "<Sex/>", 1)
    path.write_text(text)
    return path


def test_json_is_an_array_of_findings_and_nothing_else(wrong: Path) -> None:
    done = RUN.invoke(app, ["validate", str(wrong), "--json"])
    found = json.loads(done.stdout)
    assert done.exit_code == 1
    assert all(set(each) >= KEYS for each in found)
    errors = [each for each in found if each["severity"] == "error"]
    assert {each["item"] for each in errors} == {"Ethnicity", "Sex"}
    assert {each["rule"] for each in errors} == {"D03"}


def test_a_return_without_errors_ends_well(path: Path) -> None:
    done = RUN.invoke(app, ["validate", str(path)])
    words = " ".join(done.stdout.split())
    assert done.exit_code == 0
    assert "200 persons" in words
    assert "0 errors" in words
    assert "D21" in words
    assert "Not checked without the schools register" in done.stderr


def test_errors_are_told_with_person_place_and_how_to_mend_them(wrong: Path) -> None:
    words = " ".join(RUN.invoke(app, ["validate", str(wrong)]).stdout.split())
    assert "1 Person, Sex, line or row" in words
    assert "this item must be there for everybody and is missing" in words


def test_findings_go_to_a_csv_file_in_which_nothing_runs(wrong: Path, tmp_path: Path) -> None:
    RUN.invoke(app, ["validate", str(wrong), "--csv", str(tmp_path / "f.csv")])
    with (tmp_path / "f.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {row["value"] for row in rows if row["item"] == "Ethnicity"} == {"'=WBRI"}
    assert len(rows) == len(json.loads(RUN.invoke(app, ["validate", str(wrong), "--json"]).stdout))


def test_the_register_and_last_years_return_are_compared(path: Path, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("URN\n100000\n")
    synthetic_files.write_xml(tmp_path / "before.xml", *invented(100, year=2024))
    arguments = ["--register", str(tmp_path / "g.csv"), "--last-year", str(tmp_path / "before.xml"), "--json"]
    found = json.loads(RUN.invoke(app, ["validate", str(path), *arguments]).stdout)
    assert {"D24", "D39"} <= {each["rule"] for each in found}
    assert sum(each["rule"] == "D39" for each in found) == 2


@pytest.mark.parametrize("content", [None, b"", b"<Message><Person>"])
def test_what_cannot_be_read_is_a_sentence_and_status_two(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "r.xml"
    if content is not None:
        path.write_bytes(content)
    done = RUN.invoke(app, ["validate", str(path), "--json"])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "r.xml" in " ".join(done.stderr.split())
