"""The return as files, written person by person: one XML, and the nine CSV files of the COLLECT export."""

import csv
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TextIO
from xml.sax.saxutils import escape

from alongside.integrations.safe_files import exports
from alongside.integrations.sen2 import layout, returns
from alongside.integrations.sen2.writing import texts

FIRST: Final = ("collection", "year", "referencedate")


class Xml:
    """The XML file. Absent items are left out; the tables follow the items of their parent."""

    def __init__(self, path: Path, header: returns.Header) -> None:
        self.path, self.header = path, header
        self.year = header.year or 0
        self._out: TextIO | None = None

    def __enter__(self) -> Self:
        self._out = out = self.path.open("w", encoding="utf-8", newline="\n")
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<Message>\n<Header>\n')
        told = {
            item[0]: (item[1], texts.plain(held))
            for item, held in texts.texts("sen2", self.header, self.year)
        }
        rest = tuple(column for column in told if column not in FIRST)
        for group, columns in (("CollectionDetails", FIRST), ("Source", rest)):
            inner = "".join(
                f"<{told[c][0]}>{escape(told[c][1])}</{told[c][0]}>" for c in columns if c in told
            )
            out.write(f"<{group}>{inner}</{group}>\n")
        out.write("</Header>\n<Persons>\n")
        return self

    def add(self, person: returns.Person) -> None:
        """Write one person."""
        assert self._out is not None
        parts: list[str] = []
        _element(parts, "person", person, self.year)
        self._out.write("".join(parts) + "\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._out is not None
        if kind is None:
            self._out.write("</Persons>\n</Message>\n")
        self._out.close()


def _element(parts: list[str], table: str, value: Any, year: int) -> None:
    tag = texts.TAGS[table]
    parts.append(f"<{tag}>")
    for (_, name, _), held in texts.texts(table, value, year):
        parts.append(f"<{name}>{escape(texts.plain(held))}</{name}>")
    for child, each in texts.below(table, value):
        _element(parts, child, each, year)
    parts.append(f"</{tag}>")


class Blade:
    """The nine CSV files, joined by numbers as COLLECT's own export is. No cell of them can run as a formula."""

    def __init__(self, folder: Path, header: returns.Header) -> None:
        self.folder, self.header = folder, header
        self.year = header.year or 0
        self._counts: Counter[str] = Counter()
        self._files = ExitStack()
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        on = self.header.reference_on
        name = f"Blade-Export_{on:%d-%m-%Y}_" if on is not None else "Blade-Export_"
        for table in layout.TABLES:
            file = self._files.enter_context(
                (self.folder / f"{name}{table}.csv").open("w", encoding="utf-8", newline="")
            )
            self._writers[table] = csv.writer(file)
            self._writers[table].writerow(
                [*_keys(table), *(item[0] for item in texts.items_of(table, self.year))]
            )
        self._row("sen2", self.header, "")
        return self

    def add(self, person: returns.Person) -> None:
        """Write one person and all that hangs on it."""
        self._add("person", person, "1")

    def _add(self, table: str, value: Any, above: str) -> None:
        key = self._row(table, value, above)
        for child, each in texts.below(table, value):
            self._add(child, each, key)

    def _row(self, table: str, value: Any, above: str) -> str:
        self._counts[table] += 1
        number = str(self._counts[table])
        told = {item[0]: texts.of_the_export(held) for item, held in texts.texts(table, value, self.year)}
        cells = [told.get(item[0], "") for item in texts.items_of(table, self.year)]
        keys = [number, "", number, "1", *([above] if table != "sen2" else [])]
        self._writers[table].writerow([exports.inert(cell) for cell in (*keys, *cells)])
        return number

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()


def _keys(table: str) -> list[str]:
    own = [layout.own_key(table), "NativeId", f"{table}orderseqcolumn", "sourceid"]
    return own if table == "sen2" else [*own, layout.own_key(layout.PARENT.get(table, "sen2"))]
