"""Advice given in a structured form, as a paper for the appendices of a plan (SEND Regulations 2014 reg 12(1)(k)).

It holds the words of whoever gave it, unchanged, under the questions that they were asked.
"""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Block,
    ChildName,
    Definitions,
    DocumentRefused,
    Heading,
    Lines,
    Notice,
    prose,
)
from alongside.integrations.documents.sheet import Sheet, check_headings
from alongside.integrations.documents.wording import date_in_words


@dataclass(frozen=True, slots=True)
class Advice:
    """`kind` is the kind of advice in words; `answers` are (question, words). `nothing_because` is set instead
    where the adviser has nothing to add. `post` is the author's profession or what they are to the child.
    """

    authority: str
    reference: str
    child: ChildName
    born_on: date | None
    kind: str
    author: str
    post: str
    written_on: date
    answers: tuple[tuple[str, str], ...]
    nothing_because: str = ""


def of_advice(advice: Advice) -> Sheet:
    """The paper. Raises DocumentRefused where it says nothing or nobody gave it."""
    if not advice.author.strip() or not (advice.answers or advice.nothing_because.strip()):
        raise DocumentRefused(
            f"The advice for {advice.reference} cannot be printed: it needs its author’s name, and an answer or the "
            "reason why there is nothing to add."
        )
    title = f"{advice.kind}: advice about {advice.child.full}"
    blocks: list[Block] = [
        Heading(title, 1),
        Definitions(tuple((term, words) for term, words in _about(advice) if words.strip())),
    ]
    if advice.nothing_because.strip():
        blocks += [
            Heading("Nothing to add"),
            Notice("The adviser was asked and has nothing to add, for this reason:"),
            *prose(advice.nothing_because),
        ]
    for question, words in advice.answers:
        blocks += [Heading(question), *prose(words)]
    signed = (advice.author, advice.post, f"Date: {date_in_words(advice.written_on)}")
    blocks += [Heading("Given by"), Lines(tuple(line for line in signed if line.strip()), strong_first=True)]
    check_headings(blocks)
    return Sheet(
        title=title,
        reference=advice.reference,
        dated_on=advice.written_on,
        authority=advice.authority,
        letterhead=(advice.authority,),
        blocks=tuple(blocks),
    )


def _about(advice: Advice) -> tuple[tuple[str, str], ...]:
    return (
        ("Child or young person", advice.child.full),
        ("Date of birth", date_in_words(advice.born_on) if advice.born_on else ""),
        ("Author", advice.author),
        ("Profession or relationship", advice.post),
        ("Date of the advice", date_in_words(advice.written_on)),
    )
