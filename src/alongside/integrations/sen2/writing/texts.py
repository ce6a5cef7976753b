"""The rows of a return as text, item by item, in the order and with the items of its year."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from alongside.integrations.sen2 import items, layout, returns
from alongside.integrations.sen2.checks import catalogue

TAGS: Final[Mapping[str, str]] = {
    "person": "Person",
    "requests": "Requests",
    "assessment": "Assessment",
    "namedplan": "NamedPlan",
    "plandetail": "PlanDetail",
    "activeplans": "ActivePlans",
    "placementdetail": "PlacementDetail",
    "senneed": "SENneed",
}
"""The element of each table (public XSD of 2024)."""
GENDER_OF_2023: Final = {"M": "1", "F": "2", "U": "9"}
"""Inferred: the codes of 2023 as an older public reader has them."""
Item = tuple[str, str, str]


@cache
def items_of(table: str, year: int) -> tuple[Item, ...]:
    """The items of a table in a year, in order: (column, XML name, attribute)."""
    rules = catalogue.load()
    since, until = rules.since.get(table, {}), rules.until.get(table, {})
    return tuple(
        (column, name, items.ITEMS[table][column][0])
        for name in layout.ELEMENTS[table].split()
        if since.get(column := name.lower(), year) <= year <= until.get(column, year)
    )


def texts(table: str, value: Any, year: int) -> Iterator[tuple[Item, Any]]:
    """Each item that the row gives, with its value in the codes of the year."""
    for item in items_of(table, year):
        column, _, attribute = item
        held = _held(table, value, column, attribute)
        if held is not None and held != "":
            yield item, held


def _held(table: str, value: Any, column: str, attribute: str) -> Any:
    if column == "gendercurrent":
        return GENDER_OF_2023.get(value.sex)
    if table == "activeplans" and column in ("res", "wbp"):  # in 2023 these stood here
        first = next((place for place in value.placements if place.rank == "1"), None)
        return getattr(first, attribute) if first is not None else None
    return getattr(value, attribute)


def plain(held: Any) -> str:
    """As XML has it: dates as 2024-01-18, true and false as 1 and 0. What XML cannot hold is left out."""
    if isinstance(held, bool):
        return "1" if held else "0"
    return held.isoformat() if isinstance(held, date) else _clean(str(held))


def of_the_export(held: Any) -> str:
    """As the CSV export of COLLECT has it: dates as 2022-Sep-28 00:00:00, true and false in words."""
    if isinstance(held, bool):
        return "true" if held else "false"
    return held.strftime("%Y-%b-%d 00:00:00") if isinstance(held, date) else _clean(str(held))


_NO_XML: Final = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}


def _clean(text: str) -> str:
    return text.translate(_NO_XML)


def below(table: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The rows that hang on this one, with their tables."""
    for child in layout.CHILDREN.get(table, ()):
        attribute, only_one = items.PLACES[child]
        held = getattr(value, attribute)
        for each in (held,) if only_one else held:
            if each is not None:
                yield child, each


def header(year: int, lea: str, made_at: str, officers: Mapping[str, str]) -> returns.Header:
    """Module 0. `officers` are Y, N or R by `dmo`, `dco` and `dsco`: whether there is such an officer."""
    return returns.Header(
        collection="SEN2",
        year=year,
        reference_on=returns.census_day(year),
        source_level="L",
        lea=lea,
        software_code="Alongside",
        release="1",
        serial_no="001",
        made_at=made_at,
        dmo=officers["dmo"] or None,
        dco=officers["dco"] or None,
        dsco=officers["dsco"] or None,
    )
