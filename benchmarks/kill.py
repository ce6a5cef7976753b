"""Kills the web, the worker and the database with SIGKILL under load, and looks whether anything is lost.

Starts a small area of its own (its own PostgreSQL, `alongside serve`, `alongside worker`) in an empty folder. Eight
people sign in over HTTP and write: messages, sections of plans, events, advice that saves by itself. Each write has
words of its own and is sent once; what the service says it has kept is noted. In each round something is killed at
a moment left to chance and started again; then everybody pauses and the records are compared with the notes:

* each write that was acknowledged is there exactly once; one whose answer never came is there once or not at all;
* the ledger verifies, and every cache says what the chronology says;
* each message of the family has its message in the outbox.

At the end, everything in the outbox must have left. Exit status 1 where anything is lost, doubled or wrong.
A killed process tests the service and PostgreSQL's log, not the disk: a power cut does more.

    python benchmarks/kill.py [--rounds 50] [--settle 270] [--seed 1]
"""

# ruff: noqa: E402  Django must be ready before its models can be imported
import argparse
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HOME = Path(os.environ.setdefault("ALONGSIDE_HOME", tempfile.mkdtemp(prefix="alongside-kill-")))
os.environ |= {
    "ALONGSIDE_DEMO": "yes",
    "ALONGSIDE_TODAY": "2026-11-23",
    "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
}
os.environ.pop("DATABASE_URL", None)
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from killing import Service, small_area
from under_load import Noted, Person, Write

from alongside.app import ports, scope
from alongside.app.actions import outbox, upkeep
from alongside.app.queries import accounts, ledger
from alongside.records import models as m
from cast import HERE

KINDS = ("web", "web process", "worker", "database", "postmaster")
WITHIN = (0.8, 2.0)  # seconds of work before the kill


@dataclass(slots=True)
class Found:
    """What the run showed."""

    kills: Counter[str] = field(default_factory=Counter)
    back: dict[str, list[float]] = field(default_factory=dict)
    lost: set[Write] = field(default_factory=set)
    doubled: set[Write] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def held() -> Counter[tuple[str, str, str]]:
    """Every write that the records hold: kind, case, words."""
    sections = m.PlanSectionRevision.objects.filter(text__startswith="section ")
    events = m.CaseEvent.objects.filter(kind="ADVICE_REQUESTED", details__asked_name__startswith="event ")
    messages = m.Message.objects.filter(text__startswith="message ")
    rows = [
        *(("section", str(case), text) for case, text in sections.values_list("case", "text")),
        *(("event", str(case), d["asked_name"]) for case, d in events.values_list("case", "details")),
        *(("message", str(case), text) for case, text in messages.values_list("case", "text")),
    ]
    return Counter(rows)


def drafts() -> dict[str, set[str]]:
    """What stands in the drafts of advice of each case: each save takes the place of the one before."""
    found: dict[str, set[str]] = {}
    for case, answers in m.AdviceDraft.objects.values_list("case", "answers"):
        found.setdefault(str(case), set()).update(answers.values())
    return found


def number(words: str) -> int:
    """The number of a write, which grows."""
    return int(words.removesuffix(".").rpartition(" ")[2])


def look(noted: Noted, found: Found) -> None:
    """Compare the records with what was noted. Nobody writes meanwhile."""
    connection.close()
    with scope.opened_to_all(HERE):
        rows, standing = held(), drafts()
        messages = m.Message.objects.filter(text__startswith="message ").count()
        told = m.OutboxMessage.objects.filter(kind="MESSAGE_SENT").count()
    if messages != told:
        found.wrong.append(f"{messages} messages of the family, but {told} messages to their officers")
    for write in noted.tried:
        if rows[(write.kind, write.case, write.words)] > 1:
            found.doubled.add(write)
    newest: dict[str, Write] = {}
    for write in noted.kept:
        if write.kind == "draft":
            newest[write.case] = write
        elif not rows[(write.kind, write.case, write.words)]:
            found.lost.add(write)
    for case, write in newest.items():
        if max(map(number, standing.get(case, {"0"}))) < number(write.words):
            found.lost.add(write)
    by, at = accounts.service(HERE), ports.now()
    verdict = ledger.verify(None, by=by)
    if not verdict.whole:
        found.wrong.append(f"ledger: {verdict.sentence}")
    found.wrong += upkeep.compare(by=by, at=at).differences


def pause(people: list[Person]) -> None:
    """Everybody finishes the write in hand, then waits."""
    for person in people:
        person.may_work.clear()
    for person in people:
        if not person.is_idle.wait(60):
            raise RuntimeError(f"{person.name} did not stop writing within a minute.")


def work(people: list[Person]) -> None:
    """Everybody writes."""
    for person in people:
        person.is_idle.clear()
        person.may_work.set()


