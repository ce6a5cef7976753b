"""A link, and a tab: where it leads and what it says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """`text` makes sense on its own: never `click here`, never just `view`."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of a case or of an area."""

    href: str
    text: str
    current: bool = False
