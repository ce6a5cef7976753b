"""The lists of cases in which a family waits for an answer of ours."""

from dataclasses import dataclass

from django.urls import reverse

from alongside.app.queries.to_answer import ToAnswer, What
from alongside.web.presenters import wording
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.tasks import Task


@dataclass(frozen=True, slots=True)
class Words:
    """What the list is called, what stands when it is empty, and what is counted in it."""

    title: str
    none: str
    one: str
    many: str
    opens: str


WORDS = {
    What.COMMENTS: Words(
        "Comments on drafts without an answer", "Every comment has been answered.", "comment", "comments",
        "plan_comments",
    ),
    What.CORRECTIONS: Words(
        "Corrections asked for", "Everything that was said to be wrong has been decided.", "correction",
        "corrections", "case_corrections",
    ),
}  # fmt: skip


def tasks(what: What, found: ToAnswer, *, mine: bool) -> list[Task]:
    """One piece of work for each case, that which has waited longest first."""
    words = WORDS[what]
    return [
        Task(
            title=f"{line.child}: {wording.plural(line.count, words.one, words.many)}",
            href=reverse(words.opens, kwargs={"case_id": line.case_id}),
            hint=line.reference if mine else f"{line.reference}. {line.owner_name or 'Nobody has this case'}",
            tag=Tag("Waiting", "blue"),
            when=f"since {wording.day_short(line.since)}, {wording.from_today(line.since, found.today)}",
        )
        for line in found.lines
    ]
