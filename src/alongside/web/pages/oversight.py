"""How the service is doing, counted from its cases, with the published figures beside."""

from django.http import HttpResponse

from alongside.app.queries import advice, oversight
from alongside.core.access.permission import Permission
from alongside.integrations.published.areas import NoSuchArea
from alongside.web import answers, doors
from alongside.web.presenters import oversight as shown
from alongside.web.request import Request


def figures(request: Request) -> HttpResponse:
    """The three numbers together, and what they are made of."""
    found = oversight.figures(by=request.actor, at=request.now)
    names_cases = doors.may_open(request.actor, Permission.SEE_WORKLIST)
    return answers.show(
        request,
        "pages/oversight/figures.html",
        on=found.on,
        three=shown.three(found.truth),
        stages=shown.stage_grid(found.stages, link=names_cases),
        chart=shown.month_chart(found),
        months=shown.month_grid(found.months),
        cohorts=shown.cohort_grid(found.cohorts),
        may_export=doors.may_open(request.actor, Permission.EXPORT),
        hours=shown.hours_grid(advice.hours_waiting(by=request.actor, at=request.now)),
    )


def published(request: Request) -> HttpResponse:
    """The Department's published figures of the authority, its neighbours and England."""
    try:
        found = shown.published(request.actor.authority)
    except NoSuchArea:
        found = ()
    return answers.show(request, "pages/oversight/published.html", measures=found)
