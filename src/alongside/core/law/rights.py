"""What a family may do about each decision, and until when.

It is worked out from the same duties as everything else: here they are only put together by decision, and those
that are over are left out.
"""

from dataclasses import dataclass
from datetime import date

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute
from alongside.core.law import account, clock
from alongside.core.law.duty import Deadline
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import Desk

RIGHTS = frozenset({"M01", "F01", "F06", "F07"})
ABOUT_A_PLAN = frozenset({EventKind.FINAL_SENT, EventKind.AMENDED_FINAL_SENT, EventKind.PLAN_MADE})


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """One decision that can still be disputed, and the rights that are open.

    `decision` is the id of its event and `about` its kind. `needs_certificate` says whether an appeal needs a
    mediation certificate first: None where it depends on what is appealed, since an appeal about nothing but the
    setting, its type, or that none is named, needs none (Children and Families Act 2014 s.55).
    """

    decision: str
    about: EventKind
    needs_certificate: bool | None
    rights: tuple[Deadline, ...]


def of_family(facts: Facts, *, on: date, law: Law) -> tuple[OpenDecision, ...]:
    """Every decision about which the family can still do something on this day, oldest first."""
    told = history(clock.until(facts, on))
    if told.died_on is not None:
        return ()
    desk = Desk(told, on, law)
    found = []
    for dispute in told.disputes:
        rights = _open(dispute, desk)
        if rights:
            found.append(OpenDecision(dispute.id, dispute.about, _needs_certificate(dispute), rights))
    return tuple(found)


def _open(dispute: Dispute, desk: Desk) -> tuple[Deadline, ...]:
    dues = [due for due in clock.of_dispute(dispute, desk) if due.rule in RIGHTS]
    return tuple([account.deadline(due, desk) for due in dues if due.state is TimerState.RUNNING])


def _needs_certificate(dispute: Dispute) -> bool | None:
    if dispute.certificate_on is not None or (dispute.proceedings and dispute.proceedings.sections == "I"):
        return False
    return None if dispute.about in ABOUT_A_PLAN else True
