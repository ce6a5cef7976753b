"""What a chronology says of a plan on its way between authorities and between commissioners of health care.

SEND Regulations 2014 regs 15 and 16. The authority that keeps this record is the old one in a `Move` and the new one
in an `Arrival`.
"""

from datetime import date
from typing import NamedTuple


class Move(NamedTuple):
    """A child or young person with a plan moves to another authority: the old authority's side.

    `moves_on` is None where the day of the move is not known. `aware_on` is the day on which this authority learned
    of it.
    """

    id: str
    moves_on: date | None
    aware_on: date
    transferred_on: date | None = None
    closed_on: date | None = None


class Arrival(NamedTuple):
    """A plan that came from another authority: the new authority's side.

    `made_on` and `last_reviewed_on` are what the old authority's papers say; None where they say nothing. `undated`:
    a return tells of the transfer without its day. `from_a_return`: nobody typed it here, so what is not on record
    may have happened. `impracticable` says that the child cannot go on at the setting that the plan names.
    """

    id: str
    on: date
    made_on: date | None = None
    last_reviewed_on: date | None = None
    undated: bool = False
    from_a_return: bool = False
    impracticable: bool = False
    noticed_on: date | None = None
    interim_on: date | None = None
    review_met_on: date | None = None
    reviewed_on: date | None = None
    closed_on: date | None = None

    @property
    def year_begins_on(self) -> date | None:
        """The day on which the old authority's year began: its last review, else the making of the plan."""
        return self.last_reviewed_on or self.made_on


class CommissionerChange(NamedTuple):
    """Another body became responsible for commissioning the child's health care.

    `moves_on` is the day of the move where a move between authorities is the cause. `cannot_secure` says that the new
    body found that it cannot secure the provision in the plan; `asked_on` is the day on which it asked the authority
    to assess or to review.
    """

    id: str
    aware_on: date
    moves_on: date | None = None
    by_move: bool = False
    notified_on: date | None = None
    new_body_aware_on: date | None = None
    cannot_secure: bool = False
    asked_on: date | None = None
    closed_on: date | None = None


class Succession(NamedTuple):
    """Another council took this one's place by law. Every clock goes on: it is no transfer (reg 15)."""

    id: str
    on: date
