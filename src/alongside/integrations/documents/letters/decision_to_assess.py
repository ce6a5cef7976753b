"""The decision to assess (CFA 2014 s.36(3)–(5), (8); SEND Regulations 2014 regs 5–7)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
    Table,
)
from alongside.integrations.documents.correspondence import (
    Contact,
    Correspondence,
    contact_us,
    dates,
    for_family,
    free_advice,
    law,
)
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import Subject, date_in_words, deadline


@dataclass(frozen=True, slots=True)
class AdviceAsked:
    """One adviser: what is asked in plain words, of whom, and the day it is due."""

    what: str
    whom: str
    due_on: date


@dataclass(frozen=True, slots=True)
class DecisionToAssess:
    """`no_plan_by` is 16 weeks and `final_by` 20 weeks from the day the request was received."""

    correspondence: Correspondence
    decided_on: date
    advice: tuple[AdviceAsked, ...]
    no_plan_by: date
    final_by: date
    advice_service: Contact


def letter(facts: DecisionToAssess) -> Letter:
    """The letter.

    Raises DocumentRefused where the recipient is not family or no advice has been asked for.
    """
    about = for_family(facts.correspondence, "A decision to assess")
    if not facts.advice:
        raise DocumentRefused(
            "The decision to assess lists no advice. Ask every required adviser first (regulation 6(1)), "
            "so that the family can be told who has been asked."
        )
    blocks = (
        Notice(
            f"We have decided to assess {about.own} education, health and care needs. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        *_advice(facts, about),
        *_views(),
        *_dates(facts),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 section 36(3) and (8)",
                "the decision to assess, and the test for it.",
            ),
            ("SEND Regulations 2014 regulation 6(1)", "whose advice we must ask for."),
            ("SEND Regulations 2014 regulation 8(1)", "advice must come within 6 weeks."),
            ("SEND Regulations 2014 regulations 10(1) and 13(2)", "the 16 and 20 week limits."),
        ),
    )
    subject = f"We will assess {about.own} needs"
    return facts.correspondence.letter(LetterKind.DECISION_TO_ASSESS, subject, blocks)


def _advice(facts: DecisionToAssess, about: Subject) -> tuple[Block, ...]:
    return (
        Heading("Who we have asked for advice"),
        Paragraph(f"We have asked these people what {about.needs} and what would help."),
        Table(
            "Advice we have asked for",
            ("Advice", "Who we asked", "Due by"),
            tuple((asked.what, asked.whom, date_in_words(asked.due_on)) for asked in facts.advice),
            (Says.ADVICE_SOUGHT,),
        ),
        Paragraph(
            "Is somebody missing? You can ask us to get advice from another person. If it is reasonable, we "
            "must ask them.",
            (Says.RIGHT_TO_ASK_FOR_ADVICE,),
        ),
    )


def _dates(facts: DecisionToAssess) -> tuple[Block, ...]:
    return (
        Heading("Dates to know"),
        dates(
            (
                "If we decide not to make a plan",
                f"We must tell you within 16 weeks, by {deadline(facts.no_plan_by)}.",
            ),
            (
                "If we make a plan",
                f"You must have the final plan within 20 weeks, by {deadline(facts.final_by)}.",
            ),
            states=(Says.PLAN_DATES,),
        ),
        Paragraph("We count both from the day we received the request. You will see a draft plan first."),
    )


def _views() -> tuple[Block, ...]:
    return (
        Heading("Your views"),
        Paragraph(
            "You have the right to give us your views at any time in the assessment. You can speak to us, "
            "call us or put it in writing. What you say goes to everybody we ask for advice.",
            (Says.RIGHT_TO_GIVE_VIEWS,),
        ),
    )
