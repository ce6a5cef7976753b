"""Which duties are work that somebody has to do or to wait for, and from when a list of work shows them.

Said of rules, not of cases: a list over many cases asks the cache of duties with it. Rights of a family, planning
dates and advice of the Code are no work; what is due once a year is work when its time comes near.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.law import appeals, clock, plan_life
from alongside.core.law.dispute_table import OF_DISPUTES, OF_PROCEEDINGS
from alongside.core.law.owed import Owed

NOT_WORK = frozenset(
    {
        # What a family may do, and until when. Nobody waits for it.
        "M01", "F01", "F06", "F07",
        # A day before which something must not be done, or until which it lasts.
        "A07b", "C03", "C04",
        # Planning dates worked back from another duty of the same case, which is the work.
        "R01d", "P01p.meeting", "P01p.notice",
        # Another limit for a deed that R06 shows, and advice of the Code without a limit.
        "R06c", "R13",
        # How long the Tribunal takes for its own acts: practice and no limit.
        "F02", "F04", "F05",
    }
)  # fmt: skip
"""Rules that a list of work leaves out unless it is asked for one of them."""

YEARLY = frozenset({"R01", "R02", "T03"})
"""Reviews, for which most cases wait for a year: work from `YEARLY_LEAD` before the last day."""
YEARLY_LEAD = timedelta(weeks=8)

PHASE_TRANSFERS = frozenset({"P00", "P01", "P02", "P03", "P04"})
"""Moves between phases: work from the first of October before the last day, when the school year is under way."""
OCTOBER = 10
WITHIN_A_YEAR = PHASE_TRANSFERS | {"P01p.meeting", "P01p.notice"}
"""Rules whose time begins on a day of its own, twelve months before the move."""


@unique
class Area(StrEnum):
    """The part of a case's life that a duty belongs to: the regions of law.md 12, and what stands beside them."""

    ASSESS = "ASSESS"
    REVIEW = "REVIEW"
    PHASE_TRANSFER = "PHASE_TRANSFER"
    REASSESS = "REASSESS"
    TRANSFER = "TRANSFER"
    CEASE = "CEASE"
    DETENTION = "DETENTION"
    DISPUTE = "DISPUTE"
    PAYMENTS = "PAYMENTS"


def _areas() -> Mapping[str, Area]:
    """The area of each rule that the clock works out. One that several areas share belongs to the first."""
    of_reviews: tuple[Owed[...], ...] = (*clock.OF_YEARS, *clock.OF_REVIEWS, *clock.OF_AMENDMENTS)
    tables: tuple[tuple[Area, Iterable[str]], ...] = (
        (Area.ASSESS, [duty.rule for duty in clock.OF_EPISODES]),
        (Area.REVIEW, [duty.rule for duty in of_reviews]),
        (Area.PHASE_TRANSFER, [duty.rule for duty in clock.OF_TRANSFERS]),
        (Area.REASSESS, [d.rule for d in plan_life.OF_REASSESSMENTS] + [d.rule for d in plan_life.OF_WORKS]),
        (
            Area.TRANSFER,
            [
                duty.rule
                for table in (plan_life.OF_MOVES, plan_life.OF_ARRIVALS, plan_life.OF_COMMISSIONERS)
                for duty in table
            ],
        ),
        (
            Area.CEASE,
            [
                duty.rule
                for table in (plan_life.OF_CEASINGS, plan_life.OF_LEAVERS, clock.OF_PLANS)
                for duty in table
            ],
        ),
        (
            Area.DETENTION,
            [
                duty.rule
                for table in (plan_life.OF_DETAINED_EPISODES, plan_life.OF_DETENTIONS)
                for duty in table
            ],
        ),
        (Area.PAYMENTS, [duty.rule for duty in plan_life.OF_PAYMENTS]),
        (Area.DISPUTE, [duty.rule for duty in (*OF_DISPUTES, *OF_PROCEEDINGS)]),
        (Area.DISPUTE, [f"F08{mark}" for mark in appeals.DIRECTED.values()]),
    )
    found: dict[str, Area] = {}
    for area, rules in tables:
        for rule in rules:
            found.setdefault(rule, area)
    return MappingProxyType(found)


AREA_OF: Mapping[str, Area] = _areas()


def rules_of(area: Area) -> tuple[str, ...]:
    """The rules of one area, in the order of a case's life."""
    return tuple(rule for rule, its in AREA_OF.items() if its is area)


def yearly_until(on: date) -> date:
    """The last day of a yearly review that is shown on this day."""
    return on + YEARLY_LEAD


def transfers_until(on: date) -> date:
    """The last day of a move between phases that is shown on this day: before the first of October to come."""
    year = on.year + 1 if on.month >= OCTOBER else on.year
    return date(year, OCTOBER, 1) - timedelta(days=1)


def is_shown(rule: str, due: date | None, *, on: date) -> bool:
    """True where a list of work shows a live duty of this rule on this day. A duty without a day is shown."""
    if rule in NOT_WORK:
        return False
    if due is None:
        return True
    if rule in YEARLY:
        return due <= yearly_until(on)
    return rule not in PHASE_TRANSFERS or due <= transfers_until(on)
