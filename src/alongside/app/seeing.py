"""What every look at a case has in common: scope, permission, and the ledger entry that says who looked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.app import evidence, facts, involvement, ports, rows, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import Relation
from alongside.core.case.facts import Facts
from alongside.records.models import Account, Case, CaseParty, Organisation, Person

CASE = f"""
select {rows.columns(Case, "c")}, {rows.columns(Person, "p")}, {rows.columns(Account, "o")},
    {rows.columns(Organisation, "s")}
from "case" c join person p on p.id = c.person_id
left join account o on o.id = c.owner_id left join organisation s on s.id = c.setting_id
where c.id = %(case)s
"""  # noqa: S608  the names of our own columns; every value is given
PARTIES = f"select {rows.columns(CaseParty, 'f')} from case_party f where f.case_id = %(case)s"  # noqa: S608


@dataclass(frozen=True, slots=True)
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
    with scope.opened(by):
        row, parties, known = _read(case_id, known_at)
        today = ports.today(at)
        view = CaseView(
            case=row,
            facts=known,
            by=by,
            at=at,
            relations=involvement.of(by, row, known, on=today, parties=parties),
            party=involvement.own_part(by, parties, on=today),
            parties=parties,
        )
        decide.check_act(permission, roles=by.roles, relations=view.relations)
        yield view
        evidence.seal(row.authority_id, [evidence.Note(at, by.code, permission, str(row.id), {})])


def _read(case_id: UUID, known_at: datetime | None) -> tuple[Case, tuple[CaseParty, ...], Facts]:
    """The case, the people around it and its chronology, in one round trip. Raises `NotFound`."""
    with connection.cursor() as cursor:
        cursor.execute(f"{CASE}; {PARTIES}; {facts.EVENTS}", {"case": case_id, "cases": [case_id]})
        found = cursor.fetchone()
        if found is None:
            raise NotFound
        row, row.person, row.owner, row.setting = rows.split(found, Case, Person, Account, Organisation)
        cursor.nextset()
        parties = tuple(rows.made(CaseParty, line) for line in cursor.fetchall())
        cursor.nextset()
        events = facts.read(cursor)[case_id]
    return row, parties, facts.of_events(row, events, known_at=known_at)
