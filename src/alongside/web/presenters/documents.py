"""Documents as a table: what it is, its day, to whom it was written, and each form in which it can be had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from alongside.app.queries.documents import DocumentFile, DocumentLine
from alongside.web.presenters import intake, wording
from alongside.web.presenters.links import Link

KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word",
    "text/plain; charset=utf-8": "Text",
    "image/jpeg": "Photo",
    "image/png": "Picture",
    "image/heic": "Photo",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One document."""

    title: str
    dated_on: date
    to: str
    belongs_to: str
    links: tuple[Link, ...]


def rows(lines: Sequence[DocumentLine]) -> tuple[Row, ...]:
    """The rows of the table, in the order given."""
    return tuple(
        Row(
            title=line.title,
            dated_on=line.dated_on,
            to=line.to,
            belongs_to=wording.capital(line.part.phrase),
            links=tuple(_link(line, file) for file in line.files),
        )
        for line in lines
    )


def _link(line: DocumentLine, file: DocumentFile) -> Link:
    kind = KINDS.get(file.media_type, "File")
    return Link(
        reverse("document", kwargs={"document_id": file.id}),
        f"{line.title} ({kind}, {intake.size(file.size)})",
    )
