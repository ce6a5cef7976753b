"""Whether somebody who has a plan is assessed again (CFA 2014 s.44(2), (3); SEND Regulations 2014 regs 23 to 27)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Heading, Letter, LetterKind, Notice, Paragraph, prose
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
from alongside.integrations.documents.reasons import stating
from alongside.integrations.documents.rights import (
    APPEAL_LAW,
    RECOMMENDATION_LAW,
    Rights,
    appeal,
    help_and_contact,
    mediation,
    recommendations,
)
from alongside.integrations.documents.wording import date_in_words, deadline


@dataclass(frozen=True, slots=True)
class Reassessing:
    """`final_by` is the last of the fourteen weeks from this letter to the final plan."""

    correspondence: Correspondence
    decided_on: date
    final_by: date
    advice_service: Contact


@dataclass(frozen=True, slots=True)
class NotReassessing:
    """The refusal, with its reasons and the rights that it opens."""

    correspondence: Correspondence
    decided_on: date
    reasons: str
    rights: Rights


def agreed(facts: Reassessing) -> Letter:
    """The letter that says that there will be a new assessment."""
    about = for_family(facts.correspondence, "A decision to reassess")
    blocks = (
        Notice(
            f"We have decided to assess {about.name} again. We decided this on {date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph("The plan stays as it is while we do this. All the support in it goes on."),
        Heading("Your part"),
        Paragraph(
            "You have the right to give your views. You can do it in writing or speak to us. You can also send "
            "reports, and name people we should ask.",
            (Says.RIGHT_TO_GIVE_VIEWS,),
        ),
        Heading("What happens next"),
        Paragraph(
            "We ask the people who know about each area of need for their advice. Then we send you a draft plan, or "
            f"tell you that the plan stays as it is. The new final plan is due by {deadline(facts.final_by)}.",
            (Says.NEXT_STEP,),
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            ("Children and Families Act 2014 section 44", "new assessments of those who have a plan."),
            (
                "SEND Regulations 2014 regulations 25 to 27",
                "the 15 days to answer, and the 14 weeks to the plan.",
            ),
        ),
    )
    return facts.correspondence.letter(LetterKind.REASSESSING, f"We will assess {about.name} again", blocks)


def refused(facts: NotReassessing) -> Letter:
    """The letter that says that there will be none. Raises DocumentRefused where the reasons are blank."""
    about = for_family(facts.correspondence, "A refusal to reassess")
    blocks = (
        Notice(
            f"We have decided not to assess {about.name} again now. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph("The plan goes on as it is. All the support in it goes on too."),
        Heading("Our reasons"),
        *stating(prose(filled(facts.reasons, "the reasons for the refusal")), Says.REASONS),
        *appeal(facts.rights, "against our decision not to assess again"),
        *recommendations(),
        *mediation(facts.rights, placement_exempt=False),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            ("Children and Families Act 2014 section 44(2)", "who can ask for a new assessment."),
            ("SEND Regulations 2014 regulations 23 and 25", "when we may refuse, and the 15 days to answer."),
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    return facts.correspondence.letter(
        LetterKind.NOT_REASSESSING, f"We will not assess {about.name} again now", blocks
    )
