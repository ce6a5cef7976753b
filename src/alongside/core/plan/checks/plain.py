"""Whether a family can read it: P6.1, P6.2."""

import re

from alongside.core.plan.checks import language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.headings import FRONT

HARD_GRADE, LONG_SENTENCE, LONG_WORDS = 17.0, 30, 1.6
DENSE_SENTENCE, DENSE_WORDS = 12, 2.3
"""A grade beyond school; words in a sentence; syllables a word. Precise provision is long, but its words are short."""

_SMALL = ("and", "of", "the", "for", "in", "to", "a", "with", "on")
_ABBREVIATION = re.compile(r"(?<![\w’'/.-])[A-Z][A-Za-z]?[A-Z]{1,5}s?(?![\w’'-])")
_EVERYBODY_KNOWS = lexicon.word_set("plain.everybody_knows")


def check(context: Context) -> None:
    """Write down sentences that are far too hard, and abbreviations that nobody explains."""
    text = "\n".join(p.text for p in context.plan.passages)
    seen: set[str] = set()
    for passage in context.plan.passages:
        if passage.section != FRONT or len(passage.text) > 200:
            for sentence in language.sentences(passage.text):
                count = len(language.words(sentence))
                if _is_hard(sentence, count):
                    context.notes.add(
                        "P6.1", passage, sentence, why=f"The sentence has {count} words, many of them long."
                    )
        for match in _ABBREVIATION.finditer(passage.text):
            letters = match.group().rstrip("s")
            if (
                letters.upper() in _EVERYBODY_KNOWS
                or letters in seen
                or passage.text.isupper()
                or _is_in_capitals(passage.text, match)
            ):
                continue
            seen.add(letters)
            if not is_spelled_out(letters, text):
                context.notes.add("P6.2", passage, letters, why=f"“{letters}” is nowhere spelled out.")


def _is_hard(sentence: str, count: int) -> bool:
    """Long and full of long words; or shorter, and hardly a short word in it."""
    if count < DENSE_SENTENCE:
        return False
    found = language.words(language.unquoted(sentence))
    average = sum(map(language.syllables, found)) / max(1, len(found))
    is_long = count >= LONG_SENTENCE and average >= LONG_WORDS
    is_dense = count >= DENSE_SENTENCE and average >= DENSE_WORDS
    return (is_long or is_dense) and language.grade(language.unquoted(sentence)) >= HARD_GRADE


def _is_in_capitals(text: str, match: re.Match[str]) -> bool:
    """A word in a heading that stands in capitals, such as "SECTION A"."""
    near = re.findall(r"[A-Za-z]{2,}", text[max(0, match.start() - 24) : match.end() + 24])
    others = [word for word in near if word != match.group()]
    return bool(others) and sum(word.isupper() for word in others) >= max(2, len(others) - 1)


def is_spelled_out(letters: str, text: str) -> bool:
    """True where the words stand beside the letters in brackets, or anywhere as words with these initials."""
    own = re.escape(letters)
    if re.search(
        rf"\b{own}s?\s*\([^)]{{4,}}\)|[^.()\n]{{4,90}}\(\s*(?:or |the )?[“\"']?{own}s?[”\"']?\s*\)", text
    ):
        return True
    initials = letters.lower()
    tokens = language.words(text)
    return any(
        word[0] == initials[0]
        and word != initials
        and _spells(tokens[start : start + 2 * len(initials) + 2], initials)
        for start, word in enumerate(tokens)
    )


def _spells(tokens: list[str], initials: str) -> bool:
    """True where the words, small ones left out, begin with these letters in turn."""
    got = ""
    for word in tokens:
        if word[0] == initials[len(got)]:
            got += word[0]
        elif word not in _SMALL:
            return False
        if got == initials:
            return True
    return False
