"""How long the whole law takes: all duties of all regions, for 100,000 histories, for England, and as histories grow.

    python benchmarks/law.py [--histories 100000] [--england 795000] [--profile]

Three measurements in one run, each against a named baseline of the same run (sorting the same events by date):

- 100,000 histories of twenty events over all regions on one core: at most 20 s;
- England, 640,000 plans and 155,000 open requests, on two cores: at most 60 s of the wall clock;
- the same kinds of history with 10, 20, 40 and 60 events: the time for an event may not grow.

Histories are made in blocks of a thousand and worked out block by block, so that memory stays flat; making them is
not counted. Exit status 1 where a target is missed.
"""

import argparse
import cProfile
import pstats
import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from alongside.core.case.codes import AdviceKind, EventKind, RequestSource
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.lawbook import Law, LawBook
from alongside.integrations.calendars.england import england_and_wales

K = EventKind
ON = date(2026, 11, 23)
MOMENT = datetime(2016, 1, 1, tzinfo=UTC)
BLOCK, SEED = 1000, 20
PLANS, REQUESTS = 640_000, 155_000
SECONDS, ENGLAND_SECONDS, GROWTH = 20.0, 60.0, 1.3
ADVICE = tuple(AdviceKind)[:6]


class History:
    """A chronology in the making: each event so many days after the last."""

    def __init__(self, number: int, begins: date, born_on: date) -> None:
        self.number, self.day, self.born_on = number, begins, born_on
        self.events: list[Event] = []

    def add(self, kind: EventKind, after: int = 0, **details: object) -> str:
        """One event more, `after` days later. Returns its id."""
        self.day += timedelta(days=after)
        name = f"{self.number}-{len(self.events)}"
        moment = MOMENT + timedelta(seconds=len(self.events))
        self.events.append(Event(name, kind, self.day, moment, details))
        return name

    def facts(self, size: int) -> Facts:
        """What has happened by now, and no more than so many events of it."""
        past = [event for event in self.events[:size] if event.occurred_on <= ON]
        return Facts(str(self.number), self.born_on, tuple(past))


def assessed(told: History, dice: random.Random) -> None:
    """From the request to the draft: six asked for advice."""
    told.add(K.REQUEST_RECEIVED, source=dice.choice(tuple(RequestSource)))
    told.add(K.DECISION_TO_ASSESS_NOTIFIED, dice.randrange(25, 50))
    asked = [told.add(K.ADVICE_REQUESTED, advice_kind=kind, asked_name="Adviser") for kind in ADVICE]
    for name in asked[: dice.randrange(3, 7)]:
        told.add(K.ADVICE_RECEIVED, dice.randrange(5, 20), request=name)
    told.add(K.DECISION_TO_ISSUE, 9)
    told.add(K.DRAFT_SERVED, 4, channel="EMAIL")
    told.add(K.SETTING_CONSULTED, 1, setting_name="Hill School")


def reviewed(told: History, dice: random.Random) -> None:
    """One year of a plan: the meeting arranged, held, decided on, and mostly an amendment."""
    meeting = told.day + timedelta(days=330)
    told.add(K.REVIEW_SCHEDULED, 280, meeting_on=meeting.isoformat(), school_year=dice.randrange(1, 13))
    told.add(K.REVIEW_NOTICE_GIVEN, dice.randrange(20, 40))
    told.add(K.REVIEW_MEETING_HELD, dice.randrange(12, 30))
    told.add(K.REVIEW_REPORT_RECEIVED, dice.randrange(8, 25))
    if dice.random() < 0.3:
        told.add(K.REVIEW_DECISION_SENT, dice.randrange(3, 30), outcome="MAINTAIN")
        return
    told.add(K.REVIEW_DECISION_SENT, dice.randrange(3, 30), outcome="AMEND")
    told.add(K.AMENDMENT_NOTICE_SENT, dice.randrange(0, 20), channel="EMAIL")
    told.add(K.AMENDED_FINAL_SENT, dice.randrange(30, 90))


def disputed(told: History, dice: random.Random) -> None:
    """A refusal to assess, mediation, an appeal and its order."""
    told.add(K.REQUEST_RECEIVED, source=dice.choice(tuple(RequestSource)))
    told.add(K.REFUSAL_TO_ASSESS_SENT, dice.randrange(20, 50))
    told.add(K.MEDIATION_ADVISER_CONTACTED, 10)
    told.add(K.MEDIATION_REQUESTED, 2)
    told.add(K.MEDIATION_HELD, dice.randrange(10, 40))
    told.add(K.MEDIATION_CERTIFICATE_ISSUED, 3)
    told.add(K.APPEAL_RECEIVED, dice.randrange(3, 25))
    told.add(K.APPEAL_NOTICE_RECEIVED, 10)
    told.add(K.APPEAL_RESPONSE_SENT, dice.randrange(20, 45))
    told.add(K.APPEAL_HEARD, 60)
    told.add(K.ORDER_MADE, 9, order="ASSESS")
    told.add(K.DECISION_TO_ASSESS_NOTIFIED, dice.randrange(5, 20))


