"""How a change in a text is said: in words, besides the mark that a printer puts on it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from alongside.core.plan.difference import Change, Piece

SAYS: Mapping[Change, str] = MappingProxyType(
    {Change.SAME: "{}", Change.ADDED: "[added: {}]", Change.REMOVED: "[taken out: {}]"}
)
"""How a piece of a text is said."""


def said(pieces: Iterable[Piece]) -> tuple[tuple[Change, str], ...]:
    """The pieces as they are printed: the space around a change stands outside its words, and there always is one."""
    found: list[tuple[Change, str]] = []
    for piece in pieces:
        words = piece.text.strip()
        change = piece.change if words else Change.SAME
        before, after = piece.text.split(words, 1) if words else (piece.text, "")
        if found and words and not before and not found[-1][1][-1:].isspace():
            before = " "
        shown = ((Change.SAME, before), (change, SAYS[change].format(words)), (Change.SAME, after))
        found += [each for each in shown if each[1]]
    return tuple(found)
