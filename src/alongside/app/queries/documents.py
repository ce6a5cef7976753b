"""The documents of a case: which there are for this reader, and one of them opened.

A document opens to whoever may read the part of the record that it belongs to. A letter to one person of the
family opens to that person, and of everybody else only to those who may know how to reach the family. So no
parent ever opens another parent's letter. A letter to a body opens to whoever works there. Opening is an entry
in the ledger.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import evidence, scope, seeing
from alongside.app.actor import Actor
from alongside.app.ports import Rendered
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.parts import OPENED_BY, Part
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.records.models import Document


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One form in which a document can be had. `size` in bytes."""

    id: UUID
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document, in every form in which it is kept. `to` is the person it was written to, if it is a letter."""

    id: UUID
    kind: str
    title: str
    part: Part
    dated_on: date
    to: str
    files: tuple[DocumentFile, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a case that this reader may open, the latest first."""

    head: CaseHead
    lines: tuple[DocumentLine, ...]


def of_case(case_id: UUID, *, by: Actor, at: datetime) -> Documents:
    """The list. Leaves out what this reader may not open, so that no title gives away what is in it."""
    with seeing.case(case_id, Permission.SEE_DOCUMENTS, by=by, at=at) as view:
        return Documents(cases.head_of(view), lines(view))


def lines(view: CaseView) -> tuple[DocumentLine, ...]:
    """The same list, of a case that is open already. One query."""
    rows = (
        view.case.documents.select_related("addressee")
        .defer("content")
        .order_by("-dated_on", "-created_at", "title", "id")
    )
    shown = [row for row in rows if _may_open(view, row)]
    twins: dict[UUID, list[Document]] = {}
    for row in shown:
        twins.setdefault(row.twin_id or row.id, []).append(row)
    return tuple(_line(row, twins[row.id]) for row in shown if row.twin_id is None)


def one(document_id: UUID, *, by: Actor, at: datetime) -> Rendered:
    """One document's content. Whatever this reader may not open is not found."""
    with scope.opened(by):
        case_id = Document.objects.filter(id=document_id).values_list("case_id", flat=True).first()
        if case_id is None:
            raise NotFound
        with seeing.case(case_id, Permission.SEE_CASE, by=by, at=at) as view:
            row = Document.objects.select_related("addressee").get(id=document_id)
            if not _may_open(view, row):
                raise NotFound
        opened = {"document": str(row.id), "kind": row.kind}
        evidence.seal(by.authority, [evidence.Note(at, by.code, "DOCUMENT_OPENED", str(case_id), opened)])
        return Rendered(row.file_name, row.media_type, bytes(row.content))


def _may_open(view: CaseView, row: Document) -> bool:
    if row.organisation_id is not None and row.organisation_id in view.by.organisations:
        return True
    if not view.may(OPENED_BY[Part[row.part]]):
        return False
    if row.part == Part.DRAFT_PLAN and view.party is not None and not view.party.sees_drafts:
        return False
    if row.addressee_id is None:
        return True
    mine = view.party is not None and view.party.id == row.addressee_id
    return mine or view.may(Permission.SEE_CONTACT_DETAILS)


def _line(row: Document, files: list[Document]) -> DocumentLine:
    return DocumentLine(
        id=row.id,
        kind=row.kind,
        title=row.title,
        part=Part[row.part],
        dated_on=row.dated_on,
        to=row.addressee.name if row.addressee else "",
        files=tuple(
            DocumentFile(each.id, each.media_type, each.size) for each in sorted(files, key=_pdf_first)
        ),
    )


def _pdf_first(row: Document) -> tuple[bool, str]:
    return (row.media_type != "application/pdf", row.file_name)
