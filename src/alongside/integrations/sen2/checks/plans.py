"""Modules 4a and 4b: the plan, what it names, and how it ended. Also what is common to places of 4b and 5b."""

from collections import Counter
from datetime import date
from typing import Final

from alongside.core.calendar import counting
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks import circumstances
from alongside.integrations.sen2.checks.findings import Notebook
from alongside.integrations.sen2.checks.register import RARE, UNUSUAL, Register

Place = returns.PlanDetail | returns.Placement
TO_EXPLAIN: Final = frozenset({"NIEC", "NIEO", "OTH"})
WORK_FROM, NEET_FROM, NEET_TO, TAKES_PART_UNTIL, MAXIMUM_AGE_FROM = 16, 16, 25, 18, 19


def check(plan: returns.NamedPlan, born_on: date | None, notes: Notebook) -> None:
    """D19 for the start, D22, D26 to D29, and each place."""
    if plan.start_on is None:
        notes.missing("D19.start_missing", plan.row)
    elif plan.start_on > notes.told.reference_on:
        notes.tell("D19.start_late", plan.row, plan.start_on, reference=notes.told.reference_on)
    if plan.ceased_on is not None or plan.cease_reason is not None:
        _ceased(plan, born_on, notes)
    if plan.personal_budget is False:
        _no_budget(plan, notes)
    if plan.work_based is not None and born_on is not None:
        check_work_age(plan.work_based, circumstances.age(born_on, plan.ceased_on or notes.told.reference_on),
                       plan.row, "namedplan", notes)  # fmt: skip
    _ranks(plan, notes)
    for detail in plan.details:
        check_place(detail, "plandetail", born_on, notes)


def check_issued(
    request: returns.Request, assessment: returns.Assessment, plan: returns.NamedPlan, notes: Notebook
) -> None:
    """D20 and D21: a plan newly issued against its assessment and its request."""
    if assessment.outcome != "Y" or plan.start_on is None:
        return
    if assessment.outcome_on is not None and plan.start_on != assessment.outcome_on:
        notes.tell("D20.differs", plan.row, plan.start_on, other=assessment.outcome_on)
    if request.received_on is not None and assessment.week20 is False:
        due = counting.weeks_after(request.received_on, notes.told.number("A06"))
        if plan.start_on > due:
            days = (plan.start_on - request.received_on).days
            notes.tell("D21.late", plan.row, plan.start_on, days=days, due=due)


def _ceased(plan: returns.NamedPlan, born_on: date | None, notes: Notebook) -> None:
    on, reason, told = plan.ceased_on, plan.cease_reason, notes.told
    if on is None:
        notes.missing("D26.date_missing", plan.row, other=reason)
        return
    if reason is None:
        notes.missing("D26.reason_missing", plan.row, other=on)
    if plan.start_on is not None and on < plan.start_on:
        notes.tell("D26.before_start", plan.row, on, other=plan.start_on)
    if on.year != told.year - 1:
        notes.tell("D26.other_year", plan.row, on, calendar=told.year - 1)
    if born_on is None or reason is None:
        return
    age = circumstances.age(born_on, on)
    if reason == "1" and age < MAXIMUM_AGE_FROM:
        notes.tell("D27.maximum_age", plan.row, reason, age=age)
    elif reason in ("3", "4", "6") and age < TAKES_PART_UNTIL:
        notes.tell("D27.under_18", plan.row, reason, age=age)


def _no_budget(plan: returns.NamedPlan, notes: Notebook) -> None:
    if plan.organised_arrangements:
        notes.tell("D28.contradicts", plan.row, False, other="organised arrangements are returned (OA = 1)")
    if plan.direct_payments is not None:
        notes.tell(
            "D28.contradicts", plan.row, False, other=f"direct payments are returned ({plan.direct_payments})"
        )


def check_work_age(code: str, age: int, row: int, table: str, notes: Notebook) -> None:
    """D29 in module 4a or 5b."""
    if age < WORK_FROM:
        item = "PlanWBP" if table == "namedplan" else "WBP"
        notes.tell("D29.too_young", row, code, table=table, item=item, age=age)


def _ranks(plan: returns.NamedPlan, notes: Notebook) -> None:
    details = plan.details
    if len(details) == 1 and details[0].rank == "1":
        return
    if not details:
        notes.tell("D22.none", plan.row)
        return
    unknown = 0
    for detail in details:
        if detail.rank is None:
            unknown += 1
            notes.missing("D22.rank_missing", detail.row)
    counts = Counter(detail.rank for detail in details)
    if not counts["1"] and not unknown:
        notes.tell("D22.no_first", details[0].row, details[0].rank)
    for rank in ("1", "2"):
        if counts[rank] > 1:
            last = [detail for detail in details if detail.rank == rank][-1]
            notes.tell("D22.twice", last.row, rank, count=counts[rank])


def check_place(place: Place, table: str, born_on: date | None, notes: Notebook) -> None:
    """D23, D24, D25, D33 and the register, for a place named (4b) or attended (5b)."""
    if place.setting is not None:
        _setting(place, place.setting, table, born_on, notes)
    elif place.urn is None and place.ukprn is None:
        tried = any(notes.unreadable[table, place.row, c] for c in ("urn", "ukprn", "sensetting"))
        if not tried:
            notes.tell("D23.none", place.row, table=table)
    if place.ukprn is not None and not place.ukprn.startswith("10"):
        notes.tell("D24.ukprn_form", place.row, place.ukprn, table=table)
    if place.sen_unit is None or place.resourced_provision is None:
        if place.sen_unit is None:
            notes.missing("D25.missing", place.row, table=table)
        if place.resourced_provision is None:
            notes.missing("D25.missing", place.row, table=table, item="ResourcedProvisionIndicator")
    elif place.sen_unit and place.resourced_provision:
        notes.tell("D25.both", place.row, True, table=table)
    if notes.told.register is not None:
        _in_register(place, table, notes.told.register, notes)


def _setting(place: Place, setting: str, table: str, born_on: date | None, notes: Notebook) -> None:
    if place.urn is not None or place.ukprn is not None:
        notes.tell("D23.both", place.row, setting, table=table)
    if setting == "NEET":
        age = notes.told.age(born_on) if born_on is not None else NEET_FROM
        if not NEET_FROM <= age <= NEET_TO:
            notes.tell(
                "D33.neet_age", place.row, setting, table=table, age=age, reference=notes.told.reference_on
            )
    elif setting in TO_EXPLAIN:
        notes.tell("D33.explain", place.row, setting, table=table)


def _in_register(place: Place, table: str, register: Register, notes: Notebook) -> None:
    if place.ukprn is not None and place.urn is None and place.ukprn not in register.ukprns:
        notes.tell("D24.ukprn_unknown", place.row, place.ukprn, table=table)
    if place.urn is None:
        return
    school = register.by_urn.get(place.urn)
    if school is None:
        notes.tell("D24.urn_unknown", place.row, place.urn, table=table)
        return
    if place.sen_unit and school.has_unit is False:
        notes.tell("D25.no_unit", place.row, place.urn, table=table)
    if place.resourced_provision and school.has_resourced is False:
        notes.tell("D25.no_resourced", place.row, place.urn, table=table)
    for rule, kinds in (("522.kind", UNUSUAL), ("524.kind", RARE)):
        if school.type in kinds:
            notes.tell(rule, place.row, place.urn, table=table, kind=kinds[school.type])
