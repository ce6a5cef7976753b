"""Whose case the families of the demo have: a story that stands today where there is something to try."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alongside.core.access.relations import rights_pass_on
from alongside.core.case.codes import AdviceKind, Channel
from alongside.demo.planning import awkward, names
from alongside.demo.planning.assessment import Plan
from alongside.demo.planning.people import FAMILY_ABOUT, Visitor
from alongside.demo.planning.story import (
    Advise,
    Comment,
    Consult,
    DecideToAssess,
    DecideToIssue,
    Issue,
    Register,
    Relative,
    SeeParent,
    ServeDraft,
    Story,
    Withdraw,
    Write,
    WriteBack,
)
from alongside.demo.planning.years import same_day

NAMES = {
    "late-mother": "Petra Calloway",
    "late-father": "Otto Brandreth",
    "draft-parent": "Farida Nasser",
    "young-person": "Yuki Tamm",
    "supporter": "Bea Hollins",
    "stranger": "Stan Everard",
}
SERVED_WITHIN = timedelta(days=17)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The stories with their personas, the personas' accounts, and the school of the SENCO whom anybody can be."""

    stories: list[Story]
    visitors: tuple[Visitor, ...]
    senco_at: str


def chosen(plan: Plan, stories: list[Story]) -> Chosen:
    """Give each family persona a story. Where none fits exactly, the nearest one is bent until it does."""
    on = plan.order.on
    found = list(stories)
    late = _pick(found, on, _is_late_in_assessment)
    found[late] = _unanswered(_two_homes(found[late]), on)
    draft = _pick(found, on, _has_draft, not_these=(late,))
    found[draft] = _with_draft(found[draft])
    young = _pick(found, on, _is_assessing, not_these=(late, draft))
    found[young] = _seventeen(found[young], on)
    found = [_asked_by_the_same(told, was) for told, was in zip(found, stories, strict=True)]
    visitors = tuple(
        Visitor(key, name, names.email(name, 1), FAMILY_ABOUT[key]) for key, name in NAMES.items()
    )
    return Chosen(found, visitors, _school_with_work(found, on))


def _pick(
    stories: list[Story], on: date, rank: Callable[[Story, date], int], not_these: tuple[int, ...] = ()
) -> int:
    """The story that fits best, the latest request first among equals."""
    open_ones = [at for at, s in enumerate(stories) if at not in not_these and _is_open(s, on)]
    return max(open_ones, key=lambda at: (rank(stories[at], on), at))


def _is_open(story: Story, on: date) -> bool:
    done = story.until(on)
    ended = any(isinstance(step, Issue | Withdraw) for step in done)
    refused = any(isinstance(step, DecideToAssess | DecideToIssue) and not step.met for step in story.steps)
    return bool(done) and not ended and not refused and not any(step.on == on for step in done)


def _is_late_in_assessment(story: Story, on: date) -> int:
    """Best: more than twenty weeks gone, the psychologist still awaited, the child young enough to have no rights."""
    days = (on - awkward.received_on(story)).days
    waiting = any(
        isinstance(s, Advise) and s.kind is AdviceKind.PSYCHOLOGICAL and s.on > on for s in story.steps
    )
    young = len(story.family) == sum(who.relation == "PARENT" for who in story.family)
    return (4 if 140 < days < 330 else 0) + 3 * waiting + 4 * young + (days > 90)


def _has_draft(story: Story, on: date) -> int:
    served = [s.on for s in story.steps if isinstance(s, ServeDraft) and s.on <= on]
    young = len(story.family) == sum(who.relation == "PARENT" for who in story.family)
    return (10 if served and on - served[-1] < SERVED_WITHIN else 0) + 5 * bool(served) + 2 * young


def _is_assessing(story: Story, on: date) -> int:
    """Best: an older child in mid-assessment who is seventeen already."""
    aged = (on - story.child.born_on).days // 365
    assessing = any(isinstance(s, DecideToAssess) and s.met for s in story.until(on))
    drafted = any(isinstance(s, ServeDraft) for s in story.until(on))
    return 4 * assessing - 4 * drafted + (aged if aged <= 17 else 0)


