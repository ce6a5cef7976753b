"""Items of the plan in words: what hangs loose, what is joined, where it came from, what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from alongside.app.actions.plan_items import ItemCollision
from alongside.app.queries.plan_items import AdviceToQuote, ItemEditor, ItemLine, ItemSaved, SourceRead
from alongside.app.queries.plans import Editor
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import difference, item_words, items, merge
from alongside.core.plan.items import Item, ItemKind
from alongside.core.plan.thread import Loose
from alongside.web.presenters import plans, wording
from alongside.web.presenters.links import Link

K = ItemKind
SHORT = 110
LOOSE: Mapping[Loose, str] = {
    Loose.NEED_WITHOUT_PROVISION: "No provision meets this need",
    Loose.NEED_WITHOUT_OUTCOME: "No outcome addresses this need",
    Loose.PROVISION_WITHOUT_NEED: "This provision is for no need",
    Loose.OUTCOME_WITHOUT_NEED: "This outcome is for no need",
    Loose.OUTCOME_WITHOUT_ASPIRATION: "This outcome leads to no aspiration",
    Loose.OUTCOME_WITHOUT_PROVISION: "No provision meets any need of this outcome",
    Loose.ASPIRATION_WITHOUT_OUTCOME: "No outcome leads to this aspiration",
    Loose.ITEM_WITHOUT_SOURCE: "It is not said where this came from",
}
KIND_NAMES: Mapping[ItemKind, str] = {
    K.VIEW: "View",
    K.INTEREST: "Interest",
    K.ASPIRATION: "Aspiration",
    K.NEED: "Need",
    K.OUTCOME: "Outcome",
    K.PROVISION: "Provision",
}
JOIN_QUESTIONS: Mapping[tuple[ItemKind, ItemKind], str] = {
    (K.ASPIRATION, K.OUTCOME): "Which outcomes lead to this aspiration?",
    (K.NEED, K.OUTCOME): "Which outcomes address this need?",
    (K.NEED, K.PROVISION): "Which provision meets this need?",
    (K.OUTCOME, K.ASPIRATION): "To which aspirations does this outcome lead?",
    (K.OUTCOME, K.NEED): "Which needs does this outcome address?",
    (K.PROVISION, K.NEED): "Which needs does this provision meet?",
}
CHANGES: Mapping[str, str] = {
    "ADDED": "Added",
    "CARRIED": "As in the version before",
    "CHANGED": "Changed",
    "MOVED": "Moved to another place",
    "TAKEN_OUT": "Taken out",
    "PUT_BACK": "Put back",
}


@dataclass(frozen=True, slots=True)
class MergedPart:
    """One part of an item that two people changed: what each changed in it, and a proposal that holds both."""

    code: str
    question: str
    theirs: Markup
    mine: Markup
    joined: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One item in the list of its section."""

    label: str
    heading: str
    lines: tuple[str, ...]
    loose: tuple[str, ...]
    about: str
    change: Link
    move: str
    is_first: bool
    is_last: bool


def of_section(found: Editor) -> dict[str, Any]:
    """What the page of a section shows of its items: the list, what was taken out, and what can be done."""
    case_id, own = found.head.case_id, found.items
    can_split = found.section in items.KINDS and found.section is not PlanSection.A and not own.items
    split = reverse("plan_split", kwargs={"case_id": case_id, "section": found.section})
    return {
        "items": cards(own.items, case_id),
        "taken_out": taken_out(own.taken_out, case_id),
        "additions": additions(found.section, case_id),
        "split": split if can_split and found.text.strip() else "",
    }


def cards(lines: tuple[ItemLine, ...], case_id: UUID) -> tuple[ItemCard, ...]:
    """The items of a section in their order."""
    return tuple(_card(line, case_id, place, len(lines)) for place, line in enumerate(lines, start=1))


