"""What a family can say is wrong, what it has said, and what was decided. Each sees their own; officers see all."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import held_facts, seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import FAMILY
from alongside.core.case.codes import EventKind
from alongside.core.case.correctable import Fact
from alongside.records.models import CorrectionRequest


@dataclass(frozen=True, slots=True)
class Held:
    """One fact as it is held. `value` is None where this reader may say that it is wrong but may not be shown it."""

    fact: Fact
    value: str | None


@dataclass(frozen=True, slots=True)
class EntryHeld:
    """One entry of the chronology that somebody says is wrong."""

    event_id: UUID
    kind: EventKind
    occurred_on: date
    still_stands: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that somebody said is wrong. `stands` is what is, or was, held; None where it may not be shown."""

    id: UUID
    fact: Fact
    entry: EntryHeld | None
    stands: str | None
    should_be: str | None
    why: str
    asked_by: str
    asked_at: datetime
    corrected: bool | None
    reason: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was said on one case, the latest first, and the facts that this reader can say are wrong."""

    head: CaseHead
    said: tuple[Said, ...]
    held: tuple[Held, ...]


def own(case_id: UUID, *, by: Actor, at: datetime) -> Corrections:
    """The facts that a member of the family can correct, and what they have said so far."""
    with seeing.case(case_id, Permission.ASK_FOR_CORRECTION, by=by, at=at) as view:
        if view.party is None:
            raise NotFound
        held = tuple(Held(fact, _shown(view, fact)) for fact in Fact if fact is not Fact.ENTRY)
        return Corrections(cases.head_of(view), _said(view, _visible(view)), held)


def of_case(case_id: UUID, *, by: Actor, at: datetime) -> Corrections:
    """Everything that was said on a case, for officers; for the family, their own."""
    with seeing.case(case_id, Permission.SEE_CORRECTIONS, by=by, at=at) as view:
        return Corrections(cases.head_of(view), _said(view, _visible(view)), ())


def one(case_id: UUID, request_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, Said]:
    """One of them, to be decided."""
    with seeing.case(case_id, Permission.DECIDE_CORRECTION, by=by, at=at) as view:
        found = _said(view, _visible(view).filter(id=request_id))
        if not found:
            raise NotFound
        return cases.head_of(view), found[0]


def entry(case_id: UUID, event_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, EntryHeld]:
    """One entry of the chronology that still stands, for somebody who says that it is wrong."""
    with seeing.case(case_id, Permission.SEE_CHRONOLOGY, by=by, at=at) as view:
        found = next((event for event in view.facts.events if event.id == str(event_id)), None)
        if found is None:
            raise NotFound
        return cases.head_of(view), EntryHeld(event_id, found.kind, found.occurred_on, still_stands=True)


def _shown(view: CaseView, fact: Fact) -> str | None:
    if fact is Fact.CHILD_ADDRESS:
        return None  # it may be the other parent's address
    return held_facts.value_of(fact, view.case.person, view.party)


def _visible(view: CaseView) -> QuerySet[CorrectionRequest]:
    rows = CorrectionRequest.objects.filter(case=view.case)
    if view.relations & FAMILY:
        return rows.filter(party=view.party) if view.party else rows.none()
    return rows


def _said(view: CaseView, rows: QuerySet[CorrectionRequest]) -> tuple[Said, ...]:
    found = rows.select_related("party", "event").order_by("-asked_at", "id")
    withheld = view.case.parties.filter(address_withheld=True, ends_before=None).exists()
    return tuple(_one(view, row, withheld=withheld) for row in found)


def _one(view: CaseView, row: CorrectionRequest, *, withheld: bool) -> Said:
    fact = Fact[row.field]
    is_family = bool(view.relations & FAMILY)
    private = fact.is_own or fact is Fact.CHILD_ADDRESS
    hidden = private and not is_family and withheld and not view.may(Permission.SEE_WITHHELD_ADDRESS)
    return Said(
        id=row.id,
        fact=fact,
        entry=_entry(view, row),
        stands=None if hidden or (is_family and fact is Fact.CHILD_ADDRESS) else row.stands,
        should_be=None if hidden else row.should_be,
        why="" if hidden else row.why,
        asked_by=row.asked_by_name,
        asked_at=row.asked_at,
        corrected=None if not row.decision else row.decision == "CORRECTED",
        reason=row.decision_reason,
        decided_at=row.decided_at,
    )


def _entry(view: CaseView, row: CorrectionRequest) -> EntryHeld | None:
    if row.event is None:
        return None
    stands = any(event.id == str(row.event_id) for event in view.facts.events)
    return EntryHeld(row.event.id, EventKind(row.event.kind), row.event.occurred_on, stands)
