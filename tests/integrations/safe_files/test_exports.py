"""What goes out to spreadsheets cannot run there."""

import csv
from pathlib import Path

import pytest

from alongside.integrations.safe_files import exports


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", "\n=x", " =1+1"])
def test_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert exports.inert(text) == "'" + text


@pytest.mark.parametrize("value", ["plain", "", "a=b", -1, 2.5, None])
def test_everything_else_stays_as_it_is(value: object) -> None:
    assert exports.inert(value) == value


def test_every_cell_of_a_table_is_made_inert(tmp_path: Path) -> None:
    exports.write_csv(tmp_path / "t.csv", ("a", "b"), [["=1", -1], ["Zoë", None]])
    with (tmp_path / "t.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == [["a", "b"], ["'=1", "-1"], ["Zoë", ""]]
