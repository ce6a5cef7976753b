"""The facts of the case that a plan is held against, and the advice it should have been drawn from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.core.plan.checks.blocks import Written, lines_of
from alongside.core.refusal import Refused

DRAFTS = ("draft", "amended_draft")
FINALS = ("final", "amended_final")


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody who was asked, or had to be asked, for advice."""

    role: str
    name: str = ""
    asked_on: date | None = None
    received_on: date | None = None
    report_date: date | None = None
    file: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the authority knows. Empty where it is not known: a check that needs a fact is then not made."""

    first_name: str = ""
    last_name: str = ""
    known_as: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    date_of_birth: date | None = None
    year_group: str = ""
    setting: str = ""
    authority: str = ""
    other_people: tuple[str, ...] = ()
    status: str = ""
    as_of: date | None = None
    dates: tuple[tuple[str, date], ...] = ()
    agreements: tuple[tuple[str, object], ...] = ()
    advisers: tuple[Adviser, ...] = ()
    is_looked_after: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which the child is rightly called."""
        return tuple(name for name in (self.first_name, self.last_name, *self.known_as) if name)

    @property
    def planned_on(self) -> date | None:
        """The date of the plan, or else the day as on which it is read."""
        return dict(self.dates).get("plan_dated", self.as_of)

    @property
    def is_draft(self) -> bool | None:
        """Whether this is a draft; None where nobody says."""
        return None if self.status not in (*DRAFTS, *FINALS) else self.status in DRAFTS

    def agreed(self, key: str) -> object:
        """What the family agreed under this key; None where nothing is recorded."""
        return dict(self.agreements).get(key)


@dataclass(frozen=True, slots=True)
class Advice:
    """One document of advice. `lines` keep headings, as (level, text, listed)."""

    name: str
    lines: tuple[tuple[int, str, bool], ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(text for _, text, _ in self.lines)


def advice_of(written: Written) -> Advice:
    """The advice that a document holds."""
    lines = [
        (line.level or int(line.is_bold and len(line.text) < 90), part.strip(), line.is_listed)
        for line in lines_of(written.blocks)
        for part in line.text.split("\n")
        if part.strip()
    ]
    return Advice(written.name, tuple(lines))


def from_toml(text: str) -> CaseFacts:
    """The facts as a case file states them. Raises Refused for a file that is not one."""
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"The case file is not TOML that can be read: {error}. Mend that line and try again.")
    child = held.get("child", {})
    try:
        return CaseFacts(
            first_name=str(child.get("first_name", "")),
            last_name=str(child.get("last_name", "")),
            known_as=tuple(map(str, child.get("known_as", ()))),
            pronouns=tuple(str(p).lower() for p in child.get("pronouns", ())),
            date_of_birth=_day(child, "date_of_birth"),
            year_group=str(child.get("year_group", "")),
            setting=str(child.get("setting", "")),
            authority=str(held.get("authority", "")),
            other_people=tuple(map(str, child.get("other_people", ()))),
            status=str(held.get("status", "")),
            as_of=_day(held, "as_of"),
            dates=tuple((key, day) for key in held.get("dates", {}) if (day := _day(held["dates"], key))),
            agreements=tuple(held.get("agreements", {}).items()),
            advisers=tuple(_adviser(one) for one in held.get("advisers", ())),
            is_looked_after=bool(child.get("looked_after", False)),
        )
    except (TypeError, AttributeError) as error:
        raise Refused(
            f"The case file does not have the shape of one ({error}). See docs/guides for an example."
        )


def _adviser(held: Mapping[str, Any]) -> Adviser:
    return Adviser(
        role=str(held.get("role", "")),
        name=str(held.get("name", "")),
        asked_on=_day(held, "asked_on"),
        received_on=_day(held, "received_on"),
        report_date=_day(held, "report_date"),
        file=str(held.get("file", "")),
        note=str(held.get("note", "")),
    )


def _day(held: Mapping[str, Any], key: str) -> date | None:
    value = held.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, date):
        raise Refused(f"In the case file {key} is “{value}”, which is not a date. Write it as 2026-05-18.")
    return value
