"""What every look at a case has in common: scope, permission, and the ledger entry that says who looked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from alongside.app import evidence, facts, involvement, ports, rows, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import Relation
from alongside.core.case import episodes, stages
from alongside.core.case.facts import Facts
from alongside.core.case.history import History
from alongside.core.case.stages import State
from alongside.core.law import clock
from alongside.core.law.duty import Deadline
from alongside.records.models import Account, Authority, Case, CaseParty, Organisation, Person

CASE = f"""
select {rows.columns(Case, "c")}, {rows.columns(Person, "p")}, {rows.columns(Account, "o")},
    {rows.columns(Organisation, "s")}, {rows.columns(Authority, "t")}
from "case" c join person p on p.id = c.person_id join authority t on t.code = c.authority_id
left join account o on o.id = c.owner_id left join organisation s on s.id = c.setting_id
where c.id = %(case)s
"""  # noqa: S608  the names of our own columns; every value is given
PARTIES = f"select {rows.columns(CaseParty, 'f')} from case_party f where f.case_id = %(case)s"  # noqa: S608


@dataclass(
    frozen=True
)  # without slots, so that the chronology is read once however many parts of a page need it
class CaseView:
    """One case, open before one actor."""

    case: Case
    facts: Facts
    by: Actor
    at: datetime
    relations: frozenset[Relation]
    party: CaseParty | None
    parties: tuple[CaseParty, ...]

    @property
    def today(self) -> date:
        """The civil date of the look."""
        return ports.today(self.at)

    @cached_property
    def told(self) -> History:
        """The chronology, read, as things stood at the end of the day of the look."""
        return episodes.history(clock.until(self.facts, self.today))

    @cached_property
    def state(self) -> State:
        """Where the case stands on that day."""
        return stages.state_told(self.told, on=self.today, law=ports.law())

    def duties(self, rule: str = "") -> tuple[Deadline, ...]:
        """Every duty of the case on that day with its reasons, or those of one rule."""
        return clock.duties_told(self.told, on=self.today, law=ports.law(), rule=rule)

    def may(self, permission: Permission) -> bool:
        """True where the actor may see or do this on the case."""
        return decide.can_act(permission, roles=self.by.roles, relations=self.relations)

    def require(self, permission: Permission) -> None:
        """Refuse unless the actor may also see or do this on the same case."""
        decide.check_act(permission, roles=self.by.roles, relations=self.relations)


@contextmanager
def case(
    case_id: UUID, permission: Permission, *, by: Actor, at: datetime, known_at: datetime | None = None
) -> Iterator[CaseView]:
    """Open one case to be read. The look itself is sealed in the ledger when the reading is done.

    `known_at` shows the case as it was known at an earlier moment.
    """
    today = ports.today(at)
    about = {"case": case_id, "of_cases": [case_id], "account": by.account, "at": at, "on": today}
    with scope.opened(by, CASE, PARTIES, involvement.OPENED, facts.EVENTS, given=about) as found:
        row, parties, opened, known = _read(found, known_at)
        standing = involvement.of(by, row, known, on=today, parties=parties)
        view = CaseView(
            case=row,
            facts=known,
            by=by,
            at=at,
            relations=involvement.together(standing, opened),
            party=involvement.own_part(by, parties, on=today),
            parties=parties,
        )
        decide.check_act(permission, roles=by.roles, relations=view.relations)
        yield view
        body = {"in": Relation.EMERGENCY.value} if Relation.EMERGENCY in opened else {}
        evidence.seal(row.authority_id, [evidence.Note(at, by.code, permission, str(row.id), body)])


def _read(
    found: list[scope.Answer], known_at: datetime | None
) -> tuple[Case, tuple[CaseParty, ...], frozenset[Relation], Facts]:
    """The case, the people around it, what is open to the reader, and the chronology. Raises `NotFound`."""
    cases, parties, opened, events = (answer.rows for answer in found)
    if not cases:
        raise NotFound
    tables = (Case, Person, Account, Organisation, Authority)
    row, row.person, row.owner, row.setting, row.authority = rows.split(cases[0], *tables)
    return (
        row,
        tuple(rows.made(CaseParty, line) for line in parties),
        involvement.read_opened(opened),
        facts.of_events(row, facts.read(events)[row.id], known_at=known_at),
    )
