"""The XML form, read inside the child, one person at a time.

Element names are matched without regard to case, in any namespace. Empty elements are absent (the published
sample of 2024 leaves dates and codes empty). Any number of every kind of child is kept.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from lxml import etree

from alongside.integrations.safe_files import xml
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import layout

Record = dict[str, Any]
HEADER_GROUPS = ("collectiondetails", "source")
TABLES_WITHIN_A_PERSON = frozenset(layout.PARENT)


def spellings(name: str) -> list[str]:
    """Every mixture of small and capital letters in which `name` can be written."""
    return ["".join(letters) for letters in product(*((c.lower(), c.upper()) for c in name))]


def records(path: str, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield `{"sen2": …}` for the header and `{"person": …}` for each person, as they stand in the file."""
    names = _Names()
    nothing = True
    for element in xml.elements(path, [*spellings("person"), *spellings("header")]):
        table = "sen2" if names[element.tag] == "header" else "person"
        yield {table: _header(element, names) if table == "sen2" else _node(element, names)}
        nothing = False
        _free(element)
    if nothing:
        raise FileRefused(
            "the XML holds no Header and no Person, so it is not a SEN2 return. Choose another file."
        )


class _Names(dict[Any, str]):
    """Local names in lower case, worked out once for each spelling."""

    def __missing__(self, tag: Any) -> str:
        name = str(tag).rpartition("}")[2].lower()
        self[tag] = name
        return name


def _node(element: etree._Element, names: _Names) -> Record:
    """One element: its text items by name, its repeated children as lists under their table's name."""
    node: Record = {"_row": element.sourceline}
    for child in element:
        name = names[child.tag]
        if name in TABLES_WITHIN_A_PERSON:
            node.setdefault(name, []).append(_node(child, names))
            continue
        text = (child.text or "").strip()
        if not text:
            if len(child):
                node.setdefault("_unknown", []).append(name)
        elif name in node:
            node.setdefault("_again", []).append([name, text])
        else:
            node[name] = text
    return node


def _header(element: etree._Element, names: _Names) -> Record:
    header = _node(element, names)
    header.pop("_unknown", None)
    for group in element:
        if names[group.tag] in HEADER_GROUPS:
            header = {**header, **_node(group, names), "_row": header["_row"]}
    return header


def _free(element: etree._Element) -> None:
    """Forget the element and everything before it, so that the tree never grows."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
