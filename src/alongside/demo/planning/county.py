"""The whole area as one plan: places, people, every child's story, and the plans held from before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from alongside.demo.planning import (
    assessment,
    awkward,
    held,
    people,
    personas,
    places,
    queue,
    requests,
    shares,
)
from alongside.demo.planning.people import Visitor, Worker
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import HeldPlan, Issue, News, Step, Story
from alongside.demo.planning.years import Order

ON_TIME = 140
"""Days of the twenty weeks: the published measure counts a plan issued by then."""


@dataclass(frozen=True, slots=True)
class Year:
    """What was planned for one of the three years, to be set beside the published figures."""

    ends_on: date
    requests: int
    plans: int
    on_time: int
    over_a_year: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is going to be filled in."""

    order: Order
    schools: tuple[Place, ...]
    workers: tuple[Worker, ...]
    visitors: tuple[Visitor, ...]
    stories: tuple[Story, ...]
    held: tuple[HeldPlan, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Every body and setting."""
        return (*places.BODIES, *self.schools)


def plan(order: Order, told: Callable[[int], None] | None = None) -> Plan:
    """Plan an area. `told` hears how many stories have been told, for a progress bar."""
    schools = places.settings(order)
    teller = assessment.Plan(order, schools)
    asked = requests.drawn(order)
    taken_on = queue.taken_on(order, asked)
    stories: list[Story] = []
    for request in asked:
        story = assessment.story(teller, request, taken_on.get(request.number))
        if request.year or story.steps[-1].on >= order.begins:
            stories.append(story)
        if told:
            told(1)
    stories = awkward.made(teller, stories)
    chosen = personas.chosen(teller, stories)
    maintained = sum(_is_maintained(story, order.on) for story in chosen.stories)
    older = max(10, order.size.of(shares.PLANS_MAINTAINED) - maintained)
    return Plan(
        order=order,
        schools=schools,
        workers=people.workers(order, chosen.senco_at, tuple(school.key for school in schools)),
        visitors=chosen.visitors,
        stories=tuple(chosen.stories),
        held=held.plans(order, schools, older, order.size.of(3 * shares.CEASED_A_YEAR)),
    )


def years_of(planned: Plan) -> tuple[Year, ...]:
    """What comes out, year by year: requests received and plans issued in it, on time and after over a year."""
    found = []
    for first, last in planned.order.years():
        received = [day for s in planned.stories for day in awkward.requests_of(s) if first <= day <= last]
        took = [
            (step.on - _asked_on(story, step.on)).days
            for story in planned.stories
            for step in story.steps
            if isinstance(step, Issue) and first <= step.on <= last
        ]
        late = sum(days > 365 for days in took)
        found.append(Year(last, len(received), len(took), sum(days <= ON_TIME for days in took), late))
    return tuple(found)


def _asked_on(story: Story, issued_on: date) -> date:
    """The day of the request that a plan answers: the last one before it."""
    return max(day for day in awkward.requests_of(story) if day <= issued_on)


def _is_maintained(story: Story, on: date) -> bool:
    done: tuple[Step, ...] = story.until(on)
    return any(isinstance(step, Issue) for step in done) and not any(
        isinstance(step, News) and step.kind == "MOVED_TO_NEW_LA" for step in done
    )
