"""English, as far as the checks need it: sentences, clauses, words, stems, syllables, and what is in quotation.

Nothing here understands. Each function says what it does in words that a reader could do by hand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9£]+(?:['’][a-z]+)?(?:\.\d+)?", re.IGNORECASE)
_STOPS_THAT_DO_NOT_END = re.compile(
    r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|prof|st|no|nos|vs|approx|tel|ref|app|yrs?|mins?|hrs?|incl|cont|para|p|pp)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"”'’)\]]*(?=\s|$)|\n+")
_NUMBERED = re.compile(r"^\(?(?:[A-Z]{0,2}\d{1,2}[a-z]?(?:\.\d+)*|[A-Z])[.)]$")
_CLAUSE = re.compile(r"\s*[;:,()\[\]]\s+|\s*[;()\[\]]\s*|\s+[–—-]\s+|\s+(?=\b(?:but|whereas|although)\b)")
_QUOTED = re.compile(r"“[^”\n]{1,1200}”|\"[^\"\n]{1,1200}\"|(?<![\w])‘[^’\n]{3,400}’(?!\w)")
_VOWELS = re.compile(r"[aeiouy]+")


def clean(text: str) -> str:
    """The text with ordinary spaces and hyphens, and no invisible signs."""
    text = text.replace("\u00a0", " ").replace("\u200b", "").replace("\u00ad", "").replace("\u2011", "-")
    return re.sub(r"[ \t]+", " ", text).strip()


@lru_cache(maxsize=16_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, as they stand. A line break ends one; "e.g." and "Dr." do not."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        so_far = text[start : match.end()].strip()
        if not match.group().startswith("\n") and _goes_on(so_far, text[match.end() :]):
            continue
        if so_far:
            found.append(so_far)
        start = match.end()
    rest = text[start:].strip()
    if rest:
        found.append(rest)
    return tuple(found)


def _goes_on(so_far: str, rest: str) -> bool:
    if _STOPS_THAT_DO_NOT_END.search(so_far) or _NUMBERED.match(so_far):
        return bool(rest.strip()) and not (so_far.lower().endswith("etc.") and rest.strip()[:1].isupper())
    following = rest.lstrip()[:1]
    return following.islower()


def clause_at(sentence: str, position: int) -> str:
    """The clause of a sentence that holds this position."""
    start = 0
    for match in _CLAUSE.finditer(sentence):
        if match.end() > position:
            return sentence[start : match.start()].strip(" .")
        start = match.end()
    return sentence[start:].strip(" .")


def words(text: str) -> list[str]:
    """The words and figures of a text, in lower case."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without the endings that mark number, tense and manner: "helping", "helps", "helped" are one."""
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) <= 3 or word[0].isdigit():
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (4 if ending in ("er", "ers") else 3):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


_ENDINGS = (
    ("ational", "ate"),
    ("ations", "ate"),
    ("ation", "ate"),
    ("iness", "y"),
    ("ments", ""),
    ("ment", ""),
    ("ities", ""),
    ("ity", ""),
    ("ingly", ""),
    ("edly", ""),
    ("ings", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ily", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ing", ""),
    ("ness", ""),
    ("ers", ""),
    ("ed", ""),
    ("er", ""),
    ("ly", ""),
    ("us", "us"),
    ("ss", "ss"),
    ("s", ""),
)


def quoted(text: str) -> list[str]:
    """What stands between quotation marks."""
    return [match.group()[1:-1] for match in _QUOTED.finditer(text)]


def unquoted(text: str) -> str:
    """The text with each quotation replaced by as many spaces, so that positions stay."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, without a silent e at the end."""
    groups = len(_VOWELS.findall(word.lower()))
    if word.lower().endswith("e") and not word.lower().endswith(("le", "ee")):
        groups -= 1
    return max(1, groups)


def grade(sentence: str) -> float:
    """The Flesch-Kincaid grade of one sentence (Kincaid and others, 1975): schooling in American years."""
    found = words(sentence)
    if not found:
        return 0.0
    return 0.39 * len(found) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def shingles(tokens: list[str], size: int) -> Iterator[tuple[str, ...]]:
    """Every run of `size` words."""
    for start in range(len(tokens) - size + 1):
        yield tuple(tokens[start : start + size])
