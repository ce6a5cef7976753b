"""The lists of reviews and of phase transfers, as pages and as files."""

from django.http import HttpResponse

from alongside.app.actions import list_files
from alongside.app.queries import phase_transfers
from alongside.app.queries import reviews as queries
from alongside.web import answers
from alongside.web.forms.reviews import ListFilter
from alongside.web.presenters import caseload
from alongside.web.presenters import reviews as shown
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50
CSV = "text/csv; charset=utf-8"


def reviews(request: Request) -> HttpResponse:
    """Reviews due, overdue, and what is late after a meeting."""
    form = ListFilter.read(request.GET)
    offset = (caseload.page_asked(request.GET) - 1) * SIZE
    found = queries.reviews(form.narrowed(), by=request.actor, at=request.now, offset=offset, size=SIZE)
    controls = form.reviews(found.choices, request.today)
    return answers.show(
        request,
        "pages/reviews/reviews.html",
        tabs=shown.tabs("reviews"),
        counts=shown.review_counts(found, request.GET),
        sees_cases=found.sees_cases,
        filter=controls,
        chosen=shown.chosen(controls, request.GET),
        rows=[shown.review_row(line, request.actor) for line in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="line"),
        file=shown.file_address("reviews_file", request.GET),
        whole_file=list_files.takes_everything(request.actor),
    )


def reviews_file(request: Request) -> HttpResponse:
    """The same as a file."""
    form = ListFilter.read(request.GET)
    found = list_files.take_reviews(form.narrowed(), by=request.actor, at=request.now)
    return answers.download(f"reviews-{request.today}.csv", CSV, shown.review_file(found.lines))


def transfers(request: Request) -> HttpResponse:
    """Everybody who moves to the next phase in a year, and what is done for it."""
    form = ListFilter.read(request.GET)
    offset = (caseload.page_asked(request.GET) - 1) * SIZE
    found = phase_transfers.transfers(
        form.narrowed(), by=request.actor, at=request.now, moving=form.moving, offset=offset, size=SIZE
    )
    controls = form.transfers(found.choices, request.today)
    return answers.show(
        request,
        "pages/reviews/transfers.html",
        tabs=shown.tabs("phase_transfers"),
        moving=found.moving,
        counts=shown.transfer_counts(found, request.GET),
        sees_cases=found.sees_cases,
        filter=controls,
        chosen=shown.chosen(controls, request.GET),
        rows=[shown.transfer_row(line, on=request.today) for line in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="line"),
        file=shown.file_address("phase_transfers_file", request.GET),
        whole_file=list_files.takes_everything(request.actor),
    )


def transfers_file(request: Request) -> HttpResponse:
    """The same as a file."""
    form = ListFilter.read(request.GET)
    found = list_files.take_transfers(form.narrowed(), by=request.actor, at=request.now, moving=form.moving)
    name = f"phase-transfers-{found.moving}-{request.today}.csv"
    return answers.download(name, CSV, shown.transfer_file(found.lines))
