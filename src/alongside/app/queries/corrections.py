"""One entry of the chronology as it stands, for whoever may put it right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases, recordable
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.recordable import Asked
from alongside.app.recordable.table import BY_KIND
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import EventKind


@dataclass(frozen=True, slots=True)
class EntryToCorrect:
    """The entry that counts now. `details` are its own; none is left out, for who may correct may read.

    `asked` is what its particulars can be chosen from, for news that was typed here; None for any other entry.
    """

    head: CaseHead
    id: str
    kind: EventKind
    occurred_on: date
    recorded_at: datetime
    details: Mapping[str, Any]
    asked: Asked | None = None


def entry(case_id: UUID, event_id: UUID, *, by: Actor, at: datetime) -> EntryToCorrect:
    """The entry. One that was corrected already, or is not of this case, is not found."""
    with seeing.case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as view:
        found = next((event for event in view.facts.events if event.id == str(event_id)), None)
        if found is None:
            raise NotFound
        news = None if found.source else BY_KIND.get(found.kind)
        return EntryToCorrect(
            head=cases.head_of(view),
            id=found.id,
            kind=found.kind,
            occurred_on=found.occurred_on,
            recorded_at=found.recorded_at,
            details=MappingProxyType(dict(found.details)),
            asked=recordable.asked_in(view, news) if news else None,
        )
