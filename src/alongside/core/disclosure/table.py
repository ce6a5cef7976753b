"""A table of counts as it would be published, and the same table once it is safe to publish."""

from dataclasses import dataclass

from alongside.core.refusal import Refused


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of people by two things. Every person is in one cell.

    `row_totals` and `column_totals` say whether those totals are published beside the cells; the grand total
    is published where either is. A simple list is a table of one row without column totals.
    Raises `Refused` where the counts do not fit the headings or cannot be counts of people.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    row_totals: bool = True
    column_totals: bool = True

    def __post_init__(self) -> None:
        """Refuse what is not a table of counts."""
        if len(self.counts) != len(self.rows):
            raise Refused(f"A table of {len(self.rows)} rows was given {len(self.counts)} rows of counts.")
        for row, counts in zip(self.rows, self.counts, strict=True):
            if len(counts) != len(self.columns):
                raise Refused(f"The row “{row}” has {len(counts)} counts for {len(self.columns)} columns.")
            for column, count in zip(self.columns, counts, strict=True):
                if count < 0:
                    raise Refused(f"The count in row “{row}”, column “{column}” is {count}: below nought.")

    def with_totals(self) -> tuple[tuple[int, ...], ...]:
        """The counts with a last column of row totals and a last row of column totals."""
        across = [(*counts, sum(counts)) for counts in self.counts]
        down = tuple(sum(counts[column] for counts in across) for column in range(len(self.columns) + 1))
        return (*across, down)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A table that is safe to publish. None stands where a number is not shown, small or not.

    Totals that were never to be published are None too.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None
