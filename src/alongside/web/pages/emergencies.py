"""In an emergency: a case is found, opened for an hour with a reason, and looked at again by somebody else."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import emergencies as actions
from alongside.app.queries import emergencies as queries
from alongside.app.queries.emergencies import Candidate
from alongside.web import answers
from alongside.web.forms import emergencies as forms
from alongside.web.presenters import case_pages
from alongside.web.presenters import emergencies as shown
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50


def find(request: Request) -> HttpResponse:
    """By the reference, or by the name and the date of birth together."""
    form = forms.Find.read(request)
    found: tuple[Candidate, ...] | None = None
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data
            asked = (given["reference"], given["name"], given["born_on"])
            found = queries.find(*asked, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/emergencies/find.html",
        form=form,
        found=found,
        columns=shown.FOUND_COLUMNS,
        rows=[shown.candidate(each) for each in found or ()],
    )


def open_case(request: Request, case_id: UUID) -> HttpResponse:
    """The reason, then a page that says what this does, then the case."""
    before = queries.before(case_id, by=request.actor, at=request.now)
    form = forms.Why.of(request)
    if form.is_bound and form.is_valid() and not answers.wants_change(request):
        reason = form.cleaned_data["reason"]
        if not answers.is_confirmed(request):
            return answers.confirm(request, shown.confirmation(before, reason))
        with form.showing_refusals():
            done = actions.open_case(case_id, reason, by=request.actor, at=request.now)
            return answers.see_other(request, shown.opened(done), "case", case_id=case_id)
    return answers.show(
        request,
        "pages/emergencies/open.html",
        form=form,
        head=before.head,
        face=case_pages.face(before.head, request, here="case"),
        opens=shown.opens(before),
        told=shown.told(before.told),
    )


def emergencies(request: Request) -> HttpResponse:
    """Every emergency that this person may review, those without a review first."""
    offset = Pages.of(request.GET, total=10**9, size=SIZE).offset
    found = queries.emergencies(by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/emergencies/all.html",
        waiting=shown.waiting(found),
        columns=shown.COLUMNS,
        rows=[shown.row(each) for each in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="opening"),
    )


def review(request: Request, opening_id: UUID) -> HttpResponse:
    """One emergency: why, what was looked at, and what somebody else made of it."""
    found = queries.review(opening_id, by=request.actor, at=request.now)
    form = forms.Review.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.review(opening_id, form.cleaned_data["note"], by=request.actor, at=request.now)
            return answers.see_other(request, "Your review is recorded.", "emergencies")
    return answers.show(
        request,
        "pages/emergencies/review.html",
        form=form,
        emergency=found.emergency,
        about=shown.about(found.emergency),
        columns=shown.LOOKED_COLUMNS,
        rows=[shown.looked_at(each) for each in found.looked_at],
        reviewed=shown.reviewed(found.emergency),
    )
