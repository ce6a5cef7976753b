"""One piece of work on a list, most urgent first; drawn by `fragments/tasks.html`."""

from dataclasses import dataclass
from datetime import date

from alongside.web.presenters import tags, wording
from alongside.web.presenters.tags import Tag


@dataclass(frozen=True, slots=True)
class Task:
    """`title` names the deed and the case; `hint` says whom it waits for."""

    title: str
    href: str
    hint: str
    tag: Tag
    when: str


def task(title: str, href: str, hint: str, *, due: date | None, on: date) -> Task:
    """A task with its state and its due day in words."""
    when = f"{wording.day_short(due)}, {wording.from_today(due, on)}" if due else "no date set in law"
    return Task(title, href, hint, tags.of_due(due, on=on), when)
