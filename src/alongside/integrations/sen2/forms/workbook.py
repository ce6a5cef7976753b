"""The pre-submission workbook, read inside the child: one sheet for each table, joined by persontableid and
requeststableid. It has no header sheet, so the year must be told."""

from collections.abc import Iterator, Mapping
from typing import Any

from alongside.integrations.safe_files import archives, workbooks
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import layout
from alongside.integrations.sen2.forms import blade, tables

Record = dict[str, Any]
WORKBOOK_PART = "xl/workbook"


def zip_records(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield the records of a zip container: a workbook of today, or the packed nine files of an export."""
    with archives.opened(path, most_bytes=int(options["most_bytes"])) as archive:
        is_workbook = any(name.startswith(WORKBOOK_PART) for name in archive.namelist())
    yield from (records if is_workbook else blade.zip_records)(path, options)


def records(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield the header, if any, and the persons of the workbook at `path`."""
    sheets: dict[str, str] = {}
    for sheet in workbooks.sheet_names(path):
        table = layout.table_name(sheet)
        if table:
            sheets.setdefault(table, sheet)
    for needed in ("person", "requests"):
        if needed not in sheets:
            raise FileRefused(
                f"there is no sheet named “{needed.capitalize()}”. A pre-submission workbook has the "
                f"sheets Person, "
                "Requests, Assessments, Named Plan, Plan Detail, Active Plan, Placement Detail and SEN Need."
            )
    joined = tables.Tables()
    for table in layout.TABLES:
        if table in sheets:
            rows = workbooks.rows(path, sheets[table])
            _, header = next(rows, (0, []))
            yield from joined.add(table, header, rows)
        elif table != "sen2":
            why = "there is no such sheet, so nothing of it was read"
            yield tables.unusable(table, 0, "", "", why, "TABLE")
    found = joined.header()
    if found is not None:
        yield {"sen2": found}
    yield from joined.persons()
