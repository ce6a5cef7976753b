"""From told events to rows: ids in the place of keys, one new case or many, caches, and what the ledger says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from alongside.app import caches, evidence, facts, mending, ports
from alongside.app.actions import children
from alongside.app.actor import Actor
from alongside.app.importing.held import AGAIN, Held
from alongside.app.importing.sharing import Owner, Sharing
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.case.told import CaseHistory, EventDraft
from alongside.records.models import Case, CaseEvent, Person, ToMend

_K = EventKind
OF_A_REQUEST = frozenset(
    {
        _K.DECISION_TO_ASSESS_NOTIFIED,
        _K.REFUSAL_TO_ASSESS_SENT,
        _K.REQUEST_WITHDRAWN,
        _K.DECISION_TO_ISSUE,
        _K.FINAL_SENT,
        _K.NO_PLAN_NOTICE_SENT,
        _K.MOVED_TO_NEW_LA,
    }
)

OF_A_REVIEW = frozenset({_K.REVIEW_MEETING_HELD, _K.REVIEW_DECISION_SENT})


@dataclass(frozen=True, slots=True)
class Pen:
    """In whose name, when and from which source an import writes."""

    by: Actor
    at: datetime
    source: str
    run: UUID

    @property
    def today(self) -> date:
        """The civil date of the import."""
        return ports.today(self.at)

    def note(self, case: UUID, **body: Any) -> evidence.Note:
        """What the ledger says of one case: references only."""
        deed = str(Permission.IMPORT_RETURN)
        return evidence.Note(self.at, self.by.code, deed, str(case), {"run": str(self.run), **body})


@dataclass(slots=True)
class Placing:
    """Where the events of one case are to go: what stands already, by subject, and which events give way."""

    case: Case
    ids: dict[str, UUID] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    position: int = 0
    give_way: Mapping[str, UUID] = field(default_factory=dict)
    is_apart: bool = False
    told_until: date | None = None


def placing_of(
    held: Held, give_way: Mapping[str, UUID], *, is_apart: bool = False, told_until: date | None = None
) -> Placing:
    """Where events are to go in a case that stands. `told_until`: the last day of which the source tells."""
    return Placing(held.case, dict(held.ids), held.keys, held.position, give_way, is_apart, told_until)


def rows(drafts: Sequence[EventDraft], where: Placing, pen: Pen) -> list[CaseEvent]:
    """The rows of these events, not yet saved. `where` moves on with them."""
    found = []
    new = {draft.key: uuid4() for draft in drafts}
    for draft in drafts:
        where.ids.setdefault(draft.subject, new[draft.key])
    several = where.is_apart or len(_requests(where)) > 1
    for draft in drafts:
        where.position += 1
        corrects = where.give_way.get(draft.subject)
        key = f"{draft.key}{AGAIN}{where.position}" if draft.key in where.keys else draft.key
        found.append(
            CaseEvent(
                id=new[draft.key],
                authority_id=where.case.authority_id,
                case=where.case,
                kind=draft.kind,
                occurred_on=draft.occurred_on,
                recorded_at=pen.at,
                position=where.position,
                by=pen.by.code,
                by_name=pen.by.name,
                source=pen.source,
                details=_details(draft, where, several),
                corrects_id=corrects,
                natural_key=key,
            )
        )
    return found


def _requests(where: Placing) -> list[str]:
    return [subject for subject in where.ids if subject.endswith("|received")]


def _details(draft: EventDraft, where: Placing, several: bool) -> dict[str, Any]:
    details = dict(draft.details)
    if draft.kind is _K.PLACEMENT_ENDED:
        started = where.ids.get(details.get("placement", ""))
        if started is not None:
            details["placement"] = str(started)
    if where.told_until is not None and draft.kind in OF_A_REVIEW:
        details["told_until"] = where.told_until.isoformat()
    if several and draft.kind is _K.REQUEST_RECEIVED:
        details["apart"] = True
    elif several and draft.kind in OF_A_REQUEST:
        start = where.ids.get(f"{draft.episode}|received")
        if start is not None:
            details["episode"] = str(start)
    return details


@dataclass(slots=True)
class NewCase:
    """A case about to be saved, with its whole chronology."""

    case: Case
    person: Person
    events: list[CaseEvent]


def new_case(told: CaseHistory, drafts: Sequence[EventDraft], reference: str, key: str, pen: Pen) -> NewCase:
    """The person, the case and the chronology of somebody who is not on record. Not yet saved, without an owner."""
    items = {name: value for name, value in told.fields.items() if name not in ("surname", "forename")}
    surname = str(told.fields.get("surname", ""))
    person = Person(
        authority_id=pen.by.authority,
        forename=str(told.fields.get("forename", "")),
        surname=surname,
        surname_folded=children.folded(surname),
        upn=told.identifiers.get("UPN", ""),
        uln=told.identifiers.get("ULN", ""),
        import_key=key,
        **items,
    )
    case = Case(
        authority_id=pen.by.authority, reference=reference, person=person, opened_at=pen.at, revision=1
    )
    return NewCase(case, person, rows(drafts, Placing(case, told_until=told.told_until), pen))


def assignment(case: Case, owner: Owner, position: int, pen: Pen) -> CaseEvent:
    """The event that gives a case its owner."""
    return CaseEvent(
        authority_id=case.authority_id,
        case=case,
        kind=_K.CASE_ASSIGNED,
        occurred_on=pen.today,
        recorded_at=pen.at,
        position=position,
        by=pen.by.code,
        by_name=pen.by.name,
        source=pen.source,
        details={"to": str(owner.id), "to_name": owner.name},
    )


def save_new(entries: Sequence[NewCase], sharing: Sharing, pen: Pen) -> list[evidence.Note]:
    """Save new cases with their owners and caches: one insert for each table. Returns what the ledger is to say."""
    law = ports.law()
    cached: dict[type[Any], list[Any]] = {}
    told: list[tuple[Case, Facts]] = []
    for entry in entries:
        case = entry.case
        state = stages.state_of(facts_of(case, entry.events), on=pen.today, law=law)
        owner = sharing.next(is_open=state.assess in caches.OPEN_STAGES)
        entry.events.append(assignment(case, owner, len(entry.events) + 1, pen))
        known = facts_of(case, entry.events)
        for row in caches.derived(case, known, on=pen.today, law=law):
            cached.setdefault(type(row), []).append(row)
        told.append((case, known))
    for wrong in mending.rows(told, on=pen.today, law=law).values():
        cached.setdefault(ToMend, []).extend(wrong)
    Person.objects.bulk_create([entry.person for entry in entries])
    Case.objects.bulk_create([entry.case for entry in entries])
    CaseEvent.objects.bulk_create([row for entry in entries for row in entry.events], batch_size=2000)
    for table, found in cached.items():
        table.objects.bulk_create(found, batch_size=2000)
    return [pen.note(entry.case.id, events=len(entry.events)) for entry in entries]


def facts_of(case: Case, events: Iterable[CaseEvent]) -> Facts:
    """The facts of a case whose rows are not saved yet."""
    known: list[Event] = []
    for row in events:
        details = MappingProxyType(row.details)
        kind = EventKind(row.kind)
        known.append(
            Event(str(row.id), kind, row.occurred_on, row.recorded_at, details, None, row.by, row.source)
        )
    return Facts(str(case.id), case.person.born_on, as_known(known))


@dataclass(slots=True)
class Change:
    """What is added to one case that stands."""

    held: Held
    rows: list[CaseEvent] = field(default_factory=list)
    columns: dict[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True where nothing is added."""
        return not self.rows and not self.columns


def save_changes(changes: Sequence[Change], pen: Pen) -> list[evidence.Note]:
    """Save what is added to cases that stand, rebuild their caches. Returns what the ledger is to say."""
    for change in changes:
        for column, value in change.columns.items():
            setattr(change.held.case.person, column, value)
        change.held.case.revision += 1
    CaseEvent.objects.bulk_create([row for change in changes for row in change.rows], batch_size=2000)
    columns = sorted({column for change in changes for column in change.columns})
    if columns:
        people = [change.held.case.person for change in changes if change.columns]
        Person.objects.bulk_update(people, columns, batch_size=500)
    cases = [change.held.case for change in changes]
    known = facts.many(cases)
    caches.rebuild([(case, known[case.id]) for case in cases], on=pen.today, law=ports.law())
    return [
        pen.note(change.held.case.id, events=len(change.rows), columns=sorted(change.columns))
        for change in changes
    ]
