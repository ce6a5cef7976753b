"""No file from outside kills a process: each becomes one sentence, soon, in little memory."""

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import read

Maker = Callable[[Path], Path]
PERSON = b"<Person><Surname>Marsh</Surname></Person>"


def entity_bomb(folder: Path) -> Path:
    names = [f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12)]
    return written(
        folder / "bomb.xml",
        f'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY e0 "ha">{"".join(names)}]><Message>'
        "<Person><Surname>&e11;</Surname></Person></Message>".encode(),
    )


def entity_bomb_in_utf16(folder: Path) -> Path:
    text = entity_bomb(folder).read_text().replace('version="1.0"', 'version="1.0" encoding="utf-16"')
    return written(folder / "wide.xml", text.encode("utf-16"))


def document_type_in_utf16(folder: Path) -> Path:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE m [<!ENTITY e "ha">]><m><Person/></m>'
    return written(folder / "wide.xml", text.encode("utf-16"))


def external_entity(folder: Path) -> Path:
    secret = written(folder / "secret.txt", b"the secret")
    doctype = f'<!DOCTYPE m [<!ENTITY x SYSTEM "file://{secret}">]>'
    person = "<Message><Person><Surname>&x;</Surname></Person></Message>"
    return written(folder / "external.xml", (doctype + person).encode())


def truncated(folder: Path) -> Path:
    return written(folder / "cut.xml", b"<Message><Persons>" + PERSON * 3 + b"<Person><Sur")


def deeply_nested(folder: Path) -> Path:
    return written(folder / "deep.xml", b"<Message>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</Message>")


def one_huge_text(folder: Path) -> Path:
    text = b"a" * (40 * MEBIBYTE)
    return written(
        folder / "huge.xml", b"<Message><Person><Surname>" + text + b"</Surname></Person></Message>"
    )


def another_xml(folder: Path) -> Path:
    return written(folder / "page.xml", b"<html><body>no return</body></html>")


def empty(folder: Path) -> Path:
    return written(folder / "empty.xml", b"")


def binary_junk(folder: Path) -> Path:
    return written(folder / "junk.xml", bytes(range(1, 256)) * 100)


def wrong_type(folder: Path) -> Path:
    return written(folder / "plan.pdf", b"%PDF-1.7 not a return")


def two_hundred_megabytes(folder: Path) -> Path:
    path = written(folder / "big.xml", b"<Message>")
    with path.open("r+b") as file:
        file.truncate(200_000_001)
    return path


