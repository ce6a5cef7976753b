"""Seeded invented children as a return, for tests, benchmarks and trying out. None of them exists.

It stands in the package, not in the tests, because the benchmark and the demonstration need it too. Shares
are those of docs/explain/sen2.md (Oxfordshire and England, DfE statistics of the 2025 release).
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alongside.integrations.identifiers import numbers
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2 import synthetic_shares as shares


@dataclass(frozen=True, slots=True)
class Making:
    """What to make: `persons` of the return of `year` (2023 to 2026), from `seed`."""

    persons: int
    year: int = 2025
    seed: int = 1


def header(making: Making) -> returns.Header:
    """The header of the return."""
    return returns.Header(
        collection="SEN2",
        year=making.year,
        reference_on=shares.CENSUS_DAYS[making.year],
        source_level="L",
        lea=shares.LA_NUMBER,
        software_code="Alongside",
        release="1",
        serial_no="001",
        made_at=f"{making.year}-01-20T09:00:00",
        dmo="Y",
        dco="Y",
        dsco="R" if making.year >= 2025 else None,
    )


def persons(making: Making) -> Iterator[returns.Person]:
    """Yield the persons: always the same for the same seed, the first ones whatever the number asked for."""
    dice = random.Random(making.seed)  # noqa: S311  invented children, not secrets
    for number in range(making.persons):
        yield _Child(dice, making.year, number).person()


class _Child:
    """One invented child: throws the dice in a fixed order."""

    def __init__(self, dice: random.Random, year: int, number: int) -> None:
        self.dice, self.year, self.number = dice, year, number
        self.census = shares.CENSUS_DAYS[year]
        self.first = date(year - 1, 1, 1)
        self.last = date(year - 1, 12, 31)
        self.born_on = self.census

    def person(self) -> returns.Person:
        self.born_on = born_on = self.census - timedelta(days=self.dice.randint(4 * 365, 20 * 365))
        stories = [getattr(self, "_" + self.pick(shares.STORIES))()]
        if self.dice.random() < 0.02:
            stories.insert(0, self._refused())
        under_six = (self.census - born_on).days < 6 * 365 and self.dice.random() < 0.3
        return returns.Person(
            surname=self.dice.choice(shares.SURNAMES),
            forename=self.dice.choice(shares.FORENAMES),
            born_on=born_on,
            sex="M" if self.dice.random() < 0.71 else "F",
            ethnicity=self.pick(shares.ETHNICITIES),
            postcode=f"ZZ{self.dice.randint(1, 99)} {self.dice.randint(1, 9)}ZZ",  # no such postcode area
            upn=None if under_six else self._upn(born_on),
            upn_unknown="UN1" if under_six else None,
            requests=tuple(stories),
        )

    def pick(self, weights: dict[str, int]) -> str:
        return self.dice.choices(list(weights), list(weights.values()))[0]

    def _upn(self, born_on: date) -> str:
        school, serial = 4000 + self.number // 1000 % 1000, self.number % 1000
        rest = f"{shares.LA_NUMBER}{school}{(born_on.year + 4) % 100:02}{serial:03}"
        return numbers.upn_letter(rest) + rest

    def _received(self, first: date, last: date) -> returns.Request:
        on = first + timedelta(days=self.dice.randint(0, (last - first).days))
        source = self.dice.choices("12345", (30, 65, 2, 2, 1))[0] if self.year >= 2025 else None
        return returns.Request(received_on=on, source=source, rya=self._in_custody(on), outcome="A")

    def _in_custody(self, on: date) -> bool:
        return self.dice.random() < 0.002 and 10 <= (on - self.born_on).days // 366 <= 17

    def _started(self, days: int) -> date:
        """That long before the year, but no sooner than at two years of age."""
        return max(self.first - timedelta(days=days), self.born_on + timedelta(days=731))

    def _decided(self, request: returns.Request, outcome: str) -> returns.Request:
        assert request.received_on is not None
        in_time = self.dice.random() < shares.SIX_WEEK_SHARE
        days = self.dice.randint(21, 42) if in_time else self.dice.randint(43, 70)
        decided_on = request.received_on + timedelta(days=days)
        if decided_on < self.first:  # decided before this collection period: nothing more is said of it
            return replace(request, outcome="H")
        return replace(
            request,
            outcome=outcome,
            outcome_on=decided_on,
            mediation=outcome == "N" and self.dice.random() < 0.5,
            tribunal=outcome == "N" and self.dice.random() < 0.4,
        )

    def _awaiting(self) -> returns.Request:
        return self._received(self.last - timedelta(days=40), self.last)

    def _awaiting_earlier(self) -> returns.Request:
        return self._decided(
            self._received(self.first - timedelta(days=20), self.first - timedelta(days=1)), "N"
        )

    def _withdrawn(self) -> returns.Request:
        return replace(self._received(self.first, self.last), outcome="W")

    def _exported(self) -> returns.Request:
        return replace(self._withdrawn(), exported=self.dice.choice(("825", "867", "916")))

    def _refused(self) -> returns.Request:
        return self._decided(self._received(self.first, self.last - timedelta(days=75)), "N")

    def _assessing(self) -> returns.Request:
        request = self._decided(
            self._received(self.last - timedelta(days=200), self.last - timedelta(days=75)), "Y"
        )
        return replace(request, assessment=returns.Assessment(outcome="A"))

    def _no_plan(self) -> returns.Request:
        return self._assessed("N", self.dice.randint(90, 150))

    def _issued(self) -> returns.Request:
        on_time = self.dice.random() < shares.ON_TIME_SHARE
        days = self.dice.randint(110, 140) if on_time else self.dice.randint(141, 330)
        days = 370 + self.dice.randint(0, 60) if self.dice.random() < 0.01 else days
        request = self._assessed("Y", days)
        assert request.assessment is not None
        plan = self._named_plan(request.assessment.outcome_on or self.last)
        assessment = replace(request.assessment, named_plan=plan)
        return replace(request, assessment=assessment, active_plan=self._active_plan(plan, reviewed=False))

    def _assessed(self, outcome: str, days: int) -> returns.Request:
        issued_on = self.first + timedelta(days=self.dice.randint(0, 364))
        received_on = issued_on - timedelta(days=days)
        request = self._decided(self._received(received_on, received_on), "Y")
        assessment = returns.Assessment(
            outcome=outcome,
            outcome_on=issued_on,
            mediation=self.dice.random() < 0.03,
            tribunal=self.dice.random() < 0.02,
            other_mediation=False,
            other_tribunal=self.dice.random() < 0.04,
            week20=self.dice.random() < shares.WEEK20_SHARE,
        )
        return replace(request, assessment=assessment)

    def _historical(self, plan: returns.NamedPlan, active: returns.ActivePlan | None) -> returns.Request:
        assessment = returns.Assessment(outcome="H", named_plan=plan)
        return returns.Request(outcome="H", assessment=assessment, active_plan=active)

    def _maintained(self) -> returns.Request:
        plan = self._named_plan(self._started(self.dice.randint(30, 3000)))
        return self._historical(plan, self._active_plan(plan, reviewed=True))

    def _transferred(self) -> returns.Request:
        plan = self._named_plan(self._started(self.dice.randint(30, 900)))
        active = self._active_plan(plan, reviewed=False)
        return self._historical(
            plan, replace(active, transferred_from=self.dice.choice(("825", "867", "916")))
        )

    def _ceased(self) -> returns.Request:
        plan = self._named_plan(self._started(self.dice.randint(30, 3000)))
        on = self.first + timedelta(days=self.dice.randint(0, 364))
        return self._historical(
            replace(plan, ceased_on=on, cease_reason=self.pick(shares.CEASE_REASONS)), None
        )

    def _named_plan(self, start_on: date) -> returns.NamedPlan:
        details: Sequence[returns.PlanDetail] = [returns.PlanDetail(**self._establishment("1"))]  # type: ignore[arg-type]
        if self.dice.random() < 0.18:
            details = [*details, returns.PlanDetail(**self._establishment("2"))]  # type: ignore[arg-type]
        budget = self.dice.random() < 0.017
        return returns.NamedPlan(
            start_on=start_on,
            personal_budget=budget,
            organised_arrangements=budget and self.dice.random() < 0.3,
            direct_payments="E" if budget else None,
            details=tuple(details),
        )

    def _active_plan(self, plan: returns.NamedPlan, *, reviewed: bool) -> returns.ActivePlan:
        entry_on = min((plan.start_on or self.first) + timedelta(days=self.dice.randint(0, 30)), self.census)
        placements = tuple(
            returns.Placement(
                **{name: getattr(d, name) for name in _ESTABLISHMENT_FIELDS},
                entry_on=entry_on,
                residential=self.pick({"A": 3, "B": 3})
                if self.dice.random() < 0.006 and d.rank == "1"
                else None,
                attendance_pattern="FT" if self.year == 2023 else None,
            )
            for d in plan.details
        )
        met_on = self.first + timedelta(days=self.dice.randint(0, 330))
        wrote_on = met_on + timedelta(days=self.dice.randint(10, 28) if self.dice.random() < 0.33 else 60)
        held = reviewed and self.dice.random() < 0.946
        modern, decided = held and self.year >= 2024, held and wrote_on <= self.census
        outcome = self.pick({"A": 82, "M": 16, "C": 2}) if modern else None
        return returns.ActivePlan(
            review_meeting_on=met_on if modern else None,
            review_outcome=outcome if decided else None,
            review_decision_on=wrote_on if decided else None,
            placements=placements,
            needs=self._needs(),
        )

    def _needs(self) -> tuple[returns.Need, ...]:
        first = self.pick(shares.NEEDS)
        if self.dice.random() >= 0.29:
            return (returns.Need(first, "1"),)
        return (
            returns.Need(first, "1"),
            returns.Need(self.pick({k: v for k, v in shares.NEEDS.items() if k != first}), "2"),
        )

    def _establishment(self, rank: str) -> dict[str, str | bool | None]:
        setting = self.pick(shares.SETTINGS)
        if setting == "NEET" and (self.census - self.born_on).days < 16 * 366:
            setting = "EHE"  # those under 16 are of school age
        college = not setting and self.dice.random() < 0.13
        return {
            "urn": None if setting or college else str(self.dice.randint(100000, 150000)),
            "ukprn": f"100{self.dice.randint(10000, 99999)}" if college else None,
            "setting": setting or None,
            "setting_other": "a setting of another kind" if setting == "OTH" else None,
            "rank": rank,
            "sen_unit": False,
            "resourced_provision": self.dice.random() < 0.018,
        }


_ESTABLISHMENT_FIELDS = (
    "urn",
    "ukprn",
    "setting",
    "setting_other",
    "rank",
    "sen_unit",
    "resourced_provision",
)
