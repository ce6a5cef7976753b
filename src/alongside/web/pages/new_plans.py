"""Why three counts of new plans of one year differ, person by person."""

from django.http import HttpResponse

from alongside.app.actions import list_files
from alongside.app.queries import new_plans
from alongside.web import answers
from alongside.web.presenters import new_plans as shown
from alongside.web.request import Request

CSV = "text/csv; charset=utf-8"


def counts(request: Request) -> HttpResponse:
    """The three counts, the way from each to the next, and the plans that make the difference."""
    year = shown.year_asked(request.GET, request.today)
    found = new_plans.new_plans(year, by=request.actor, at=request.now)
    return answers.show(
        request, "pages/new_plans/counts.html", found=found, shown=shown.page(found, request.GET)
    )


def counts_file(request: Request) -> HttpResponse:
    """The same as a file, every plan of it."""
    year = shown.year_asked(request.GET, request.today)
    found = list_files.take_new_plans(year, by=request.actor, at=request.now)
    return answers.download(f"new-plans-{year}.csv", CSV, shown.file(found))
