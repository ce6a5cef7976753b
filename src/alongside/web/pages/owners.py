"""One case passes to another coordinator."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import owners as actions
from alongside.app.queries import owners
from alongside.web import answers
from alongside.web.forms.owners import Give
from alongside.web.presenters import case_pages
from alongside.web.request import Request


def give(request: Request, case_id: UUID) -> HttpResponse:
    """Who looks after this case from now on."""
    found = owners.giving(case_id, by=request.actor, at=request.now)
    form = Give.of(request)
    form.offer(found.takers)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.assign(case_id, form.taker, by=request.actor, at=request.now)
            name = next(taker.name for taker in found.takers if taker.account == form.taker)
            return answers.see_other(request, f"{name} now looks after this case.", "case", case_id=case_id)
    face = case_pages.face(found.head, request, here="case")
    return answers.show(request, "pages/owners/give.html", form=form, found=found, face=face)
