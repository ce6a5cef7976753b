"""Three counts of "new plans" of one calendar year, and in which of them each plan stands, and why.

For one authority and year the published tables give different numbers (docs/explain/sen2-writing.md): assessments that
ended in a plan, plans whose timeliness is measured, and plans that started. Each is counted here from the caches by its
own definition, plan by plan, so that the differences are names and not a mystery. They are statistics and not the law.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique
from typing import Any
from uuid import UUID

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission


@unique
class Why(StrEnum):
    """Why a plan is in one count and not in another."""

    IN_ALL = "IN_ALL"
    CHALLENGED = "CHALLENGED"
    NO_REQUEST_DAY = "NO_REQUEST_DAY"
    MOVED_IN = "MOVED_IN"
    MADE_BEFORE = "MADE_BEFORE"


@dataclass(frozen=True, slots=True)
class Counted:
    """One plan that some of the counts of the year hold. `started_on` is the day of the plan."""

    case_id: UUID
    reference: str
    name: str
    owner_name: str
    received_on: date | None
    started_on: date
    assessed: bool
    timed: bool
    started: bool
    why: Why


@dataclass(frozen=True, slots=True)
class NewPlans:
    """The counts of a calendar year: `assessed` ended in a plan, `timed` are in the timeliness, `started` began."""

    year: int
    years: tuple[int, ...]
    assessed: int
    timed: int
    started: int
    plans: tuple[Counted, ...]


ISSUED = """
select c.id, c.reference, p.forename || ' ' || p.surname, coalesce(a.name, ''), e.received_on, e.final_on, e.challenged
from episode_cache e join "case" c on c.id = e.case_id join person p on p.id = c.person_id
left join account a on a.id = c.owner_id
where e.authority_id = %(authority)s and e.final_on >= %(first)s and e.final_on <= %(last)s
order by e.final_on, c.reference
"""
CAME = """
select c.id, c.reference, p.forename || ' ' || p.surname, coalesce(a.name, ''), v.occurred_on, v.kind
from case_event v join "case" c on c.id = v.case_id join person p on p.id = c.person_id
left join account a on a.id = c.owner_id
where v.authority_id = %(authority)s and v.kind in ('PLAN_MADE', 'TRANSFERRED_IN')
    and v.occurred_on >= %(first)s and v.occurred_on <= %(last)s
    and not coalesce((v.details ->> 'undated')::boolean, false)
    and not exists (select 1 from case_event o where o.corrects_id = v.id)
    and not exists (select 1 from episode_cache e where e.case_id = c.id and e.final_on = v.occurred_on)
order by v.occurred_on, c.reference
"""
YEARS = """
select distinct extract(year from final_on)::int from episode_cache
where authority_id = %(authority)s and final_on is not null order by 1 desc
"""


def new_plans(year: int, *, by: Actor, at: datetime) -> NewPlans:
    """The three counts of a calendar year with every plan in them. Three questions in one round trip."""
    decide.check_act(Permission.EXPORT, roles=by.roles)
    given = {"first": date(year, 1, 1), "last": date(year, 12, 31)}
    issued, came, years = scope.asked(by, ISSUED, CAME, YEARS, given=given)
    plans = [_issued(row) for row in issued.rows] + [_came(row) for row in came.rows]
    plans.sort(key=lambda plan: (plan.why is Why.IN_ALL, plan.started_on, plan.reference))
    return NewPlans(
        year=year,
        years=tuple(row[0] for row in years.rows),
        assessed=sum(plan.assessed for plan in plans),
        timed=sum(plan.timed for plan in plans),
        started=sum(plan.started for plan in plans),
        plans=tuple(plans),
    )


def _issued(row: tuple[Any, ...]) -> Counted:
    case, reference, name, owner, received, final, challenged = row
    timed = received is not None and not challenged
    why = Why.CHALLENGED if challenged else Why.NO_REQUEST_DAY if received is None else Why.IN_ALL
    return Counted(case, reference, name, owner, received, final, True, timed, True, why)


def _came(row: tuple[Any, ...]) -> Counted:
    case, reference, name, owner, on, kind = row
    why = Why.MOVED_IN if kind == "TRANSFERRED_IN" else Why.MADE_BEFORE
    return Counted(case, reference, name, owner, None, on, False, False, why is Why.MADE_BEFORE, why)
