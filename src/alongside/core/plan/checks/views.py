"""The child's own views, how they were gathered, and strengths that are none: A.1, A.2, A.3."""

import re

from alongside.core.plan.checks import days, language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.items import is_strength

_UNABLE = lexicon.pattern("views.unable")
_ATTEMPT = lexicon.pattern("views.attempt")
_METHOD = lexicon.pattern("views.method")
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|my|me)\b")
_SHOWED = lexicon.pattern("views.showed")
_NEGATIVE = lexicon.pattern("views.negative")
_BAD = lexicon.pattern("views.bad")
_POSITIVE = lexicon.pattern("views.positive")


def check(context: Context) -> None:
    """Write down what is missing from Section A, and difficulties among the strengths."""
    if context.plan.has("A") and context.plan.of("A"):
        _missing(context)
        _method(context)
    _strengths(context)


def _missing(context: Context) -> None:
    text = context.plan.text("A")
    for passage in context.plan.of("A"):
        for sentence in language.sentences(passage.text):
            spoken = language.unquoted(sentence)
            if (
                _UNABLE.search(spoken)
                and not _ATTEMPT.search(spoken)
                and _about_child(context, spoken)
                and not _follows_an_attempt(context, sentence)
            ):
                context.notes.add("A.1", passage, sentence)
                return
    spoken_by = [q for q in language.quoted(text) if _FIRST_PERSON.search(q)]
    if (
        not spoken_by
        and not _FIRST_PERSON.search(text)
        and not _SHOWED.search(text)
        and not _follows_an_attempt(context, "\0")
    ):
        context.notes.add("A.1", "A", context.plan.headings["A"])


def _about_child(context: Context, sentence: str) -> bool:
    """Not about a parent whose views are missing: that is another matter."""
    return not lexicon.people("relatives", "parents").search(sentence) or any(
        name in sentence for name in context.case.names
    )


def _follows_an_attempt(context: Context, sentence: str) -> bool:
    """The section goes on to say how the child was asked in another way, and on which days."""
    rest = context.plan.text("A").replace(sentence, " ")
    asked = [
        s
        for s in language.sentences(rest)
        if _ATTEMPT.search(language.unquoted(s))
        and (days.stated(s) or re.search(r"\b(?:times|days|mornings|visits|sessions|weeks)\b", s))
    ]
    return bool(asked)


def _method(context: Context) -> None:
    text = language.unquoted(context.plan.text("A"))
    own = [s for s in language.sentences(text) if _METHOD.search(s)]
    has_day = any(days.stated(s) or re.search(r"\b(?:20\d\d|autumn|spring|summer)\b", s, re.I) for s in own)
    has_who = any(_names_another(context, s) for s in own)
    if not own or not (has_day or has_who):
        context.notes.add("A.2", "A", context.plan.headings["A"])


def _names_another(context: Context, sentence: str) -> bool:
    if lexicon.people("roles").search(sentence):
        return True
    return any(
        part in sentence for person in context.case.other_people for part in person.split("(")[0].split()
    )


def _strengths(context: Context) -> None:
    for passage in context.plan.of("A", "B"):
        among = is_strength(passage)
        for sentence in language.sentences(passage.text):
            spoken = language.unquoted(sentence)
            contrast = _POSITIVE.search(spoken) and _NEGATIVE.search(spoken)
            is_bad = (passage.section == "A" and contrast) or (among and (_BAD.search(spoken) or contrast))
            if is_bad and not re.search(r"\b(?:even though|despite|no longer)\b", spoken, re.I):
                context.notes.add("A.3", passage, sentence)
