"""Children who are on record already and may be the child of a new request."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from alongside.app import doing
from alongside.app.actions.children import NewChild, folded
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Stage
from alongside.core.case.likeness import Alike, Likeness, compare
from alongside.records.models import Case, Person

MOST = 10
LOOKED_AT = 400
"""Rows compared in full. An index finds them; more than this share one birth date, name and postcode nowhere."""


@dataclass(frozen=True, slots=True)
class PossibleSame:
    """A child on record who may be the same, with the reasons. `stage` is where their case stands (a cache)."""

    case_id: UUID
    reference: str
    name: str
    born_on: date | None
    postcode: str
    setting_name: str
    stage: Stage
    alike: Alike


def possible_same(child: NewChild, *, by: Actor, at: datetime) -> tuple[PossibleSame, ...]:
    """Whoever may be the same child, the likeliest first, at most ten. An officer's question; merges nothing."""
    wanted = _likeness(child)
    with doing.deed("LOOKED_FOR_SAME_CHILD", Permission.REGISTER_REQUEST, by=by, at=at) as body:
        rows = Person.objects.filter(_near(child), authority=by.authority).order_by("id")[:LOOKED_AT]
        found = [(person, alike) for person in rows if (alike := compare(wanted, _of(person)))]
        found.sort(key=lambda pair: (-pair[1].strength, pair[0].id))
        best = found[:MOST]
        people = [person for person, _ in best]
        cases = {
            case.person_id: case for case in Case.objects.filter(person__in=people).select_related("setting")
        }
        shown = tuple(_shown(person, cases[person.id], alike) for person, alike in best if person.id in cases)
        body["shown"] = [str(one.case_id) for one in shown]
        return shown


def _near(child: NewChild) -> Q:
    """What an index can find: by number, birth date (also with day and month turned), last name, postcode."""
    near = Q(surname_folded=folded(child.surname)) & Q(forename__iexact=child.forename.strip())
    if child.upn:
        near |= Q(upn=child.upn)
    if child.nhs_number:
        near |= Q(nhs_number=child.nhs_number.replace(" ", ""))
    if child.born_on is not None:
        near |= Q(born_on__in=_dates_meant(child.born_on))
    if child.postcode.strip():
        near |= Q(postcode__iexact=child.postcode.strip())
    return near


def _dates_meant(day: date) -> list[date]:
    found = [day]
    if day.day <= 12:
        found.append(date(day.year, day.day, day.month))
    return found


def _likeness(child: NewChild) -> Likeness:
    return Likeness(
        child.forename,
        child.surname,
        child.born_on,
        child.known_as,
        child.upn,
        child.nhs_number,
        child.postcode,
        child.address,
    )


def _of(person: Person) -> Likeness:
    return Likeness(
        person.forename,
        person.surname,
        person.born_on,
        person.known_as,
        person.upn,
        person.nhs_number,
        person.postcode,
        person.address,
    )


def _shown(person: Person, case: Case, alike: Alike) -> PossibleSame:
    return PossibleSame(
        case_id=case.id,
        reference=case.reference,
        name=f"{person.forename} {person.surname}",
        born_on=person.born_on,
        postcode=person.postcode,
        setting_name=case.setting.name if case.setting else "",
        stage=Stage(case.stage),
        alike=alike,
    )
