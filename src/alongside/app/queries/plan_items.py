"""The items of a section as officers write them: the list, and one item with all that it can rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import plan_rows, seeing
from alongside.app.actions.plan_sources import title_of
from alongside.app.actor import Actor
from alongside.app.plan_rows import Held
from alongside.app.queries import advice, cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import thread
from alongside.core.plan.content import Source
from alongside.core.plan.items import KINDS, Item, ItemKind
from alongside.core.plan.thread import Loose
from alongside.records.models import Advice, PlanItem, PlanItemRevision, PlanVersion


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in the list of its section. `loose` says in which directions it hangs loose."""

    item: Item
    joined: tuple[Item, ...]
    sources: int
    loose: tuple[Loose, ...]
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class SectionItems:
    """The items of a section of the version that is being written, and those that were taken out of it."""

    items: tuple[ItemLine, ...]
    taken_out: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One source. `source` is None where this reader may not read that advice. `question` is what its form asks."""

    place: int
    source: Source | None
    question: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One answer that can be quoted: its key, what the form asks, and the words."""

    key: str
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class AdviceToQuote:
    """One piece of advice that an item can rest on, the answers first that are about what the item is."""

    id: UUID
    kind: AdviceKind
    author: str
    written_on: date
    passages: tuple[Passage, ...]
    document: UUID | None


@dataclass(frozen=True, slots=True)
class ItemSaved:
    """What an item said once. `is_aside`: it never stood, because somebody else had saved meanwhile."""

    version: int
    revision: int
    change: str
    parts: Mapping[str, str]
    sources: int
    saved_at: datetime
    saved_by: str
    is_aside: bool


@dataclass(frozen=True, slots=True)
class ItemEditor:
    """One item to be written; a new one has no item and revision 0. `offered` are those that it can be joined to."""

    head: CaseHead
    version: int
    section: PlanSection
    kind: ItemKind
    item: Item | None
    revision: int
    offered: tuple[Item, ...]
    joined: frozenset[str]
    sources: tuple[SourceRead, ...]
    advice: tuple[AdviceToQuote, ...]
    history: tuple[ItemSaved, ...]


def of_section(view: CaseView, section: PlanSection) -> SectionItems:
    """The items of one section of a case that is open already."""
    held = being_written(view)
    content = held.content
    joins = content.thread.joins()
    loose: dict[str, list[Loose]] = {}
    for orphan in thread.orphans(content.thread):
        loose.setdefault(orphan.item.thread, []).append(orphan.loose)
    lines = tuple(
        ItemLine(
            item=item,
            joined=joins[item.thread],
            sources=len(content.sources.get(item.thread, ())),
            loose=tuple(loose.get(item.thread, ())),
            changed_at=held.items[item.thread].changed_at,
            changed_by=_name(held.items[item.thread]),
        )
        for item in content.items
        if item.section is section
    )
    gone = [row for row in held.items.values() if row.number is None and row.section == section]
    gone.sort(key=lambda row: row.changed_at)
    return SectionItems(lines, tuple(plan_rows.item_of(row) for row in gone))


def new(case_id: UUID, section: PlanSection, kind: ItemKind | None, *, by: Actor, at: datetime) -> ItemEditor:
    """What the page that adds an item shows. Without a kind, the first of the section."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        kinds = KINDS.get(section, ())
        chosen = kind or (kinds[0] if kinds else None)
        if chosen is None or chosen not in kinds:
            raise NotFound
        return _editor(view, being_written(view), section, chosen, None)


def one(case_id: UUID, section: PlanSection, thread_id: UUID, *, by: Actor, at: datetime) -> ItemEditor:
    """One item of the version that is being written, with its history over all versions."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        held = being_written(view)
        row = held.items.get(str(thread_id))
        if row is None or row.number is None or row.section != section:
            raise NotFound
        return _editor(view, held, section, ItemKind(row.kind), row)


def being_written(view: CaseView) -> Held:
    """The version that officers are writing. Raises `NotFound` where there is none."""
    version = PlanVersion.objects.filter(case=view.case, state="WRITING").first()
    if version is None:
        raise NotFound
    return plan_rows.held(version)


def source_read(view: CaseView, place: int, source: Source, forms: Mapping[str, Advice]) -> SourceRead:
    """A source as this reader may have it. `forms` are the pieces of advice by id, for what their forms ask."""
    if not advice.may_read(view, AdviceKind(source.cited.kind)):
        return SourceRead(place, None, "")
    row = forms.get(source.cited.advice)
    question = title_of(row, source.question) if row and source.question else source.question
    return SourceRead(place, source, question)


def _editor(
    view: CaseView, held: Held, section: PlanSection, kind: ItemKind, row: PlanItem | None
) -> ItemEditor:
    content = held.content
    item = plan_rows.item_of(row) if row else None
    rows = _advice(view)
    forms = {str(each.id): each for each in rows}
    sources = held.sources.get(item.thread, ()) if item else ()
    return ItemEditor(
        head=cases.head_of(view),
        version=held.version.number,
        section=section,
        kind=kind,
        item=item,
        revision=row.revision if row else 0,
        offered=tuple(each for each in content.items if each.kind in thread.partners(kind)),
        joined=frozenset(each.thread for each in content.thread.joins()[item.thread])
        if item
        else frozenset(),
        sources=tuple(source_read(view, place, source, forms) for place, source in enumerate(sources)),
        advice=tuple(_to_quote(each, kind) for each in rows if advice.may_read(view, AdviceKind(each.kind))),
        history=_history(view, item) if item else (),
    )


def _advice(view: CaseView) -> Sequence[Advice]:
    rows = Advice.objects.filter(case=view.case, nothing_to_add=False)
    return list(rows.order_by("kind", "submitted_at", "id"))


def _to_quote(row: Advice, kind: ItemKind) -> AdviceToQuote:
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    passages = [
        Passage(key, advice_forms.title_of(form, key), row.answers[key])
        for key in advice_forms.keys(form)
        if row.answers.get(key)
    ]
    about = kind.value.lower() + "_"  # answers to the question for this very thing come first
    passages.sort(key=lambda passage: not passage.key.startswith(about))
    return AdviceToQuote(
        row.id, AdviceKind(row.kind), row.author_name, row.written_on, tuple(passages), row.document_id
    )


def _history(view: CaseView, item: Item) -> tuple[ItemSaved, ...]:
    rows = PlanItemRevision.objects.filter(case=view.case, item__thread=item.thread)
    rows = rows.select_related("saved_by", "item__version")
    return tuple(
        ItemSaved(
            version=row.item.version.number,
            revision=row.revision,
            change=row.change,
            parts=row.parts,
            sources=len(row.sources),
            saved_at=row.saved_at,
            saved_by=row.saved_by.name if row.saved_by else "",
            is_aside=row.is_aside,
        )
        for row in rows.order_by("-item__version__number", "-revision", "-is_aside", "-saved_at")
    )


def _name(row: PlanItem) -> str:
    return row.changed_by.name if row.changed_by else ""
