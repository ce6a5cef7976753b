"""Every letter and plan as a tagged PDF/UA-1 file that says all its words and nothing else."""

import itertools
import re
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typst

from alongside.integrations.documents import pdf
from alongside.integrations.documents.content import (
    Block,
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
from alongside.integrations.documents.sheet import Sheet, of_letter
from alongside.integrations.documents.text import clean
from integrations.documents import documents_cast as people
from integrations.documents import reading

HOSTILE = (
    '#import "@preview/x:1.0.0": *',
    '#panic(1) #read("/etc/passwd") #sys.inputs #eval("1+1")',
    "$ x^2 $ *bold* _italic_ `raw` ```raw``` <label> @reference = Heading",
    "\\u{41} \\ { } [ ] ~ -- --- ... // comment /* comment */ ;",
    "=SUM(A1) +1 -1 @cmd ' \" <script>alert(1)</script> &amp; {{ 7*7 }} {% raw %}",
    "%PDF-1.7 (text) <</JS (app.alert(1))>> endobj",
)


def sheet_of(*blocks: Block, title: str = "A sheet", reference: str = "WLD-1", banner: str = "") -> Sheet:
    """A sheet with these blocks below its title."""
    return Sheet(
        title=title,
        reference=reference,
        dated_on=date(2026, 4, 13),
        authority="Wealdshire County Council",
        letterhead=("Wealdshire County Council",),
        blocks=(Heading(title, 1), *blocks),
        banner=banner,
    )


@pytest.fixture(scope="module")
def printed() -> dict[LetterKind, bytes]:
    return {kind: pdf.letter(make()) for kind, make in people.LETTERS.items()}


@pytest.mark.parametrize("kind", LetterKind)
def test_every_word_of_every_block_is_on_the_page(printed: dict[LetterKind, bytes], kind: LetterKind) -> None:
    text = reading.pdf_body(printed[kind])
    for block in of_letter(people.LETTERS[kind]()).blocks:
        for line in re.split(r"[\n\t]", words(block)):
            assert reading.squeezed(line) in text


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_declares_itself_accessible(printed: dict[LetterKind, bytes], kind: LetterKind) -> None:
    reader = reading.pdf(printed[kind])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    metadata = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part>1<|pdfuaid:part=\"1\"", metadata)
    letter = people.LETTERS[kind]()
    assert reader.metadata is not None
    assert reader.metadata.title == f"{letter.subject} ({letter.reference})"
    assert reader.metadata.author == letter.sender.authority
    assert "/JavaScript" not in str(root)


@pytest.mark.parametrize("kind", LetterKind)
def test_headings_start_at_one_and_skip_no_level(printed: dict[LetterKind, bytes], kind: LetterKind) -> None:
    levels = [int(tag[1]) for tag, _ in reading.tags(printed[kind]) if re.fullmatch(r"H[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_table_has_marked_header_cells_and_a_caption(printed: dict[LetterKind, bytes]) -> None:
    found = reading.tags(printed[LetterKind.DECISION_TO_ASSESS])
    kinds = [tag for tag, _ in found]
    assert kinds.count("Table") == 1
    assert kinds.count("TH") == 3
    assert kinds.count("TD") == 12
    assert "Caption" in kinds
    scopes = [str(node["/A"]) for tag, node in found if tag == "TH"]
    assert all("/Scope" in scope and "/Column" in scope for scope in scopes)


def test_lists_and_quotations_are_tagged_as_what_they_are() -> None:
    kinds = [
        tag
        for tag, _ in reading.tags(
            pdf.render(
                sheet_of(Bullets(("one", "two")), Quote("I like dogs.", "Amira"), Definitions((("a", "b"),)))
            )
        )
    ]
    assert kinds.count("L") == 2
    assert kinds.count("LI") == 3
    assert "BlockQuote" in kinds


@pytest.mark.parametrize("kind", LetterKind)
def test_every_font_is_embedded_and_none_is_a_protected_government_font(
    printed: dict[LetterKind, bytes], kind: LetterKind
) -> None:
    for page in reading.pdf(printed[kind]).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "GDS" not in str(inner["/BaseFont"])


@pytest.mark.parametrize("kind", LetterKind)
def test_the_same_letter_gives_the_same_bytes(printed: dict[LetterKind, bytes], kind: LetterKind) -> None:
    assert pdf.letter(people.LETTERS[kind]()) == printed[kind]


def test_the_file_is_dated_by_the_letter_and_not_by_the_clock(printed: dict[LetterKind, bytes]) -> None:
    metadata = reading.pdf(printed[LetterKind.REFUSAL_TO_ASSESS]).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2026, 4, 13)


def test_page_numbers_and_the_reference_are_on_every_page(printed: dict[LetterKind, bytes]) -> None:
    pages = reading.pdf(printed[LetterKind.REFUSAL_TO_ASSESS]).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        text = reading.squeezed(page.extract_text())
        assert f"Page{number}of{len(pages)}" in text
        assert "Ourreference:WLD-2026-0417" in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_that_looks_like_mark_up_is_shown_as_text_wherever_it_stands(hostile: str) -> None:
    blocks = (
        Heading(hostile),
        Paragraph(hostile),
        Notice(hostile),
        Bullets((hostile,)),
        Definitions(((hostile, hostile),)),
        Quote(hostile, hostile),
        Table(hostile, (hostile, "b"), ((hostile, "c"),)),
        Lines((hostile,), strong_first=True),
    )
    printed = pdf.render(sheet_of(*blocks, title=hostile, reference=hostile, banner=hostile))
    assert reading.pdf_text(printed).count(reading.squeezed(hostile)) >= 13


@pytest.mark.parametrize(
    "name",
    [
        "Seán O’Brien-D'Arcy",
        "Zoë Ångström, Łukasz Żółć",
        "Nguyễn Thị Hương",
        "Ọláyínká Ṣadé",
        "Siân Llŷr Dŵr",
        "Ștefan Ķēniņš",
        "Ольга Ελένη",
        "S\u0323\u0307a\u0301",
    ],
)
def test_names_of_the_alphabets_are_printed_as_written(name: str) -> None:
    text = reading.pdf_text(pdf.render(sheet_of(Paragraph(name))))
    assert reading.squeezed(clean(name)) in text


def test_a_letter_with_no_sign_of_its_own_is_still_read_out_right() -> None:
    printed = pdf.render(sheet_of(Paragraph("Adébáyọ̀")))
    assert "ọ̀" in reading.actual_texts(printed)


@pytest.mark.parametrize(
    "name",
    [
        "محمد علي",
        "שרה לוי",
        "আয়েশা",
        "ਗੁਰਪ੍ਰੀਤ",
        "પ્રિયા",
        "सीता",
        "தமிழ்",
        "ሰላም",
        "สมชาย",
        "Ნინო ნინო",
        "Արամ",
        "🙂 ❤️ 👨‍👩‍👧",
    ],
)
def test_names_in_the_scripts_of_english_schools_have_glyphs(name: str) -> None:
    printed = pdf.render(sheet_of(Paragraph(f"Name: {name}."), Heading(name)))
    text = "".join(page.extract_text() for page in reading.pdf(printed).pages)
    assert "Name:" in text
    assert "[" not in text


def test_a_character_that_no_font_draws_is_named_and_not_dropped() -> None:
    text = reading.pdf_text(pdf.render(sheet_of(Paragraph("Li 李"))))
    assert "Li[cjkunifiedideograph-674e]" in text


def test_a_mark_that_no_font_can_put_over_its_letter_is_named_and_not_dropped() -> None:
    text = reading.pdf_text(pdf.render(sheet_of(Paragraph("a\u1cd0 name"))))
    assert "a[vedictonekarshana]name" in text


def test_control_and_order_marks_do_not_reach_the_page() -> None:
    text = reading.pdf_text(pdf.render(sheet_of(Paragraph("a\x00b\x07c\u202edef\u2066g\ud800h"))))
    assert "abcdefg\ufffdh" in text or "abcdefg[replacementcharacter]h" in text


def test_a_very_long_word_stays_on_the_page() -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(600))
    reader = reading.pdf(pdf.render(sheet_of(Paragraph(word), Table("t", ("a", "b"), ((word, "x"),)))))
    assert max(len(line) for page in reader.pages for line in page.extract_text().split("\n")) < 110
    text = "".join(reading.squeezed(page.extract_text()) for page in reader.pages)
    assert text.count(word) == 2


