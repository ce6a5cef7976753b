"""Rows written many at a time, and several tables in one round trip.

A column travels as one array, so that a thousand rows cost the driver a dozen values; statements go to the server
as one text, in order, in the transaction that is open. Rows are complete models: every column is written.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, models


class Column(NamedTuple):
    """One column: the attribute that holds it, its name and type in the database, and how a value is given."""

    attribute: str
    name: str
    type: str
    given: Callable[[Any], Any] | None


@dataclass(slots=True)
class Batch:
    """Statements gathered to be sent together. Nothing is written before `send`."""

    texts: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)

    def clear(self, table: type[models.Model], cases: Sequence[UUID]) -> None:
        """Delete every row of these cases from a table that has a `case_id`."""
        self.given["cleared_cases"] = list(cases)
        self.texts.append(f'delete from "{table._meta.db_table}" where case_id = any (%(cleared_cases)s)')  # noqa: S608

    def add(self, rows: Sequence[models.Model]) -> None:
        """Insert rows of one table. A key that the database counts itself is left to it."""
        if not rows:
            return
        columns = columns_of(type(rows[0]))
        names = ", ".join(f'"{column.name}"' for column in columns)
        table = type(rows[0])._meta.db_table
        self.texts.append(f'insert into "{table}" ({names}) select * from {self._unnested(rows, columns)}')  # noqa: S608

    def change(self, rows: Sequence[models.Model], attributes: Iterable[str]) -> None:
        """Write these attributes of rows that are there already, found by their `id`."""
        if not rows:
            return
        wanted = set(attributes)
        columns = [c for c in columns_of(type(rows[0])) if c.attribute in wanted or c.attribute == "id"]
        names = ", ".join(f'"{column.name}"' for column in columns)
        sets = ", ".join(f'"{c.name}" = changed."{c.name}"' for c in columns if c.attribute != "id")
        self.texts.append(
            f'update "{type(rows[0])._meta.db_table}" old set {sets} '  # noqa: S608
            f"from {self._unnested(rows, columns)} as changed ({names}) where old.id = changed.id"
        )

    def send(self) -> None:
        """One round trip for all of it. The table and column names are the models' own; every value is given."""
        if self.texts:
            with connection.cursor() as cursor:
                cursor.execute(";\n".join(self.texts), self.given)

    def _unnested(self, rows: Sequence[models.Model], columns: Sequence[Column]) -> str:
        arrays = []
        for column in columns:
            values = [getattr(row, column.attribute) for row in rows]
            if column.given is not None:
                values = [None if value is None else column.given(value) for value in values]
            name = f"v{len(self.given)}"
            self.given[name] = values
            arrays.append(f"%({name})s::{column.type}[]")
        return f"unnest({', '.join(arrays)})"


@cache
def columns_of(table: type[models.Model]) -> tuple[Column, ...]:
    """Every column of a table that is written from here."""
    return tuple(
        Column(field.attname, str(field.column), str(field.db_type(connection)), _as_given(field))
        for field in table._meta.concrete_fields
        if not isinstance(field, models.AutoField | models.GeneratedField)
    )


def _as_given(field: Any) -> Callable[[Any], Any] | None:
    """A code becomes plain text and JSON its text; dates, numbers and ids go as they are."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if isinstance(field, models.CharField | models.TextField):
        return str
    return None
