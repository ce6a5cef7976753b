"""The check on arrival, worked out when it is looked at; and advice that was sent back with questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used
from alongside.app.seeing import CaseView
from alongside.core.advice import arrival, papers
from alongside.core.advice.arrival import Asks, Child, Remark
from alongside.core.calendar import london_date
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind
from alongside.records.models import Advice, AdviceReturn


@dataclass(frozen=True, slots=True)
class Returned:
    """Questions with which an advice was sent back. `is_open` until a further answer has come."""

    questions: str
    sent_at: datetime
    sent_by: str
    is_open: bool


def child_of(view: CaseView) -> Child:
    """The child of a case that is open already, with the names of those around it."""
    person = view.case.person
    others = (*(party.name for party in view.parties), person.known_as)
    return Child(person.forename, person.surname, person.born_on, tuple(name for name in others if name))


def remarks(view: CaseView, advice: Iterable[UUID]) -> dict[UUID, tuple[Remark, ...]]:
    """What the check says of these, by id, as on the day on which each came. One query.

    The caller has looked whether this reader may read them. The family's own words are not checked.
    """
    rows = Advice.objects.filter(case=view.case, id__in=list(advice), nothing_to_add=False)
    child = child_of(view)
    return {row.id: _remarks(row, child) for row in rows.exclude(kind=advice_used.FAMILY)}


def returns(view: CaseView, request_id: str) -> tuple[Returned, ...]:
    """How often the advice to a request was sent back, the latest first. Two queries."""
    rows = list(AdviceReturn.objects.filter(case=view.case, request_id=request_id).order_by("-sent_at"))
    if not rows:
        return ()
    sent = Advice.objects.filter(case=view.case, request_id=request_id, party=None)
    latest = sent.order_by("submitted_at", "id").values_list("id", flat=True).last()
    return tuple(
        Returned(row.questions, row.sent_at, row.sent_by_name, row.advice_id == latest) for row in rows
    )


def _remarks(row: Advice, child: Child) -> tuple[Remark, ...]:
    on = london_date(row.submitted_at)
    around = Child(child.forename, child.surname, child.born_on, (*child.others, row.author_name))
    found: tuple[Remark, ...] = ()
    if row.form:
        form = advice_forms.form_for(AdviceKind(row.kind), row.form)
        found = arrival.remarks(form, row.answers, on=on, child=around)
    if row.passages:
        passages = papers.from_json(row.passages)
        found += arrival.of_paper(passages, around, row.author_name, written_on=row.written_on, on=on)
    elif row.unread_because:
        found += (Remark("", f"The file could not be checked. {row.unread_because}", Asks.UNREAD),)
    return found
