"""A sheet as a Word file that opens and edits cleanly: real styles, real lists, header rows, no macros."""

import io
import zipfile
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from alongside.core.plan.difference import Change
from alongside.integrations.documents import marks, text
from alongside.integrations.documents.content import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Letter,
    Lines,
    Marked,
    Notice,
    Paragraph,
    Quote,
    Table,
)
from alongside.integrations.documents.plan import PlanDocument, of_plan
from alongside.integrations.documents.sheet import Sheet, of_letter
from alongside.integrations.documents.word_styles import ACCENT_FILL, prepare

# python-docx's own classes carry no usable types for the parts that are reached through XML.
Part = Any


def letter(content: Letter) -> bytes:
    """The letter as .docx. Raises DocumentRefused where it leaves out what it must state."""
    return render(of_letter(content))


def plan(content: PlanDocument) -> bytes:
    """The plan as .docx. Raises DocumentRefused where a section is missing or may not stand as it is."""
    return render(of_plan(content))


def render(sheet: Sheet) -> bytes:
    """The sheet as .docx. The same sheet gives the same bytes: every date in the file is `dated_on`."""
    document = docx.Document(io.BytesIO(_prepared()))
    _know_styles(document)
    _properties(document, sheet)
    _header_and_footer(document, sheet)
    for number, line in enumerate(line for line in sheet.letterhead if line.strip()):
        document.add_paragraph(text.one_line(line), style="Authority" if number == 0 else "Letterhead")
    for block in sheet.blocks:
        _add(document, block)
    unsettled = io.BytesIO()
    document.save(unsettled)
    return _settled(unsettled.getvalue(), sheet.dated_on)


@cache
def _prepared() -> bytes:
    """An empty document with our page and styles: the same for every file, so it is made once."""
    document = docx.Document()
    prepare(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _know_styles(document: Document) -> None:
    """Answer which id a style has from a table: the library reads through every style for each paragraph."""
    ids = {style.name: style.style_id for style in document.styles}
    part: Part = document.part
    looked_up = part.get_style_id
    part.get_style_id = lambda style, kind: (
        ids[style] if isinstance(style, str) and style in ids else looked_up(style, kind)
    )


def _properties(document: Document, sheet: Sheet) -> None:
    properties = document.core_properties
    moment = datetime(sheet.dated_on.year, sheet.dated_on.month, sheet.dated_on.day, tzinfo=UTC)
    properties.title = text.one_line(sheet.title)[:255]
    properties.subject = text.one_line(sheet.reference)[:255]
    properties.author = properties.last_modified_by = text.one_line(sheet.authority)[:255]
    properties.language = "en-GB"
    properties.comments = ""
    # The library's own template carries a picture of an empty page: nobody could say what it shows.
    links = document.part.package.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/thumbnail")]:
        links.pop(key)
    properties.created = properties.modified = moment


def _header_and_footer(document: Document, sheet: Sheet) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(f"Our reference: {text.one_line(sheet.reference)}")
    if sheet.banner.strip():
        head.add_run("\t\t" + text.one_line(sheet.banner)).bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{text.one_line(sheet.authority)}\t\tPage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Part, instruction: str) -> None:
    """A field that Word works out, with a number already there for readers that do not."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(text.one_line(block.text), block.level)
        case Paragraph():
            _lines(document.add_paragraph(), text.clean(block.text))
        case Notice():
            _lines(document.add_paragraph(style="Notice"), text.clean(block.text))
        case Bullets():
            for item in block.items:
                _lines(document.add_paragraph(style="List Bullet"), text.clean(item))
        case Definitions():
            for term, words in block.items:
                _definition(document, term, words)
        case Quote():
            _quote(document, block)
        case Table():
            _table(document, block)
        case Lines():
            _together(document, block)
        case Marked():
            _marked(document, block)


def _lines(paragraph: Part, value: str, *, bold: bool = False) -> None:
    """Text as it stands, a line end as a line break. Nothing in it is read as a field or as mark-up."""
    for number, line in enumerate(value.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.bold = bold or None


def _definition(document: Document, term: str, words: str) -> None:
    paragraph = document.add_paragraph(style="Definition")
    _lines(paragraph, f"{text.one_line(term)}: ", bold=True)
    _lines(paragraph, text.clean(words))


def _quote(document: Document, quote: Quote) -> None:
    paragraph = document.add_paragraph(style="Quote")
    _lines(paragraph, text.clean(quote.text))
    if quote.source.strip():
        paragraph.paragraph_format.keep_with_next = True
        _lines(document.add_paragraph(style="Quote"), f"— {text.one_line(quote.source)}")


def _marked(document: Document, marked: Marked) -> None:
    paragraph = document.add_paragraph()
    for change, words in marks.said(marked.pieces):
        for number, line in enumerate(text.clean(words).split("\n")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
            run.underline = change is Change.ADDED or None
            run.font.strike = change is Change.REMOVED or None


def _together(document: Document, lines: Lines) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_together = True
    for number, line in enumerate(lines.lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(text.one_line(line))
        run.bold = (lines.strong_first and number == 0) or None


def _table(document: Document, content: Table) -> None:
    document.add_paragraph(
        text.one_line(content.caption), style="Caption"
    ).paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(content.header), style="Table Grid")
    _describe(table, text.one_line(content.caption))
    for cell, words in zip(table.rows[0].cells, content.header, strict=True):
        _lines(cell.paragraphs[0], text.clean(words), bold=True)
        _shade(cell)
    _row_property(table.rows[0], "w:tblHeader")
    for row in content.rows:
        added = table.add_row()
        _row_property(added, "w:cantSplit")
        for cell, words in zip(added.cells, row, strict=True):
            _lines(cell.paragraphs[0], text.clean(words))
    document.add_paragraph(style="After table").alignment = WD_ALIGN_PARAGRAPH.LEFT


def _describe(table: Part, caption: str) -> None:
    """The table's title as alternative text."""
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), caption)
    table._tbl.tblPr.append(described)


def _row_property(row: Part, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: Part) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", ACCENT_FILL)):
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _settled(written: bytes, dated_on: date) -> bytes:
    """The same package with every part dated `dated_on`, so that the bytes depend on the content alone."""
    stamp = (max(dated_on.year, 1980), dated_on.month, dated_on.day, 0, 0, 0)
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return settled.getvalue()
