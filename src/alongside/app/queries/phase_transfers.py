"""Everybody who moves to the next phase of education in a year: what is done for it, what is late, who owns it.

Three ways lead onto the list, the first that there is counting: a move that somebody has recorded, one that a return
tells of, and the year group that a date of birth gives (`core/law/phases.py`). One round trip over the cache of plans.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
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
from alongside.core.calendar import counting
from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.law import phases

YEAR = 12  # months: how long before the move its preparation counts (SEND Regulations 2014 reg 18)


@unique
class TransferState(StrEnum):
    """How far the preparation of a move is.

    LATE: the last day has passed. BEHIND: the review or the notice should have been, to be in time. AMENDED: a plan
    was amended within the year, and nobody has recorded that it names the next setting. NOT_KNOWN: the last day has
    passed, and all that is known comes from a return that does not say what was done.
    """

    LATE = "LATE"
    BEHIND = "BEHIND"
    TO_BEGIN = "TO_BEGIN"
    REVIEWED = "REVIEWED"
    NOTICE_SENT = "NOTICE_SENT"
    AMENDED = "AMENDED"
    DONE = "DONE"
    NOT_KNOWN = "NOT_KNOWN"


@unique
class Source(StrEnum):
    """How it is known that somebody moves."""

    RECORDED = "RECORDED"
    RETURN = "RETURN"
    AGE = "AGE"


@dataclass(frozen=True, slots=True)
class TransferLine:
    """One child or young person who moves. `transfer` is empty where a return tells of a move and not of which.

    `due` is the last day for the amended plan that names the next setting; None where it cannot be known without the
    day of the move. `days` are calendar days late, or until that day.
    """

    case_id: UUID
    reference: str
    name: str
    year_group: int | None
    school: str
    owner_name: str
    transfer: PhaseTransfer | None
    source: Source
    state: TransferState
    due: date | None
    days: int
    held_on: date | None
    notice_on: date | None
    amended_on: date | None
    settled_on: date | None
    no_amendment_needed: bool
    from_a_return: bool


@dataclass(frozen=True, slots=True)
class PhaseTransfers:
    """One page of the moves of one year, with the counts of the whole, whatever state is asked for."""

    moving: int
    counts: Mapping[TransferState, int]
    lines: tuple[TransferLine, ...]
    total: int
    sees_cases: bool
    choices: Choices


LISTED = """
with moving as (
    select h.*, c.reference, c.setting_id, p.born_on, p.forename || ' ' || p.surname as name, case
        when h.transfer_year = %(moving)s then 'RECORDED'
        when extract(year from h.told_due_on) = %(moving)s then 'RETURN'
        else 'AGE' end as source,
        case when p.born_on between %(early_from)s and %(early_to)s then 'EARLY_YEARS_TO_SCHOOL'
            when p.born_on between %(primary_from)s and %(primary_to)s then 'PRIMARY_TO_SECONDARY'
            when p.born_on between %(secondary_from)s and %(secondary_to)s then 'SECONDARY_TO_POST_16'
            else '' end as by_age
    from plan_cache h join "case" c on c.id = h.case_id join person p on p.id = c.person_id
    where h.authority_id = %(authority)s
), due as (
    select m.*, case source when 'RECORDED' then transfer when 'RETURN' then '' else by_age end as moves,
        case source when 'RECORDED' then transfer_due when 'RETURN' then told_due_on
            else case by_age when 'SECONDARY_TO_POST_16' then %(post_16_due)s::date else %(school_due)s::date end
            end as due,
        case source when 'RECORDED' then settled_on when 'RETURN' then told_final_on end as done_on
    from moving m where source <> 'AGE' or by_age <> ''
), stated as (
    select h.*, case
        when done_on is not null then 'DONE'
        when amended_on >= %(begins)s then 'AMENDED'
        when due < %(on)s and source <> 'RECORDED' and from_a_return and coalesce(told_until < due, true)
            then 'NOT_KNOWN'
        when due < %(on)s then 'LATE'
        when coalesce(notice_on >= %(begins)s, false) then 'NOTICE_SENT'
        when due - %(notice_days)s < %(on)s then 'BEHIND'
        when coalesce(held_on >= %(begins)s, false) then 'REVIEWED'
        when due - %(meeting_days)s < %(on)s then 'BEHIND'
        else 'TO_BEGIN' end as state
    from due h
), narrowed as (
    select h.* from stated h join "case" c on c.id = h.case_id join person p on p.id = c.person_id {where}
)
"""
COUNTS = " ".join((LISTED, "select state, count(*) from narrowed group by state"))
PAGE = "".join(
    (
        LISTED,
        """
