"""Reviews over all cases: due, overdue, and what is late after a meeting. One round trip over the caches.

A line is one case and one state; a case whose review is overdue and whose last amended plan is late stands twice. The
last day is the law's, from the cache of duties; the case's own page works it out again from its facts. What only a
return tells of, and does not say to be late, is in no late state (`core/law/reviews.py`). Of a plan that was made
elsewhere, or before this record, it is not known whether a first review that fell due before was held.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.app.queries import review_lists
from alongside.app.queries.review_lists import Choices, Narrowed
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.law import phases, work

SOON, LATER = timedelta(weeks=8), timedelta(weeks=12)


@unique
class ReviewState(StrEnum):
    """How a review stands. DUE_SOON is within eight weeks; DUE_LATER within twelve, and not within eight."""

    OVERDUE = "OVERDUE"
    DUE_SOON = "DUE_SOON"
    DUE_LATER = "DUE_LATER"
    REPORT_LATE = "REPORT_LATE"
    DECISION_LATE = "DECISION_LATE"
    NOTICE_LATE = "NOTICE_LATE"
    AMENDED_LATE = "AMENDED_LATE"
    NOT_KNOWN = "NOT_KNOWN"


S = ReviewState
LATE: Mapping[ReviewState, tuple[str, ...]] = MappingProxyType(
    {
        S.REPORT_LATE: ("R05",),
        S.DECISION_LATE: ("R06",),
        S.NOTICE_LATE: ("R07",),
        S.AMENDED_LATE: ("R09", "R09e", "R11", "R12"),
    }
)
"""The rules behind each late state. Of the two limits for an amended plan the one that ended first is shown."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One case in one state. `days` are calendar days late, or until the last day where it is still to come.

    `year_group` is the ordinary one for the age; None without a date of birth. `due` is None where it is not known.
    `from_a_return`: all that is known comes from a return.
    """

    case_id: UUID
    reference: str
    name: str
    year_group: int | None
    school: str
    owner_name: str
    state: ReviewState
    rule: str
    due: date | None
    days: int
    meeting_on: date | None
    held_on: date | None
    decided_on: date | None
    notice_on: date | None
    from_a_return: bool


@dataclass(frozen=True, slots=True)
class Reviews:
    """One page of the list. `counts` are of the whole of it in every state, whatever state is asked for.

    `lines` is empty, and `sees_cases` False, for somebody who sees numbers only.
    """

    counts: Mapping[ReviewState, int]
    lines: tuple[ReviewLine, ...]
    total: int
    sees_cases: bool
    choices: Choices


ASKED = """
with live as materialized (
    select case_id, rule, statutory_due from due_cache
    where authority_id = %(authority)s and is_live and rule = any (%(rules)s) and statutory_due <= %(later)s
    union all
    select case_id, rule, statutory_due from due_cache
    where authority_id = %(authority)s and is_live and rule = any (%(yearly)s) and statutory_due is null
), stated as (
    select due.case_id, due.rule, due.statutory_due, case
        when due.rule = any (%(yearly)s) then case
            when due.statutory_due is null then 'NOT_KNOWN'
            when due.rule = 'R01' and due.statutory_due < least(%(on)s, h.known_from) then 'NOT_KNOWN'
            when due.statutory_due < %(on)s then 'OVERDUE'
            when due.statutory_due <= %(soon)s then 'DUE_SOON'
            else 'DUE_LATER' end
        when due.rule = 'R05' then 'REPORT_LATE'
        when due.rule = 'R06' then 'DECISION_LATE'
        when due.rule = 'R07' then 'NOTICE_LATE'
        else 'AMENDED_LATE' end as state
    from live due join plan_cache h on h.case_id = due.case_id {joins}
    where (due.rule = any (%(yearly)s) or due.statutory_due < %(on)s) {where}
), listed as materialized (
    select * from (
        select distinct on (case_id, state) case_id, state, rule, statutory_due
        from stated order by case_id, state, statutory_due, rule
    ) first {of_month}
), counted as (
    select json_object_agg(state, number) as counts from (
        select state, count(*) as number from listed group by state
    ) each
), page as (
    select * from listed where cardinality(%(states)s::text[]) = 0 or state = any (%(states)s)
    order by state = 'NOT_KNOWN', statutory_due nulls last, case_id, state
    limit %(size)s offset %(offset)s
)
select counted.counts, page.*, c.reference, p.born_on, p.forename || ' ' || p.surname as name,
    h.meeting_on, h.held_on, h.decided_on, h.notice_on, h.from_a_return,
    coalesce(s.name, '') as school, coalesce(a.name, '') as owner_name
from counted
left join (page
    join plan_cache h on h.case_id = page.case_id
    join "case" c on c.id = page.case_id
    join person p on p.id = c.person_id
    left join organisation s on s.id = c.setting_id
    left join account a on a.id = h.owner_id) on true
order by page.state = 'NOT_KNOWN', page.statutory_due nulls last, page.case_id, page.state
"""
"""One reading of the cache gives the counts and the page. The live duties are taken out first, by their index, and
names are looked up for the lines of the page only: PostgreSQL would otherwise go through the duties case by case.
"""


def reviews(wanted: Narrowed, *, by: Actor, at: datetime, offset: int = 0, size: int | None = 50) -> Reviews:
    """The reviews of the authority, the latest first. Four questions in one round trip, whatever their number.

    `size` None gives every line.
    """
    decide.check_act(Permission.SEE_TEAM_FIGURES, roles=by.roles)
    on = ports.today(at)
    sees = review_lists.sees_cases(by)
    values = _given(wanted, on, offset, size if sees else 0)
    answer, *chosen = scope.asked(by, _asked(wanted), *review_lists.CHOICES, given=values)
    rows = [dict(zip(answer.names, row, strict=True)) for row in answer.rows]
    found = rows[0]["counts"] or {}
    counts = {state: int(found.get(state, 0)) for state in S}
    lines = tuple(_line(row, on) for row in rows if row["case_id"] is not None)
    total = sum(counts[S(state)] for state in wanted.states or counts)
    return Reviews(MappingProxyType(counts), lines, total, sees, review_lists.choices(*chosen))


def _asked(wanted: Narrowed) -> str:
    where = "".join(f" and {condition}" for condition in review_lists.conditions(wanted))
    month = f"where {review_lists.OF_MONTH.format(due='statutory_due')}" if wanted.month else ""
    return ASKED.format(joins=review_lists.joins(wanted, "due.case_id"), where=where, of_month=month)


def _given(wanted: Narrowed, on: date, offset: int, size: int | None) -> dict[str, Any]:
    return review_lists.given(wanted, on) | {
        "yearly": sorted(work.YEARLY),
        "rules": sorted(work.YEARLY | {rule for rules in LATE.values() for rule in rules}),
        "soon": on + SOON,
        "later": on + LATER,
        "offset": offset,
        "size": size,
    }


def _line(row: dict[str, Any], on: date) -> ReviewLine:
    due, born_on = row["statutory_due"], row["born_on"]
    return ReviewLine(
        case_id=row["case_id"],
        reference=row["reference"],
        name=row["name"],
        year_group=phases.year_group(born_on, on) if born_on else None,
        school=row["school"],
        owner_name=row["owner_name"],
        state=S(row["state"]),
        rule=row["rule"],
        due=None if row["state"] == S.NOT_KNOWN else due,
        days=abs((on - due).days) if due else 0,
        meeting_on=row["meeting_on"],
        held_on=row["held_on"],
        decided_on=row["decided_on"],
        notice_on=row["notice_on"],
        from_a_return=row["from_a_return"],
    )
