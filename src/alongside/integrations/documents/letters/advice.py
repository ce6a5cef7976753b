"""To a professional: the request for advice (SEND Regulations 2014 regs 6, 8), and the reminder."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    Definitions,
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
class AdviceRequest:
    """`due_on` is 6 weeks from the day the body receives the request. `papers` go with it, the family’s views
    first.

    `reply_at` is where to answer. `born_on` identifies the child to a body that knows many.
    """

    correspondence: Correspondence
    advice: str
    born_on: date
    questions: tuple[str, ...]
    papers: tuple[str, ...]
    due_on: date
    reply_at: str


@dataclass(frozen=True, slots=True)
class AdviceChaser:
    """A reminder. `next_step` says who will be told, and when, if the advice does not come."""

    correspondence: Correspondence
    advice: str
    born_on: date
    asked_on: date
    due_on: date
    next_step: str
    reply_at: str


def request(facts: AdviceRequest) -> Letter:
    """The request.

    Raises DocumentRefused where there is no question, or no paper to send with it (reg 6(3)).
    """
    child = facts.correspondence.child
    questions = tuple(question.strip() for question in facts.questions if question.strip())
    if not questions:
        raise DocumentRefused("The request for advice asks nothing. Give at least one question.")
    if not facts.papers:
        raise DocumentRefused(
            "No papers go with the request for advice. Regulation 6(3) says the family’s views and evidence "
            "must be sent: add them, or a note that the family has not given any."
        )
    blocks = (
        Paragraph(
            f"We are carrying out an EHC needs assessment for {child.full}, born "
            f"{date_in_words(facts.born_on)}. Please give us your "
            f"{filled(facts.advice, 'the kind of advice asked for')}."
        ),
        Notice(
            f"By law we need your advice within 6 weeks, by {deadline(facts.due_on)}.", (Says.ADVICE_DUE,)
        ),
        *_asked(questions, facts.papers, child.short),
        *_how_to_answer(facts.reply_at),
        *_exceptions(),
        *contact_us(facts.correspondence.sender),
        *_advice_law(),
    )
    subject = f"Please give us your advice: {child.full}"
    return facts.correspondence.letter(LetterKind.ADVICE_REQUEST, subject, blocks)


def chaser(facts: AdviceChaser) -> Letter:
    """The reminder. It says whether the date has passed, going by the date of the letter."""
    child = facts.correspondence.child
    late = facts.correspondence.dated_on > facts.due_on
    advice = filled(facts.advice, "the kind of advice asked for")
    blocks = (
        Paragraph(
            f"On {date_in_words(facts.asked_on)} we asked for your {advice} for {child.full}, born "
            f"{date_in_words(facts.born_on)}. We have not received it."
        ),
        Notice(
            f"The 6 weeks {'ended' if late else 'end'} on {deadline(facts.due_on)}. "
            + ("Your advice is late. Please send it now." if late else "Please send your advice by then."),
            (Says.ADVICE_DUE,),
        ),
        Paragraph("The child’s plan waits for your advice. We have told the family that we asked you."),
        Heading("What happens next"),
        Paragraph(filled(facts.next_step, "what happens if the advice does not come"), (Says.NEXT_STEP,)),
        *_how_to_answer(facts.reply_at),
        *_exceptions(),
        *contact_us(facts.correspondence.sender),
        *_advice_law(),
    )
    subject = f"{'Late' if late else 'Reminder'}: your advice for {child.full}"
    return facts.correspondence.letter(LetterKind.ADVICE_CHASER, subject, blocks)


def _how_to_answer(reply_at: str) -> tuple[Block, ...]:
    return (
        Heading("How to answer"),
        Paragraph(
            f"Answer in the form, or upload a report, here:\n{filled(reply_at, 'where to send the answer')}"
        ),
        Paragraph(
            "If you do not know the child, or have nothing to add, tell us so and say why. “Nothing to add” "
            "with a reason is an answer.",
            (Says.NOTHING_TO_ADD,),
        ),
    )


def _exceptions() -> tuple[Block, ...]:
    return (
        Heading("If you cannot meet the date"),
        Paragraph(
            "Tell us at once. The law allows only these reasons, and only where they make the date "
            "impractical:"
        ),
        Bullets(
            (
                "exceptional circumstances affect the child, the parent or the young person in the 6 weeks;",
                "the child, the parent or the young person is away from the area for at least 4 continuous "
                "weeks in the 6 weeks;",
                "the child or young person misses an appointment that you made for an examination or test in "
                "the 6 weeks.",
            ),
            (Says.ADVICE_EXCEPTIONS,),
        ),
        Paragraph("A waiting list or a shortage of staff is not one of them."),
    )


def _advice_law() -> tuple[Block, ...]:
    return law(
        ("Children and Families Act 2014 section 31", "bodies asked to co-operate must do so."),
        ("SEND Regulations 2014 regulation 6(1)", "the advice we must seek, and what it covers."),
        ("SEND Regulations 2014 regulation 6(3)", "we must send you the family’s views and evidence."),
        ("SEND Regulations 2014 regulation 8(1) and (2)", "the 6 weeks, and the only exceptions."),
    )


def _asked(questions: tuple[str, ...], papers: tuple[str, ...], name: str) -> tuple[Block, ...]:
    return (
        Heading("What we ask you"),
        Paragraph(
            f"Tell us about {name}’s needs, the support those needs call for, and the outcomes it "
            f"should lead to. Please be clear and specific: what, by whom, how often and for how long."
        ),
        Definitions(
            tuple((f"Question {number}", text) for number, text in enumerate(questions, start=1)),
            (Says.QUESTIONS,),
        ),
        Heading("Papers we send you"),
        Paragraph("We enclose these papers:", (Says.PAPERS_SENT,)),
        Bullets(papers, (Says.PAPERS_SENT,)),
    )
