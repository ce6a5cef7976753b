"""How hard the words of a page are: the Flesch-Kincaid grade of what a reader sees.

Grade 6 is what children of 11 to 12 read (Kincaid and others 1975). What is folded away under “Why this date”
states the law in its own words and is left out, as are the header and footer, which are the same everywhere.
"""

import re
from xml.etree.ElementTree import Element

import html5lib

BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "dt", "dd", "summary", "div", "th", "td", "label", "button"})


def seen(html: str) -> str:
    """The text of the main part that is not folded away, each block a sentence of its own."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    main = next(tree.iter("main"))
    return re.sub(r"\s+", " ", " ".join(_parts(main))).strip()


def grade(html: str) -> float:
    """Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    sentences = [
        s for block in _blocks(next(tree.iter("main"))) for s in re.split(r"[.!?:;]+\s", block) if s.strip()
    ]
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z’']+|\d[\d,@.]*", sentence)]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _parts(element: Element) -> list[str]:
    if element.tag == "details":
        return [" ".join(t for s in element.findall("summary") for t in s.itertext())]
    if element.tag in ("script", "style", "svg"):
        return []
    found = [element.text or ""]
    for child in element:
        found += [*_parts(child), child.tail or ""]
    return found


def _blocks(element: Element) -> list[str]:
    """The innermost blocks that hold text."""
    if element.tag == "details" or "govuk-visually-hidden" in element.get("class", ""):
        return []
    inner = [b for child in element for b in _blocks(child)]
    own = element.tag in BLOCKS and not any(
        child.tag in BLOCKS for child in element.iter() if child is not element
    )
    return inner + ([re.sub(r"\s+", " ", "".join(element.itertext())).strip()] if own else [])


def _syllables(word: str) -> int:
    if word[0].isdigit():
        return 1
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    if re.search(r"[^l]e$", word.lower()) and found > 1:
        found -= 1
    return max(1, found)
