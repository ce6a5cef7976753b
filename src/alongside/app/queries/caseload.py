"""What is due, by whom, in the cases that somebody works on: one indexed read over the cache of duties.

One line is one case: its earliest live duty that is work to be done or waited for, whatever part of the case's life
it belongs to (`core/law/work.py` says which rules are work, and from when). The line is a way in; the answer shown
on the case's own page is worked out again from its facts.

The read is written in SQL: it is the page that officers look at all day, and one statement gives the page, the
counts of the whole list and the names. Row-level security narrows it like any other.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from typing import Any
from uuid import UUID

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.app.queries import waiting
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Stage, TimerState
from alongside.core.law import work
from alongside.core.law.duty import DutyBearer
from alongside.core.law.work import Area

SOON = timedelta(days=7)


@unique
class Whose(StrEnum):
    """Whose cases the list shows."""

    MINE = "MINE"
    TEAM = "TEAM"
    ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list. Empty means everything. `waiting_for` is a DutyBearer: who must act next; `area` an Area.

    Asked for one rule, the list shows it however far off it is, and whether it is work or not.
    """

    whose: Whose = Whose.MINE
    rule: str = ""
    waiting_for: str = ""
    stage: str = ""
    late_only: bool = False
    area: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One case, and what is due in it first. Dates as on `core.law.duty.Deadline`; `days_late` from today.

    `waiting_for` names the bodies and settings whose answer is still to come.
    """

    case_id: UUID
    reference: str
    name: str
    stage: Stage
    owner_name: str
    rule: str
    bearer: DutyBearer
    statutory_due: date | None
    operational_target: date | None
    strict_due: date | None
    is_disapplied: bool
    days_late: int
    waiting_for: tuple[waiting.For, ...]


@dataclass(frozen=True, slots=True)
class Caseload:
    """One page of the list, with the counts of the whole of it. `today` and `soon` are not late."""

    lines: tuple[Line, ...]
    total: int
    late: int
    today: int
    soon: int


FIRST_OF_EACH_CASE = """
with first as (
    select distinct on (due.case_id)
        due.case_id, due.rule, due.bearer, due.statutory_due, due.operational_target, due.strict_due, due.state
    from due_cache due {join}
    where due.authority_id = %(authority)s and due.is_live and {narrowed}
    order by due.case_id, due.statutory_due nulls last, due.rule
), page as (
    select first.*,
        count(*) over () as total,
        count(*) filter (where statutory_due < %(on)s and state <> %(disapplied)s) over () as late,
        count(*) filter (where statutory_due = %(on)s) over () as today,
        count(*) filter (where statutory_due > %(on)s and statutory_due <= %(soon)s) over () as soon
    from first
    order by statutory_due nulls last, case_id
    limit %(size)s offset %(offset)s
)
select page.*, c.reference, c.stage, p.forename || ' ' || p.surname as name, coalesce(a.name, '') as owner_name
from page
join "case" c on c.id = page.case_id
join person p on p.id = c.person_id
left join account a on a.id = c.owner_id
order by page.statutory_due nulls last, c.reference
"""
IS_WORK = (
    "due.rule <> all (%(not_work)s)",
    "not (due.bearer = %(family)s and coalesce(due.statutory_due < %(on)s, false))",
    "not (due.rule = any (%(yearly)s) and coalesce(due.statutory_due > %(yearly_until)s, false))",
    """not (due.rule = 'R01' and coalesce(due.statutory_due <
        (select least(%(on)s, plan.known_from) from plan_cache plan where plan.case_id = due.case_id), false))""",
    "not (due.rule = any (%(transfers)s) and coalesce(due.statutory_due > %(transfers_until)s, false))",
)
"""The same as `core.law.work.is_shown`; no time of the family that has run out; and no first review of which it is
not known whether it was held before the plan came onto the record: the list of reviews has those.
"""
STAGE_OF_CASE = 'join "case" of_case on of_case.id = due.case_id'
TEAM = """due.owner_id in (
    select account_id from position where authority_id = %(authority)s and team = %(team)s
    and starts_on <= %(on)s and (ends_before is null or ends_before > %(on)s)
)"""


def due(wanted: Wanted, *, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Caseload:
    """The cases with something due, the latest first. Three questions, whatever the number of cases."""
    decide.check_act(Permission.SEE_WORKLIST, roles=by.roles)
    on = ports.today(at)
    rows = _page(wanted, by, on, offset, size)
    if not rows and offset:  # past the last page: the counts are still those of the list
        return Caseload((), *_counts(_page(wanted, by, on, 0, 1)))
    waited = waiting.by_case([row["case_id"] for row in rows], by=by)
    lines = tuple(_line(row, waited.get(row["case_id"], ()), on) for row in rows)
    return Caseload(lines, *_counts(rows))


def _page(wanted: Wanted, by: Actor, on: date, offset: int, size: int) -> list[dict[str, Any]]:
    given = {
        "account": by.account,
        "team": by.team,
        "on": on,
        "soon": on + SOON,
        "rule": wanted.rule,
        "waiting_for": wanted.waiting_for,
        "stage": wanted.stage,
        "not_work": sorted(work.NOT_WORK),
        "yearly": sorted(work.YEARLY),
        "yearly_until": work.yearly_until(on),
        "transfers": sorted(work.PHASE_TRANSFERS),
        "transfers_until": work.transfers_until(on),
        "of_area": list(work.rules_of(Area(wanted.area))) if wanted.area else [],
        "family": DutyBearer.FAMILY,
        "disapplied": TimerState.DISAPPLIED,
        "size": size,
        "offset": offset,
    }
    join = STAGE_OF_CASE if wanted.stage else ""
    sql = FIRST_OF_EACH_CASE.format(join=join, narrowed=" and ".join(_narrowed(wanted, by)))
    (answer,) = scope.asked(by, sql, given=given)
    return [dict(zip(answer.names, row, strict=True)) for row in answer.rows]


def _narrowed(wanted: Wanted, by: Actor) -> list[str]:
    """The conditions, of fixed text: every value is a parameter."""
    found = []
    if wanted.rule:
        found.append("due.rule = %(rule)s")
    else:
        found += IS_WORK
    if wanted.area:
        found.append("due.rule = any (%(of_area)s)")
    if wanted.waiting_for:
        found.append("due.bearer = %(waiting_for)s")
    if wanted.stage:
        found.append("of_case.stage = %(stage)s")
    if wanted.late_only:
        found.append("due.statutory_due < %(on)s and due.state <> %(disapplied)s")
    if wanted.whose is Whose.TEAM and by.team:
        found.append(TEAM)
    elif wanted.whose is not Whose.ALL:
        found.append("due.owner_id = %(account)s")
    return found


def _counts(rows: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """Total, late, due today, due soon: each row carries them."""
    if not rows:
        return 0, 0, 0, 0
    return rows[0]["total"], rows[0]["late"], rows[0]["today"], rows[0]["soon"]


def _line(row: dict[str, Any], waited: tuple[waiting.For, ...], on: date) -> Line:
    disapplied = row["state"] == TimerState.DISAPPLIED
    last = row["statutory_due"]
    return Line(
        case_id=row["case_id"],
        reference=row["reference"],
        name=row["name"],
        stage=Stage(row["stage"]),
        owner_name=row["owner_name"],
        rule=row["rule"],
        bearer=DutyBearer(row["bearer"]),
        statutory_due=last,
        operational_target=row["operational_target"],
        strict_due=row["strict_due"],
        is_disapplied=disapplied,
        days_late=0 if disapplied or last is None else max(0, (on - last).days),
        waiting_for=waited,
    )
