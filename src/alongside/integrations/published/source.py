"""Reads one of the published tables. A blank cell is None: not available, or not applicable."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from io import StringIO

SOURCE = (
    "Department for Education, Education, health and care plans, reporting year 2025 and reporting year 2022 "
    "(Accredited Official Statistics)"
)
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
ENGLAND = "ENGLAND"
"""The code by which England stands beside authorities (three digits) and regions (E12…)."""


class NotAsPublished(ValueError):
    """A table in the package is not what it should be. The sentence names file, line and column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: an area in a year. `cells` holds the text of every column."""

    file: str
    line: int
    area: str
    year: int
    cells: Mapping[str, str]

    def count(self, column: str) -> int | None:
        """A whole number; None where the cell is blank. Raises `NotAsPublished`."""
        text = self.cells.get(column)
        if text is None:
            raise NotAsPublished(f"{self.file}, line {self.line}: there is no column “{column}”.")
        if not text:
            return None
        try:
            return int(text)
        except ValueError:
            raise NotAsPublished(
                f"{self.file}, line {self.line}, column “{column}”: “{text}” is not a whole number."
            ) from None


def folder() -> Traversable:
    """Where the tables are in the package."""
    return resources.files("alongside.integrations.published") / "data"


def lines(file: Traversable) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line of a table with its number in the file, as column to text. Raises `NotAsPublished`."""
    reader = csv.DictReader(StringIO(file.read_text(encoding="utf-8"), newline=""), strict=True)
    for cells in reader:
        if None in cells or None in cells.values():
            raise NotAsPublished(
                f"{file.name}, line {reader.line_num}: it does not have the columns of the first line."
            )
        yield reader.line_num, cells


def rows(file: Traversable) -> Iterator[Row]:
    """Each line as an area in a year."""
    for line, cells in lines(file):
        area = {"national": ENGLAND, "region": cells.get("region_code", "")}.get(
            cells["level"], cells["la_code"]
        )
        if not cells["year"].isdecimal() or not area:
            raise NotAsPublished(
                f"{file.name}, line {line}: it does not say which area and year it is about."
            )
        yield Row(file.name, line, area, int(cells["year"]), cells)
