"""How two texts differ, word by word, so that a reader sees what was put in and what was taken out.

Built on `difflib` (Ratcliff and Obershelp's matching). Paragraphs are compared first and words only within
the paragraphs that changed, so that a long text with a small change costs little.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum, unique
from itertools import accumulate, chain

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+$")
_WORD = re.compile(r"\s*\S+|\s+$")
_ENDS_SENTENCE = (".", "!", "?")

TOO_MANY_PAIRS = 4_000_000
"""Pairs of words above which whole sentences are compared instead: about a second's work."""


@unique
class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The words from `start` up to `end` of the earlier text (`words_of`) became `now`."""

    start: int
    end: int
    now: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words of a text, each with the space before it. Joined they are the text again."""
    return _flat(_paragraphs(text))


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The changes that make `after` of `before`, in reading order; no two of them touch."""
    found: list[Edit] = []
    for start, was, now in _changed(_paragraphs(before), _paragraphs(after)):
        old, new = _flat(was), _flat(now)
        split = _sentences if len(old) * len(new) > TOO_MANY_PAIRS else _singly
        for offset, gone, come in _changed(split(old), split(new)):
            first = start + offset
            found.append(Edit(first, first + len(_flat(gone)), tuple(_flat(come))))
    return tuple(found)


def of(before: str, after: str) -> tuple[Piece, ...]:
    """What was taken out of `before` and put into it to make `after`, in reading order.

    The pieces that stayed and came make up `after`; those that stayed and went make up `before`.
    """
    words = words_of(before)
    found: list[Piece] = []
    position = 0
    for edit in edits(before, after):
        _put(found, Change.SAME, words[position : edit.start])
        _put(found, Change.REMOVED, words[edit.start : edit.end])
        _put(found, Change.ADDED, edit.now)
        position = edit.end
    _put(found, Change.SAME, words[position:])
    return tuple(found)


def is_same(before: str, after: str) -> bool:
    """True where a reader would find no difference: the words are the same, whatever the line ends."""
    return before.split() == after.split()


Groups = list[list[str]]


def _changed(was: Groups, now: Groups) -> Iterator[tuple[int, Groups, Groups]]:
    """The groups of words that differ, each with the number of words before it."""
    old, new = ["".join(words) for words in was], ["".join(words) for words in now]
    starts = [0, *accumulate(map(len, was))]
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[start], was[start:end], now[first:last]


def _paragraphs(text: str) -> Groups:
    return [_WORD.findall(paragraph) for paragraph in _PARAGRAPH.findall(text)]


def _sentences(words: list[str]) -> Groups:
    found: Groups = [[]]
    for word in words:
        found[-1].append(word)
        if word.endswith(_ENDS_SENTENCE):
            found.append([])
    return found


def _singly(words: list[str]) -> Groups:
    return [[word] for word in words]


def _flat(groups: Groups) -> list[str]:
    return list(chain.from_iterable(groups))


def _put(found: list[Piece], change: Change, words: Sequence[str]) -> None:
    if words:
        found.append(Piece(change, "".join(words)))
