"""What an actor is to a case, read from the records and said in the words of `core.access.relations`."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.app import rows
from alongside.app.actor import Actor
from alongside.core.access import policy, relations, roles
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.relations import ParentSight, Relation
from alongside.core.case.codes import EventKind
from alongside.core.case.facts import Facts
from alongside.records.models import Case, CaseParty

OFFICERS: frozenset[roles.RoleCode] = frozenset(
    {
        roles.RoleCode.COORDINATOR,
        roles.RoleCode.SEND_MANAGER,
        roles.RoleCode.PANEL_CHAIR,
        roles.RoleCode.PLACEMENTS_OFFICER,
        roles.RoleCode.DATA_OFFICER,
        roles.RoleCode.DIRECTOR,
        roles.RoleCode.SERVICE,
    }
)
"""Roles that are held in the authority itself, and so stand to each of its cases as SAME_AUTHORITY."""


FINAL = frozenset({EventKind.FINAL_SENT, EventKind.AMENDED_FINAL_SENT})

OWN = (
    "select case_id from case_party where account_id = %(account)s",
    "select case_id from advice_request_cache where asked_id = %(account)s",
)
OWN_OF_BODY = (
    "select case_id from advice_request_cache where organisation_id = any (%(bodies)s)",
    "select case_id from consultation_cache where organisation_id = any (%(bodies)s)",
    'select id from "case" where setting_id = any (%(bodies)s)',
)
"""How somebody comes to have to do with a case: as a person, and through the bodies that they work for."""
OWN_OF_INSPECTOR = """
select c.case_id from sampled_case c join inspector i on i.sample_id = c.sample_id where i.account_id = %(account)s
"""

OPENED = f"""
select '{Relation.EMERGENCY}' from emergency_opening e
where e.case_id = %(case)s and e.account_id = %(account)s and e.opened_at <= %(at)s and %(at)s < e.ends_at
union
select '{Relation.INSPECTION_SAMPLE}' from sampled_case c
join inspection_sample s on s.id = c.sample_id join inspector i on i.sample_id = s.id
where c.case_id = %(case)s and i.account_id = %(account)s and s.starts_on <= %(on)s and %(on)s < s.ends_before
"""  # noqa: S608  the names of two relations; every value is given
"""What is open to somebody for a time, at a moment and on its day: relations that no chronology tells of."""

OWN_PARTS = f"""
select {rows.columns(CaseParty, "f")} from case_party f where f.case_id = %(case)s and f.account_id = %(account)s
"""  # noqa: S608  the names of our own columns; every value is given


def works_for_the_authority(actor: Actor) -> bool:
    """True for officers of the authority that keeps the records, and for the service itself."""
    return bool(actor.roles & OFFICERS)


def check_may_answer(actor: Actor, permission: Permission, what: str) -> None:
    """Refuse whoever is no officer with this permission. `what` completes “You may not answer …”."""
    officer = works_for_the_authority(actor) and actor.account is not None
    if not (officer and policy.may_ever(permission, actor.roles)):
        raise NotAllowed(f"You may not answer {what}. Officers of the authority may.")


def cases_of(actor: Actor) -> frozenset[UUID]:
    """Every case that a person who is not an officer has anything to do with, now or before."""
    own, given = own_cases(actor)
    with connection.cursor() as cursor:
        cursor.execute(own, given)
        return frozenset(case for (case,) in cursor.fetchall())


def own_cases(actor: Actor) -> tuple[str, dict[str, Any]]:
    """`cases_of` as a question to the database, with its parameters: the column is `case_id`.

    Each way in is a question of its own, so that each is answered from its index.
    """
    ways = list(OWN)
    if actor.organisations:
        ways += OWN_OF_BODY
    if roles.RoleCode.INSPECTOR in actor.roles:
        ways.append(OWN_OF_INSPECTOR)
    given = {"account": actor.account, "bodies": list(actor.organisations)}
    return " union ".join(ways), given


def of(
    actor: Actor, case: Case, facts: Facts, *, on: date, parties: Iterable[CaseParty] | None = None
) -> frozenset[Relation]:
    """Every relation in which the actor stands to the case on a day; {NONE} where there is none.

    Read from the chronology and from the people around the case, never from a cache. `parties` are those people
    where they have been read already.
    """
    if case.authority_id != actor.authority:
        return frozenset({Relation.NONE})
    found: set[Relation] = set()
    if works_for_the_authority(actor):
        found.add(Relation.SAME_AUTHORITY)
        if actor.account is not None and case.owner_id == actor.account:
            found.add(Relation.CASE_OWNER)
    elif actor.account is not None:
        found |= _as_body(actor, case, facts)
    # Officers too: whoever is family to a case acts on it as family only (core.access.relations.FAMILY).
    party = party_of(actor, case, on=on) if parties is None else own_part(actor, parties, on=on)
    if party is not None:
        found.add(relation_of(party, case, on=on))
    found.discard(Relation.NONE)
    return frozenset(found) or frozenset({Relation.NONE})


def opened_to(actor: Actor, case_id: UUID, *, at: datetime, on: date) -> frozenset[Relation]:
    """What is open to the actor for a time: in an emergency, or as an inspector. It opens reading and nothing else.

    So deeds never ask for it: whatever somebody may do, they may by what they are to the case (`of`). One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(OPENED, {"case": case_id, "account": actor.account, "at": at, "on": on})
        return read_opened(cursor.fetchall())


