"""The filter of the list of work. Its answers stand in the address, so that a filtered list can be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.app.queries.caseload import Wanted, Whose
from alongside.core.law.duty import DutyBearer
from alongside.core.law.work import Area
from alongside.web.presenters import rules, stages

ANY = ("", "Any")
AREAS = (
    (Area.ASSESS, "Requests, assessments and new plans"),
    (Area.REVIEW, "Reviews and amendments"),
    (Area.PHASE_TRANSFER, "Moves to the next school or college"),
    (Area.REASSESS, "Reassessments"),
    (Area.TRANSFER, "Moves to or from another area"),
    (Area.CEASE, "Plans that may end"),
    (Area.DETENTION, "Young people in custody"),
    (Area.PAYMENTS, "Direct payments"),
    (Area.DISPUTE, "Mediation, appeals and orders"),
)
"""The parts of a case's life, in the words of the list."""
RULES = (
    "A02", "A04", "A05", "A09", "A07", "A08", "A06", "R01", "R02", "T03", "R03", "R04", "R05", "R06", "R07", "R09e",
    "R12", "P01", "P02", "P03", "Z01", "Z03", "T01", "T02", "C01", "M03", "F03", "F01",
)  # fmt: skip
"""The duties that can be asked for one by one."""
QUESTIONS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "whose": ("Whose cases", ((Whose.MINE, "Mine"), (Whose.TEAM, "My team’s"), (Whose.ALL, "Everybody’s"))),
    "late": ("Show", (("", "Everything due"), ("yes", "Only what is late"))),
    "area": ("Part of the work", (ANY, *AREAS)),
    "rule": ("What is due", (ANY, *((rule, rules.short(rule)) for rule in RULES))),
    "stage": ("Stage", (ANY, *((stage, stages.SHORT[stage]) for stage in stages.OPEN))),
    "waiting": (
        "Waiting for",
        (
            ANY,
            (DutyBearer.LA, "Us"),
            (DutyBearer.BODY, "An adviser or their body"),
            (DutyBearer.SETTING, "A school or other setting"),
            (DutyBearer.FAMILY, "The family"),
        ),
    ),
}
"""Each question with its answers, the first of which is taken where none is given."""


@dataclass(frozen=True, slots=True)
class Control:
    """One drop-down list: `options` are (value, words, whether it is chosen)."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """What was chosen, by question."""

    given: Mapping[str, str]

    @classmethod
    def read(cls, query: Mapping[str, Any]) -> "WorkFilter":
        """From the address. What is not a known answer is left out."""
        given = {}
        for name, (_, options) in QUESTIONS.items():
            asked = query.get(name, "")
            given[name] = asked if any(asked == value for value, _ in options) else str(options[0][0])
        return cls(given)

    def wanted(self) -> Wanted:
        """The same as the query asks for it."""
        given = self.given
        late = given["late"] == "yes"
        return Wanted(
            Whose(given["whose"]), given["rule"], given["waiting"], given["stage"], late, given["area"]
        )

    @property
    def controls(self) -> tuple[Control, ...]:
        """The lists as they are drawn."""
        return tuple(
            Control(name, label, tuple((str(v), words, str(v) == self.given[name]) for v, words in options))
            for name, (label, options) in QUESTIONS.items()
        )
