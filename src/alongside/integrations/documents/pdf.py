"""A sheet as a tagged PDF/UA-1 file, by Typst.

The template is fixed text of ours. What people wrote reaches it as JSON and is only ever set as a string, so
no user text can be mark-up. Typst refuses to compile what is not accessible; that refusal is never caught.
"""

import json
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

import typst

from alongside.integrations.documents import glyphs, marks, text
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

# About how many characters fit on a line; a longer run without a space may be broken.
_ON_LINE = 60
_IN_HEADING = 30

Text = list[list[str]]


def letter(content: Letter) -> bytes:
    """The letter as PDF. Raises DocumentRefused where it leaves out what it must state."""
    return render(of_letter(content))


def plan(content: PlanDocument) -> bytes:
    """The plan as PDF. Raises DocumentRefused where a section is missing or may not stand as it is."""
    return render(of_plan(content))


def render(sheet: Sheet) -> bytes:
    """The sheet as PDF/UA-1. The same sheet gives the same bytes: the file is dated by `dated_on`."""
    try:
        return _compiled(sheet, plain=False)
    except typst.TypstError as refusal:
        # A mark from one font over a letter from another cannot be drawn together; name such characters
        # instead.
        if "could not be displayed" not in refusal.message:
            raise
        return _compiled(sheet, plain=True)


def _compiled(sheet: Sheet, *, plain: bool) -> bytes:
    compiler = typst.Compiler(input=_template(), font_paths=_fonts(), ignore_system_fonts=True)
    printed = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"sheet": json.dumps(_Encoder(plain).sheet(sheet), ensure_ascii=False)},
        timestamp=datetime(sheet.dated_on.year, sheet.dated_on.month, sheet.dated_on.day, tzinfo=UTC),
    )
    if not isinstance(printed, bytes):
        raise TypeError(f"Typst gave {type(printed).__name__} and not one file for {sheet.reference}.")
    return printed


@cache
def _template() -> bytes:
    return (files("alongside.integrations.documents") / "sheet.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts in this folder, so that a page looks the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(glyphs.FONT_FOLDER)]
    )


class _Encoder:
    """Blocks as plain JSON values.

    Each text is a list of lines, each line a list of pieces that may be parted.
    """

    def __init__(self, plain: bool) -> None:
        self.plain = plain

    def sheet(self, sheet: Sheet) -> dict[str, object]:
        day = sheet.dated_on
        return {
            "title": self.line(sheet.title),
            "authority": self.line(sheet.authority),
            "reference": self.line(sheet.reference),
            "banner": self.line(sheet.banner),
            "letterhead": [self.line(line) for line in sheet.letterhead if line.strip()],
            "dated": [day.year, day.month, day.day],
            "blocks": [self.block(block) for block in sheet.blocks],
        }

    def line(self, value: str) -> str:
        return glyphs.drawable(text.one_line(value), plain=self.plain)

    def text(self, value: str, longest: int = _ON_LINE) -> Text:
        lines = glyphs.drawable(text.clean(value), plain=self.plain).split("\n")
        return [text.breakable(line, longest) for line in lines]

    def block(self, block: Block) -> dict[str, object]:
        match block:
            case Heading():
                return {
                    "is": "heading",
                    "level": block.level,
                    "text": self.text(text.one_line(block.text), _IN_HEADING),
                }
            case Paragraph():
                return {"is": "paragraph", "text": self.text(block.text)}
            case Notice():
                return {"is": "notice", "text": self.text(block.text)}
            case Bullets():
                return {"is": "bullets", "items": [self.text(item) for item in block.items]}
            case Definitions():
                items = [{"term": self.text(term), "text": self.text(words)} for term, words in block.items]
                return {"is": "definitions", "items": items}
            case Quote():
                return {"is": "quote", "text": self.text(block.text), "source": self.line(block.source)}
            case Table():
                return self.table(block)
            case Lines():
                lines = [piece for line in block.lines for piece in self.text(line)]
                return {"is": "lines", "lines": lines, "strong": block.strong_first}
            case Marked():
                pieces = [
                    {"change": change, "text": self.text(words)} for change, words in marks.said(block.pieces)
                ]
                return {"is": "marked", "pieces": pieces}

    def table(self, table: Table) -> dict[str, object]:
        """Columns as wide as their longest cell asks, within bounds: short ones leave room for long ones."""
        columns = zip(table.header, *table.rows, strict=True)
        widths = [min(max(*(len(cell) for cell in column), 10), 40) for column in columns]
        fits = [max(_ON_LINE * width // sum(widths) - 2, 8) for width in widths]

        def cells(row: tuple[str, ...]) -> list[Text]:
            return [self.text(cell, longest) for cell, longest in zip(row, fits, strict=True)]

        return {
            "is": "table",
            "caption": self.line(table.caption),
            "widths": widths,
            "header": cells(table.header),
            "cells": [cell for row in table.rows for cell in cells(row)],
        }
