"""Joins the tables of a return, as CSV files or sheets hold them, into one record for each person.

A row is kept as one text until its person's turn, so that ninety thousand persons fit in the child. Every row
whose parent is missing, and every key given twice, is yielded as `{"unusable": …}`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import layout

Record = dict[str, Any]
SEPARATOR = "\x1f"
NEED_THEIR_OWN_KEY = ("person", "requests")
FALLBACK_KEY = layout.own_key("requests")


@dataclass(slots=True)
class _Table:
    name: str
    columns: list[str]  # one for each cell; "" for a cell that is not kept
    own: int | None  # position of the row's own key
    link: str  # the key column that names the parent row
    rows: dict[str, list[str]] = field(default_factory=dict)  # by parent key


class Tables:
    """Takes the tables one by one in any order, then gives the persons."""

    def __init__(self) -> None:
        self._tables: dict[str, _Table] = {}

    def add(
        self, name: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
    ) -> Iterator[Record]:
        """Take one table; yield what of it cannot be used. `rows` come with their numbers in the file."""
        known = [layout.column_name(name, cell) for cell in header]
        keys = {column: at for at, column in reversed(list(enumerate(known))) if column.endswith("tableid")}
        parent = layout.PARENT.get(name)
        link = layout.own_key(parent) if parent else ""
        if parent and link not in keys:
            link = FALLBACK_KEY
        if name in NEED_THEIR_OWN_KEY and layout.own_key(name) not in keys:
            raise FileRefused(
                f"the table “{name}” has no column {layout.own_key(name)}, so its rows cannot be joined "
                f"to the others. "
                "Export it again with its key columns."
            )
        kept = ["" if layout.is_machinery(column) else column for column in known]
        self._tables[name] = table = _Table(name, kept, keys.get(layout.own_key(name)), link)
        if parent and link not in keys:
            yield unusable(
                name,
                1,
                layout.own_key(parent),
                "",
                "this key column is missing, so no row can be joined",
                "TABLE",
            )
            return
        at = keys.get(link)
        for number, cells in rows:
            if len(cells) > len(known) and any(cells[len(known) :]):
                yield unusable(
                    name, number, "", cells[len(known)], "there are more cells than headings", "ROW"
                )
            own = cells[table.own].strip() if table.own is not None and table.own < len(cells) else ""
            above = "" if at is None or at >= len(cells) else cells[at].strip()
            clean = (cell.strip().replace(SEPARATOR, " ") for cell in cells[: len(known)])
            table.rows.setdefault(above, []).append(SEPARATOR.join((str(number), own, *clean)))

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def header(self) -> Record | None:
        """The header's items, or None where there is no such table."""
        table = self._tables.get("sen2")
        rows = [row for group in table.rows.values() for row in group] if table else []
        return _items(table, rows[0])[0] if table and rows else None

    def persons(self) -> Iterator[Record]:
        """Yield `{"person": …}` for each row of the person table, in order, then what was left over."""
        seen: set[str] = set()
        table = self._tables["person"]
        for row in [row for group in table.rows.values() for row in group]:
            node, own = _items(table, row)
            if not own or own in seen:
                why = "this key is used by an earlier row" if own else "the key is empty"
                yield unusable("person", node["_row"], layout.own_key("person"), own, why, "KEY")
                continue
            seen.add(own)
            self._hang(node, "person", {layout.own_key("person"): own})
            yield {"person": node}
        yield from self._left_over()

    def _hang(self, node: Record, name: str, keys: Mapping[str, str]) -> None:
        for child in layout.CHILDREN.get(name, ()):
            table = self._tables.get(child)
            if table is None:
                continue
            for row in table.rows.pop(keys.get(table.link, ""), ()):
                below, own = _items(table, row)
                node.setdefault(child, []).append(below)
                self._hang(below, child, {**keys, layout.own_key(child): own})

    def _left_over(self) -> Iterator[Record]:
        for name in layout.PARENT:
            table = self._tables.get(name)
            for key, rows in table.rows.items() if table else ():
                for row in rows:
                    number = int(row.partition(SEPARATOR)[0])
                    yield unusable(
                        name, number, table.link if table else "", key, "no usable row has this key", "ORPHAN"
                    )


def unusable(table: str, row: int, column: str, value: str, reason: str, kind: str) -> Record:
    """A row of a table that cannot be used, as the parent is told of it; `kind` as in `returns.Unusable`."""
    found = {"table": table, "row": row, "column": column, "value": value, "reason": reason, "kind": kind}
    return {"unusable": found}


def _items(table: _Table, row: str) -> tuple[Record, str]:
    number, own, *cells = row.split(SEPARATOR)
    node: Record = {"_row": int(number)}
    for column, cell in zip(table.columns, cells, strict=False):
        if cell and column:
            node[column] = cell
    return node, own
