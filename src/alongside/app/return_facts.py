"""One case as a return, a list for an inspection, or a check of them needs it: plain values, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.core.case.facts import Facts


@dataclass(frozen=True, slots=True)
class Child:
    """Who the child is. Empty text where it is not known. `disability` is Y, N or empty."""

    forename: str
    surname: str
    born_on: date | None
    sex: str
    ethnicity: str
    postcode: str
    upn: str
    uln: str
    upn_unknown: str
    disability: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A school or other setting on record. `urn`, `phase` and `type` are empty where they are not known."""

    id: str
    name: str
    urn: str
    phase: str
    type: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that a case may name, by id and by URN."""

    by_id: Mapping[str, Setting]
    by_urn: Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """One case: `attends` is the setting on its record, `settings` are those it may name, `facts` its chronology."""

    case_id: UUID
    authority: str
    reference: str
    child: Child
    attends: Setting | None
    settings: Settings
    facts: Facts


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing in a case that the rules of the return (SEN2), or of the inspection's lists (ANNEX_A), find wrong.

    `severity` is error or query. `page` is the door behind which it is mended.
    """

    source: str
    rule: str
    severity: str
    item: str
    value: str
    message: str
    mend: str
    page: str
