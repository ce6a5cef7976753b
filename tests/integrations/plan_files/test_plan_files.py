"""What a reader of the printed plan would see is what is read, from files however they were made."""

from pathlib import Path

import pytest

from alongside.core.plan.checks.blocks import Cell, Grid, Line, Written
from alongside.integrations.plan_files import markdown, reading, word
from alongside.integrations.safe_files.refusal import FileRefused
from integrations.plan_files import making
from integrations.plan_files.making import cell, paragraph, rows

PLANS = Path(__file__).parents[2] / "plans"


def read(tmp_path: Path, body: str, **members: str) -> Written:
    """Read in the child process, as a plan is."""
    return reading.one(making.word(tmp_path / "plan.docx", body, **members))


def blocks(tmp_path: Path, body: str, **members: str) -> list[dict[str, object]]:
    """Read here, so that what the child runs is measured too."""
    return list(word.read(str(making.word(tmp_path / "plan.docx", body, **members)))["blocks"])


def test_document_is_read_in_the_child_process(tmp_path: Path) -> None:
    written = read(tmp_path, paragraph("Section A", style="Heading1") + paragraph("I like cats.", bold=True))
    assert written == Written("plan", (Line("Section A", 1, True), Line("I like cats.", 0, True)))


@pytest.mark.parametrize(
    ("style", "level", "bold", "listed"),
    [
        ("Heading1", 1, True, False),
        ("Ours", 1, True, False),
        ("Title", 1, False, False),
        ("Outlined", 2, False, False),
        ("Bullets", 0, False, True),
        ("Round", 0, False, False),
        ("Unknown", 0, False, False),
    ],
)
def test_style_says_what_a_paragraph_is(
    tmp_path: Path, style: str, level: int, bold: bool, listed: bool
) -> None:
    (line,) = blocks(tmp_path, paragraph("x", style=style))
    assert line == {"text": "x", "level": level, "bold": bold, "listed": listed}


def test_outline_and_numbers_of_the_paragraph_itself_count(tmp_path: Path) -> None:
    body = '<w:p><w:pPr><w:outlineLvl w:val="2"/><w:numPr/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    (line,) = blocks(tmp_path, body + "")
    assert (line["level"], line["listed"]) == (3, True)


def test_file_without_styles_is_read_all_the_same(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "plain.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {making.NAMESPACE}><w:body>{paragraph('x')}</w:body></w:document>",
        )
    assert word.read(str(path))["blocks"] == [{"text": "x", "level": 0, "bold": False, "listed": False}]


def test_words_split_over_runs_are_joined(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Cal</w:t></w:r>"
        "<w:r><w:t>lum</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/></w:r></w:p>"
    )
    assert blocks(tmp_path, body)[0]["text"] == "Callum\tx\ny-"


def test_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>will </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>be taught</w:t></w:r></w:ins></w:p>"
    )
    assert blocks(tmp_path, body)[0]["text"] == "will be taught"


def test_instruction_of_a_field_is_no_text(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>"
    assert blocks(tmp_path, body)[0]["text"] == "7"


def test_deleted_run_does_not_decide_whether_a_line_is_bold(tmp_path: Path) -> None:
    body = (
        "<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><w:rPr><w:b/></w:rPr><w:t>y</w:t></w:r>"
        "<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t> </w:t></w:r></w:p>"
    )
    assert blocks(tmp_path, body)[0]["bold"] is True


def test_content_controls_and_inserted_blocks_are_read(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('one')}</w:sdtContent></w:sdt><w:ins>{paragraph('two')}</w:ins><w:sectPr/>"
    assert [b["text"] for b in blocks(tmp_path, body)] == ["one", "two"]


def test_text_box_stands_after_its_paragraph_and_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    extra = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    assert [b["text"] for b in blocks(tmp_path, paragraph("beside", extra=extra))] == ["beside", "boxed"]


def test_merged_and_spanned_cells_keep_their_columns(tmp_path: Path) -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = rows(
        cell(paragraph("B1"), restart) + cell(paragraph("one")) + cell(paragraph("TA")),
        cell(paragraph(""), goes_on) + cell(paragraph("two"), '<w:gridSpan w:val="2"/>'),
    )
    written = read(tmp_path, table)
    (grid,) = written.blocks
    assert isinstance(grid, Grid)
    first, second = grid.rows
    assert [c.text for c in first] == ["B1", "one", "TA"]
    assert (second[0].goes_on, [c.text for c in second]) == (True, ["", "two", ""])


def test_rows_in_controls_and_deleted_rows_are_told_apart(tmp_path: Path) -> None:
    row = f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell(paragraph('kept'))}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('gone'))}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{gone}</w:tbl>"
    (grid,) = read(tmp_path, body).blocks
    assert grid == Grid(((Cell(()), Cell((Line("kept"),))),))


