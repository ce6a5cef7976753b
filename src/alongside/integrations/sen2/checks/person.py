"""Module 1: who the person is, and the numbers by which they are known."""

import re
from typing import Final

from alongside.integrations.identifiers import authorities
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks import circumstances
from alongside.integrations.sen2.checks.findings import Notebook

_POSTCODE: Final = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")
_NEEDED: Final = (
    ("surname", "Surname"),
    ("forename", "Forename"),
    ("born_on", "PersonBirthDate"),
    ("sex", "Sex"),
    ("ethnicity", "Ethnicity"),
    ("postcode", "PostCode"),
)
_OF_OTHER_COLLECTIONS: Final = frozenset({"UN4", "UN6", "UN7"})


def check(person: returns.Person, notes: Notebook) -> None:
    """D03, D05, D06, D08, D09, and D04 for who is not born. D04 for age follows in `age_and_plans`."""
    if not (
        person.surname
        and person.forename
        and person.born_on
        and person.sex
        and person.ethnicity
        and person.postcode
    ):
        for attribute, item in _NEEDED:
            if not getattr(person, attribute):
                key = "D03.born_missing" if attribute == "born_on" else "D03.missing"
                notes.missing(key, person.row, item=item)
    if person.postcode and _POSTCODE.fullmatch(person.postcode) is None:
        notes.tell("D03.postcode", person.row, person.postcode)
    if person.born_on is not None and person.born_on > notes.told.reference_on:
        notes.tell("D04.unborn", person.row, person.born_on, reference=notes.told.reference_on)
    if person.upn is not None and person.upn[1:4] not in authorities.IN_UPN:
        notes.tell("D06.authority", person.row, person.upn)
    if person.upn is None or person.upn_unknown is not None:
        _number_or_reason(person, notes)
    if not person.requests:
        notes.tell("D09.no_request", person.row)


def _number_or_reason(person: returns.Person, notes: Notebook) -> None:
    reason = person.upn_unknown
    if reason is None:
        tried = any(notes.unreadable[place] for place in _numbers_of(person))
        if person.uln is None and not tried:
            notes.tell("D05.none", person.row)
        return
    if person.upn is not None or person.uln is not None:
        notes.tell("D05.both", person.row, reason)
    if reason in _OF_OTHER_COLLECTIONS:
        notes.tell("D05.other_collection", person.row, reason)
    if reason == "UN1" and person.born_on is not None and notes.told.age(person.born_on) >= 6:
        notes.tell(
            "D08.too_old",
            person.row,
            reason,
            age=notes.told.age(person.born_on),
            reference=notes.told.reference_on,
        )


def _numbers_of(person: returns.Person) -> list[tuple[str, int, str]]:
    return [("person", person.row, column) for column in ("upn", "uniquelearnernumber", "upnunknown")]


def age_and_plans(person: returns.Person, in_force: int, notes: Notebook) -> None:
    """D04 for who is too old, and check 212, given how many plans are in force on the reference date."""
    told = notes.told
    if in_force > 1:
        notes.tell("212.several", person.row, in_force, count=in_force, reference=told.reference_on)
    if person.born_on is None or told.reference_on.year - person.born_on.year < 25:
        return
    ended = circumstances.academic_year_of_25(person.born_on)
    if ended < told.first:
        notes.tell("D04.much_too_old", person.row, person.born_on, ended=ended)
    elif in_force and ended < told.reference_on:
        notes.tell("D04.too_old", person.row, person.born_on, ended=ended)
