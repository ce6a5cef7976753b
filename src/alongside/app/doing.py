"""What every deed has in common, written once.

A deed opens a transaction, locks its case, loads the facts, asks `core.access` whether this person may, asks
`core.case.stages` whether the event may follow, appends events, rebuilds the case's caches, puts messages in
the outbox and seals a ledger entry. Either all of it is kept or nothing is.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from alongside.app import caches, evidence, facts, involvement, ports, scope
from alongside.app.actor import Actor
from alongside.app.bulk import Batch
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import FAMILY, Relation
from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.refusal import Refused
from alongside.records.models import Case, CaseEvent, OutboxMessage

__all__ = ["CaseDeed", "Refused", "deed", "on_case", "together", "under_way"]


@dataclass(slots=True)
class CaseDeed:
    """A deed under way on one case. `facts` grows with each event appended."""

    case: Case
    by: Actor
    at: datetime
    facts: Facts
    relations: frozenset[Relation]
    position: int
    is_new: bool = False
    details_changed: bool = False  # of the child: what is to be mended may be another thing now
    rows: list[CaseEvent] = field(default_factory=list)
    notes: list[evidence.Note] = field(default_factory=list)
    messages: list[OutboxMessage] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The civil date of the deed."""
        return ports.today(self.at)

    def may(self, permission: Permission) -> bool:
        """True where the actor may also do this to the same case."""
        return decide.can_act(permission, roles=self.by.roles, relations=self.relations)

    def require(self, permission: Permission) -> None:
        """Refuse unless the actor may also do this to the same case."""
        decide.check_act(permission, roles=self.by.roles, relations=self.relations)

    def append(
        self,
        kind: EventKind,
        occurred_on: date,
        details: Mapping[str, Any] | None = None,
        *,
        corrects: str | None = None,
    ) -> Event:
        """Add one event to the chronology, if the state of the case allows it on the day it happened."""
        if occurred_on > self.today:
            raise Refused(
                f"The date {occurred_on:%-d %B %Y} is in the future. Give the day on which it happened.",
                field="occurred_on",
            )
        if corrects is None:
            state = stages.state_of(self.facts, on=occurred_on, law=ports.law())
            stages.check_may_follow(state, kind)
        event = Event(
            id=str(uuid4()),
            kind=kind,
            occurred_on=occurred_on,
            recorded_at=self.at,
            details=MappingProxyType(dict(details or {})),
            corrects=corrects,
            by=self.by.code,
        )
        self.position += 1
        self.rows.append(_row(self, event))
        self.facts = Facts(self.facts.case_id, self.facts.born_on, as_known((*self.facts.events, event)))
        if corrects is not None:
            self.facts = _without(self.facts, corrects)
        self.note(kind, event=event.id, occurred_on=occurred_on.isoformat(), corrects=corrects)
        return event

    def note(self, deed_code: str, **body: Any) -> None:
        """What the ledger will say of this deed. References only: no name, no birth date, no free text."""
        self.notes.append(evidence.Note(self.at, self.by.code, str(deed_code), str(self.case.id), body))

    def tell(self, to_email: str, kind: str, subject: str, text: str) -> None:
        """Put a message in the outbox: a reference and a link, never a child's name or a document."""
        if to_email:
            self.messages.append(
                OutboxMessage(
                    authority_id=self.by.authority, case=self.case, kind=kind, to_email=to_email,
                    subject=subject, text=text, created_at=self.at,
                )
            )  # fmt: skip


_batch: ContextVar[dict[UUID, CaseDeed] | None] = ContextVar("batch", default=None)


@contextmanager
def on_case(case_id: UUID, permission: Permission, *, by: Actor, at: datetime) -> Iterator[CaseDeed]:
    """One deed on one case that exists. Raises `NotFound`, `NotAllowed` or `Refused`."""
    with scope.opened(by):
        deed_ = _under_way(case_id, by, at) or _begun(case_id, by, at)
        deed_.require(permission)
        deed_.note(permission)
        yield deed_
        if _batch.get() is None:
            _keep([deed_])


@contextmanager
def on_new_case(case: Case, *, by: Actor, at: datetime) -> Iterator[CaseDeed]:
    """The first deed on a case that has just been created in the same transaction."""
    empty = Facts(str(case.id), case.person.born_on, ())
    relations = involvement.of(by, case, empty, on=ports.today(at))
    deed_ = CaseDeed(case=case, by=by, at=at, facts=empty, relations=relations, position=0, is_new=True)
    yield deed_
    batch = _batch.get()
    if batch is None:
        _keep([deed_])
    else:
        batch[case.id] = deed_