def _card(line: ItemLine, case_id: UUID, place: int, total: int) -> ItemCard:
    item = line.item
    parts = {"case_id": case_id, "section": item.section, "item": item.thread}
    printed = item_words.item_text(item, line.joined).partition(". ")[2].split("\n")
    sources = wording.plural(line.sources, "source") if line.sources else "No source"
    by = f" by {line.changed_by}" if line.changed_by else ""
    return ItemCard(
        label=item.label,
        heading=printed[0],
        lines=tuple(printed[1:]),
        loose=tuple(LOOSE[each] for each in line.loose),
        about=f"{sources}. Saved {wording.moment(line.changed_at)}{by}.",
        change=Link(reverse("plan_item", kwargs=parts), f"Change {item.label}"),
        move=reverse("plan_item_move", kwargs=parts),
        is_first=place == 1,
        is_last=place == total,
    )


def merged(found: ItemEditor, collision: ItemCollision) -> tuple[MergedPart, ...]:
    """Every part of the item, both people's changes taken; where a choice was changed by both, the later writer's."""
    rows = []
    for part in items.parts_of(found.kind, found.section):
        base, theirs, mine = (
            side.get(part.code, "") for side in (collision.base, collision.theirs, collision.mine)
        )
        joined = merge.join(base, theirs, mine).text
        if part.options:
            joined = theirs if mine == base else mine
        left, right = (
            plans.marked(difference.of(part.options.get(base, base), part.options.get(side, side)))
            for side in (theirs, mine)
        )
        rows.append(MergedPart(part.code, part.title, left, right, joined, theirs != mine))
    return tuple(rows)


def taken_out(gone: tuple[Item, ...], case_id: UUID) -> tuple[tuple[str, str], ...]:
    """What was taken out of this version, each with the address that puts it back."""
    return tuple(
        (
            item_words.short(item, SHORT),
            reverse("plan_item_move", kwargs={"case_id": case_id, "section": item.section, "item": item.thread}),
        )
        for item in gone
    )  # fmt: skip


def additions(section: PlanSection, case_id: UUID) -> tuple[Link, ...]:
    """What can be added to a section, one link for each kind."""
    address = reverse("plan_item_add", kwargs={"case_id": case_id, "section": section})
    return tuple(
        Link(f"{address}?kind={kind}", f"Add {_a(KIND_NAMES[kind])}") for kind in items.KINDS.get(section, ())
    )


def title(found: ItemEditor) -> str:
    """`B1: need` or `Add a need to Section B`."""
    if found.item is None:
        return f"Add {_a(KIND_NAMES[found.kind])} to Section {found.section}"
    return f"{found.item.label}: {KIND_NAMES[found.kind].lower()}"


def option(item: Item) -> str:
    """An item as it can be ticked."""
    return f"{item.label}. {item_words.short(item, SHORT)}"


def advice_title(advice: AdviceToQuote) -> str:
    """`Educational psychology: Ed Psychologist, 4 January 2027`."""
    return f"{plans.ADVICE_KINDS[advice.kind]}: {advice.author}, {wording.day(advice.written_on)}"


def source_title(read: SourceRead) -> str:
    """Whose advice, of which day, and the place in it; or that this reader may not read it."""
    source = read.source
    if source is None:
        return "A piece of advice that you may not read"
    cited = source.cited
    kind = plans.ADVICE_KINDS.get(AdviceKind(cited.kind), "Advice")
    said = [f"{kind}: {cited.author}"]
    if cited.written_on:
        said.append(wording.day(cited.written_on))
    if read.question:
        said.append(f"“{read.question}”")
    if source.page:
        said.append(f"page {source.page}")
    if source.paragraph:
        said.append(f"paragraph {source.paragraph}")
    return ", ".join(said)


def saved_title(saved: ItemSaved) -> str:
    """What happened to an item, when, and by whom."""
    by = f" by {saved.saved_by}" if saved.saved_by else ""
    aside = " Kept aside: somebody else had saved." if saved.is_aside else ""
    return f"Version {saved.version}: {CHANGES[saved.change].lower()} {wording.moment(saved.saved_at)}{by}.{aside}"


def saved_parts(saved: ItemSaved, kind: ItemKind) -> tuple[tuple[str, str], ...]:
    """What an item said then, question by question."""
    return tuple(
        (part.title, part.options.get(text, text))
        for part in items.PARTS[kind]
        if (text := saved.parts.get(part.code, ""))
    )


def _a(name: str) -> str:
    if name == "Provision":
        return "provision"
    return f"{'an' if name[0] in 'AIO' else 'a'} {name.lower()}"
