"""The plan: what each reader sees of it, and the pages on which officers write it."""

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse

from alongside.app.actions import plans as actions
from alongside.app.actions.plans import Collision, SectionChanged
from alongside.app.queries import comments, plan_history, plan_versions, plans
from alongside.core.access import own_sections
from alongside.core.case.codes import PlanSection
from alongside.core.plan import difference, merge
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.plans import Section
from alongside.web.presenters import advice_lines, case_pages, plan_checks, wording
from alongside.web.presenters import comments as said
from alongside.web.presenters import plan_items as written
from alongside.web.presenters import plans as shown
from alongside.web.request import Request

CONFLICT = 409


def plan(request: Request, case_id: UUID) -> HttpResponse:
    """The plan of a case: for officers the sections to write, for everybody else what they may read and do."""
    found = plan_versions.versions(case_id, by=request.actor, at=request.now)
    if found.is_officer:
        return _outline(request, case_id)
    on_draft = None
    if any(line.state == "DRAFT" for line in found.lines):
        on_draft = comments.on_draft(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/for_reader.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        rows=shown.version_rows(found.lines, case_id),
        days=said.days(on_draft) if on_draft else None,
        can_do=said.can_do(on_draft) if on_draft else (),
        cards=said.cards(on_draft) if on_draft else (),
        said=said.said(on_draft) if on_draft else (),
        overridden=advice_lines.objections(found.overridden, case_id),
    )


def _outline(request: Request, case_id: UUID) -> HttpResponse:
    found = plans.outline(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/outline.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=case_id,
        found=found,
        sections=shown.section_rows(found),
        rows=shown.version_rows(found.versions, case_id),
        steps=(*shown.checks(found), *shown.next_steps(found)),
        alerts=shown.alerts(found),
        start=shown.may_start(found),
        unwritten=shown.unwritten(found),
        days=shown.days_left(found.comments_end_on, found.head.today),
    )


def start(request: Request, case_id: UUID) -> HttpResponse:
    """Start writing the plan."""
    try:
        actions.start(case_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
    return answers.see_other(request, "The plan can be written now.", "case_plan", case_id=case_id)


def section(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """One section, with the advice that bears on it beside the text."""
    code = section_of(section)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return _autosaved(request, case_id, code, Section.of(request))
    found = plans.editor(case_id, code, by=request.actor, at=request.now)
    form = Section.of(request, initial={"text": shown.first_text(found), "revision": found.revision})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            try:
                _save(request, case_id, code, form)
            except SectionChanged as changed:
                here = reverse("plan_section", kwargs={"case_id": case_id, "section": code})
                return merge_page(request, found, changed.collision, here)
            done = f"{shown.title_of(code)} is saved."
            return answers.see_other(request, done, "plan_section", case_id=case_id, section=code)
    return _editor(request, found, form)


def _editor(request: Request, found: plans.Editor, form: Section) -> HttpResponse:
    if found.items.items:
        form.stand_before_items()
    return answers.show(
        request,
        "pages/plans/section.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=shown.title_of(found.section),
        found=found,
        guide=shown.guide(found.section),
        advice=[(shown.advice_title(each), each) for each in found.advice],
        comments=[said.card(line, found.head.case_id) for line in found.comments],
        neighbours=shown.neighbours(found),
        findings=plan_checks.cards(found.findings, found.head.case_id, found.head.may, here=True),
        may_give=found.section in own_sections.ADVISED_BY,
        owner=shown.owner(found.owner),
        **written.of_section(found),
    )


def _save(request: Request, case_id: UUID, code: PlanSection, form: Section) -> int:
    given = form.cleaned_data
    return actions.save_section(
        case_id, code, given["text"], given["revision"], by=request.actor, at=request.now
    )


def _autosaved(request: Request, case_id: UUID, code: PlanSection, form: Section) -> HttpResponse:
    """What the script of the page asks while somebody writes. The form itself works without it."""
    if not form.is_valid():
        return JsonResponse({"sentence": "Not kept yet: use the button to see what is wrong."}, status=422)
    try:
        revision = _save(request, case_id, code, form)
    except SectionChanged as changed:
        who = changed.collision.saved_by or "Somebody"
        sentence = (
            f"{who} saved this section too. Your text is kept: save with the button to put both together."
        )
        return JsonResponse({"sentence": sentence}, status=CONFLICT)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=422)
    kept = wording.moment(request.now).rpartition(" at ")[2]
    return JsonResponse({"sentence": f"Kept at {kept}.", "revision": revision})


def merge_page(request: Request, found: plans.Editor, collision: Collision, here: str) -> HttpResponse:
    """Both texts of a collision, what differs, and a proposal to edit and save at `here`. Nothing has been lost."""
    joined = merge.join(collision.base, collision.theirs, collision.mine)
    form = Section(today=request.today, initial={"text": joined.text, "revision": collision.revision})
    response = answers.show(
        request,
        "pages/plans/merge.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=shown.title_of(found.section),
        collision=collision,
        theirs=shown.marked(difference.of(collision.base, collision.theirs)),
        mine=shown.marked(difference.of(collision.base, collision.mine)),
        between=shown.marked(difference.of(collision.theirs, collision.mine)),
        joined=joined,
        here=here,
    )
    response.status_code = CONFLICT
    return response


def history(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """Every text that a section ever had."""
    code = section_of(section)
    found = plan_history.history(case_id, code, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/history.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        title=f"Every text of {shown.title_of(code)}",
        case_id=case_id,
        section=code,
        texts=[(text, shown.marked(text.pieces)) for text in found.texts],
        total=found.total,
    )


def version(request: Request, case_id: UUID, number: int) -> HttpResponse:
    """One version to be read."""
    found = plan_versions.reading(case_id, number, by=request.actor, at=request.now)
    return _version(request, found, compared=False)


def changes(request: Request, case_id: UUID, number: int) -> HttpResponse:
    """What changed in a version since the one before, word by word."""
    found = plan_versions.changes(case_id, number, by=request.actor, at=request.now)
    return _version(request, found, compared=True)


def _version(request: Request, found: plan_versions.VersionRead, *, compared: bool) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/changes.html" if compared else "pages/plans/version.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=found.head.case_id,
        found=found,
        state=shown.STATES[found.line.state],
        when=shown.when(found.line),
        sections=[(shown.title_of(each.section), each, shown.marked(each.pieces)) for each in found.sections],
    )


def section_of(code: str) -> PlanSection:
    """The section that an address names. Raises Http404 for none."""
    if code not in PlanSection.__members__:
        raise Http404
    return PlanSection(code)
