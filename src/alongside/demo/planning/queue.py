"""The psychologists' queue: so many children a week are taken on, most of them whoever has waited longest.

The one bottleneck that is modelled as a queue and not drawn as a duration, because who waits depends on everybody
else. docs/explain/synthetic-county.md says what comes out and how it compares with the published timeliness.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from alongside.demo.chance import Chance
from alongside.demo.planning import shares, years
from alongside.demo.planning.requests import Asked
from alongside.demo.planning.years import Order

CAN_STILL_BE_ON_TIME = timedelta(days=44)
"""How long after the request a child must be taken on for the plan to be likely to come within twenty weeks."""
TO_THE_PLAN = timedelta(weeks=12)
"""From being taken on to the plan: the published figures are of the year in which plans were issued."""
AFTER_THE_END = 60
"""Weeks for which the queue runs on after the day of the build, so that every story can be told to its end."""


def taken_on(order: Order, asked: Iterable[Asked]) -> dict[int, date]:
    """The day on which a psychologist takes each assessment on, by the number of the request."""
    chance = Chance(order.seed, order.size, "queue")
    coming = sorted((a for a in asked if a.is_assessed), key=lambda a: (a.decided_on, a.number))
    spans = order.years(before=1)
    mondays = years.weeks_of(spans[0][0], spans[-1][1] + AFTER_THE_END * years.WEEK)
    waiting: list[Asked] = []
    found: dict[int, date] = {}
    free, position = 0.0, 0
    for monday in mondays:
        while position < len(coming) and coming[position].decided_on <= monday:  # type: ignore[operator]
            waiting.append(coming[position])
            position += 1
        year = _year_of(spans, monday + TO_THE_PLAN)
        free = min(free, 1.0) + shares.SLOTS_A_WEEK[year] * order.size.scale
        while free >= 1 and waiting:
            chosen = _next(chance, waiting, monday, shares.SLOTS_TO_SAVE[year])
            waiting.remove(chosen)
            free -= 1
            found[chosen.number] = years.working_day(
                monday + timedelta(days=chance.whole(0, 4)), order.calendar
            )
    return found


def _next(chance: Chance, waiting: Sequence[Asked], on: date, to_save: float) -> Asked:
    """Whoever has waited longest; or, for some of the places, whoever has least time left to be on time."""
    if chance.yes(to_save):
        in_time = [asked for asked in waiting if on - asked.received_on <= CAN_STILL_BE_ON_TIME]
        if in_time:
            return min(in_time, key=lambda asked: (asked.received_on, asked.number))
    return min(waiting, key=lambda asked: (asked.received_on, asked.number))


def _year_of(spans: Sequence[tuple[date, date]], day: date) -> int:
    for year, (_, last) in enumerate(spans):
        if day <= last:
            return year
    return len(spans) - 1
