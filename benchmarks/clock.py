"""How many cases a second the clock works out on one core: all duties of a typical case, twenty events.

    python benchmarks/clock.py [--cases 2000] [--rounds 7]

Every figure is the best of several rounds in one run, since other work on the machine only ever slows a round.
The baseline is named and measured in the same run: sorting the events of the same cases by date, the least that
anybody who looks at a chronology must do. Ratios to it hold on any machine; cases a second hold on this one.
Cases differ in dates, bodies asked, outcomes and exceptions, and no two are the same object.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from alongside.core.case.codes import AdviceKind, EventKind, RequestSource
from alongside.core.case.episodes import history
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.lawbook import Law, LawBook, Modes
from alongside.integrations.calendars.england import england_and_wales

K = EventKind
TARGET = 10_000
REPEATS = 20  # the baseline is so short that once through would be at the mercy of the processor's timer
MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


def typical(number: int, dice: random.Random) -> Facts:
    """One case from request to plan: six asked for advice, a draft, a setting consulted."""
    start = date(2022, 9, 1) + timedelta(days=dice.randrange(1200))
    events: list[Event] = []

    def add(kind: EventKind, after: int, **details: object) -> str:
        name = f"{number}-{len(events)}"
        moment = MOMENT + timedelta(days=after, seconds=len(events))
        events.append(Event(name, kind, start + timedelta(days=after), moment, details))
        return name

    add(K.REQUEST_RECEIVED, 0, source=dice.choice(list(RequestSource)), channel="EMAIL")
    add(K.CASE_ASSIGNED, 0, to="officer")
    add(K.VIEWS_INVITED, dice.randrange(1, 9))
    add(K.DECISION_TO_ASSESS_NOTIFIED, dice.randrange(25, 50))
    for kind in list(AdviceKind)[:6]:
        received = (start + timedelta(days=52)).isoformat()
        name = add(K.ADVICE_REQUESTED, 51, advice_kind=kind, asked_name="Adviser", body_received_on=received)
        add(K.ADVICE_RECEIVED, dice.randrange(70, 120), request=name)
    add(K.DECISION_TO_ISSUE, 122)
    add(K.DRAFT_SERVED, dice.randrange(123, 126), channel="EMAIL")
    add(K.SETTING_CONSULTED, 127, setting_name="Hill School")
    add(K.FINAL_SENT, dice.randrange(135, 180))
    return Facts(f"case {number}", None, as_known(events))


def best(rounds: int, work: Callable[[], object]) -> float:
    """The shortest of several rounds, in seconds of processor time: waiting for other work is not counted."""
    took = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def measure(cases: list[Facts], rounds: int) -> float:
    """Print every figure; the cases a second for all duties without words."""
    law, on = Law(LawBook.load(), england_and_wales(), Modes()), date(2026, 3, 2)
    works: dict[str, Callable[[Facts], object]] = {
        "reading the chronology": history,
        "all duties with dates and states": lambda facts: clock.due_dates(facts, on=on, law=law),
        "all duties with reasons in words": lambda facts: clock.duties(facts, on=on, law=law),
    }
    baseline = best(rounds, partial(_all, _sorted, cases * REPEATS)) / REPEATS
    print(f"{'sorting the events (baseline)':36} {len(cases) / baseline:10,.0f} cases/s")
    rates = {}
    for name, work in works.items():
        took = best(rounds, partial(_all, work, cases))
        rates[name] = len(cases) / took
        print(f"{name:36} {rates[name]:10,.0f} cases/s   {took / baseline:6.1f} x baseline")
    return rates["all duties with dates and states"]


def _all(work: Callable[[Facts], object], cases: list[Facts]) -> None:
    for facts in cases:
        work(facts)


def _sorted(facts: Facts) -> list[Event]:
    return sorted(facts.events, key=lambda event: event.occurred_on)


def main() -> int:
    """Measure and print. Status 1 if the clock is slower than the target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    dice = random.Random(20)
    cases = [typical(number, dice) for number in range(asked.cases)]
    law, on = Law(LawBook.load(), england_and_wales(), Modes()), date(2026, 3, 2)
    duties = sum(len(clock.due_dates(facts, on=on, law=law)) for facts in cases) / len(cases)
    events = sum(len(facts.events) for facts in cases) / len(cases)
    print(f"{len(cases)} cases, {events:.1f} events and {duties:.1f} duties each, best of {asked.rounds}")
    speed = measure(cases, asked.rounds)
    print(f"target {TARGET:,} cases/s: {'met' if speed >= TARGET else 'missed'} ({speed / TARGET:.2f} x)")
    return 0 if speed >= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
