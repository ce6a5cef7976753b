"""PDF files, inside the child: the text of each page as paragraphs, as far as the file holds text.

A scan is a picture and gives nothing. Lines of a page are put together to paragraphs at blank lines, and at a line
that ends a sentence where the next begins one. Format: ISO 32000-2; read with pypdf.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PdfReadError

from alongside.integrations.safe_files.refusal import FileRefused

MOST_PAGES = 200
_BULLET = re.compile(r"^\s*(?:[•▪◦●‣·*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^.,!?:;]{1,70}:?$")


def read(path: str, options: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One record for each paragraph: page, number on the page, text, whether it reads as a heading or a list item."""
    logging.disable(logging.CRITICAL)  # it would write of the file's faults to nobody
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise FileRefused("the PDF is locked with a password. Save it again without one.")
        if len(reader.pages) > MOST_PAGES:
            raise FileRefused(f"the PDF has {len(reader.pages)} pages; at most {MOST_PAGES} are read.")
        for number, page in enumerate(reader.pages, start=1):
            for place, text in enumerate(paragraphs(page.extract_text()), start=1):
                yield {
                    "page": number, "number": place, "text": _BULLET.sub("", text),
                    "level": int(bool(_HEADING.match(text)) and not _BULLET.match(text)) * 2,
                    "listed": bool(_BULLET.match(text)),
                }  # fmt: skip
    except (PdfReadError, KeyError, ValueError, RecursionError) as error:
        raise FileRefused(
            f"the PDF is damaged or of an unknown kind ({type(error).__name__}). Save it again."
        )


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a page from its lines."""
    held: list[str] = []
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if held and (not line or _begins(line, held[-1])):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def _begins(line: str, before: str) -> bool:
    if _BULLET.match(line) or (_HEADING.match(before) and not line[:1].islower()):
        return True
    if _HEADING.match(line) and before.endswith((".", "!", "?")):
        return True
    return before.endswith((".", "!", "?", ":")) and line[:1].isupper() and len(before) < 70