select n.*, coalesce(s.name, '') as school, coalesce(a.name, '') as owner_name
from narrowed n
left join organisation s on s.id = n.setting_id
left join account a on a.id = n.owner_id
where cardinality(%(states)s::text[]) = 0 or n.state = any (%(states)s)
order by n.done_on is not null, n.due nulls last, n.reference
limit %(size)s offset %(offset)s
""",
    )
)


def transfers(
    wanted: Narrowed,
    *,
    by: Actor,
    at: datetime,
    moving: int | None = None,
    offset: int = 0,
    size: int | None = 50,
) -> PhaseTransfers:
    """Who moves in a calendar year (the one of the Septembers to come, if none is given), the most pressing first.

    Five questions in one round trip. `size` None gives every line.
    """
    decide.check_act(Permission.SEE_TEAM_FIGURES, roles=by.roles)
    on = ports.today(at)
    year = moving or phases.next_moves(on)
    where = review_lists.conditions(wanted)
    where += [review_lists.OF_MONTH.format(due="h.due")] if wanted.month else []
    text = f"where {' and '.join(where)}" if where else ""
    sees = review_lists.sees_cases(by)
    questions = [
        COUNTS.format(where=text),
        *review_lists.CHOICES,
        *([PAGE.format(where=text)] if sees else []),
    ]
    values = review_lists.given(wanted, on) | _given(year, on) | {"offset": offset, "size": size}
    counted, *chosen = scope.asked(by, *questions, given=values)
    counts = dict.fromkeys(TransferState, 0) | {TransferState(row[0]): row[1] for row in counted.rows}
    lines: tuple[TransferLine, ...] = ()
    if sees:
        answer = chosen.pop()
        lines = tuple(_line(dict(zip(answer.names, row, strict=True)), on) for row in answer.rows)
    total = sum(counts[TransferState(state)] for state in wanted.states or counts)
    return PhaseTransfers(year, MappingProxyType(counts), lines, total, sees, review_lists.choices(*chosen))


def _given(moving: int, on: date) -> dict[str, Any]:
    law = ports.law()
    september = date(moving, phases.SEPTEMBER, 1)
    found: dict[str, Any] = {
        "moving": moving,
        "begins": counting.months_before(september, YEAR),
        "meeting_days": law.number("P01p.meeting", on),
        "notice_days": law.number("P01p.notice", on),
    }
    for name, group in (("early", -1), ("primary", 6), ("secondary", 11)):
        found[f"{name}_from"], found[f"{name}_to"] = phases.born_in(group, moving)
    for name, transfer in (
        ("school_due", PhaseTransfer.PRIMARY_TO_SECONDARY),
        ("post_16_due", PhaseTransfer.SECONDARY_TO_POST_16),
    ):
        limit = phases.last_day(transfer, moving, law)
        found[name] = limit.statutory if limit else None
    return found


def _line(row: dict[str, Any], on: date) -> TransferLine:
    due, born_on = row["due"], row["born_on"]
    return TransferLine(
        case_id=row["case_id"],
        reference=row["reference"],
        name=row["name"],
        year_group=phases.year_group(born_on, on) if born_on else None,
        school=row["school"],
        owner_name=row["owner_name"],
        transfer=PhaseTransfer(row["moves"]) if row["moves"] else None,
        source=Source(row["source"]),
        state=TransferState(row["state"]),
        due=due,
        days=abs((on - due).days) if due else 0,
        held_on=row["held_on"],
        notice_on=row["notice_on"],
        amended_on=row["amended_on"],
        settled_on=row["done_on"],
        no_amendment_needed=row["settled_by"] == "NO_AMENDMENT_FOR_TRANSFER" and row["source"] == "RECORDED",
        from_a_return=row["from_a_return"],
    )
