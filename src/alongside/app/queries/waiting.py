"""What waits: for a body's advice, for a setting's reply, and for us to answer somebody."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission


@dataclass(frozen=True, slots=True)
class For:
    """Somebody whose answer a case waits for. `due` is the last day, None where the law sets none."""

    whom: str
    due: date | None


@dataclass(frozen=True, slots=True)
class ForUs:
    """How much waits for an answer of ours. `broken_promises` are messages past the promised day."""

    messages: int
    broken_promises: int
    corrections: int
    comments: int
    intakes: int


WAITED_FOR = """
select a.case_id, coalesce(nullif(a.asked_name, ''), o.name, 'an adviser'), a.statutory_due
from advice_request_cache a left join organisation o on o.id = a.organisation_id
where a.case_id = any (%(waiting)s) and a.is_open
union all
select case_id, setting_name, reply_due from consultation_cache where case_id = any (%(waiting)s) and is_open
"""
FOR_US = """
with mine as (select id from "case" where authority_id = %(authority)s and owner_id = %(account)s)
select
    count(*) filter (where kind = 'M'), count(*) filter (where kind = 'M' and reply_due < %(on)s),
    count(*) filter (where kind = 'C'), count(*) filter (where kind = 'P'), (
        select count(*) from intake
        where authority_id = %(authority)s and registered_at is null and sent_at is not null
    )
from (
    select 'M' as kind, case_id, reply_due from message
    where authority_id = %(authority)s and replied_at is null and reply_due is not null
    union all
    select 'C', case_id, null from correction_request where authority_id = %(authority)s and decision = ''
    union all
    select 'P', case_id, null from plan_comment where authority_id = %(authority)s and answer = ''
) waiting
where not %(mine)s or case_id in (select id from mine)
"""


def by_case(cases: Sequence[UUID], *, by: Actor) -> dict[UUID, tuple[For, ...]]:
    """Whom each of these cases waits for, the earliest due first. One question."""
    found: dict[UUID, list[For]] = defaultdict(list)
    (answer,) = scope.asked(by, WAITED_FOR, given={"waiting": list(cases)})
    for case, whom, due in answer.rows:
        found[case].append(For(whom, due))
    return {
        case: tuple(sorted(names, key=lambda name: (name.due is None, name.due or date.min, name.whom)))
        for case, names in found.items()
    }


def for_us(*, by: Actor, at: datetime, mine: bool) -> ForUs:
    """What waits for us: in the actor's own cases, or in all of them. New requests are everybody's."""
    decide.check_act(Permission.SEE_WORKLIST, roles=by.roles)
    given = {"account": by.account, "on": ports.today(at), "mine": mine}
    may_register = decide.can_act(Permission.REGISTER_REQUEST, roles=by.roles)
    (answer,) = scope.asked(by, FOR_US, given=given)
    messages, broken, corrections, comments, intakes = answer.rows[0]
    return ForUs(messages, broken, corrections, comments, intakes if may_register else 0)
