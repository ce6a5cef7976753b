"""What only the whole return shows: numbers used twice, counts against other sources. D07, D27, D39, 143, 542."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks.findings import Notebook

OTHER: Final = "9"
MANY_OTHER, MANY_OTHER_SHARE = 5, 0.05
BIG_CHANGE: Final = 0.15
"""Caseloads grew by 10.8 % in the year to January 2025 (England); a change beyond this asks for a word."""


def nothing_published(lea: str) -> Mapping[int, int]:
    """For who has no published tables at hand."""
    return {}


@dataclass(frozen=True, slots=True)
class Beside:
    """Counts from elsewhere. `published` gives the plans of an authority by January in the published tables.
    `last_year`: the plans in last year's return. `expected`: how many persons at least are expected at each URN."""

    published: Callable[[str], Mapping[int, int]] = nothing_published
    last_year: int | None = None
    expected: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Whole:
    """Remembers from each person what the end needs: linear, and small beside the return."""

    beside: Beside
    upns: dict[str, str] = field(default_factory=dict)
    ulns: dict[str, str] = field(default_factory=dict)
    without_number: int = 0
    in_force: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    at: Counter[str] = field(default_factory=Counter)

    def add(self, person: returns.Person, number: int, notes: Notebook) -> None:
        """Take in one person, the `number`th of the return. Tells D07."""
        if person.upn is not None:
            earlier = self.upns.setdefault(person.upn, number_of(number))
            if earlier != number_of(number):
                notes.tell("D07.upn", person.row, person.upn, earlier=earlier)
        if person.uln is not None:
            earlier = self.ulns.setdefault(person.uln, number_of(number))
            if earlier != number_of(number):
                notes.tell("D07.uln", person.row, person.uln, earlier=earlier)
        elif person.upn is None and person.upn_unknown is not None:
            self.without_number += 1
        for request in person.requests:
            self._request(request)

    def _request(self, request: returns.Request) -> None:
        plan = request.assessment.named_plan if request.assessment is not None else None
        if plan is not None and plan.cease_reason is not None:
            self.reasons[plan.cease_reason] += 1
        if request.active_plan is not None:
            self.in_force += 1
            if self.beside.expected:
                self.at.update({p.urn for p in request.active_plan.placements if p.urn is not None})

    def end(self, notes: Notebook) -> None:
        """Tell what the whole return shows."""
        if self.without_number:
            notes.tell("143.count", 0, self.without_number, count=f"{self.without_number:,}")
        other, total = self.reasons[OTHER], self.reasons.total()
        if other >= MANY_OTHER and other > MANY_OTHER_SHARE * total:
            notes.tell("D27.many_other", 0, OTHER, count=other, total=total)
        for urn, least in self.beside.expected.items():
            if self.at[urn] < least:
                notes.tell("542.few", 0, urn, count=self.at[urn], least=least)
        published = self.beside.published(notes.told.lea)
        if earlier := [year for year in published if year < notes.told.year]:
            self._compared("D39.published", published[max(earlier)], max(earlier), notes)
        if self.beside.last_year is not None:
            self._compared("D39.last_year", self.beside.last_year, notes.told.year - 1, notes)

    def _compared(self, key: str, other: int, year: int, notes: Notebook) -> None:
        change = (self.in_force - other) / other if other else 1.0
        allowed = (1 + BIG_CHANGE) ** (notes.told.year - year) - 1
        if abs(change) > allowed:
            direction = "more" if change > 0 else "fewer"
            words = {
                "other": f"{other:,}",
                "percent": f"{abs(change):.0%}".rstrip("%"),
                "direction": direction,
            }
            notes.tell(key, 0, self.in_force, year=year, **words)


def number_of(number: int) -> str:
    """How a person without UPN and ULN is spoken of; kept short, for there are as many as persons."""
    return f"person {number}"
