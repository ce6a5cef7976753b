"""Small invented lists, written as workbooks and CSV files for the tests."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from alongside.integrations.annex_a import columns, synthetic, validate, write

ON = date(2026, 1, 15)


def row(number: int = 1) -> dict[str, Any]:
    """One row that no rule has anything to say about."""
    first = next(synthetic.rows(synthetic.Making(1, ON), number))
    plan = {"initial": date(2024, 6, 1), "updated": date(2025, 6, 1), "reviewed": date(2025, 7, 1)}
    return {
        **first,
        "born": date(2012, 5, 5),
        "subsidiary": None,
        "team": None,
        **(plan if number == 1 else {}),
    }


def rows(count: int, number: int) -> list[write.Row]:
    return list(synthetic.rows(synthetic.Making(count, ON), number))


def written(path: Path, first: Iterable[Mapping[str, Any]], second: Iterable[Mapping[str, Any]]) -> Path:
    write.workbook(path, {1: first, 2: second})
    return path


def sheets(path: Path, **given: list[list[Any]]) -> Path:
    """A workbook by openpyxl, as another program writes it: rows by the name of the sheet, _ for a space."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells in given.items():
        sheet = book.create_sheet(name.replace("__", " "))
        for each in cells:
            sheet.append(each)
    book.save(path)
    return path


def cells(
    number: int, given: Iterable[Mapping[str, Any]], *, headings: list[str] | None = None
) -> list[list[Any]]:
    """Headings and rows of a list."""
    held = [column for column in columns.COLUMNS if number in column.lists]
    return [headings or [c.heading for c in held], *([each.get(c.name) for c in held] for each in given)]


def as_csv(path: Path, number: int, given: Iterable[Mapping[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(cells(number, given))
    return path


def told(path: Path, **options: Any) -> set[tuple[int, str, int]]:
    """List, rule and row of everything that is found."""
    return {(f.list, f.rule, f.row) for f in validate.check(path, on=ON, **options).findings}
