"""The thread of the plan: as a table, as a list of what hangs loose, and where each part of its picture stands."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.app.queries.plan_threads import PlanThread, Strand
from alongside.core.plan import item_words
from alongside.core.plan.items import Item, ItemKind
from alongside.core.plan.thread import Loose
from alongside.web.presenters import plan_items, wording
from alongside.web.presenters.tables import Column

K = ItemKind
COLUMNS = (K.ASPIRATION, K.OUTCOME, K.NEED, K.PROVISION)
"""The picture from left to right, so that every line runs between neighbours."""
HEADINGS: Mapping[ItemKind, str] = {
    K.ASPIRATION: "Aspirations",
    K.OUTCOME: "Outcomes",
    K.NEED: "Needs",
    K.PROVISION: "Provision",
}
PLAIN_HEADINGS: Mapping[ItemKind, str] = {
    K.ASPIRATION: "Hopes",
    K.OUTCOME: "What will change",
    K.NEED: "Needs",
    K.PROVISION: "Help",
}
PLAIN_LOOSE: Mapping[Loose, str] = {
    Loose.NEED_WITHOUT_PROVISION: "The plan does not say what help there is for this need",
    Loose.NEED_WITHOUT_OUTCOME: "The plan does not say what will change for this need",
    Loose.PROVISION_WITHOUT_NEED: "The plan does not say which need this help is for",
    Loose.OUTCOME_WITHOUT_NEED: "The plan does not say which need this is about",
    Loose.OUTCOME_WITHOUT_ASPIRATION: "The plan does not say which hope this is for",
    Loose.OUTCOME_WITHOUT_PROVISION: "The plan does not say what help will get there",
    Loose.ASPIRATION_WITHOUT_OUTCOME: "The plan does not say how to get closer to this hope",
    Loose.ITEM_WITHOUT_SOURCE: "The plan does not say who told us this",
}
WIDTH, GAP, HEIGHT, PITCH, TOP = 225, 55, 96, 112, 44
"""Of a box, between columns, of a box, from box to box, above the first box; in the units of the picture."""
LINE_LETTERS, LINES = 23, 3
"""Letters in a line of a box, and lines under its number."""


@dataclass(frozen=True, slots=True)
class Box:
    """One item in the picture. `lines` are its words, each with its height."""

    x: int
    y: int
    label: str
    lines: tuple[tuple[int, str], ...]
    is_loose: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The thread drawn. `paths` are the lines between boxes; `headings` stand over the columns."""

    width: int
    height: int
    headings: tuple[tuple[int, str], ...]
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]
    box_width: int = WIDTH
    box_height: int = HEIGHT


def headings(is_officer: bool) -> Mapping[ItemKind, str]:
    """The names of the columns: of the trade for those who write plans, plain for the family."""
    return HEADINGS if is_officer else PLAIN_HEADINGS


def picture(found: PlanThread) -> Picture:
    """Where everything stands. Views and interests are joined to nothing, so they are not in it."""
    loose = {orphan.item.thread for orphan in found.orphans if orphan.loose is not Loose.ITEM_WITHOUT_SOURCE}
    boxes: dict[str, Box] = {}
    most = 1
    for column, kind in enumerate(COLUMNS):
        own = [strand.item for strand in found.strands if strand.item.kind is kind]
        most = max(most, len(own))
        for row, item in enumerate(own):
            boxes[item.thread] = _box(item, column * (WIDTH + GAP), TOP + row * PITCH, item.thread in loose)
    names = headings(found.is_officer)
    return Picture(
        width=len(COLUMNS) * (WIDTH + GAP) - GAP,
        height=TOP + most * PITCH,
        headings=tuple((column * (WIDTH + GAP), names[kind]) for column, kind in enumerate(COLUMNS)),
        boxes=tuple(boxes.values()),
        paths=tuple(_path(boxes[start.thread], boxes[to.thread]) for start, to in found.links),
    )


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (Column("Item", is_header=True), Column("Joined to"), Column("Comes from"))


def rows(found: PlanThread) -> list[tuple[str, str, str]]:
    """The same as the picture, line by line, with views and interests and where each came from."""
    return [(_item(strand.item), _joined(strand), _sources(strand)) for strand in found.strands]


def loose(found: PlanThread) -> list[tuple[str, list[str]]]:
    """Each kind of loose end with the items of which it is true."""
    words = plan_items.LOOSE if found.is_officer else PLAIN_LOOSE
    return [
        (words[kind], [_item(orphan.item) for orphan in found.orphans if orphan.loose is kind])
        for kind in Loose
        if any(orphan.loose is kind for orphan in found.orphans)
    ]


def description(found: PlanThread) -> str:
    """The picture in a sentence, for whoever does not see it."""
    count = len(found.links)
    return f"{len(found.strands)} items and {count} links between them. The table below says the same."


def _item(item: Item) -> str:
    return f"{item.label}. {item_words.short(item, plan_items.SHORT)}"


def _joined(strand: Strand) -> str:
    return ", ".join(other.label for other in strand.joined) or "Nothing"


def _sources(strand: Strand) -> str:
    said = [
        plan_items.source_title(read)
        + (f": {item_words.quoted(read.source.quotation)}" if read.source else "")
        for read in strand.sources
    ]
    return "; ".join(said) or "Not said"


def _box(item: Item, x: int, y: int, is_loose: bool) -> Box:
    words = " ".join(item.main.split())
    lines = textwrap.wrap(words, LINE_LETTERS, max_lines=LINES, placeholder="…")
    return Box(
        x, y, item.label, tuple((y + 44 + 20 * place, line) for place, line in enumerate(lines)), is_loose
    )


def _path(one: Box, other: Box) -> str:
    left, right = sorted((one, other), key=lambda box: box.x)
    x1, y1, x2, y2 = left.x + WIDTH, left.y + HEIGHT // 2, right.x, right.y + HEIGHT // 2
    middle = (x1 + x2) // 2
    return f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"


def sections(found: PlanThread) -> str:
    """`Sections C and D`: those of which nothing is known here, because they hold words and no items."""
    names: Sequence[str] = found.as_text
    return f"Section{'s' if len(names) > 1 else ''} {wording.sentence_list(names)}" if names else ""
