"""What in the plan no advice supports, and old findings told as of now: P7.2, B.5."""

import re

from alongside.core.plan.checks import (
    carried,
    language,
    lexicon,
    likeness,
    provision_words,
    quantity,
    sources,
    statements,
    thread,
)
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.items import Item

_LEVELS = lexicon.pattern("evidence.levels")
_FOUND_BY_ADVISERS = ("sensory", "physical", "cognition", "health", "communication")
NEED_IS_KNOWN, PROVISION_IS_KNOWN = 0.45, 0.26
"""Shares of a statement's words that stand in the advice, above which it is taken to come from there."""


def check(context: Context) -> None:
    """Write down old figures, and needs and provisions that come from nowhere. Nothing without advice to look in."""
    if not context.advice or not context.plan.has("K"):
        return
    _old_figures(context)
    stems = frozenset(
        language.stem(word) for advice in context.advice for word in language.words(advice.text)
    )
    for item in context.needs:
        if _need_is_unknown(context, item, stems):
            context.notes.add("P7.2", item.main, item.text)
    for item in context.provisions:
        if item.section == "F":
            _provision(context, item, stems)


def _old_figures(context: Context) -> None:
    """A level or score in B that only stale advice gives."""
    planned = context.case.planned_on
    old = {
        adviser.file
        for adviser in context.case.advisers
        if planned
        and adviser.report_date
        and sources.is_stale(adviser.report_date, planned)
        and not sources.is_agreed(adviser.note)
    }
    stale = _levels("\n".join(a.text for a in context.advice if a.name in old))
    fresh = _levels("\n".join(a.text for a in context.advice if a.name not in old))
    for need in context.needs:
        for sentence in language.sentences(need.text):
            if _levels(sentence) & (stale - fresh):
                context.notes.add("B.5", need.main, sentence)


def _levels(text: str) -> set[str]:
    return set(_LEVELS.findall(quantity.figures(text).lower()))


def _need_is_unknown(context: Context, item: Item, stems: frozenset[str]) -> bool:
    """Most of its particular subjects are in no advice, or only as being well; and so are most of its words."""
    subjects = [c for c in lexicon.concepts(item.text) if lexicon.area(c) in _FOUND_BY_ADVISERS]
    unspoken = [c for c in subjects if not _is_spoken_of(context, c)]
    if not unspoken or 2 * len(unspoken) <= len(subjects):
        return False
    own = likeness.features(item.text, context.case.names).stems
    return len(own & stems) <= NEED_IS_KNOWN * len(own) or _is_denied(context, unspoken)


def _is_spoken_of(context: Context, concept: str) -> bool:
    return any(carried.is_about(advice, concept) for advice in context.advice)


def _is_denied(context: Context, subjects: list[str]) -> bool:
    """The advice speaks of it only to say that it is well."""
    return any(
        statements.says_fine(sentence) and lexicon.concepts(sentence) & set(subjects)
        for advice in context.advice
        for _, sentence, _ in advice.lines
    )


def _provision(context: Context, item: Item, stems: frozenset[str]) -> None:
    particular = lexicon.concepts(language.unquoted(item.text)) & thread.PARTICULAR
    if particular and not any(_is_spoken_of(context, concept) for concept in particular):
        context.notes.add("P7.2", item.main, item.text)
        return
    parts = re.split(r"\band (?=an? )|;\s|(?<=[.])\s", item.text)
    for part in parts:
        own = likeness.features(part, context.case.names)
        if len(own.stems) < 2 or not _is_particular(part):
            continue
        is_known = len(own.stems & stems) > PROVISION_IS_KNOWN * len(own.stems)
        if not is_known and (len(parts) > 1 or not any(_is_spoken_of(context, c) for c in own.concepts)):
            context.notes.add("P7.2", item.main, part.strip(" ."))


def _is_particular(text: str) -> bool:
    """Somebody must have had a reason for it: it has a dose or a name of its own, and is not only vague."""
    if any(phrase.weight == 3 and phrase.pattern.search(text) for phrase in lexicon.phrases()):
        return False
    return bool(language.quoted(text)) or (
        provision_words.states_how_often(text) and not re.search(r"\bstaff\b", text)
    )
