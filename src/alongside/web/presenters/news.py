"""The page on which somebody chooses what happened, and what is said before news that closes a case."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from alongside.app.queries.recordable import Asked, Recordable
from alongside.app.recordable.entry import Chapter
from alongside.core.case.codes import EventKind
from alongside.web.presenters import happening_words, stages, wording
from alongside.web.presenters.links import Link

CLOSING: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.DIED: "Nothing will be sent about this child any more, messages that wait to be sent are "
        "withdrawn, and the case closes.",
        EventKind.MOVED_TO_NEW_LA: "The case closes here, and its dates stop: the new authority is responsible. "
        "For a child who has left England the plan stays until a decision ends it.",
        EventKind.TRANSFERRED_OUT: "The case closes here, and its dates stop: the new authority keeps the plan.",
        EventKind.PLAN_CEASED: "The plan ends and the case closes. By law a plan must be kept until the time to "
        "appeal against the decision has ended, or the appeal is decided.",
    }
)
"""News that closes the case, with what it does: it is confirmed on a page of its own."""


class Group(NamedTuple):
    """One heading of the page with the news below it. `id` is unique on the page."""

    id: str
    title: str
    links: tuple[Link, ...]


def groups(found: Recordable) -> tuple[Group, ...]:
    """What may be recorded, by chapter; a chapter of which nothing may follow is left out."""
    shown = []
    for chapter in Chapter:
        links = tuple(
            Link(_address(found, entry.kind), happening_words.news_title(entry.kind))
            for entry in found.entries
            if entry.chapter is chapter
        )
        if links:
            shown.append(Group(chapter.lower().replace("_", "-"), happening_words.CHAPTERS[chapter], links))
    return tuple(shown)


def _address(found: Recordable, kind: EventKind) -> str:
    return reverse("case_record_one", kwargs={"case_id": found.head.case_id, "kind": kind.lower()})


def not_now(asked: Asked) -> str:
    """That this cannot follow where the case stands today: it may still be news of an earlier day."""
    stands = wording.uncapital(stages.SENTENCE[asked.head.stage])
    return (
        f"Where the case stands today this cannot be recorded: {stands} You can record it for an earlier day."
    )
