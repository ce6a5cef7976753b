"""Writes the ledger: one hash chain per authority, in the transaction of the deed that it records.

The chain is locked for the last moments of a transaction only, so deeds on different cases run side by side
and queue just to be sealed. The ledger is evidence; nothing in the application reads it to decide anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from alongside.core.ledger import chain

LOCK_SPACE = 931_2014  # any constant: keeps these advisory locks apart from other uses
LOCK_AND_READ = """
select pg_advisory_xact_lock(%(space)s, %(number)s);
select sequence, hash from ledger_entry where authority_id = %(authority)s order by sequence desc limit 1
"""
COLUMNS = ("sequence", "at", "actor", "deed", "subject", "body", "previous_hash", "hash")
ADD = """
insert into ledger_entry (authority_id, sequence, at, actor, deed, subject, body, previous_hash, hash)
select %(authority)s, * from unnest(
    %(sequence)s::bigint[], %(at)s::timestamptz[], %(actor)s::text[], %(deed)s::text[], %(subject)s::text[],
    %(body)s::text[], %(previous_hash)s::text[], %(hash)s::text[]
)
"""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be sealed: who did what to which subject, and the particulars as JSON values."""

    at: datetime
    actor: str
    deed: str
    subject: str
    body: dict[str, Any]


def seal(authority: str, notes: Sequence[Note]) -> None:
    """Append the notes to the authority's chain. Must be the last thing that a transaction does."""
    if not notes:
        return
    with connection.cursor() as cursor:
        head = _locked(cursor, authority)
        entries = []
        for note in notes:
            entry = chain.seal(head, chain.Deed(note.at, note.actor, note.deed, note.subject, note.body))
            entries.append(entry)
            head = entry.head
        rows: dict[str, Any] = {name: [getattr(entry, name) for entry in entries] for name in COLUMNS}
        cursor.execute(ADD, {**rows, "authority": authority})


def _locked(cursor: Any, authority: str) -> chain.Head:
    """The end of the chain, which nobody else can lengthen before this transaction ends. One round trip.

    The two statements go as one text and have a snapshot each, so what is read is what the lock waited for.
    """
    cursor.execute(LOCK_AND_READ, {"space": LOCK_SPACE, "number": int(authority), "authority": authority})
    cursor.nextset()
    last = cursor.fetchone()
    return chain.Head(authority, *last) if last else chain.empty(authority)
