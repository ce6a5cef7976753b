"""Where each correctable fact is held, what it says now, and how it is changed."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.app.actions.children import folded
from alongside.core.case.correctable import Fact
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Person

OF_THE_CHILD: Mapping[Fact, str] = MappingProxyType(
    {
        Fact.FORENAME: "forename",
        Fact.SURNAME: "surname",
        Fact.KNOWN_AS: "known_as",
        Fact.BORN_ON: "born_on",
        Fact.LANGUAGE: "language",
        Fact.COMMUNICATES_BY: "communicates_by",
        Fact.CHILD_ADDRESS: "address",
    }
)
OF_THE_ASKER: Mapping[Fact, str] = MappingProxyType(
    {
        Fact.OWN_NAME: "name",
        Fact.OWN_EMAIL: "email",
        Fact.OWN_PHONE: "phone",
        Fact.OWN_ADDRESS: "address",
        Fact.OWN_LANGUAGE: "language",
    }
)
"""The column of each fact."""

NEEDED = frozenset({Fact.FORENAME, Fact.SURNAME, Fact.BORN_ON, Fact.OWN_NAME})
"""Facts that may not become empty."""


def value_of(fact: Fact, person: Person, party: CaseParty | None) -> str:
    """What is held now, a date as ISO text; empty where nothing is."""
    if fact in OF_THE_CHILD:
        held = getattr(person, OF_THE_CHILD[fact])
    else:
        held = getattr(party, OF_THE_ASKER[fact]) if party is not None and fact in OF_THE_ASKER else ""
    return held.isoformat() if isinstance(held, date) else str(held or "")


def check(fact: Fact, should_be: str, *, on: date) -> None:
    """Refuse what the column cannot hold or what cannot be."""
    if fact in NEEDED and not should_be.strip():
        raise Refused("Write what it should say.", field="should_be")
    if fact is Fact.BORN_ON:
        _check_birth(should_be, on)
    column = _column(fact)
    longest = getattr(column, "max_length", None) if column else None
    if longest and len(should_be) > longest:
        raise Refused(f"This can be at most {longest} characters long.", field="should_be")


def put(fact: Fact, should_be: str, person: Person, party: CaseParty | None) -> None:
    """Write the right value in the place of the wrong one, and save."""
    if fact in OF_THE_CHILD:
        name = OF_THE_CHILD[fact]
        setattr(person, name, date.fromisoformat(should_be) if fact is Fact.BORN_ON else should_be)
        if fact is Fact.SURNAME:
            person.surname_folded = folded(should_be)
        person.save(update_fields=[name, "surname_folded"])
    elif fact in OF_THE_ASKER and party is not None:
        setattr(party, OF_THE_ASKER[fact], should_be)
        party.save(update_fields=[OF_THE_ASKER[fact]])


def _check_birth(text: str, on: date) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(f"“{text}” is not a date. Write the day, month and year.", field="should_be") from None
    if day > on or on.year - day.year > 26:
        raise Refused(
            f"The date of birth {day:%-d %B %Y} cannot be right: plans are for people from 0 to 25. Check the year.",
            field="should_be",
        )


def _column(fact: Fact) -> object:
    if fact in OF_THE_CHILD:
        return Person._meta.get_field(OF_THE_CHILD[fact])
    return CaseParty._meta.get_field(OF_THE_ASKER[fact]) if fact in OF_THE_ASKER else None
