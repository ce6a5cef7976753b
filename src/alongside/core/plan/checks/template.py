"""Prompts, placeholders and comments that were left in: P4.1, P4.2."""

import re

from alongside.core.plan.checks import items, language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.headings import FRONT

PROMPTS = lexicon.pattern("template.prompts")
_CAPITALS = re.compile(r"\b(?:TBC|TBA|TBD|TODO|FIXME|XX+|INSERT|DELETE|N\.?N\.?)\b(?! chromosome)(?:\s+\w+)?")
_X_GAP = re.compile(r"\b[Xx]{3,}\b|\bXX\b(?! chromosome| century)")
_NOTES = lexicon.pattern("template.notes")
_PRONOUNS = lexicon.pattern("template.pronouns")
_SECTION_I = ("I",)
_NO_CHILD = (FRONT, "I", "J", "K")


def check(context: Context) -> None:
    """Write down every gap that was never filled in, and every comment still in the file."""
    for passage in context.plan.passages:
        for found in _gaps(passage.text):
            if passage.section in _SECTION_I and context.case.is_draft:
                continue
            context.notes.add("P4.1", passage, found)
        if passage.section not in _NO_CHILD and not items.is_standing_text(passage):
            for match in _PRONOUNS.finditer(language.unquoted(passage.text)):
                context.notes.add("P4.1", passage, match.group(), severity=Severity.WARNING)
    for comment in context.plan.comments:
        context.notes.add("P4.2", "0", comment)


def _gaps(text: str) -> list[str]:
    found = [match.group().strip() for match in PROMPTS.finditer(language.unquoted(text))]
    plain = PROMPTS.sub(" ", language.unquoted(text))
    for pattern in (_CAPITALS, _X_GAP, _NOTES):
        for match in pattern.finditer(plain):
            if not any(match.group() in each for each in found):
                found.append(match.group().strip())
    return list(dict.fromkeys(found))


def without_prompts(text: str) -> str:
    """The text without prompts and placeholders: what somebody really wrote."""
    return _X_GAP.sub(" ", _CAPITALS.sub(" ", PROMPTS.sub(" ", text)))
