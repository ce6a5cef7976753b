"""What lies before whoever decides about a plan in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from alongside.app import ports, seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases, decisions, documents
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.decisions import ToTell
from alongside.app.queries.documents import DocumentLine
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.law import clock
from alongside.core.law.duty import Deadline

K = EventKind
LIMITS: Mapping[EventKind, tuple[str, ...]] = MappingProxyType(
    {
        K.REVIEW_DECISION_SENT: ("R06", "R07", "R11"),
        K.DECISION_NOT_TO_AMEND_SENT: ("R09e", "R10", "R12", "Z06"),
        K.CEASE_DECISION_SENT: ("C01", "C02", "C02.other"),
        K.REASSESSMENT_AGREED_SENT: ("Z01",),
    }
)
"""The limits that each decision meets or ends."""


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """The plan in force as it lies before whoever decides. `may_follow`: the decision can be recorded now."""

    head: CaseHead
    limits: tuple[Deadline, ...]
    documents: tuple[DocumentLine, ...]
    to_tell: tuple[ToTell, ...]
    may_follow: bool


def papers(case_id: UUID, kind: EventKind, *, by: Actor, at: datetime) -> PlanPapers:
    """What lies before whoever decides. `kind` is the decision."""
    with seeing.case(case_id, Permission.DECIDE_TO_ISSUE, by=by, at=at) as view:
        duties = clock.duties(view.facts, on=view.today, law=ports.law())
        state = stages.state_of(view.facts, on=view.today, law=ports.law())
        return PlanPapers(
            head=cases.head_of(view),
            limits=tuple(d for d in duties if d.rule in LIMITS[kind] and d.is_live),
            documents=documents.lines(view) if view.may(Permission.SEE_DOCUMENTS) else (),
            to_tell=decisions.to_tell(view),
            may_follow=stages.can_follow(state, kind),
        )
