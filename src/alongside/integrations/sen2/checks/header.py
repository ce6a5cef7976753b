"""Module 0, and which items belong to the year: D01, D02, S06, S08."""

from collections.abc import Mapping
from typing import Final

from alongside.integrations.identifiers import authorities
from alongside.integrations.sen2 import layout, returns
from alongside.integrations.sen2.checks import catalogue, circumstances
from alongside.integrations.sen2.checks.findings import Notebook

DSCO_SINCE: Final = 2025


def check(header: returns.Header | None, told_year: int | None, notes: Notebook) -> None:
    """Everything that the header says, or does not."""
    if header is None:
        notes.tell("D01.no_header", 0)
        return
    _year(header, told_year, notes)
    if header.lea is None:
        notes.missing("D01.lea_missing", header.row)
    elif why := authorities.why_not(header.lea):
        notes.tell("D01.lea_wrong", header.row, header.lea, why=why)
    officers = [("dmo", "DMO"), ("dco", "DCO")]
    if notes.told.year >= DSCO_SINCE:
        officers.append(("dsco", "DSCO"))
    for attribute, item in officers:
        if getattr(header, attribute) is None:
            notes.missing("D02.missing", header.row, item=item)
    if header.collection is None:
        notes.missing("S06.collection", header.row)
    if header.source_level not in (None, "L"):
        notes.tell("S06.level", header.row, header.source_level)


def _year(header: returns.Header, told_year: int | None, notes: Notebook) -> None:
    census = notes.told.reference_on
    if header.year is None:
        notes.missing("D01.year_missing", header.row)
    elif not returns.FIRST_YEAR <= header.year <= circumstances.LATEST_YEAR:
        notes.tell("D01.year_early", header.row, header.year)
    elif told_year is not None and told_year != header.year:
        notes.tell("D01.year_other", header.row, header.year, told=told_year)
    if header.reference_on is None:
        notes.missing("D01.reference_missing", header.row, census=census)
    elif header.reference_on != census:
        notes.tell(
            "D01.reference_wrong", header.row, header.reference_on, year=notes.told.year, census=census
        )


def check_items(columns: Mapping[str, set[str]], notes: Notebook) -> None:
    """S08: items that the return of this year does not have yet, or has no more; each told once."""
    rules, year = catalogue.load(), notes.told.year
    for table in layout.TABLES:
        for column in sorted(columns.get(table, ())):
            item = layout.ITEM_NAMES.get((table, column), column)
            since = rules.since.get(table, {}).get(column, year)
            until = rules.until.get(table, {}).get(column, year)
            if year < since:
                notes.tell("S08.later", 0, table=table, item=item, since=since, year=year)
            elif year > until:
                notes.tell("S08.earlier", 0, table=table, item=item, until=until, year=year)
