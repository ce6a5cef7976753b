"""Small-number suppression: nobody can be picked out of a published table, nor worked out from its totals.

A count of one to four is not shown (a nought is: it is about nobody). One hidden cell alone could be worked
out by taking the others from the total, so further cells are hidden with it, as small as will do. The rule
kept is stronger than "cannot be worked out": for every small count that is hidden, everything published is
consistent with that count being five or more.

How: in a table with its totals, numbers can be moved without changing anything published only around closed
rings of hidden cells, adding in one cell and taking from the next. For each small count the cheapest ring on
which it can be raised to the threshold is found (Dijkstra's algorithm), and the ring is hidden. The four
corners made by a cell, its row total, its column total and the grand total are always such a ring, so one
always exists.
Source: L. H. Cox (1980), Suppression methodology and statistical disclosure control, Journal of the American
Statistical Association 75. The threshold of five is the one this service promises for everything public.

Not covered: what somebody could work out from two tables of overlapping people published apart. Publish each
population once.
"""

import heapq
from collections.abc import Iterator

from alongside.core.disclosure.table import Suppressed, Table

THRESHOLD = 5

Cell = tuple[int, int]
Node = tuple[str, int]


class _Rings:
    """Rings of cells in a table with its totals, the cheapest first."""

    def __init__(self, table: Table) -> None:
        self.values = table.with_totals()
        self.last_row, self.last_column = len(table.rows), len(table.columns)
        self.hidden: set[Cell] = set()
        self.unpublished = {cell for cell in self.cells() if not self._is_published(cell, table)}

    def cells(self) -> Iterator[Cell]:
        """Every cell, totals last in their row."""
        for row in range(self.last_row + 1):
            for column in range(self.last_column + 1):
                yield row, column

    def value(self, cell: Cell) -> int:
        """The count in a cell."""
        return self.values[cell[0]][cell[1]]

    def _is_published(self, cell: Cell, table: Table) -> bool:
        in_last_row, in_last_column = cell[0] == self.last_row, cell[1] == self.last_column
        if in_last_row and in_last_column:
            return table.row_totals or table.column_totals
        return not (in_last_row and not table.column_totals) and not (in_last_column and not table.row_totals)

    def _is_total(self, cell: Cell) -> bool:
        return cell[0] == self.last_row or cell[1] == self.last_column

    def _cost(self, cell: Cell) -> int:
        """What is lost by hiding a cell: little for a small count, much for a total.

        A nought costs more than any count: a reader may know that nobody can be in that cell.
        """
        if cell in self.hidden or cell in self.unpublished:
            return 0
        everybody = self.values[-1][-1] + 1
        if self._is_total(cell):
            return everybody * 1_000
        return self.value(cell) or everybody

    def _can_take(self, cell: Cell, *, from_row: bool, amount: int) -> bool:
        """Whether a cell can change by `amount` when a ring passes it from its row or from its column.

        Passing from row to column adds to a cell and takes from a total of a row or column; the other way
        round it is the reverse. Adding is always possible; nothing falls below nought.
        """
        is_odd_total = (cell[0] == self.last_row) is not (cell[1] == self.last_column)
        adds = from_row is not is_odd_total
        return adds or self.value(cell) >= amount

    def _steps(self, node: Node, amount: int, but: Cell) -> Iterator[tuple[Node, Cell]]:
        kind, index = node
        if kind == "row":
            ends = [(("column", column), (index, column)) for column in range(self.last_column + 1)]
        else:
            ends = [(("row", row), (row, index)) for row in range(self.last_row + 1)]
        for end, cell in ends:
            if cell != but and self._can_take(cell, from_row=kind == "row", amount=amount):
                yield end, cell

    def around(self, cell: Cell, amount: int) -> list[Cell]:
        """The cells of the cheapest ring on which `cell` can be raised by `amount`, without `cell` itself."""
        row, column = ("row", cell[0]), ("column", cell[1])
        is_odd_total = (cell[0] == self.last_row) is not (cell[1] == self.last_column)
        start, goal = (row, column) if is_odd_total else (column, row)
        came_by: dict[Node, tuple[Node, Cell]] = {}
        costs: dict[Node, int] = {start: 0}
        queue: list[tuple[int, Node]] = [(0, start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if cost > costs[node]:
                continue
            for end, passed in self._steps(node, amount, cell):
                dearer = cost + self._cost(passed)
                if end not in costs or dearer < costs[end]:
                    costs[end], came_by[end] = dearer, (node, passed)
                    heapq.heappush(queue, (dearer, end))
        ring = []
        while goal != start:
            goal, passed = came_by[goal]
            ring.append(passed)
        return ring


def suppress(table: Table, *, under: int = THRESHOLD) -> Suppressed:
    """The table with every count from one to `under` - 1 hidden, and as many others as that needs."""
    rings = _Rings(table)
    published = [cell for cell in rings.cells() if cell not in rings.unpublished]
    small = [cell for cell in published if 0 < rings.value(cell) < under]
    rings.hidden.update(small)
    for cell in small:
        rings.hidden.update(rings.around(cell, under - rings.value(cell)))
    not_shown = rings.hidden | rings.unpublished
    shown = tuple(
        tuple(
            None if (row, column) in not_shown else rings.value((row, column))
            for column in range(rings.last_column + 1)
        )
        for row in range(rings.last_row + 1)
    )
    return Suppressed(
        rows=table.rows,
        columns=table.columns,
        counts=tuple(row[:-1] for row in shown[:-1]),
        row_totals=tuple(row[-1] for row in shown[:-1]),
        column_totals=shown[-1][:-1],
        total=shown[-1][-1],
    )
