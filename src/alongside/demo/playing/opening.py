"""The first deed of a story: the request is registered, with the child, the family and the acknowledgement."""

from collections.abc import Sequence
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import owners, registering
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.registering import Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import under_way
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import EventKind
from alongside.demo.chance import Chance
from alongside.demo.planning.story import Child, Register, Relative, Story
from alongside.demo.playing.world import World, moment


def opened(world: World, stories: Sequence[Story]) -> list[tuple[UUID, UUID]]:
    """Register the requests of some stories in one transaction. Returns each case and its owner's account."""
    with doing.together(world.service, on=world.on):
        return [_opened(world, story) for story in stories]


def _opened(world: World, story: Story) -> tuple[UUID, UUID]:
    first = next(step for step in story.steps if isinstance(step, Register))
    by = Chance(world.seed, story.key, "register").one(world.holders(RoleCode.COORDINATOR))
    parties = [new_party(world, who) for who in story.family]
    registration = Registration(new_child(world, story.child), parties, new_request(first))
    case_id = registering.register(registration, by=by, at=moment(first.on, 5)).registered.case_id
    if story.persona:
        manager, persona = world.holders(RoleCode.SEND_MANAGER)[0], world.holders(RoleCode.COORDINATOR)[0]
        assert persona.account is not None
        owners.assign(case_id, persona.account, by=manager, at=moment(first.on, 8))
    return case_id, _owner(case_id)


def new_request(step: Register) -> NewRequest:
    """The request as it came."""
    return NewRequest(step.received_on, step.source, step.channel, step.requested_by, step.late_reason)


def new_child(world: World, child: Child, *, birth_unknown: bool = False) -> NewChild:
    """The child as the record is opened."""
    return NewChild(
        forename=child.forename,
        surname=child.surname,
        born_on=None if birth_unknown else child.born_on,
        known_as=child.known_as,
        sex=child.sex,
        ethnicity=child.ethnicity,
        postcode=child.postcode,
        address=child.address,
        upn=child.upn,
        nhs_number=child.nhs_number,
        upn_unknown=child.upn_unknown,
        disability=child.disability,
        language=child.language,
        communicates_by=child.communicates_by,
        setting=world.bodies[child.school] if child.school else None,
    )


def new_party(world: World, who: Relative) -> NewParty:
    """Somebody of the family, or whom the family asked to stand by it."""
    return NewParty(
        relation=who.relation,
        name=who.name,
        relationship=who.relationship,
        email=who.email,
        phone=who.phone,
        address=who.address,
        address_withheld=who.address_withheld,
        agreed_to_email=who.agreed_to_email and bool(who.email),
        language=who.language,
        account=world.people[who.persona] if who.persona else None,
    )


def _owner(case_id: UUID) -> UUID:
    events = under_way.facts_of(case_id).events
    return UUID([event for event in events if event.kind is EventKind.CASE_ASSIGNED][-1].details["to"])
