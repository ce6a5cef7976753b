"""Sections of a plan that a service writes: the coordinator gives one away, and the service's page to write it."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from alongside.app.actions import section_owners as actions
from alongside.app.actions.plans import SectionChanged
from alongside.app.queries import plans, section_owners
from alongside.app.queries.plans import Editor
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.plans import Section
from alongside.web.forms.section_owners import Give
from alongside.web.pages.plans import merge_page, section_of
from alongside.web.presenters import case_pages, plan_checks, wording
from alongside.web.presenters import plans as shown
from alongside.web.request import Request


def give(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """A body is asked to write a section."""
    code = section_of(section)
    found = section_owners.to_give(case_id, code, by=request.actor, at=request.now)
    form = Give.of(request)
    form.offer((str(body), name) for body, name in found.bodies)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            body = UUID(form.cleaned_data["organisation"])
            actions.give(case_id, code, body, by=request.actor, at=request.now)
            done = f"They are asked to write Section {code}, and it is on their list."
            return answers.see_other(request, done, "case_plan", case_id=case_id)
    return answers.show(
        request,
        "pages/plans/owner.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=f"Who writes {shown.title_of(code)}",
        found=found,
        owner=shown.owner(found.owner),
        case_id=case_id,
    )


def take_back(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """The coordinator writes the section again."""
    code = section_of(section)
    try:
        actions.take_back(case_id, code, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
    done = f"Section {code} is yours to write again."
    return answers.see_other(request, done, "case_plan", case_id=case_id)


def write(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """The page on which a service writes its section."""
    code = section_of(section)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return _autosaved(request, case_id, code, Section.of(request))
    try:
        found = plans.own_editor(case_id, code, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "advice_asked")
    form = Section.of(request, initial={"text": found.text, "revision": found.revision})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            try:
                _save(request, case_id, code, form)
            except SectionChanged as changed:
                here = reverse("own_section", kwargs={"case_id": case_id, "section": code})
                return merge_page(request, found, changed.collision, here)
            done = f"{shown.title_of(code)} is saved."
            return answers.see_other(request, done, "own_section", case_id=case_id, section=code)
    return _own_page(request, found, form)


def _own_page(request: Request, found: Editor, form: Section) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/own_section.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=shown.title_of(found.section),
        found=found,
        guide=shown.guide(found.section),
        owner=shown.owner(found.owner),
        advice=[(shown.advice_title(each), each) for each in found.advice],
        findings=plan_checks.cards(found.findings, found.head.case_id, found.head.may, here=True),
    )


def ready(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """The service says that it can stand by the section."""
    code = section_of(section)
    try:
        actions.say_ready(case_id, code, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "advice_asked")
    done = f"Thank you. The coordinator knows that Section {code} is ready."
    return answers.see_other(request, done, "advice_asked")


def _save(request: Request, case_id: UUID, code: PlanSection, form: Section) -> int:
    given = form.cleaned_data
    return actions.save(case_id, code, given["text"], given["revision"], by=request.actor, at=request.now)


def _autosaved(request: Request, case_id: UUID, code: PlanSection, form: Section) -> HttpResponse:
    if not form.is_valid():
        return JsonResponse({"sentence": "Not kept yet: use the button to see what is wrong."}, status=422)
    try:
        revision = _save(request, case_id, code, form)
    except SectionChanged as changed:
        who = changed.collision.saved_by or "Somebody"
        said = f"{who} saved this section too. Your text is kept: save with the button to put both together."
        return JsonResponse({"sentence": said}, status=409)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=422)
    kept = wording.moment(request.now).rpartition(" at ")[2]
    return JsonResponse({"sentence": f"Kept at {kept}.", "revision": revision})
