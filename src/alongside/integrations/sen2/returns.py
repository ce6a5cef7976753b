"""What a return says, the same from every form. Codes are those of the return; dates are civil dates.

None means that the return does not say. `row` is where it stands: the line of the XML file, or the row of the
CSV file or sheet with the headings as row 1. It takes no part in comparing.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST_YEAR = 2023
"""The first year of the return about persons; the one of 2022 was a pilot of another layout."""


def census_day(year: int) -> date:
    """The day as at which the return of a year is made: the third Thursday of January."""
    first = date(year, 1, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 14)


@dataclass(frozen=True, slots=True)
class Header:
    """Module 0: whose return, of which year."""

    collection: str | None = None
    year: int | None = None
    reference_on: date | None = None
    source_level: str | None = None
    lea: str | None = None
    software_code: str | None = None
    release: str | None = None
    serial_no: str | None = None
    made_at: str | None = None
    dmo: str | None = None
    dco: str | None = None
    dsco: str | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """Module 4b: an establishment, or type of one, named in Section I. Rank 1 is the first, 2 the second."""

    urn: str | None = None
    ukprn: str | None = None
    setting: str | None = None
    setting_other: str | None = None
    rank: str | None = None
    sen_unit: bool | None = None
    resourced_provision: bool | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """Module 4a: the plan. `start_on` is the date of the current plan; `ceased_on` when it ended."""

    start_on: date | None = None
    residential: str | None = None
    work_based: str | None = None
    personal_budget: bool | None = None
    organised_arrangements: bool | None = None
    direct_payments: str | None = None
    ceased_on: date | None = None
    cease_reason: str | None = None
    details: tuple[PlanDetail, ...] = ()
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Module 3. `outcome` Y plan, N no plan, A awaited, W withdrawn, H historical or transferred in.

    `outcome_on` is the day the plan was issued or the person was told there would be none. `week20` is true
    where exceptions to the twenty weeks apply.
    """

    outcome: str | None = None
    outcome_on: date | None = None
    mediation: bool | None = None
    tribunal: bool | None = None
    other_mediation: bool | None = None
    other_tribunal: bool | None = None
    week20: bool | None = None
    named_plan: NamedPlan | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Placement:
    """Module 5b: where the person is. A return of 2023 gives `residential` and `work_based` in module 5a;
    they are then those of the first placement of rank 1."""

    urn: str | None = None
    ukprn: str | None = None
    setting: str | None = None
    setting_other: str | None = None
    rank: str | None = None
    sen_unit: bool | None = None
    resourced_provision: bool | None = None
    entry_on: date | None = None
    leaving_on: date | None = None
    attendance_pattern: str | None = None
    residential: str | None = None
    work_based: str | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Need:
    """Module 5c: a type of need; rank 1 primary, 2 secondary."""

    type: str | None = None
    rank: str | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ActivePlan:
    """Module 5a: a plan that is maintained on the census date. `review_decision_on` is the day the LA wrote
    with its decision (SEND Regulations 2014 reg 20(10)), not the day of the meeting."""

    transferred_from: str | None = None
    review_meeting_on: date | None = None
    review_outcome: str | None = None
    review_draft_on: date | None = None
    phase_transfer_due_on: date | None = None
    phase_transfer_final_on: date | None = None
    review_decision_on: date | None = None
    placements: tuple[Placement, ...] = ()
    needs: tuple[Need, ...] = ()
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Request:
    """Module 2. The twenty weeks run from `received_on`. `outcome` Y assess, N not, A awaited, W withdrawn, H
    decided before this collection period; `outcome_on` is the day the requester was told."""

    received_on: date | None = None
    source: str | None = None
    rya: bool | None = None
    outcome: str | None = None
    outcome_on: date | None = None
    mediation: bool | None = None
    tribunal: bool | None = None
    exported: str | None = None
    assessment: Assessment | None = None
    active_plan: ActivePlan | None = None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Module 1. `sex` is M, F or U; the gender codes of a return of 2023 are read as 1 M, 2 F, 0 and 9 U."""

    surname: str | None = None
    forename: str | None = None
    born_on: date | None = None
    sex: str | None = None
    ethnicity: str | None = None
    postcode: str | None = None
    upn: str | None = None
    uln: str | None = None
    upn_unknown: str | None = None
    requests: tuple[Request, ...] = ()
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something in the file that was not used, and why.

    `table` is the table's CSV name, `row` where it stands (0 for the whole table), `person` how the person is
    referred to (UPN, ULN or “person 17”, never a name), `column` the item ("" for the whole row). `kind` is what
    went wrong, for who sorts: VALUE cannot be read, MISSING, TWICE given, UNKNOWN item, MISPLACED, SECOND of
    something that can only be once, DUPLICATE number of another person, TABLE absent, KEY or ORPHAN of a joined row,
    ROW of another shape than its headings.
    """

    table: str
    row: int
    person: str
    column: str
    value: str
    reason: str
    kind: str = "VALUE"

    def sentence(self) -> str:
        """The same in words."""
        place = f"{self.table} row {self.row}" if self.row else self.table
        parts = [place, self.person, f"{self.column} “{self.value}”" if self.column else self.value]
        return ", ".join(part for part in parts if part) + f": {self.reason}."
