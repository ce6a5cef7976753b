"""Columns that many tables share: the authority that keeps the record, and codes checked by the database."""

import uuid
from enum import StrEnum
from typing import Any

from django.db import models


def identity() -> "models.UUIDField[uuid.UUID, uuid.UUID]":
    """The primary key of every row that people or letters refer to."""
    return models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


def kept_by() -> "models.ForeignKey[Any, Any]":
    """The authority that keeps the row. Row-level security reads this column."""
    return models.ForeignKey("records.Authority", on_delete=models.PROTECT, related_name="+", db_index=False)


def code(vocabulary: type[StrEnum] | None = None, **options: Any) -> "models.CharField[str, str]":
    """A stored code: upper snake, never display text."""
    options.setdefault("max_length", 40)
    return models.CharField(**options)


def is_one_of(column: str, vocabulary: type[StrEnum], name: str) -> models.CheckConstraint:
    """The database itself refuses a code that is not in the vocabulary."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": [str(member) for member in vocabulary]}), name=name
    )


class SearchWords(models.Func):
    """The words of some columns as PostgreSQL searches them: lower case, without accents, no word left out.

    A generated column is filled by the database itself, so it cannot fall behind the columns it repeats. (No
    index stands on it: `@@` is not leakproof, so behind row-level security PostgreSQL would not use one.)
    """

    template = (
        "to_tsvector('simple', regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"
    )
    arg_joiner = " || ' ' || "
