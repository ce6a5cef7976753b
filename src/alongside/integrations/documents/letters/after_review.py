"""What was decided about a plan that is held: to amend it (the notice is to follow), or to leave it as it is.

CFA 2014 ss.44, 51(2)(e); SEND Regulations 2014 regs 20(10), (11), 21(8), (9), 22(4), 26.
"""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
    prose,
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
from alongside.integrations.documents.reasons import stating
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
from alongside.integrations.documents.wording import date_in_words, deadline

AFTER = {
    "REVIEW": "We have reviewed the plan. Thank you for all you told us.",
    "NOTICE": "We sent you the changes we wanted to make. We have now decided not to make them.",
    "REASSESSMENT": "We have finished the new assessment. Thank you for all you told us.",
}
LAW = {
    "REVIEW": ("SEND Regulations 2014 regulations 20 and 21", "our decision after a review, within 4 weeks."),
    "NOTICE": (
        "SEND Regulations 2014 regulation 22(4)",
        "the decision not to make changes, and its reasons.",
    ),
    "REASSESSMENT": ("SEND Regulations 2014 regulations 26 and 27", "what follows a new assessment."),
}


@dataclass(frozen=True, slots=True)
class WillAmend:
    """`notice_by` is the last of the four weeks from the review meeting; None where no meeting is on record."""

    correspondence: Correspondence
    decided_on: date
    reasons: str
    notice_by: date | None
    advice_service: Contact


@dataclass(frozen=True, slots=True)
class NotAmending:
    """`after` is REVIEW, NOTICE or REASSESSMENT: what the decision comes after."""

    correspondence: Correspondence
    after: str
    decided_on: date
    reasons: str
    rights: Rights


def will_amend(facts: WillAmend) -> Letter:
    """The decision to amend. Raises DocumentRefused where the reasons are blank."""
    about = for_family(facts.correspondence, "A decision to amend")
    when = f"by {deadline(facts.notice_by)}" if facts.notice_by else "as soon as we can"
    blocks = (
        Notice(
            f"We have decided to change {about.own} EHC plan. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph(AFTER["REVIEW"]),
        *_reasons(facts.reasons),
        Heading("What happens next"),
        Paragraph(
            f"We will send you the changes we want to make {when}. You will have at least 15 days to comment on "
            "them. The plan stays as it is until then. You can appeal once you have the amended final plan.",
            (Says.NEXT_STEP,),
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            ("Children and Families Act 2014 section 44", "reviews of a plan."),
            LAW["REVIEW"],
            (
                "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
                "the changes must be sent in the same 4 weeks.",
            ),
        ),
    )
    return facts.correspondence.letter(LetterKind.WILL_AMEND, f"We will change {about.own} EHC plan", blocks)


def not_amending(facts: NotAmending) -> Letter:
    """The decision to leave the plan as it is, with the rights that it opens."""
    about = for_family(facts.correspondence, "A decision not to amend")
    blocks = (
        Notice(
            f"We have decided to keep {about.own} EHC plan as it is. We decided this on "
            f"{date_in_words(facts.decided_on)}.",
            (Says.DECISION,),
        ),
        Paragraph(f"{AFTER[facts.after]} The support in the plan goes on."),
        *_reasons(facts.reasons),
        *appeal(facts.rights, "against our decision not to change the plan"),
        *appealable_sections(),
        *recommendations(),
        *mediation(facts.rights, placement_exempt=True),
        *help_and_contact(facts.rights, facts.correspondence.sender, about.is_reader),
        *law(
            ("Children and Families Act 2014 section 44", "reviews and new assessments."),
            LAW[facts.after],
            *APPEAL_LAW,
            RECOMMENDATION_LAW,
        ),
    )
    subject = f"{about.opening_own} EHC plan stays as it is"
    return facts.correspondence.letter(LetterKind.NOT_AMENDING, subject, blocks)


def _reasons(reasons: str) -> tuple[Block, ...]:
    said = filled(reasons, "the reasons for the decision")
    return (Heading("Our reasons"), *stating(prose(said), Says.REASONS))
