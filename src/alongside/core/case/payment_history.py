"""What a chronology says of direct payments for special educational provision (SI 2014/1652)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DirectPayments:
    """Direct payments from their start. `reviewed_on` is the first review of how they are used."""

    id: str
    started_on: date
    reviewed_on: date | None = None
    ended_on: date | None = None
