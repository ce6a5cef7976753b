"""Joins two people's changes to the same text.

Both started from the same words. Where they changed different places both changes are taken; where they
changed the same place both wordings are put one after the other, for a person to choose. Nothing that either
of them wrote is left out, and what is proposed here is never saved without a person having read it.
"""

from dataclasses import dataclass

from alongside.core.plan.difference import Edit, edits, words_of


@dataclass(frozen=True, slots=True)
class Joined:
    """A proposal. `overlaps` holds, for each place that both changed, their wording and mine."""

    text: str
    overlaps: tuple[tuple[str, str], ...]

    @property
    def is_clean(self) -> bool:
        """True where the two changed different places only."""
        return not self.overlaps


def join(base: str, theirs: str, mine: str) -> Joined:
    """Their text and mine in one, given what both started from."""
    if mine in (theirs, base):
        return Joined(theirs, ())
    if theirs == base:
        return Joined(mine, ())
    words = words_of(base)
    groups = _grouped(edits(base, theirs), edits(base, mine))
    text: list[str] = []
    overlaps: list[tuple[str, str]] = []
    position = 0
    for start, end, their_edits, my_edits in groups:
        text += words[position:start]
        their_words = _applied(words, start, end, their_edits)
        my_words = _applied(words, start, end, my_edits)
        if not my_edits or their_words == my_words:
            text += their_words
        elif not their_edits:
            text += my_words
        else:
            overlaps.append(("".join(their_words).strip(), "".join(my_words).strip()))
            text += [*their_words, *_apart(their_words, my_words)]
        position = end
    return Joined("".join([*text, *words[position:]]), tuple(overlaps))


Group = tuple[int, int, list[Edit], list[Edit]]


def _grouped(theirs: tuple[Edit, ...], mine: tuple[Edit, ...]) -> list[Group]:
    """Edits that touch the same place, together. Two that merely meet count too: their order is a choice."""
    queue = sorted(
        [(e, 0) for e in theirs] + [(e, 1) for e in mine], key=lambda each: (each[0].start, each[0].end)
    )
    groups: list[Group] = []
    for edit, whose in queue:
        if not groups or edit.start > groups[-1][1]:
            groups.append((edit.start, edit.end, [], []))
        start, end, *sides = groups[-1]
        sides[whose].append(edit)
        groups[-1] = (start, max(end, edit.end), sides[0], sides[1])
    return groups


def _applied(words: list[str], start: int, end: int, changes: list[Edit]) -> list[str]:
    """The words from `start` to `end` with these changes made."""
    found: list[str] = []
    position = start
    for edit in changes:
        found += [*words[position : edit.start], *edit.now]
        position = edit.end
    return [*found, *words[position:end]]


def _apart(before: list[str], after: list[str]) -> list[str]:
    """`after`, with a line between where the two would otherwise run into one word."""
    if before and after and not after[0][:1].isspace():
        return ["\n", *after]
    return after
