"""One worked case while it is worked out: its names and values, and the chronology made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import Due


class NotModelled(Exception):
    """The rule, the output or an event of this case is not part of the law that is modelled so far."""


class UnknownEvent(NotModelled):
    """An event of this case has a name that is not known."""


class BadCase(ValueError):
    """The case cannot be read; the message says which value, and what to write."""


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """What a row asks. `shown` names which of the three dates is compared."""

    rule: str
    output: str
    kind: str
    named: tuple[tuple[str, str], ...]
    law: Law
    shown: str = "statutory_due"

    @property
    def values(self) -> Mapping[str, str]:
        """The values by name; the last where a name comes twice."""
        return dict(self.named)

    def day(self, name: str) -> date:
        """The date under a name. Raises BadCase where it is absent or no date."""
        value = self.values.get(name)
        if value is None:
            raise BadCase(f"{self.rule} {self.output} needs {name}=…, which events_in does not give.")
        return day_of(name, value)

    def number(self, name: str) -> int:
        """The whole number under a name. Raises BadCase where it is absent, no number or negative."""
        value = self.values.get(name, "")
        if not value.isdigit():
            raise BadCase(f"{name} is “{value}”; it must be a whole number.")
        return int(value)

    def dues(self, facts: Facts, on: date) -> tuple[Due, ...]:
        """Every duty on these facts."""
        return clock.due_dates(facts, on=on, law=self.law)


def day_of(name: str, value: str) -> date:
    """The date in a value. Raises BadCase with the name and the value."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadCase(f"{name} is “{value}”, not a date such as 2026-09-07.") from None
