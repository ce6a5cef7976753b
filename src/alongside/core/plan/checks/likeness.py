"""How much of one statement stands in another, in the same or other words.

Each statement is a bag of stems, of concepts (words/concepts.toml) and of figures. A stem counts the more the fewer
statements of the case it stands in (Sparck Jones 1972). Likeness is the weight of what both share over the weight of
the shorter view: what the statement says. It is a reason to ask, not a proof.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from alongside.core.plan.checks import language, lexicon, quantity

_SMALL = lexicon.word_set("likeness.small")
CONCEPT_WEIGHT = 1.6
FIGURE_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Features:
    """What a statement says, as far as it can be counted."""

    stems: frozenset[str]
    concepts: frozenset[str]
    figures: frozenset[str]

    @property
    def size(self) -> int:
        """How many different things are said."""
        return len(self.stems) + len(self.figures)


@lru_cache(maxsize=4_000)
def features(text: str, names: tuple[str, ...] = ()) -> Features:
    """The features of a text; `names` are those of the child and the people about, who are in every statement."""
    own = {part for name in names for part in language.words(name.replace("-", " "))}
    plain = quantity.figures(text)
    tokens = [
        part for word in language.words(plain) for part in [word, *(word.split("-") if "-" in word else [])]
    ]
    stems = {
        language.stem(t)
        for t in tokens
        if t not in _SMALL and t.removesuffix("'s") not in own and not t[0].isdigit()
    }
    return Features(
        frozenset(s for s in stems if len(s) > 1),
        lexicon.concepts(text),
        frozenset(re.findall(r"\b\d+(?:\.\d+)?\b", plain)),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """How much each stem and concept counts in this case."""

    weight: dict[str, float]
    usual: float

    @classmethod
    def of(cls, statements: Sequence[Features]) -> "Scale":
        """From all the statements of the case."""
        counted: Counter[str] = Counter()
        for statement in statements:
            counted.update(statement.stems)
            counted.update(f"#{concept}" for concept in statement.concepts)
            counted.update(f"={figure}" for figure in statement.figures)
        number = max(1, len(statements))
        weight = {key: math.log(1 + number / times) for key, times in counted.items()}
        return cls(weight, math.log(1 + number))

    def of_concept(self, concept: str) -> float:
        """The weight of a concept."""
        return CONCEPT_WEIGHT * self.weight.get(f"#{concept}", self.usual)

    def share(self, said: Features, where: Features) -> float:
        """How much of `said` stands in `where`: from 0 to 1."""
        total = held = 0.0
        for stem in said.stems:
            worth = self.weight.get(stem, self.usual)
            total += worth
            if stem in where.stems:
                held += worth
        for concept in said.concepts:
            worth = self.of_concept(concept)
            total += worth
            if concept in where.concepts:
                held += worth
        for figure in said.figures:
            worth = FIGURE_WEIGHT * self.weight.get(f"={figure}", self.usual)
            total += worth
            if figure in where.figures:
                held += worth
        return held / total if total else 1.0
