"""The needs, outcomes and provisions of a plan, each as one item with its parts, however they are laid out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alongside.core.plan.checks import columns, lexicon
from alongside.core.plan.checks.document import Passage, PlanDocument, first_number

_REFERENCE = re.compile(r"\b([BCDENO])\s?(\d{1,2}[a-z]?)\b")
_INLINE = re.compile(r"(?<=[.!?])\s+(?=[BCD]\d{1,2}[a-z]?[.:)]\s)")
_NO_NEED = lexicon.pattern("items.no_need")
_NONE_FOUND = re.compile(
    r"\bno (?:other |further |additional |current |specific )?(?:[\w-]+ ){0,4}(?:needs?|provision)\b.{0,60}"
    r"\b(?:identified|needed|required|found|reported|known|recorded)\b",
    re.IGNORECASE,
)
_NONE_BUT = re.compile(r"\bno (?:other|further|additional)\b", re.IGNORECASE)
_STRENGTH = lexicon.pattern("items.strength")
_STANDING = lexicon.pattern("items.standing")


@dataclass(frozen=True, slots=True)
class Item:
    """One need, outcome or provision.

    `main` is the passage that says what it is; `parts` are all its passages. `refers_to` holds the numbers of
    needs and outcomes that it names; `gives_need` says whether it has a place for its need at all.
    """

    number: str
    section: str
    text: str
    main: Passage
    parts: tuple[Passage, ...]
    refers_to: frozenset[str] = frozenset()
    gives_need: bool = False

    @property
    def whole(self) -> str:
        """The words of all its parts, without its number."""
        return "\n".join(self.text if part is self.main else part.text for part in self.parts)

    def part(self, *roles: str) -> str:
        """The words of its parts in these roles."""
        return "\n".join(part.text for part in self.parts if part.role in roles)


def says_none(text: str) -> bool:
    """True for a statement that nothing was identified or is needed."""
    if _NO_NEED.match(text.strip()):
        return True
    return bool(_NONE_FOUND.search(text)) and len(text.split()) < 40 and not _NONE_BUT.search(text)


def is_strength(passage: Passage) -> bool:
    """True for a passage that is about what goes well."""
    if passage.role == "strengths" or _STRENGTH.match(passage.text):
        return True
    return bool(passage.heading) and bool(_STRENGTH.match(passage.heading)) and not first_number(passage.text)


def needs(plan: PlanDocument) -> tuple[Item, ...]:
    """Every need in B, C and D, each numbered one by itself."""
    return tuple(item for section in "BCD" for item in _needs_of(plan, section))


def _needs_of(plan: PlanDocument, section: str) -> Iterator[Item]:
    passages = [
        p for p in plan.of(section) if p.role not in ("area", "strengths", "ref") and not is_strength(p)
    ]
    pieces = [(p, piece.strip()) for p in passages for piece in _INLINE.split(p.text) if piece.strip()]
    numbered = [(p, piece) for p, piece in pieces if _is_numbered(piece)]
    chosen = numbered or pieces
    for passage, piece in chosen:
        if says_none(piece):
            continue
        number, text = _numbered(piece)
        if not number and passage.table:
            number = _number_beside(plan, passage)
        yield Item(number.upper(), section, text, passage, (passage,))


def _number_beside(plan: PlanDocument, passage: Passage) -> str:
    """The number in the first cell of the row."""
    row = (p for p in plan.of(passage.section) if (p.table, p.row) == (passage.table, passage.row))
    return next((first_number(p.text) for p in row if p.role == "ref" or first_number(p.text) == p.text), "")


def _is_numbered(piece: str) -> bool:
    number, text = _numbered(piece)
    return bool(number) and bool(text)


def outcomes(plan: PlanDocument) -> tuple[Item, ...]:
    """Every outcome in E."""
    found = []
    for parts in _grouped(plan.of("E"), starts=("outcome", "what", "")):
        mains = [p for p in parts if p.role == "outcome"] or [
            p for p in parts if p.role in ("", "what") and len(p.text) > 8
        ]
        if mains:
            found.append(_item(mains[0], parts))
    return tuple(item for item in found if _is_an_outcome(item))


def _is_an_outcome(item: Item) -> bool:
    if says_none(item.text) or len(item.text.split()) < 4:
        return False
    if item.main.table or item.number or item.main.is_listed or item.main.role:
        return True
    return bool(re.search(r"\bwill\b|\bto be able\b|\bcan\b", item.text)) and not re.match(
        r"(?:the|these|this|all|each) (?:outcomes?|section|steps?|targets?)\b", item.text, re.I
    )


def provisions(plan: PlanDocument, *sections: str) -> tuple[Item, ...]:
    """Every provision of these sections; of F, G, H1 and H2 where none is named."""
    found = []
    for section in sections or ("F", "G", "H", "H1", "H2"):
        for parts in _grouped(plan.of(section), starts=("what", "")):
            mains = [p for p in parts if p.role == "what"] or [p for p in parts if p.role in ("", "need")]
            if mains and not is_standing_text(mains[0]):
                item = _item(mains[0] if mains[0].role else _first_that_says(mains), parts)
                if not says_none(item.text) and len(item.whole.split()) > 1:
                    found.append(item)
    return tuple(found)


def _first_that_says(passages: Sequence[Passage]) -> Passage:
    """The first that is more than a number or a word or two; else the longest."""
    first = next((p for p in passages if len(p.text.split()) >= 3), None)
    return first or max(passages, key=lambda passage: len(passage.text))


def is_standing_text(passage: Passage) -> bool:
    """True for what an authority prints in every plan: it speaks of sections, councils and duties, not of a child."""
    if passage.table or first_number(passage.text):
        return False
    return bool(_STANDING.search(passage.text)) and not re.search(r"\d+\s*(?:minutes|hours)", passage.text)


def _grouped(passages: Sequence[Passage], *, starts: tuple[str, ...]) -> Iterator[list[Passage]]:
    """Passages that belong to one item: those of one row; or, in lines and forms, from one first part to the next."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    group: list[Passage] = []
    for passage in passages:
        if passage.table and not _is_form_row(passage, passages):
            if group:
                yield group
                group = []
            rows.setdefault((passage.table, passage.row), []).append(passage)
            continue
        if rows:
            yield from rows.values()
            rows = {}
        if group and _begins_item(passage, group, starts):
            yield group
            group = []
        group.append(passage)
    yield from rows.values()
    if group:
        yield group


