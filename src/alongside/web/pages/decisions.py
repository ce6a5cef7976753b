"""The decisions on an assessment, on the legal test: answers, a last look, the decision."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import decisions as deeds
from alongside.app.actions import endings, inviting
from alongside.app.queries import cases, decisions
from alongside.core.case.codes import EventKind
from alongside.core.law import legal_tests
from alongside.web import answers
from alongside.web.forms import decisions as forms
from alongside.web.presenters import case_pages, stages
from alongside.web.presenters import decisions as present
from alongside.web.request import Request

TO_ASSESS, TO_ISSUE = EventKind.REFUSAL_TO_ASSESS_SENT, EventKind.NO_PLAN_NOTICE_SENT


def assess(request: Request, case_id: UUID) -> HttpResponse:
    """Whether to assess: the papers, the two limbs of s.36(8), and what follows from the answers."""
    papers = decisions.papers(case_id, TO_ASSESS, by=request.actor, at=request.now)
    form = forms.WhetherToAssess.of(request)
    if form.is_bound and form.is_valid() and not answers.wants_change(request):
        with form.showing_refusals():
            answered, support_now = form.answered(), form.cleaned_data["support_now"]
            legal_tests.check_answers(answered, legal_tests.TO_ASSESS)
            if not legal_tests.is_met(answered):
                deeds.check_support(support_now)
            if not answers.is_confirmed(request):
                return answers.confirm(request, present.to_assess(answered, papers))
            done = deeds.decide_whether_to_assess(
                case_id, answered, support_now=support_now, by=request.actor, at=request.now
            )
            return answers.see_other(request, present.done(done), "case", case_id=case_id)
    return _show(request, form, papers, "Decide whether to assess", "preview_refusal")


def issue(request: Request, case_id: UUID) -> HttpResponse:
    """Whether to issue a plan, on the test of s.37(1)."""
    papers = decisions.papers(case_id, TO_ISSUE, by=request.actor, at=request.now)
    form = forms.WhetherToIssue.of(request)
    if form.is_bound and form.is_valid() and not answers.wants_change(request):
        with form.showing_refusals():
            answered, support_now = form.answered(), form.cleaned_data["support_now"]
            legal_tests.check_answers(answered, legal_tests.TO_ISSUE)
            if not legal_tests.is_met(answered):
                deeds.check_support(support_now)
            if not answers.is_confirmed(request):
                return answers.confirm(request, present.to_issue(answered, papers))
            done = deeds.decide_whether_to_issue(
                case_id, answered, support_now=support_now, by=request.actor, at=request.now
            )
            return answers.see_other(request, present.done(done), "case", case_id=case_id)
    return _show(request, form, papers, "Decide whether to issue a plan", "preview_no_plan")


def preview_refusal(request: Request, case_id: UUID) -> HttpResponse:
    """The notice of a refusal to assess as a PDF, before anything is decided."""
    form = forms.WhetherToAssess.of(request)
    return _preview(request, case_id, form, TO_ASSESS, "Decide whether to assess", "preview_refusal")


def preview_no_plan(request: Request, case_id: UUID) -> HttpResponse:
    """The no-plan notice as a PDF, before anything is decided."""
    form = forms.WhetherToIssue.of(request)
    return _preview(request, case_id, form, TO_ISSUE, "Decide whether to issue a plan", "preview_no_plan")


def invite_views(request: Request, case_id: UUID) -> HttpResponse:
    """The family is written to about its right to give views and evidence."""
    head = cases.head(case_id, by=request.actor, at=request.now)
    form = forms.InvitingViews.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            wanted = form.cleaned_data["hoped_for_by"]
            sent = inviting.invite_views(case_id, hoped_for_by=wanted, by=request.actor, at=request.now)
            return answers.see_other(request, present.invited(sent), "case", case_id=case_id)
    face = case_pages.face(head, request)
    return answers.show(request, "pages/decisions/invite_views.html", form=form, head=head, face=face)


def withdraw(request: Request, case_id: UUID) -> HttpResponse:
    """The request is taken back, after the authority has asked itself whether its own duty goes on."""
    head = cases.head(case_id, by=request.actor, at=request.now)
    form = forms.Withdrawing.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            endings.withdraw(case_id, **form.cleaned_data, by=request.actor, at=request.now)
            return answers.see_other(
                request, "The request is recorded as withdrawn.", "case", case_id=case_id
            )
    face = case_pages.face(head, request)
    return answers.show(request, "pages/decisions/withdraw.html", form=form, head=head, face=face)


def reconsider(request: Request, case_id: UUID) -> HttpResponse:
    """The authority goes back on a refusal. The original limits stand."""
    head = cases.head(case_id, by=request.actor, at=request.now)
    form = forms.Reconsidering.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            done = endings.reconsider(case_id, **form.cleaned_data, by=request.actor, at=request.now)
            return answers.see_other(request, present.done(done), "case", case_id=case_id)
    face = case_pages.face(head, request)
    return answers.show(request, "pages/decisions/reconsider.html", form=form, head=head, face=face)


def _preview(
    request: Request, case_id: UUID, form: forms.Deciding, kind: EventKind, title: str, preview: str
) -> HttpResponse:
    if form.is_valid():
        with form.showing_refusals():
            answered, support_now = form.answered(), form.cleaned_data["support_now"]
            made = decisions.preview(case_id, kind, answered, support_now, by=request.actor, at=request.now)
            return answers.download(f"preview-{made.file_name}", made.media_type, made.content)
    papers = decisions.papers(case_id, kind, by=request.actor, at=request.now)
    return _show(request, form, papers, title, preview)


def _show(
    request: Request, form: forms.Deciding, papers: decisions.Papers, title: str, preview: str
) -> HttpResponse:
    return answers.show(
        request,
        "pages/decisions/decide.html",
        form=form,
        title=title,
        papers=papers,
        shown=present.shown(papers),
        stage=stages.SENTENCE[papers.head.stage],
        preview=reverse(preview, kwargs={"case_id": papers.head.case_id}),
        face=case_pages.face(papers.head, request),
    )
