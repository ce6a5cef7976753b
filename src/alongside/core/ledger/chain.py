"""One entry of the ledger, and how it is sealed to the one before.

The ledger says who did or read what, when, and about which case, for one authority. `body` is canonical JSON
text and holds references, never a name. `verify.py` defines the hash and the written form, so that whoever
checks the ledger reads the same few lines as whoever writes it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from alongside.core.ledger import verify as written
from alongside.core.ledger.verify import Root, Verdict


class CannotSeal(ValueError):
    """An entry that could not be written down without doubt. The sentence says why."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an authority's chain: the number and hash of its last entry."""

    authority: str
    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be written: who (an account, or a job's name) did what to which subject, and when.

    `at` is an aware moment. `body` holds JSON values only.
    """

    at: datetime
    actor: str
    deed: str
    subject: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One sealed entry. `at` is UTC text to the microsecond, `body` canonical JSON text."""

    authority: str
    sequence: int
    at: str
    actor: str
    deed: str
    subject: str
    body: str
    previous_hash: str
    hash: str

    @property
    def head(self) -> Head:
        """The end of the chain when this entry is its last."""
        return Head(self.authority, self.sequence, self.hash)


def empty(authority: str) -> Head:
    """The end of the chain of an authority that has no entry yet.

    Raises `CannotSeal` where the authority's code could not stand in a root.
    """
    if not authority or "/" in authority or authority.split() != [authority]:
        raise CannotSeal(f"“{authority}” cannot name an authority in a ledger: no space and no slash.")
    return Head(authority, 0, written.first_hash(authority))


def canonical(value: Mapping[str, Any]) -> str:
    """JSON text that is the same for the same value: keys in order, ASCII, no spaces.

    Raises `CannotSeal` where the value is not JSON.
    """
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as why:
        raise CannotSeal(f"The body of a ledger entry must hold JSON values only: {why}.") from why


def moment(at: datetime) -> str:
    """A moment as the ledger writes it: UTC, to the microsecond. Raises `CannotSeal` without a time zone."""
    if at.tzinfo is None:
        raise CannotSeal(f"The moment {at.isoformat()} has no time zone, so nobody could say when it was.")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def seal(after: Head, deed: Deed) -> Entry:
    """The entry that follows `after`.

    The caller holds the authority's lock, so that no two entries follow the same one. Raises `CannotSeal`.
    """
    fields: dict[str, Any] = {
        "authority": after.authority,
        "sequence": after.sequence + 1,
        "at": moment(deed.at),
        "actor": deed.actor,
        "deed": deed.deed,
        "subject": deed.subject,
        "body": canonical(deed.body),
        "previous_hash": after.hash,
    }
    for name in ("actor", "deed", "subject"):
        _check_text(name, fields[name])
    fields["hash"] = written.digest(fields)
    size = len(written.line_of(fields))
    if size > written.LONGEST_LINE:
        raise CannotSeal(
            f"A ledger entry of {size:,} bytes is too long; the limit is {written.LONGEST_LINE:,}. Write the "
            "document elsewhere and its hash here."
        )
    return Entry(**fields)


def _check_text(name: str, text: str) -> None:
    if not text.isprintable() or (not text and name != "subject"):
        raise CannotSeal(f"The {name} of a ledger entry must be printable text and is {text!r}.")


def to_line(entry: Entry) -> bytes:
    """The entry as one line of the exported form (JSON Lines)."""
    return written.line_of(asdict(entry))


def root_of(head: Head, *, at: datetime) -> Root:
    """What to publish at a moment, so that nobody can later cut off or rewrite what stood then."""
    return Root(head.authority, head.sequence, head.hash, moment(at))


def verify(entries: Iterable[Entry], root: Root | None = None) -> Verdict:
    """Check entries in the order of their sequence, holding one at a time. Stops at the first fault."""
    return written.verify_lines(_lines(entries), root)


def _lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    for entry in entries:
        yield to_line(entry)
