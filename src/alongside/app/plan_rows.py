"""The rows of one version of a plan, as `core.plan.content` has them."""

from dataclasses import dataclass
from functools import cached_property

from alongside.core.case.codes import PlanSection
from alongside.core.plan.content import Cited, PlanContent, SectionContent, Source
from alongside.core.plan.items import Item, ItemKind
from alongside.records.models import PlanItem, PlanItemSource, PlanSectionText, PlanVersion


@dataclass
class Held:
    """The rows of one version. `items` are by thread, those that were taken out too."""

    version: PlanVersion
    sections: dict[str, PlanSectionText]
    items: dict[str, PlanItem]
    links: frozenset[tuple[str, str]]
    sources: dict[str, tuple[Source, ...]]

    @cached_property
    def content(self) -> PlanContent:
        """What the version holds."""
        standing = [item_of(row) for row in self.items.values() if row.number is not None]
        found = []
        for section in PlanSection:
            if section in self.sections:
                own = sorted((i for i in standing if i.section is section), key=lambda item: item.number)
                found.append(SectionContent(section, self.sections[section].written, tuple(own)))
        sourced = {t: s for t, s in self.sources.items() if self.items[t].number is not None}
        return PlanContent(tuple(found), self.links, sourced)


def held(version: PlanVersion) -> Held:
    """The rows of a version. Four queries; two where it has no items."""
    sections = {row.section: row for row in version.sections.select_related("changed_by")}
    items = {str(row.thread): row for row in version.items.select_related("changed_by")}
    links: frozenset[tuple[str, str]] = frozenset()
    sources: dict[str, list[Source]] = {}
    if items:
        pairs = version.item_links.values_list("start__thread", "to__thread")
        links = frozenset((str(start), str(to)) for start, to in pairs)
        rows = PlanItemSource.objects.filter(item__version=version).order_by("item", "position")
        for row in rows.select_related("item"):
            sources.setdefault(str(row.item.thread), []).append(source_of(row))
    return Held(version, sections, items, links, {t: tuple(found) for t, found in sources.items()})


def item_of(row: PlanItem) -> Item:
    """An item as `core` knows it. One that was taken out has the number 0."""
    return Item(str(row.thread), PlanSection(row.section), ItemKind(row.kind), row.number or 0, row.parts)


def source_of(row: PlanItemSource) -> Source:
    """A source as `core` knows it."""
    advice = str(row.advice_id) if row.advice_id else ""
    cited = Cited(advice, row.advice_kind, row.author_name, row.author_post, row.written_on)
    return Source(cited, row.question, row.page, row.paragraph, row.quotation)
