"""The numbers and details of a child that the return and the inspection's lists ask for, put right on the record."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.app import doing, held_facts
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.correctable import Fact
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Person

MAY_SEE = Permission.SEE_WITHHELD_ADDRESS
UPN_UNKNOWN = ("UN1", "UN2", "UN3", "UN5", "UN8", "UN9", "UN10")
"""Why there is no UPN and no ULN: the reasons that belong to the SEN2 return."""


@dataclass(frozen=True, slots=True)
class ChildDetails:
    """What can be changed; empty text where it is not known. Codes are those of the return, `disability` Y or N.

    `postcode` is None where it is withheld from whoever looks: it then stays as it is.
    """

    born_on: date | None
    sex: str
    ethnicity: str
    postcode: str | None
    upn: str
    uln: str
    upn_unknown: str
    disability: str


def change(case_id: UUID, details: ChildDetails, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Put the child's details right. Returns the names of what changed; the ledger keeps which, never what.

    Raises Refused for a number that another child has, and for a reason why there is none where there is one. Whether
    a number is one at all is for whoever asks to check (`integrations/identifiers`).
    """
    with doing.on_case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as deed:
        person = deed.case.person
        told = _plain(details)
        if told.postcode is None or hides_postcode(deed.case.parties.all(), may_see=deed.may(MAY_SEE)):
            told = replace(told, postcode=person.postcode)
        changed = [name for name in ChildDetails.__slots__ if getattr(person, name) != getattr(told, name)]
        if "born_on" in changed:
            held_facts.check(Fact.BORN_ON, told.born_on.isoformat() if told.born_on else "", on=deed.today)
        _check(told, person, changed)
        for name in changed:
            setattr(person, name, getattr(told, name))
        if changed:
            person.save(update_fields=changed)
            deed.details_changed = True
            deed.facts = type(deed.facts)(deed.facts.case_id, person.born_on, deed.facts.events)
            deed.note("CHILD_DETAILS_CHANGED", changed=changed)
        return tuple(changed)


def hides_postcode(parties: Iterable[CaseParty], *, may_see: bool) -> bool:
    """True where somebody's address is withheld for their safety, and this person may not see it."""
    return not may_see and any(party.address_withheld and party.ends_before is None for party in parties)


def _plain(details: ChildDetails) -> ChildDetails:
    """Numbers and codes without spaces at their ends, in capitals."""
    texts = {name: getattr(details, name) for name in ChildDetails.__slots__ if name != "born_on"}
    plain: dict[str, Any] = {
        name: None if text is None else text.strip().upper() for name, text in texts.items()
    }
    return replace(details, **plain)


def _check(told: ChildDetails, person: Person, changed: list[str]) -> None:
    if told.upn_unknown and (told.upn or told.uln):
        raise Refused(
            "There is a number now, so there is no reason for its absence. Take one of them out.",
            field="upn_unknown",
        )
    if told.upn_unknown and told.upn_unknown not in UPN_UNKNOWN:
        raise Refused(f"{told.upn_unknown} is not one of the reasons of the return.", field="upn_unknown")
    for name in ("upn", "uln"):
        number = getattr(told, name)
        if name in changed and number:
            _check_free(name, number, person)


def _check_free(name: str, number: str, person: Person) -> None:
    others = Person.objects.filter(authority=person.authority_id, **{name: number}).exclude(id=person.id)
    other = others.values_list("case__reference", flat=True).first()
    if other is not None:
        raise Refused(
            f"{number} is the number of the child of case {other}. One of them is wrong: look at both.",
            field=name,
        )
