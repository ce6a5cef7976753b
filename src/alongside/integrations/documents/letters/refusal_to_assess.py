"""The decision not to assess: reasons on each limb of s.36(8), and every right of reg 5(3) and reg 32."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Block, Heading, Letter, LetterKind, Notice, Paragraph
from alongside.integrations.documents.correspondence import Correspondence, filled, for_family, law
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.reasons import Limb, limb
from alongside.integrations.documents.rights import APPEAL_LAW, Rights, appeal, help_and_contact, mediation
from alongside.integrations.documents.wording import Subject, date_in_words


@dataclass(frozen=True, slots=True)
class RefusalToAssess:
    """`needs` and `provision` are the limbs of s.36(8); `support_now` is the help without a plan."""

    correspondence: Correspondence
    received_on: date
    decided_on: date
    needs: Limb
    provision: Limb
    support_now: str
    rights: Rights


def letter(facts: RefusalToAssess) -> Letter:
    """The letter.

    Raises DocumentRefused where a limb lacks reasons or evidence, or the recipient is not family.
    """
    about = for_family(facts.correspondence, "A decision not to assess")
    blocks = (
        Notice(
            f"We have decided not to assess {about.own} education, health and care needs. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph(
            f"We received the request on {date_in_words(facts.received_on)}. We know this may be hard to "
            f"read. This letter gives our reasons. It also says what you can do if you do not agree."
        ),
        *_reasons(facts, about),
        Heading("Help without a plan"),
        Paragraph(filled(facts.support_now, "the support that goes on without an assessment")),
        *appeal(facts.rights, "against our decision not to assess"),
        *mediation(facts.rights, placement_exempt=False),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 section 36(5) and (8)",
                "our duty to give reasons, and the legal test.",
            ),
            ("SEND Regulations 2014 regulation 5", "the 6 week limit, and what this letter must tell you."),
            *APPEAL_LAW,
        ),
    )
    subject = f"Our decision not to assess {about.own} needs"
    return facts.correspondence.letter(LetterKind.REFUSAL_TO_ASSESS, subject, blocks)


def _reasons(facts: RefusalToAssess, about: Subject) -> tuple[Block, ...]:
    has_or_may = (
        "Do you have, or may you have"
        if about.is_reader
        else f"Does {about.given} have, or may {about.given} have"
    )
    return (
        Heading("Our reasons"),
        Paragraph("The law asks two questions. We must assess if the answer to both is yes."),
        *limb(f"{has_or_may}, special educational needs?", facts.needs, Says.REASONS_ON_NEEDS),
        *limb(
            f"May it be necessary to provide for {about.own} needs through an EHC plan?",
            facts.provision,
            Says.REASONS_ON_PROVISION,
        ),
    )
