"""Legal dates of one case, worked out from its facts: for letters, which must state them."""

from datetime import date
from uuid import uuid4

from alongside.app import ports
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.duty import Deadline
from alongside.core.refusal import Refused


def of(facts: Facts, rule: str, *, on: date) -> tuple[Deadline, ...]:
    """Every duty of this rule, oldest first, the rule being an id of the rule book, for example "A02"."""
    return clock.duties(facts, on=on, law=ports.law(), rule=rule)


def last_day(facts: Facts, rule: str, *, on: date) -> date:
    """The legal last day of the latest duty of this rule. Refuses where the law or the calendar gives none."""
    for deadline in reversed(of(facts, rule, on=on)):
        if deadline.statutory_due is not None:
            return deadline.statutory_due
    raise Refused(
        f"The last day for rule {rule} cannot be worked out from what is recorded, so no letter can state it. "
        "Check the day the request was received, and that the bank holidays of that year are loaded."
    )


def decision_by(received_on: date) -> date:
    """The last day of the six weeks to decide whether to assess (SEND Regulations 2014 reg 5(1)).

    For a request that has no case yet: worked out by the same law as for every case.
    """
    received = Event(
        id=str(uuid4()),
        kind=EventKind.REQUEST_RECEIVED,
        occurred_on=received_on,
        recorded_at=ports.noon(received_on),
    )
    return last_day(Facts("", None, (received,)), "A02", on=received_on)
