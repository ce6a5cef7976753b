"""How long the pages of daily work take on the server at the size of a county, beside a bare Django view.

Fills a database of its own with 7,300 plans and 1,700 open cases, then asks for each page through the whole
middleware, one after another. Of each it prints the 95th percentile of the time taken, the median of the
processor time of this process (which other work on the machine disturbs less), both in milliseconds, how many
times it goes to the database, and two ratios of the 95th percentile:

- to a bare Django view in the same process, without any middleware, that asks one question by primary key;
- to the same view behind our middleware, sign-in and door: what being a page of this service takes at all.

All figures are of one run on this machine. Exit status 1 where a page takes longer than 150 ms (search: 100 ms).

    ALONGSIDE_HOME=/somewhere/empty python benchmarks/pages.py [--rounds 60]
"""

# ruff: noqa: E402  Django must be ready before its models can be imported
import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
os.environ["ALONGSIDE_TODAY"] = "2026-11-23"

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from alongside.app import scope
from alongside.app.actions import upkeep
from alongside.app.queries import accounts
from alongside.records import models as m
from alongside.web import urls
from alongside.web.doors import door
from alongside.web.openness import Open

HERE, AT, TODAY = settings.AUTHORITY, datetime(2026, 11, 23, 10, 0, tzinfo=UTC), date(2026, 11, 23)
PLANS, OPEN_CASES, OFFICERS = 7_300, 1_700, 9
LIMIT, SEARCH_LIMIT = 150.0, 100.0
FORENAMES = [
    "Ada",
    "Ben",
    "Cleo",
    "Dan",
    "Eve",
    "Finn",
    "Gus",
    "Hana",
    "Ian",
    "Jo",
    "Kit",
    "Mia",
    "Noor",
    "Zoë",
]
SURNAMES = [
    "Marsh",
    "O'Brien",
    "Smith-Jones",
    "Khan",
    "Nowak",
    "Adeyemi",
    "Fielding",
    "Okafor",
    "Singh",
    "Cox",
]
ADVICE = ("PSYCHOLOGICAL", "MEDICAL", "SOCIAL_CARE", "EDUCATIONAL")


def bare(request: Any, key: str) -> HttpResponse:
    """The measuring stick: one question by primary key, answered as text. With and without a door before it."""
    return HttpResponse(m.Account.objects.get(pk=key).name)


def fill() -> list[UUID]:
    """Officers, children, a parent, cases and their chronologies, straight into the tables; then the caches. Seeded."""
    chance = random.Random(20)
    m.Authority.objects.create(code=HERE, name="Northshire County Council")
    people = [
        m.Account(email=f"o{n}@example.org", name=f"Officer {n}", created_at=AT) for n in range(OFFICERS)
    ]
    m.Account.objects.bulk_create(people)
    with scope.opened_to_all(HERE):
        body = m.Organisation.objects.create(
            authority_id=HERE, kind="COUNCIL", name="Educational Psychology Service"
        )
        m.Position.objects.bulk_create(
            m.Position(
                account=a, authority_id=HERE, role="COORDINATOR", team="East", starts_on=date(2020, 1, 1)
            )
            for a in people
        )
        children, cases, events = [], [], []
        for number in range(PLANS + OPEN_CASES):
            child = m.Person(
                authority_id=HERE, forename=chance.choice(FORENAMES), surname=chance.choice(SURNAMES),
                born_on=date(2004, 1, 1) + timedelta(days=chance.randrange(6500)), upn=f"A{number:012d}",
            )  # fmt: skip
            case = m.Case(authority_id=HERE, reference=f"E20-{number:05d}", person=child, opened_at=AT)
            children.append(child)
            cases.append(case)
            owner = people[number % OFFICERS]
            events += happened(case, owner, body, number < PLANS, chance)
        m.Person.objects.bulk_create(children, batch_size=1000)
        m.Case.objects.bulk_create(cases, batch_size=1000)
        m.CaseEvent.objects.bulk_create(events, batch_size=2000)
        # A child so young that the rights are the parent's.
        of_the_first = cases[PLANS + OFFICERS - PLANS % OFFICERS :: OFFICERS]
        going = next(case for case in of_the_first if case.person.born_on > date(2013, 1, 1))
        parent = m.Account.objects.create(email="parent@example.org", name="A Parent", created_at=AT)
        m.CaseParty.objects.create(
            authority_id=HERE, case=going, account=parent, relation="PARENT", name="A Parent",
            starts_on=date(2020, 1, 1),
        )  # fmt: skip
    upkeep.rebuild(by=accounts.service(HERE), at=AT)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")  # what the database does by itself within a minute of such a fill
    return [people[0].id, parent.id, cases[0].id, going.id]


