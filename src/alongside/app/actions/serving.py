"""How a draft or a final plan reaches the family: to whom, by which way, and from which day it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.app import letters, ports
from alongside.app.doing import CaseDeed
from alongside.core.case.codes import Channel
from alongside.core.case.history import Draft
from alongside.core.law import service
from alongside.core.refusal import Refused
from alongside.records.models import Case, CaseParty

WAYS = (Channel.EMAIL, Channel.HAND, Channel.FIRST_CLASS_POST, Channel.SECOND_CLASS_POST)
"""How a plan can be sent. The way decides the day on which it counts as served (Education Act 1996 s.572)."""


@dataclass(frozen=True, slots=True)
class Sending:
    """How a version leaves: the day, the way to each party by the party's id, and the edition that was read."""

    sent_on: date
    ways: Mapping[UUID, Channel]
    seen: int


def recipients(case: Case, *, on: date) -> tuple[CaseParty, ...]:
    """Whoever holds the rights and may be given the plan."""
    return tuple(party for party in letters.family_of(case, on=on) if party.sees_drafts)


def check_sending(deed: CaseDeed, sending: Sending) -> tuple[CaseParty, ...]:
    """The recipients, if each is reached in a way that serves; refuses otherwise and names who is not."""
    letters.must_have_family(deed.case, on=deed.today)
    found = recipients(deed.case, on=deed.today)
    if not found:
        raise Refused(
            "Nobody in this case may be given the plan: it is held back from everybody who holds the rights. "
            "Look at the people of the case and the reason recorded there, then do this again."
        )
    if sending.sent_on > deed.today:
        raise Refused(
            f"The day sent, {sending.sent_on:%-d %B %Y}, is in the future. Give the day on which it leaves.",
            field="sent_on",
        )
    for party in found:
        _check_way(deed, party, sending)
    return found


def served_on(sent_on: date, channel: Channel, *, reissued: bool = False) -> date:
    """The day that counts as the day of service. Refuses where the bank holidays of the year are not known."""
    draft = Draft("", sent_on, sent_on, channel, reissued)
    served = service.served_on(draft, ports.law())
    if served is None:
        raise Refused(
            f"The day on which post sent on {sent_on:%-d %B %Y} arrives cannot be worked out: the bank holidays "
            "of that year are not loaded. Send it by hand or e-mail, or load the holidays first."
        )
    return served


def comments_until(served: date, rule: str = "A07") -> date:
    """The last of the fifteen days that begin with the day of service (A07; R08 for a notice of amendments)."""
    limit = ports.law().limits[rule, served]
    if limit is None or limit.statutory is None:
        raise Refused(
            f"The family’s fifteen days cannot be worked out for a draft served on {served:%-d %B %Y}. Check the "
            "day sent.",
            field="sent_on",
        )
    return limit.statutory


def slowest(sending: Sending) -> Channel:
    """The way by which the plan counts as served last: the days that the whole family has are counted from it."""
    return max(sending.ways.values(), key=lambda way: (served_on(sending.sent_on, way), WAYS.index(way)))


def _check_way(deed: CaseDeed, party: CaseParty, sending: Sending) -> None:
    way = sending.ways.get(party.id)
    field = f"way_{party.id}"
    if way not in WAYS:
        raise Refused(f"Choose how the plan reaches {party.name}.", field=field)
    if way is not Channel.EMAIL:
        return
    if not (party.email and party.agreed_to_email):
        raise Refused(
            f"{party.name} has not agreed to be served by e-mail, or has given no address. Hand the plan over, "
            "or post it.",
            field=field,
        )
    if sending.sent_on != deed.today:
        raise Refused(
            f"The e-mail to {party.name} leaves today, so the day sent must be {deed.today:%-d %B %Y}.",
            field="sent_on",
        )
