"""An index of the words of many plans, in which a run of 25 words of another plan is found quickly.

Shared runs are found by winnowing (Schleimer, Wilkerson and Aiken 2003): of every 14 neighbouring runs of 12 words
the one with the least fingerprint is kept, so that any 25 words in common share at least one kept run. Names and
pronouns of each child are taken out first, so that a changed name does not hide a copy.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from alongside.core.plan.checks import language, lexicon
from alongside.core.plan.checks.document import Passage, PlanDocument
from alongside.core.plan.checks.headings import FRONT
from alongside.core.plan.checks.items import is_standing_text

LEAST = 25
"""Words in a row that count as copied."""

RUN, WINDOW = 12, 14
_HE = lexicon.word_set("copy_index.he")
_INSTITUTION = lexicon.pattern("copy_index.institution")


@dataclass(frozen=True, slots=True)
class Other:
    """Another child's plan, and the names that belong to that child."""

    plan: PlanDocument
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """One word with where it stands in its passage."""

    word: str
    start: int
    end: int


def tokens(text: str, names: Iterable[str]) -> list[Token]:
    """The words of a passage; the child's own names are one sign and all pronouns another."""
    own = {part for name in names for part in language.words(name.replace("-", " "))}
    found = []
    for match in re.finditer(r"[A-Za-z0-9]+(?:[’'][a-z]+)?", text):
        word = match.group().lower().replace("’", "'")
        plain = word.removesuffix("'s")
        word = "<name>" if plain in own else "<he>" if word in _HE else word
        found.append(Token(word, *match.span()))
    return found


def _print(run: Sequence[str]) -> int:
    return zlib.crc32(" ".join(run).encode())


def fingerprints(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The kept runs of a passage of at least LEAST words, each with its fingerprint and where it begins."""
    prints = [_print(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    last = -1
    for first in range(len(prints) - WINDOW + 1):
        window = prints[first : first + WINDOW]
        at = first + min(range(len(window)), key=lambda n: (window[n], -n))
        if at != last:
            last = at
            yield prints[at], at


def is_standard(passage: Passage) -> bool:
    """True for what a council prints in every plan: it is about the plan and the council, not about a child."""
    if passage.section in (FRONT, "I", "J", "K"):
        return bool(_INSTITUTION.search(passage.text)) or passage.section != FRONT
    return is_standing_text(passage)


@dataclass(slots=True)
class Index:
    """Where the kept runs of many plans stand, and the words of the passages that hold them.

    Only words are kept, so that the plans of a whole authority fit in memory. Of each run the first `most` places
    are kept: what stands in more plans than that is found in those.
    """

    most: int = 6
    held: dict[int, list[int]] = field(default_factory=dict)
    passages: list[tuple[str, str]] = field(default_factory=list)
    children: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, other: Other) -> None:
        """Put one plan in."""
        self.children[other.plan.name] = frozenset(
            part for name in other.names for part in language.words(name.replace("-", " "))
        )
        for passage in other.plan.passages:
            if len(passage.text) < 80 or is_standard(passage):
                continue
            words = [token.word for token in tokens(passage.text, other.names)]
            if len(words) < LEAST:
                continue
            number = len(self.passages)
            self.passages.append((other.plan.name, " ".join(words)))
            for mark, _ in fingerprints(words):
                where = self.held.setdefault(mark, [])
                if len(where) < self.most:
                    where.append(number)


def index_of(others: Sequence[Other]) -> Index:
    """An index of these plans."""
    index = Index()
    for other in others:
        index.add(other)
    return index
