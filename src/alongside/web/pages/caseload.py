"""My work today."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.queries import caseload, waiting
from alongside.app.queries.caseload import Whose
from alongside.core.access.permission import Permission
from alongside.web import answers, doors
from alongside.web.forms.caseload import WorkFilter
from alongside.web.presenters import caseload as shown
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 25


def work(request: Request) -> HttpResponse:
    """What is due in the cases that this person works on, the latest first, and what waits for an answer."""
    if not doors.may_open(
        request.actor, Permission.FIND_CASE
    ):  # an adviser's work is the advice asked of them
        return HttpResponseRedirect(reverse("advice_asked"))
    form = WorkFilter.read(request.GET)
    wanted = form.wanted()
    offset = (shown.page_asked(request.GET) - 1) * SIZE
    found = caseload.due(wanted, by=request.actor, at=request.now, offset=offset, size=SIZE)
    for_us = waiting.for_us(by=request.actor, at=request.now, mine=wanted.whose is Whose.MINE)
    return answers.show(
        request,
        "pages/caseload/work.html",
        filter=form.controls,
        chosen=shown.chosen(form, request.GET),
        found=found,
        whose=shown.WHOSE_TITLES[wanted.whose],
        rows=[shown.row(line, request.actor, on=request.today) for line in found.lines],
        panels=shown.panels(for_us),
        pages=Pages.of(request.GET, total=found.total, size=SIZE),
    )
