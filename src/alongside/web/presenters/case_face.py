"""The top of every page of a case: whose case it is, and the pages of it that this person may open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from alongside.app.actor import Actor
from alongside.web import doors
from alongside.web.presenters.links import Tab
from alongside.web.presenters.tags import Tag


@dataclass(frozen=True, slots=True)
class CaseFace:
    """`about` are (what, answer) pairs: date of birth and age, reference, stage, who has it."""

    reference: str
    name: str
    about: tuple[tuple[str, str], ...]
    tabs: tuple[Tab, ...] = ()
    flags: tuple[Tag, ...] = ()


def tabs(pages: Sequence[tuple[str, str]], *, here: str, actor: Actor, **parts: object) -> tuple[Tab, ...]:
    """`pages` are (door name, words). A door that does not open for the roles of `actor` is left out."""
    return tuple(
        Tab(reverse(name, kwargs=parts), words, current=name == here)
        for name, words in pages
        if doors.may_open(actor, doors.DOORS[name].needs)
    )
