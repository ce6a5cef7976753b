"""To the family: who will be their officer from when, what they need not repeat, and what was promised."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
    Table,
)
from alongside.integrations.documents.correspondence import Correspondence, contact_us, filled, for_family
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import date_in_words, deadline


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Something promised to the family and not done yet."""

    what: str
    by: date | None


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next thing on this case, and its date."""

    what: str
    on: date


@dataclass(frozen=True, slots=True)
class Handover:
    """The sender is the new officer. `known_so_far` is the family’s story as the file tells it."""

    correspondence: Correspondence
    old_officer: str
    starts_on: date
    known_so_far: tuple[str, ...]
    promises: tuple[OpenPromise, ...]
    next_dates: tuple[NextDate, ...]


def letter(facts: Handover) -> Letter:
    """The letter.

    Raises DocumentRefused where the leaving officer is blank or the recipient is not family.
    """
    about = for_family(facts.correspondence, "A change of officer")
    new, old = (
        facts.correspondence.sender,
        filled(facts.old_officer, "the name of the officer who leaves the case"),
    )
    before = "Until then it is" if facts.starts_on > facts.correspondence.dated_on else "Before that it was"
    blocks = (
        Notice(
            f"From {deadline(facts.starts_on)} your officer is {new.officer_name}.\nTelephone: {new.phone}\n"
            f"E-mail: {new.email}",
            (Says.NEW_OFFICER,),
        ),
        Paragraph(f"{before} {old}, who is moving on from {about.own} case. Nothing else changes."),
        *_known(facts),
        *_promises(facts.promises),
        *_next(facts.next_dates),
        *contact_us(new),
    )
    return facts.correspondence.letter(LetterKind.HANDOVER, "You will have a new officer", blocks)


def _known(facts: Handover) -> tuple[Block, ...]:
    told = (
        "You do not need to tell your story again. "
        f"{facts.correspondence.sender.officer_name} has your whole file."
    )
    lead = f"{told} This is what we know:" if facts.known_so_far else told
    blocks: tuple[Block, ...] = (
        Heading("What we already know"),
        Paragraph(lead, (Says.NO_NEED_TO_REPEAT,)),
    )
    if facts.known_so_far:
        blocks += (Bullets(facts.known_so_far), Paragraph("If any of this is wrong, please tell us."))
    return blocks


def _promises(promises: tuple[OpenPromise, ...]) -> tuple[Block, ...]:
    heading = Heading("What we promised you")
    if not promises:
        text = "We have no promise to you still open on our record. If you think we have, please tell us."
        return heading, Paragraph(text, (Says.PROMISES,))
    rows = tuple(
        (promise.what, date_in_words(promise.by) if promise.by else "No date was given")
        for promise in promises
    )
    return heading, Table("Promises still to keep", ("What we promised", "By when"), rows, (Says.PROMISES,))


def _next(next_dates: tuple[NextDate, ...]) -> tuple[Block, ...]:
    heading = Heading("What happens next")
    if not next_dates:
        return heading, Paragraph(
            "There is no date set for you to keep. Your new officer will be in touch.", (Says.NEXT_STEP,)
        )
    items = tuple(f"{coming.what}: {deadline(coming.on)}." for coming in next_dates)
    return heading, Bullets(items, (Says.NEXT_STEP,))
