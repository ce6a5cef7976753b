"""The decision to cease to maintain a plan (CFA 2014 s.45; SEND Regulations 2014 regs 20, 21, 31)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Heading, Letter, LetterKind, Notice, Paragraph, prose
from alongside.integrations.documents.correspondence import Correspondence, filled, for_family, law
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

GROUNDS = {
    "NOT_NECESSARY": "A plan is no longer necessary. The law lets us end a plan for this reason.",
    "NOT_RESPONSIBLE": "We are no longer the responsible council. The law lets us end a plan for this reason.",
    "AGE_LIMIT": "A plan can go on until age 25 only. That age limit has been reached.",
    "LEFT_FOR_WORK_OR_HIGHER_EDUCATION": "A plan ends when a young person leaves for paid work or university.",
}


@dataclass(frozen=True, slots=True)
class Ceasing:
    """`ground` is a code of GROUNDS. `kept_until` is the first day on which the plan may end if nobody appeals."""

    correspondence: Correspondence
    decided_on: date
    ground: str
    reasons: str
    kept_until: date
    rights: Rights


def letter(facts: Ceasing) -> Letter:
    """The letter. Raises DocumentRefused where the reasons are blank or the recipient is not family."""
    about = for_family(facts.correspondence, "A decision to end a plan")
    blocks = (
        Notice(
            f"We have decided to end {about.own} EHC plan. We decided this on {date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Heading("Our reasons"),
        Paragraph(GROUNDS[facts.ground]),
        *stating(prose(filled(facts.reasons, "the reasons for ending the plan")), Says.REASONS),
        Heading("The plan goes on for now"),
        Paragraph(
            f"We must keep the plan while you can still appeal. So it cannot end before {deadline(facts.kept_until)}. "
            "If you appeal, we keep it until the appeal is decided. All the support in it goes on until then.",
            (Says.PLAN_KEPT,),
        ),
        *appeal(facts.rights, "against our decision to end the plan"),
        *recommendations(),
        *mediation(facts.rights, placement_exempt=False),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            ("Children and Families Act 2014 section 45", "when a plan can end, and how long it is kept."),
            ("SEND Regulations 2014 regulation 31", "whom we ask and tell before a plan ends."),
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    return facts.correspondence.letter(LetterKind.CEASING, f"Ending {about.own} EHC plan", blocks)
