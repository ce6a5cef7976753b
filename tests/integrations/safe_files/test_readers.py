"""The careful readers themselves, run here on small files: what the child would run."""

import datetime
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from alongside.integrations.safe_files import archives, child, workbooks, xml
from alongside.integrations.safe_files.refusal import FileRefused


def zipped(path: Path, **members: bytes) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return str(path)


def workbook(path: Path, *rows: list[object]) -> str:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return str(path)


def test_cells_become_text_as_a_person_would_type_them(tmp_path: Path) -> None:
    cells = [" Holm ", 12, 12.0, 12.5, True, False, datetime.date(2024, 2, 1), None]
    moment = datetime.datetime(2024, 2, 1, 9, 30)
    path = workbook(tmp_path / "w.xlsx", [*cells, moment])
    assert list(workbooks.rows(path, "Sheet")) == [
        (1, ["Holm", "12", "12", "12.5", "1", "0", "2024-02-01", "", "2024-02-01T09:30:00"])
    ]
    assert workbooks.text(datetime.date(2024, 2, 1)) == "2024-02-01"


def test_empty_rows_are_passed_over_and_still_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "w.xlsx", [None], ["a"], [None], ["b"])
    assert list(workbooks.rows(path, "Sheet")) == [(2, ["a"]), (4, ["b"])]


def test_a_sheet_that_is_too_wide_is_refused_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "w.xlsx", list(range(513)))
    with pytest.raises(FileRefused, match="sheet “Sheet” is 513 columns wide; at most 512"):
        list(workbooks.rows(path, "Sheet"))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "w.xlsx", **{"xl/workbook.xml": b"<no"})
    with pytest.raises(FileRefused, match="not a workbook that can be read"):
        workbooks.sheet_names(path)


def test_a_zip_gives_its_contents(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", a=b"hello")
    with archives.opened(path, most_bytes=10) as archive:
        assert archives.contents(archive, "a", most_bytes=10) == b"hello"


def test_a_zip_that_declares_too_much_is_refused_before_unpacking(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", a=b"hello")
    with pytest.raises(FileRefused, match="unpacks to more than"), archives.opened(path, most_bytes=4):
        pass


def test_a_member_that_unpacks_to_too_much_is_stopped(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", a=b"hello")
    with archives.opened(path, most_bytes=10) as archive, pytest.raises(FileRefused, match="unpacks to more"):
        archives.contents(archive, "a", most_bytes=4)


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", **{str(n): b"" for n in range(201)})
    with (
        pytest.raises(FileRefused, match="holds 201 files; at most 200"),
        archives.opened(path, most_bytes=9),
    ):
        pass


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = Path(zipped(tmp_path / "z.zip", a=b"hello"))
    content = bytearray(path.read_bytes())
    flags = content.find(b"PK\x01\x02") + 8
    content[flags : flags + 2] = struct.pack("<H", 1)
    path.write_bytes(content)
    with pytest.raises(FileRefused, match="locked with a password"), archives.opened(str(path), most_bytes=9):
        pass


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(b"PK\x03\x04 and no more")
    with (
        pytest.raises(FileRefused, match="zip file is damaged"),
        archives.opened(str(tmp_path / "z.zip"), most_bytes=9),
    ):
        pass


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!DOCTYPE a><a/>", "declares a document type"),
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
            "declares a document type",
        ),
        (b"<a><b></a>", "at line 1"),
        (b"<a>&unknown;</a>", "not complete, well formed XML"),
    ],
)
def test_xml_that_is_unsafe_or_broken_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(content)
    with pytest.raises(FileRefused, match=words):
        list(xml.elements(str(tmp_path / "x.xml"), ["a"]))


def test_elements_are_found_in_any_namespace(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text('<a xmlns="urn:one"><b/><c xmlns="urn:two"/><b/></a>')
    names = [xml.local_name(e) for e in xml.elements(str(tmp_path / "x.xml"), ["b", "c"])]
    assert names == ["b", "c", "b"]


def test_readers_live_among_the_integrations() -> None:
    assert child.load("alongside.integrations.safe_files.xml:elements") is xml.elements
    with pytest.raises(ValueError, match="not in os"):
        child.load("os:system")
