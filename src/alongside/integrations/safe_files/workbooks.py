"""Careful workbooks, inside the child: every sheet as rows of text."""

import datetime
from collections.abc import Iterator
from typing import Any

import python_calamine

from alongside.integrations.safe_files.refusal import FileRefused

MOST_COLUMNS, MOST_ROWS = 512, 500_000
SLACK = "Delete the unused rows and columns (Ctrl+End shows the last used cell), save, and try once more."


def sheet_names(path: str) -> list[str]:
    """The names of the sheets, in order."""
    return list(opened(path).sheet_names)


def rows(path: str, sheet: str) -> Iterator[tuple[int, list[str]]]:
    """Each row of a sheet that holds anything, with its number as the program shows it (first row is 1).

    Dates become ISO text, whole numbers lose their decimal point, true and false become 1 and 0.
    """
    for number, row in enumerate(
        raw_rows(opened(path), sheet), start=1
    ):  # empty rows at the top are yielded too
        cells = [text(value) for value in row]
        if any(cells):
            yield number, cells


def raw_rows(book: python_calamine.CalamineWorkbook, sheet: str) -> Iterator[list[Any]]:
    """Each row of a sheet, empty ones too, with its cells as the workbook holds them; "" is an empty cell."""
    found = book.get_sheet_by_name(sheet)
    for size, most, what in (
        (found.width, MOST_COLUMNS, "columns wide"),
        (found.total_height, MOST_ROWS, "rows long"),
    ):
        if size > most:
            raise FileRefused(f"sheet “{sheet}” is {size:,} {what}; at most {most:,} are read. {SLACK}")
    yield from found.iter_rows()


def text(value: object) -> str:
    """One cell as text."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).strip()


def opened(path: str) -> python_calamine.CalamineWorkbook:
    """The workbook, of which no sheet is read yet. Raises FileRefused for what is none."""
    try:
        return python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.PasswordError:
        raise FileRefused("the workbook is locked with a password. Save it again without one.")
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise FileRefused(
            f"this is not a workbook that can be read ({str(error)[:120]}). Save it again as .xlsx."
        )
