"""Reviews of a plan told whole: arranged, notice given, met, reported, decided, amended; and moves between phases.

Pure data, dated, and cut off at a last day: what would have come after it has not happened. Published shares are those
of `shares.py`; where nothing is published the share is an assumption and says so there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.core.case.codes import EventKind as K
from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.law import phases
from alongside.demo.chance import Chance
from alongside.demo.planning import shares, years
from alongside.demo.planning.story import Happened
from alongside.demo.planning.years import DAY, WEEK, Order

NAMED = {
    PhaseTransfer.EARLY_YEARS_TO_SCHOOL: "The primary school that the family asked for",
    PhaseTransfer.PRIMARY_TO_SECONDARY: "The secondary school that the family asked for",
    PhaseTransfer.SECONDARY_TO_POST_16: "The college that the young person asked for",
}
UNCHANGED = "The school or college named before"
KEPT = "The outcomes of the plan are still right, and what it provides for still meets them."
LAST_DAYS = {
    PhaseTransfer.EARLY_YEARS_TO_SCHOOL: (2, 15),
    PhaseTransfer.PRIMARY_TO_SECONDARY: (2, 15),
    PhaseTransfer.SECONDARY_TO_POST_16: (3, 31),
}


@dataclass(frozen=True, slots=True)
class Life:
    """Whose reviews are told, and between which days. `ends` is True where the plan ends after them."""

    chance: Chance
    order: Order
    born_on: date
    made_on: date
    last: date


def reviews(life: Life, *, years_back: int) -> list[Happened]:
    """The reviews of the last years, each near the end of its year; that of a year of transfer is for the move."""
    moving = dict(_moves(life))
    kept = [told for year, transfer in moving.items() if (told := _move(life, year, transfer))]
    due = life.made_on
    while due + 365 * DAY <= life.last + 90 * DAY:
        due += 365 * DAY
        if due > life.last - 365 * years_back * DAY and phases.school_year_of(due) + 1 not in moving:
            told = _yearly(life, due)
            if told and not any(_overlap(told, other) for other in kept):
                kept.append(told)
    found = [each for told in kept for each in told]
    return cut([each for each in found if each.on > life.made_on], life.last)


def _overlap(one: list[Happened], other: list[Happened]) -> bool:
    """True where a review is still under way when another begins: such a year has only the one of them."""
    return min(each.on for each in one) <= max(each.on for each in other) and (
        min(each.on for each in other) <= max(each.on for each in one)
    )


def cut(found: list[Happened], last: date) -> list[Happened]:
    """In order of time, up to a day."""
    return sorted((each for each in found if each.on <= last), key=lambda each: each.on)


def _yearly(life: Life, due: date) -> list[Happened]:
    chance = life.chance.stream("review", due)
    met = years.in_school(due - timedelta(days=chance.whole(5, 75)), life.order.calendar)
    if met <= life.made_on + 30 * DAY or chance.yes(shares.REVIEW_NO_MEETING):
        return []
    steps = _Steps(chance, life.order, met)
    amends = chance.yes(shares.REVIEW_AMENDS)
    found = steps.until_report("AMEND" if amends else "MAINTAIN")
    return found + (steps.amended() if amends else steps.maintained())


def _moves(life: Life) -> list[tuple[int, PhaseTransfer]]:
    """The moves of this September and of the next that the age brings, of somebody who held the plan before."""
    found = []
    coming = phases.next_moves(life.order.on)
    for year in (coming - 1, coming):
        for group, transfer in phases.LAST_YEARS.items():
            first, last = phases.born_in(group, year)
            if first <= life.born_on <= last and life.made_on < date(year - 1, 9, 1):
                found.append((year, transfer))
    return found


def _move(life: Life, year: int, transfer: PhaseTransfer) -> list[Happened]:
    """The review in the autumn before a move, and the plan amended to name the next setting, in time or late."""
    chance, calendar = life.chance.stream("move", year), life.order.calendar
    if not chance.yes(shares.MOVE_FORESEEN):
        return []
    begins = date(year - 1, 9, 7)
    foreseen = years.working_day(begins + timedelta(days=chance.whole(0, 30)), calendar)
    found = [
        Happened(foreseen, K.PHASE_TRANSFER_FORESEEN, {"transfer": str(transfer), "on": f"{year}-09-01"})
    ]
    met = years.in_school(begins + timedelta(days=chance.whole(10, 95)), calendar)
    steps = _Steps(chance, life.order, max(met, foreseen + 7 * DAY))
    found += steps.until_report("AMEND")
    limit = date(year, *LAST_DAYS[transfer])
    late = not chance.yes(shares.MOVE_IN_TIME)
    final = (
        limit + timedelta(days=chance.whole(3, 70)) if late else limit - timedelta(days=chance.whole(3, 25))
    )
    notice = max(steps.decided_on, final - timedelta(days=chance.whole(35, 55)))
    found.append(steps.decision("AMEND"))
    return found + steps.notice_and_final(
        notice,
        max(final, notice + 21 * DAY),
        {"setting_name": NAMED[transfer], "transfer": "@PHASE_TRANSFER_FORESEEN"},
    )


class _Steps:
    """The steps of one review, drawn from its own stream of chance."""

    def __init__(self, chance: Chance, order: Order, met_on: date) -> None:
        self.chance, self.order, self.met_on = chance, order, met_on
        in_time = chance.yes(shares.REVIEW_IN_FOUR_WEEKS)
        wait = chance.whole(12, 28) if in_time else chance.whole(30, 120)
        self.decided_on = self._before(met_on + timedelta(days=wait)) if in_time else self._day(met_on, wait)

    def until_report(self, recommended: str) -> list[Happened]:
        """From the arrangement to the report of the meeting."""
        chance, met = self.chance, self.met_on
        noticed = self._before(met - self._ahead(shares.NOTICE_OF_MEETING_IN_TIME))
        arranged = self._before(noticed - timedelta(days=chance.whole(0, 21)))
        sent = self._before(met - self._ahead(shares.ADVICE_IN_TIME))
        wait = chance.whole(3, 14) if chance.yes(shares.REPORT_IN_TIME) else chance.whole(17, 45)
        reported = min(self._day(met, wait), self.decided_on)
        return [
            Happened(arranged, K.REVIEW_SCHEDULED, {"meeting_on": met.isoformat()}),
            Happened(noticed, K.REVIEW_NOTICE_GIVEN),
            Happened(max(noticed, sent), K.REVIEW_ADVICE_CIRCULATED),
            Happened(met, K.REVIEW_MEETING_HELD, {"recommended": recommended, "held_by": "SETTING"}),
            Happened(max(reported, met), K.REVIEW_REPORT_RECEIVED, {"recommended": recommended}),
        ]

    def decision(self, outcome: str) -> Happened:
        """The decision notice."""
        reasons = {} if outcome == "AMEND" else {"reasons": KEPT}
        return Happened(self.decided_on, K.REVIEW_DECISION_SENT, {"outcome": outcome, **reasons})

    def maintained(self) -> list[Happened]:
        """The plan stays as it is."""
        return [self.decision("MAINTAIN")]

    def amended(self) -> list[Happened]:
        """The notice with the decision or after it, and the amended plan in its eight weeks or after them."""
        chance = self.chance
        notice = self.decided_on
        if not chance.yes(shares.NOTICE_WITH_DECISION):
            notice = self._day(notice, chance.whole(3, 60))
        wait = chance.whole(25, 56) if chance.yes(shares.AMENDED_IN_EIGHT_WEEKS) else chance.whole(58, 160)
        final = {"setting_name": UNCHANGED}
        return [self.decision("AMEND"), *self.notice_and_final(notice, notice + timedelta(days=wait), final)]

    def notice_and_final(self, notice: date, final: date, details: Mapping[str, Any]) -> list[Happened]:
        """The notice of the proposed amendments and the plan that comes of it."""
        notice = years.working_day(notice, self.order.calendar)
        issued = max(self._before(final), years.working_day(notice + 18 * DAY, self.order.calendar))
        return [
            Happened(notice, K.AMENDMENT_NOTICE_SENT, {"channel": "EMAIL"}),
            Happened(issued, K.AMENDED_FINAL_SENT, details),
        ]

    def _ahead(self, in_time: float) -> timedelta:
        early = self.chance.yes(in_time)
        return (
            2 * WEEK + timedelta(days=self.chance.whole(1, 14))
            if early
            else timedelta(days=self.chance.whole(2, 12))
        )

    def _day(self, start: date, days: int) -> date:
        return years.working_day(start + timedelta(days=days), self.order.calendar)

    def _before(self, day: date) -> date:
        return years.working_day_before(day, self.order.calendar)
