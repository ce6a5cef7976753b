"""To a body that must hear of a step by law: the ICB, social care, the head or principal.

SEND Regulations 2014 regs 4(2), 5(2), 10, 20(11), 25, 31(3).
"""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Notice,
    Paragraph,
    Reader,
)
from alongside.integrations.documents.correspondence import Correspondence, contact_us, law
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import date_in_words

ACT = "Children and Families Act 2014"
REGULATIONS = "SEND Regulations 2014"
SAID: dict[str, tuple[str, str, tuple[str, str]]] = {
    "REQUEST": (
        "we received a request for an EHC needs assessment",
        "We must decide within 6 weeks whether to assess. If you hold information that bears on that, please send it "
        "now. If we assess, we ask you for advice in a letter of its own.",
        (f"{REGULATIONS} regulation 4(2)", "whom we tell that we consider an assessment."),
    ),
    "DECISION_TO_ASSESS": (
        "we decided to carry out an EHC needs assessment",
        "Whoever must advise is asked in a letter of their own, and has 6 weeks. If you get no such letter, there is "
        "nothing that you must do.",
        (f"{REGULATIONS} regulation 5(2)", "whom we tell of our decision."),
    ),
    "REFUSAL_TO_ASSESS": (
        "we decided not to carry out an EHC needs assessment",
        "The family can appeal. Support without a plan goes on. There is nothing that you must do.",
        (f"{REGULATIONS} regulation 5(2)", "whom we tell of our decision."),
    ),
    "NO_PLAN": (
        "we decided, after an EHC needs assessment, not to issue a plan",
        "The family can appeal. Support without a plan goes on. There is nothing that you must do.",
        (f"{REGULATIONS} regulation 10", "whom we tell of our decision."),
    ),
    "WILL_AMEND": (
        "we decided after a review to amend the EHC plan",
        "The family gets our proposals and has at least 15 days to comment. The plan stays in force as it is until "
        "the amended final plan is sent.",
        (f"{REGULATIONS} regulations 20 and 21", "whom we tell of our decision after a review."),
    ),
    "NOT_AMENDING": (
        "we decided to keep the EHC plan as it is",
        "The plan stays in force as it is. Please go on giving the support that it sets out. The family can appeal.",
        (f"{REGULATIONS} regulations 20 and 21", "whom we tell of our decision after a review."),
    ),
    "CEASING": (
        "we decided to cease to maintain the EHC plan",
        "The plan stays in force until the time to appeal has ended, or an appeal is decided. Please go on giving the "
        "support that it sets out until we write again.",
        (f"{REGULATIONS} regulation 31", "whom we tell that a plan is to end."),
    ),
    "REASSESSING": (
        "we decided to reassess a child or young person who has an EHC plan",
        "Whoever must advise is asked in a letter of their own. The plan stays in force as it is until then.",
        (f"{REGULATIONS} regulation 25", "whom we tell whether we reassess."),
    ),
    "NOT_REASSESSING": (
        "we decided not to reassess a child or young person who has an EHC plan",
        "The plan stays in force as it is. The family can appeal.",
        (f"{REGULATIONS} regulation 25", "whom we tell whether we reassess."),
    ),
}
"""Per step: what happened, what happens next, and the rule under which the body is told."""


@dataclass(frozen=True, slots=True)
class BodyNotice:
    """`step` is a code of SAID, `on` the day on which it happened. `born_on` identifies the child."""

    correspondence: Correspondence
    step: str
    on: date
    born_on: date | None


def letter(facts: BodyNotice) -> Letter:
    """The letter. Raises DocumentRefused where it is addressed to somebody of the family."""
    to = facts.correspondence.recipient
    if to.reader is not Reader.PROFESSIONAL:
        raise DocumentRefused(f"This notice goes to a body. “{to.name}” is entered as one of the family.")
    what, next_step, rule = SAID[facts.step]
    child = facts.correspondence.child
    born = f", born {date_in_words(facts.born_on)}" if facts.born_on else ""
    blocks = (
        Notice(
            f"On {date_in_words(facts.on)} {what}. This is about {child.full}{born}.", (Says.WHAT_HAPPENED,)
        ),
        Paragraph("By law we must tell you. Please keep this letter with the child’s record."),
        Heading("What happens next"),
        Paragraph(next_step, (Says.NEXT_STEP,)),
        *contact_us(facts.correspondence.sender),
        *law((f"{ACT} Part 3", "children and young people with special educational needs."), rule),
    )
    return facts.correspondence.letter(LetterKind.BODY_NOTICE, f"Notice about {child.full}", blocks)
