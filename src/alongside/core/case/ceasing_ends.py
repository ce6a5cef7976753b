"""When a plan that the authority decided to cease may end, and the history in which it has."""

from datetime import date
from typing import Protocol

from alongside.core.case import certificates
from alongside.core.case.ceasing_history import Ceasing
from alongside.core.case.history import Dispute, History


class CeaseLimit(Protocol):
    """What the end of a plan needs of the law. `law.lawbook.Law` has it."""

    def may_cease_on(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The first day on which a plan may end after notice of the decision, or None where it is not known."""
        ...

    def contact_adviser_by(self, sent_on: date) -> date | None:
        """The last day on which to contact a mediation adviser, or None where it is not known."""
        ...


def dispute_of(ceasing: Ceasing, history: History) -> Dispute | None:
    """What the decision to cease opened."""
    decided = ceasing.decided
    if decided is None:
        return None
    return next((each for each in history.disputes if each.id == decided.id), None)


def earliest_end(ceasing: Ceasing, history: History, law: CeaseLimit) -> date | None:
    """The first day on which the plan may end: the day after the time to appeal, or once an appeal is withdrawn.

    None before a decision, while an appeal is pending that came before the plan had ended, and where the bank holidays
    of that time are not known.
    """
    dispute = dispute_of(ceasing, history)
    if dispute is None:
        return None
    if ceasing.dismissed_on is not None:
        return ceasing.dismissed_on
    first = law.may_cease_on(dispute.sent_on, dispute.certificate_on)
    if first is None:
        return None
    end = max(first, ceasing.effect_on or first)
    if dispute.appeal_on is None or dispute.appeal_on >= end:
        return end
    return None if dispute.withdrawn_on is None else max(end, dispute.withdrawn_on)


def ends_by_itself_on(ceasing: Ceasing, history: History, law: CeaseLimit) -> date | None:
    """The day on which the plan ends without another deed: the first on which it may, but not while a mediation
    certificate may still come that opens another month to appeal.
    """
    dispute = dispute_of(ceasing, history)
    if ceasing.dismissed_on is None and dispute is not None and certificates.may_come(dispute, law):
        return None
    return earliest_end(ceasing, history, law)


def with_end(history: History, on: date, law: CeaseLimit) -> History:
    """The history in which a plan whose decision to cease was not appealed in time has ended by itself.

    The chronology alone cannot tell: it takes the law to know when the time to appeal is over.
    """
    if history.life is None:
        return history
    for ceasing in history.life.ceasings:
        if ceasing.is_open and ceasing.decided is not None:
            history = _lapsed(history, ceasing.decided.on, (ends_by_itself_on(ceasing, history, law), on))
    return history


def _lapsed(history: History, sent_on: date, days: tuple[date | None, date]) -> History:
    """The same, if the first of these days on which the plan may end is known and not after the second."""
    earliest, on = days
    if earliest is None or on < earliest or history.life is None:
        return history
    held = [each for each in history.plans if each.made_on <= sent_on][-1:]
    if held and held[0].ended_on is not None and held[0].ended_on < earliest:
        return history
    plans = tuple([each._replace(ended_on=earliest) if each in held else each for each in history.plans])
    return history._replace(plans=plans, life=history.life.ended(earliest))
