"""What another source tells of one person, such as a council's return: a history not yet recorded.

Plain values. A source may tell that something happened and not on which day; nothing is guessed then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind

UNDATED = "|undated"
"""How the key of an event ends whose day the source does not give."""

_K = EventKind
RANK: Mapping[EventKind, int] = {
    kind: rank
    for rank, kinds in enumerate(
        (
            (_K.REQUEST_RECEIVED,),
            (_K.DECISION_TO_ASSESS_NOTIFIED, _K.REFUSAL_TO_ASSESS_SENT),
            (_K.DECISION_TO_ISSUE,),
            (_K.FINAL_SENT, _K.NO_PLAN_NOTICE_SENT),
            (_K.PLAN_MADE, _K.TRANSFERRED_IN),
            (_K.PLACEMENT_STARTED,),
            (_K.REVIEW_MEETING_HELD,),
            (_K.REVIEW_DECISION_SENT,),
            (_K.PLACEMENT_ENDED, _K.NEED_RECORDED),
            (_K.REQUEST_WITHDRAWN, _K.PLAN_CEASED),
            (_K.MOVED_TO_NEW_LA,),
        )
    )
    for kind in kinds
}
"""The order in which things of one day happen."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as a source tells it, not yet recorded.

    `subject` says which fact it is about, the same in every return (for example
    "request|2024-03-01|decision"); `key` is unique within the person and the same each time this return is read.
    They differ where `as_at`: a state seen on the census date (a need), whose `occurred_on` is that date and not
    its beginning; and where `undated`: `occurred_on` is then the last day it can have been. `typed` marks an
    event that is held because somebody recorded it here.
    """

    key: str
    subject: str
    kind: EventKind
    occurred_on: date
    details: Mapping[str, Any] = field(default_factory=dict)
    as_at: bool = False
    undated: bool = False
    typed: bool = False

    @property
    def episode(self) -> str:
        """What the subjects of one request, its decision and its outcome begin with."""
        return self.subject.rpartition("|")[0]


@dataclass(frozen=True, slots=True)
class Undated:
    """A fact whose date the source does not give. It lies within the two dates, as far as they are known."""

    subject: str
    kind: EventKind
    not_before: date | None
    not_after: date | None
    why: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def on_last_day(self, latest: date) -> EventDraft:
        """The fact as an event of the last day it can have been, which says that its day is not known."""
        details = {**self.details, "undated": True, "undated_because": self.why}
        if self.not_before is not None:
            details["not_before"] = self.not_before.isoformat()
        return EventDraft(self.subject + UNDATED, self.subject, self.kind, latest, details, undated=True)


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """Everything that one source says of one person.

    `keys` are the ways of knowing the person again, strongest first: "UPN:…", "ULN:…", "NAME:…". `fields` are the
    person's items by name, only those given. `source` is "SEN2 2025", the year being the return's. `told_until` is the
    last day of what it reports on: what it leaves out had not happened by then. `as_at` is
    the day on which what it tells stood.
    """

    keys: tuple[str, ...]
    identifiers: Mapping[str, str]
    fields: Mapping[str, str | date]
    source: str
    events: tuple[EventDraft, ...]
    undated: tuple[Undated, ...]
    row: int = field(default=0, compare=False)
    as_at: date | None = None
    told_until: date | None = None


def in_order(history: CaseHistory, *, latest: date) -> tuple[EventDraft, ...]:
    """Every event of the history in the order in which it happened, the undated ones on their last possible day.

    That day is the end of the time the source gives, or `latest`, and never after a later step of the same request.
    """
    taken = {draft.key for draft in history.events}
    drafts = list(history.events)
    for undated in history.undated:
        draft = undated.on_last_day(_last_day(undated, history.events, latest))
        if draft.key not in taken:
            taken.add(draft.key)
            drafts.append(draft)
    return tuple(sorted(drafts, key=lambda draft: (draft.occurred_on, RANK.get(draft.kind, len(RANK)))))


def _last_day(undated: Undated, events: tuple[EventDraft, ...], latest: date) -> date:
    episode = undated.subject.rpartition("|")[0]
    later = [
        draft.occurred_on
        for draft in events
        if draft.episode == episode and RANK.get(draft.kind, 0) > RANK.get(undated.kind, 0)
    ]
    return min([undated.not_after or latest, latest, *later])
