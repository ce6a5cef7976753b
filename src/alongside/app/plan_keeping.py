"""What a deed changes in a version of the plan, written back to its rows.

An action works out what the version holds afterwards; `keep` finds what that changes, gives each item that changed
its next revision, and works out the sections' texts anew. So every way in, a form, a file or a split text, leaves the
same trace.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from alongside.app.bulk import Batch
from alongside.app.doing import CaseDeed
from alongside.app.plan_rows import Held, held
from alongside.core.plan import content as contents
from alongside.core.plan import item_words
from alongside.core.plan.content import PlanContent, Source
from alongside.core.plan.items import Item
from alongside.core.plan.thread import kind_of_link
from alongside.records.models import (
    PlanItem,
    PlanItemLink,
    PlanItemRevision,
    PlanItemSource,
    PlanSectionRevision,
    PlanSectionText,
    PlanVersion,
)

ADDED, CARRIED, CHANGED, MOVED = "ADDED", "CARRIED", "CHANGED", "MOVED"
TAKEN_OUT, PUT_BACK = "TAKEN_OUT", "PUT_BACK"


def keep(deed: CaseDeed, before: Held, after: PlanContent) -> None:
    """Within a deed: make the version hold this. Nothing is checked here: `contents.check` has been asked."""
    changes = _Changes(deed, before, after)
    for item in after.items:
        changes.standing(item)
    for thread, row in before.items.items():
        if row.number is not None and thread not in changes.kept:
            changes.gone(thread, row)
    changes.write()
    changes.note()
    written = set()
    for section in after.sections:
        own = before.sections[section.section]
        if own.written != section.introduction:
            own.written = section.introduction
            written.add(own.section)
    _settle(deed, before.sections.values(), after.texts(), written)


def settle(deed: CaseDeed, version: PlanVersion, rows: Sequence[PlanSectionText]) -> None:
    """Within a deed: keep sections of which only `written` has changed."""
    texts = {row.section: row.written for row in rows}
    written = set(texts)
    if version.items.filter(number__isnull=False, section__in=written).exists():
        content = held(version).content
        joins = content.thread.joins()
        for section in content.sections:
            if section.items and section.section in written:
                own = texts[section.section]
                texts[section.section] = item_words.section_text(own, section.items, joins)
    _settle(deed, rows, texts, written)


def carry(deed: CaseDeed, last: PlanVersion, version: PlanVersion) -> None:
    """Within a deed: the items of one version stand in the next with their links and sources."""
    content = held(last).content
    if content.items:
        empty = Held(version, {}, {}, frozenset(), {})
        changes = _Changes(deed, empty, content)
        for item in content.items:
            changes.standing(item, CARRIED)
        changes.write()


def section_revision(
    deed: CaseDeed, section: PlanSectionText, written: str, *, seen: int | None = None
) -> PlanSectionRevision:
    """What a section said, to be kept for ever. `seen` marks what was written upon an older one."""
    return PlanSectionRevision(
        authority_id=deed.case.authority_id,
        case=deed.case,
        section_text=section,
        revision=section.revision if seen is None else seen,
        text=section.text if seen is None else written,
        written=written,
        saved_at=deed.at,
        saved_by_id=deed.by.account,
        is_aside=seen is not None,
    )


def _settle(
    deed: CaseDeed,
    rows: Iterable[PlanSectionText],
    texts: Mapping[Any, str],
    written: set[str],
) -> None:
    """Keep the sections whose text is new, each as its next revision."""
    printed: dict[str, str] = dict(texts)
    changed = [
        row for row in rows if row.section in written or printed.get(row.section, row.text) != row.text
    ]
    for row in changed:
        row.text, row.revision = printed[row.section], row.revision + 1
        row.changed_at, row.changed_by_id = deed.at, deed.by.account
        deed.note(
            "PLAN_SECTION_SAVED", section=row.section, revision=row.revision, version=row.version.number
        )
    batch = Batch()
    batch.change(changed, ("text", "written", "revision", "changed_at", "changed_by_id"))
    batch.add([section_revision(deed, row, row.written) for row in changed])
    batch.send()


class _Changes:
    """What differs between the rows of a version and what it is to hold, gathered and then written at once."""

    def __init__(self, deed: CaseDeed, before: Held, after: PlanContent) -> None:
        self._deed, self._before, self._after = deed, before, after
        self._joined = {thread: _threads(items) for thread, items in after.thread.joins().items()}
        self._were = _partners(before.links)
        self._rows = dict(before.items)
        self._new: list[PlanItem] = []
        self._old: list[PlanItem] = []
        self._revisions: list[PlanItemRevision] = []
        self._sourced: list[str] = []
        self.kept: set[str] = set()

    def standing(self, item: Item, change: str = ADDED) -> None:
        """An item that the version holds afterwards."""
        self.kept.add(item.thread)
        row = self._before.items.get(item.thread)
        sources = tuple(self._after.sources.get(item.thread, ()))
        if row is None:
            row = PlanItem(version=self._before.version, thread=UUID(item.thread), **self._kept())
            row.revision = 0 if change is CARRIED else 1
            row.section, row.kind = item.section.value, item.kind.value
            self._rows[item.thread] = row
            self._new.append(row)
        else:
            found = self._change_of(row, item, sources)
            if not found:
                return
            change = found
            row.revision += 1
            self._old.append(row)
        if sources != self._before.sources.get(item.thread, ()):
            self._sourced.append(item.thread)
        row.number, row.parts = item.number, dict(item.parts)
        self._sign(row, change, sources)

    def gone(self, thread: str, row: PlanItem) -> None:
        """An item that is taken out. Its last links and its sources stay in its history."""
        row.number = None
        row.revision += 1
        self._old.append(row)
        self._sign(row, TAKEN_OUT, self._before.sources.get(thread, ()), self._were.get(thread, []))

    def write(self) -> None:
        """All of it, in one round trip."""
        batch = Batch()
        batch.add(self._new)
        batch.change(self._old, ("number", "parts", "revision", "changed_at", "changed_by_id"))
        batch.add(self._revisions)
        batch.add(self._links())
        batch.add(self._sources())
        batch.send()

    def note(self) -> None:
        """Say in the ledger which items were saved: references only."""
        saved = [f"{row.item.thread}/{row.revision}/{row.change}" for row in self._revisions]
        if saved:
            self._deed.note("PLAN_ITEMS_SAVED", version=self._before.version.number, items=saved)

    def _change_of(self, row: PlanItem, item: Item, sources: tuple[Source, ...]) -> str:
        if row.number is None:
            return PUT_BACK
        is_same = (
            row.parts == dict(item.parts)
            and self._were.get(item.thread, []) == self._joined[item.thread]
            and sources == self._before.sources.get(item.thread, ())
        )
        if is_same:
            return MOVED if row.number != item.number else ""
        return CHANGED

    def _sign(
        self, row: PlanItem, change: str, sources: Sequence[Source], links: list[str] | None = None
    ) -> None:
        row.changed_at, row.changed_by_id = self._deed.at, self._deed.by.account
        self._revisions.append(
            PlanItemRevision(
                item=row,
                revision=row.revision,
                change=change,
                number=row.number,
                parts=row.parts,
                links=self._joined.get(str(row.thread), []) if links is None else links,
                sources=[contents.source_as_json(source) for source in sources],
                saved_at=self._deed.at,
                saved_by_id=self._deed.by.account,
                **self._kept(),
            )
        )

    def _links(self) -> list[PlanItemLink]:
        lost = self._before.links - self._after.links
        if lost:
            ends = {(self._rows[start].id, self._rows[to].id) for start, to in lost}
            standing = self._before.version.item_links.values_list("id", "start", "to")
            gone = [id for id, start, to in standing if (start, to) in ends]
            PlanItemLink.objects.filter(id__in=gone).delete()
        items = {item.thread: item for item in self._after.items}
        return [
            PlanItemLink(
                version=self._before.version,
                kind=kind_of_link(items[start], items[to]).value,
                start=self._rows[start],
                to=self._rows[to],
                **self._kept(),
            )
            for start, to in sorted(self._after.links - self._before.links)
        ]

    def _sources(self) -> list[PlanItemSource]:
        old = [self._before.items[thread].id for thread in self._sourced if thread in self._before.sources]
        if old:
            PlanItemSource.objects.filter(item__in=old).delete()
        return [
            PlanItemSource(item=self._rows[thread], position=place, **_columns(source), **self._kept())
            for thread in self._sourced
            for place, source in enumerate(self._after.sources.get(thread, ()), start=1)
        ]

    def _kept(self) -> dict[str, Any]:
        return {"authority_id": self._deed.case.authority_id, "case": self._deed.case}


def _columns(source: Source) -> dict[str, Any]:
    cited = source.cited
    return {
        "advice_id": UUID(cited.advice) if cited.advice else None,
        "advice_kind": cited.kind,
        "author_name": cited.author,
        "author_post": cited.post,
        "written_on": cited.written_on,
        "question": source.question,
        "page": source.page,
        "paragraph": source.paragraph,
        "quotation": source.quotation,
    }


def _threads(items: Iterable[Item]) -> list[str]:
    return sorted(item.thread for item in items)


def _partners(links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for start, to in links:
        found.setdefault(start, set()).add(to)
        found.setdefault(to, set()).add(start)
    return {thread: sorted(others) for thread, others in found.items()}
