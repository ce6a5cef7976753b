"""Files made to do harm, or by mistake: each is refused with a sentence, and the next one is read."""

from pathlib import Path

import pytest

import hostile_files
from alongside.core.plan.checks.blocks import Written
from alongside.integrations.plan_files import folder, reading, word
from alongside.integrations.safe_files.refusal import FileRefused
from integrations.plan_files import making
from integrations.plan_files.making import cell, paragraph


def nested(depth: int) -> str:
    body = paragraph("deep")
    for _ in range(depth):
        body = f"<w:tbl><w:tr>{cell(body + paragraph(''))}</w:tr></w:tbl>"
    return body


def refusal(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        reading.one(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (hostile_files.zip_bomb("word/document.xml"), "unpacks to more than"),
        (hostile_files.PDF, "zip file is damaged"),
        (hostile_files.PROGRAM, "zip file is damaged"),
        (hostile_files.named({"xl/workbook.xml": b"<workbook/>"}), "not a Word document"),
        (hostile_files.named({"word/document.xml": hostile_files.ENTITY_BOMB}), "DOCTYPE"),
        (hostile_files.named({"word/document.xml": b"<w:document"}), "not complete, well formed XML"),
        (
            hostile_files.named({"word/document.xml": f"<w:document {making.NAMESPACE}/>".encode()}),
            "has no body",
        ),
        (
            hostile_files.named(
                {"word/document.xml": '<?xml version="1.0"?><!DOCTYPE r []><r/>'.encode("utf-16")}
            ),
            "DOCTYPE",
        ),
        (b"", "empty"),
    ],
)
def test_file_made_to_do_harm_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    assert words in refusal(path)


@pytest.mark.parametrize("depth", [30, 100, 1000])
def test_tables_nested_without_end_are_refused(tmp_path: Path, depth: int) -> None:
    sentence = refusal(making.word(tmp_path / "plan.docx", nested(depth)))
    assert "deep" in sentence or "well formed" in sentence


def test_tables_nested_as_people_do_are_read(tmp_path: Path) -> None:
    assert isinstance(reading.one(making.word(tmp_path / "plan.docx", nested(6))), Written)


def test_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = making.word(tmp_path / "plan.docx", paragraph("x" * 5000))
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged" in refusal(path)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plan.pdf", "save it as .docx"),
        ("plan.doc", "save it as .docx"),
        ("plan.exe", "give a Word document"),
    ],
)
def test_other_kinds_of_file_are_refused_before_they_are_opened(
    tmp_path: Path, name: str, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(hostile_files.PROGRAM)
    assert words in refusal(path)


def test_entity_bomb_is_refused_here_too(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(hostile_files.named({"word/document.xml": hostile_files.ENTITY_BOMB}))
    with pytest.raises(FileRefused):
        word.read(str(path))


def test_file_that_ends_the_child_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making.word(tmp_path / "one.docx", paragraph("one"))
    making.word(tmp_path / "two.docx", paragraph("x" * 30_000_000))
    making.word(tmp_path / "three.docx", paragraph("three"))
    found = dict(reading.many(tmp_path, ["one.docx", "two.docx", "three.docx"]))
    assert [isinstance(each, Written) for each in found.values()] == [True, False, True]


def test_folder_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    making.word(
        tmp_path / "plan_01.docx", paragraph("Section A: Views", style="Heading1") + paragraph("I like cats.")
    )
    (tmp_path / "plan_02.docx").write_bytes(hostile_files.PROGRAM)
    (tmp_path / "case_01.toml").write_text("as_of = ", encoding="utf-8")
    making.word(tmp_path / "plan_03.docx", paragraph("x"))
    (tmp_path / "case_03.toml").write_bytes(b"\xff\xfe")
    making.word(tmp_path / "advice_03_ep.docx", paragraph("x"))
    making.word(tmp_path / "last_03.docx", paragraph("x"))
    (tmp_path / "advice_03_slt.docx").write_bytes(b"x")
    first, second, third = folder.checked(tmp_path)
    assert first.findings
    assert "not TOML" in first.refused[0]
    assert not second.findings
    assert "plan_02.docx" in second.refused[0]
    assert ["advice_03_slt.docx" in sentence or "case_03.toml" in sentence for sentence in third.refused] == [
        True,
        True,
    ]


def test_folder_without_plans_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="no plan in it"):
        folder.cases(tmp_path)
    with pytest.raises(FileRefused, match="cannot be opened"):
        folder.cases(tmp_path / "nowhere")


def test_case_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_CASE_BYTES", 3)
    path = tmp_path / "case_01.toml"
    path.write_text("as_of = 2026-01-01", encoding="utf-8")
    with pytest.raises(FileRefused, match="too large"):
        folder.case_of(path)
