"""To the family, ahead of a date that will be missed: why, what happens next, and what they can do.

The original date stays in the letter: an exception disapplies a limit and never moves it (law.md 1.1; Code of
Practice 9.43 expects the family to be told).
"""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
)
from alongside.integrations.documents.correspondence import (
    Contact,
    Correspondence,
    contact_us,
    filled,
    for_family,
    free_advice,
    law,
)
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import date_in_words, deadline


@dataclass(frozen=True, slots=True)
class MissedDeadline:
    """`step` completes "We will not be able to …" and `due_on` is its legal date.

    `because` is the reason in plain words. `exception` is the ground of the Regulations relied on, in plain
    words, or blank where there is none. `expected_by` is our own date, if we can give one: it is not a legal
    date.
    """

    correspondence: Correspondence
    step: str
    due_on: date
    because: str
    exception: str
    expected_by: date | None
    next_steps: tuple[str, ...]
    complaints: Contact
    ombudsman: Contact
    advice_service: Contact


def letter(facts: MissedDeadline) -> Letter:
    """The letter.

    Raises DocumentRefused where the reason or the next steps are blank, or it does not go to family.
    """
    about = for_family(facts.correspondence, "Notice of a missed date")
    next_steps = tuple(step.strip() for step in facts.next_steps if step.strip())
    if not next_steps:
        raise DocumentRefused(
            "The letter does not say what happens next. Give at least one step, with who and when."
        )
    late_already = facts.correspondence.dated_on > facts.due_on
    could_not, was = ("We were not able to", "was") if late_already else ("We will not be able to", "is")
    step = filled(facts.step, "what will be late")
    blocks = (
        Notice(
            f"{could_not} {step} on time. By law it {was} due by {deadline(facts.due_on)}.",
            (Says.ORIGINAL_DATE,),
        ),
        Paragraph("We are sorry. We know that waiting is hard."),
        Heading("Why"),
        *_why(facts),
        Heading("What happens next"),
        Bullets(next_steps, (Says.NEXT_STEP,)),
        *_when(facts.expected_by),
        *_complain(facts),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            (
                "SEND Regulations 2014 regulations 5, 8, 10 and 13",
                "the time limits, and the only exceptions.",
            ),
            ("SEND Code of Practice 2015 paragraph 9.43", "you should be told when an exception is used."),
            ("Local Government Act 1974 Part 3", "complaints to the Ombudsman."),
        ),
    )
    subject = f"A date we {'missed' if late_already else 'will miss'} for {about.name}"
    return facts.correspondence.letter(LetterKind.MISSED_DEADLINE, subject, blocks)


def _why(facts: MissedDeadline) -> tuple[Block, ...]:
    because = filled(facts.because, "the reason for the delay, in plain words")
    if facts.exception.strip():
        law_says = (
            f"The law lets us miss this date for one reason that applies here: {facts.exception.strip()}. "
            f"The date above does not move. We must still act as soon as we can."
        )
    else:
        law_says = (
            "The law does not accept this as a reason to miss the date. The delay is ours and not yours."
        )
    return Paragraph(because, (Says.REASON_FOR_DELAY,)), Paragraph(law_says)


def _when(expected_by: date | None) -> tuple[Block, ...]:
    if expected_by is None:
        return (Paragraph("We cannot give you a new date yet. We will tell you as soon as we can."),)
    return (
        Paragraph(
            f"We expect to do it by {date_in_words(expected_by)}. This is our aim and not a date set by law."
        ),
    )


def _complain(facts: MissedDeadline) -> tuple[Block, ...]:
    return (
        Heading("What you can do"),
        Paragraph(
            f"You can complain to us about the delay: {facts.complaints.name}.\n{facts.complaints.ways}\n"
            "If our answer does not put it right, you can go to the Ombudsman: "
            f"{facts.ombudsman.name}. It is free.\n{facts.ombudsman.ways}",
            (Says.COMPLAINT,),
        ),
        Paragraph(
            "You cannot appeal to the Tribunal about a delay. You can appeal once we have made a decision."
        ),
    )
