"""What the forms yield in the child is what arrives in the parent, and each refusal has its sentence."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from alongside.integrations.safe_files import reading
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import read, synthetic_files
from alongside.integrations.sen2.forms import blade, workbook
from alongside.integrations.sen2.forms import xml as xml_form
from integrations.sen2.making import invented, write_workbook

OPTIONS = {"most_bytes": 10_000_000}


@pytest.fixture
def returns_in_each_form(tmp_path: Path) -> dict[str, Path]:
    header, persons = invented(40)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    synthetic_files.write_zip(tmp_path / "r.zip", header, persons, tmp_path / "folder")
    write_workbook(tmp_path / "r.xlsx", header, persons)
    return {name: tmp_path / name for name in ("r.xml", "r.zip", "folder", "r.xlsx")}


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("r.xml", xml_form.records),
        ("folder", blade.folder_records),
        ("r.zip", workbook.zip_records),
        ("r.xlsx", workbook.zip_records),
    ],
)
def test_what_arrives_is_what_the_form_yields(
    name: str, reader: Any, returns_in_each_form: dict[str, Path]
) -> None:
    path = returns_in_each_form[name]
    here = list(reader(str(path), OPTIONS))
    there = list(reading.records(path, read.form_of(path), options=OPTIONS))
    assert here == there
    assert sum("person" in record for record in here) == 40


def test_xml_without_header_or_person_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<html/>")
    with pytest.raises(FileRefused, match="not a SEN2 return"):
        list(xml_form.records(str(tmp_path / "x.xml"), {}))


def test_items_given_twice_and_unknown_groups_are_kept_for_the_report(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<Person><Sex>M</Sex><Sex>F</Sex><Odd><Item>1</Item></Odd></Person>")
    assert list(xml_form.records(str(tmp_path / "x.xml"), {})) == [
        {"person": {"_row": 1, "sex": "M", "_again": [["sex", "F"]], "_unknown": ["odd"]}}
    ]


def test_two_exports_in_one_folder_are_refused(tmp_path: Path) -> None:
    for name in ("a_person.csv", "b_person.csv"):
        (tmp_path / name).write_text("persontableid\n")
    with pytest.raises(FileRefused, match="two files hold the table “person”"):
        list(blade.folder_records(str(tmp_path), {}))


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(FileRefused, match=r"no file whose name ends in _person\.csv"):
        list(blade.folder_records(str(tmp_path), {}))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "a_person.csv").write_text("persontableid\n1\n")
    (tmp_path / "a_requests.csv").write_text("requeststableid,persontableid\n1,1\n2,8\n")
    found = list(blade.folder_records(str(tmp_path), {}))
    assert {"person": {"_row": 2, "requests": [{"_row": 2}]}} in found
    told = [record["unusable"] for record in found if "unusable" in record]
    assert [t["table"] for t in told if t["row"] == 0] == [
        "sen2",
        "assessment",
        "namedplan",
        "plandetail",
        "activeplans",
        "placementdetail",
        "senneed",
    ]
    assert [(t["row"], t["value"]) for t in told if t["row"]] == [(3, "8")]


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (b"persontableid\n\x00", "bytes that are not text"),
        (b"surname\nHolm", "has no column persontableid"),
        (
            b'persontableid,surname\n1,"' + b"a" * 200_000 + b'"',
            "not a table of comma separated values at line 2",
        ),
    ],
)
def test_a_csv_file_that_cannot_be_read_is_refused_by_name(person: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "a_person.csv").write_bytes(person)
    (tmp_path / "a_requests.csv").write_text("requeststableid,persontableid\n")
    with pytest.raises(FileRefused, match=words):
        list(blade.folder_records(str(tmp_path), {}))


def test_a_table_whose_key_column_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a_person.csv").write_text("persontableid\n1\n\n1\n,\n")
    (tmp_path / "a_requests.csv").write_text("requeststableid,persontableid\n1,1,x\n")
    (tmp_path / "a_senneed.csv").write_text("sentype\nASD\n")
    found = list(blade.folder_records(str(tmp_path), {}))
    told = {(r["unusable"]["table"], r["unusable"]["row"]) for r in found if "unusable" in r}
    assert {("senneed", 1), ("person", 4), ("requests", 2)} <= told


def test_a_workbook_without_its_sheets_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "w.xlsx")
    with pytest.raises(FileRefused, match="no sheet named “Person”"):
        list(workbook.records(str(tmp_path / "w.xlsx"), {}))


def test_a_workbook_with_a_header_sheet_gives_its_header(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in (
        ("Header", [["Year", "LA Number"], [2025, 931]]),
        ("Person", [["PersonTableId"], [1]]),
        ("Requests", [["RequestsTableId", "PersonTableId"], [5, 1]]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "w.xlsx")
    found = list(workbook.records(str(tmp_path / "w.xlsx"), {}))
    assert {"sen2": {"_row": 2, "year": "2025", "lea": "931"}} in found
    assert {"person": {"_row": 2, "requests": [{"_row": 2}]}} in found
