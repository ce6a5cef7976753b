"""Advice given in a structured form as a paper, kept once with the advice (SEND Regulations 2014 reg 12(1)(k))."""

from datetime import date

from alongside.app import letters, ports
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About
from alongside.app.letters import Filing
from alongside.app.notices import ADVICE_WORDS
from alongside.app.plan_papers import AdvicePaper
from alongside.core.access.parts import OF_ADVICE
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind
from alongside.records.models import Advice, Document


def keep(deed: CaseDeed, row: Advice) -> Document | None:
    """Within a deed: the paper of this advice as PDF and Word; None where all of it came as a file."""
    if not (row.answers or row.nothing_to_add):
        return None
    kind, case, person = AdviceKind(row.kind), deed.case, deed.case.person
    post = row.author_post or (row.party.relationship if row.party else "")
    paper = AdvicePaper(
        office=letters.office(case.authority_id, row.author_name),
        reference=case.reference,
        about=About(person.forename, person.surname, person.known_as),
        dated_on=row.written_on,
        born_on=person.born_on,
        kind=_kind(row, kind),
        author=row.author_name,
        post=post,
        answers=tuple(
            (question, _day_in_words(text))
            for question, text in advice_forms.answered(advice_forms.form_for(kind, row.form), row.answers)
        ),
        nothing_because=row.nothing_to_add_reason,
    )
    title = f"Advice: {paper.kind}, {row.author_name}"[:200]
    return letters.file(
        deed, ports.letters().paper(paper), Filing("ADVICE", title, OF_ADVICE[kind], row.written_on)
    )


def _day_in_words(text: str) -> str:
    """An answer that is a day is kept as ISO text."""
    try:
        return f"{date.fromisoformat(text):%-d %B %Y}"
    except ValueError:
        return text


def _kind(row: Advice, kind: AdviceKind) -> str:
    """The kind of advice in words that are true for whoever reads it."""
    return (
        "The family’s own advice"
        if row.party or kind is AdviceKind.PARENT_OR_YOUNG_PERSON
        else ADVICE_WORDS[kind]
    )
