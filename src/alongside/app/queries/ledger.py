"""The ledger of an authority as it stands in the database: to be checked and exported."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.ledger import chain
from alongside.core.ledger.chain import Entry
from alongside.core.ledger.verify import Root, Verdict
from alongside.records.models import LedgerEntry


def root(*, by: Actor, at: datetime) -> Root:
    """What to publish now, so that nobody can later cut off or rewrite what stands."""
    with _opened(by):
        last = LedgerEntry.objects.filter(authority=by.authority).order_by("-sequence").first()
        head = _entry(last).head if last else chain.empty(by.authority)
        return chain.root_of(head, at=at)


def verify(published: Root | None, *, by: Actor) -> Verdict:
    """Check every entry in the database, one at a time. Finds what a change of the tables themselves did."""
    if published is not None and published.authority != by.authority:
        raise ValueError(
            f"The root is of authority {published.authority} and this ledger of {by.authority}. Give the "
            "root that this authority published."
        )
    with _opened(by):
        return chain.verify(_entries(by.authority), published)


def lines(*, by: Actor) -> Iterator[bytes]:
    """The ledger in its exported form, one entry to a line, as it stood when the export began."""
    with _opened(by):
        for entry in _entries(by.authority):
            yield chain.to_line(entry)


def count(*, by: Actor) -> int:
    """How many entries there are."""
    with _opened(by):
        return LedgerEntry.objects.filter(authority=by.authority).count()


@contextmanager
def _opened(by: Actor) -> Iterator[None]:
    decide.check_act(Permission.VERIFY_LEDGER, roles=by.roles)
    with scope.opened(by):
        yield


def _entries(authority: str) -> Iterator[Entry]:
    rows = LedgerEntry.objects.filter(authority=authority).order_by("sequence", "id")
    for row in rows.iterator(chunk_size=2000):
        yield _entry(row)


def _entry(row: LedgerEntry) -> Entry:
    return Entry(
        authority=row.authority_id,
        sequence=row.sequence,
        at=chain.moment(row.at),
        actor=row.actor,
        deed=row.deed,
        subject=row.subject,
        body=row.body,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
