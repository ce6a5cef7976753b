"""Messages in words: who wrote, when, and whether the promise of an answer was kept."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from alongside.app.queries.messages import Line, Thread, ThreadLine, Threads, WaitingMessages
from alongside.core.case.codes import Channel
from alongside.core.case.promises import Kept, Promise
from alongside.web.presenters import tags, wording
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.tasks import Task

CAME_BY = {Channel.PHONE: "by phone", Channel.LETTER: "by letter", Channel.EMAIL: "by email"}
TAGS = {
    Kept.WAITING: Tag("Not answered yet", "blue"),
    Kept.BROKEN: Tag("Answer is late", "red"),
    Kept.KEPT: Tag("Answered", "green"),
    Kept.KEPT_LATE: Tag("Answered late", "orange"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One message. `promise` says what was promised and whether it was kept; empty for what officers write."""

    heading: str
    sent_at: datetime
    came_by: str
    text: str
    is_ours: bool
    tag: Tag | None
    promise: str


def promised(promise: Promise, *, on: date) -> str:
    """The promise as a sentence, honest where it was not kept."""
    if promise.due is None:
        return "We answer as soon as we can." if promise.answered_on is None else "We answered."
    due, late = wording.day(promise.due), wording.plural(promise.days_late(on=on), "day")
    match promise.state(on=on):
        case Kept.WAITING:
            return f"We promised an answer by {due}."
        case Kept.BROKEN:
            return f"We promised an answer by {due}. We have not kept this promise. We are {late} late. We are sorry."
        case Kept.KEPT_LATE:
            return f"We promised an answer by {due}. We answered on {wording.day(promise.answered_on)}, {late} late."
        case Kept.KEPT:
            return f"We promised an answer by {due} and answered on {wording.day(promise.answered_on)}."


def lines(thread: Thread, *, for_family: bool) -> list[Shown]:
    """The messages of a thread, the latest first."""
    return [_shown(line, thread, for_family=for_family) for line in thread.lines]


def list_of(found: Threads) -> list[Task]:
    """The threads of a case, each a row that leads to it."""
    return [_thread(line, found) for line in found.lines]


def _thread(line: ThreadLine, found: Threads) -> Task:
    who = f"{wording.capital(line.relationship)}: " if line.relationship else ""
    many = wording.plural(line.count, "message")
    much = f"{many}, the last on {wording.day(line.last_at)}" if line.last_at else "no message yet"
    waits = line.waiting
    return Task(
        href=reverse("case_thread", kwargs={"case_id": found.head.case_id, "party_id": line.party_id}),
        title=line.name,
        hint=f"{who}{much}",
        tag=TAGS[waits.state(on=found.head.today)] if waits else Tag("Nothing waits", "grey"),
        when=f"answer promised by {wording.day(waits.due)}" if waits and waits.due else "",
    )


def waiting(found: WaitingMessages, *, mine: bool) -> list[Task]:
    """Messages of any case that wait for an answer."""
    return [
        Task(
            href=reverse("case_thread", kwargs={"case_id": line.case_id, "party_id": line.party_id}),
            title=f"{line.from_name} about {line.child}",
            hint=f"{line.reference}, sent {wording.moment(line.sent_at)}"
            + ("" if mine else f". {line.owner_name}"),
            tag=tags.of_due(line.promise.due, on=found.today),
            when=f"answer promised by {wording.day(line.promise.due)}" if line.promise.due else "",
        )
        for line in found.lines
    ]


def _shown(line: Line, thread: Thread, *, for_family: bool) -> Shown:
    today = thread.head.today
    heading = "You wrote" if for_family and line.from_family else f"{line.author_name} wrote"
    return Shown(
        heading=heading,
        sent_at=line.sent_at,
        came_by=CAME_BY.get(line.channel, ""),
        text=line.text,
        is_ours=not line.from_family,
        tag=TAGS[line.promise.state(on=today)] if line.promise else None,
        promise=promised(line.promise, on=today) if line.promise else "",
    )
