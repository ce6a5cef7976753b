"""One number of the law with its dates and its source, and how it is read from a TOML table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.core.law.duty import Confidence, DutyBearer, Force

COUNTS = frozenset(
    {
        "birthday",
        "day_of_year",
        "days_after_F01",
        "days_after",
        "days_before",
        "days_before_A06",
        "days_before_phase_limit",
        "days_before_year_end",
        "days_from_incl",
        "length",
        "months_after",
        "months_before",
        "notice_days_before",
        "period_months_end",
        "days_ftt_after",
        "wd_after",
        "wd_from_incl",
        "wd_ftt_after",
        "weeks_after",
    }
)
ROLLS = frozenset({"never", "by_mode", "tribunal_start"})
MONTH_OF = {"day of February": 2, "day of March": 3, "day of May": 5}
"""The month of a limit that is a fixed day of the year."""
UNITS = frozenset({*MONTH_OF, "year group", "days", "weeks", "months", "years", "working days"})
VERSION_KEYS = frozenset({"trigger_date", "due_date", "act_date", "always"})
"""What decides which version of a rule applies: the day that starts it, that it falls on, that it is done, or none."""
REQUIRED = ("id", "title", "bearer", "from", "citation", "force", "confidence")
OPTIONAL = (
    "value",
    "unit",
    "count",
    "until",
    "rolls",
    "starts_with_receipt",
    "due_words",
    "flag_before",
    "enabled",
    "version_key",
)


class BadParameter(ValueError):
    """A parameter file says something that cannot be used."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of one rule while it is in force.

    `id` is the rule of law.md, with a part after a point where a rule has several numbers
    ("F01.certificate"). `value` is None where the law fixes no number; `due_words` then says what it says.
    `count` names the function of `calendar/counting.py`. `rolls`: `never`; `by_mode` where reading
    `nonworking_due` applies; `tribunal_start` for starting an appeal. `starts_with_receipt` marks limits
    that run from receiving something, to which the readings of the day of receipt apply. `in_force_until`
    is the last day in force, or None. `flag_before` is the day on which a court declared the reading: it says what
    the law always was, and answers about earlier facts say so.
    `version_key` says which day decides which version applies (`VERSION_KEYS`).
    `enabled` is False for a rule whose text nobody has seen: the rule book and worked cases show it, no case does.
    """

    id: str
    title: str
    bearer: DutyBearer
    value: int | None
    unit: str
    count: str
    in_force_from: date
    in_force_until: date | None
    citation: str
    force: Force
    confidence: Confidence
    checked_by: str
    checked_on: date
    rolls: str = "never"
    starts_with_receipt: bool = False
    due_words: str = ""
    flag_before: date | None = None
    enabled: bool = True
    version_key: str = "trigger_date"

    @property
    def number(self) -> int:
        """The value, for a rule that must have one. Raises BadParameter where it has none."""
        if self.value is None:
            raise BadParameter(f"Rule {self.id} fixes no number, so nothing can be counted by it.")
        return self.value

    def in_force(self, on: date) -> bool:
        """True if this is the law on that day."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


def read(table: Mapping[str, Any], *, file: str, checked_by: str, checked_on: date) -> Parameter:
    """One parameter from its TOML table. Raises BadParameter with the file, the id and what to mend."""
    name = table.get("id", "a parameter without id")

    def refuse(what: str) -> BadParameter:
        return BadParameter(f"{file}, {name}: {what}")

    fault = _fault(table)
    if fault:
        raise refuse(fault)
    try:
        return Parameter(
            id=name,
            title=table["title"],
            bearer=DutyBearer(table["bearer"]),
            value=table.get("value"),
            unit=table.get("unit", ""),
            count=table.get("count", ""),
            in_force_from=table["from"],
            in_force_until=table.get("until"),
            citation=table["citation"],
            force=Force(table["force"]),
            confidence=Confidence(table["confidence"]),
            checked_by=checked_by,
            checked_on=checked_on,
            rolls=table.get("rolls", "never"),
            starts_with_receipt=table.get("starts_with_receipt", False),
            due_words=table.get("due_words", ""),
            flag_before=table.get("flag_before"),
            enabled=table.get("enabled", True),
            version_key=table.get("version_key", "trigger_date"),
        )
    except ValueError as error:
        raise refuse(f"{error}.") from None


def _fault(table: Mapping[str, Any]) -> str:
    """What is wrong with the keys of a table, or an empty string."""
    missing = [key for key in REQUIRED if not table.get(key)]
    if missing:
        return f"{', '.join(missing)} must be given."
    unknown = sorted(set(table) - {*REQUIRED, *OPTIONAL})
    if unknown:
        return f"unknown key {', '.join(unknown)}."
    for key, allowed in (("count", COUNTS), ("rolls", ROLLS), ("unit", UNITS), ("version_key", VERSION_KEYS)):
        if key in table and table[key] not in allowed:
            return f"{key} is {table[key]!r}; it must be one of {', '.join(sorted(allowed))}."
    if ("value" in table) != ("count" in table) or ("value" in table) != ("unit" in table):
        return "value, unit and count go together: give all three or none."
    if "value" not in table and not table.get("due_words"):
        return "a rule without a number needs due_words, what the law says instead."
    return ""
