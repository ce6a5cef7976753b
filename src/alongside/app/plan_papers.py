"""What the papers of a plan are told, in plain facts: the plan itself and the letters that go with it.

Like `letter_facts`, of which the letters here are further kinds. Nothing here knows how a paper looks.
"""

from dataclasses import dataclass
from datetime import date

from alongside.app.letter_facts import About, AppealDates, LetterFacts, Office
from alongside.core.case.codes import PlanSection


@dataclass(frozen=True, slots=True)
class DraftSent(LetterFacts):
    """The draft goes to one of the family.

    `served_on` is the day that counts as the day it was received; `comments_until` the last of the fifteen days
    that begin with it. `reissue_because` is set where this draft takes the place of an earlier one.
    """

    version: int
    served_on: date
    comments_until: date
    final_by: date
    reissue_because: str = ""


@dataclass(frozen=True, slots=True)
class SettingAsked(LetterFacts):
    """A setting is consulted. `papers` are those that it can read; `place_wanted` says from when and which year."""

    setting: str
    born_on: date
    family_asked: bool
    place_wanted: str
    reply_by: date
    papers: tuple[str, ...]
    reply_at: str


@dataclass(frozen=True, slots=True)
class FinalSent(LetterFacts):
    """The final plan goes to one of the family. `what_changed` says what became of that person's own comments."""

    placement: str
    review_by: date
    what_changed: str
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class Signed:
    """The officer responsible for signing, and the day (Code of Practice 9.125)."""

    name: str
    role: str
    on: date


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One version of a plan as it is printed. `signed` is None in a draft. Nobody's address is in it."""

    office: Office
    reference: str
    about: About
    born_on: date | None
    details: tuple[tuple[str, str], ...]
    version: int
    dated_on: date
    sections: tuple[tuple[PlanSection, str], ...]
    signed: Signed | None = None
