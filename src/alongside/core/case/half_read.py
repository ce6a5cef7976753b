"""The records of `history.py` while their chronology is still being read: the only mutable ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import AdviceKind, Channel, EventKind, ExceptionGround, Stage
from alongside.core.case.events import Event
from alongside.core.case.history import (
    AdviceRequest,
    Closed,
    Consultation,
    Decision,
    Draft,
    Episode,
    RecordedException,
    Reopening,
    Start,
)

Answer = TypeVar("Answer")

OPEN = frozenset({Stage.REQUEST_OPEN, Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT})


@dataclass(slots=True)
class Answers:
    """What came back, by the id of what was asked: of the whole case, since an answer may come late."""

    advice: dict[str, Event] = field(default_factory=dict)
    allocated: dict[str, str] = field(default_factory=dict)
    chased: dict[str, list[date]] = field(default_factory=dict)
    cancelled: dict[str, date] = field(default_factory=dict)
    settings: dict[str, Event] = field(default_factory=dict)


def answer_to(event: Event, answers: Mapping[str, Answer]) -> Answer | None:
    """What came back to an event, also where it names an entry that the event has since corrected."""
    found = answers.get(event.id)
    for name in event.stands_for:
        found = found or answers.get(name)
    return found


@dataclass(slots=True)
class HalfEpisode:
    """An episode that may still grow."""

    id: str
    number: int
    start: Start | None
    stage: Stage
    also_requested: list[Start] = field(default_factory=list)
    views_invited_on: date | None = None
    decided: Decision | None = None
    advice: list[Event] = field(default_factory=list)
    exceptions: list[Event] = field(default_factory=list)
    reopened: list[Reopening] = field(default_factory=list)
    decision_to_issue_on: date | None = None
    drafts: list[Event] = field(default_factory=list)
    consultations: list[Event] = field(default_factory=list)
    represented_on: list[date] = field(default_factory=list)
    nothing_more_on: date | None = None
    no_plan: Decision | None = None
    final: Decision | None = None
    closed: Closed | None = None
    detained_on: date | None = None
    released_on: date | None = None

    @property
    def is_open(self) -> bool:
        """True while a decision, a plan or an ending is still to come."""
        return self.stage in OPEN and self.final is None and self.closed is None

    def whole(self, answers: Answers) -> Episode:
        """The episode, frozen, with what came back to it."""
        return Episode(
            self.id,
            self.number,
            self.stage,
            self.start,
            tuple(self.also_requested),
            self.views_invited_on,
            self.decided,
            tuple([_advice(event, answers) for event in self.advice]),
            tuple([exception_of(event) for event in self.exceptions]),
            tuple(self.reopened),
            self.decision_to_issue_on,
            tuple([_draft(event) for event in self.drafts]),
            tuple([consultation_of(event, answers) for event in self.consultations]),
            tuple(self.represented_on),
            self.nothing_more_on,
            self.no_plan,
            self.final,
            self.closed,
            self.detained_on,
            self.released_on,
        )


def _advice(event: Event, answers: Answers) -> AdviceRequest:
    received, came = detail.day(event, "body_received_on"), answer_to(event, answers.advice)
    return AdviceRequest(
        event.id,
        detail.code(event, "advice_kind", AdviceKind),
        detail.text(event, "asked_name"),
        detail.text(event, "organisation"),
        answers.allocated.get(event.id) or detail.text(event, "asked"),
        event.occurred_on,
        received or event.occurred_on,
        received is not None,
        came.occurred_on if came else None,
        answer_to(event, answers.cancelled),
        came is not None and bool(came.details.get("nothing_to_add")),
        tuple(answer_to(event, answers.chased) or ()),
        event.stands_for,
    )


def _draft(event: Event) -> Draft:
    return Draft(
        event.id,
        event.occurred_on,
        detail.day(event, "sent_on"),
        detail.code(event, "channel", Channel),
        event.kind is EventKind.DRAFT_REISSUED,
    )


def consultation_of(event: Event, answers: Answers) -> Consultation:
    """One setting consulted, with its reply if it came."""
    reply = answer_to(event, answers.settings)
    return Consultation(
        event.id,
        detail.text(event, "organisation"),
        detail.text(event, "setting_name"),
        detail.day(event, "received_on") or event.occurred_on,
        reply.occurred_on if reply else None,
        detail.text(reply, "answer") if reply else "",
    )


def exception_of(event: Event) -> RecordedException:
    """An exception as an event records it."""
    return RecordedException(
        id=event.id,
        on=event.occurred_on,
        ground=detail.code(event, "ground", ExceptionGround),
        limits=tuple(event.details.get("limits") or ()),
        request=detail.text(event, "request"),
        advice_requested_on=detail.day(event, "advice_requested_on"),
        closed_from=detail.day(event, "closed_from"),
        reopens_on=detail.day(event, "reopens_on"),
        absent_from=detail.day(event, "absent_from"),
        absent_to=detail.day(event, "absent_to"),
        missed_on=detail.day(event, "missed_on"),
        facts=detail.text(event, "facts"),
        impractical_because=detail.text(event, "impractical_because"),
        evidence=detail.text(event, "evidence"),
        told_family_on=detail.day(event, "told_family_on"),
    )
