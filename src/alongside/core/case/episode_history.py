"""What a chronology says of one way from a request towards a plan: the records that an episode is made of.

Like the other records of a history they are named tuples and no dataclasses: a chronology makes dozens of them and
makes them anew with each step, and a tuple is made in a quarter of the time.
"""

from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import (
    AdviceKind,
    Channel,
    EventKind,
    ExceptionGround,
    RequestSource,
    Stage,
)

_REFUSED = (Stage.REFUSED_TO_ASSESS, Stage.REFUSED_TO_ISSUE)


class Start(NamedTuple):
    """One request, or one coming to attention, and the day it came."""

    id: str
    kind: EventKind
    on: date
    source: RequestSource | None


class Decision(NamedTuple):
    """A decision, and the day on which its notice was sent. `letter_dated_on` is the date printed on it.

    Where `undated`, a return tells of it without its day: `on` is then the last day it can have been.
    """

    id: str
    kind: EventKind
    on: date
    letter_dated_on: date | None = None
    others_notified_on: date | None = None
    undated: bool = False


class AdviceRequest(NamedTuple):
    """One request for advice to one body or person (SEND Regulations 2014 reg 6(1))."""

    id: str
    kind: AdviceKind | None
    asked_name: str
    organisation: str
    asked: str
    requested_on: date
    body_received_on: date
    receipt_recorded: bool
    received_on: date | None
    cancelled_on: date | None
    nothing_to_add: bool = False
    chased_on: tuple[date, ...] = ()
    stands_for: tuple[str, ...] = ()

    @property
    def cancelled(self) -> bool:
        """True once the request was taken back."""
        return self.cancelled_on is not None

    @property
    def is_open(self) -> bool:
        """True while the advice has neither come nor been called off."""
        return self.received_on is None and self.cancelled_on is None


class Draft(NamedTuple):
    """One draft plan served on the family. `recorded_on` is the event's own day."""

    id: str
    recorded_on: date
    sent_on: date | None
    channel: Channel | None
    reissued: bool


class Consultation(NamedTuple):
    """One setting consulted about naming it (Children and Families Act 2014 s.39(2), 40)."""

    id: str
    organisation: str
    setting_name: str
    received_on: date
    replied_on: date | None
    answer: str


class RecordedException(NamedTuple):
    """One exception as it was recorded. Whether it is one in law is for `law/exceptions.py` to say."""

    id: str
    on: date
    ground: ExceptionGround | None
    limits: tuple[str, ...]
    request: str
    advice_requested_on: date | None
    closed_from: date | None
    reopens_on: date | None
    absent_from: date | None
    absent_to: date | None
    missed_on: date | None
    facts: str
    impractical_because: str
    evidence: str
    told_family_on: date | None


class Reopening(NamedTuple):
    """Why a refused case went on: the authority reconsidered, did not oppose, agreed, or was ordered.

    `assesses` is True where an assessment that was refused is now to be made: an order to reconsider is not yet that.
    """

    id: str
    kind: EventKind
    on: date
    after: Stage
    assesses: bool


class Closed(NamedTuple):
    """How an episode ended without a decision. Where `undated`, `on` is the last day it can have been."""

    kind: EventKind
    on: date
    undated: bool = False


class Episode(NamedTuple):
    """One way from a request towards a plan.

    `received_on` is None where the chronology begins in the middle (an import that knows the final plan but
    not its request): the day is then not known and is never guessed. `number` counts from 1 within the case.
    The days of a decision, a plan or an ending that a return tells of without a day are None in the same way.
    """

    id: str
    number: int
    stage: Stage
    start: Start | None
    also_requested: tuple[Start, ...]
    views_invited_on: date | None
    decided: Decision | None
    advice: tuple[AdviceRequest, ...]
    exceptions: tuple[RecordedException, ...]
    reopened: tuple[Reopening, ...]
    decision_to_issue_on: date | None
    drafts: tuple[Draft, ...]
    consultations: tuple[Consultation, ...]
    represented_on: tuple[date, ...]
    nothing_more_on: date | None
    no_plan: Decision | None
    final: Decision | None
    closed: Closed | None
    detained_on: date | None = None
    released_on: date | None = None

    @property
    def received_on(self) -> date | None:
        """The day the request came, or the child came to attention."""
        return self.start.on if self.start else None

    @property
    def source(self) -> RequestSource | None:
        """Who asked, where that was recorded."""
        return self.start.source if self.start else None

    def whom(self, subject: str) -> str:
        """Who was asked in the request for advice or the consultation of this id; empty for any other id."""
        asked = next((one.asked_name for one in self.advice if one.id == subject), "")
        return asked or next((one.setting_name for one in self.consultations if one.id == subject), "")

    @property
    def decision(self) -> str:
        """ASSESS or REFUSE, the first decision on the request; an empty string while there is none."""
        if self.decided is None:
            return ""
        return "REFUSE" if self.decided.kind is EventKind.REFUSAL_TO_ASSESS_SENT else "ASSESS"

    @property
    def decided_on(self) -> date | None:
        """The day on which the family was told of the first decision on the request."""
        return _known(self.decided)

    @property
    def is_open(self) -> bool:
        """True while the way goes on: no plan, no refusal that stands, no withdrawal or move."""
        return self.closed is None and self.final is None and self.stage not in _REFUSED

    @property
    def exception(self) -> bool:
        """True if any exception was recorded. Whether it applies in law is for `law/exceptions.py`."""
        return bool(self.exceptions)

    @property
    def draft_on(self) -> date | None:
        """The day of the first draft."""
        return self.drafts[0].recorded_on if self.drafts else None

    @property
    def closed_on(self) -> date | None:
        """The day on which the episode was closed without a decision."""
        return _known(self.closed)

    @property
    def final_on(self) -> date | None:
        """The day the final plan was sent."""
        return _known(self.final)

    @property
    def no_plan_on(self) -> date | None:
        """The day the standing decision not to issue a plan was sent."""
        return _known(self.no_plan)

    @property
    def draft_served_on(self) -> tuple[date, ...]:
        """The days of the drafts, oldest first, as recorded (post: see `law/plans.py` for deemed service)."""
        return tuple(draft.recorded_on for draft in self.drafts)

    @property
    def closed_as(self) -> str:
        """The kind of event that closed the episode, or an empty string while it is not closed."""
        return self.closed.kind.value if self.closed else ""


def _known(happened: Decision | Closed | None) -> date | None:
    """The day of it, where there is one and it is known."""
    return None if happened is None or happened.undated else happened.on
