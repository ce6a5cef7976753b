"""One list as its file holds it, read inside the child, column by column."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import python_calamine

from alongside.integrations.annex_a import cells, columns
from alongside.integrations.annex_a.lists import List
from alongside.integrations.safe_files import archives, workbooks
from alongside.integrations.safe_files.refusal import FileRefused

HEADINGS_WITHIN, FEWEST_HEADINGS = 20, 4
AT_ONCE: Final = 2048
DELIMITERS: Final = (",", ";", "\t")
Rows = Iterator[Sequence[Any]]


def open_workbook(path: str, *, most_bytes: int) -> python_calamine.CalamineWorkbook:
    """The workbook, once what it declares to unpack to is known to be bearable."""
    with open(path, "rb") as file:
        is_zip = file.read(4) == b"PK\x03\x04"
    if is_zip:
        with archives.opened(path, most_bytes=most_bytes):
            pass  # checked before any parser sees it
    return workbooks.opened(path)


def sheet_of(book: python_calamine.CalamineWorkbook, number: int) -> str | None:
    """The sheet of a list: by its name, else the first other sheet with the headings of that list."""
    names = list(book.sheet_names)
    named = {name: n for n in columns.BOTH for name in names if f"list{n}" in columns.plain(name)}
    for name, n in named.items():
        if n == number:
            return name
    for name in names:
        if name not in named and _number_of(workbooks.raw_rows(book, name)) == number:
            return name
    return None


def _number_of(rows: Rows) -> int | None:
    """Which list the rows hold by their headings; None where they hold none."""
    try:
        return list_of(_headings(rows))
    except FileRefused:
        return None


def list_of(found: columns.Headings) -> int:
    """Which list has these headings: only List 1 has the dates of the plan."""
    return 1 if "initial" in found.places or "reviewed" in found.places else 2


def csv_rows(path: str) -> Rows:
    """The rows of a CSV file in UTF-8, else in the Windows code page."""
    with open(path, "rb") as file:
        content = file.read()
    if b"\x00" in content:
        raise FileRefused("it holds bytes that are not text. Save it again as CSV.")
    try:
        said = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = content.decode("cp1252", errors="replace")
    first = said[: said.find("\n")]
    reader = csv.reader(io.StringIO(said, newline=""), delimiter=max(DELIMITERS, key=first.count))
    try:
        yield from reader
    except csv.Error as error:
        raise FileRefused(f"it is not a table of comma separated values at line {reader.line_num} ({error}).")


def read(rows: Rows, number: int | None) -> List:
    """The list that the rows hold. Its number is told by its headings where it is None.

    Raises FileRefused where there are no headings within the first rows.
    """
    found = _headings(rows)
    held = List(number or list_of(found), found)
    wanted = [c for c in columns.COLUMNS if held.number in c.lists and c.name in found.places]
    held.columns = {column.name: [] for column in wanted}
    held.memories = {column.name: cells.memory_for(column) for column in wanted}
    width = max(found.places.values()) + 1
    while chunk := list(islice(rows, AT_ONCE)):
        if any(len(row) < width for row in chunk):
            chunk = [[*row, *[""] * (width - len(row))] for row in chunk]
        across = list(zip(*chunk, strict=False))
        for column in wanted:
            held.columns[column.name].extend(
                _worked_out(across[found.places[column.name]], held.memories[column.name])
            )
        held.rows += len(chunk)
    _blanks(held)
    return held


def _worked_out(values: Sequence[Any], memory: cells.Memory) -> Iterable[Any]:
    if isinstance(memory, cells.Texts) and set(map(type, values)) == {str}:
        return map(str.strip, values)
    return map(memory.__getitem__, values)


def _blanks(held: List) -> None:
    """Note the empty rows, and leave out those at the end, which programs keep when they were once formatted."""
    rows: Iterable[int] = range(held.rows)
    for name, column in held.columns.items():
        nothing = cells.EMPTY_NUMBER if columns.BY_NAME[name].kind == "number" else None
        rows = [row for row in rows if column[row] == nothing or not column[row]]
    held.blank = set(rows)
    while held.rows - 1 in held.blank:
        held.rows -= 1
        held.blank.discard(held.rows)
    for column in held.columns.values():
        del column[held.rows :]


def _headings(rows: Rows) -> columns.Headings:
    """The row of headings: the first of the first twenty that has four of them."""
    for row in islice(rows, HEADINGS_WITHIN):
        found = columns.headings([cells.text(cell) for cell in row])
        if len(found.places) >= FEWEST_HEADINGS:
            return found
    raise FileRefused(
        f"none of the first {HEADINGS_WITHIN} rows has the headings of a list of Annex A (Unique ID, UPN, ULN, Date of "
        "birth …). Put the headings into the first row."
    )