def happened(
    case: m.Case, owner: m.Account, body: m.Organisation, has_plan: bool, chance: random.Random
) -> list[m.CaseEvent]:
    """A chronology of eight events or more: years ago for a plan, in the last months for an open case."""
    received = TODAY - timedelta(days=chance.randrange(300, 2000) if has_plan else chance.randrange(1, 200))
    found: list[m.CaseEvent] = []

    def add(kind: str, on: date, **details: object) -> str:
        event = m.CaseEvent(
            id=uuid4(), authority_id=HERE, case=case, kind=kind, occurred_on=on, recorded_at=AT,
            position=len(found) + 1, by=str(owner.id), by_name=owner.name, details=details,
        )  # fmt: skip
        if on <= TODAY:
            found.append(event)
        return str(event.id)

    add(
        "REQUEST_RECEIVED",
        received,
        source="PARENT_OR_YOUNG_PERSON",
        channel="EMAIL",
        requested_by="A Parent",
    )
    add("CASE_ASSIGNED", received, to=str(owner.id), to_name=owner.name)
    decided = received + timedelta(days=38)
    add("DECISION_TO_ASSESS_NOTIFIED", decided, reasons=[])
    for kind in ADVICE:
        asked = add(
            "ADVICE_REQUESTED", decided, advice_kind=kind, organisation=str(body.id), asked_name=body.name
        )
        if has_plan or chance.random() < 0.6:
            add("ADVICE_RECEIVED", decided + timedelta(days=chance.randrange(20, 60)), request=asked)
    if has_plan:
        add("DECISION_TO_ISSUE", decided + timedelta(days=70))
        add("DRAFT_SERVED", decided + timedelta(days=80), version=1, channel="EMAIL")
        add("FINAL_SENT", decided + timedelta(days=100), version=1)
        reviewed(add, decided + timedelta(days=100), chance)
    return found


