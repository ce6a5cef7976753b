"""Every letter and plan as a Word file that can be navigated, edited and heard."""

import io
import itertools
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx.oxml.ns import qn

from alongside.integrations.documents import word
from alongside.integrations.documents.content import (
    Bullets,
    Definitions,
    Heading,
    LetterKind,
    Lines,
    Notice,
    Paragraph,
    Quote,
    Table,
    words,
)
from alongside.integrations.documents.sheet import of_letter
from integrations.documents import documents_cast as people
from integrations.documents import reading
from integrations.documents.test_pdf import HOSTILE, sheet_of


@pytest.fixture(scope="module")
def written() -> dict[LetterKind, bytes]:
    return {kind: word.letter(make()) for kind, make in people.LETTERS.items()}


@pytest.mark.parametrize("kind", LetterKind)
def test_every_word_of_every_block_is_in_the_file(written: dict[LetterKind, bytes], kind: LetterKind) -> None:
    text = reading.word_text(written[kind])
    for block in of_letter(people.LETTERS[kind]()).blocks:
        for line in re.split(r"[\n\t]", words(block)):
            assert reading.squeezed(line) in text


@pytest.mark.parametrize("kind", LetterKind)
def test_headings_use_the_heading_styles_in_order(written: dict[LetterKind, bytes], kind: LetterKind) -> None:
    styles = [paragraph.style.name for paragraph in reading.word(written[kind]).paragraphs]
    levels = [int(name.removeprefix("Heading ")) for name in styles if name.startswith("Heading ")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", LetterKind)
def test_language_title_and_author_are_set(written: dict[LetterKind, bytes], kind: LetterKind) -> None:
    document = reading.word(written[kind])
    letter = people.LETTERS[kind]()
    assert document.core_properties.title == f"{letter.subject} ({letter.reference})"
    assert document.core_properties.author == letter.sender.authority
    assert document.core_properties.language == "en-GB"
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == "en-GB"
    said = {tag.get(qn("w:val")) for tag in document.element.body.iter(qn("w:lang"))}
    assert said <= {"en-GB"}


def test_a_table_has_a_marked_header_row_a_caption_and_a_description(
    written: dict[LetterKind, bytes],
) -> None:
    document = reading.word(written[LetterKind.DECISION_TO_ASSESS])
    (table,) = document.tables
    first, *others = table.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Advice we have asked for"
    assert "Advice we have asked for" in [p.text for p in document.paragraphs if p.style.name == "Caption"]


def test_lists_are_real_lists(written: dict[LetterKind, bytes]) -> None:
    document = reading.word(written[LetterKind.REFUSAL_TO_ASSESS])
    items = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert "School report of 2 March 2026" in items
    assert not [p.text for p in document.paragraphs if re.match(r"\s*[•*]", p.text)]
    assert document.styles["List Bullet"].element.find(f".//{qn('w:numPr')}") is not None


def test_every_page_has_its_reference_and_a_page_number(written: dict[LetterKind, bytes]) -> None:
    section = reading.word(written[LetterKind.FINAL_PLAN]).sections[0]
    assert "Our reference: WLD-2026-0417" in section.header.paragraphs[0].text
    fields = [f.get(qn("w:instr")) for f in section.footer.paragraphs[0]._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("kind", LetterKind)
def test_a_file_holds_no_macro_no_picture_and_no_outside_link(
    written: dict[LetterKind, bytes], kind: LetterKind
) -> None:
    with zipfile.ZipFile(io.BytesIO(written[kind])) as package:
        names = package.namelist()
        relations = "".join(package.read(name).decode() for name in names if name.endswith(".rels"))
    assert not [
        name for name in names if re.search(r"vba|macro|\.bin$|\.jpe?g$|\.png$|embeddings", name, re.I)
    ]
    assert 'TargetMode="External"' not in relations


@pytest.mark.parametrize("kind", LetterKind)
def test_the_same_letter_gives_the_same_bytes(written: dict[LetterKind, bytes], kind: LetterKind) -> None:
    assert word.letter(people.LETTERS[kind]()) == written[kind]
    with zipfile.ZipFile(io.BytesIO(written[kind])) as package:
        day = people.LETTERS[kind]().dated_on
        assert {part.date_time for part in package.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}


@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "{ MERGEFIELD x } { INCLUDETEXT c:\\\\x }", "=cmd|' /C calc'!A0"]
)
def test_text_that_looks_like_a_command_is_only_text(hostile: str) -> None:
    written = word.render(
        sheet_of(
            Heading(hostile),
            Paragraph(hostile),
            Notice(hostile),
            Bullets((hostile,)),
            Definitions(((hostile, hostile),)),
            Quote(hostile, hostile),
            Table(hostile, (hostile,), ((hostile,),)),
            Lines((hostile,), strong_first=True),
            title=hostile,
            banner=hostile,
        )
    )
    assert reading.word_text(written).count(reading.squeezed(hostile)) == 14
    body = reading.word(written).element
    assert not list(body.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:hyperlink")))


@pytest.mark.parametrize("text", ["محمد", "李明", "🙂", "Ọ̀ṣun", "a" * 5000, "word " * 10_000])
def test_unusual_text_is_kept_as_it_is(text: str) -> None:
    paragraphs = [p.text for p in reading.word(word.render(sheet_of(Paragraph(text)))).paragraphs]
    assert any(reading.squeezed(text) == reading.squeezed(found) for found in paragraphs)


def test_characters_that_no_file_can_hold_are_taken_out() -> None:
    written = word.render(sheet_of(Paragraph("a\x00b\x0bc\ud800d\ufffee"), title="t\x01itle"))
    paragraphs = [p.text for p in reading.word(written).paragraphs]
    assert "ab\nc\ufffdde" in paragraphs
    assert reading.word(written).core_properties.title == "title"


def test_a_line_break_stays_a_line_break() -> None:
    found = reading.word(word.render(sheet_of(Paragraph("one\ntwo")))).paragraphs
    assert "one\ntwo" in [p.text for p in found]


def test_an_address_that_is_not_given_is_nowhere_in_the_file(written: dict[LetterKind, bytes]) -> None:
    other = replace(people.PARENT, name="Mr Pål Lindqvist", address_lines=("77 Hidden Row", "WB9 9ZZ"))
    assert "77HiddenRow" in reading.word_text(word.letter(people.refused(other)))
    assert "LarchClose" not in reading.word_text(word.letter(people.refused(other)))
    for one in written.values():
        with zipfile.ZipFile(io.BytesIO(one)) as package:
            assert not [name for name in package.namelist() if b"Hidden Row" in package.read(name)]


def test_a_date_before_the_zip_format_existed_is_still_written() -> None:
    old = replace(sheet_of(Paragraph("x")), dated_on=date(1975, 1, 2))
    assert reading.word(word.render(old)).core_properties.created.year == 1975
