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


def next_review(facts: Facts, *, on: date) -> date:
    """The last day of the review that comes next: the first of a new plan, or the next of one that was reviewed."""
    days = [d.statutory_due for rule in ("R01", "R02") for d in of(facts, rule, on=on) if d.is_live]
    known = [day for day in days if day is not None]
    return max(known) if known else last_day(facts, "R01", on=on)


def final_plan(facts: Facts, *, on: date) -> date:
    """The last day for the final plan that a draft leads to: after an assessment (A06), or a reassessment (Z03)."""
    again = [d.statutory_due for d in of(facts, "Z03", on=on) if d.is_live and d.statutory_due]
    return again[-1] if again else last_day(facts, "A06", on=on)


def amended_plan(facts: Facts, *, on: date) -> tuple[date, bool]:
    """The last day for the amended plan that is open, and whether the amendment came of a review (R09e, else R12)."""
    for rule in ("R09e", "R12"):
        days = [d.statutory_due for d in of(facts, rule, on=on) if d.is_live and d.statutory_due]
        if days:
            return days[-1], rule == "R09e"
    raise Refused(
        "The last day for the amended plan cannot be worked out from what is recorded, so no letter can state it. "
        "Check the day on which the notice was sent."
    )


def comments(facts: Facts, *, on: date) -> Deadline | None:
    """The family's fifteen days on what was served last: a draft (A07, Z05) or a notice of amendments (R08)."""
    found = [deadline for rule in ("A07", "Z05", "R08") for deadline in of(facts, rule, on=on)]
    return sorted(found, key=lambda deadline: deadline.triggered_on)[-1] if found else None


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
