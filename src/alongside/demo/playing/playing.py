"""Stories and held plans are played: each story's opening first, in the order of time, then the rest of each."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import earlier
from alongside.app.actions.earlier import EarlierPlan, Placed
from alongside.app.actions.happenings import Happening
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import HeldPlan, Register, Story
from alongside.demo.playing import opening
from alongside.demo.playing.papers import Sparing
from alongside.demo.playing.players import play
from alongside.demo.playing.scene import Scene
from alongside.demo.playing.world import World, moment

MADE_THERE = timedelta(days=60)
"""How long before a move in the other authority had made the plan."""


def rest(world: World, stories: Sequence[tuple[Story, UUID, UUID]], papers: Sparing) -> None:
    """Everything of some stories after their openings, up to the day of the build, as one transaction.

    Each story comes with its case and its owner's account. The caches are rebuilt as they stand on the day of the
    build.
    """
    with doing.together(world.service, on=world.on):
        for story, case_id, owner in stories:
            papers.wants_all = bool(story.persona)
            _one(Scene.of(world, story, case_id, owner))


def _one(scene: Scene) -> None:
    steps = [step for step in scene.story.until(scene.world.on) if type(step) is not Register]
    if not steps:
        return
    with doing.on_case(scene.case_id, Permission.SEE_CASE, by=scene.owner, at=scene.at(steps[0])):
        pass  # the owner opens the case: from here on it is under way
    for step in steps:
        play(scene, step)


def enter_held(world: World, plans: Sequence[HeldPlan], places: Sequence[Place]) -> None:
    """Enter plans held from before, in one transaction, shared evenly among the coordinators."""
    urns = {place.key: place.urn for place in places}
    owners = world.holders(RoleCode.COORDINATOR)
    with doing.together(world.service, on=world.on):
        for plan in plans:
            owner = owners[int(plan.key.rpartition("-")[2]) % len(owners)].account
            assert owner is not None
            known = _known(world, plan, urns, owner)
            earlier.enter(known, by=world.service, at=moment(max(plan.entered_on, _last_day(plan)), 0))


def _known(world: World, plan: HeldPlan, urns: dict[str, str], owner: UUID) -> EarlierPlan:
    placed = None
    if plan.placement:
        since = max(plan.made_on, plan.entered_on)
        urn = urns.get(plan.placement, "")
        base = plan.placement.startswith("base-")
        placed = Placed(since, urn, "" if urn else plan.placement, base)
    return EarlierPlan(
        child=opening.new_child(world, plan.child, birth_unknown=plan.birth_unknown),
        parties=[opening.new_party(world, who) for who in plan.family],
        made_on=plan.made_on,
        owner=owner,
        needs=plan.child.needs or ("OTH",),
        placed=placed,
        happened=[Happening(each.kind, each.on, each.details) for each in plan.life],
        moved_in_from=plan.moved_in_from,
        made_there_on=plan.made_on - MADE_THERE if plan.moved_in_from else None,
    )


def _last_day(plan: HeldPlan) -> date:
    return max([plan.made_on, *(each.on for each in plan.life)])
