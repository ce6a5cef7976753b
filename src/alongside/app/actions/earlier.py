"""What was done before this record began, or is not yet done in it: plans made earlier, and what befell them since.

Entered by the service from another record: as dated events, with nothing made up in between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from alongside.app import doing
from alongside.app.actions import children, owners
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.happenings import Happening
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.case.facts import Facts
from alongside.core.refusal import Refused
from alongside.records.models import OutboxMessage

EXAMPLE = r"@([a-z0-9-]+\.)*example\.(com|net|org)$"
LATEST = "@"
"""A particular written @KIND is the id of the latest event of that kind: ids are not known before an entry is made."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the child has been placed, in the codes of the return: a URN, or a code for no setting."""

    since: date
    urn: str = ""
    setting_code: str = ""
    resourced_provision: bool = False


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """A plan that was made elsewhere or before: what is known of it. `moved_in_from` is an LA number, `made_there_on`
    the day on which that authority made it; `made_on` is then the day of the transfer.

    `happened` is what is known of its life since, in order of time, with its end where it has ended.
    """

    child: NewChild
    parties: Sequence[NewParty]
    made_on: date
    owner: UUID
    needs: Sequence[str] = ()
    placed: Placed | None = None
    happened: Sequence[Happening] = ()
    moved_in_from: str = ""
    made_there_on: date | None = None


def enter(plan: EarlierPlan, *, by: Actor, at: datetime) -> UUID:
    """Open a case for a child who comes with a plan. Returns the case. The date of birth may be unknown."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    for each in plan.happened:
        if each.kind is EventKind.PLAN_CEASED and not each.details.get("reason"):
            raise Refused("Say why the plan ceased: the code of the return.", field="reason")
    with doing.together(by):
        case = children.open_case(plan.child, plan.parties, by=by, at=at)
        with doing.on_new_case(case, by=by, at=at) as deed:
            _write(deed, plan)
            deed.note(Permission.IMPORT_RETURN)
        return case.id


def meant(details: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
    """The particulars with the ids of the events that they name by their kind. Raises `Refused` where there is none."""
    return {key: _latest(value, facts) for key, value in details.items()}


def _latest(value: Any, facts: Facts) -> Any:
    if not isinstance(value, str) or not value.startswith(LATEST):
        return value
    kind = EventKind(value.removeprefix(LATEST))
    found = next((event.id for event in reversed(facts.events) if event.kind is kind), None)
    if found is None:
        raise Refused(f"No {kind.value} is on record that this could be about. Enter that first.")
    return found


def _write(deed: CaseDeed, plan: EarlierPlan) -> None:
    if plan.moved_in_from:
        made = {"plan_made_on": plan.made_there_on.isoformat()} if plan.made_there_on is not None else {}
        deed.append(EventKind.TRANSFERRED_IN, plan.made_on, {"from": plan.moved_in_from, **made})
    else:
        deed.append(EventKind.PLAN_MADE, plan.made_on, {"final": plan.made_on.isoformat()})
    for rank, need in enumerate(plan.needs, start=1):
        deed.append(EventKind.NEED_RECORDED, plan.made_on, {"type": need, "rank": min(rank, 2)})
    if plan.placed is not None:
        _place(deed, plan.placed)
    for each in plan.happened:
        deed.append(each.kind, each.occurred_on, meant(each.details, deed.facts))
    owners.give(deed, plan.owner)


def _place(deed: CaseDeed, placed: Placed) -> None:
    found = {"urn": placed.urn, "setting_code": placed.setting_code}
    details: dict[str, object] = {key: text for key, text in found.items() if text}
    if placed.resourced_provision:
        details["resourced_provision"] = True
    deed.append(EventKind.PLACEMENT_STARTED, placed.since, details | {"rank": 1})


def count_messages_as_sent(until: datetime, *, by: Actor, at: datetime) -> int:
    """Count the messages of an invented past as sent: they wait for nobody. Returns how many.

    Refuses where one of them is to an address that somebody could read: only the domains that are reserved for
    examples (RFC 2606) are taken for invented.
    """
    with doing.deed("MESSAGES_COUNTED_AS_SENT", Permission.IMPORT_RETURN, by=by, at=at) as body:
        waiting = OutboxMessage.objects.filter(
            authority=by.authority, sent_at=None, withdrawn_at=None, created_at__lt=until
        )
        real = waiting.exclude(to_email__iregex=EXAMPLE).values_list("to_email", flat=True).first()
        if real is not None:
            raise Refused(
                f"A message waits for {real}, which is not an invented address. Nothing was changed."
            )
        body["count"] = waiting.update(sent_at=F("created_at"), attempts=1)
        return int(body["count"])
