"""Writes invented persons as files: the XML of 2023 or of 2024 on, and the nine CSV files.

Only for invented returns: it checks nothing. A return for the DfE is written elsewhere, with its checks.
"""

import csv
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from alongside.integrations.sen2 import items, layout, returns

GROUPS = {
    "requests": "Requests",
    "assessment": "Assessment",
    "namedplan": "NamedPlan",
    "plandetail": "PlanDetail",
    "activeplans": "ActivePlans",
    "placementdetail": "PlacementDetail",
    "senneed": "SENneed",
}
GENDER_OF_2023 = {"M": "1", "F": "2", "U": "9"}
Row = dict[str, str]


def write_xml(path: Path, header: returns.Header, persons: Iterable[returns.Person]) -> None:
    """Write the return as XML, with empty elements for what is absent, as the sample of 2024 does."""
    with path.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<Message>\n<Header>\n')
        texts = _texts("sen2", header, header)
        names = layout.ELEMENTS["sen2"].split()
        for group, chosen in (("CollectionDetails", names[:3]), ("Source", names[3:])):
            inner = "".join(f"<{n}>{escape(texts[n.lower()])}</{n}>" for n in chosen if n.lower() in texts)
            out.write(f"<{group}>{inner}</{group}>\n")
        out.write("</Header>\n<Persons>\n")
        for person in persons:
            out.write(_element("Person", "person", person, header) + "\n")
        out.write("</Persons>\n</Message>\n")


def tables(header: returns.Header, persons: Iterable[returns.Person]) -> dict[str, list[Row]]:
    """The nine tables of the COLLECT export, each a list of rows with keys, dates as 2022-Sep-28 00:00:00."""
    found: dict[str, list[Row]] = {table: [] for table in layout.TABLES}
    found["sen2"].append({"sen2tableid": "1", **_blade_texts("sen2", header, header)})
    for person in persons:
        _add_row(found, "person", person, "1", header)
    return found


def write_blade(folder: Path, header: returns.Header, persons: Iterable[returns.Person]) -> None:
    """Write the nine files of the export into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables(header, persons).items():
        parent = layout.PARENT.get(table, "sen2")
        keys = [
            layout.own_key(table),
            "NativeId",
            f"{table}orderseqcolumn",
            "sourceid",
            layout.own_key(parent),
        ]
        columns = [*keys[: 4 if table == "sen2" else 5], *sorted(layout.COLUMNS[table])]
        with (folder / f"Blade-Export_20-01-2025_{table}.csv").open(
            "w", encoding="utf-8", newline=""
        ) as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def write_zip(path: Path, header: returns.Header, persons: Iterable[returns.Person], work: Path) -> None:
    """Write the nine files packed in one zip file, by way of the folder `work`."""
    write_blade(work, header, persons)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(work.glob("*.csv")):
            archive.write(file, file.name)


def _add_row(found: dict[str, list[Row]], table: str, value: Any, above: str, header: returns.Header) -> None:
    key = str(len(found[table]) + 1)
    parent = layout.PARENT.get(table, "sen2")
    found[table].append(
        {layout.own_key(table): key, layout.own_key(parent): above, **_blade_texts(table, value, header)}
    )
    for child, below in _below(table, value):
        _add_row(found, child, below, key, header)


def _below(table: str, value: Any) -> Iterator[tuple[str, Any]]:
    for child in layout.CHILDREN.get(table, ()):
        attribute, only_one = items.PLACES[child]
        held = getattr(value, attribute)
        for below in (held,) if only_one else held:
            if below is not None:
                yield child, below


def _element(tag: str, table: str, value: Any, header: returns.Header) -> str:
    texts = _texts(table, value, header)
    own = [
        f"<{name}>{escape(texts[name.lower()])}</{name}>" if name.lower() in texts else f"<{name}/>"
        for name in layout.ELEMENTS[table].split()
        if name.lower() in texts or _could_be_there(table, name.lower(), header)
    ]
    inner = [_element(GROUPS[child], child, below, header) for child, below in _below(table, value)]
    return f"<{tag}>{''.join(own)}{''.join(inner)}</{tag}>"


def _could_be_there(table: str, column: str, header: returns.Header) -> bool:
    """True for items that the layout of the return's year has and that the sample writes empty."""
    only_2023 = column in ("gendercurrent", "attendancepattern") or (table, column) in _MOVED
    modern = (
        column in ("sex", "requestsource")
        or column.startswith(("review", "phase"))
        or column in ("res", "wbp")
    )
    return not only_2023 if (header.year or 0) >= 2024 else not modern or (table, column) in _MOVED


_MOVED = (("activeplans", "res"), ("activeplans", "wbp"))


def _texts(table: str, value: Any, header: returns.Header) -> Row:
    """The items of one row as text, in the layout of the return's year."""
    texts = {}
    for column, (attribute, _) in items.ITEMS[table].items():
        held = getattr(value, attribute, None)
        if held is not None:
            texts[column] = _text(held)
    if (header.year or 0) >= 2024:
        texts.pop("gendercurrent", None)
        return texts
    if "sex" in texts:
        texts["gendercurrent"] = GENDER_OF_2023[texts.pop("sex")]
    if table == "placementdetail":
        texts.pop("res", None)
        texts.pop("wbp", None)
    if table == "activeplans":
        first = next((p for p in value.placements if p.rank == "1"), None)
        for column, attribute in (("res", "residential"), ("wbp", "work_based")):
            if first is not None and getattr(first, attribute) is not None:
                texts[column] = getattr(first, attribute)
    return texts


def _blade_texts(table: str, value: Any, header: returns.Header) -> Row:
    texts = _texts(table, value, header)
    for column, (attribute, _) in items.ITEMS[table].items():
        held = getattr(value, attribute, None)
        if column in texts and isinstance(held, date):
            texts[column] = held.strftime("%Y-%b-%d 00:00:00")
        elif column in texts and isinstance(held, bool):
            texts[column] = "true" if held else "false"
    return texts


def _text(held: object) -> str:
    if isinstance(held, bool):
        return "1" if held else "0"
    return held.isoformat() if isinstance(held, date) else str(held)
