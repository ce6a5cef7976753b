"""What a letter is made of: one recipient, one child, one sender, and blocks of plain text.

No block holds mark-up. A block may carry `states`: the required elements (see `elements.py`) that it puts
into words, so that `required.check_contents` can look at the words themselves.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from alongside.core.plan.difference import Piece
from alongside.integrations.documents import marks
from alongside.integrations.documents.elements import Element


class DocumentRefused(ValueError):
    """A letter or plan that must not be produced, with a sentence that says why and what to do."""


@unique
class LetterKind(StrEnum):
    """The letters of the twenty weeks, of the life of a plan after them, and to the bodies that must hear."""

    ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT"
    VIEWS_INVITED = "VIEWS_INVITED"
    DECISION_TO_ASSESS = "DECISION_TO_ASSESS"
    REFUSAL_TO_ASSESS = "REFUSAL_TO_ASSESS"
    ADVICE_REQUEST = "ADVICE_REQUEST"
    ADVICE_CHASER = "ADVICE_CHASER"
    NO_PLAN = "NO_PLAN"
    DRAFT_PLAN = "DRAFT_PLAN"
    CONSULTATION = "CONSULTATION"
    FINAL_PLAN = "FINAL_PLAN"
    MISSED_DEADLINE = "MISSED_DEADLINE"
    HANDOVER = "HANDOVER"
    AMENDMENT_NOTICE = "AMENDMENT_NOTICE"
    AMENDED_PLAN = "AMENDED_PLAN"
    WILL_AMEND = "WILL_AMEND"
    NOT_AMENDING = "NOT_AMENDING"
    CEASING = "CEASING"
    REASSESSING = "REASSESSING"
    NOT_REASSESSING = "NOT_REASSESSING"
    BODY_NOTICE = "BODY_NOTICE"


@unique
class Reader(StrEnum):
    """Who reads the letter; decides whether it says "you" or the child's name."""

    PARENT = "PARENT"
    YOUNG_PERSON = "YOUNG_PERSON"
    PROFESSIONAL = "PROFESSIONAL"


_TWO_PEOPLE = re.compile(r"&|;|\n|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The one person a letter goes to. Parents who live apart each get their own letter.

    `address_lines` is this person's own address and may be empty (a letter by e-mail, or an address
    withheld). Raises DocumentRefused where `name` is blank or names more than one person.
    """

    name: str
    reader: Reader
    role: str = ""
    organisation: str = ""
    address_lines: tuple[str, ...] = ()
    salutation: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DocumentRefused("The letter has no recipient: give the name of the one person it goes to.")
        if _TWO_PEOPLE.search(self.name):
            raise DocumentRefused(
                f"The recipient is “{self.name}”, which names more than one person. "
                "Make one letter for each person, and put a post or team in `role` or `organisation`."
            )


@dataclass(frozen=True, slots=True)
class ChildName:
    """The child or young person the letter is about. `known_as` is the name they use, if another."""

    given: str
    family: str
    known_as: str = ""

    def __post_init__(self) -> None:
        if not self.given.strip():
            raise DocumentRefused("The letter does not name the child: give at least a given name.")

    @property
    def short(self) -> str:
        """The name to use in a sentence."""
        return self.known_as.strip() or self.given.strip()

    @property
    def full(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Sender:
    """The authority and the named officer who answers for the letter."""

    authority: str
    team: str
    officer_name: str
    officer_role: str
    email: str
    phone: str
    address_lines: tuple[str, ...]

    def __post_init__(self) -> None:
        for label, value in (
            ("authority", self.authority),
            ("officer’s name", self.officer_name),
            ("e-mail address", self.email),
            ("telephone number", self.phone),
        ):
            if not value.strip():
                raise DocumentRefused(f"The sender’s {label} is blank: a letter must say who to contact.")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the document's own title. Level 2 to 4; a level is never skipped."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text. A line break in it stays a line break."""

    text: str
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph set apart because something must be done or known: a date, a decision."""

    text: str
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in which order does not matter."""

    items: tuple[str, ...]
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with what they mean or hold: dates, contacts, questions."""

    items: tuple[tuple[str, str], ...]
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, unchanged, and whose they are."""

    text: str
    source: str = ""
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and one header row. Raises DocumentRefused where a row has the wrong width."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    states: tuple[Element, ...] = ()

    def __post_init__(self) -> None:
        if not self.header or not self.caption.strip():
            raise DocumentRefused("A table needs a caption and a header row, so that it can be read aloud.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise DocumentRefused(
                    f"Row {number} of the table “{self.caption}” has {len(row)} cells; "
                    f"its header has {len(self.header)}. Give each row one cell per heading."
                )


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines kept together: an address, a signature. `strong_first` sets the first line in bold."""

    lines: tuple[str, ...]
    strong_first: bool = False
    states: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what came and what went. Each change is said in words as well as marked, never by colour."""

    pieces: tuple[Piece, ...]
    states: tuple[Element, ...] = ()


Block = Heading | Paragraph | Notice | Bullets | Definitions | Quote | Table | Lines | Marked


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one person, ready to be checked and printed.

    `reference` is the case reference printed on every page. `dated_on` is the date printed on the letter; the
    law counts from the day it is sent, which is recorded elsewhere (law.md 1.9).
    """

    kind: LetterKind
    reference: str
    recipient: Addressee
    child: ChildName
    sender: Sender
    dated_on: date
    subject: str
    blocks: tuple[Block, ...]
    enclosures: tuple[str, ...] = ()


def words(block: Block) -> str:
    """All the text of one block, as a reader meets it."""
    match block:
        case Heading() | Paragraph() | Notice():
            return block.text
        case Bullets():
            return "\n".join(block.items)
        case Definitions():
            return "\n".join(f"{term}: {text}" for term, text in block.items)
        case Quote():
            return f"{block.text}\n{block.source}".strip()
        case Table():
            return "\n".join([block.caption, *("\t".join(row) for row in (block.header, *block.rows))])
        case Lines():
            return "\n".join(block.lines)
        case Marked():
            return "".join(text for _, text in marks.said(block.pieces))


def prose(text: str) -> tuple[Block, ...]:
    """Typed text as blocks: a blank line parts paragraphs; lines that begin "- " or "• " are bullets."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        plain: list[str] = []
        items: list[str] = []
        for line in [*chunk.split("\n"), ""]:
            bullet = re.match(r"\s*[-•*]\s+(\S.*)", line)
            if bullet:
                if plain:
                    blocks.append(Paragraph("\n".join(plain)))
                    plain = []
                items.append(bullet.group(1).rstrip())
                continue
            if items:
                blocks.append(Bullets(tuple(items)))
                items = []
            if line.strip():
                plain.append(line.strip())
        if plain:
            blocks.append(Paragraph("\n".join(plain)))
    return tuple(blocks)