def reviewed(add: Callable[..., str], final: date, chance: random.Random) -> None:
    """The reviews of a plan up to the day: most in time, some late, the last ones still under way."""
    due = final + timedelta(days=365)
    while due - timedelta(days=90) <= TODAY:
        met = due - timedelta(days=chance.randrange(0, 80))
        add("REVIEW_SCHEDULED", met - timedelta(days=30), meeting_on=met.isoformat())
        add("REVIEW_NOTICE_GIVEN", met - timedelta(days=20))
        add("REVIEW_MEETING_HELD", met)
        add("REVIEW_REPORT_RECEIVED", met + timedelta(days=chance.randrange(5, 20)))
        decided = met + timedelta(days=chance.randrange(21, 90))
        add("REVIEW_DECISION_SENT", decided, outcome="AMEND")
        add("AMENDMENT_NOTICE_SENT", decided, channel="EMAIL")
        add("AMENDED_FINAL_SENT", decided + timedelta(days=chance.randrange(30, 90)))
        due = decided + timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one address takes: milliseconds, and questions to the database."""

    p95: float
    median: float
    cpu: float
    trips: int


def timed(client: Client, address: str, rounds: int) -> Taken:
    """Asks `rounds` times, after three that are not counted."""
    wall, cpu, trips = [], [], 0

    def counted(execute: Any, *question: Any) -> Any:
        nonlocal trips
        trips += 1
        return execute(*question)

    for number in range(rounds + 3):
        began, worked = time.perf_counter(), time.process_time()
        answered = client.get(address)
        if answered.status_code != 200:
            raise SystemExit(f"{address} answered {answered.status_code}.")
        if number >= 3:
            wall.append((time.perf_counter() - began) * 1000)
            cpu.append((time.process_time() - worked) * 1000)
    with connection.execute_wrapper(counted):
        client.get(address)
    return Taken(statistics.quantiles(wall, n=20)[18], statistics.median(wall), statistics.median(cpu), trips)


def line(name: str, taken: Taken, ratios: str = "") -> None:
    """One line of the report."""
    print(
        f"{name:32} p95 {taken.p95:7.1f} ms  median {taken.median:7.1f}  cpu {taken.cpu:6.1f}  "
        f"{taken.trips:2} questions  {ratios}"
    )


def sticks(officer: UUID, client: Client, rounds: int) -> tuple[Taken, Taken]:
    """The bare view without middleware, and the same view behind our middleware, sign-in and door."""
    urls.urlpatterns.append(path("bare/<str:key>", bare))
    urls.urlpatterns.append(door("bare-inside/<str:key>", bare, "bare", needs=Open.TO_ANYONE_SIGNED_IN))
    with override_settings(MIDDLEWARE=[]):
        outside = timed(Client(headers={"host": "localhost"}), f"/bare/{officer}", rounds)
    inside = timed(client, f"/bare-inside/{officer}", rounds)
    line("bare view, no middleware", outside)
    line("the same, signed in, with a door", inside, f"{inside.p95 / outside.p95:5.1f} × bare")
    return outside, inside


def main() -> int:
    """Fill, measure, print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if m.Account.objects.exists():
        raise SystemExit("This database is in use. Set ALONGSIDE_HOME to an empty folder.")
    began = time.perf_counter()
    officer, parent, planned, going = fill()
    print(
        f"{PLANS + OPEN_CASES:,} cases filled and their caches built in {time.perf_counter() - began:.0f} s"
    )
    return int(measured(officer, parent, {"planned": planned, "going": going}, rounds))


def measured(officer: UUID, parent: UUID, cases: Mapping[str, UUID], rounds: int) -> bool:
    """Measures and prints every page; True where one takes longer than it may."""
    client, family = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    client.force_login(m.Account.objects.get(id=officer))
    family.force_login(m.Account.objects.get(id=parent))
    outside, inside = sticks(officer, client, rounds)
    slow = False
    for name, asks, address, limit in (
        ("page without content", client, "/cookies", LIMIT),
        ("my work (1,000 cases)", client, "/work", LIMIT),
        ("everybody's work (9,000 cases)", client, "/work?whose=ALL", LIMIT),
        ("first reviews, page 20", client, "/work?whose=ALL&rule=R01&page=20", LIMIT),
        ("reviews, first page", client, "/reviews", LIMIT),
        ("reviews of one state, page 20", client, "/reviews?state=OVERDUE&page=20", LIMIT),
        ("phase transfers", client, "/phase-transfers", LIMIT),
        ("case page, plan", client, f"/cases/{cases['planned']}", LIMIT),
        ("case page, under assessment", client, f"/cases/{cases['going']}", LIMIT),
        ("family page", family, f"/cases/{cases['going']}/family", LIMIT),
        ("chronology", client, f"/cases/{cases['going']}/chronology", LIMIT),
        ("search by two names", client, "/find?q=zoe+obr", SEARCH_LIMIT),
        ("search by date of birth", client, "/find?q=4/5/2008", SEARCH_LIMIT),
        ("search by reference", client, "/find?q=E20-00042", SEARCH_LIMIT),
    ):
        taken = timed(asks, address, rounds)
        slow |= taken.p95 > limit
        line(name, taken, f"{taken.p95 / outside.p95:5.1f} × bare  {taken.p95 / inside.p95:4.1f} × inside")
    return slow


if __name__ == "__main__":
    sys.exit(main())
