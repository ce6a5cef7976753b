"""No count under five can be recovered from what is published, however it is attacked."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.disclosure.small_numbers import suppress
from alongside.core.disclosure.table import Suppressed, Table
from alongside.core.refusal import Refused


def table(counts: list[list[int]], *, row_totals: bool = True, column_totals: bool = True) -> Table:
    return Table(
        rows=tuple(f"row {i}" for i in range(len(counts))),
        columns=tuple(f"column {j}" for j in range(len(counts[0]))),
        counts=tuple(tuple(row) for row in counts),
        row_totals=row_totals,
        column_totals=column_totals,
    )


def tables(most: int, rows: int, columns: int) -> st.SearchStrategy[Table]:
    shape = st.tuples(st.integers(1, rows), st.integers(1, columns))
    counts = st.one_of(st.integers(0, min(6, most)), st.integers(0, most))
    return shape.flatmap(
        lambda s: st.builds(
            lambda c, r, d: table(c, row_totals=r, column_totals=d),
            st.lists(st.lists(counts, min_size=s[1], max_size=s[1]), min_size=s[0], max_size=s[0]),
            st.booleans(),
            st.booleans(),
        )
    )


def extended(shown: Suppressed) -> list[list[int | None]]:
    """Everything published, totals last."""
    rows = [[*row, total] for row, total in zip(shown.counts, shown.row_totals, strict=True)]
    return [*rows, [*shown.column_totals, shown.total]]


def equations(shape: tuple[int, int]) -> list[dict[tuple[int, int], int]]:
    """What every reader knows: cells of a row add up to its total, and cells of a column to theirs."""
    height, width = shape
    along = [{(i, j): 1 for j in range(width - 1)} | {(i, width - 1): -1} for i in range(height)]
    down = [{(i, j): 1 for i in range(height - 1)} | {(height - 1, j): -1} for j in range(width)]
    return along + down


def worked_out(shown: Suppressed) -> set[tuple[int, int]]:
    """The hidden numbers that follow from the published ones by addition and subtraction: Gauss-Jordan."""
    cells = extended(shown)
    shape = len(cells), len(cells[0])
    unknown = [(i, j) for i in range(shape[0]) for j in range(shape[1]) if cells[i][j] is None]
    matrix = []
    for equation in equations(shape):
        known = sum(sign * (cells[i][j] or 0) for (i, j), sign in equation.items() if cells[i][j] is not None)
        matrix.append([Fraction(equation.get(cell, 0)) for cell in unknown] + [Fraction(-known)])
    rank = 0
    for column in range(len(unknown)):
        pivot = next((r for r in range(rank, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[rank], matrix[pivot] = matrix[pivot], matrix[rank]
        matrix[rank] = [value / matrix[rank][column] for value in matrix[rank]]
        for r, row in enumerate(matrix):
            if r != rank and row[column]:
                matrix[r] = [a - row[column] * b for a, b in zip(row, matrix[rank], strict=True)]
        rank += 1
    single = [[c for c, v in enumerate(row[:-1]) if v] for row in matrix[:rank]]
    return {unknown[columns[0]] for columns in single if len(columns) == 1}


def consistent(shown: Suppressed, upto: int) -> list[dict[tuple[int, int], int]]:
    """Every table of whole numbers up to `upto` that fits everything published. Brute force."""
    cells = extended(shown)
    height, width = len(cells) - 1, len(cells[0]) - 1
    hidden = [(i, j) for i in range(height) for j in range(width) if cells[i][j] is None]
    found = []
    for values in itertools.product(range(upto + 1), repeat=len(hidden)):
        guess = dict(zip(hidden, values, strict=True))
        full = [[guess.get((i, j), cells[i][j]) for j in range(width)] for i in range(height)]
        across = [sum(row) for row in full]
        down = [sum(column) for column in zip(*full, strict=True)]
        fits = all(c in (None, t) for c, t in zip([row[-1] for row in cells[:-1]], across, strict=True))
        fits = fits and all(c in (None, t) for c, t in zip(cells[-1][:-1], down, strict=True))
        if fits and cells[-1][-1] in (None, sum(across)):
            found.append(guess)
    return found


@given(tables(60, 6, 6))
@settings(max_examples=300)
def test_no_count_from_one_to_four_is_shown(given_table: Table) -> None:
    for row in extended(suppress(given_table)):
        assert not [count for count in row if count is not None and 0 < count < 5]


@given(tables(60, 6, 6))
@settings(max_examples=300)
def test_what_is_shown_is_true(given_table: Table) -> None:
    true = given_table.with_totals()
    for i, row in enumerate(extended(suppress(given_table))):
        for j, count in enumerate(row):
            assert count is None or count == true[i][j]


@given(tables(60, 6, 6))
@settings(max_examples=300)
def test_no_small_count_follows_by_taking_away_from_totals(given_table: Table) -> None:
    true = given_table.with_totals()
    for i, j in worked_out(suppress(given_table)):
        assert not 0 < true[i][j] < 5, (i, j)


@given(tables(5, 2, 2))
@settings(max_examples=40, deadline=None)
def test_everything_published_allows_each_small_count_to_be_five_or_more(given_table: Table) -> None:
    shown = suppress(given_table)
    fitting = consistent(shown, 10)
    true = given_table.with_totals()
    for i, j in {cell for guess in fitting for cell in guess}:
        if 0 < true[i][j] < 5:
            assert max(guess[i, j] for guess in fitting) >= 5


@given(tables(60, 6, 6))
def test_table_without_a_small_count_is_published_as_it_is(given_table: Table) -> None:
    scaled = table(
        [[count * 5 for count in row] for row in given_table.counts],
        row_totals=given_table.row_totals,
        column_totals=given_table.column_totals,
    )
    shown = suppress(scaled)
    assert shown.counts == scaled.counts
    assert (shown.total is None) is not (scaled.row_totals or scaled.column_totals)


def test_one_small_cell_hides_the_cheapest_ring_with_it() -> None:
    shown = suppress(table([[3, 40, 50], [60, 7, 80], [90, 20, 30]]))
    assert shown.counts == ((None, None, 50), (None, None, 80), (90, 20, 30))
    assert shown.row_totals == (93, 147, 140)
    assert shown.column_totals == (153, 67, 160)
    assert shown.total == 380


def test_cell_that_could_not_give_enough_is_not_taken_into_the_ring() -> None:
    """Hiding the 2 and the 1 alone would say that there are three people in the two cells together."""
    shown = suppress(table([[2, 1, 30], [40, 50, 60]], column_totals=False))
    assert shown.counts[0] == (None, None, None)


def test_nought_is_shown_and_is_not_hidden_to_protect_another() -> None:
    shown = suppress(table([[2, 0, 20, 9], [10, 11, 12, 13], [14, 0, 16, 17]]))
    assert shown.counts[0][1] == 0
    assert shown.counts[2][1] == 0


def test_list_of_one_row_hides_a_second_count() -> None:
    shown = suppress(table([[1, 6, 25, 70]], column_totals=False))
    assert shown.counts == ((None, None, 25, 70),)
    assert shown.row_totals == (102,)


def test_list_without_its_total_hides_only_the_small_count() -> None:
    shown = suppress(table([[1, 6, 25, 70]], row_totals=False, column_totals=False))
    assert shown.counts == ((None, 6, 25, 70),)
    assert shown.total is None


def test_everything_is_hidden_where_there_are_too_few_people_at_all() -> None:
    shown = suppress(table([[1, 0], [0, 2]]))
    assert shown.total is None
    assert {count for row in shown.counts for count in row} <= {None, 0}


def test_threshold_can_be_raised() -> None:
    shown = suppress(table([[9, 30], [40, 50]], column_totals=False), under=10)
    assert shown.counts == ((None, None), (40, 50))


@pytest.mark.parametrize(
    ("rows", "columns", "counts", "says"),
    [
        (("a",), ("b",), (), "A table of 1 rows was given 0 rows of counts"),
        (("a",), ("b", "c"), ((1,),), "The row “a” has 1 counts for 2 columns"),
        (("a",), ("b",), ((-1,),), "The count in row “a”, column “b” is -1: below nought"),
    ],
)
def test_what_is_not_a_table_of_counts_is_refused(
    rows: tuple[str, ...], columns: tuple[str, ...], counts: tuple[tuple[int, ...], ...], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        Table(rows, columns, counts)
