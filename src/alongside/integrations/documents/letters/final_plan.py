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
    help_and_contact,
    mediation,
    recommendations,
)
from alongside.integrations.documents.wording import Subject, deadline


@dataclass(frozen=True, slots=True)
class FinalPlanCover:
    """`placement` is what Section I names.

    `what_changed` says what became of the family’s comments on the draft.
    """

    correspondence: Correspondence
    placement: str
    review_by: date
    what_changed: str
    rights: Rights


def letter(facts: FinalPlanCover) -> Letter:
    """The letter. Raises DocumentRefused where the placement is blank or the recipient is not family."""
    about = for_family(facts.correspondence, "A final plan")
    placement = filled(facts.placement, "the school, college or type that Section I names")
    blocks = (
        Paragraph(
            f"Here is {about.own} final Education, Health and Care (EHC) plan. It takes the place of the "
            f"draft."
        ),
        Notice(f"Section I names: {placement}.", (Says.PLACEMENT,)),
        Paragraph(filled(facts.what_changed, "what you did with the comments on the draft")),
        *_what_it_means(facts, about),
        *_appeal(facts.rights),
        *mediation(facts.rights, placement_exempt=True),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            ("Children and Families Act 2014 sections 39 and 40", "how we decide on the school or college."),
            (
                "Children and Families Act 2014 sections 42 and 43",
                "our duty to provide, and the duty to admit.",
            ),
            ("Children and Families Act 2014 section 44", "reviews."),
            ("SEND Regulations 2014 regulation 13(2)", "the final plan must be sent within 20 weeks."),
            ("SEND Regulations 2014 regulation 14", "what this letter must tell you."),
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    subject = f"{about.opening_own} final EHC plan"
    enclosures = ("Final EHC plan, signed and dated, with the advice we gathered",)
    return facts.correspondence.letter(LetterKind.FINAL_PLAN, subject, blocks, enclosures)


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


def _appeal(rights: Rights) -> tuple[Block, ...]:
    return (
        *appeal(rights, "about parts of the plan"),
        Paragraph("You can appeal about any of these parts:"),
        Bullets(
            (
                "Section B: the special educational needs;",
                "Section F: the special educational provision, which is the support;",
                "Section I: the school or college named, or its type, or that none is named.",
            ),
            (Says.APPEALABLE_SECTIONS,),
        ),
        *recommendations(),
    )
