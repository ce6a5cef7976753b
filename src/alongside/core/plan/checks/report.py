"""Many plans together: how many findings of each kind and severity, by plan and by section."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.core.plan.checks.finding import Finding, Severity
from alongside.core.plan.checks.headings import FRONT, SECTIONS

COLUMNS = (FRONT, *SECTIONS)


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the heat map."""

    blockers: int = 0
    warnings: int = 0
    information: int = 0

    @property
    def heat(self) -> int:
        """Blockers count three, warnings one."""
        return 3 * self.blockers + self.warnings


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Plans down, sections across. `kinds` counts the findings of each kind over all plans, most first."""

    plans: tuple[str, ...]
    squares: Mapping[tuple[str, str], Square]
    kinds: tuple[tuple[str, Square], ...]

    def square(self, plan: str, section: str) -> Square:
        """One square; empty where nothing was found."""
        return self.squares.get((plan, section), Square())

    def total(self, plan: str) -> Square:
        """All squares of one plan."""
        held = [square for (name, _), square in self.squares.items() if name == plan]
        return Square(
            sum(s.blockers for s in held), sum(s.warnings for s in held), sum(s.information for s in held)
        )


def heat_map(plans: Sequence[str], findings: Iterable[Finding]) -> HeatMap:
    """The map of these plans. A finding under the undivided heading H counts for H1."""
    squares: Counter[tuple[str, str, Severity]] = Counter()
    kinds: Counter[tuple[str, Severity]] = Counter()
    for finding in findings:
        section = "H1" if finding.section == "H" else finding.section
        squares[finding.plan, section, finding.severity] += 1
        kinds[finding.kind, finding.severity] += 1
    held = {
        (plan, section): {s: squares[plan, section, s] for s in Severity}
        for plan, section, _ in list(squares)
    }
    named = {kind: {s: kinds[kind, s] for s in Severity} for kind, _ in list(kinds)}
    by_kind = [(kind, _square(counts)) for kind, counts in named.items()]
    return HeatMap(
        tuple(plans),
        {place: _square(counts) for place, counts in held.items()},
        tuple(sorted(by_kind, key=lambda each: (-each[1].heat, -each[1].information, each[0]))),
    )


def _square(counts: Mapping[Severity, int]) -> Square:
    return Square(counts[Severity.BLOCKER], counts[Severity.WARNING], counts[Severity.INFORMATION])
