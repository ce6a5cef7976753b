"""Writing the plan item by item: one item, the merge of two people's, moving, and making items of a text."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from alongside.app.actions import plan_items as actions
from alongside.app.actions.plan_items import ItemChanged, ItemCollision, Step
from alongside.app.queries import plan_items, plans
from alongside.app.queries.plan_items import ItemEditor
from alongside.core.case.codes import PlanSection
from alongside.core.plan import items, splitting
from alongside.core.plan.items import ItemKind
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.plan_items import ItemForm, SplitForm, initial
from alongside.web.presenters import case_pages, wording
from alongside.web.presenters import plan_items as shown
from alongside.web.presenters import plans as words
from alongside.web.request import Request

CONFLICT = 409
DONE = {
    Step.UP: "It stands one place higher.",
    Step.DOWN: "It stands one place lower.",
    Step.OUT: "It is taken out. It can be put back, under “Taken out” below.",
    Step.BACK: "It is back, at the end of the section.",
}


def add(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """A new item of a section. In Section A the address says of which kind."""
    code = _section(section)
    asked = request.GET.get("kind", "")
    kind = ItemKind(asked) if asked in ItemKind.__members__ else None
    found = plan_items.new(case_id, code, kind, by=request.actor, at=request.now)
    form = ItemForm.about(request, found)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.add(case_id, code, found.kind, form.said(), by=request.actor, at=request.now)
            return answers.see_other(request, "It is added.", "plan_section", case_id=case_id, section=code)
    return _page(request, found, form)


def one(request: Request, case_id: UUID, section: str, item: UUID) -> HttpResponse:
    """One item: what it says, what it is joined to, where it came from, and its history."""
    code = _section(section)
    found = plan_items.one(case_id, code, item, by=request.actor, at=request.now)
    form = ItemForm.about(request, found)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            seen = form.cleaned_data["revision"]
            try:
                actions.change(case_id, item, form.said(), seen, by=request.actor, at=request.now)
            except ItemChanged as changed:
                return _merge(request, found, form, changed.collision)
            return answers.see_other(request, "It is saved.", "plan_section", case_id=case_id, section=code)
    return _page(request, found, form)


def _page(request: Request, found: ItemEditor, form: ItemForm) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/item.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=shown.title(found),
        found=found,
        section_title=words.title_of(found.section),
        hidden=sum(each.source is None for each in found.sources),
        history=[(shown.saved_title(each), shown.saved_parts(each, found.kind)) for each in found.history],
    )


def _merge(request: Request, found: ItemEditor, form: ItemForm, collision: ItemCollision) -> HttpResponse:
    """Both wordings of a collision, part by part, and a proposal to edit and save. Nothing has been lost."""
    rows = shown.merged(found, collision)
    given = {**initial(found), **form.cleaned_data, "revision": collision.revision}
    given |= {row.code: row.joined for row in rows}
    response = answers.show(
        request,
        "pages/plans/item_merge.html",
        form=ItemForm(today=request.today, initial=given, found=found),
        face=case_pages.face(found.head, request, here="case_plan"),
        found=found,
        collision=collision,
        rows=[row for row in rows if row.differs],
    )
    response.status_code = CONFLICT
    return response


def move(request: Request, case_id: UUID, section: str, item: UUID) -> HttpResponse:
    """One place up or down, out of the version, or back into it."""
    code, step = _section(section), request.POST.get("step", "")
    if step not in Step.__members__:
        raise Http404
    try:
        actions.move(case_id, item, Step(step), by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "plan_section", case_id=case_id, section=code)
    return answers.see_other(request, DONE[Step(step)], "plan_section", case_id=case_id, section=code)


def split(request: Request, case_id: UUID, section: str) -> HttpResponse:
    """The items that a section's text may hold, for a person to confirm."""
    code = _section(section)
    kind = items.KINDS.get(code, (ItemKind.VIEW,))[0]
    found = plans.editor(case_id, code, by=request.actor, at=request.now)
    if kind is ItemKind.VIEW or found.items.items:
        raise Http404
    proposal = splitting.proposed(code, found.text)
    form = SplitForm.about(request, kind, proposal, found.revision)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            seen = form.cleaned_data["revision"]
            count = actions.split(case_id, code, form.confirmed(), seen, by=request.actor, at=request.now)
            made = wording.plural(count, "item")
            done = f"Section {code} is made of {made} now. Join them, and say where each came from."
            return answers.see_other(request, done, "plan_section", case_id=case_id, section=code)
    return answers.show(
        request, "pages/plans/split.html", form=form, face=case_pages.face(found.head, request, here="case_plan"),
        found=found, title=f"Make items of {words.title_of(code)}", name=shown.KIND_NAMES[kind].lower(),
        back=reverse("plan_section", kwargs={"case_id": case_id, "section": code}),
    )  # fmt: skip


def _section(code: str) -> PlanSection:
    if code not in PlanSection.__members__:
        raise Http404
    return PlanSection(code)
