"""Sending the plan: the draft, a further draft, the final plan. Each is confirmed on a page of its own."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import drafts, finals
from alongside.app.queries import consultations, sending
from alongside.app.queries.sending import ToIssue, ToSend
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.plans import Issue, Reissue, Send
from alongside.web.presenters import case_pages
from alongside.web.presenters import sending as shown
from alongside.web.request import Request


def serve(request: Request, case_id: UUID) -> HttpResponse:
    """Serve the draft on the family."""
    page = _page(request, case_id)
    if isinstance(page, HttpResponse):
        return page
    form = Send.about(request, page)
    if form.is_bound and form.is_valid():
        if not answers.is_confirmed(request):
            return answers.confirm(request, _confirmation(page, form, "Send the draft", "serve_draft"))
        with form.showing_refusals():
            served = drafts.serve(case_id, form.sending(), by=request.actor, at=request.now)
            return answers.see_other(request, shown.draft_sent(served), "case_plan", case_id=case_id)
    return _form(request, page, form, "Send the draft to the family")


def reissue(request: Request, case_id: UUID) -> HttpResponse:
    """Send a further draft, because the plan changed beyond what the family asked for."""
    page = _page(request, case_id)
    if isinstance(page, HttpResponse):
        return page
    form = Reissue.about(request, page)
    if form.is_bound and form.is_valid():
        if not answers.is_confirmed(request):
            return answers.confirm(
                request, _confirmation(page, form, "Send the further draft", "reissue_draft")
            )
        with form.showing_refusals():
            why = form.cleaned_data["why"]
            served = drafts.reissue(case_id, form.sending(), why, by=request.actor, at=request.now)
            return answers.see_other(request, shown.draft_sent(served), "case_plan", case_id=case_id)
    return _form(request, page, form, "Send a further draft")


def issue(request: Request, case_id: UUID) -> HttpResponse:
    """Issue the final plan."""
    try:
        page = sending.final(case_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
    words = request.GET.get("find", "")[:100]
    found = consultations.settings_found(words, by=request.actor, at=request.now)
    form = Issue.about(request, page.send, page=page, settings=shown.settings(page, found))
    if form.is_bound and form.is_valid():
        if not answers.is_confirmed(request):
            return answers.confirm(request, _final_confirmation(page, form))
        with form.showing_refusals():
            early = form.cleaned_data.get("early_because", "")
            issued = finals.issue(
                case_id,
                form.placement(),
                form.sending(),
                early_because=early,
                by=request.actor,
                at=request.now,
            )
            return answers.see_other(request, shown.final_sent(issued), "case_plan", case_id=case_id)
    return _issue_form(request, page, form, words)


def _page(request: Request, case_id: UUID) -> ToSend | HttpResponse:
    try:
        return sending.draft(case_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)


def _form(request: Request, page: ToSend, form: Send, title: str) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/send.html",
        form=form,
        face=case_pages.face(page.head, request, here="case_plan"),
        title=title,
        page=page,
        unsettled=shown.of_advice(page.advice),
        stops=shown.stops_draft(page),
        case_id=page.head.case_id,
    )


def _issue_form(request: Request, page: ToIssue, form: Issue, words: str) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/issue.html",
        form=form,
        face=case_pages.face(page.send.head, request, here="case_plan"),
        page=page.send,
        title=shown.issue_title(page),
        placed=page.placed,
        stops=shown.stops(page),
        early=shown.early(page),
        asked=shown.asked(page),
        words=words,
        case_id=page.send.head.case_id,
    )


def _confirmation(page: ToSend, form: Send, act: str, door: str) -> Confirmation:
    return Confirmation(
        title=f"{act}: check before it leaves",
        warning="The family’s 15 days begin with the day on which it counts as received. A draft that has left "
        "cannot be changed: changes go into the next version.",
        act=act,
        rows=shown.rows(page, form.sending()),
        back=reverse(door, kwargs={"case_id": page.head.case_id}),
    )


def _final_confirmation(page: ToIssue, form: Issue) -> Confirmation:
    placement = form.placement()
    return Confirmation(
        title=f"{shown.issue_title(page)}: check before it leaves",
        warning="The plan takes effect when it is sent: the provision in Section F must be made from today, and the "
        "family’s time to appeal begins. You sign it by sending it. This cannot be undone.",
        act="Sign and issue the amended plan" if page.replaces else "Sign and issue the final plan",
        rows=shown.final_rows(page, form.sending(), placement, form.settings),
        back=reverse("issue_final", kwargs={"case_id": page.send.head.case_id}),
    )
