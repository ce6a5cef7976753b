"""What a letter is told, in plain facts. The words, and the check that none is missing, are the letter kit's.

Each kind of letter has one frozen class here. `integrations/documents/makers` turns it into a letter; nothing
here knows how a letter looks. Dates are worked out by whoever fills these in, from the law.
"""

from dataclasses import dataclass
from datetime import date

from alongside.core.law.legal_tests import Answer


@dataclass(frozen=True, slots=True)
class Recipient:
    """The one person a letter goes to. `reader` is PARENT, YOUNG_PERSON or PROFESSIONAL.

    `address_lines` is that person's own address; empty for e-mail and where an address is withheld.
    """

    name: str
    reader: str
    role: str = ""
    organisation: str = ""
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The child or young person a letter is about."""

    given: str
    family: str
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The authority, and the named officer who answers for a letter."""

    authority: str
    team: str
    officer_name: str
    officer_role: str
    email: str
    phone: str
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Services:
    """Whom a family may turn to, each as the authority wrote it: a name, then ways to reach it."""

    advice: str
    mediation: str = ""
    disagreement: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes to whom about which child, when, and whom else the family may turn to."""

    reference: str
    recipient: Recipient
    about: About
    office: Office
    services: Services
    dated_on: date


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What every letter has. Each kind adds its own."""

    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Acknowledged(LetterFacts):
    """A request has come. `asked_by` completes "It came from …"."""

    received_on: date
    asked_by: str
    decide_by: date
    final_by: date


@dataclass(frozen=True, slots=True)
class ViewsWanted(LetterFacts):
    """The family is told of its right to give views and evidence. `hoped_for_by` is a day of our own, if any."""

    hoped_for_by: date | None


@dataclass(frozen=True, slots=True)
class AdviceAsked:
    """One adviser asked: what for, whom, and the day it is due."""

    what: str
    whom: str
    due_on: date


@dataclass(frozen=True, slots=True)
class WillAssess(LetterFacts):
    """The decision to assess, with everybody who was asked for advice the same day."""

    decided_on: date
    advice: tuple[AdviceAsked, ...]
    no_plan_by: date
    final_by: date


@dataclass(frozen=True, slots=True)
class AppealDates:
    """The last days to contact the mediation adviser (M01) and for the Tribunal to receive an appeal (F01)."""

    contact_mediation_by: date
    appeal_by: date


@dataclass(frozen=True, slots=True)
class WillNotAssess(LetterFacts):
    """The refusal to assess: an answer with reasons on each limb, what help goes on, and the appeal dates."""

    received_on: date
    decided_on: date
    needs: Answer
    provision: Answer
    support_now: str
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class WillNotIssue(LetterFacts):
    """The decision, after an assessment, not to issue a plan. `papers` names the advice that goes with it."""

    decided_on: date
    provision: Answer
    support_now: str
    papers: tuple[str, ...]
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class WillAmend(LetterFacts):
    """A plan will be amended after its review. `notice_by` is the last day for the notice of the amendments."""

    decided_on: date
    reasons: str
    notice_by: date | None


@dataclass(frozen=True, slots=True)
class NotAmending(LetterFacts):
    """A plan stays as it is. `after` is REVIEW, NOTICE (of amendments) or REASSESSMENT."""

    after: str
    decided_on: date
    reasons: str
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class Ceasing(LetterFacts):
    """A plan is to end, on a ground of CEASE_DECISION_SENT. `kept_until` is the first day on which it may."""

    decided_on: date
    ground: str
    reasons: str
    kept_until: date
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class Reassessing(LetterFacts):
    """There will be a reassessment, and a final plan by `final_by`."""

    decided_on: date
    final_by: date


@dataclass(frozen=True, slots=True)
class NotReassessing(LetterFacts):
    """A reassessment is refused."""

    decided_on: date
    reasons: str
    appeal: AppealDates


@dataclass(frozen=True, slots=True)
class BodyTold(LetterFacts):
    """A body that must hear is told of a step, a code of `integrations.documents.letters.body_notice.SAID`."""

    step: str
    on: date
    born_on: date | None
