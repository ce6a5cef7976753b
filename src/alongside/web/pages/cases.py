"""The pages of one case that belong to no step of the twenty weeks: overview, chronology, who has looked."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.queries import cases, chronology, looks
from alongside.core.access.permission import Permission
from alongside.web import answers
from alongside.web.forms.cases import KnownOn
from alongside.web.presenters import case_pages, deeds, emergencies, happenings
from alongside.web.presenters import cases as shown
from alongside.web.presenters.caseload import page_asked
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

LOOKS = 50


def overview(request: Request, case_id: UUID) -> HttpResponse:
    """Where the case stands, what is next, and every date with its reasons."""
    found = cases.overview(case_id, by=request.actor, at=request.now)
    if Permission.SEE_OWN_DETAILS in found.head.may:  # the family has a page of its own, in plainer words
        return HttpResponseRedirect(reverse("my_case", kwargs={"case_id": case_id}))
    return answers.show(
        request,
        "pages/cases/overview.html",
        face=case_pages.face(found.head, request),
        stands=shown.stands(found),
        regions=shown.regions(found),
        steps=shown.steps(found),
        owed=shown.owed(found),
        done=shown.done(found),
        waiting=shown.waiting(found),
        deeds=deeds.menu(found),
        emergencies=emergencies.notes(found.emergencies),
    )


def happened(request: Request, case_id: UUID) -> HttpResponse:
    """Everything recorded, the latest first; or as it was known on an earlier day."""
    form = KnownOn.read(request)
    known_on = form.chosen()
    found = chronology.chronology(case_id, by=request.actor, at=request.now, known_on=known_on)
    return answers.show(
        request,
        "pages/cases/chronology.html",
        form=form,
        face=case_pages.face(found.head, request),
        case_id=case_id,
        known_on=known_on,
        entries=happenings.entries(found),
    )


def looked(request: Request, case_id: UUID) -> HttpResponse:
    """Who has opened or changed this case."""
    offset = (page_asked(request.GET) - 1) * LOOKS
    found = looks.looks(case_id, by=request.actor, at=request.now, offset=offset, size=LOOKS)
    return answers.show(
        request,
        "pages/cases/looks.html",
        face=case_pages.face(found.head, request),
        columns=shown.LOOK_COLUMNS,
        rows=[shown.look(entry) for entry in found.entries],
        pages=Pages.of(request.GET, total=found.total, size=LOOKS, noun="look"),
    )