def _two_homes(story: Story) -> Story:
    """A mother whose address is withheld, a father elsewhere, and the supporter whom the mother asked."""
    child, first = story.child, story.family[0]
    mother = replace(
        first, relationship="mother", name=NAMES["late-mother"], email=names.email(NAMES["late-mother"], 1),
        agreed_to_email=True, address_withheld=True, persona="late-mother",
    )  # fmt: skip
    father = Relative(
        "PARENT", "father", NAMES["late-father"], names.email(NAMES["late-father"], 1), "01632 960777",
        "9 Far Street\nZN28 4XY", agreed_to_email=False, persona="late-father",
    )  # fmt: skip
    supporter = Relative(
        "SUPPORTER", "SENDIASS", NAMES["supporter"], names.email(NAMES["supporter"], 1), "01632 960888", "",
        persona="supporter",
    )  # fmt: skip
    others = tuple(who for who in story.family if who.relation == "YOUNG_PERSON")
    surname = NAMES["late-mother"].split()[-1]
    return replace(
        story,
        child=replace(child, surname=surname),
        family=(mother, father, *others, supporter),
        persona="late",
    )


def _unanswered(story: Story, on: date) -> Story:
    """The mother wrote nine days ago and has had no answer: the promise is broken, and her page says so."""
    kept = [step for step in story.steps if not isinstance(step, Write | WriteBack)]
    wrote = [
        Write(on - timedelta(days=40), 0, Channel.ONLINE),
        Write(on - timedelta(days=11), 0, Channel.ONLINE),
    ]
    return replace(story, steps=awkward.in_order([*kept, *wrote, WriteBack(on - timedelta(days=36), 0)]))


def _with_draft(story: Story) -> Story:
    """One parent, with the draft served within the last days and nothing said about it yet."""
    parent = replace(
        story.family[0], name=NAMES["draft-parent"], email=names.email(NAMES["draft-parent"], 1),
        agreed_to_email=True, persona="draft-parent", address_withheld=False,
    )  # fmt: skip
    steps = tuple(
        step
        for step in story.steps
        if not isinstance(step, Comment) and not (isinstance(step, SeeParent) and step.relative > 0)
    )
    steps = tuple(
        replace(step, relative=0) if isinstance(step, Write | WriteBack) else step for step in steps
    )
    others = tuple(who for who in story.family[1:] if who.relation == "YOUNG_PERSON")
    surname = NAMES["draft-parent"].split()[-1]
    return replace(
        story, child=replace(story.child, surname=surname), family=(parent, *others), steps=steps,
        persona="draft",
    )  # fmt: skip


def _seventeen(story: Story, on: date) -> Story:
    """A young person of seventeen, who holds the rights."""
    forename, surname = NAMES["young-person"].split()
    born_on = same_day(on, 17) - timedelta(days=120)
    child = replace(story.child, forename=forename, surname=surname, known_as="", born_on=born_on, sex="F")
    themself = Relative(
        "YOUNG_PERSON", "young person", NAMES["young-person"], names.email(NAMES["young-person"], 1), "",
        story.family[0].address, agreed_to_email=True, persona="young-person",
    )  # fmt: skip
    parents = tuple(who for who in story.family if who.relation == "PARENT")
    assert rights_pass_on(born_on) <= on
    return replace(story, child=child, family=(*parents, themself), persona="young")


def _asked_by_the_same(story: Story, before: Story) -> Story:
    """Where somebody of the family asked, it is still the same person under the new name."""
    renamed = {old.name: new.name for old, new in zip(before.family, story.family, strict=False)}
    first = story.steps[0]
    if not isinstance(first, Register) or first.requested_by not in renamed:
        return story
    return replace(story, steps=(replace(first, requested_by=renamed[first.requested_by]), *story.steps[1:]))


def _school_with_work(stories: list[Story], on: date) -> str:
    """The school that has most to answer today: advice that it was asked for, then consultations."""
    waiting: dict[str, int] = {}
    for story in stories:
        done = {type(step) for step in story.until(on)}
        for step in story.steps:
            if isinstance(step, Advise) and step.kind is AdviceKind.EDUCATIONAL and step.on > on:
                if DecideToAssess in done and story.child.school:
                    waiting[story.child.school] = waiting.get(story.child.school, 0) + 3
            elif isinstance(step, Consult) and step.on <= on:
                for key in step.settings:
                    waiting[key] = waiting.get(key, 0) + (0 if Issue in done else 1)
    return max(sorted(waiting), key=lambda key: waiting[key])