def zip_bomb(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for table in ("person", "requests"):
            with archive.open(f"x_{table}.csv", "w", force_zip64=True) as member:
                for _ in range(150):
                    member.write(b"," * MEBIBYTE)
    return folder / "bomb.zip"


def zip_that_lies(folder: Path) -> Path:
    """A member that declares 10 bytes and unpacks to far more."""
    path = zip_bomb(folder)
    content = bytearray(path.read_bytes())
    start = 0
    while (at := content.find(b"PK\x01\x02", start)) >= 0:
        content[at + 24 : at + 28] = (10).to_bytes(4, "little")
        start = at + 4
    return written(folder / "liar.zip", bytes(content))


def cut_zip(folder: Path) -> Path:
    return written(folder / "cut.zip", zip_bomb(folder).read_bytes()[:1000])


def sparse_workbook(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Person"
    sheet["A1"] = sheet["XFD1048576"] = "x"
    book.create_sheet("Requests")
    book.save(folder / "sparse.xlsx")
    return folder / "sparse.xlsx"


def workbook_of_millions_of_rows(folder: Path) -> Path:
    small = sparse_workbook(folder)
    rows = b'<row><c t="n"><v>1</v></c></row>' * 100_000
    with (
        zipfile.ZipFile(small) as source,
        zipfile.ZipFile(folder / "rows.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        for item in source.infolist():
            if item.filename != "xl/worksheets/sheet1.xml":
                target.writestr(item, source.read(item))
        head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        with target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(head)
            for _ in range(70):
                sheet.write(rows)
            sheet.write(b"</sheetData></worksheet>")
    return folder / "rows.xlsx"


def broken_workbook(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "broken.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<not a workbook")
    return folder / "broken.xlsx"


def old_workbook_of_junk(folder: Path) -> Path:
    return written(folder / "old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4000)


def blade_of_junk(folder: Path) -> Path:
    export = folder / "export"
    export.mkdir()
    for table in ("person", "requests"):
        written(export / f"x_{table}.csv", b"\x00\x01\x02" * 1000)
    return export


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


HOSTILE: list[tuple[Maker, str]] = [
    (entity_bomb, "declares a document type"),
    (entity_bomb_in_utf16, "Maximum entity amplification"),
    (document_type_in_utf16, "declares a document type"),
    (external_entity, "declares a document type"),
    (truncated, "not complete, well formed XML at line 1"),
    (deeply_nested, "not complete, well formed XML"),
    (one_huge_text, "not complete, well formed XML"),
    (another_xml, "not a SEN2 return"),
    (empty, "the file is empty"),
    (binary_junk, "none of the forms"),
    (wrong_type, "begins with b'%PDF"),
    (two_hundred_megabytes, "200 MB and at most 199 MB"),
    (zip_bomb, "unpacks to more than"),
    (zip_that_lies, "zip file"),
    (cut_zip, "zip file is damaged"),
    (sparse_workbook, "memory"),
    (workbook_of_millions_of_rows, "rows long; at most 500,000 are read"),
    (broken_workbook, "not a workbook that can be read"),
    (old_workbook_of_junk, "not a workbook that can be read"),
    (blade_of_junk, "bytes that are not text"),
]


@pytest.mark.parametrize(("make", "words"), HOSTILE, ids=lambda value: getattr(value, "__name__", ""))
def test_a_hostile_file_becomes_one_sentence(make: Maker, words: str, tmp_path: Path) -> None:
    path = make(tmp_path)
    began = time.perf_counter()
    with pytest.raises(FileRefused) as refused:
        list(read.open_return(path).persons())
    sentence = refused.value.sentence
    assert sentence.startswith(f"{path.name}: ")
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert time.perf_counter() - began < 60


def test_the_secret_of_an_external_entity_is_never_read(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        list(read.open_return(external_entity(tmp_path)).persons())
    assert "the secret" not in refused.value.sentence


@pytest.mark.parametrize("make", [sparse_workbook, zip_bomb, one_huge_text])
def test_the_parent_stays_small_while_its_child_meets_a_bomb(make: Maker, tmp_path: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from alongside.integrations.sen2 import read\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak()\n"
        "try: list(read.open_return(Path(sys.argv[1])).persons())\n"
        "except Exception as refused: print(peak() - before, type(refused).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(make(tmp_path))], capture_output=True, text=True)
    grown, error = done.stdout.split()
    assert error == "FileRefused", done.stderr
    assert int(grown) < 20 * 1024  # kilobytes


def test_a_file_that_computes_too_long_is_stopped_and_says_so(tmp_path: Path) -> None:
    persons = b"<Message>" + PERSON * 2_000_000 + b"</Message>"
    path = written(tmp_path / "slow.xml", persons)
    limits = Limits(input_bytes=300 * MEBIBYTE, memory_bytes=1024 * MEBIBYTE, cpu_seconds=1)
    with pytest.raises(FileRefused, match="needed more than 1 seconds of computing"):
        list(read.open_return(path, limits=limits).persons())


def test_a_child_that_answers_too_late_is_stopped_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "late.xml", b"<Message>" + PERSON + b"</Message>")
    with pytest.raises(FileRefused, match="longer than 0 seconds"):
        list(read.open_return(path, limits=Limits(wait_seconds=0)).persons())


def test_a_child_that_sends_too_much_is_stopped_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "wordy.xml", b"<Message>" + PERSON * 5000 + b"</Message>")
    with pytest.raises(FileRefused, match="more than can be received"):
        list(read.open_return(path, limits=Limits(output_bytes=1000)).persons())
