"""What the lists of reviews and of phase transfers share: how they are narrowed, and what can be chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.app.actor import Actor
from alongside.app.scope import Answer
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.law import phases


@dataclass(frozen=True, slots=True)
class Narrowed:
    """By what a list is narrowed. Empty means everything; `month` is the first day of the month of the last day."""

    states: tuple[str, ...] = ()
    owner: UUID | None = None
    team: str = ""
    school: UUID | None = None
    month: date | None = None
    year_group: int | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Whom and what a list can be narrowed to: (id, name) pairs, and the names of teams."""

    owners: tuple[tuple[UUID, str], ...]
    teams: tuple[str, ...]
    schools: tuple[tuple[UUID, str], ...]


OWNERS = """
select id, name from account
where id in (select owner_id from plan_cache where authority_id = %(authority)s) order by name, id
"""
TEAMS = """
select distinct team from position
where authority_id = %(authority)s and role = 'COORDINATOR' and team <> ''
    and starts_on <= %(on)s and (ends_before is null or ends_before > %(on)s)
order by team
"""
SCHOOLS = """
select s.id, s.name from organisation s where s.authority_id = %(authority)s and s.kind = 'SETTING'
    and exists (select 1 from "case" c where c.setting_id = s.id) order by s.name, s.id
"""
CHOICES = (OWNERS, TEAMS, SCHOOLS)
OF_TEAM = """h.owner_id in (
    select account_id from position where authority_id = %(authority)s and team = %(team)s
    and starts_on <= %(on)s and (ends_before is null or ends_before > %(on)s)
)"""


def sees_cases(by: Actor) -> bool:
    """True where this person may see whose review it is; whoever may not sees numbers only."""
    may = (Permission.SEE_WORKLIST, Permission.FIND_CASE)
    return all(decide.can_act(each, roles=by.roles) for each in may)


OF_MONTH = "{due} >= %(month)s and {due} < %(month_ends)s"
OF_CASE = 'join "case" c on c.id = {case}'
OF_PERSON = "join person p on p.id = c.person_id"


def joins(wanted: Narrowed, case: str) -> str:
    """The tables that the conditions need beside the cache of plans."""
    needed = []
    if wanted.school is not None or wanted.year_group is not None:
        needed.append(OF_CASE.format(case=case))
    if wanted.year_group is not None:
        needed.append(OF_PERSON)
    return " ".join(needed)


def conditions(wanted: Narrowed) -> list[str]:
    """The conditions but that of the month, of fixed text: every value is a parameter."""
    found = []
    if wanted.owner is not None:
        found.append("h.owner_id = %(owner)s")
    if wanted.team:
        found.append(OF_TEAM)
    if wanted.school is not None:
        found.append("c.setting_id = %(school)s")
    if wanted.year_group is not None:
        found.append("p.born_on between %(born_from)s and %(born_to)s")
    return found


def given(wanted: Narrowed, on: date) -> dict[str, Any]:
    """The values of the conditions."""
    found: dict[str, Any] = {
        "on": on,
        "owner": wanted.owner,
        "team": wanted.team,
        "school": wanted.school,
        "states": list(wanted.states),
    }
    if wanted.month is not None:
        index = wanted.month.year * 12 + wanted.month.month
        found |= {"month": wanted.month, "month_ends": date(index // 12, index % 12 + 1, 1)}
    if wanted.year_group is not None:
        first, last = phases.born_in(wanted.year_group, phases.next_moves(on))
        found |= {"born_from": first, "born_to": last}
    return found


def choices(owners: Answer, teams: Answer, schools: Answer) -> Choices:
    """From the answers to `CHOICES`."""
    return Choices(
        tuple((row[0], row[1]) for row in owners.rows),
        tuple(row[0] for row in teams.rows),
        tuple((row[0], row[1]) for row in schools.rows),
    )
