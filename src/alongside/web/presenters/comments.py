"""What was said about the draft, in words, and what its reader can still do."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.comments import CommentLine, OnDraft
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind
from alongside.web.presenters import deadlines, plans, wording
from alongside.web.presenters.deadlines import Card
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag

HOW = {
    Channel.PHONE: "by telephone",
    Channel.LETTER: "by letter",
    Channel.EMAIL: "by email",
    Channel.HAND: "in person",
}
ANSWERS = {
    "": Tag("Waiting for an answer", "yellow"),
    "ASKED_ADVISER": Tag("An adviser has been asked", "yellow"),
    "CHANGED": Tag("The plan was changed", "green"),
    "NOT_CHANGED": Tag("The plan was not changed", "grey"),
}
SAID = {
    EventKind.MEETING_REQUIRED: "A meeting was asked for",
    EventKind.FAMILY_CONFIRMS_NOTHING_MORE: "The family said that it has nothing more to add",
}


@dataclass(frozen=True, slots=True)
class CommentCard:
    """One comment with its answer, as it is shown. `answer` leads to the page that answers it."""

    title: str
    about: str
    text: str
    tag: Tag
    asked_adviser: str
    answer_text: str
    answered: str
    answer: Link | None


def cards(shown: OnDraft) -> tuple[CommentCard, ...]:
    """The comments, those without an answer first for whoever answers them."""
    answers = Permission.ANSWER_COMMENT in shown.head.may
    lines = sorted(shown.lines, key=lambda line: not line.is_open) if answers else shown.lines
    return tuple(card(line, shown.head.case_id, answers=answers) for line in lines)


def card(line: CommentLine, case_id: UUID, *, answers: bool = False) -> CommentCard:
    """One comment."""
    how = f" {HOW[line.channel]}" if line.channel in HOW else ""
    parts = {"case_id": case_id, "comment_id": line.id}
    return CommentCard(
        title=f"Comment {line.number} on {plans.title_of(line.section)}",
        about=f"{line.made_by}{how}, {wording.moment(line.made_at)}, on version {line.version}",
        text=line.text,
        tag=ANSWERS[line.answer],
        asked_adviser=_asked(line),
        answer_text="" if line.is_open else line.answer_text,
        answered="" if line.is_open else f"Answered {wording.moment(line.answered_at)}",
        answer=Link(
            reverse("answer_comment", kwargs=parts), f"Answer comment {line.number} of version {line.version}"
        )
        if answers and line.is_open
        else None,
    )


def _asked(line: CommentLine) -> str:
    if not line.asked_adviser:
        return ""
    return f"On {wording.day(line.asked_adviser_at)} an adviser was asked: {line.asked_adviser}"


def days(shown: OnDraft) -> Card | None:
    """The fifteen days as the law counts them, with the reasons."""
    return deadlines.card(shown.days, on=shown.head.today) if shown.days else None


def add_title(shown: OnDraft) -> str:
    """What the page is called on which somebody comments."""
    return "Comment on the changes to the plan" if shown.is_amendment else "Comment on the draft plan"


def said(shown: OnDraft) -> tuple[str, ...]:
    """What else the family said about the draft, with its day."""
    found = [f"{SAID[kind]} ({wording.day(on)})." for kind, on in shown.said]
    found += [
        f"{asked.setting.name} was asked for ({wording.day(asked.on)}). "
        + ("It has been consulted." if asked.is_consulted else "It has not been consulted yet.")
        for asked in shown.asked
    ]
    return tuple(found)


def can_do(shown: OnDraft) -> tuple[Link, ...]:
    """What this reader can do about the draft now."""
    if shown.draft is None:
        return ()
    may, parts = shown.head.may, {"case_id": shown.head.case_id}
    words = "Comment on the changes" if shown.is_amendment else "Comment on the draft"
    steps = (
        (
            "comment_on_draft",
            words,
            Permission.COMMENT_ON_DRAFT,
            EventKind.REPRESENTATIONS_RECEIVED,
        ),
        (
            "ask_for_setting",
            "Ask for a school or other setting",
            Permission.ASK_FOR_SETTING,
            EventKind.SCHOOL_REQUESTED,
        ),
        ("ask_for_meeting", "Ask for a meeting", Permission.ASK_FOR_MEETING, EventKind.MEETING_REQUIRED),
        (
            "confirm_nothing_more",
            "Say that you have nothing more to add",
            Permission.CONFIRM_NOTHING_MORE,
            EventKind.FAMILY_CONFIRMS_NOTHING_MORE,
        ),
    )
    found = [
        Link(reverse(door, kwargs=parts), text)
        for door, text, needs, kind in steps
        if needs in may and kind in shown.follows
    ]
    if shown.is_officer and Permission.RECORD_EVENT in may:
        found.append(
            Link(reverse("record_comment", kwargs=parts), "Record a comment made by telephone or letter")
        )
        found.append(
            Link(reverse("record_setting", kwargs=parts), "Record that the family asked for a setting")
        )
    return tuple(found)
