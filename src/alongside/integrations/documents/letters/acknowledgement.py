"""Acknowledgement of a request for an EHC needs assessment (CFA 2014 s.36(1))."""

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
from alongside.integrations.documents.wording import Subject, date_in_words, deadline


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """`asked_by` completes "It came from …". `decide_by` is 6 weeks, `final_by` 20 weeks from receipt."""

    correspondence: Correspondence
    received_on: date
    asked_by: str
    decide_by: date
    final_by: date
    advice_service: Contact


def letter(facts: Acknowledgement) -> Letter:
    """The letter. Raises DocumentRefused where the recipient is not family or a fact is blank."""
    about = for_family(facts.correspondence, "An acknowledgement")
    asked_by = filled(facts.asked_by, "who made the request")
    blocks = (
        Paragraph(
            f"We received a request for an Education, Health and Care (EHC) needs assessment for "
            f"{about.name} on {date_in_words(facts.received_on)}. It came from {asked_by}. Thank you.",
            (Says.WHEN_RECEIVED,),
        ),
        Notice(
            f"We must decide within 6 weeks whether to assess. We will write to you by "
            f"{deadline(facts.decide_by)} with what we decide.",
            (Says.DECISION_DATE,),
        ),
        *_next(facts, about),
        Paragraph(
            "You do not need to fill in another form. You do not need to get reports before we can decide."
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 section 36",
                "requests for an assessment, and the test we apply.",
            ),
            ("SEND Regulations 2014 regulation 5(1)", "we must tell you our decision within 6 weeks."),
            ("SEND Regulations 2014 regulation 13(2)", "a final plan must be sent within 20 weeks."),
        ),
    )
    subject = (
        f"We have your request about {about.given}"
        if not about.is_reader
        else "We have the request about you"
    )
    return facts.correspondence.letter(LetterKind.ACKNOWLEDGEMENT, subject, blocks)


def _next(facts: Acknowledgement, about: Subject) -> tuple[Block, ...]:
    return (
        Heading("What happens next"),
        Bullets(
            (
                f"We will ask for your views and your evidence about what {about.needs}.",
                f"We will look at what {about.own} school or college and others can tell us.",
                "We will write to tell you if we will assess. If we will not, we will say why.",
                "If we assess and a plan is needed, you should have the final plan by "
                f"{deadline(facts.final_by)}. That is 20 weeks from the day we received the request.",
            ),
            (Says.NEXT_STEP,),
        ),
    )
