"""Writing the plan item by item: adding, changing, moving, taking out, putting back; and making items of a text.

Each works out what the version holds afterwards and leaves the rest to `plan_keeping.keep`, so that every item keeps
its history. Two people may work on one section at once; on one item too, and neither loses what they wrote.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, unique
from uuid import UUID, uuid4

from alongside.app import doing, plan_keeping, plan_rows
from alongside.app.actions import plan_sources, plans, versions
from alongside.app.actions.plan_sources import Quoted
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.plan_rows import Held
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import PlanSection
from alongside.core.plan import content as contents
from alongside.core.plan import items, readiness, thread
from alongside.core.plan.content import PlanContent, Source
from alongside.core.plan.items import Item, ItemKind
from alongside.core.plan.splitting import Proposal
from alongside.core.refusal import Refused
from alongside.records.models import PlanItem, PlanItemRevision


@unique
class Step(StrEnum):
    """Where an item goes."""

    UP = "UP"
    DOWN = "DOWN"
    OUT = "OUT"
    BACK = "BACK"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote of an item. `links` are the items that it is joined to; `dropped` the places, counted from
    0 in the revision that they saw, of the sources that it no longer rests on; `quoted` those that it now rests on.
    """

    parts: Mapping[str, str]
    links: frozenset[str] = frozenset()
    dropped: frozenset[int] = frozenset()
    quoted: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemCollision:
    """Two people saved one item. `base` is what both started from; `theirs` stands; `mine` is kept aside."""

    label: str
    base: Mapping[str, str]
    theirs: Mapping[str, str]
    mine: Mapping[str, str]
    revision: int
    saved_by: str
    saved_at: datetime


class ItemChanged(Refused):
    """Somebody else saved the item after this person opened it. Nothing is lost: both are here."""

    def __init__(self, collision: ItemCollision) -> None:
        super().__init__(
            f"{collision.saved_by or 'Somebody'} saved {collision.label} while you were writing. What you wrote is "
            "kept. Look at both, put together what should stand, and save again."
        )
        self.collision = collision


def add(case_id: UUID, section: PlanSection, kind: ItemKind, said: Said, *, by: Actor, at: datetime) -> UUID:
    """Add an item at the end of its section and return its thread."""
    parts = items.check(section, kind, said.parts)
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        before = _being_written(deed)
        new = uuid4()
        own = _items_in(before.content, section)
        item = Item(str(new), section, kind, len(own) + 1, parts)
        after = _with_items(before.content, section, (*own, item))
        sources = plan_sources.found(deed, said.quoted)
        _keep(deed, before, _saying(after, item, said.links, sources))
        return new


def change(case_id: UUID, thread_id: UUID, said: Said, seen: int, *, by: Actor, at: datetime) -> int:
    """Save what an item says and return its new revision. `seen` is the revision that the writer started from.

    Raises `ItemChanged` where somebody else changed its words meanwhile: theirs stand, these are kept aside. Links and
    sources that the writer did not touch stay as they are.
    """
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        before = _being_written(deed)
        row = _row(before, thread_id)
        item = plan_rows.item_of(row)
        parts = items.check(item.section, item.kind, said.parts)
        base = row.revisions.filter(revision=seen, is_aside=False).first()
        collision = _collision(row, item, base, parts)
        if collision is None:
            _keep(deed, before, _changed(deed, before, replace(item, parts=parts), said, base))
        else:
            _keep_aside(deed, row, parts, seen)
    if collision is not None:  # raised only now: what was kept aside must outlive the refusal
        raise ItemChanged(collision)
    return row.revision


