"""What a chronology says of relevant youth accommodation (Children and Families Act 2014 ss.70-75)."""

from datetime import date
from typing import NamedTuple


class Detention(NamedTuple):
    """One time in relevant youth accommodation.

    `same_la` is None where it is not recorded whether the same authority is responsible after the release.
    `plan_held` says that a plan was held on release; `reviewed_on` is the day of the review that followed it.
    """

    id: str
    on: date
    released: str = ""
    released_on: date | None = None
    same_la: bool | None = None
    plan_held: bool = False
    review_met_on: date | None = None
    reviewed_on: date | None = None
    closed_on: date | None = None
