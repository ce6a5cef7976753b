"""Builds an area: plans it, enters its people, opens every case in the order of time, and plays the stories."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from alongside.app import ports
from alongside.app.actions import earlier
from alongside.app.queries import accounts
from alongside.core.refusal import Refused
from alongside.demo.planning import county
from alongside.demo.planning.county import Plan, Year
from alongside.demo.planning.places import AUTHORITY
from alongside.demo.planning.story import Step, Story
from alongside.demo.planning.years import Order, Size
from alongside.demo.playing import opening, papers, playing, troupe
from alongside.demo.playing import world as entering
from alongside.demo.playing.troupe import Opened, Stage
from alongside.demo.playing.world import World

Tell = Callable[[str, int, int], None]
"""Told how far a phase is: its name, how many are done since the last time, and how many there are."""

PUBLISHED_ON_TIME = (4.0, 53.7, 38.5)
"""Oxfordshire 2022, 2023 and 2024, exceptions left out. Shown beside what comes out; nothing is fitted to it."""
OPENED_AT_A_TIME, HELD_AT_A_TIME = 8, 60
PRINTED_DAYS = {Size.TINY: 0, Size.SMALL: 21, Size.COUNTY: 7}
"""How far back letters are printed as PDF and Word, by size, if nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, to be set beside what an area like it has published."""

    plan: Plan
    years: tuple[Year, ...]
    cases: int
    deeds: int


def build(order: Order, tell: Tell, *, processes: int = 2, printed_days: int | None = None) -> Built:
    """Build the area that the order describes, into records that hold nothing yet."""
    days = PRINTED_DAYS[order.size] if printed_days is None else printed_days
    plan = county.plan(order, lambda count: tell("Planning", count, 0))
    world = entering.entered(plan)
    stage = Stage(world, order.on - timedelta(days=days))
    opened = _open(stage, plan, tell)
    _enter_held(world, plan, tell)
    for count in troupe.played(stage, opened, processes):
        tell("Histories", count, len(opened))
    _settle(world, order.on)
    deeds = sum(len(_done(each.story, order.on)) for each in opened)
    return Built(plan, county.years_of(plan), len(opened) + len(plan.held), deeds)


def check_empty() -> None:
    """Refuse records that hold something already: a synthetic area is never mixed into another."""
    if accounts.personas(AUTHORITY, at=ports.now()) or accounts.authority_face(AUTHORITY).email:
        raise Refused(
            "The records hold an area already. Run this with --fresh to throw it away, or give the new one a place of "
            "its own: set ALONGSIDE_HOME to another folder."
        )


def summary(built: Built) -> str:
    """What came out, year by year, beside what was published for an area like it."""
    lines = [f"Built {built.cases:,} cases with {built.deeds:,} deeds.", ""]
    lines.append("12 months to    requests   plans   on time   (published on time)")
    for year, published in zip(built.years, PUBLISHED_ON_TIME, strict=True):
        share = 100 * year.on_time / year.plans if year.plans else 0
        lines.append(
            f"{year.ends_on:%d %b %Y}    {year.requests:>8,}  {year.plans:>6,}   {share:>5.1f} %   ({published} %)"
        )
    return "\n".join(lines)


def _open(stage: Stage, plan: Plan, tell: Tell) -> list[Opened]:
    """Every request is registered, the earliest first, so that references and owners come as they would have."""
    stories = sorted(
        (story for story in plan.stories if _done(story, stage.world.on)), key=lambda story: story.steps[0].on
    )
    found: list[Opened] = []
    with papers.sparing(troupe.text_maker(), stage.printed_since) as maker:
        for some in _parts(stories, OPENED_AT_A_TIME):
            maker.wants_all = any(story.persona for story in some)
            ids = opening.opened(stage.world, some)
            found += [Opened(story, *each) for story, each in zip(some, ids, strict=True)]
            tell("Requests", len(some), len(stories))
    return found


def _enter_held(world: World, plan: Plan, tell: Tell) -> None:
    held = sorted(plan.held, key=lambda each: each.entered_on)
    for at in range(0, len(held), HELD_AT_A_TIME):
        some = held[at : at + HELD_AT_A_TIME]
        playing.enter_held(world, some, plan.schools)
        tell("Earlier plans", len(some), len(held))


def _settle(world: World, on: date) -> None:
    """The messages of the past have gone, and the database knows its own tables."""
    at = ports.noon(on)
    earlier.count_messages_as_sent(at, by=world.service, at=at)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _parts(stories: Sequence[Story], size: int) -> list[Sequence[Story]]:
    return [stories[at : at + size] for at in range(0, len(stories), size)]


def _done(story: Story, on: date) -> tuple[Step, ...]:
    return story.until(on)
