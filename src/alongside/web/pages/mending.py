"""What is to be mended before the next return or inspection, and the details of a child where most of it is mended."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import child_details as actions
from alongside.app.actions import list_files
from alongside.app.queries import child_details, mending
from alongside.web import answers
from alongside.web.forms.child_details import Details
from alongside.web.forms.mending import MendFilter
from alongside.web.presenters import case_pages, caseload
from alongside.web.presenters import mending as shown
from alongside.web.presenters import reviews as lists
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50
CSV = "text/csv; charset=utf-8"


def to_mend(request: Request) -> HttpResponse:
    """Line by line, errors first, narrowed as asked."""
    form = MendFilter.read(request.GET)
    offset = (caseload.page_asked(request.GET) - 1) * SIZE
    found = mending.to_mend(form.wanted(), by=request.actor, at=request.now, offset=offset, size=SIZE)
    controls = form.controls(found)
    return answers.show(
        request,
        "pages/mending/to_mend.html",
        found=found,
        filter=controls,
        chosen=lists.chosen(controls, request.GET),
        narrowed=any(form.given.values()),
        summary=shown.summary(found),
        shared=[shown.shared(one) for one in found.shared],
        rows=[shown.row(line, request) for line in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="line"),
        file=lists.file_address("data_to_mend_file", request.GET),
        whole_file=list_files.takes_everything(request.actor),
    )


def to_mend_file(request: Request) -> HttpResponse:
    """The same as a file."""
    found = list_files.take_to_mend(MendFilter.read(request.GET).wanted(), by=request.actor, at=request.now)
    return answers.download(f"data-to-mend-{request.today}.csv", CSV, shown.file(found))


def details(request: Request, case_id: UUID) -> HttpResponse:
    """The child's numbers and details that returns and lists ask for."""
    head, held = child_details.details(case_id, by=request.actor, at=request.now)
    form = Details.of(request, initial=asdict(held))
    if held.postcode is None:
        form.leave_out_postcode()
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            changed = actions.change(case_id, form.details(), by=request.actor, at=request.now)
            words = "The child’s details are changed." if changed else "Nothing was changed."
            return answers.see_other(request, words, "case", case_id=case_id)
    face = case_pages.face(head, request, here="case")
    return answers.show(request, "pages/mending/details.html", form=form, head=head, face=face)
