"""Runs in the child: reads one list, tests it, and sends what was found and what the other list is compared by.

Records: {"list", "rows"}; {"rule", "list", "columns", "found": [[row, value, said], …]}; {"keys": {column: values},
"number": of rows}. Rows are counted from 1, 0 is the whole list.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from alongside.integrations.annex_a import catalogue, running, sheets
from alongside.integrations.annex_a.catalogue import Rule
from alongside.integrations.annex_a.lists import List
from alongside.integrations.safe_files import workbooks

Record = dict[str, Any]
AT_ONCE: Final = 5_000
KEYS: Final = ("upn", "uln", "id", "born")
COMPARED: Final = (*KEYS, "need", "initial")
"""By what a row is known in the other list, and what is compared with a SEN2 return."""


def workbook(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """One list of a workbook; `options`: list, on, most_bytes, compare."""
    number = int(options["list"])
    book = sheets.open_workbook(path, most_bytes=int(options["most_bytes"]))
    sheet = sheets.sheet_of(book, number)
    if sheet is None:
        yield {"list": number, "rows": None}
        return
    yield from _checked(sheets.read(workbooks.raw_rows(book, sheet), number), options)


def comma_separated(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """The one list of a CSV file; its headings tell which."""
    yield from _checked(sheets.read(sheets.csv_rows(path), None), options)


def _checked(held: List, options: Mapping[str, Any]) -> Iterator[Record]:
    on = date.fromisoformat(options["on"])
    yield {"list": held.number, "rows": held.rows}
    yield from _about_headings(held)
    if held.rows == 0:
        yield _found(catalogue.rules()[held.number, "N04"], [], [[0, "", ""]])
    for rule, names, found in running.broken(held, on):
        for start in range(0, len(found), AT_ONCE):
            yield _found(rule, list(names), found[start : start + AT_ONCE])
    yield from _keys(held, COMPARED if options["compare"] else KEYS)


def _about_headings(held: List) -> Iterator[Record]:
    rules = catalogue.rules()
    for column in held.headings.missing(held.number):
        yield _found(rules[held.number, "N01"], [column.name], [[0, "", f"“{column.heading}”"]])
    for heading in held.headings.twice:
        said = f"“{heading}” is given twice; the first was read"
        yield _found(rules[held.number, "N02"], [], [[0, heading, said]])
    for heading, taken_for in held.headings.guessed:
        said = f"“{heading}” was read as “{taken_for}”"
        yield _found(rules[held.number, "N02"], [], [[0, heading, said]])


def _found(rule: Rule, names: list[str], found: list[list[Any]]) -> Record:
    return {"rule": rule.id, "list": rule.list, "columns": names, "found": found}


def _keys(held: List, names: Sequence[str]) -> Iterator[Record]:
    """The columns by which rows are known and compared, a part of each at a time."""
    for start in range(0, held.rows, AT_ONCE):
        part = {name: held.columns[name][start : start + AT_ONCE] for name in names if name in held.columns}
        yield {"keys": part, "number": min(AT_ONCE, held.rows - start)}
