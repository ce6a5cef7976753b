"""The plan as data: the items of which Sections A to H2 are made, and what each kind of item says.

Sources: SEND Regulations 2014 reg 12(1); Children and Families Act 2014 ss.21, 37; SEND Code of Practice 2015
paragraphs 9.61 to 9.69. That an outcome says how it is measured and a provision how often, how long and by whom
is the Code's (9.66, 9.69); which parts stand in a form of their own is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused

S = PlanSection
LONGEST_PART = 5_000
"""Characters in one part of an item: about two pages."""
MOST_ITEMS = 99
"""Items in one section."""


@unique
class ItemKind(StrEnum):
    """What an item of a plan is."""

    VIEW = "VIEW"
    INTEREST = "INTEREST"
    ASPIRATION = "ASPIRATION"
    NEED = "NEED"
    OUTCOME = "OUTCOME"
    PROVISION = "PROVISION"


K = ItemKind


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an item. `options` are the codes of which it may hold one, with what each says; empty for words.

    `rows` is the height of its box on a page; 1 is a single line.
    """

    code: str
    title: str
    hint: str = ""
    rows: int = 2
    required: bool = False
    options: Mapping[str, str] = field(default_factory=dict)


WHOSE: Mapping[str, str] = MappingProxyType(
    {"CHILD": "The child", "YOUNG_PERSON": "The young person", "PARENTS": "The parents"}
)
"""Whose views, interests or aspirations: kept apart, so that none is taken for another's."""
EXPRESSED: Mapping[str, str] = MappingProxyType(
    {
        "SAID": "Said, and written down word for word",
        "WRITTEN": "Written or typed by themselves",
        "SIGNED": "Signed, or with symbols or a device",
        "DRAWN": "Drawn, photographed or recorded, and described here",
        "SHOWN": "Shown by what they do, and described by somebody who knows them",
    }
)
OWN_WORDS = frozenset({"SAID", "WRITTEN", "SIGNED"})
"""Ways of expression whose words stand in quotation marks."""
AREAS: Mapping[str, str] = MappingProxyType(
    {
        "COMMUNICATION": "Communication and interaction",
        "COGNITION": "Cognition and learning",
        "SOCIAL_EMOTIONAL": "Social, emotional and mental health",
        "SENSORY_PHYSICAL": "Sensory and physical",
    }
)
"""The four broad areas of need (Code of Practice 6.28 to 6.35)."""

_VOICE = (
    Part("whose", "Whose is it?", required=True, options=WHOSE),
    Part("expressed", "How was it expressed?", required=True, options=EXPRESSED),
    Part(
        "words", "In their own words, or what they showed", "Leave their words as they are.", 3, required=True
    ),
    Part("how_gathered", "How this was gathered", "By whom, when, where, and in what way they were asked"),
)
PARTS: Mapping[ItemKind, tuple[Part, ...]] = MappingProxyType(
    {
        K.VIEW: _VOICE,
        K.INTEREST: _VOICE,
        K.ASPIRATION: _VOICE,
        K.NEED: (
            Part("what", "What is the need?", "One need, and how it shows. Not a diagnosis alone.", 3, required=True),
            Part("effect", "What does it keep them from doing?", "In which lessons, places or times of the day"),
            Part("area", "Broad area of need", options=AREAS),
        ),
        K.OUTCOME: (
            Part("what", "What will they be able to do?", "About the child, not about a service", 3, required=True),
            Part("by_when", "By when?", "For example: by the end of Year 6", 1),
            Part("how_measured", "How will everybody know?", "What is seen or counted, where, and from what start"),
            Part("steps", "Steps on the way", "Shorter steps of this year, if they are known"),
        ),
        K.PROVISION: (
            Part("what", "What is provided?", "What it is, and what is done in it", 3, required=True),
            Part("who", "Who provides it?", "The job, not the name", 1),
            Part("training", "With what training or qualification?", rows=1),
            Part("how_often", "How often?", "For example: twice a week in term time", 1),
            Part("how_long", "How long each time?", "For example: 30 minutes", 1),
            Part("group_size", "One to one, or in a group of how many?", "For example: one to one; no more than 4", 1),
            Part("until", "Until when, and when is it reviewed?", "For example: for the school year; each term", 1),
        ),
    }
)  # fmt: skip
"""What each kind of item says, in the order in which it is asked and printed."""

KINDS: Mapping[PlanSection, tuple[ItemKind, ...]] = MappingProxyType(
    {
        S.A: (K.VIEW, K.INTEREST, K.ASPIRATION),
        S.B: (K.NEED,),
        S.C: (K.NEED,),
        S.D: (K.NEED,),
        S.E: (K.OUTCOME,),
        S.F: (K.PROVISION,),
        S.G: (K.PROVISION,),
        S.H1: (K.PROVISION,),
        S.H2: (K.PROVISION,),
    }
)
"""Which kinds stand in which section. Sections I, J and K are text."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of one version. `thread` is its identity over all versions; `number` its place in its section, from 1.

    `parts` holds what it says, by the code of the part; a part that says nothing is not there.
    """

    thread: str
    section: PlanSection
    kind: ItemKind
    number: int
    parts: Mapping[str, str]

    @property
    def label(self) -> str:
        """`B1`; `H1.2` where the section's own name ends in a digit."""
        return label_of(self.section, self.number)

    @property
    def main(self) -> str:
        """The words that say what it is."""
        return self.parts.get("words") or self.parts.get("what", "")


def label_of(section: PlanSection, number: int) -> str:
    """How an item is named in print: `B1`, `H1.2`."""
    return f"{section}.{number}" if section[-1].isdigit() else f"{section}{number}"


def has_items(section: PlanSection) -> bool:
    """True for a section that can be made of items."""
    return section in KINDS


def parts_of(kind: ItemKind, section: PlanSection) -> tuple[Part, ...]:
    """The parts that an item of this kind has in this section."""
    return tuple(part for part in PARTS[kind] if part.code != "area" or section is S.B)


def check(section: PlanSection, kind: ItemKind, parts: Mapping[str, str]) -> dict[str, str]:
    """The parts trimmed, without the empty ones. Refuses a kind or a part that does not belong, or one left out."""
    if kind not in KINDS.get(section, ()):
        raise Refused(
            f"Section {section} holds no item of the kind {kind}. It holds: "
            f"{', '.join(KINDS.get(section, ())) or 'text only'}.",
            field="kind",
        )
    known = {part.code: part for part in parts_of(kind, section)}
    strange = sorted(set(parts) - set(known))
    if strange:
        raise Refused(
            f"An item of the kind {kind} in Section {section} has no part called “{strange[0]}”. Its parts are: "
            f"{', '.join(known)}.",
            field=strange[0],
        )
    found = {code: text for code in known if (text := str(parts.get(code) or "").strip())}
    for part in known.values():
        _check_part(part, found.get(part.code, ""))
    return found


def _check_part(part: Part, text: str) -> None:
    if part.required and not text:
        raise Refused(f"“{part.title}” has no answer, and an item says nothing without it.", field=part.code)
    if part.options and text and text not in part.options:
        raise Refused(
            f"“{part.title}” cannot be “{text[:40]}”. Choose one of: {', '.join(part.options)}.",
            field=part.code,
        )
    if len(text) > LONGEST_PART:
        raise Refused(
            f"“{part.title}” is {len(text):,} characters long; {LONGEST_PART:,} is the most that fits. Shorten "
            "it, or make two items of it.",
            field=part.code,
        )
