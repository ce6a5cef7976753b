"""How long it takes to import a SEN2 return into the database, and that the time grows no faster than the return.

Prints, all measured in the same run on this machine: seconds for each size, the same file again (nothing is added)
and the return of the next year; the ratio of seconds per person at the largest size to those at the smallest
(1.0 is linear); and where the time of the target size goes. Exit status 1 where a target is missed: 9,000 persons
in 60 s, linear to within 1.5. Each import runs in a transaction of its own that is rolled back.

    python benchmarks/sen2_import.py            1,000, 9,000 and 27,000 persons
    python benchmarks/sen2_import.py --quick    1,000 and 9,000
    python benchmarks/sen2_import.py --profile  9,000, with what takes the time

The database is the one that comes with Alongside, in a temporary folder, unless DATABASE_URL names another.
"""

import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

SIZES = (1_000, 9_000, 27_000)
TARGET_SIZE, TARGET_SECONDS, TARGET_LINEAR = 9_000, 60.0, 1.5
AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
COORDINATORS = 12


class Back(Exception):
    """Takes the transaction back."""


def prepare() -> None:
    """An authority with coordinators, in an empty database."""
    import django

    django.setup()
    from django.core.management import call_command

    from alongside.app import scope
    from alongside.records.models import Account, Authority, Position

    call_command("migrate", interactive=False, verbosity=0)
    Authority.objects.get_or_create(code="931", defaults={"name": "Northshire County Council"})
    with scope.opened_to_all("931"):
        if Position.objects.exists():
            return
        for number in range(COORDINATORS):
            account = Account.objects.create(
                email=f"c{number}@example.org", name=f"Coordinator {number}", created_at=AT
            )
            Position.objects.create(
                account=account, authority_id="931", role="COORDINATOR", starts_on=date(2020, 1, 1)
            )


def write(folder: Path, size: int, *, a_year_later: bool = False) -> Path:
    """An invented return of 2025, or that of the same children in 2026, each plan reviewed once more."""
    from alongside.integrations.sen2 import synthetic, synthetic_files

    year = 2026 if a_year_later else 2025
    path = folder / f"{size}-{year}.xml"
    persons = synthetic.persons(synthetic.Making(size))
    told = map(reviewed, persons) if a_year_later else persons
    synthetic_files.write_xml(path, synthetic.header(synthetic.Making(size, year)), told)
    return path


def reviewed(person: Any) -> Any:
    """The same person a year later: a plan in force has been reviewed again."""
    return replace(
        person,
        requests=tuple(
            replace(
                request,
                active_plan=replace(
                    request.active_plan,
                    review_meeting_on=date(2025, 10, 1),
                    review_outcome="M",
                    review_decision_on=date(2025, 10, 20),
                ),
            )
            if request.active_plan
            else request
            for request in person.requests
        ),
    )


def timed(path: Path) -> float:
    """Seconds that it takes to take one file over."""
    from alongside.app.queries import accounts
    from alongside.integrations.sen2 import load

    began, used = time.perf_counter(), time.process_time()
    outcome = load.take_over(load.File(path, path.name), by=accounts.service("931"), at=AT)
    taken, used = time.perf_counter() - began, time.process_time() - used
    print(
        f"  {outcome.source}: {outcome.persons:,} persons in {taken:.1f} s ({used:.1f} s of this process): "
        f"{outcome.cases_created:,} new cases, "
        f"{outcome.events_created:,} events, {outcome.unchanged:,} unchanged, {outcome.conflicts:,} conflicts"
    )
    return taken


def measure(folder: Path, size: int) -> float:
    """Seconds of a first import; the same file again and a later return are printed."""
    from django.db import transaction

    from alongside.app import scope

    this, later = write(folder, size), write(folder, size, a_year_later=True)
    print(f"{size:,} persons, {this.stat().st_size / 1e6:.1f} MB of XML")
    taken = 0.0
    try:
        with scope.opened_to_all("931"), transaction.atomic():
            taken = timed(this)
            timed(this)
            timed(later)
            raise Back
    except Back:
        return taken


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="leave out the largest size")
    arguments.add_argument(
        "--profile", action="store_true", help="only the target size, with what takes the time"
    )
    told = arguments.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    with tempfile.TemporaryDirectory(prefix="import-") as name:
        folder = Path(name)
        os.environ.setdefault("ALONGSIDE_HOME", str(folder / "home"))
        prepare()
        if told.profile:
            profile = cProfile.Profile()
            profile.runcall(measure, folder, TARGET_SIZE)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
            return 0
        taken = {size: measure(folder, size) for size in (SIZES[:2] if told.quick else SIZES)}
    small, large = min(taken), max(taken)
    linear = (taken[large] / large) / (taken[small] / small)
    print(f"{TARGET_SIZE:,} persons in {taken[TARGET_SIZE]:.1f} s (target {TARGET_SECONDS:.0f})")
    print(f"seconds per person at {large:,} over {small:,}: {linear:.2f} (target at most {TARGET_LINEAR})")
    return int(taken[TARGET_SIZE] > TARGET_SECONDS or linear > TARGET_LINEAR)


if __name__ == "__main__":
    sys.exit(main())
