"""The filter of the list of work. Its answers stand in the address, so that a filtered list can be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.app.queries.caseload import Wanted, Whose
from alongside.core.law.duty import DutyBearer
from alongside.web.presenters import rules, stages

ANY = ("", "Any")
QUESTIONS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "whose": ("Whose cases", ((Whose.MINE, "Mine"), (Whose.TEAM, "My team’s"), (Whose.ALL, "Everybody’s"))),
    "late": ("Show", (("", "Everything due"), ("yes", "Only what is late"))),
    "rule": ("What is due", (ANY, *((rule, rules.SHORT[rule]) for rule in rules.FILTERS))),
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
        return Wanted(
            Whose(given["whose"]), given["rule"], given["waiting"], given["stage"], given["late"] == "yes"
        )

    @property
    def controls(self) -> tuple[Control, ...]:
        """The lists as they are drawn."""
        return tuple(
            Control(name, label, tuple((str(v), words, str(v) == self.given[name]) for v, words in options))
            for name, (label, options) in QUESTIONS.items()
        )
