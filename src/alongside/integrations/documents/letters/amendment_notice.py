"""The notice of proposed amendments to a plan (CFA 2014 s.44; SEND Regulations 2014 regs 22, 28)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    Definitions,
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
from alongside.integrations.documents.letters.draft_plan import meeting, schools
from alongside.integrations.documents.wording import Subject, date_in_words, deadline


@dataclass(frozen=True, slots=True)
class AmendmentNotice:
    """`plan_of` is the day of the plan as it stands, `placement` what its Section I names.

    `sections` are the headings of the sections that would change, `evidence` the papers that the changes rest
    on. `served_on` is the day the notice is served, `comments_until` the last of at least 15 days from it.
    `after_review` is False for an amendment without a review (reg 28).
    """

    correspondence: Correspondence
    plan_of: date
    version: int
    placement: str
    because: str
    sections: tuple[str, ...]
    evidence: tuple[str, ...]
    served_on: date
    comments_until: date
    final_by: date
    after_review: bool
    school_list: Contact
    advice_service: Contact


def letter(facts: AmendmentNotice) -> Letter:
    """The letter. Raises DocumentRefused where nothing would change or the recipient is not family."""
    about = for_family(facts.correspondence, "A notice of amendments")
    blocks = (
        Notice(f"We have decided to change {about.own} EHC plan. These are our proposals.", (Says.DECISION,)),
        *_changes(facts, about),
        Notice(
            "You have at least 15 days to comment, from the day you get this notice. We count that day as "
            f"{date_in_words(facts.served_on)}. The last day is {deadline(facts.comments_until)}.",
            (Says.REPRESENTATIONS_PERIOD,),
        ),
        *_what_you_can_do(facts, about),
        Heading("What happens next"),
        Paragraph(
            "We will read all you tell us. Then we will send you the amended final plan. Or we will tell you "
            f"that we make no changes, and why. We must do this by {deadline(facts.final_by)}. You can appeal "
            "then if you do not agree.",
            (Says.NEXT_STEP,),
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *_law(facts.after_review),
    )
    subject = f"Changes we want to make to {about.own} EHC plan"
    return facts.correspondence.letter(LetterKind.AMENDMENT_NOTICE, subject, blocks, _enclosed(facts))


def _changes(facts: AmendmentNotice, about: Subject) -> tuple[Block, ...]:
    sections = tuple(section for section in facts.sections if section.strip())
    filled("\n".join(sections), "at least one section that would change")
    because = filled(facts.because, "why the changes are proposed")
    return (
        Heading("What we want to change, and why"),
        Paragraph(f"Why: {because}", (Says.PROPOSED_CHANGES,)),
        Paragraph("The changes are in these sections:", (Says.PROPOSED_CHANGES,)),
        Bullets(sections, (Says.PROPOSED_CHANGES,)),
        Paragraph(
            "We send you a paper with each change marked. Words we add are underlined. Words we take out are "
            "struck through."
        ),
        Paragraph(
            f"We also send a copy of {about.own} plan as it stands now. It is dated "
            f"{date_in_words(facts.plan_of)}. It stays in force until we send you the amended final plan.",
            (Says.PLAN_AS_IT_STANDS,),
        ),
        *_evidence(facts.evidence),
    )


def _evidence(papers: tuple[str, ...]) -> tuple[Block, ...]:
    if not papers:
        return (Paragraph("There are no other papers behind these changes."),)
    return (Paragraph("The changes rest on these papers, which we also send:"), Bullets(papers))


def _what_you_can_do(facts: AmendmentNotice, about: Subject) -> tuple[Block, ...]:
    now = facts.placement.strip()
    return (
        Heading("What you can do in this time"),
        Definitions(
            (
                (
                    "Comment",
                    "Tell us what is right, wrong or missing. You can write, call or mark the paper.",
                ),
                (
                    "Ask about a personal budget",
                    "This is money set aside for some of the support in the plan. You can ask for one now.",
                ),
            )
        ),
        *((Paragraph(f"Section I of the plan names: {now}. These proposals leave it open."),) if now else ()),
        *schools(facts.school_list),
        *meeting(about, "the changes"),
    )


def _enclosed(facts: AmendmentNotice) -> tuple[str, ...]:
    return (
        f"The EHC plan as it stands, dated {date_in_words(facts.plan_of)}",
        f"Proposed changes, version {facts.version}",
        *facts.evidence,
    )


def _law(after_review: bool) -> tuple[Block, ...]:
    how = (
        (
            "SEND Regulations 2014 regulations 20, 21 and 22",
            "the notice after a review, the 15 days, and the 8 weeks.",
        )
        if after_review
        else (
            "SEND Regulations 2014 regulations 22 and 28",
            "changes without a review, the 15 days, and the 8 weeks.",
        )
    )
    return law(
        ("Children and Families Act 2014 section 44", "reviews of a plan, and changes after them."),
        ("Children and Families Act 2014 sections 38 and 39", "your right to ask for a school or college."),
        ("Children and Families Act 2014 section 49", "personal budgets."),
        how,
        ("SEND Code of Practice 2015 paragraphs 9.193 to 9.198", "how a plan is amended."),
    )
