"""Advice that came as a Word or PDF file: its paragraphs with their places, or a sentence why it cannot be read."""

import io

import docx
import pytest
import typst
from pypdf import PdfReader, PdfWriter

from alongside.core.advice.papers import Passage
from alongside.core.refusal import Refused
from alongside.integrations.plan_files import pdf
from alongside.integrations.plan_files.papers import PDF, WORD, Papers

TEXT = """
#set page(width: 12cm)
= What I found

Ivy cannot follow instructions of more than two words, and looks at what the others do before she begins to work.

- A therapist teaches her class team for 60 minutes each half term.

#pagebreak()
= Recommendations

The same adult reads with Ivy for 20 minutes every day.
"""


def compiled(text: str = TEXT) -> bytes:
    return bytes(typst.compile(text.encode()))


def read(content: bytes, media_type: str = PDF) -> tuple[Passage, ...]:
    return Papers().passages("report", content, media_type)


def test_pdf_gives_paragraphs_with_page_and_number() -> None:
    assert read(compiled()) == (
        Passage("page 1, paragraph 1", "What I found", 2),
        Passage(
            "page 1, paragraph 2",
            "Ivy cannot follow instructions of more than two words, and looks at what the others do before she "
            "begins to work.",
        ),
        Passage(
            "page 1, paragraph 3",
            "A therapist teaches her class team for 60 minutes each half term.",
            0,
            True,
        ),
        Passage("page 2, paragraph 1", "Recommendations", 2),
        Passage("page 2, paragraph 2", "The same adult reads with Ivy for 20 minutes every day."),
    )


def test_pdf_without_text_gives_nothing() -> None:
    assert read(compiled("#rect(width: 2cm, height: 2cm)")) == ()


def test_locked_pdf_is_refused_in_words() -> None:
    writer, kept = PdfWriter(clone_from=PdfReader(io.BytesIO(compiled()))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(kept)
    with pytest.raises(Refused, match="locked with a password"):
        read(kept.getvalue())


@pytest.mark.parametrize("content", [b"%PDF-1.7\nsynthetic", b"%PDF-", compiled()[:900]])
def test_damaged_pdf_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Refused, match="damaged or of an unknown kind"):
        read(content)


def test_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = "\n#pagebreak()\n".join(["x"] * (pdf.MOST_PAGES + 1))
    with pytest.raises(Refused, match=f"{pdf.MOST_PAGES + 1} pages; at most {pdf.MOST_PAGES}"):
        read(compiled(many))


def test_word_file_gives_paragraphs_and_rows_of_tables() -> None:
    made, kept = docx.Document(), io.BytesIO()
    made.add_heading("Recommendations", 2)
    made.add_paragraph("The same adult reads with Ivy.\nEvery day.")
    made.add_paragraph("Short breaks.", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Speech therapy", "Weekly"
    made.save(kept)
    assert read(kept.getvalue(), WORD) == (
        Passage("paragraph 1", "Recommendations", 2),
        Passage("paragraph 2", "The same adult reads with Ivy."),
        Passage("paragraph 2", "Every day."),
        Passage("paragraph 3", "Short breaks.", 0, True),
        Passage("table 1, row 1", "Speech therapy"),
        Passage("table 1, row 1", "Weekly"),
    )


def test_picture_is_not_read() -> None:
    with pytest.raises(Refused, match="Only Word"):
        read(b"\xff\xd8\xff", "image/jpeg")
