"""What goes out to spreadsheets: text that no spreadsheet program takes for a formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(value: object) -> object:
    """The value for a cell. Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers.

    Source: OWASP, CSV injection. A text that is a plain negative number would be changed too: give numbers as numbers.
    """
    if isinstance(value, str) and value.lstrip(" ").startswith(_STARTS):
        return "'" + value
    return value


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file, every cell of it inert."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows([inert(cell) for cell in row] for row in rows)