def moved(told: History, dice: random.Random) -> None:
    """A plan that came from elsewhere, is reassessed, paid for in part, and is to cease."""
    told.add(K.TRANSFERRED_IN)
    told.add(K.TRANSFER_NOTICE_SENT, dice.randrange(10, 60))
    told.add(K.PHASE_TRANSFER_FORESEEN, 30, transfer="PRIMARY_TO_SECONDARY", year=2026)
    told.add(K.REASSESSMENT_REQUESTED, 60, by="PARENT_OR_YOUNG_PERSON")
    told.add(K.REASSESSMENT_AGREED_SENT, dice.randrange(5, 30))
    told.add(K.DIRECT_PAYMENTS_STARTED, 40, provision="Therapy")
    told.add(K.DETAINED, 100)
    told.add(K.RELEASED, 50, same_la="true")
    reviewed(told, dice)
    told.add(K.CEASE_CONSULTED, 30)
    told.add(K.CEASE_DECISION_SENT, 20, reason="NOT_NECESSARY")


def history(number: int, size: int, kind: str) -> Facts:
    """One history, drawn from its number: of an open request, of a plan, or of any region."""
    dice = random.Random(SEED * 1_000_003 + number)
    years = 1 + size // 6 if kind != "REQUEST" else 0
    begins = ON - timedelta(days=365 * years + dice.randrange(200))
    told = History(number, begins, date(2007, 1, 1) + timedelta(days=dice.randrange(4500)))
    turn = dice.random()
    if kind == "ANY" and turn < 0.15:
        disputed(told, dice)
    elif kind == "ANY" and turn < 0.3:
        moved(told, dice)
    elif kind == "REQUEST" or (kind == "ANY" and turn < 0.6):
        assessed(told, dice)
        told.add(K.FINAL_SENT, dice.randrange(14, 60))
    else:
        told.add(K.PLAN_MADE)
    while len(told.events) < size and kind != "REQUEST":
        reviewed(told, dice)
    return told.facts(size)


def blocks(first: int, count: int, size: int, kind: str) -> Iterator[list[Facts]]:
    """So many histories, a thousand at a time."""
    for start in range(first, first + count, BLOCK):
        yield [history(number, size, kind) for number in range(start, min(start + BLOCK, first + count))]


def worked(given: Iterator[list[Facts]], work: Callable[[Facts], object]) -> tuple[float, int, int]:
    """Seconds of processor time for the work alone, the events in it, and what came out of it, counted."""
    took, events, found = 0.0, 0, 0
    for block in given:
        events += sum(len(facts.events) for facts in block)
        began = time.process_time()
        for facts in block:
            found += len(work(facts))  # type: ignore[arg-type]
        took += time.process_time() - began
    return took, events, found


def of_law() -> Callable[[Facts], object]:
    """All duties of one history, with dates and states."""
    law = Law(LawBook.load(), england_and_wales())
    return lambda facts: clock.due_dates(facts, on=ON, law=law)


def in_order(facts: Facts) -> list[Event]:
    """The baseline: the same events sorted by date."""
    return sorted(facts.events, key=lambda event: event.occurred_on)


def one_core(count: int) -> bool:
    """100,000 histories of twenty events over all regions."""
    took, events, duties = worked(blocks(0, count, 20, "ANY"), of_law())
    least, _, _ = worked(blocks(0, count, 20, "ANY"), in_order)
    allowed = SECONDS * count / 100_000
    print(
        f"{count:,} histories, {events / count:.1f} events and {duties / count:.1f} duties each: {took:.1f} s on one "
        f"core (at most {allowed:.1f}), {took / least:.0f} x sorting the events"
    )
    return took <= allowed


def _share(part: tuple[int, int, str]) -> tuple[float, int]:
    """In a process of its own: one part of England. Seconds of processor time, and duties."""
    took, _, duties = worked(blocks(part[0], part[1], 20, part[2]), of_law())
    return took, duties


def england(count: int) -> bool:
    """Every plan and open request of England on two cores: the longer of the two shares of the work."""
    plans = round(count * PLANS / (PLANS + REQUESTS))
    parts = []
    for first, of_kind, kind in ((0, plans, "PLAN"), (plans, count - plans, "REQUEST")):
        half = of_kind // 2
        parts += [(first, half, kind), (first + half, of_kind - half, kind)]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        done = list(pool.map(_share, parts))
    took = max(done[0][0] + done[2][0], done[1][0] + done[3][0])
    allowed = ENGLAND_SECONDS * count / (PLANS + REQUESTS)
    print(
        f"England: {plans:,} plans and {count - plans:,} requests, {sum(each[1] for each in done):,} duties: "
        f"{took:.1f} s on two cores (at most {allowed:.1f})"
    )
    return took <= allowed


def growth() -> bool:
    """The time for one event as histories grow."""
    work, per_event = of_law(), []
    for size in (10, 20, 40, 60):
        took, events, _ = min(worked(blocks(0, 2_000, size, "PLAN"), work) for _ in range(3))
        per_event.append(took / events)
        print(
            f"at most {size} events: {1e6 * took / events:.1f} µs an event, {events / 2000:.1f} events each"
        )
    grown = per_event[-1] / per_event[1]
    print(f"the time for an event at 60 over that at 20: {grown:.2f} (at most {GROWTH})")
    return grown <= GROWTH


def profile() -> None:
    """Where the time goes."""
    given = [facts for block in blocks(0, 3_000, 20, "ANY") for facts in block]
    work, profiler = of_law(), cProfile.Profile()
    profiler.enable()
    for facts in given:
        work(facts)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


def main() -> int:
    """Measure and print. Status 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--histories", type=int, default=100_000)
    parser.add_argument("--england", type=int, default=PLANS + REQUESTS)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    met = [one_core(asked.histories), england(asked.england), growth()]
    if asked.profile:
        profile()
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
