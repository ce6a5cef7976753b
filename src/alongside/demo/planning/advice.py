"""When each adviser answers, and who has to be reminded."""

from collections.abc import Mapping
from datetime import date, timedelta

from alongside.core.case.codes import AdviceKind
from alongside.core.case.required_advice import SENSORY_NEEDS, YEAR_9, school_year
from alongside.demo.chance import Chance
from alongside.demo.planning import shares, years
from alongside.demo.planning.story import Advise, Allocate, Chase, Child, Step
from alongside.demo.planning.years import Order

K = AdviceKind
SIX_WEEKS = timedelta(weeks=6)
MOST_REMINDERS = 2
FAMILY_NOTHING = 0.18
"""How often a family has nothing to add to what it wrote when it asked."""


def kinds(child: Child, on: date) -> tuple[AdviceKind, ...]:
    """Whose advice the law requires for this child on a day (SEND Regulations 2014 reg 6(1) and (2))."""
    found = [K.PARENT_OR_YOUNG_PERSON, K.EDUCATIONAL, K.MEDICAL, K.PSYCHOLOGICAL, K.SOCIAL_CARE]
    if school_year(child.born_on, on=on) >= YEAR_9:
        found.append(K.PREPARING_FOR_ADULTHOOD)
    if set(child.needs) & SENSORY_NEEDS:
        found.append(K.SENSORY)
    return tuple(found)


def answers(
    chance: Chance, order: Order, child: Child, asked_on: date, taken_on: date
) -> Mapping[AdviceKind, Advise]:
    """The day on which each answers. The psychologist's runs from the day the child is taken on."""
    found = {}
    for kind in kinds(child, asked_on):
        began = max(taken_on, asked_on) if kind is K.PSYCHOLOGICAL else asked_on
        after, nothing = _takes(chance, kind)
        day = began + after
        at_school = kind is K.EDUCATIONAL and child.school
        day = years.in_school(day, order.calendar) if at_school else years.working_day(day, order.calendar)
        found[kind] = Advise(day, kind, nothing)
    return found


def _takes(chance: Chance, kind: AdviceKind) -> tuple[timedelta, bool]:
    """How long an answer takes, and whether it is that there is nothing to add."""
    if kind is K.PSYCHOLOGICAL:
        return chance.lognormal_weeks(5.5, 0.22), False
    if kind is K.MEDICAL:
        late = timedelta(days=chance.whole(14, 70)) if chance.yes(shares.HEALTH_LATE) else timedelta()
        return chance.lognormal_weeks(5.5, 0.25) + late, chance.yes(0.08)
    if kind is K.SOCIAL_CARE:
        if chance.yes(shares.SOCIAL_CARE_UNKNOWN):
            return timedelta(days=chance.whole(2, 21)), True
        return chance.lognormal_weeks(5.0, 0.3), False
    if kind is K.EDUCATIONAL:
        return chance.lognormal_weeks(3.0, 0.4), False
    if kind is K.PARENT_OR_YOUNG_PERSON:
        return timedelta(days=chance.whole(3, 34)), chance.yes(FAMILY_NOTHING)
    return chance.lognormal_weeks(4.5, 0.3), False


def steps(chance: Chance, order: Order, found: Mapping[AdviceKind, Advise], taken_on: date) -> list[Step]:
    """The allocation, the answers, and the reminders of those that come late."""
    steps: list[Step] = []
    for kind, answer in found.items():
        steps.append(answer)
        if kind is K.PSYCHOLOGICAL and taken_on < answer.on:
            steps.append(Allocate(taken_on, kind))
    return steps


def reminders(chance: Chance, order: Order, found: Mapping[AdviceKind, Advise], asked_on: date) -> list[Step]:
    """A reminder when the six weeks are over, and more while nothing comes."""
    steps: list[Step] = []
    for kind, answer in found.items():
        if kind is K.PARENT_OR_YOUNG_PERSON:
            continue
        day = asked_on + SIX_WEEKS + timedelta(days=chance.whole(1, 6))
        for _ in range(MOST_REMINDERS):
            on = years.working_day(day, order.calendar)
            if on >= answer.on:
                break
            steps.append(Chase(on, kind))
            day += timedelta(days=chance.whole(20, 60))
    return steps
