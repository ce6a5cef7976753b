"""Writes the workbook of Annex A from plain rows. Nothing in it can run: every text is a text cell, never a formula.

A workbook is a zip of a few XML files, written here as a stream; no library is needed for so little.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Final
from xml.sax.saxutils import escape

from alongside.integrations.annex_a import columns

Cell = str | int | float | date | None
Row = Mapping[str, Cell]
"""A row by the names of `columns.COLUMNS`: id, upn, born … What is absent or None is left empty."""

_EPOCH: Final = date(1899, 12, 30).toordinal()  # day 0 of a workbook
_DATE, _TEXT = 1, 2
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_START: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
# The three looks of a cell: as it comes, a date, and text that is marked as never being a formula.
_STYLES: Final = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
_NO_XML: Final = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}


def sheet_name(number: int) -> str:
    """The sheet's name, with the underscore that the public validator asks for."""
    return f"List_{number}"


def workbook(path: Path, lists: Mapping[int, Iterable[Row]]) -> None:
    """Write lists 1 and 2, headings first, to `path`. Rows may come from an iterator of any length."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _fixed(columns.BOTH).items():
            archive.writestr(name, _START + content)
        for number in columns.BOTH:
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as out:
                _sheet(out, number, lists.get(number, ()))


def _sheet(out: IO[bytes], number: int, rows: Iterable[Row]) -> None:
    held = [column for column in columns.COLUMNS if number in column.lists]
    out.write(f'{_START}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
    headings = "".join(_cell(column.heading) for column in held)
    out.write(f"<row>{headings}</row>".encode())
    for row in rows:
        out.write(f"<row>{''.join(_cell(row.get(column.name)) for column in held)}</row>".encode())
    out.write(b"</sheetData></worksheet>")


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, date):
        return f'<c s="{_DATE}"><v>{value.toordinal() - _EPOCH}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    text = escape(value.translate(_NO_XML))
    return f'<c t="inlineStr" s="{_TEXT}"><is><t xml:space="preserve">{text}</t></is></c>'


def _fixed(numbers: Iterable[int]) -> dict[str, str]:
    """The parts that are the same in every workbook."""
    each = list(numbers)
    sheets = "".join(f'<sheet name="{sheet_name(n)}" sheetId="{n}" r:id="rId{n}"/>' for n in each)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(_part(name, kind) for name, kind in _parts(each))
        + "</Types>",
        "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in each]
            + [(f"rId{len(each) + 1}", "styles", "styles.xml")]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>',
    }


def _parts(numbers: Iterable[int]) -> Iterator[tuple[str, str]]:
    yield "/xl/workbook.xml", "sheet.main+xml"
    yield "/xl/styles.xml", "styles+xml"
    for number in numbers:
        yield f"/xl/worksheets/sheet{number}.xml", "worksheet+xml"


def _part(name: str, kind: str) -> str:
    return f'<Override PartName="{name}" ContentType="{_KIND}{kind}"/>'


def _relations(each: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in each)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
