"""Emergencies: a case looked for in one, what breaking the glass would open, and what a reviewer sees of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from alongside.app import facts, involvement, openings, ports, scope, seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases, search
from alongside.app.queries.cases import CaseHead
from alongside.app.reviewing import for_reviewer
from alongside.core.access import decide, policy
from alongside.core.access.break_glass import TOLD, TOLD_OF_A_MANAGER
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Case, EmergencyOpening, LedgerEntry

MOST = 10
"""A reference is of one child, and a name with a date of birth of one or two."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case on which this person may break the glass."""

    case_id: UUID
    reference: str
    name: str
    born_on: date | None
    owner_name: str


@dataclass(frozen=True, slots=True)
class Before:
    """What is said before the glass is broken: whose case it is, what would be opened, and who would be told."""

    head: CaseHead
    opens: frozenset[Part]
    told: RoleCode


@dataclass(frozen=True, slots=True)
class Emergency:
    """One emergency as a reviewer sees it. `case_id` is None for a reviewer who may open no file."""

    id: UUID
    case_id: UUID | None
    reference: str
    who: str
    is_own: bool
    reason: str
    opened_at: datetime
    ends_at: datetime
    told: RoleCode
    told_count: int
    reviewed_by: str
    reviewed_at: datetime | None
    review_note: str


@dataclass(frozen=True, slots=True)
class Emergencies:
    """One page of them: those without a review first, the latest first. `waiting` counts those without."""

    lines: tuple[Emergency, ...]
    total: int
    waiting: int


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was done in the case within the hour, by the ledger: a code, how often, and when first."""

    deed: str
    times: int
    first_at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """One emergency with all that was looked at in it."""

    emergency: Emergency
    looked_at: tuple[LookedAt, ...]


def find(
    reference: str, name: str, born_on: date | None, *, by: Actor, at: datetime
) -> tuple[Candidate, ...]:
    """The case with a reference, or of a child with a name and a date of birth, if the glass may be broken on it.

    Raises `Refused` where neither is given whole. A case that this person may not know of is not found.
    """
    if not policy.may_ever(Permission.BREAK_GLASS, by.roles):
        raise NotAllowed("You may not open a case in an emergency.")
    wanted = _wanted(reference, name, born_on)
    on = ports.today(at)
    with scope.opened(by):
        rows = list(
            Case.objects.filter(wanted, authority=by.authority)
            .select_related("person", "owner")
            .order_by("reference")[:MOST]
        )
        known = facts.many(rows)
        found = []
        for row in rows:
            standing = involvement.of(by, row, known[row.id], on=on)
            if decide.can_act(Permission.BREAK_GLASS, roles=by.roles, relations=standing):
                found.append(_candidate(row))
        return tuple(found)


def before(case_id: UUID, *, by: Actor, at: datetime) -> Before:
    """The page on which the reason is given. Raises `NotFound` or `NotAllowed`."""
    with seeing.case(case_id, Permission.SEE_CASE, by=by, at=at) as view:
        view.require(Permission.BREAK_GLASS)
        told = TOLD_OF_A_MANAGER if TOLD in by.roles else TOLD
        return Before(cases.head_of(view), openings.would_open(view), told)


def emergencies(*, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> Emergencies:
    """Every emergency that this person may review. Three queries, whatever their number."""
    decide.check_act(Permission.REVIEW_EMERGENCY, roles=by.roles)
    with scope.opened(by):
        rows = for_reviewer(by).filter(opened_at__lte=at)
        latest = rows.select_related("case").order_by(
            F("reviewed_at").desc(nulls_first=True), "-opened_at", "id"
        )
        lines = tuple(_emergency(row, by) for row in latest[offset : offset + size])
        return Emergencies(lines, rows.count(), rows.filter(reviewed_at=None).count())


def review(opening_id: UUID, *, by: Actor, at: datetime) -> Review:
    """One emergency and what was looked at. Raises `NotFound`."""
    decide.check_act(Permission.REVIEW_EMERGENCY, roles=by.roles)
    with scope.opened(by):
        row = for_reviewer(by).select_related("case").filter(id=opening_id, opened_at__lte=at).first()
        if row is None:
            raise NotFound
        return Review(_emergency(row, by), _looked_at(row))


def _wanted(reference: str, name: str, born_on: date | None) -> Q:
    if reference.strip():
        return Q(reference__iexact=reference.strip())
    called = search.called(name)
    if not called or born_on is None:
        field = "reference" if not called and born_on is None else ("born_on" if called else "name")
        raise Refused("Enter the reference, or both the name and the date of birth.", field=field)
    return called & Q(person__born_on=born_on)


def _looked_at(row: EmergencyOpening) -> tuple[LookedAt, ...]:
    entries = LedgerEntry.objects.filter(
        authority=row.authority_id, subject=str(row.case_id), actor=str(row.account_id),
        at__gt=row.opened_at, at__lt=row.ends_at,
    ).order_by("sequence")  # fmt: skip
    first: dict[str, datetime] = {}
    times: Counter[str] = Counter()
    for deed, at in entries.values_list("deed", "at"):
        first.setdefault(deed, at)
        times[deed] += 1
    return tuple(LookedAt(deed, times[deed], at) for deed, at in first.items())


def _candidate(row: Case) -> Candidate:
    person = row.person
    return Candidate(
        case_id=row.id,
        reference=row.reference,
        name=f"{person.forename} {person.surname}",
        born_on=person.born_on,
        owner_name=row.owner.name if row.owner else "",
    )


def _emergency(row: EmergencyOpening, by: Actor) -> Emergency:
    opens_files = policy.may_ever(Permission.SEE_CASE, by.roles)
    return Emergency(
        id=row.id,
        case_id=row.case_id if opens_files else None,
        reference=row.case.reference,
        who=row.account_name,
        is_own=row.account_id == by.account,
        reason=row.reason,
        opened_at=row.opened_at,
        ends_at=row.ends_at,
        told=RoleCode(row.told),
        told_count=row.told_count,
        reviewed_by=row.reviewed_by_name,
        reviewed_at=row.reviewed_at,
        review_note=row.review_note,
    )
