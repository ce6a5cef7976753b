"""An exception of law is recorded: a listed ground, why it makes the limit impractical, evidence, and a person.

The closed list and its tests of dates are `core.law.exceptions`. A shortage of staff is not on the list and no
form, import or forged request can put it there. An exception moves no date: it takes a fixed limit away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.app import doing, letters, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.law import exceptions
from alongside.core.refusal import Refused

LONGEST_UNREVIEWED = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class NewException:
    """An exception as it is to be recorded. Which dates are needed depends on the ground.

    `limits` are ids of rules: A02, A05, A06, or A04 together with `request`, the id of the request for advice.
    `told_family_on` is the day the family was told (SEND Code 9.43); `review_on` when it is looked at again.
    """

    ground: str
    limits: tuple[str, ...]
    impractical_because: str
    evidence: str
    told_family_on: date | None
    review_on: date | None
    facts: str = ""
    request: str = ""
    advice_requested_on: date | None = None
    closed_from: date | None = None
    reopens_on: date | None = None
    absent_from: date | None = None
    absent_to: date | None = None
    missed_on: date | None = None

    def details(self) -> dict[str, Any]:
        """As they stand in the event: dates as ISO text, what is not given left out."""
        found: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, date):
                found[each.name] = value.isoformat()
            elif isinstance(value, tuple):
                found[each.name] = [str(rule) for rule in value]
            elif value:
                found[each.name] = str(value).strip()
        return found


def record(case_id: UUID, exception: NewException, *, by: Actor, at: datetime) -> str:
    """Record it. Returns the id of the event. Raises `Refused` with what the law asks and what is missing."""
    with doing.on_case(case_id, Permission.RECORD_EXCEPTION, by=by, at=at) as deed:
        details = exception.details() | {"decided_by": str(by.account)}
        _check_in_law(details, deed)
        _check_told(exception, deed.today)
        event = deed.append(EventKind.EXCEPTION_RECORDED, deed.today, details)
        for party in letters.family_of(deed.case, on=deed.today):
            letters.tell(
                deed,
                party,
                "EXCEPTION_RECORDED",
                "We have recorded why a time limit in your case may be missed.",
            )
        return event.id


def _check_in_law(details: Mapping[str, Any], deed: CaseDeed) -> None:
    try:
        exceptions.check_exception(details, deed.facts, ports.law())
    except exceptions.NotAnException as refusal:
        raise Refused(str(refusal), field=_field(details)) from None


def _field(details: Mapping[str, Any]) -> str:
    """The input that a refusal is most likely about, so that the page can point at it."""
    for needed in ("ground", "limits", "impractical_because", "evidence"):
        if not details.get(needed):
            return needed
    return "ground"


def _check_told(exception: NewException, today: date) -> None:
    if exception.told_family_on is None or exception.told_family_on > today:
        raise Refused(
            "Tell the family first, then record the day on which you told them. "
            "They must know that a limit may be missed, and why (SEND Code of Practice 9.43).",
            field="told_family_on",
        )
    latest = today + LONGEST_UNREVIEWED
    if exception.review_on is None or not today < exception.review_on <= latest:
        raise Refused(
            "Give the day on which this exception is looked at again: after today and no later than "
            f"{latest:%-d %B %Y}.",
            field="review_on",
        )
