"""What goes on beside the way to a plan: messages and answers, coming of age, the reviews of a plan."""

from datetime import date, timedelta

from alongside.core.access.relations import rights_pass_on
from alongside.core.case.codes import Channel, EventKind
from alongside.demo.chance import Chance
from alongside.demo.planning import befalling, reviewing, shares, years
from alongside.demo.planning.story import Child, News, Relative, SeeParent, Step, Write, WriteBack
from alongside.demo.planning.years import Order

PARENT_STAYS = 0.8
BY_HAND = (Channel.EMAIL, Channel.EMAIL, Channel.PHONE)


def written(
    chance: Chance, order: Order, family: tuple[Relative, ...], first: date, last: date
) -> list[Step]:
    """Messages of the family between two days, and the answers: some within the promised days, some not."""
    found: list[Step] = []
    parents = _parents(family)
    for _ in range(chance.shared(shares.MESSAGES)):
        day = first + timedelta(days=chance.whole(2, max(3, (last - first).days)))
        on = years.working_day(day, order.calendar)
        kept = chance.yes(shares.PROMISE_KEPT)
        wait = chance.whole(1, 6) if kept else chance.whole(9, 24)
        relative = chance.one(parents)
        found.append(Write(on, relative, chance.one(BY_HAND)))
        found.append(WriteBack(years.working_day(on + timedelta(days=wait), order.calendar), relative))
    return found


def come_of_age(
    chance: Chance, order: Order, child: Child, family: tuple[Relative, ...], registered_on: date
) -> list[Step]:
    """What the young person says about each parent's sight, soon after the rights have passed."""
    parents = _parents(family)
    if len(parents) == len(family):
        return []
    day = max(rights_pass_on(child.born_on), registered_on) + timedelta(days=chance.whole(1, 9))
    on = years.working_day(day, order.calendar)
    return [SeeParent(on, number, agreed=chance.yes(PARENT_STAYS)) for number in parents]


def reviewed(chance: Chance, order: Order, child: Child, final_on: date) -> list[Step]:
    """The reviews of a plan up to the day of the build, and what some families do about an amended plan."""
    found = reviewing.reviews(reviewing.Life(chance, order, child.born_on, final_on, order.on), years_back=3)
    finals = [each.on for each in found if each.kind is EventKind.AMENDED_FINAL_SENT]
    if finals and chance.yes(shares.AMENDED_PLAN_DISPUTED):
        found = [each for each in found if each.on <= finals[-1]]
        found += befalling.disputed(chance.stream("dispute"), order, finals[-1])
    return [News(each.on, each.kind, each.on, each.details) for each in found]


def _parents(family: tuple[Relative, ...]) -> list[int]:
    return [number for number, who in enumerate(family) if who.relation == "PARENT"]
