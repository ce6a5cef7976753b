"""The area as it stands once its bodies and people are entered: who can act, and under which ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from alongside.app.actions import areas
from alongside.app.actions.areas import NewArea, NewBody, NewPerson
from alongside.app.actor import Actor
from alongside.app.queries import accounts
from alongside.core.access.role import RoleCode
from alongside.demo.planning.county import Plan
from alongside.demo.planning.places import AREA, AUTHORITY

LONG_AGO = timedelta(days=365 * 16)
AREA_FACE = NewArea(
    name=f"{AREA} County Council",
    team_name="SEND casework team",
    email="send@council.example.org",
    phone="01632 960000",
    address="County Hall\nWealdbridge\nZN1 1AA",
    advice_service="Wealdshire SENDIASS, 01632 960001, help@sendiass.example.org",
    mediation_adviser="Fair Talk Mediation, 01632 960002, hello@fairtalk.example.org",
    dispute_resolution="Common Ground, 01632 960003, office@commonground.example.org",
    dmo="N",
    dco="Y",
    dsco="Y",
)


@dataclass(frozen=True, slots=True)
class World:
    """Ids and actors. `people` are the accounts by the keys of workers and visitors."""

    seed: int
    on: date
    bodies: Mapping[str, UUID]
    names: Mapping[str, str]
    people: Mapping[str, UUID]
    actors: Mapping[UUID, Actor]
    by_role: Mapping[tuple[RoleCode, str], tuple[Actor, ...]]
    service: Actor

    def holders(self, role: RoleCode, body: str = "council") -> tuple[Actor, ...]:
        """Everybody who holds a role at a body, the persona first."""
        return self.by_role.get((role, body), ())

    def visitor(self, key: str, *, at: datetime) -> Actor:
        """A persona of a family as it may act at a moment: what it is comes from the cases that name it."""
        return accounts.actor_for(self.people[key], AUTHORITY, at=at)


def moment(on: date, minutes: int) -> datetime:
    """A moment of a working day in UTC: so many minutes after nine."""
    return datetime.combine(on, time(9), tzinfo=UTC) + timedelta(minutes=min(minutes, 480))


def entered(plan: Plan) -> World:
    """Enter the authority, its bodies and its people."""
    service = accounts.service(AUTHORITY)
    began = moment(plan.order.begins - LONG_AGO, 0)
    areas.found(AREA_FACE, by=service, at=began)
    kept = areas.add_bodies([_body(place) for place in plan.places], by=service, at=began)
    bodies = dict(zip((place.key for place in plan.places), kept, strict=True))
    keys, people = _people(plan, bodies, began.date())
    ids = areas.add_people(people, by=service, at=began)
    return world(plan, bodies, dict(zip(keys, ids, strict=True)))


def world(plan: Plan, bodies: Mapping[str, UUID], people: Mapping[str, UUID]) -> World:
    """The world of an area that has been entered: its actors as the records give them today."""
    now = moment(plan.order.on, 0)
    actors = {id: accounts.actor_for(id, AUTHORITY, at=now) for id in people.values()}
    by_role: dict[tuple[RoleCode, str], list[Actor]] = {}
    for worker in plan.workers:
        by_role.setdefault((worker.role, worker.body), []).append(actors[people[worker.key]])
    return World(
        seed=plan.order.seed,
        on=plan.order.on,
        bodies=bodies,
        names={place.key: place.name for place in plan.places},
        people=people,
        actors=actors,
        by_role={key: tuple(found) for key, found in by_role.items()},
        service=accounts.service(AUTHORITY),
    )


def _body(place: "object") -> NewBody:
    found = {name: getattr(place, name) for name in NewBody.__slots__}
    found["provides"] = str(found["provides"] or "")
    return NewBody(**found)


def _people(plan: Plan, bodies: Mapping[str, UUID], since: date) -> tuple[list[str], Sequence[NewPerson]]:
    """Personas first, families before the staff that nobody can be."""
    shown = [w for w in plan.workers if w.about]
    others = [w for w in plan.workers if not w.about]
    visitors = [
        NewPerson(v.name, v.email, None, since, is_persona=True, about=v.about) for v in plan.visitors
    ]
    people = [
        NewPerson(w.name, w.email, w.role, since, bodies[w.body], w.team, bool(w.about), w.about)
        for w in [*shown, *others]
    ]
    keys = [*(w.key for w in shown), *(v.key for v in plan.visitors), *(w.key for w in others)]
    return keys, [*people[: len(shown)], *visitors, *people[len(shown) :]]
