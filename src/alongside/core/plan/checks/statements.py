"""What an advice says that a plan must take up: each need and each provision, as the adviser put it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique

from alongside.core.plan.checks import language, lexicon, provision_words
from alongside.core.plan.checks.facts import Advice, CaseFacts

_PROVISION_HEADING = lexicon.pattern("statements.provision_heading")
_PASSED_OVER = lexicon.pattern("statements.passed_over")
_STRENGTH_HEADING = lexicon.pattern("statements.strength_heading")
_ASKS = lexicon.pattern("statements.asks")
_LACKS = lexicon.pattern("statements.lacks")
_FINE = lexicon.pattern("statements.fine")
_OF_THE_PAPER = lexicon.pattern("statements.of_the_paper")
_HEALTH_AUTHOR = lexicon.pattern("statements.health_author")
SHORTEST = 5


@unique
class Kind(StrEnum):
    """What a statement is."""

    NEED = "NEED"
    PROVISION = "PROVISION"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or bullet of advice. `section` is that of the plan which ought to carry it."""

    doc: str
    kind: Kind
    text: str
    around: str
    section: str
    is_listed: bool = False


def of(advice: Advice, case: CaseFacts) -> tuple[Statement, ...]:
    """The needs and provisions that an advice states, in its own words and order."""
    return tuple(_statements(advice, case))


def _statements(advice: Advice, case: CaseFacts) -> Iterator[Statement]:
    kind: Kind | None = None
    seen_heading = passed = strengths = False
    author = _author(advice, case)
    for level, text, listed in advice.lines:
        if level:
            seen_heading = seen_heading or level > 1
            passed = bool(_PASSED_OVER.search(text)) and not _PROVISION_HEADING.search(text)
            strengths = bool(_STRENGTH_HEADING.search(text))
            kind = Kind.PROVISION if _PROVISION_HEADING.search(text) else Kind.NEED
            continue
        if passed or (kind is None and not _is_letter(advice)):
            continue
        for sentence in _units(text, listed, kind):
            found = _kind_of(sentence, kind or Kind.NEED, strengths)
            if found and len(language.words(sentence)) >= SHORTEST and not _OF_THE_PAPER.search(sentence):
                yield Statement(advice.name, found, sentence, text, _section(found, sentence, author), listed)


def _is_letter(advice: Advice) -> bool:
    """A letter: it has no headings but its title."""
    return sum(level > 0 for level, _, _ in advice.lines) <= 1


def _units(text: str, listed: bool, kind: Kind | None) -> tuple[str, ...]:
    if listed and kind is Kind.PROVISION:
        return (text,)
    return language.sentences(text)


def _kind_of(sentence: str, under: Kind, strengths: bool) -> Kind | None:
    if under is Kind.PROVISION:
        return Kind.PROVISION
    if _FINE.search(sentence):
        return None
    if _ASKS.search(sentence) and (
        provision_words.states_length(sentence) or provision_words.states_how_often(sentence)
    ):
        return Kind.PROVISION
    if _LACKS.search(sentence) or _ASKS.search(sentence):
        return None if strengths and not _ASKS.search(sentence) else Kind.NEED
    return None


def _author(advice: Advice, case: CaseFacts) -> str:
    """Health, care or education, from the case or from the first lines."""
    said = next((f"{a.role} {a.name}" for a in case.advisers if a.file == advice.name), "")
    said = said or " ".join([advice.name.replace("_", " "), *(text for _, text, _ in advice.lines[:4])])
    if re.search(
        r"social care|social work|children[’']s services|family support|disabled children", said, re.I
    ):
        return "care"
    if _HEALTH_AUTHOR.search(said):
        return "health"
    return "education"


def _section(kind: Kind, sentence: str, author: str) -> str:
    health = any(lexicon.area(concept) == "health" for concept in lexicon.concepts(sentence))
    if kind is Kind.NEED:
        return (
            "D"
            if author == "care"
            else "C"
            if author == "health" or (health and author != "education")
            else "B"
        )
    if author == "care":
        return "H2" if re.search(r"\b(?:nights?|weekends?|overnight|story)\b", sentence, re.I) else "H1"
    teaches = re.search(r"\b(?:teach\w*|taught|train\w*|learn\w*|practis\w*)\b", sentence, re.I)
    return "G" if author == "health" and not teaches else "F"


def says_fine(sentence: str) -> bool:
    """True where a sentence says that something is as it should be."""
    return bool(_FINE.search(sentence))
