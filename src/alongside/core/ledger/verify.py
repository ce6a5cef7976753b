"""Checks an exported ledger. This file needs nothing but Python: copy it anywhere and run

    python verify.py LEDGER.jsonl --root ROOT

Each line is one entry: a JSON object whose `hash` is the SHA-256 of all its other fields, the hash of the
entry before among them. A changed, missing, added or moved entry breaks the chain. Cutting off the end, or
writing the whole chain anew, does not: for that there is the root, which the authority prints, sends or
publishes, and which says what the hash of a given entry was. The exit status is 0 where the ledger is whole,
1 where it is not, and 2 where it could not be checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

FORM = "alongside-ledger-1"
HASHED = ("authority", "sequence", "at", "actor", "deed", "subject", "body", "previous_hash")
FIELDS = (*HASHED, "hash")
LONGEST_LINE = 1 << 20
ROOT = re.compile(r"alongside-root/1/([^/]+)/(\d+)/([0-9TZ.:-]+)/([0-9a-f]{64})/([0-9a-f]{8})")


def digest(fields: dict[str, Any]) -> str:
    """The hash of an entry: SHA-256, in hexadecimal, over its fields in the order of `HASHED`.

    Each field is written as its length in bytes, a colon and its bytes, so that no two different entries are
    written alike.
    """
    sha = hashlib.sha256(f"{len(FORM)}:{FORM}".encode())
    for name in HASHED:
        value = str(fields[name]).encode("utf-8", "surrogatepass")
        sha.update(b"%d:" % len(value))
        sha.update(value)
    return sha.hexdigest()


def first_hash(authority: str) -> str:
    """What the first entry of an authority names as the hash before it."""
    return hashlib.sha256(f"{FORM}/{authority}".encode()).hexdigest()


def line_of(fields: dict[str, Any]) -> bytes:
    """An entry as one line: the fields in order, in ASCII, with no spaces to spare."""
    ordered = {name: fields[name] for name in FIELDS}
    return json.dumps(ordered, separators=(",", ":")).encode("ascii") + b"\n"


@dataclass(frozen=True)
class Root:
    """What an authority published: at a moment, its entry number `sequence` had this hash."""

    authority: str
    sequence: int
    hash: str
    at: str

    def text(self) -> str:
        """The form to print or send: one word with a check against mistyping."""
        body = f"alongside-root/1/{self.authority}/{self.sequence}/{self.at}/{self.hash}"
        return f"{body}/{hashlib.sha256(body.encode()).hexdigest()[:8]}"


def parse_root(text: str) -> Root:
    """The root that a text states; spaces and line breaks in it do not matter. Raises ValueError."""
    word = "".join(text.split())
    found = ROOT.fullmatch(word)
    if not found:
        raise ValueError(
            f"“{text}” is not a root. It begins with alongside-root/1/ and has seven parts; copy it whole."
        )
    authority, sequence, at, hash_, _ = found.groups()
    root = Root(authority, int(sequence), hash_, at)
    if root.text() != word:
        raise ValueError(
            f"The root “{text}” was mistyped: its last part does not fit the rest. Copy it again."
        )
    return root


@dataclass(frozen=True)
class Verdict:
    """Whether the ledger is whole; else the first fault, with the line (from 1) at which it shows."""

    whole: bool
    sentence: str
    entries: int
    last_hash: str = ""
    fault: str = ""
    line: int = 0


def _is_typed(fields: dict[str, Any]) -> bool:
    """Whether the number is a number and all else text: 5 and "5" would be hashed alike."""
    return all(type(fields[name]) is (int if name == "sequence" else str) for name in FIELDS)


def _fields(raw: bytes) -> dict[str, Any] | None:
    """The entry on a line, if the line is exactly what its entry is written as."""
    if len(raw) > LONGEST_LINE:
        return None
    try:
        fields = json.loads(raw)
        return fields if line_of(fields) == raw and _is_typed(fields) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _fault(fields: dict[str, Any], authority: str, sequence: int, previous: str) -> tuple[str, str] | None:
    """What is wrong with an entry where entry number `sequence` is expected: a code and the words for it."""
    if fields["hash"] != digest(fields):
        return "ALTERED", "its contents do not fit its hash: it was changed after it was written"
    if fields["authority"] != authority:
        return "FOREIGN", f"it belongs to authority {fields['authority']}, and this ledger to {authority}"
    found = fields["sequence"]
    if found < sequence:
        return "OUT_OF_ORDER", f"it is number {found} where {sequence} is expected: it was repeated or moved"
    if found > sequence:
        return (
            "MISSING",
            f"it is number {found} where {sequence} is expected: something before it is missing or moved",
        )
    if fields["previous_hash"] != previous:
        return "UNCHAINED", "it does not follow from the entry before: one of the two was put in or changed"
    return None


def verify_lines(lines: Iterable[bytes], root: Root | None = None) -> Verdict:
    """Check entries in the order of the file, holding one at a time. Stops at the first fault."""
    authority, number, previous, line = (root.authority if root else ""), 0, "", 0
    for line, raw in enumerate(lines, start=1):
        fields = _fields(raw)
        if fields is None:
            words = "it is not an entry as this ledger writes one: it was changed, cut short or put in"
            return Verdict(False, f"Line {line} is at fault: {words}.", number, previous, "UNREADABLE", line)
        if line == 1:
            authority = authority or str(fields["authority"])
            previous = first_hash(authority)
        fault = _fault(fields, authority, number + 1, previous)
        if fault is None and root and fields["sequence"] == root.sequence and fields["hash"] != root.hash:
            fault = (
                "REWRITTEN",
                f"its hash is not the one published on {root.at}: the ledger was written anew",
            )
        if fault:
            return Verdict(False, f"Line {line} is at fault: {fault[1]}.", number, previous, fault[0], line)
        number, previous = number + 1, str(fields["hash"])
    return _end(number, previous, root, line)


def _end(number: int, last: str, root: Root | None, line: int) -> Verdict:
    if root is None:
        words = (
            f"{number} entries, each as it was written and in order. Without a root nobody can say whether "
        )
        return Verdict(True, f"{words}entries after the last were cut off.", number, last)
    if number < root.sequence:
        words = f"The ledger ends at entry {number}, and entry {root.sequence} stood in it on {root.at}: "
        return Verdict(False, f"{words}its end was cut off.", number, last, "TRUNCATED", line)
    if root.sequence == 0 and root.hash != first_hash(root.authority):
        return Verdict(False, "The root is not one of an empty ledger.", number, last, "REWRITTEN", line)
    words = (
        f"{number} entries, each as it was written and in order; entry {root.sequence} is the one published"
    )
    return Verdict(True, f"{words} on {root.at}. {number - root.sequence} came after it.", number, last)


def lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file; one that is too long is given cut, which is a fault, and never held whole."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line


def main(arguments: list[str] | None = None) -> int:
    """Run as a program. Prints one sentence; gives the exit status."""
    parser = argparse.ArgumentParser(description="Check an exported ledger of Alongside.")
    parser.add_argument("file", help="the exported ledger, one entry to a line")
    parser.add_argument("--root", help="the root that the authority published")
    given = parser.parse_args(arguments)
    try:
        root = parse_root(given.root) if given.root else None
        with open(given.file, "rb") as file:
            verdict = verify_lines(lines_of(file), root)
    except (OSError, ValueError) as refusal:
        print(f"Not checked: {refusal}")  # noqa: T201  it is a program
        return 2
    print(f"{'WHOLE' if verdict.whole else 'NOT WHOLE'}: {verdict.sentence}")  # noqa: T201  it is a program
    return 0 if verdict.whole else 1


if __name__ == "__main__":
    sys.exit(main())
