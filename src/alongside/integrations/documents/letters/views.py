"""The right to give views and evidence before the decision whether to assess (CFA 2014 s.36(7); rule A03)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Block, Bullets, Heading, Letter, LetterKind, Paragraph
from alongside.integrations.documents.correspondence import (
    Contact,
    Correspondence,
    contact_us,
    for_family,
    free_advice,
    law,
)
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import deadline


@dataclass(frozen=True, slots=True)
class ViewsInvited:
    """`hoped_for_by` is a date of our own, if there is one: the law fixes no number of days here."""

    correspondence: Correspondence
    hoped_for_by: date | None
    advice_service: Contact


def letter(facts: ViewsInvited) -> Letter:
    """The letter. Raises DocumentRefused where the recipient is not family."""
    about = for_family(facts.correspondence, "An invitation to give views")
    blocks = (
        Paragraph(
            f"We are deciding whether to carry out an EHC needs assessment for {about.name}. We think a "
            f"plan may be needed. We want to hear from you before we decide."
        ),
        *_right_to_tell(),
        *_when(facts.hoped_for_by),
        Heading("Things you could tell us"),
        Bullets(
            (
                f"What {about.has} been good at, and what {about.own} best days look like.",
                f"What is hard for {about.name}, at home and at school or college.",
                "What has been tried, and what helped.",
                f"What {'you hope' if about.is_reader else 'you both hope'} for in the future.",
            )
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 section 36(7)",
                "you have the right to give views, by speaking or in writing, and to send evidence.",
            ),
            (
                "Children and Families Act 2014 section 19",
                "we must take account of your views, wishes and feelings.",
            ),
        ),
    )
    subject = f"Tell us about {'your needs' if about.is_reader else about.given}"
    return facts.correspondence.letter(LetterKind.VIEWS_INVITED, subject, blocks)


def _when(hoped_for_by: date | None) -> tuple[Heading | Paragraph, ...]:
    if hoped_for_by is None:
        words = "Please tell us as soon as you can. The law does not set a number of days."
    else:
        words = (
            f"It helps us if we hear from you by {deadline(hoped_for_by)}. The law does not set a number of "
            f"days. We will read what comes later, up to the day we decide."
        )
    return Heading("When to tell us"), Paragraph(words)


def _right_to_tell() -> tuple[Block, ...]:
    return (
        Heading("Your right to tell us what you think"),
        Paragraph(
            "You have the right to give us your views. You can speak to us, call us, or put it in writing. "
            "You can ask somebody to help you. You can use pictures, a recording or your own language.",
            (Says.RIGHT_TO_GIVE_VIEWS,),
        ),
        Paragraph(
            "You also have the right to send evidence. These can be reports, letters, school work, photos or "
            "notes you have kept. You do not have to pay for a report.",
            (Says.RIGHT_TO_GIVE_EVIDENCE,),
        ),
    )
