"""Every page is parsed as strictly as HTML can be: an unclosed tag or a doubled id fails the test."""

from collections import Counter
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client


def parsed(text: str) -> Element:
    """The tree of a page, or AssertionError that says what is wrong and where."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(text)
    faults = [f"line {at[0]}: {fault} {about}" for at, fault, about in parser.errors]
    assert not faults, "Not valid HTML:\n" + "\n".join(faults)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    twice = [name for name, count in ids.items() if count > 1]
    assert not twice, f"These ids stand more than once: {', '.join(map(str, twice))}"
    return tree


def check_order_of_headings(tree: Element) -> None:
    """One h1, and no level left out on the way down."""
    levels = [
        int(e.tag[1])
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag in {"h1", "h2", "h3", "h4", "h5"}
    ]
    inside = levels[: -1 if levels and levels[-1] == 2 else None]  # the footer's heading comes after the page
    assert levels.count(1) == 1, f"A page has one h1; this one has {levels.count(1)}"
    for before, after in pairwise(inside):
        assert after <= before + 1, f"h{before} is followed by h{after}: a level was left out"


class StrictClient(Client):
    """Django's test client, which refuses to be given a bad page."""

    def request(self, **request: Any) -> Any:
        """Parses whatever HTML comes back."""
        response = super().request(**request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and response.content and "Content-Disposition" not in response.headers:
            check_order_of_headings(parsed(response.content.decode()))
        return response
