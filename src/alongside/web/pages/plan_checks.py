"""“Check this plan”: what the checks found, and the answers to it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import plan_findings as actions
from alongside.app.queries import plan_checks
from alongside.app.queries.plan_checks import OneFinding
from alongside.core.access.permission import Permission
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.form import Form
from alongside.web.forms.plan_checks import Pass, SetAside
from alongside.web.presenters import case_pages
from alongside.web.presenters import plan_checks as shown
from alongside.web.request import Request


def findings(request: Request, case_id: UUID) -> HttpResponse:
    """Every finding in the version that is being written, by section, blockers first."""
    found = plan_checks.findings(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/check.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=case_id,
        found=found,
        groups=shown.groups(found),
        summary=shown.summary(found),
    )


def finding(request: Request, case_id: UUID, finding: str) -> HttpResponse:
    """A warning is passed with a reason."""
    found = plan_checks.finding(case_id, finding, Permission.EDIT_PLAN, by=request.actor, at=request.now)
    form = Pass.of(request, alike=shown.choices(found.alike))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data
            chosen = [finding, *given.get("also", ())]
            actions.pass_warnings(case_id, chosen, given["reason"], by=request.actor, at=request.now)
            return answers.see_other(request, "The reason is on the record.", "plan_check", case_id=case_id)
    return _answer(request, found, form, "Leave the words as they are")


def set_aside(request: Request, case_id: UUID, finding: str) -> HttpResponse:
    """A manager says why a finding that stops the plan is mistaken."""
    needs = Permission.SET_ASIDE_FINDING
    found = plan_checks.finding(case_id, finding, needs, by=request.actor, at=request.now)
    form = SetAside.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            reason = form.cleaned_data["reason"]
            actions.set_aside(case_id, finding, reason, by=request.actor, at=request.now)
            done = "The finding is set aside, with your reason."
            return answers.see_other(request, done, "plan_check", case_id=case_id)
    return _answer(request, found, form, "Set this finding aside")


def take_back(request: Request, case_id: UUID, finding: str) -> HttpResponse:
    """A reason no longer stands."""
    try:
        actions.take_back(case_id, finding, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "plan_check", case_id=case_id)
    return answers.see_other(request, "The reason is taken back.", "plan_check", case_id=case_id)


def reasons(request: Request, case_id: UUID) -> HttpResponse:
    """Every reason on the record of the plan."""
    found = plan_checks.record(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/reasons.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=case_id,
        lines=[(line, shown.ANSWERED[line.kind], shown.answered_by(line)) for line in found.answers],
    )


def _answer(request: Request, found: OneFinding, form: Form, title: str) -> HttpResponse:
    head = found.head
    return answers.show(
        request,
        "pages/plans/finding.html",
        form=form,
        face=case_pages.face(head, request, here="case_plan"),
        title=title,
        card=shown.cards([found.line], head.case_id, frozenset())[0],
        cancel=reverse("plan_check", kwargs={"case_id": head.case_id}),
    )
