"""The letter that sends the final plan (CFA 2014 ss.39–43, 51; SEND Regulations 2014 regs 13(2), 14)."""

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
from alongside.integrations.documents.correspondence import Correspondence, filled, for_family, law
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.rights import (
    APPEAL_LAW,
    RECOMMENDATION_LAW,
    Rights,
    appeal,
    appealable_sections,
    help_and_contact,
    mediation,
    recommendations,
)
from alongside.integrations.documents.wording import Subject, date_in_words, deadline


@dataclass(frozen=True, slots=True)
class FinalPlanCover:
    """`placement` is what Section I names.

    `what_changed` says what became of the family’s comments on the draft. `replaces` is the day of the plan that
    an amended one takes the place of; None for a first plan. `is_reassessed` where it
    comes of a new assessment.
    """

    correspondence: Correspondence
    placement: str
    review_by: date
    what_changed: str
    rights: Rights
    replaces: date | None = None
    is_reassessed: bool = False


def letter(facts: FinalPlanCover) -> Letter:
    """The letter. Raises DocumentRefused where the placement is blank or the recipient is not family."""
    about = for_family(facts.correspondence, "A final plan")
    placement = filled(facts.placement, "the school, college or type that Section I names")
    blocks = (
        Paragraph(_opening(facts, about)),
        Notice(f"Section I names: {placement}.", (Says.PLACEMENT,)),
        Paragraph(filled(facts.what_changed, "what you did with the comments on the draft")),
        *_what_it_means(facts, about),
        *appeal(facts.rights, "about parts of the plan"),
        *appealable_sections(),
        *recommendations(),
        *mediation(facts.rights, placement_exempt=True),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            ("Children and Families Act 2014 sections 39 and 40", "how we decide on the school or college."),
            (
                "Children and Families Act 2014 sections 42 and 43",
                "our duty to provide, and the duty to admit.",
            ),
            ("Children and Families Act 2014 section 44", "reviews."),
            *_law(facts),
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    if facts.replaces:
        sent = ("Amended final EHC plan, signed and dated",)
        subject = f"{about.opening_own} amended final EHC plan"
        return facts.correspondence.letter(LetterKind.AMENDED_PLAN, subject, blocks, sent)
    sent = ("Final EHC plan, signed and dated, with the advice we gathered",)
    return facts.correspondence.letter(
        LetterKind.FINAL_PLAN, f"{about.opening_own} final EHC plan", blocks, sent
    )


def _opening(facts: FinalPlanCover, about: Subject) -> str:
    if facts.replaces is None:
        return (
            f"Here is {about.own} final Education, Health and Care (EHC) plan. It takes the place of the "
            f"draft."
        )
    return (
        f"Here is {about.own} amended final Education, Health and Care (EHC) plan. It takes the place of the plan "
        f"of {date_in_words(facts.replaces)}."
    )


def _law(facts: FinalPlanCover) -> tuple[tuple[str, str], ...]:
    if facts.is_reassessed:
        return (
            ("SEND Regulations 2014 regulation 27", "the plan must be sent within 14 weeks of our decision."),
            ("SEND Regulations 2014 regulation 14", "what this letter must tell you."),
        )
    if facts.replaces is None:
        return (
            ("SEND Regulations 2014 regulation 13(2)", "the final plan must be sent within 20 weeks."),
            ("SEND Regulations 2014 regulation 14", "what this letter must tell you."),
        )
    return (
        (
            "SEND Regulations 2014 regulation 22(3)",
            "the amended plan must be sent within 8 weeks of our proposals.",
        ),
        ("SEND Regulations 2014 regulations 14 and 22", "what this letter must tell you."),
    )


def _what_it_means(facts: FinalPlanCover, about: Subject) -> tuple[Block, ...]:
    return (
        Heading("What this means"),
        Bullets(
            (
                "We must make sure the support in Section F is given. This is our duty in law. It starts "
                "now.",
                "The health service must arrange the health care support in Section G.",
            ),
            (Says.DUTY_TO_SECURE,),
        ),
        Paragraph(
            f"We must review the plan with you by {deadline(facts.review_by)}. You can ask us to look at it "
            f"sooner if {about.own} needs change.",
            (Says.REVIEW_DATE,),
        ),
    )
