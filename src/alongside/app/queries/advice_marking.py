"""One advice whose lines a person marks: its text with places, proposals, and what is a line already."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import advice, cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice import papers
from alongside.core.advice.lines import LineKind
from alongside.core.advice.papers import Passage, Proposal, plain
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind
from alongside.records.models import Advice


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line that the advice has."""

    number: int
    kind: LineKind
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Marking:
    """What the page shows. `passages` are the paragraphs of the file, then the answers under their headings.

    `can_be_read`: there is a file that nobody has tried to read yet. `gone_through_at` is when somebody said that every
    line of it is marked.
    """

    head: CaseHead
    advice: UUID
    request: UUID
    author: str
    post: str
    kind: AdviceKind
    document: UUID | None
    file_name: str
    unread_because: str
    can_be_read: bool
    passages: tuple[Passage, ...]
    proposals: tuple[Proposal, ...]
    lines: tuple[MarkedLine, ...]
    gone_through_at: datetime | None
    gone_through_by: str


def marking(case_id: UUID, advice_id: UUID, *, by: Actor, at: datetime) -> Marking:
    """One advice of the case that this reader may read; any other is not found."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        rows = Advice.objects.filter(case=view.case, id=advice_id).select_related("document")
        row = rows.defer("document__content").first()
        if row is None or not advice.may_read(view, AdviceKind(row.kind)):
            raise NotFound
        lines = tuple(
            MarkedLine(each.number, LineKind(each.kind), each.words, each.place)
            for each in row.lines.order_by("number")
        )
        of_file = papers.from_json(row.passages)
        person = view.case.person
        return Marking(
            head=cases.head_of(view),
            advice=row.id,
            request=row.request_id,
            author=row.author_name,
            post=row.author_post,
            kind=AdviceKind(row.kind),
            document=row.document_id,
            file_name=row.document.file_name if row.document else "",
            unread_because=row.unread_because,
            can_be_read=bool(row.document_id and not row.passages and not row.unread_because),
            passages=(*of_file, *_answers(row)),
            proposals=_proposals(of_file, row, lines, (person.forename, person.surname)),
            lines=lines,
            gone_through_at=row.gone_through_at,
            gone_through_by=row.gone_through_by_name,
        )


def _proposals(
    passages: tuple[Passage, ...], row: Advice, lines: tuple[MarkedLine, ...], names: tuple[str, ...]
) -> tuple[Proposal, ...]:
    """What reads like a line and is none yet."""
    known = {plain(line.words) for line in lines}
    author = f"{row.kind.replace('_', ' ').lower()} {row.author_post}"
    return tuple(p for p in papers.proposals(passages, names, author) if plain(p.words) not in known)


def _answers(row: Advice) -> tuple[Passage, ...]:
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    return tuple(Passage(heading, text) for heading, text in advice_forms.answered(form, row.answers))