def read_opened(lines: Iterable[Sequence[Any]]) -> frozenset[Relation]:
    """The answer to `OPENED`."""
    return frozenset(Relation[relation] for (relation,) in lines)


def together(standing: frozenset[Relation], opened: frozenset[Relation]) -> frozenset[Relation]:
    """What somebody is to a case, with what is open to them for a time."""
    return (standing | opened) - {Relation.NONE} if opened else standing


def party_of(actor: Actor, case: Case, *, on: date) -> CaseParty | None:
    """The actor's own row among the people around the case, if there is one in force."""
    if actor.account is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(OWN_PARTS, {"case": case.id, "account": actor.account})
        return own_part(actor, [rows.made(CaseParty, line) for line in cursor.fetchall()], on=on)


def own_part(actor: Actor, parties: Iterable[CaseParty], *, on: date) -> CaseParty | None:
    """The same, from people who have been read already."""
    if actor.account is None:
        return None
    for party in parties:
        in_force = party.starts_on <= on and (party.ends_before is None or on < party.ends_before)
        if in_force and party.account_id == actor.account:
            return party
    return None


def relation_of(party: CaseParty, case: Case, *, on: date) -> Relation:
    """What somebody around the case, whose part is in force, is to it on a day."""
    sight = ParentSight(party.parent_sight)
    if party.relation == "PARENT":
        if not party.parental_responsibility:
            return Relation.FAMILY_WITHOUT_SIGHT
        return relations.of_parent(case.person.born_on, sight, on=on)
    if party.relation == "YOUNG_PERSON":
        return relations.of_child(case.person.born_on, sight, on=on)
    return Relation.SUPPORTER


def _as_body(actor: Actor, case: Case, facts: Facts) -> set[Relation]:
    """As an adviser who was asked, or as somebody who works for a body or setting that was."""
    found: set[Relation] = set()
    organisations = {str(organisation) for organisation in actor.organisations}
    if case.setting_id in actor.organisations:
        found.add(Relation.SETTING_ATTENDED)
    asked: dict[str, Any] = {}  # by request: whoever has it now within the body
    for event in facts.events:
        body = event.details.get("organisation")
        if event.kind is EventKind.ADVICE_REQUESTED:
            asked.setdefault(event.id, event.details.get("asked"))
            if body in organisations:
                found.add(Relation.ADVISER_BODY)
        elif event.kind is EventKind.ADVICE_ALLOCATED:
            asked[event.details["request"]] = event.details["to"]
        elif event.kind is EventKind.SETTING_CONSULTED and body in organisations:
            found.add(Relation.SETTING_CONSULTED)
        elif event.kind in FINAL and body in organisations:
            found.add(Relation.SETTING_NAMED)
    if str(actor.account) in asked.values():
        found.add(Relation.ADVISER_ASKED)
    return found
