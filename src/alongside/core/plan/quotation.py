"""Whether words that are quoted stand in what they are quoted from.

Line ends, spaces, the shape of quotation marks and dashes and the case of letters may differ; words may not. What is
left out of a quotation is marked with an ellipsis (… or ...), and the pieces must stand in their order.
"""

import re

from alongside.core.refusal import Refused

LEAST_WORDS = 2
_SPACE = re.compile(r"\s+")
_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[\s*(?:…|\.\.\.)\s*\])\s*")
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def occurs(quotation: str, text: str) -> bool:
    """True where every piece of the quotation stands in the text, one after the other."""
    pieces = [piece for piece in _LEFT_OUT.split(_even(quotation)) if piece]
    where, held = 0, _even(text)
    for piece in pieces:
        found = held.find(piece, where)
        if found < 0:
            return False
        where = found + len(piece)
    return bool(pieces)


def check(quotation: str, text: str, whence: str) -> None:
    """Refuse a quotation that the text does not hold. `whence` names the text in the sentence."""
    if len(quotation.split()) < LEAST_WORDS:
        raise Refused(
            f"The quotation from {whence} is too short to be found again. Quote at least {LEAST_WORDS} words.",
            field="quotation",
        )
    if not occurs(quotation, text):
        raise Refused(
            f"“{quotation.strip()[:80]}” does not stand in {whence}. Copy the words as they are there; mark what you "
            "leave out with three dots.",
            field="quotation",
        )


def _even(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SAME)).strip().casefold()
