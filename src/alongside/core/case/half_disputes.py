"""The records of a dispute while their chronology is still being read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.dispute_codes import HealthIssue, OrderKind
from alongside.core.case.dispute_history import (
    Act,
    Deeds,
    Direction,
    Outcome,
    Proceedings,
    Recommendation,
)
from alongside.core.case.events import Event
from alongside.core.case.half_read import exception_of
from alongside.core.case.history import Dispute

_BINDS = frozenset({Stage.AGREED, Stage.UNOPPOSED, Stage.ORDER_MADE})


@dataclass(slots=True)
class HalfOutcome:
    """An outcome of which more may still be done."""

    id: str
    kind: EventKind
    on: date
    what: OrderKind
    kind_told: bool
    names: tuple[str, ...] = ()
    terms: dict[str, Any] = field(default_factory=dict)
    deeds: dict[str, date] = field(default_factory=dict)
    exceptions: list[Event] = field(default_factory=list)

    def whole(self) -> Outcome:
        """The outcome, frozen."""
        return Outcome(
            self.id,
            self.kind,
            self.on,
            self.what,
            self.kind_told,
            Deeds(**self.deeds),
            exceptions=tuple([exception_of(event) for event in self.exceptions]),
            **self.terms,
        )


@dataclass(slots=True)
class HalfProceedings:
    """What followed a decision so far."""

    acts: dict[EventKind, Act] = field(default_factory=dict)
    health: HealthIssue | None = None
    certificates: list[date] = field(default_factory=list)
    late_in_day: bool = False
    sections: str = ""
    directions: list[Direction] = field(default_factory=list)
    conceded_late: Act | None = None
    refused_permission: Act | None = None
    outcomes: list[HalfOutcome] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)

    def whole(self) -> Proceedings:
        """The proceedings, frozen."""
        return Proceedings(
            self.acts,
            self.health,
            tuple(self.certificates),
            self.late_in_day,
            self.sections,
            tuple(self.directions),
            self.conceded_late,
            self.refused_permission,
            tuple([outcome.whole() for outcome in self.outcomes]),
            tuple(self.recommendations),
        )


@dataclass(slots=True)
class HalfDispute:
    """A dispute that may still go on."""

    id: str
    about: EventKind
    sent_on: date
    letter_dated_on: date | None
    contacted_on: date | None = None
    certificate_on: date | None = None
    appeal_on: date | None = None
    withdrawn_on: date | None = None
    ended_on: date | None = None
    undated: bool = False
    stage: Stage = Stage.APPEAL_WINDOW_OPEN
    more: HalfProceedings | None = None

    @property
    def under_appeal(self) -> bool:
        """True while an appeal stands that has not been decided."""
        return self.ended_on is None and self.appeal_on is not None and self.withdrawn_on is None

    @property
    def proceedings(self) -> HalfProceedings:
        """What followed, begun where nothing has yet."""
        self.more = self.more or HalfProceedings()
        return self.more

    def whole(self) -> Dispute:
        """The dispute, frozen."""
        more = self.more.whole() if self.more else None
        return Dispute(
            self.id,
            self.about,
            self.sent_on,
            self.letter_dated_on,
            self.contacted_on,
            self.certificate_on,
            self.appeal_on,
            self.withdrawn_on,
            self.ended_on,
            self.undated,
            Stage.COMPLIED if more is not None and self._complied(more) else self.stage,
            more,
        )

    def _complied(self, more: Proceedings) -> bool:
        """True once all is done that an outcome asked for. A dismissal asks for nothing."""
        asked = [each for each in more.outcomes if each.what is not OrderKind.DISMISSED]
        return bool(asked) and self.stage in _BINDS and all(each.is_complied for each in asked)
