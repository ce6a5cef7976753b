"""The nine-file CSV export of COLLECT (“blade”), as a folder or a zip, read inside the child."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from alongside.integrations.safe_files import archives
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import layout
from alongside.integrations.sen2.forms import tables

Record = dict[str, Any]
DELIMITERS = (",", ";", "\t")


def folder_records(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield the header and persons of the export whose files lie in the folder `path`."""
    found = _by_table([p.name for p in sorted(Path(path).iterdir()) if p.is_file()])
    yield from _records({name: Path(path, file).read_bytes() for name, file in found.items()}, found)


def zip_records(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield the header and persons of the export packed in the zip file `path`."""
    most = int(options["most_bytes"])
    with archives.opened(path, most_bytes=most) as archive:
        found = _by_table(archive.namelist())
        contents = {t: archives.contents(archive, file, most_bytes=most) for t, file in found.items()}
    yield from _records(contents, found)


def table_of_file(file: str) -> str | None:
    """The table that a file of the export holds, by the last part of its name: `…_person.csv`."""
    name = PurePosixPath(file.replace("\\", "/")).name.lower()
    if not name.endswith(".csv") or name.startswith("."):
        return None
    return layout.table_name(name.removesuffix(".csv").rpartition("_")[2])


def _by_table(files: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in files:
        table = table_of_file(file)
        if table in found:
            raise FileRefused(
                f"two files hold the table “{table}”: {found[table]} and {file}. Keep the files of one "
                f"export only."
            )
        if table:
            found[table] = file
    for needed in ("person", "requests"):
        if needed not in found:
            raise FileRefused(
                f"there is no file whose name ends in _{needed}.csv. Give the folder or zip file that "
                f"holds the "
                "nine files of the COLLECT export."
            )
    return found


def _records(contents: dict[str, bytes], files: Mapping[str, str]) -> Iterator[Record]:
    joined = tables.Tables()
    for table in layout.TABLES:
        if table not in contents:
            yield tables.unusable(
                table, 0, "", "", f"no file ends in _{table}.csv, so nothing of it was read", "TABLE"
            )
            continue
        yield from _table(joined, table, contents.pop(table), files[table])
    header = joined.header()
    if header is not None:
        yield {"sen2": header}
    yield from joined.persons()


def _table(joined: tables.Tables, table: str, content: bytes, file: str) -> Iterator[Record]:
    text = _decoded(content, file)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count))
    try:
        header = next(reader, [])
        rows = ((reader.line_num, cells) for cells in reader if any(cells))
        yield from joined.add(table, header, rows)
    except csv.Error as error:
        raise FileRefused(
            f"{file} is not a table of comma separated values at line {reader.line_num} ({error})."
        )


def _decoded(content: bytes, file: str) -> str:
    """UTF-8, else the Windows code page that older exports use. Bytes of value 0 are never text."""
    if b"\x00" in content:
        raise FileRefused(f"{file} holds bytes that are not text. Export it again as CSV.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
