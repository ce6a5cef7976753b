"""The letter that serves a draft plan on the family (CFA 2014 s.38; SEND Regulations 2014 reg 13(1))."""

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
    for_family,
    free_advice,
    law,
)
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import Subject, date_in_words, deadline


@dataclass(frozen=True, slots=True)
class DraftPlanCover:
    """`served_on` is the day the draft is served and `comments_until` the last of at least 15 days from it.

    `school_list` is where to find out about schools and colleges. `reissue_because` is set when this draft
    takes the place of an earlier one.
    """

    correspondence: Correspondence
    version: int
    served_on: date
    comments_until: date
    final_by: date
    school_list: Contact
    advice_service: Contact
    reissue_because: str = ""


def letter(facts: DraftPlanCover) -> Letter:
    """The letter. Raises DocumentRefused where the recipient is not family."""
    about = for_family(facts.correspondence, "A draft plan")
    blocks = (
        Paragraph(
            f"Here is the draft of {about.own} Education, Health and Care (EHC) plan. It is version "
            f"{facts.version}."
        ),
        *_reissue(facts.reissue_because),
        Notice(
            "You have at least 15 days to comment, from the day you get the draft. We count that day as "
            f"{date_in_words(facts.served_on)}. The last day is {deadline(facts.comments_until)}.",
            (Says.REPRESENTATIONS_PERIOD,),
        ),
        Paragraph("Section I is blank in a draft. This is where a school or college will be named."),
        *_what_you_can_do(facts, about),
        Heading("What happens next"),
        Paragraph(
            "We will read all you tell us. We will ask schools and colleges if they can meet "
            f"{about.own} needs. Then we will send you the final plan. It is due by "
            f"{deadline(facts.final_by)}.",
            (Says.NEXT_STEP,),
        ),
        *contact_us(facts.correspondence.sender),
        *free_advice(facts.advice_service, about.is_reader),
        *law(
            (
                "Children and Families Act 2014 section 38",
                "your right to comment and to ask for a school or college.",
            ),
            ("Children and Families Act 2014 section 49", "personal budgets."),
            ("SEND Regulations 2014 regulation 13(1)", "the 15 days, and your right to a meeting."),
            ("SEND Regulations 2014 regulation 13(2)", "the final plan must be sent within 20 weeks."),
        ),
    )
    subject = f"The draft of {about.own} EHC plan"
    enclosures = (f"Draft EHC plan, version {facts.version}, with the advice we gathered",)
    return facts.correspondence.letter(LetterKind.DRAFT_PLAN, subject, blocks, enclosures)


def _reissue(because: str) -> tuple[Block, ...]:
    if not because.strip():
        return ()
    return (Paragraph(f"It takes the place of the draft we sent before. This is why: {because.strip()}"),)


def _what_you_can_do(facts: DraftPlanCover, about: Subject) -> tuple[Block, ...]:
    return (
        Heading("What you can do in this time"),
        Definitions(
            (
                (
                    "Comment",
                    "Tell us what is right, wrong or missing. You can write, call or mark the draft.",
                ),
                (
                    "Ask about a personal budget",
                    "This is money set aside for some of the support in the plan. You can ask for one now.",
                ),
            )
        ),
        *schools(facts.school_list),
        *meeting(about, "the draft"),
    )


def meeting(about: Subject, of: str) -> tuple[Block, ...]:
    """The right to a meeting with an officer, about a draft plan or about proposed changes."""
    return (
        Heading("Meet us"),
        Paragraph(
            f"You have the right to ask for a meeting with an officer about {of}. If you ask in this "
            f"time, we must meet you. {_bring(about)}",
            (Says.RIGHT_TO_MEETING,),
        ),
    )


def _bring(about: Subject) -> str:
    return (
        "You can bring somebody with you."
        if about.is_reader
        else f"You can bring somebody with you, and {about.given} too."
    )


def schools(listed_at: Contact) -> tuple[Block, ...]:
    """The right to ask for a particular school or college, of which kinds, and where they are listed."""
    return (
        Heading("Ask for a school or college"),
        Paragraph(
            "You have the right to ask for a particular school or college to be named in the plan. It can "
            "be:",
            (Says.RIGHT_TO_ASK_FOR_SCHOOL,),
        ),
        Bullets(
            (
                "a maintained school or maintained nursery school;",
                "an academy or free school;",
                "a further education college;",
                "a non-maintained special school;",
                "an independent special school or college on the list approved under section 41.",
            )
        ),
        Paragraph(
            f"You can find schools and colleges here: {listed_at.name}.\n{listed_at.ways}",
            (Says.WHERE_TO_FIND_SCHOOLS,),
        ),
    )
