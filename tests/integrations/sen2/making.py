"""Small invented returns, written in each form for the tests.

The workbook is written with openpyxl, which the program itself does not need.
"""

import datetime
from collections.abc import Iterable
from pathlib import Path

import openpyxl

from alongside.integrations.sen2 import layout, read, returns, synthetic, synthetic_files, values

SHEETS = {
    "person": "Person",
    "requests": "Requests",
    "assessment": "Assessments",
    "namedplan": "Named Plan",
    "plandetail": "Plan Detail",
    "activeplans": "Active Plan",
    "placementdetail": "Placement Detail",
    "senneed": "SEN Need",
}


def invented(count: int, *, year: int = 2025, seed: int = 1) -> tuple[returns.Header, list[returns.Person]]:
    making = synthetic.Making(count, year, seed)
    return synthetic.header(making), list(synthetic.persons(making))


def read_all(path: Path) -> tuple[read.Reading, list[returns.Person]]:
    opened = read.open_return(path)
    return opened, list(opened.persons())


def xml(folder: Path, persons: str, *, header: str = "<Year>2025</Year><LEA>931</LEA>") -> Path:
    path = folder / "return.xml"
    path.write_text(
        f"<Message><Header><Source>{header}</Source></Header>\n<Persons>{persons}</Persons></Message>"
    )
    return path


def write_workbook(path: Path, header: returns.Header, persons: Iterable[returns.Person]) -> None:
    """The pre-submission form: a sheet for each table but the header, keyed by person and request only."""
    tables = synthetic_files.tables(header, persons)
    request_of = _requests_of(tables)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, name in SHEETS.items():
        keys = ["persontableid"] if table == "person" else ["persontableid", "requeststableid"]
        columns = [*keys, *sorted(layout.COLUMNS[table])]
        sheet = book.create_sheet(name)
        sheet.append([column.capitalize() for column in columns])
        for row in tables[table]:
            key = row[layout.own_key(table)]
            request = request_of[table][key] if table != "person" else ""
            person = request_of["requests persons"][request] if request else key
            held = {**row, "requeststableid": request, "persontableid": person}
            sheet.append([_cell(column, held.get(column, "")) for column in columns])
    book.save(path)


def _requests_of(tables: dict[str, list[synthetic_files.Row]]) -> dict[str, dict[str, str]]:
    found = {
        "requests": {row["requeststableid"]: row["requeststableid"] for row in tables["requests"]},
        "requests persons": {row["requeststableid"]: row["persontableid"] for row in tables["requests"]},
    }
    for table in layout.TABLES[3:]:
        parent = layout.PARENT[table]
        found[table] = {
            row[layout.own_key(table)]: found[parent][row[layout.own_key(parent)]] for row in tables[table]
        }
    return found


def _cell(column: str, text: str) -> str | int | datetime.date | bool | None:
    """As Excel holds it: dates as dates, keys and flags as numbers or booleans."""
    if not text:
        return None
    if text.endswith(" 00:00:00"):
        return values.day(text)
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isdigit() and column not in ("lea",) else text
