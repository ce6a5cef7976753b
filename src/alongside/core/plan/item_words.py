"""Items in words, as they are printed, compared, checked and read aloud.

The text of a section is worked out here and nowhere else: what was written before its items, then each item under
its number with its parts on lines of their own. The labels are those that readers of plans know and that
`core.plan.checks` reads.
"""

from collections.abc import Mapping, Sequence

from alongside.core.case.codes import PlanSection
from alongside.core.plan.items import OWN_WORDS, WHOSE, Item, ItemKind

K = ItemKind
NAMES: Mapping[ItemKind, str] = {
    K.VIEW: "view",
    K.INTEREST: "interest",
    K.ASPIRATION: "aspiration",
    K.NEED: "need",
    K.OUTCOME: "outcome",
    K.PROVISION: "provision",
}
LABELS: Mapping[str, str] = {
    "how_gathered": "How this was gathered",
    "by_when": "When",
    "how_measured": "How we will know",
    "steps": "Steps",
    "who": "Who",
    "training": "Training",
    "how_often": "How often",
    "how_long": "How long each time",
    "group_size": "Ratio or group size",
    "until": "Review",
}
"""The word before the colon of each part that stands on a line of its own."""
QUOTES = '“”"‘’'


def section_text(
    introduction: str, items: Sequence[Item], joined: Mapping[str, Sequence[Item]] | None = None
) -> str:
    """The whole text of a section. `joined` gives, by thread, the items of other sections that an item is for."""
    blocks = [introduction.strip()] if introduction.strip() else []
    if not items:
        return introduction
    blocks += [item_text(item, (joined or {}).get(item.thread, ())) for item in items]
    return "\n\n".join(blocks)


def item_text(item: Item, joined: Sequence[Item] = ()) -> str:
    """One item as it is printed: its number and what it says, then a line for each further part."""
    lines = [f"{item.label}. {_first(item)}"]
    lines += [f"{label}: {text}" for code, label in LABELS.items() if (text := item.parts.get(code, ""))]
    for kind, title in ((K.ASPIRATION, "Step towards"), (K.NEED, "Need")):
        labels = [other.label for other in joined if other.kind is kind]
        if labels:
            lines.append(f"{title}: {', '.join(labels)}")
    return "\n".join(lines)


def quoted(text: str) -> str:
    """The text in quotation marks, once."""
    return text if text[0] in QUOTES else f"“{text}”"


def short(item: Item, longest: int) -> str:
    """The words that say what an item is, cut at a word where they are longer than that."""
    text = " ".join(item.main.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;:. ") + "…"


def order_of(section: str) -> int:
    """The place of a section in the order of the Regulations."""
    return list(PlanSection).index(PlanSection(section))


def _first(item: Item) -> str:
    if "whose" in item.parts:
        said = quoted(item.main) if item.parts["expressed"] in OWN_WORDS else item.main
        return f"{WHOSE[item.parts['whose']]}’s {NAMES[item.kind]}: {said}".replace("parents’s", "parents’")
    effect = item.parts.get("effect", "")
    return f"{item.main} {effect}".strip()
