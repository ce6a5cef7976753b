"""What was done before this record began, or is not yet done in it: plans made earlier, and reviews of plans.

Entered by the service from another record: as dated events, with nothing made up in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from alongside.app import doing
from alongside.app.actions import children, owners
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.records.models import OutboxMessage

EXAMPLE = r"@([a-z0-9-]+\.)*example\.(com|net|org)$"
OUTCOMES = ("AMEND", "MAINTAIN", "CEASE")


@dataclass(frozen=True, slots=True)
class Review:
    """One review of a plan: the meeting, and the day and outcome of the decision where it has been sent."""

    met_on: date
    decided_on: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the child has been placed, in the codes of the return: a URN, or a code for no setting."""

    since: date
    urn: str = ""
    setting_code: str = ""
    resourced_provision: bool = False


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """A plan that was made elsewhere or before: what is known of it. `moved_in_from` is an LA number."""

    child: NewChild
    parties: Sequence[NewParty]
    made_on: date
    owner: UUID
    needs: Sequence[str] = ()
    placed: Placed | None = None
    reviews: Sequence[Review] = ()
    moved_in_from: str = ""
    ceased_on: date | None = None
    cease_reason: str = ""


def enter(plan: EarlierPlan, *, by: Actor, at: datetime) -> UUID:
    """Open a case for a child who comes with a plan. Returns the case. The date of birth may be unknown."""
    decide.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    if plan.ceased_on is not None and not plan.cease_reason:
        raise Refused("Say why the plan ceased: the code of the return.", field="cease_reason")
    with doing.together(by):
        case = children.open_case(plan.child, plan.parties, by=by, at=at)
        with doing.on_new_case(case, by=by, at=at) as deed:
            _write(deed, plan)
            deed.note(Permission.IMPORT_RETURN)
        return case.id


def record_review(case_id: UUID, review: Review, *, by: Actor, at: datetime) -> None:
    """Record that a plan was reviewed. The meeting and the decision may be recorded on different days."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        _review(deed, review)


def _write(deed: CaseDeed, plan: EarlierPlan) -> None:
    if plan.moved_in_from:
        deed.append(EventKind.TRANSFERRED_IN, plan.made_on, {"from": plan.moved_in_from})
    else:
        deed.append(EventKind.PLAN_MADE, plan.made_on, {"final": plan.made_on.isoformat()})
    for rank, need in enumerate(plan.needs, start=1):
        deed.append(EventKind.NEED_RECORDED, plan.made_on, {"type": need, "rank": min(rank, 2)})
    if plan.placed is not None:
        _place(deed, plan.placed)
    for review in plan.reviews:
        _review(deed, review)
    if plan.ceased_on is not None:
        deed.append(EventKind.PLAN_CEASED, plan.ceased_on, {"reason": plan.cease_reason})
    owners.give(deed, plan.owner)


def _place(deed: CaseDeed, placed: Placed) -> None:
    found = {"urn": placed.urn, "setting_code": placed.setting_code}
    details: dict[str, object] = {key: text for key, text in found.items() if text}
    if placed.resourced_provision:
        details["resourced_provision"] = True
    deed.append(EventKind.PLACEMENT_STARTED, placed.since, details | {"rank": 1})


def _review(deed: CaseDeed, review: Review) -> None:
    met = (EventKind.REVIEW_MEETING_HELD, review.met_on)
    if not any((event.kind, event.occurred_on) == met for event in deed.facts.events):
        deed.append(*met)
    if review.decided_on is None:
        return
    if review.outcome not in OUTCOMES:
        raise Refused(
            f"{review.outcome!r} is no outcome of a review: {', '.join(OUTCOMES)}.", field="outcome"
        )
    if review.decided_on < review.met_on:
        raise Refused("The decision after a review cannot come before its meeting.", field="decided_on")
    deed.append(EventKind.REVIEW_DECISION_SENT, review.decided_on, {"outcome": review.outcome})


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
