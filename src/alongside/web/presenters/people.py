"""One person around a case, as a card."""

from dataclasses import dataclass

from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag


@dataclass(frozen=True, slots=True)
class PersonCard:
    """`rows` are (what, answer) pairs, already narrowed to what the reader may see."""

    name: str
    rows: tuple[tuple[str, str], ...]
    flags: tuple[Tag, ...] = ()
    actions: tuple[Link, ...] = ()
