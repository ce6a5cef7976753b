"""Models made from a question of our own: for what every page reads, where putting the question together each time
would take longer than answering it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


@cache
def fields_of(table: type[models.Model]) -> tuple[str, ...]:
    """The attributes of a row, in the order in which `made` takes them; not what the database generates."""
    return tuple(f.attname for f in table._meta.concrete_fields if not isinstance(f, models.GeneratedField))


def columns(table: type[models.Model], alias: str) -> str:
    """The columns of a table for a `select`."""
    found = (f for f in table._meta.concrete_fields if not isinstance(f, models.GeneratedField))
    return ", ".join(f'{alias}."{f.column}"' for f in found)


def made(table: type[Row], values: Sequence[Any]) -> Row:
    """The row as if the table's own manager had read it. The table must have no column that needs converting."""
    return table.from_db("default", fields_of(table), values)


def split(values: Sequence[Any], *tables: type[models.Model]) -> list[Any]:
    """The rows of several tables that one line of an answer holds side by side; None where an outer join found none."""
    found: list[Any] = []
    at = 0
    for table in tables:
        width = len(fields_of(table))
        part = values[at : at + width]
        found.append(None if all(value is None for value in part) else made(table, part))
        at += width
    return found
