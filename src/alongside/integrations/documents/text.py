"""Text as people type and paste it, made safe to print without losing a word.

Nothing here escapes anything: user text is handed on as data, never as mark-up, so there is nothing to
escape.
"""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Marks that change the order in which text is shown. They could make a page say something other than the
# record; the order of right-to-left names does not depend on them.
_ORDER_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Neither XML nor PDF text can hold these.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The same text with line ends as newlines, accents composed, and characters that are no text taken out.

    A lone surrogate, which stands for a character that was lost earlier, becomes the replacement character.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = _NOT_TEXT.sub("", _ORDER_MARKS.sub("", text))
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Clean text without line ends, for titles and headers."""
    return " ".join(clean(text).split())


def breakable(text: str, longest: int) -> list[str]:
    """The text in pieces between which a line may be broken.

    Only a run of more than `longest` characters without a space is cut, so that it cannot run off the page.
    Joined again, the pieces are the text.
    """
    pieces: list[str] = []
    kept = ""
    for part in re.split(r"(\S+)", text):
        if len(part) <= longest or part.isspace():
            kept += part
            continue
        cuts = [part[start : start + 8] for start in range(0, len(part), 8)]
        pieces.append(kept + cuts[0])
        pieces.extend(cuts[1:-1])
        kept = cuts[-1]
    return [*pieces, kept]
