"""What a chronology says of direct payments for special educational provision (SI 2014/1652)."""

from datetime import date
from typing import NamedTuple


class DirectPayments(NamedTuple):
    """Direct payments from their start. `reviewed_on` is the first review of how they are used."""

    id: str
    started_on: date
    reviewed_on: date | None = None
    ended_on: date | None = None
