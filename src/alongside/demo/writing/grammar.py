"""Sentences from tables of phrases: `{name}` is a fact, `{thing}` one phrase of the list of that name.

Each list of a text is drawn from without repetition, so that one text does not say the same thing twice.
"""

import re
from collections.abc import Mapping
from typing import Any

from alongside.demo.chance import Chance
from alongside.demo.planning.names import table
from alongside.demo.planning.story import Child

BRACED = re.compile(r"\{([A-Za-z_0-9]+)\}")
DEEPEST = 6


class Writer:
    """Writes about one child. `chance` decides every choice; facts are the words for the child."""

    def __init__(self, chance: Chance, child: Child, *files: str) -> None:
        self._chance = chance
        self._facts = facts_of(child)
        self._lists: dict[str, Any] = {}
        for file in files:
            self._lists |= table(file)
        self._left: dict[str, list[str]] = {}

    def learn(self, lists: Mapping[str, Any]) -> None:
        """More lists, for example those of one need. A list of the same name takes the place of the older one."""
        self._lists |= lists

    def write(self, name: str, **facts: str) -> str:
        """One phrase of a list, filled in, with a capital letter."""
        text = self.phrase(name, **facts)
        return text[:1].upper() + text[1:]

    def phrase(self, name: str, **facts: str) -> str:
        """The same to stand within a sentence: its first letter as it is in the list."""
        return self._fill(self._next(name), facts, 0)

    def lines(self, name: str, fewest: int, most: int) -> list[str]:
        """Several different phrases of a list, filled in."""
        count = min(self._chance.whole(fewest, most), len(self._lists[name]))
        return [self.write(name) for _ in range(count)]

    def _next(self, name: str) -> str:
        left = self._left.get(name)
        if not left:
            left = self._left[name] = self._chance.shuffled(self._lists[name])
        return left.pop()

    def _fill(self, text: str, facts: Mapping[str, str], depth: int) -> str:
        if depth > DEEPEST:
            raise ValueError(f"These phrases go round in a circle: {text!r}.")

        def said(match: re.Match[str]) -> str:
            name = match.group(1)
            if name in facts:
                return facts[name]
            if name in self._facts:
                return self._facts[name]
            if span := re.fullmatch(r"n(\d+)_(\d+)", name):
                return str(self._chance.whole(int(span[1]), int(span[2])))
            return self._fill(self._next(name), facts, depth + 1)

        return BRACED.sub(said, text)


def facts_of(child: Child) -> Mapping[str, str]:
    """The words for a child in a sentence."""
    male = child.sex == "M"
    return {
        "Name": child.short,
        "he": "he" if male else "she",
        "He": "He" if male else "She",
        "his": "his" if male else "her",
        "His": "His" if male else "Her",
        "him": "him" if male else "her",
        "himself": "himself" if male else "herself",
    }
