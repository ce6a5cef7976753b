"""The decision, after an assessment, not to issue a plan (CFA 2014 s.37(1); SEND Regulations 2014 reg 10)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Block, Heading, Letter, LetterKind, Notice, Paragraph
from alongside.integrations.documents.correspondence import Correspondence, filled, for_family, law
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.reasons import Limb, limb
from alongside.integrations.documents.rights import (
    APPEAL_LAW,
    RECOMMENDATION_LAW,
    Rights,
    appeal,
    help_and_contact,
    mediation,
    recommendations,
)
from alongside.integrations.documents.wording import Subject, date_in_words


@dataclass(frozen=True, slots=True)
class NoPlan:
    """`provision` answers s.37(1); `papers` lists the advice gathered, which goes with the letter."""

    correspondence: Correspondence
    decided_on: date
    provision: Limb
    support_now: str
    papers: tuple[str, ...]
    rights: Rights


def letter(facts: NoPlan) -> Letter:
    """The letter.

    Raises DocumentRefused where reasons or evidence are blank, or the recipient is not family.
    """
    about = for_family(facts.correspondence, "A decision not to issue a plan")
    blocks = (
        Notice(
            f"We have decided not to make an EHC plan for {about.name}. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph(
            "We have finished the assessment. Thank you for all you told us. This letter gives our reasons. "
            "It also says what you can do if you do not agree."
        ),
        *_reasons(facts, about),
        Heading("Help without a plan"),
        Paragraph(filled(facts.support_now, "the support that goes on without a plan")),
        *appeal(facts.rights, "against our decision not to make a plan"),
        *recommendations(),
        *mediation(facts.rights, placement_exempt=False),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 sections 36(9) and 37(1)",
                "our duty to tell you, and the legal test.",
            ),
            ("SEND Regulations 2014 regulation 10", "the 16 week limit, and what this letter must tell you."),
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    subject = f"Our decision not to make an EHC plan for {about.name}"
    return facts.correspondence.letter(LetterKind.NO_PLAN, subject, blocks, facts.papers)


def _reasons(facts: NoPlan, about: Subject) -> tuple[Block, ...]:
    return (
        Heading("Our reasons"),
        Paragraph("After an assessment the law asks one question. We must make a plan if the answer is yes."),
        *limb(
            f"Is it necessary to provide for {about.own} needs through an EHC plan?",
            facts.provision,
            Says.REASONS_ON_PROVISION,
        ),
    )