def move(case_id: UUID, thread_id: UUID, step: Step, *, by: Actor, at: datetime) -> None:
    """Move an item one place, take it out of the version, or put it back at the end of its section."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        before = _being_written(deed)
        row = _row(before, thread_id, standing=step is not Step.BACK)
        item = plan_rows.item_of(row)
        own = list(_items_in(before.content, item.section))
        place = item.number - 1
        links: frozenset[str] = frozenset()
        if step is Step.OUT:
            own.pop(place)
        elif step is Step.BACK:
            own.append(item)
            links = _links_before(before, row)
        else:
            other = place + (1 if step is Step.DOWN else -1)
            if 0 <= other < len(own):
                own[place], own[other] = own[other], own[place]
        after = _with_items(before.content, item.section, own)
        if step is Step.BACK:
            sources = before.sources.get(item.thread, ())
            after = _saying(after, item, links, sources)
        _keep(deed, before, after)


def split(
    case_id: UUID,
    section: PlanSection,
    proposal: Proposal,
    seen: int,
    *,
    by: Actor,
    at: datetime,
) -> int:  # fmt: skip
    """Make items of a section's text, as a person confirmed them. Returns how many.

    The text as it was stays in the history of the section. Raises `Refused` where the section has items already, or
    somebody saved it after `seen`.
    """
    kind = items.KINDS.get(section, (ItemKind.VIEW,))[0]
    checked = [items.check(section, kind, parts) for parts in proposal.items]
    if not checked:
        raise Refused("No item is ticked, so the text stays as it is.")
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        before = _being_written(deed)
        if _items_in(before.content, section):
            raise Refused(f"Section {section} is made of items already. Add further ones one by one.")
        if before.sections[section].revision != seen:
            raise Refused(
                f"Somebody saved Section {section} after you opened it. Look at its text again first."
            )
        new = [Item(str(uuid4()), section, kind, number, parts) for number, parts in enumerate(checked, 1)]
        _keep(deed, before, _with_items(before.content, section, new, proposal.introduction.strip()))
        return len(new)


def _being_written(deed: CaseDeed) -> Held:
    plans.check_stage(deed)
    return plan_rows.held(versions.require_being_written(deed))


def _row(before: Held, thread_id: UUID, *, standing: bool = True) -> PlanItem:
    row = before.items.get(str(thread_id))
    if row is None or (row.number is None) == standing:
        raise NotFound
    return row


def _items_in(content: PlanContent, section: PlanSection) -> tuple[Item, ...]:
    return next(each.items for each in content.sections if each.section is section)


def _with_items(
    content: PlanContent, section: PlanSection, own: Iterable[Item], introduction: str | None = None
) -> PlanContent:
    """The same with these items in one section, numbered in their order; links and sources of the others go."""
    numbered = tuple(replace(item, number=number) for number, item in enumerate(own, start=1))
    sections = tuple(
        replace(
            each, items=numbered, introduction=each.introduction if introduction is None else introduction
        )
        if each.section is section
        else each
        for each in content.sections
    )
    known = {item.thread for each in sections for item in each.items}
    return PlanContent(
        sections,
        frozenset(pair for pair in content.links if known.issuperset(pair)),
        {thread_id: found for thread_id, found in content.sources.items() if thread_id in known},
    )


def _saying(content: PlanContent, item: Item, links: Iterable[str], sources: Sequence[Source]) -> PlanContent:
    """The same with one item joined to these others and resting on these sources."""
    known = {each.thread: each for each in content.items}
    pairs = {pair for pair in content.links if item.thread not in pair}
    for other in links:
        if other not in known:
            raise Refused(
                "An item that you ticked is no longer in the plan. Look at the list again.", field="links"
            )
        start, to = thread.oriented(known[item.thread], known[other])
        pairs.add((start.thread, to.thread))
    return PlanContent(
        content.sections, frozenset(pairs), {**content.sources, item.thread: tuple(dict.fromkeys(sources))}
    )


def _changed(
    deed: CaseDeed, before: Held, item: Item, said: Said, base: PlanItemRevision | None
) -> PlanContent:
    """The version with one item changed: its words as given, links and sources as far as the writer touched them."""
    own = [item if each.thread == item.thread else each for each in _items_in(before.content, item.section)]
    after = _with_items(before.content, item.section, own)
    now = {other for pair in before.links if item.thread in pair for other in pair} - {item.thread}
    saw = set(base.links) if base else now
    links = (now - (saw - said.links)) | (said.links - saw)
    were = [contents.source_of_json(each) for each in base.sources] if base else []
    dropped = {source for place, source in enumerate(were) if place in said.dropped}
    sources = [source for source in before.sources.get(item.thread, ()) if source not in dropped]
    return _saying(after, item, links, [*sources, *plan_sources.found(deed, said.quoted)])


def _links_before(before: Held, row: PlanItem) -> frozenset[str]:
    """What an item was joined to when it was taken out, as far as that still stands."""
    last = row.revisions.filter(is_aside=False).order_by("-revision").first()
    standing = {item.thread for item in before.content.items}
    return frozenset(last.links) & standing if last else frozenset()


def _keep(deed: CaseDeed, before: Held, after: PlanContent) -> None:
    contents.check(after)
    for section, text in after.texts().items():
        readiness.check_section_may_change(section, text)
        plans.check_length(section, text)
    plan_keeping.keep(deed, before, after)


def _collision(
    row: PlanItem, item: Item, base: PlanItemRevision | None, mine: Mapping[str, str]
) -> ItemCollision | None:
    if row.parts == mine or (base is not None and base.parts == row.parts):
        return None
    return ItemCollision(
        label=item.label,
        base=base.parts if base else {},
        theirs=row.parts,
        mine=mine,
        revision=row.revision,
        saved_by=row.changed_by.name if row.changed_by else "",
        saved_at=row.changed_at,
    )


def _keep_aside(deed: CaseDeed, row: PlanItem, parts: Mapping[str, str], seen: int) -> None:
    mine = row.revisions.filter(is_aside=True, saved_by=deed.by.account, revision=seen, parts=parts)
    if not mine.exists():
        row.revisions.create(
            authority_id=row.authority_id, case_id=row.case_id, revision=seen, change=plan_keeping.CHANGED,
            number=row.number, parts=parts, saved_at=deed.at, saved_by_id=deed.by.account, is_aside=True,
        )  # fmt: skip
        deed.note("PLAN_ITEM_KEPT_ASIDE", item=str(row.thread), seen=seen, stands=row.revision)
