"""To a school or college: consultation on naming it in a plan (CFA 2014 ss.38–40; Code of Practice 9.83)."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
)
from alongside.integrations.documents.correspondence import Correspondence, contact_us, filled, law
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import date_in_words, deadline


@dataclass(frozen=True, slots=True)
class Consultation:
    """`reply_by` is 15 days after the consultation is received. `family_asked` is true where the family asked
    for it.

    `starts_words` says from when a place is wanted and in what year group.
    """

    correspondence: Correspondence
    setting: str
    born_on: date
    family_asked: bool
    starts_words: str
    reply_by: date
    papers: tuple[str, ...]
    reply_at: str


def letter(facts: Consultation) -> Letter:
    """The letter. Raises DocumentRefused where the draft plan is not among the papers, as there are none."""
    child = facts.correspondence.child
    setting = filled(facts.setting, "the name of the school or college consulted")
    if not facts.papers:
        raise DocumentRefused(
            "No papers go with the consultation. Send the draft plan, so that the setting can answer."
        )
    blocks = (
        Paragraph(
            f"We are thinking of naming {setting} in the EHC plan of {child.full}, born "
            f"{date_in_words(facts.born_on)}. {_asked(facts.family_asked)} We must ask you first."
        ),
        Notice(f"Please reply within 15 days, by {deadline(facts.reply_by)}.", (Says.REPLY_PERIOD,)),
        Paragraph(filled(facts.starts_words, "from when a place is wanted, and in what year group")),
        *_answer(facts, child.short),
        *_grounds(),
        Heading("What happens next"),
        Paragraph(
            "We will read your reply before we decide. We make the decision. If we hear nothing by the date "
            "above, we can decide without your reply. If you are named, and section 43 applies to you, you "
            "must admit the child.",
            (Says.NEXT_STEP,),
        ),
        *contact_us(facts.correspondence.sender),
        *law(
            (
                "Children and Families Act 2014 section 39",
                "requests by the family, our duty to consult, the grounds.",
            ),
            (
                "Children and Families Act 2014 section 40",
                "our duty to consult where the family asked for none.",
            ),
            ("Children and Families Act 2014 section 43", "who must admit a child when named."),
            ("SEND Code of Practice 2015 paragraph 9.83", "the 15 days to reply."),
        ),
    )
    subject = f"Consultation about a place: {child.full}"
    return facts.correspondence.letter(LetterKind.CONSULTATION, subject, blocks)


def _asked(by_family: bool) -> str:
    return "The family has asked for it." if by_family else "The family has not asked for it."


def _answer(facts: Consultation, name: str) -> tuple[Block, ...]:
    return (
        Heading("What we ask you"),
        Bullets(
            (
                f"Can you meet {name}’s needs, as the draft plan sets them out?",
                "Do you have a place? If not, what would make one possible?",
                "What would you do first, and what would you need?",
                "If you say no, which of the legal grounds below do you rely on, and why?",
            )
        ),
        Paragraph(f"Answer here:\n{filled(facts.reply_at, 'where to send the answer')}"),
        Heading("Papers we send you"),
        Paragraph("We enclose these papers. Please keep them safe.", (Says.PAPERS_SENT,)),
        Bullets(facts.papers, (Says.PAPERS_SENT,)),
    )


def _grounds() -> tuple[Block, ...]:
    return (
        Heading("The only legal grounds for not naming a school or college the family asks for"),
        Bullets(
            (
                "It is unsuitable for the age, ability, aptitude or special educational needs of the child.",
                "The child’s attendance would be incompatible with the efficient education of others.",
                "The child’s attendance would be incompatible with the efficient use of resources.",
            ),
            (Says.LAWFUL_GROUNDS,),
        ),
        Paragraph(
            "Being full is not a ground in itself. Please say what would happen to the education of others, "
            "or to resources, and give the facts."
        ),
    )
