"""Maps each person of a return to a history of dated events. Pure: no clock, no database, nothing guessed.

A fact whose date the return does not give becomes `Undated`, with the days between which it must lie.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from alongside.core.case.told import CaseHistory
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import read, returns
from alongside.integrations.sen2.story import Story

PERSON_FIELDS = ("surname", "forename", "born_on", "sex", "ethnicity", "postcode", "upn_unknown")
UNRECOGNISABLE = "without a UPN, a ULN or a name with a date of birth this person could never be known again"


def case_histories(reading: read.Reading, *, year: int | None = None) -> Iterator[CaseHistory]:
    """Yield a history for each person of the return. Whoever could not be known again is reported instead.

    `year` is the return's year where it has no header. Raises Refused where neither says it.
    """
    for person in reading.persons():
        header = reading.header or returns.Header()
        told = header.year or year
        if told is None:
            raise Refused("This return does not say its year. Add it, for example --year 2025.", field="year")
        keys = person_keys(person)
        if not keys:
            reading.unusable.append(
                returns.Unusable("person", person.row, f"row {person.row}", "", "", UNRECOGNISABLE)
            )
            continue
        reference_on = header.reference_on or returns.census_day(told)
        yield case_history(person, year=told, reference_on=reference_on, unusable=reading.unusable)


def case_history(
    person: returns.Person,
    *,
    year: int,
    reference_on: date | None,
    unusable: list[returns.Unusable] | None = None,
) -> CaseHistory:
    """The history that the return of `year`, as at `reference_on`, tells of `person`.

    What of it cannot be used is added to `unusable`.
    """
    keys = person_keys(person)
    story = Story(date(year - 1, 1, 1), reference_on)
    for request in dict.fromkeys(person.requests):  # a row given twice is one request
        story.request(request)
    if unusable is not None:
        who = person.upn or person.uln or f"row {person.row}"
        unusable.extend(replace(each, person=who) for each in story.unusable)
    identifiers = {"UPN": person.upn, "ULN": person.uln}
    given = ((name, getattr(person, name)) for name in PERSON_FIELDS)
    return CaseHistory(
        keys=keys,
        identifiers={kind: value for kind, value in identifiers.items() if value},
        fields={name: value for name, value in given if value is not None},
        source=f"SEN2 {year}",
        events=tuple(sorted(story.events, key=lambda draft: draft.occurred_on)),
        undated=tuple(story.undated),
        row=person.row,
        as_at=reference_on,
        told_until=date(year - 1, 12, 31),
    )


def person_keys(person: returns.Person) -> tuple[str, ...]:
    """The ways of knowing the person again, strongest first."""
    keys = []
    if person.upn:
        keys.append(f"UPN:{person.upn}")
    if person.uln:
        keys.append(f"ULN:{person.uln}")
    if person.surname and person.forename and person.born_on:
        name = f"{person.surname}|{person.forename}".casefold()
        keys.append(f"NAME:{' '.join(name.split())}|{person.born_on.isoformat()}")
    return tuple(keys)
