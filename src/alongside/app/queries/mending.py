"""What the rules of the return and of the inspection's lists find wrong in the records today, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission


@dataclass(frozen=True, slots=True)
class Wanted:
    """By what the list is narrowed. Empty means everything. `rule` is the source and the id: SEN2/D34."""

    source: str = ""
    rule: str = ""
    severity: str = ""
    owner: UUID | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to mend. `severity` is error or query; `page` is the door where it is mended."""

    case_id: UUID
    reference: str
    name: str
    owner_name: str
    source: str
    rule: str
    severity: str
    item: str
    value: str
    message: str
    mend: str
    page: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A number that more than one child has on record, with the references of their cases."""

    kind: str
    number: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToMend:
    """One page of the list, with the counts of the whole by (source, rule, severity), whatever rule is asked for."""

    lines: tuple[Line, ...]
    total: int
    cases: int
    counts: Mapping[tuple[str, str, str], int]
    owners: tuple[tuple[UUID, str], ...]
    shared: tuple[Shared, ...]


LISTED = """
from mend_cache m join "case" c on c.id = m.case_id where m.authority_id = %(authority)s
    and (%(source)s = '' or m.source = %(source)s) and (%(severity)s = '' or m.severity = %(severity)s)
    and (%(owner)s::uuid is null or c.owner_id = %(owner)s)
"""
OF_RULE = "and (%(rule)s = '' or m.source || '/' || m.rule = %(rule)s)"
COUNTS = f"select m.source, m.rule, m.severity, count(*) {LISTED} group by 1, 2, 3 order by 1, 2, 3"
TOTAL = f"select count(*), count(distinct m.case_id) {LISTED} {OF_RULE}"
PAGE = f"""
with chosen as (
    select m.* {LISTED} {OF_RULE} order by m.severity, c.reference, m.position limit %(size)s offset %(offset)s
)
select m.case_id, c.reference, p.forename || ' ' || p.surname as name, coalesce(a.name, '') as owner_name, m.source,
    m.rule, m.severity, m.item, m.value, m.message, m.mend, m.page
from chosen m join "case" c on c.id = m.case_id join person p on p.id = c.person_id
left join account a on a.id = c.owner_id order by m.severity, c.reference, m.position
"""  # noqa: S608  fixed text: every value is given
OWNERS = """
select distinct a.name, a.id from mend_cache m join "case" c on c.id = m.case_id join account a on a.id = c.owner_id
where m.authority_id = %(authority)s order by a.name, a.id
"""
SHARED = """
select n.kind, n.number, array_agg(c.reference order by c.reference)
from person p join "case" c on c.person_id = p.id
cross join lateral (values ('UPN', p.upn), ('ULN', p.uln)) n (kind, number)
where p.authority_id = %(authority)s and n.number <> ''
group by n.kind, n.number having count(*) > 1 order by n.kind, n.number
"""


def to_mend(wanted: Wanted, *, by: Actor, at: datetime, offset: int = 0, size: int | None = 50) -> ToMend:
    """What is to be mended, errors first. Five questions in one round trip; `size` None gives every line."""
    decide.check_act(Permission.SEE_DATA_TO_MEND, roles=by.roles)
    given: dict[str, Any] = {
        "source": wanted.source, "rule": wanted.rule, "severity": wanted.severity, "owner": wanted.owner,
        "size": size, "offset": offset,
    }  # fmt: skip
    counts, total, page, owners, shared = scope.asked(by, COUNTS, TOTAL, PAGE, OWNERS, SHARED, given=given)
    return ToMend(
        lines=tuple(Line(*row) for row in page.rows),
        total=total.rows[0][0],
        cases=total.rows[0][1],
        counts={(source, rule, severity): number for source, rule, severity, number in counts.rows},
        owners=tuple((row[1], row[0]) for row in owners.rows),
        shared=tuple(Shared(kind, number, tuple(references)) for kind, number, references in shared.rows),
    )
