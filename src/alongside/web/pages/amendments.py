"""Changing a plan in force: the proposed changes go to the family; a plan made elsewhere is written in first."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import adopting, amendments
from alongside.app.queries import sending
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.amendments import Notify, WrittenIn
from alongside.web.presenters import amendments as shown
from alongside.web.presenters import case_pages
from alongside.web.request import Request


def notice(request: Request, case_id: UUID) -> HttpResponse:
    """Send the notice of the proposed changes."""
    try:
        page = sending.notice(case_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
    form = Notify.of_notice(request, page, shown.papers(page))
    if form.is_bound and form.is_valid():
        if not answers.is_confirmed(request):
            return answers.confirm(request, _confirmation(page, form))
        with form.showing_refusals():
            served = amendments.send_notice(case_id, form.proposal(), by=request.actor, at=request.now)
            return answers.see_other(request, shown.sent(served), "case_plan", case_id=case_id)
    return _notice(request, page, form)


def _notice(request: Request, page: sending.ToNotify, form: Notify) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/notice.html",
        form=form,
        face=case_pages.face(page.send.head, request, here="case_plan"),
        page=page.send,
        plan=page.plan,
        stops=shown.stops(page),
        sections=shown.sections(page),
        case_id=page.send.head.case_id,
    )


def adopt(request: Request, case_id: UUID) -> HttpResponse:
    """Keep what was written in as the plan in force."""
    try:
        page = sending.draft(case_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
    form = WrittenIn.about(request, page)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            adopting.adopt(case_id, form.plan(), by=request.actor, at=request.now)
            return answers.see_other(request, shown.ADOPTED, "case_plan", case_id=case_id)
    return answers.show(
        request,
        "pages/plans/adopt.html",
        form=form,
        face=case_pages.face(page.head, request, here="case_plan"),
        page=page,
        case_id=case_id,
    )


def _confirmation(page: sending.ToNotify, form: Notify) -> Confirmation:
    return Confirmation(
        title="Send the proposed changes: check before they leave",
        warning="This is the authority’s decision to change the plan. The family’s 15 days begin with the day on which "
        "it counts as received, and the amended plan is due eight weeks after it is sent. It cannot be undone.",
        act="Send the proposed changes",
        rows=shown.rows(page, form.proposal()),
        back=reverse("amendment_notice", kwargs={"case_id": page.send.head.case_id}),
    )
