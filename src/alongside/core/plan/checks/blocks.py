"""What a word-processed document is made of, whatever program wrote it: lines, and grids of cells of lines.

The integrations yield these as plain JSON; everything after that is worked out here, in `core`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `level` is that of a real heading (1 the highest, 0 none)."""

    text: str
    level: int = 0
    is_bold: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid. `goes_on` is true where it is merged with the cell above it."""

    blocks: tuple["Block", ...]
    goes_on: bool = False

    @property
    def text(self) -> str:
        """All that stands in the cell, a line for each paragraph."""
        return "\n".join(line.text for line in lines_of(self.blocks)).strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row. Rows may differ in length, as merged cells stand once."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Written:
    """A document as it was read: its body, what stands in its margins, and comments still attached to it."""

    name: str
    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """Every line, in reading order, also of the cells within cells."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from lines_of(cell.blocks)


def from_json(name: str, record: Mapping[str, Any]) -> Written:
    """A document from the record that a reader sent.

    A line is a list of text, level, bold and listed; a grid is a list of rows, of cells, each with its
    `blocks` and whether it `goes_on`.
    """
    return Written(
        name=name,
        blocks=_blocks(record["blocks"]),
        margins=tuple(str(text) for text in record.get("margins", ())),
        comments=tuple(str(text) for text in record.get("comments", ())),
    )


def _blocks(found: Sequence[Any]) -> tuple[Block, ...]:
    return tuple(_block(one) for one in found)


def _block(found: Any) -> Block:
    if "rows" in found:
        return Grid(
            tuple(
                tuple(Cell(_blocks(cell["blocks"]), bool(cell.get("goes_on"))) for cell in row)
                for row in found["rows"]
            )
        )
    return Line(
        text=str(found["text"]),
        level=int(found.get("level", 0)),
        is_bold=bool(found.get("bold")),
        is_listed=bool(found.get("listed")),
    )
