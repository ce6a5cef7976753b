"""The second wall: PostgreSQL's row-level security, opened for one actor and one transaction.

Every query and action runs inside `opened(actor)`. Outside it no row of a case can be read or written: the
policies compare each row with two settings that exist only for the length of the transaction. An officer of
the authority reaches the authority's cases; everybody else reaches only the cases that they have to do with.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db import connection, transaction

from alongside.app import involvement
from alongside.app.actor import Actor

EVERY_CASE = "*"
ALLOW = "select set_config('alongside.authority', %(authority)s, true), set_config('alongside.cases', %(cases)s, true)"
NARROW = """select set_config('alongside.cases', coalesce((
    select string_agg(case_id::text, ',') from ({own}) own
), ''), true)"""
_open_to_all: ContextVar[bool] = ContextVar("open_to_all", default=False)


class Answer(NamedTuple):
    """What the database said to one question: the names of its columns, and its rows."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def opened(
    actor: Actor, *questions: str, given: Mapping[str, Any] = MappingProxyType({})
) -> Iterator[list[Answer]]:
    """Open the records to `actor` for one transaction. Nested use must be by the same actor.

    Within `opened_to_all` nothing is narrowed: what each actor may do is then decided by `core.access` alone.
    Questions that are asked at once go in the same round trip; `authority` and `cases` are given.
    """
    if _open_to_all.get():
        yield _sent(questions, {**given, "authority": actor.authority}) if questions else []
        return
    with transaction.atomic():
        texts, opening = _opening(actor)
        yield _sent([*texts, *questions], {**given, **opening})[len(texts) :]


@contextmanager
def opened_to_all(authority: str) -> Iterator[None]:
    """Open one authority's records to the service itself: sign-in, jobs, imports, the demo's builder."""
    token = _open_to_all.set(True)
    try:
        with transaction.atomic():
            _sent([ALLOW], {"authority": authority, "cases": EVERY_CASE})
            yield
    finally:
        _open_to_all.reset(token)


def asked(actor: Actor, *questions: str, given: Mapping[str, Any]) -> list[Answer]:
    """The answers to questions that `actor` may ask, in one round trip and in a scope of their own.

    Opening and questions go to the server as one text, which PostgreSQL runs as one transaction where none is
    open. (Django's own cursor binds on the client, which allows that.) `authority` and `cases` are given.
    """
    if _open_to_all.get():
        return _sent(questions, {**given, "authority": actor.authority})
    texts, opening = _opening(actor)
    return _sent([*texts, *questions], {**given, **opening})[len(texts) :]


def answers(authority: str, *questions: str, given: Mapping[str, Any]) -> list[Answer]:
    """The same for the service itself, as in `opened_to_all`: to find out who has signed in."""
    return _sent([ALLOW, *questions], {**given, "authority": authority, "cases": EVERY_CASE})[1:]


def _opening(actor: Actor) -> tuple[list[str], dict[str, Any]]:
    """Opens every case of the authority to its officers, and to everybody else the cases they have to do with."""
    given = {"authority": actor.authority, "cases": EVERY_CASE}
    if involvement.works_for_the_authority(actor):
        return [ALLOW], given
    own, about = involvement.own_cases(actor)
    return [ALLOW, NARROW.format(own=own)], {**about, **given}


def _sent(texts: Sequence[str], given: Mapping[str, Any]) -> list[Answer]:
    with connection.cursor() as cursor:
        cursor.execute("; ".join(texts), given)
        found = [_answer(cursor)]
        while cursor.nextset():
            found.append(_answer(cursor))
        return found


def _answer(cursor: Any) -> Answer:
    return Answer(tuple(column.name for column in cursor.description), cursor.fetchall())