def one_round(kind: str, service: Service, people: list[Person], noted: Noted, found: Found) -> None:
    """Work, kill, start again, work, look."""
    work(people)
    time.sleep(random.uniform(*WITHIN))
    service.kill(kind)
    started = time.perf_counter()
    service.start_again(kind)
    service.wait_until_up()
    found.kills[kind] += 1
    found.back.setdefault(kind, []).append(time.perf_counter() - started)
    time.sleep(0.5)
    pause(people)
    look(noted, found)


def waiting() -> int:
    """Messages that have not left."""
    connection.close()
    with scope.opened_to_all(HERE):
        return m.OutboxMessage.objects.filter(sent_at=None, withdrawn_at=None).count()


def settle(seconds: int, service: Service, found: Found) -> None:
    """The worker sends what waits, if it is given time to; then all is stopped, and the rest is sent from here."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and waiting():
        time.sleep(2)
    if seconds and (left := waiting()):
        found.wrong.append(f"{left} messages had not left {seconds} seconds after the last round")
    found.wrong += service.stop()
    by, later = accounts.service(HERE), ports.now() + outbox.LONGEST_WAIT
    for one in outbox.waiting(by=by, at=later, most=100_000):
        outbox.deliver(one, by=by, at=later)
    if still := waiting():
        found.wrong.append(f"{still} messages cannot leave")


def mails(found: Found) -> tuple[int, int]:
    """How many messages are in the folder of sent mail, and how many of them more than once."""
    with scope.opened_to_all(HERE):
        ids = {str(one) for one in m.OutboxMessage.objects.values_list("id", flat=True)}
    seen: Counter[str] = Counter()
    for path in (HOME / "sent-mail").glob("*"):
        seen.update(re.findall(r"^Message-ID: <([0-9a-f-]{36})@", path.read_text(), re.MULTILINE))
    if missing := ids - seen.keys():
        found.wrong.append(f"{len(missing)} messages are marked as sent and never left")
    return len(ids), sum(1 for count in seen.values() if count > 1)


def closing(noted: Noted, found: Found, rows: Counter[tuple[str, str, str]]) -> None:
    """The table at the end."""
    kept = set(noted.kept)
    silent = [w for w in noted.tried if w not in kept and w.kind != "draft"]
    there = sum(1 for w in silent if rows[(w.kind, w.case, w.words)])
    sent, twice = mails(found)
    print(f"rounds                          {sum(found.kills.values())}")
    for kind, count in sorted(found.kills.items()):
        back = found.back[kind]
        print(
            f"  killed: {kind:<22}  {count:>5}   back after {median(back):.1f} s, at most {max(back):.1f} s"
        )
    print(f"writes sent                     {len(noted.tried)}")
    print(f"acknowledged                    {len(noted.kept)}")
    for kind, count in sorted(Counter(w.kind for w in noted.kept).items()):
        print(f"  {kind:<28}  {count:>5}")
    print(f"acknowledged and lost           {len(found.lost)}")
    print(f"there more than once            {len(found.doubled)}")
    print(f"not acknowledged                {len(silent)}, of which kept all the same {there}")
    print(f"answers that were no            {dict(sorted(noted.refused.items())) or 'none'}")
    print(f"messages sent                   {sent}, of which twice, with one id, {twice}")
    print(f"ledger, caches, outbox          {'whole' if not found.wrong else 'WRONG'}")
    for sentence in [*map(str, found.lost), *map(str, found.doubled), *found.wrong][:20]:
        print(f"  {sentence}")


def run(rounds: int, seconds: int, found: Found) -> Noted:
    """All of it."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    noted, service = Noted(), Service(HOME)
    try:
        people = small_area(service.port, noted)
        service.start()
        for person in people:
            person.browser.sign_in()
            person.start()
        kinds = [KINDS[n % len(KINDS)] for n in range(rounds)]
        random.shuffle(kinds)
        for n, kind in enumerate(kinds, start=1):
            one_round(kind, service, people, noted, found)
            print(f"{n:>3} {kind:<12} acknowledged {len(noted.kept):>5}, lost {len(found.lost)}", flush=True)
        settle(seconds, service, found)
    finally:
        service.end()
    return noted


def main() -> int:
    """Read the options, run, print, and clean up."""
    options = argparse.ArgumentParser(description="Kill everything under load; lose nothing.")
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--settle", type=int, default=270, help="seconds given to the worker at the end")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    random.seed(given.seed)
    found = Found()
    noted = run(given.rounds, given.settle, found)
    with scope.opened_to_all(HERE):
        rows = held()
    closing(noted, found, rows)
    if not (found.lost or found.doubled or found.wrong):
        shutil.rmtree(HOME / "sent-mail", ignore_errors=True)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