def test_tables_within_cells_are_read(tmp_path: Path) -> None:
    inner = rows(cell(paragraph("in")))
    (grid,) = read(tmp_path, rows(cell(paragraph("out") + inner))).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].text == "out\nin"


def test_margins_notes_and_comments_are_read_apart(tmp_path: Path) -> None:
    written = read(
        tmp_path,
        paragraph("body"),
        header1=making.part("hdr", paragraph("Ellie Smith"), paragraph(" ")),
        footer1=making.part("ftr", paragraph("Ellie Smith"), paragraph("page 1")),
        footnotes=making.part("footnotes", paragraph("a note")),
        comments=making.part("comments", paragraph("why?")),
    )
    assert written.margins == ("Ellie Smith", "page 1", "a note")
    assert written.comments == ("why?",)


def test_markdown_is_read_like_word(tmp_path: Path) -> None:
    path = tmp_path / "advice.md"
    path.write_text(
        "Page header: X Council\n# Advice\n\n**Bold**\n- one\n* two **b**\n1. three\n\n"
        "| What | Who |\n| --- | --- |\n| a<br>b | c |\n",
        encoding="utf-8",
    )
    written = reading.one(path)
    assert written.margins == ("X Council",)
    assert written.blocks[:5] == (
        Line("Advice", 1),
        Line("Bold", is_bold=True),
        Line("one", is_listed=True),
        Line("two b", is_listed=True),
        Line("1. three", is_listed=True),
    )
    grid = written.blocks[5]
    assert isinstance(grid, Grid)
    assert [[c.text for c in row] for row in grid.rows] == [["What", "Who"], ["a\nb", "c"]]


def test_text_and_markdown_are_measured_here_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Just a line.\n", encoding="utf-8")
    assert markdown.read(str(path))["blocks"] == [{"text": "Just a line.", "bold": False, "listed": False}]
    assert list(reading.single(str(path), {})) == [markdown.read(str(path))]
    for content in (b"\xff\xfe\x00", b"a\x00b"):
        path.write_bytes(content)
        with pytest.raises(FileRefused):
            markdown.read(str(path))


@pytest.mark.parametrize("name", ["plan_01", "plan_03", "plan_05", "advice_02_ep"])
def test_file_made_with_word_is_read(name: str) -> None:
    written = reading.one(PLANS / f"{name}.docx")
    assert len(written.blocks) > 5


def test_many_files_are_read_by_few_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    for number in range(3):
        making.word(tmp_path / f"plan_{number}.docx", paragraph(str(number)))
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    names = ["plan_0.docx", "bad.docx", "plan_1.docx", "not.there.docx", "plan_2.docx", "x.pdf"]
    found = dict(reading.many(tmp_path, names))
    assert list(found) == names
    assert [isinstance(found[name], FileRefused) for name in names] == [False, True, False, True, False, True]
    assert "bad.docx" in str(found["bad.docx"])


def test_what_the_child_runs_for_many_is_measured_here_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making.word(tmp_path / "plan_0.docx", paragraph("x"))
    monkeypatch.setattr(reading, "ONE_FILE", 10)
    refused = list(reading.several(str(tmp_path), {"names": ["plan_0.docx", "gone.docx"]}))
    assert "larger" in refused[0]["refused"]
    assert "cannot be opened" in refused[1]["refused"]
    monkeypatch.setattr(reading, "ONE_FILE", 10**6)
    assert next(reading.several(str(tmp_path), {"names": ["plan_0.docx"]}))["blocks"]
