"""The documents of a case, and one of them opened."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.queries import documents
from alongside.web import answers
from alongside.web.presenters import case_pages
from alongside.web.presenters import documents as present
from alongside.web.request import Request


def of_case(request: Request, case_id: UUID) -> HttpResponse:
    """Every document that this reader may open, the latest first."""
    found = documents.of_case(case_id, by=request.actor, at=request.now)
    face = case_pages.face(found.head, request)
    return answers.show(
        request, "pages/documents/of_case.html", found=found, rows=present.rows(found.lines), face=face
    )


def one(request: Request, document_id: UUID) -> HttpResponse:
    """The file itself, to keep: never shown as a page of ours."""
    found = documents.one(document_id, by=request.actor, at=request.now)
    return answers.download(found.file_name, found.media_type, found.content)
