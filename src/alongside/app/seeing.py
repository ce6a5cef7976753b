"""What every look at a case has in common: scope, permission, and the ledger entry that says who looked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
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
        today = ports.today(at)
        about = {"case": case_id, "cases": [case_id], "account": by.account, "at": at, "on": today}
        row, parties, opened, known = _read(about, known_at)
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
    about: dict[str, Any], known_at: datetime | None
) -> tuple[Case, tuple[CaseParty, ...], frozenset[Relation], Facts]:
    """The case, the people around it, what is open to the reader, and the chronology, in one round trip.

    Raises `NotFound`.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"{CASE}; {PARTIES}; {involvement.OPENED}; {facts.EVENTS}", about)
        found = cursor.fetchone()
        if found is None:
            raise NotFound
        row, row.person, row.owner, row.setting = rows.split(found, Case, Person, Account, Organisation)
        cursor.nextset()
        parties = tuple(rows.made(CaseParty, line) for line in cursor.fetchall())
        cursor.nextset()
        opened = involvement.read_opened(cursor)
        cursor.nextset()
        events = facts.read(cursor)[about["case"]]
    return row, parties, opened, facts.of_events(row, events, known_at=known_at)
