"""What real areas have and tidy examples leave out: made of stories that are there, so that no count changes.

Late logging, corrections, exceptions, withdrawals, disputes, addresses withheld and birthdays come by themselves
from their shares. Here stand those that would come too seldom to be met in a small area.
"""

from dataclasses import replace
from datetime import date, timedelta

from alongside.core.case.codes import RequestSource
from alongside.core.case.required_advice import SENSORY_NEEDS
from alongside.demo.chance import Chance
from alongside.demo.planning import assessment, drafting, names, shares, years
from alongside.demo.planning.assessment import Plan
from alongside.demo.planning.story import (
    Advise,
    AnswerComments,
    AskAgain,
    DecideToAssess,
    Issue,
    News,
    RecordException,
    Register,
    ServeDraft,
    Step,
    Story,
)

AFTER_CHRISTMAS_POST = timedelta(days=24)
"""By then a draft posted just before Christmas has arrived and its fifteen days are over."""
MONTHS_LATER = timedelta(days=150)
"""How long after a refusal, or after what was done about it, a family asks again at the earliest."""
PAIRS_IN = 40
"""One pair of twins and one of siblings in so many stories."""


def made(plan: Plan, stories: list[Story]) -> list[Story]:
    """The same stories, some of them made awkward."""
    chance = Chance(plan.order.seed, plan.order.size, "awkward")
    found = _ask_again(chance.stream("again"), list(stories))
    for number, name in enumerate(names.hard_names()):
        at = (number + 1) * len(found) // (len(names.hard_names()) + 2)
        found[at] = _renamed(found[at], *name)
    for _ in range(max(1, len(found) // PAIRS_IN)):
        _twins(chance, found)
        _siblings(chance, found)
    _bank_holiday(plan, found)
    _christmas_post(plan, found)
    _exception(plan, found)
    _moves_in(plan, found)
    return found


def received_on(story: Story) -> date:
    """The day on which the first request of a story came."""
    return requests_of(story)[0]


def requests_of(story: Story) -> list[date]:
    """The days on which the requests of a story came, the first and any after a refusal."""
    return [step.received_on for step in story.steps if isinstance(step, Register)]


def _ask_again(chance: Chance, stories: list[Story]) -> list[Story]:
    """Some families ask again months after a refusal: a later request becomes the second one of the same child."""
    gone: set[int] = set()
    for at, first in enumerate(stories):
        if (
            at in gone
            or not _was_refused_for_good(first)
            or not chance.yes(shares.SECOND_REQUEST_AFTER_REFUSAL)
        ):
            continue
        after = max(step.on for step in first.steps if isinstance(step, DecideToAssess | News)) + MONTHS_LATER
        later = next(
            (
                n
                for n in range(at + 1, len(stories))
                if n not in gone and _could_be_again(stories[n], first, after)
            ),
            None,
        )
        if later is not None:
            gone.add(later)
            stories[at] = _joined(first, stories[later])
    return [story for at, story in enumerate(stories) if at not in gone]


def _was_refused_for_good(story: Story) -> bool:
    refused = any(isinstance(step, DecideToAssess) and not step.met for step in story.steps)
    return refused and _is_young(story) and not any(isinstance(step, Advise) for step in story.steps)


def _could_be_again(story: Story, first: Story, after: date) -> bool:
    same_needs = SENSORY_NEEDS.isdisjoint(story.child.needs) and SENSORY_NEEDS.isdisjoint(first.child.needs)
    same_post = drafting.has_post(story.family) == drafting.has_post(
        first.family
    )  # the days of service depend on it
    comes_later = type(story.steps[0]) is Register and received_on(story) >= after
    return comes_later and _is_young(story) and same_needs and same_post


def _is_young(story: Story) -> bool:
    """No advice on adulthood is due and no rights pass in the time of the story: under eleven when it began."""
    return (story.steps[0].on - story.child.born_on).days < 11 * 365


def _joined(first: Story, second: Story) -> Story:
    opening = second.steps[0]
    assert isinstance(opening, Register)
    again = AskAgain(
        opening.on,
        opening.received_on,
        opening.source,
        opening.channel,
        first.family[0].name,
        opening.late_reason,
    )
    kept = [step for step in first.steps if step.on < opening.on]
    joined = in_order([*kept, again, *second.steps[1:]])
    return replace(first, steps=joined, setting_asked=second.setting_asked, placement=second.placement)


def _renamed(story: Story, forename: str, surname: str, known_as: str) -> Story:
    child = replace(story.child, forename=forename, surname=surname, known_as=known_as)
    family = tuple(
        replace(who, name=f"{forename} {surname}") if who.relation == "YOUNG_PERSON" else who
        for who in story.family
    )
    return replace(story, child=child, family=family)


def _twins(chance: Chance, stories: list[Story]) -> None:
    """A second child of the same home, born the same day, in the same school, asked for in the same weeks."""
    at = chance.whole(0, len(stories) - 2)
    first, second = stories[at], stories[at + 1]
    near = abs((first.child.born_on - second.child.born_on).days) < 700
    if (
        near and _is_young(first) and _is_young(second)
    ):  # what comes with age was planned for another birthday
        twin = replace(second.child, born_on=first.child.born_on, school=first.child.school,
                       language=first.child.language)  # fmt: skip
        stories[at + 1] = _at_home_of(first, replace(second, child=twin)) or second


def _siblings(chance: Chance, stories: list[Story]) -> None:
    """An older or younger child of the same home, some time later."""
    at = chance.whole(0, len(stories) - 1)
    later = chance.whole(0, len(stories) - 1)
    first, second = stories[min(at, later)], stories[max(at, later)]
    if first is not second:
        stories[max(at, later)] = _at_home_of(first, second) or second


def _at_home_of(first: Story, second: Story) -> Story | None:
    """The second story with the parents and the address of the first; None where their letters go another way."""
    if len(first.family) != len(second.family):
        return None
    family = tuple(
        one if two.relation == one.relation == "PARENT" else two
        for one, two in zip(first.family, second.family, strict=True)
    )
    if drafting.has_post(family) != drafting.has_post(second.family):  # the days of service depend on it
        return None
    named = {two.name: one.name for one, two in zip(family, second.family, strict=True)}
    opening = second.steps[0]
    if isinstance(opening, Register):
        opening = replace(opening, requested_by=named.get(opening.requested_by, opening.requested_by))
    home = first.child
    child = replace(second.child, surname=home.surname, address=home.address, postcode=home.postcode)
    return replace(second, child=child, family=family, steps=(opening, *second.steps[1:]))


def _bank_holiday(plan: Plan, stories: list[Story]) -> None:
    """Where no request came on a bank holiday, the first one typed just after one did."""
    calendar = plan.order.calendar
    holidays = {day for day in calendar.bank_holidays if plan.order.begins <= day <= plan.order.on}
    if any(received_on(story) in holidays for story in stories):
        return
    for at, story in enumerate(stories):
        step = story.steps[0]
        for back in range(1, 4):
            day = step.on - timedelta(days=back)
            if isinstance(step, Register) and day in holidays and step.on - day <= timedelta(days=3):
                stories[at] = replace(story, steps=(replace(step, received_on=day), *story.steps[1:]))
                return


def _christmas_post(plan: Plan, stories: list[Story]) -> None:
    """The draft that was served nearest before a Christmas goes by post: the days of service cross the holiday."""
    best: tuple[int, int] | None = None
    served_in: dict[int, int] = {}
    for at, story in enumerate(stories):
        for step in story.until(plan.order.on):
            if isinstance(step, ServeDraft) and step.on.month == 12 and step.on.day <= 24:
                best = max(best or (0, 0), (step.on.day, at))
                served_in[at] = step.on.year
    if best is not None:
        story = stories[best[1]]
        by_post = tuple(replace(who, agreed_to_email=False) for who in story.family)
        served_on = date(served_in[best[1]], 12, best[0])
        earliest = years.working_day(served_on + AFTER_CHRISTMAS_POST, plan.order.calendar)
        steps = [
            replace(step, on=max(step.on, earliest)) if isinstance(step, AnswerComments | Issue) else step
            for step in story.steps
        ]
        stories[best[1]] = replace(story, family=by_post, steps=in_order(steps))


def _exception(plan: Plan, stories: list[Story]) -> None:
    """One exception at least, where the share is too small for any."""
    if any(isinstance(step, RecordException) for story in stories for step in story.until(plan.order.on)):
        return
    for at, story in enumerate(stories):
        decided = next((s.on for s in story.steps if isinstance(s, DecideToAssess) and s.met), None)
        if decided is None or not any(isinstance(step, Issue) for step in story.until(plan.order.on)):
            continue
        away = assessment.absence(decided, received_on(story) + assessment.TWENTY_WEEKS, plan.order.calendar)
        if away and all(step.on != away[0].on for step in story.steps):
            stories[at] = replace(story, steps=in_order([*story.steps, *away]))
            return


def _moves_in(plan: Plan, stories: list[Story]) -> None:
    """A child who moves in while another area assesses: that area passes the request on, and the clock runs here."""
    for at in range(len(stories) // 3, len(stories)):
        step = stories[at].steps[0]
        if type(step) is Register and any(isinstance(s, Issue) for s in stories[at].steps):
            passed_on = replace(
                step, source=RequestSource.OTHER,
                requested_by="the SEND team of the area that the family moved from, with the advice gathered there",
            )  # fmt: skip
            child = replace(stories[at].child, school="")
            stories[at] = replace(stories[at], child=child, steps=(passed_on, *stories[at].steps[1:]))
            return


def in_order(steps: list[Step]) -> tuple[Step, ...]:
    """Steps by their day; those of one day stay as they were."""
    return tuple(sorted(steps, key=lambda step: step.on))
