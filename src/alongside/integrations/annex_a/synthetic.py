"""Seeded invented children as the two lists, for tests, benchmarks and trying out. None of them exists.

It stands in the package, not in the tests, because the benchmark needs it too. No row breaks a rule that is an error.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alongside.integrations.annex_a.write import Row
from alongside.integrations.identifiers import numbers

DAY: Final = timedelta(days=1)
NEEDS: Final = ("ASD", "SEMH", "SLCN", "MLD", "SLD", "PD", "SPLD", "HI", "VI")
ETHNICITIES: Final = ("a) WBRI", "d) WOTH", "f) MWBC", "j) AIND", "k) APKN", "o) BAFR", "s) REFU")


@dataclass(frozen=True, slots=True)
class Making:
    """What to make: `rows` in each list, as at the day `on`, from `seed`."""

    rows: int
    on: date
    seed: int = 1


def rows(making: Making, number: int) -> Iterator[Row]:
    """Yield the rows of list 1 or 2: always the same for the same seed."""
    dice = random.Random(making.seed * 10 + number)  # noqa: S311  invented children, not secrets
    for serial in range(making.rows):
        born = making.on - dice.randint(6 * 366, 15 * 365) * DAY
        school, own = 1000 + serial // 1000, serial % 1000
        upn = f"931{number * 4000 + school}{born.year % 100:02}{own:03}"
        row: dict[str, str | int | float | date | None] = {
            "id": f"{number}-{serial + 1:06}",
            "upn": numbers.upn_letter(upn) + upn,
            "born": born,
            "gender": dice.choice(("a) Male", "b) Female")),
            "ethnicity": dice.choice(ETHNICITIES),
            "need": dice.choice(NEEDS),
            "urn": str(dice.randint(100000, 150000)),
            "phase": "f) All-through",
            "suspensions": dice.choice((0, 0, 0, 1, 2)),
            "exclusions": 0,
            "absence": round(dice.random() * 30, 1),
            "premium": dice.choice(("a) Yes", "b) No")),
            "care": "b) No",
            "disability": dice.choice(("Yes", "No")),
        }
        yield {**row, **(_plan(dice, making.on, born) if number == 1 else {})}


def _plan(dice: random.Random, on: date, born: date) -> Row:
    updated = on - dice.randint(30, 300) * DAY
    return {
        "initial": updated - dice.randint(30, 900) * DAY,
        "updated": updated if dice.random() < 0.8 else None,
        "reviewed": updated + dice.randint(0, 25) * DAY,
        "home": "b) No",
    }
