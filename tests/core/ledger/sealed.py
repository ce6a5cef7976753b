"""A small ledger to damage."""

from datetime import UTC, datetime, timedelta

from alongside.core.ledger import chain as ledger
from alongside.core.ledger.chain import Deed, Entry, Head

START = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)


def deed(number: int) -> Deed:
    """The deed of entry `number`: as varied as a real one."""
    return Deed(
        at=START + timedelta(minutes=7 * number, microseconds=number),
        actor=f"account:{number % 5}",
        deed=("READ", "DECIDE_TO_ASSESS", "ISSUE_FINAL")[number % 3],
        subject=f"case:{number % 11}",
        body={"part": "FINAL_PLAN", "words": "café “quoted” \\ \n", "number": number, "none": None},
    )


def chain(length: int, *, authority: str = "931", after: Head | None = None) -> list[Entry]:
    """A whole ledger of `length` entries."""
    head = after or ledger.empty(authority)
    entries = []
    for number in range(head.sequence + 1, head.sequence + length + 1):
        entries.append(ledger.seal(head, deed(number)))
        head = entries[-1].head
    return entries


def lines(entries: list[Entry]) -> list[bytes]:
    """The exported form."""
    return [ledger.to_line(entry) for entry in entries]
