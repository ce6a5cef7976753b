"""What one version of a plan holds as data: its sections with their items, the links, and whence each item came."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.core.case.codes import PlanSection
from alongside.core.plan import item_words, items, thread
from alongside.core.plan.items import Item
from alongside.core.plan.thread import Thread
from alongside.core.refusal import Refused


@dataclass(frozen=True, slots=True)
class Cited:
    """The advice that a source is in: as the plan cites it, and its id where the advice is held here."""

    advice: str
    kind: str
    author: str
    post: str
    written_on: date | None


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the advice: the question of a form, or page and paragraph of a document; and the words there.

    `question` is the key of an answer (`core.case.advice_forms`), empty for a document.
    """

    cited: Cited
    question: str = ""
    page: int | None = None
    paragraph: int | None = None
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class SectionContent:
    """One section: what stands before its items, and the items in their order. A section without items is text."""

    section: PlanSection
    introduction: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A whole version. `links` are threads (from, to); `sources` stand by the thread of their item."""

    sections: tuple[SectionContent, ...]
    links: frozenset[tuple[str, str]] = frozenset()
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in the order of the plan."""
        ordered = sorted(self.sections, key=lambda each: item_words.order_of(each.section))
        return tuple(item for section in ordered for item in section.items)

    @property
    def thread(self) -> Thread:
        """The items joined by their links."""
        sourced = frozenset(thread for thread, sources in self.sources.items() if sources)
        return Thread(self.items, self.links, sourced)

    def texts(self) -> dict[PlanSection, str]:
        """The text of each section, as it is printed."""
        joins = self.thread.joins()
        return {
            each.section: item_words.section_text(each.introduction, each.items, joins)
            for each in self.sections
        }


def source_as_json(source: Source) -> dict[str, Any]:
    """A source as the history of an item and a plan's file have it (`exchange/plan-1.0.json`)."""
    cited = source.cited
    place = {"question": source.question or None, "page": source.page, "paragraph": source.paragraph}
    return {
        "advice": {
            **({"id": cited.advice} if cited.advice else {}),
            "kind": cited.kind,
            "author": cited.author,
            "post": cited.post,
            "written_on": cited.written_on.isoformat() if cited.written_on else None,
        },
        **{name: value for name, value in place.items() if value is not None},
        "quotation": source.quotation,
    }


def source_of_json(given: Mapping[str, Any]) -> Source:
    """The same, read again."""
    advice = given["advice"]
    day = advice.get("written_on")
    cited = Cited(
        advice.get("id", ""),
        advice["kind"],
        advice["author"],
        advice.get("post", ""),
        date.fromisoformat(day) if day else None,
    )
    return Source(
        cited, given.get("question", ""), given.get("page"), given.get("paragraph"), given["quotation"]
    )


def check(content: PlanContent) -> None:
    """Refuse items that do not belong where they stand, and links that join nothing or what is not joined."""
    known = {item.thread: item for item in content.items}
    for sentence in _faults_of_items(content):
        raise Refused(sentence)
    for item in known.values():
        items.check(item.section, item.kind, item.parts)
    for start, to in sorted(content.links):
        if start not in known or to not in known:
            raise Refused(
                f"A link joins {start} to {to}, and the plan has no item {start if start not in known else to}."
            )
        thread.kind_of_link(known[start], known[to])
    for thread_id in sorted(set(content.sources) - set(known)):
        raise Refused(f"A source belongs to the item {thread_id}, and the plan has none of that name.")


def _faults_of_items(content: PlanContent) -> Iterator[str]:
    twice = [t for t, count in Counter(item.thread for item in content.items).items() if count > 1]
    if twice:
        yield f"The item {twice[0]} stands in the plan twice. Each item has an id of its own."
    for each in content.sections:
        numbers = [item.number for item in each.items]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"The items of Section {each.section} are numbered {numbers}. Number them 1, 2, 3 in their order."
        if len(numbers) > items.MOST_ITEMS:
            yield f"Section {each.section} has {len(numbers)} items; {items.MOST_ITEMS} is the most."
        strays = [item.label for item in each.items if item.section is not each.section]
        if strays:
            yield f"{strays[0]} stands in Section {each.section}. Put it into its own section."
