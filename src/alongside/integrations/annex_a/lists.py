"""One list in memory, column by column: what the tests work on, whether it came from a file or from live cases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from alongside.integrations.annex_a import cells, columns
from alongside.integrations.annex_a.write import Row


@dataclass(slots=True)
class List:
    """A list: its number (1 or 2), its columns by name, all of one length, and which rows are wholly empty.

    `memories` hold what could not be read. Rows are counted from 0 here; people are told from 1.
    """

    number: int
    headings: columns.Headings
    columns: dict[str, list[Any]] = field(default_factory=dict)
    memories: dict[str, cells.Memory] = field(default_factory=dict)
    blank: set[int] = field(default_factory=set)
    rows: int = 0

    def has(self, names: Iterable[str]) -> bool:
        """True if the list has all these columns."""
        return all(name in self.columns for name in names)

    def said(self, name: str, value: Any) -> str:
        """What stood in a cell whose value could not be read."""
        memory = self.memories[name]
        if isinstance(memory, cells.Days):
            return memory.bad[-int(value) - 1]
        if isinstance(memory, cells.Numbers):
            return memory.bad[int(-value) - 2]
        return str(value)


def of_row(number: int, row: Row) -> List:
    """A list of one row, so that the tests run on one child."""
    wanted = [column for column in columns.COLUMNS if number in column.lists]
    places = {column.name: at for at, column in enumerate(wanted)}
    held = List(number, columns.Headings(places, (), ()), rows=1)
    for column in wanted:
        memory = held.memories[column.name] = cells.memory_for(column)
        value = row.get(column.name)
        held.columns[column.name] = [memory["" if value is None else value]]
    return held