def _is_form_row(passage: Passage, passages: Sequence[Passage]) -> bool:
    return passage.column == 1 and not any(
        p.table == passage.table and p.column != 1 for p in passages if abs(p.number - passage.number) < 40
    )


def _begins_item(passage: Passage, group: Sequence[Passage], starts: tuple[str, ...]) -> bool:
    if passage.table != group[-1].table or passage.heading != group[-1].heading:
        return True
    if first_number(passage.text) and not passage.role:
        return True
    label = columns.labelled(passage.text)[0]
    if not passage.role:
        return not label and not (
            passage.is_listed and not group[0].is_listed and group[0].text.endswith(":")
        )
    if passage.role == group[-1].role and label not in ("", columns.labelled(group[-1].text)[0]):
        return False  # “How often: …” and “How long: …” are two lines of one item
    if passage.role in {p.role for p in group}:
        return True
    return passage.role in starts and any(p.role in ("who", "when") for p in group)


def _item(main: Passage, parts: Iterable[Passage]) -> Item:
    held = tuple(parts)
    number, text = _numbered(main.text)
    reference = next((p.text for p in held if p.role == "ref"), "") or next(
        (p.text for p in held if p.column == 0 and not p.role and first_number(p.text) == p.text), ""
    )
    named = [p.text for p in held if p.role in ("need", "outcome", "ref") and p is not main]
    places = " ".join([*named, main.heading, *re.findall(r"\([^)]*\)", main.text)])
    refers = {letter + digits.upper() for letter, digits in _REFERENCE.findall(places)}
    for part in held:  # "Need 3", or only "1, 3" in the column for it
        if part.role == "need" and re.fullmatch(r"[\d,;& and.needsNo]*", part.text):
            refers |= {digits.upper() for digits in re.findall(r"\d{1,2}[a-z]?", part.text)}
    refers |= {
        digits.upper() for digits in re.findall(r"\bneeds? (?:no\.? )?(\d{1,2}[a-z]?)\b", places, re.I)
    }
    gives = any(p.role == "need" for p in held) or bool(re.search(r"\b[BCD]\d|\bneed \d", places, re.I))
    return Item((number or reference).upper(), main.section, text, main, held, frozenset(refers), gives)


def _numbered(said: str) -> tuple[str, str]:
    """The number of an item and its words without it. "20 hours a week" has no number."""
    label, _, rest = columns.labelled(said)
    if label:
        return "", rest
    worded = re.match(
        r"^(?:need|outcome|provision|aim|item)\s*(?:no\.?\s*)?(\d{1,2}[a-z]?)\b[.:)]?\s*", said, re.I
    )
    if worded:
        return worded.group(1), said[worded.end() :]
    number = first_number(said)
    text = said[len(number) :].lstrip(" .:)")
    if not number or (not re.match(r"[A-Z]", number) and not re.match(r"^\d[\d.]*[.):]|^\d+\s+[A-Z]", said)):
        return "", said
    return number, text
