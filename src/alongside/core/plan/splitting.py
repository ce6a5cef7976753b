"""Free text of a section, taken apart into items for a person to confirm.

It proposes and nothing more: whoever writes the plan sees the whole text, the proposed items and what is left over,
and changes any of it before it is kept. No word is lost: what went into no item stays in front of the items.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks import blocks, columns, document, items
from alongside.core.plan.items import KINDS, MOST_ITEMS, ItemKind

PART_OF_LABEL: tuple[tuple[str, str], ...] = (
    ("train", "training"), ("qualif", "training"), ("how long", "how_long"), ("duration", "how_long"),
    ("time", "how_long"), ("how often", "how_often"), ("frequency", "how_often"), ("ratio", "group_size"),
    ("group", "group_size"), ("review", "until"), ("until", "until"),
)  # fmt: skip
"""Words in a label and the part of a provision that it then names; the first that fits is taken."""
PART_OF_ROLE: Mapping[ItemKind, Mapping[str, str]] = MappingProxyType(
    {
        ItemKind.OUTCOME: {"when": "by_when", "review": "how_measured", "steps": "steps"},
        ItemKind.PROVISION: {"who": "who", "when": "how_often", "review": "until"},
    }
)
_INLINE = re.compile(
    r"(?<=[.;])\s+(?=(?:By whom|Who|How often|How long|Training|Ratio|Review|When|How we will know)\b[^.:]*:)"
)
_NUMBER = re.compile(r"^[A-H]\d{1,2}[a-z]?(?:\.\d+)*[.:)]?\s+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text might be as items. `introduction` is all of it that is in none of them."""

    introduction: str
    items: tuple[Mapping[str, str], ...]


def proposed(section: PlanSection, text: str) -> Proposal:
    """The needs, outcomes or provisions that a text holds, each with the parts that can be told.

    A section without items of these kinds, and Section A, where nobody but its author can say whose words are whose,
    is proposed as one text.
    """
    kind = KINDS.get(section, (ItemKind.VIEW,))[0]
    if kind is ItemKind.VIEW:
        return Proposal(text, ())
    read = _read(section, _INLINE.sub("\n", text))
    told = [item for item in _found(kind, read, section) if item.section == section]
    told = ([item for item in told if item.number] or told)[:MOST_ITEMS]  # where some are numbered, items are
    owned = {passage.number: place for place, item in enumerate(told) for passage in item.parts}
    left, gone_on = [], [list(item.parts) for item in told]
    for passage in read.of(section.value):
        before = owned.get(passage.number - 1)
        if passage.number in owned:
            continue
        if passage.label and before is not None:  # a labelled line goes on with the item above it
            owned[passage.number] = before
            gone_on[before].append(passage)
        else:
            left.append(passage.text)
    parts = (dict(_parts(kind, item, passages)) for item, passages in zip(told, gone_on, strict=True))
    return Proposal("\n".join(left), tuple(parts))


def _found(kind: ItemKind, read: document.PlanDocument, section: PlanSection) -> tuple[items.Item, ...]:
    if kind is ItemKind.NEED:
        return items.needs(read)
    if kind is ItemKind.OUTCOME:
        return items.outcomes(read)
    return items.provisions(read, section.value)


def _read(section: PlanSection, text: str) -> document.PlanDocument:
    heading = blocks.Line(f"Section {section}", level=1)
    lines = [blocks.Line(line.strip()) for line in text.splitlines() if line.strip()]
    return document.read(blocks.Written("the section", (heading, *lines)))


def _parts(kind: ItemKind, item: items.Item, passages: list[document.Passage]) -> Iterator[tuple[str, str]]:
    """Each part once; whatever has no place of its own goes on in the words that say what the item is."""
    found: dict[str, str] = {}
    rest: list[str] = []
    for passage in passages:
        if passage is item.main:
            rest.insert(0, _NUMBER.sub("", item.text))
            continue
        label, role, words = columns.labelled(passage.text)
        code = _code(kind, label, role) if label else ""
        if code and code not in found:
            found[code] = words
        else:
            rest.append(passage.text)
    yield "what", "\n".join(rest)
    yield from found.items()


def _code(kind: ItemKind, label: str, role: str) -> str:
    if kind is ItemKind.PROVISION:
        lowered = label.lower()
        named = next((code for word, code in PART_OF_LABEL if word in lowered), "")
        if named:
            return named
    return PART_OF_ROLE.get(kind, {}).get(role, "")
