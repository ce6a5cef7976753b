"""Text made safe to print without losing a word; fonts that know what they can draw."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.integrations.documents import glyphs, pdf, sheet, text, wording
from alongside.integrations.documents.content import Bullets, DocumentRefused, Heading, Paragraph
from integrations.documents.test_pdf import sheet_of


@given(some.text())
def test_pieces_joined_again_are_the_text(value: str) -> None:
    assert "".join(text.breakable(value, 16)) == value


def test_only_a_run_that_is_too_long_is_cut() -> None:
    assert text.breakable("short words stay whole", 16) == ["short words stay whole"]
    assert all(len(piece) <= 8 for piece in text.breakable("x" * 100, 16))


@given(some.text(alphabet=some.characters(codec=None)))
def test_clean_text_can_be_encoded_and_cleaning_it_again_changes_nothing(value: str) -> None:
    cleaned = text.clean(value)
    cleaned.encode()
    assert text.clean(cleaned) == cleaned


def test_line_ends_of_every_kind_become_newlines() -> None:
    assert text.clean("a\r\nb\rc\u2028d\u2029e\x85f\x0bg") == "a\nb\nc\nd\ne\nf\ng"
    assert text.one_line(" a\r\n\tb  c ") == "a b c"


def test_joiners_that_emoji_and_persian_need_are_kept() -> None:
    for value in ("👨\u200d👩\u200d👧", "می\u200cخواهم", "❤\ufe0f"):
        assert text.clean(value) == value


@given(some.text(max_size=60))
def test_any_text_at_all_can_be_printed(value: str) -> None:
    assert pdf.render(sheet_of(Paragraph(value), Bullets((value,)))).startswith(b"%PDF")


def test_a_mark_that_only_picks_a_variant_is_dropped_where_no_font_has_it() -> None:
    assert glyphs.drawable("a\ufe02b") == "ab"
    assert glyphs.drawable("a李b") == "a[cjk unified ideograph-674e]b"


def test_a_font_without_a_usable_character_map_is_named(tmp_path: Path) -> None:
    font = tmp_path / "none.ttf"
    font.write_bytes(b"\x00\x01\x00\x00" + b"\x00" * 8)
    with pytest.raises(ValueError, match=r"none\.ttf has no character map"):
        glyphs.characters(font)


def test_every_font_draws_something_and_its_licence_is_beside_it() -> None:
    fonts = sorted(glyphs.FONT_FOLDER.glob("*.ttf"))
    assert len(fonts) == 14
    assert all(len(glyphs.characters(font)) > 50 for font in fonts)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (glyphs.FONT_FOLDER / "OFL.txt").read_text()


def test_words_of_dates_do_not_depend_on_the_machine() -> None:
    assert wording.date_in_words(date(2026, 3, 2)) == "2 March 2026"
    assert wording.deadline(date(2028, 2, 29)) == "Tuesday 29 February 2028"


def test_a_file_name_holds_reference_kind_and_date_and_no_name() -> None:
    made = sheet.file_name(sheet_of(reference="WLD/2026 0417"), "REFUSAL_TO_ASSESS", "pdf")
    assert made == "wld-2026-0417-refusal-to-assess-2026-04-13.pdf"


@pytest.mark.parametrize(
    ("headings", "fault"),
    [
        ((), "no heading"),
        ((Heading("a", 2),), "level 2 after level 0"),
        ((Heading("a", 1), Heading("b", 3)), "level 3 after level 1"),
        ((Heading("a", 1), Heading("b", 1)), "level 1 after level 1"),
        ((Heading("a", 1), Heading("b", 0)), "level 0 after level 1"),
        ((Heading("a", 1), Heading("  ", 2)), "without words"),
    ],
)
def test_headings_that_cannot_be_followed_by_ear_are_refused(
    headings: tuple[Heading, ...], fault: str
) -> None:
    with pytest.raises(DocumentRefused, match=fault):
        sheet.check_headings(headings)


def test_lone_surrogate_stays_the_replacement_character_however_often_text_is_cleaned() -> None:
    assert text.clean("a\ud800b") == text.clean(text.clean("a\ud800b")) == "a\ufffdb"
