"""A letter or a plan as one sequence of blocks with a title: what both printers take."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    DocumentRefused,
    Heading,
    Letter,
    Lines,
    Paragraph,
)
from alongside.integrations.documents.elements import Element
from alongside.integrations.documents.required import check_contents
from alongside.integrations.documents.wording import date_in_words


@dataclass(frozen=True, slots=True)
class Sheet:
    """`banner` is printed at the head of every page where it is not blank, for example DRAFT.

    `letterhead` starts with the authority’s name. `blocks` hold exactly one heading of level 1, and no
    heading skips a level.
    """

    title: str
    reference: str
    dated_on: date
    authority: str
    letterhead: tuple[str, ...]
    blocks: tuple[Block, ...]
    banner: str = ""


def check_headings(blocks: Sequence[Block]) -> None:
    """Refuse a document whose headings cannot be followed by ear.

    Raises DocumentRefused naming the heading.
    """
    level = 0
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        if not block.text.strip():
            raise DocumentRefused("The document has a heading without words. Give it words or take it out.")
        if block.level > level + 1 or block.level < 1 or block.level > 4 or (block.level == 1 and level):
            raise DocumentRefused(
                f"The heading “{block.text}” is at level {block.level} after level {level}. "
                "Use one heading of level 1, then go down one level at a time, to level 4 at most."
            )
        level = block.level
    if not level:
        raise DocumentRefused("The document has no heading: it needs one of level 1.")


def of_letter(letter: Letter) -> Sheet:
    """The letter as it is printed. Raises DocumentRefused where it leaves out what it must state."""
    check_contents(letter)
    body, law = _law_last(letter.blocks)
    sender, recipient = letter.sender, letter.recipient
    to = (recipient.name, recipient.role, recipient.organisation, *recipient.address_lines)
    blocks = (
        Lines(tuple(line for line in to if line.strip())),
        Lines(
            (
                date_in_words(letter.dated_on),
                f"Our reference: {letter.reference}",
                f"About: {letter.child.full}",
            )
        ),
        Paragraph(f"Dear {recipient.salutation.strip() or recipient.name}"),
        Heading(letter.subject, 1),
        *body,
        Paragraph("Yours sincerely"),
        Lines((sender.officer_name, sender.officer_role, sender.team, sender.authority), strong_first=True),
        *_enclosed(letter.enclosures),
        *law,
    )
    check_headings(blocks)
    return Sheet(
        title=f"{letter.subject} ({letter.reference})",
        reference=letter.reference,
        dated_on=letter.dated_on,
        authority=sender.authority,
        letterhead=(sender.authority, sender.team, *sender.address_lines),
        blocks=blocks,
    )


def _law_last(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks before the section on the law, and that section, which follows the signature."""
    for position, block in enumerate(blocks):
        if not isinstance(block, Heading) and Element.LAW in block.states:
            return blocks[: position - 1], blocks[position - 1 :]
    return blocks, ()


def _enclosed(enclosures: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading("Sent with this letter"), Bullets(enclosures)) if enclosures else ()


def file_name(sheet: Sheet, what: str, suffix: str) -> str:
    """A file name from the reference, the kind and the date; never from a person’s name.

    For example "ab-1042-refusal-to-assess-2026-03-02.pdf".
    """
    stem = re.sub(r"[^a-z0-9]+", "-", f"{sheet.reference} {what}".lower()).strip("-")
    return f"{stem}-{sheet.dated_on.isoformat()}.{suffix}"