def test_a_paragraph_of_ten_thousand_words_is_printed_to_its_last_word() -> None:
    long = " ".join(f"word{number}" for number in range(10_000))
    text = reading.pdf_text(pdf.render(sheet_of(Paragraph(long))))
    assert "word0word1" in text
    assert "word9998word9999" in text


def test_a_long_table_repeats_its_header_on_each_page() -> None:
    table = Table("Sessions", ("When", "Who"), tuple((f"day {n}", "teacher") for n in range(120)))
    pages = reading.pdf(pdf.render(sheet_of(table))).pages
    assert len(pages) > 2
    assert all("WhenWho" in reading.squeezed(page.extract_text()) for page in pages)


def test_an_empty_text_makes_no_fault() -> None:
    blocks = (
        Paragraph(""),
        Bullets(("",)),
        Lines(()),
        Lines(("",), strong_first=True),
        Table("t", ("a",), ()),
    )
    assert pdf.render(sheet_of(*blocks)).startswith(b"%PDF")


def test_an_address_that_is_not_given_is_nowhere_in_the_file(printed: dict[LetterKind, bytes]) -> None:
    other = replace(people.PARENT, name="Mr Pål Lindqvist", address_lines=("77 Hidden Row", "WB9 9ZZ"))
    theirs = pdf.letter(people.refused(other))
    assert "77HiddenRow" in reading.pdf_text(theirs)
    for kind, one in printed.items():
        text = reading.pdf_text(one) + str(reading.pdf(one).metadata) + one.decode("latin-1")
        assert "Hidden" not in text, kind
        assert "Lindqvist, P" not in text
    assert "LarchClose" not in reading.pdf_text(theirs)
    assert "Rosalind" not in reading.pdf_text(theirs)


def test_no_file_names_a_path_of_the_machine_that_made_it(printed: dict[LetterKind, bytes]) -> None:
    for one in printed.values():
        assert str(Path(__file__).parents[3]).encode() not in one
        assert tempfile.gettempdir().encode() not in one


def test_what_is_not_accessible_is_refused_by_the_printer() -> None:
    skipped = replace(sheet_of(), blocks=(Heading("One", 1), Heading("Three", 3)))
    with pytest.raises(typst.TypstError, match=r"(?i)heading"):
        pdf.render(skipped)


def test_a_letter_is_printed_in_well_under_half_a_second() -> None:
    letters = [make() for make in people.LETTERS.values()]
    pdf.letter(letters[0])
    started = time.perf_counter()
    for letter in letters:
        pdf.letter(letter)
    assert (time.perf_counter() - started) / len(letters) < 0.5
