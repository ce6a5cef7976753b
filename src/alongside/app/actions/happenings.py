"""Records what happened to a case where it is not a step of ours that has its own page.

The list is closed: what another area decides, serves or asks for is recorded by that area's deed, with its
papers. Here stand the news that reach the service: what the family did about a decision, what the Tribunal
did, that the child moved away, that the child died.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from alongside.app import doing
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.case.details import DETAILS
from alongside.core.refusal import Refused
from alongside.records.models import OutboxMessage

NEEDED: Mapping[EventKind, Mapping[str, str]] = MappingProxyType(
    {
        EventKind.VIEWS_INVITED: {},
        EventKind.MEDIATION_ADVISER_CONTACTED: {},
        EventKind.MEDIATION_CERTIFICATE_ISSUED: {
            "certificate_dated_on": "Enter the date on the certificate: the time to appeal runs from it."
        },
        EventKind.APPEAL_RECEIVED: {"about": "Say what the appeal is about."},
        EventKind.APPEAL_WITHDRAWN: {},
        EventKind.UNOPPOSED_NOTIFIED: {"appeal": "Say which appeal the authority does not oppose."},
        EventKind.ORDER_MADE: {"order": "Say what the Tribunal ordered."},
        EventKind.MOVED_TO_NEW_LA: {"to": "Enter the three-digit number of the new local authority."},
        EventKind.DIED: {},
    }
)
"""What can be recorded here, and what each must say, with the sentence for when it does not."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One piece of news: what, on which day it happened, and the particulars that its kind needs."""

    kind: EventKind
    occurred_on: date
    details: Mapping[str, str]


def record(case_id: UUID, happening: Happening, *, by: Actor, at: datetime) -> str:
    """Add it to the chronology and return the id of its event.

    Raises `Refused` for a kind that has its own page, for a particular that is missing or makes no sense, and
    where it cannot follow what is recorded.
    """
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        details = _checked(happening, deed)
        event = deed.append(happening.kind, happening.occurred_on, details)
        if happening.kind is EventKind.DIED:
            deed.note("MESSAGES_WITHDRAWN", count=_withdraw_messages(deed))
        return event.id


def _checked(happening: Happening, deed: CaseDeed) -> dict[str, str]:
    """The particulars that the kind may have, each in its form."""
    needed = NEEDED.get(happening.kind)
    if needed is None:
        raise Refused(
            "This cannot be recorded here: it has a page of its own, with the papers that belong to it."
        )
    given = {key: text.strip() for key, text in happening.details.items() if text.strip()}
    unknown = sorted(given.keys() - DETAILS.get(happening.kind, {}).keys())
    if unknown:
        raise Refused(f"“{unknown[0]}” does not belong to this entry. Leave it out, or write a note instead.")
    for key, sentence in needed.items():
        if key not in given:
            raise Refused(sentence, field=key)
    if happening.kind is EventKind.MEDIATION_CERTIFICATE_ISSUED:
        _check_certificate(given["certificate_dated_on"], deed.today)
    if happening.kind is EventKind.MOVED_TO_NEW_LA:
        _check_other_authority(given["to"], deed.by.authority)
    return given


def _check_certificate(text: str, today: date) -> None:
    try:
        dated_on = date.fromisoformat(text)
    except ValueError:
        raise Refused(
            f"“{text}” is not a date. Write the date on the certificate.", field="certificate_dated_on"
        )
    if dated_on > today:
        raise Refused(
            f"The certificate cannot be dated {dated_on:%-d %B %Y}: that is in the future. Check the year.",
            field="certificate_dated_on",
        )


def _check_other_authority(number: str, own: str) -> None:
    if not (number.isascii() and number.isdigit() and len(number) == 3):
        raise Refused(
            f"“{number}” is not a local authority number. It has three digits, like 866.", field="to"
        )
    if number == own:
        raise Refused(f"{number} is this authority itself. Enter the number of the new one.", field="to")


def _withdraw_messages(deed: CaseDeed) -> int:
    """Nothing that waits to be sent about a child who has died ever leaves, and nothing new is written."""
    deed.messages.clear()
    waiting = OutboxMessage.objects.filter(case=deed.case, sent_at=None, withdrawn_at=None)
    return waiting.update(withdrawn_at=deed.at)