@contextmanager
def together(by: Actor, *, on: date | None = None) -> Iterator[None]:
    """Many deeds on a few cases kept as one: all or nothing, caches rebuilt once, ledger sealed once.

    For the builder of a synthetic area and for registering a request with all that follows at once. `on` is the
    day for which the caches are rebuilt, where that is later than the last deed.
    """
    if _batch.get() is not None:
        yield
        return
    token = _batch.set({})
    try:
        with scope.opened_to_all(by.authority):
            yield
            _keep(list((_batch.get() or {}).values()), on)
    finally:
        _batch.reset(token)


def under_way(case_id: UUID) -> CaseDeed:
    """The deed under way on a case within `together`. Raises LookupError where there is none."""
    found = (_batch.get() or {}).get(case_id)
    if found is None:
        raise LookupError(f"No deed is under way on case {case_id}: this is for use within `together`.")
    return found


@contextmanager
def deed(
    code: str, permission: Permission, *, by: Actor, at: datetime, subject: str = ""
) -> Iterator[dict[str, Any]]:
    """A deed that concerns no one case. What is put into the yielded dict is sealed in the ledger."""
    body: dict[str, Any] = {}
    with scope.opened(by):
        decide.check_act(permission, roles=by.roles, relations=frozenset())
        yield body
        evidence.seal(by.authority, [evidence.Note(at, by.code, code, subject, body)])


def _begun(case_id: UUID, by: Actor, at: datetime) -> CaseDeed:
    case = Case.objects.select_for_update(of=("self",)).select_related("person").filter(id=case_id).first()
    if case is None:
        raise NotFound
    recorded = facts.recorded(case)
    known = facts.of_events(case, recorded)
    deed_ = CaseDeed(
        case=case,
        by=by,
        at=at,
        facts=known,
        relations=involvement.of(by, case, known, on=ports.today(at)),
        position=len(recorded),
    )
    batch = _batch.get()
    if batch is not None:
        batch[case_id] = deed_
    return deed_


def _under_way(case_id: UUID, by: Actor, at: datetime) -> CaseDeed | None:
    """The deed already under way on this case in a batch, now in the hands of `by`."""
    deed_ = (_batch.get() or {}).get(case_id)
    if deed_ is None:
        return None
    # An officer who is not family to the case when the batch begins does not become so within it; what a body or
    # a relative is to the case grows with its events, so that is read again for each deed.
    same_officer = deed_.by is by and involvement.works_for_the_authority(by)
    if not same_officer or deed_.relations & FAMILY:
        deed_.relations = involvement.of(by, deed_.case, deed_.facts, on=ports.today(at))
    deed_.by, deed_.at = by, at
    return deed_


def _row(deed_: CaseDeed, event: Event) -> CaseEvent:
    return CaseEvent(
        id=UUID(event.id),
        authority_id=deed_.case.authority_id,
        case=deed_.case,
        kind=event.kind,
        occurred_on=event.occurred_on,
        recorded_at=event.recorded_at,
        position=deed_.position,
        by=deed_.by.code,
        by_name=deed_.by.name,
        details=dict(event.details),
        corrects_id=UUID(event.corrects) if event.corrects else None,
    )


def _without(known: Facts, event_id: str) -> Facts:
    return Facts(known.case_id, known.born_on, tuple(e for e in known.events if e.id != event_id))


def _keep(deeds: list[CaseDeed], on: date | None = None) -> None:
    """Write everything that the deeds gathered. The ledger comes last: its lock is held until commit."""
    events = Batch()
    events.add([row for d in deeds for row in d.rows])
    events.send()
    OutboxMessage.objects.bulk_create([message for d in deeds for message in d.messages])
    changed = [d for d in deeds if d.rows or d.is_new or d.details_changed]
    for d in changed:
        d.case.revision += 1
    if changed:
        day = on or max(d.today for d in changed)
        caches.rebuild([(d.case, d.facts) for d in changed], on=day, law=ports.law())
    for authority in {d.case.authority_id for d in deeds}:
        evidence.seal(authority, [n for d in deeds if d.case.authority_id == authority for n in d.notes])
