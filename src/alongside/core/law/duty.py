"""What a duty answers: a date with its reasons, or plainly what is not known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from alongside.core.case.codes import TimerState


@unique
class Force(StrEnum):
    """How binding a rule is (law.md 0)."""

    STATUTE = "S"
    JUDICIAL = "J"
    GUIDANCE = "G"
    PRACTICE = "P"
    DERIVED = "D"


@unique
class Confidence(StrEnum):
    """How the rule's text was checked (law.md 0). What is not verified says so wherever it is shown."""

    VERIFIED = "verified"
    VERIFIED_SECONDARY = "verified-2"
    FROM_KNOWLEDGE = "from knowledge"


@unique
class DutyBearer(StrEnum):
    """Who owes the duty or holds the right."""

    LA = "LA"
    BODY = "BODY"
    SETTING = "SETTING"
    FAMILY = "FAMILY"
    ICB = "ICB"
    MEDIATION_ADVISER = "MEDIATION_ADVISER"
    TRIBUNAL = "TRIBUNAL"


LIVE = frozenset({TimerState.RUNNING, TimerState.OVERDUE, TimerState.DISAPPLIED})


@dataclass(frozen=True, slots=True)
class Reason:
    """One step from the facts to the date: the fact used, the rule applied to it, the citation."""

    fact: str
    rule: str
    citation: str


@dataclass(frozen=True, slots=True)
class ExceptionConsidered:
    """One listed exception: did it apply, and why or why not, in a sentence."""

    rule: str
    ground: str
    applied: bool
    why: str
    citation: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One duty on one set of facts.

    `rule` is the id of law.md (for example "A06"). `subject` is the id of the event that started it: the
    request for A02, the advice request for A04. Three dates (law.md 1.11): `statutory_due` is the legal last
    day; `operational_target` is the working day by which to act; `strict_due` is the earliest date on any
    tenable reading. All are civil dates and None where not known or where the law fixes no number of days
    (`due_words` then says what it says instead, for example "as soon as practicable"). `days_late` counts
    calendar days after `statutory_due`, until `met_on` or until the day asked about.
    """

    rule: str
    title: str
    bearer: DutyBearer
    subject: str
    triggered_on: date
    statutory_due: date | None
    operational_target: date | None
    strict_due: date | None
    state: TimerState
    force: Force
    confidence: Confidence
    citation: str
    met_on: date | None = None
    days_late: int = 0
    due_words: str = ""
    reasons: tuple[Reason, ...] = ()
    exceptions: tuple[ExceptionConsidered, ...] = ()
    what_would_change_it: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_live(self) -> bool:
        """True while somebody still has to do it."""
        return self.met_on is None and self.state in LIVE
