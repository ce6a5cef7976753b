"""What the papers of a plan are told, in plain facts: the plan itself and the letters that go with it.

Like `letter_facts`, of which the letters here are further kinds. Nothing here knows how a paper looks.
"""

from dataclasses import dataclass
from datetime import date

from alongside.app.letter_facts import About, AppealDates, LetterFacts, Office
from alongside.core.case.codes import PlanSection
from alongside.core.plan.difference import Piece


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
    """The final plan goes to one of the family. `what_changed` says what became of that person's own comments.

    `replaces` is the day of the plan that an amended one takes the place of; None for a first plan.
    `is_reassessed` where it comes of a new assessment.
    """

    placement: str
    review_by: date
    what_changed: str
    appeal: AppealDates
    replaces: date | None = None
    is_reassessed: bool = False


@dataclass(frozen=True, slots=True)
class AmendmentSent(LetterFacts):
    """The notice of proposed amendments goes to one of the family.

    `plan_of` is the day of the plan as it stands and `placement` what its Section I names; `sections` are those
    that would change; `evidence` names the papers that the changes rest on. `served_on` and `comments_until` are
    as in a draft. `after_review` is False for an amendment without a review (SEND Regulations 2014 reg 28).
    """

    plan_of: date
    version: int
    placement: str
    because: str
    sections: tuple[PlanSection, ...]
    evidence: tuple[str, ...]
    served_on: date
    comments_until: date
    final_by: date
    after_review: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """The officer responsible for signing, and the day (Code of Practice 9.125)."""

    name: str
    role: str
    on: date


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One version of a plan as it is printed. `signed` is None in a draft. Nobody's address is in it.

    `appendices` names the papers of Section K. `is_amended` is True for a plan that takes the place of another.
    """

    office: Office
    reference: str
    about: About
    born_on: date | None
    details: tuple[tuple[str, str], ...]
    version: int
    dated_on: date
    sections: tuple[tuple[PlanSection, str], ...]
    signed: Signed | None = None
    appendices: tuple[str, ...] = ()
    is_amended: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that goes with a letter or a plan: about whom, for which case, of which day."""

    office: Office
    reference: str
    about: About
    dated_on: date


@dataclass(frozen=True, slots=True)
class PlanChanges(Paper):
    """The proposed changes to the plan of `plan_of`: each section that would change, piece by piece."""

    plan_of: date
    version: int
    because: str
    evidence: tuple[str, ...]
    changed: tuple[tuple[PlanSection, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class AdvicePaper(Paper):
    """Advice as it was given in a structured form. `kind` and the questions are in words; `dated_on` is its day.

    `nothing_because` is set instead of answers where the adviser has nothing to add.
    """

    born_on: date | None
    kind: str
    author: str
    post: str
    answers: tuple[tuple[str, str], ...]
    nothing_because: str
