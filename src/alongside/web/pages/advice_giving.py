"""An adviser's own pages: what is asked of them and their team, the papers, the form, and sending it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from alongside.app.actions import advice_answers as actions
from alongside.app.actions.advice_answers import Answer
from alongside.app.actions.advice_drafts import Written
from alongside.app.queries import advice_asked, section_owners
from alongside.app.queries.advice_asked import ToAnswer
from alongside.core.access.permission import Permission
from alongside.core.advice import arrival
from alongside.core.advice.arrival import Remark
from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import AdviceForm
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms import advice as forms
from alongside.web.pages.advice import paper
from alongside.web.presenters import advice as shown
from alongside.web.presenters import case_pages, documents, wording
from alongside.web.presenters.advice_words import KINDS
from alongside.web.request import Request


def asked(request: Request) -> HttpResponse:
    """What is asked of this person and their team, the earliest due first, and what is done."""
    found = advice_asked.asked_of_me(by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/advice/asked.html",
        mine=[shown.asked_task(one, on=request.today) for one in found.waiting if one.mine],
        team=[shown.asked_task(one, on=request.today) for one in found.waiting if not one.mine],
        done=[shown.done_task(one) for one in found.done],
        sections=[shown.section_task(one) for one in section_owners.asked_of_me(by=request.actor)],
        late=sum(1 for one in found.waiting if one.due is not None and one.due < request.today),
    )


def give(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """One request: whom it is about, when and why it is due, the papers, and the ways to answer."""
    found = _found(request, case_id, request_id)
    return _show(
        request,
        found,
        "pages/advice/give.html",
        facts=shown.facts(found.line),
        card=shown.card(found.line, on=request.today),
        choices=shown.form_choices(found, _address(found, "advice_write")),
        papers=documents.rows(found.papers),
        said=shown.said(found),
        family=[shown.shown(each) for each in found.family],
        others=shown.others(found, on=request.today),
        sent=[(shown.shown(each), found.remarks.get(each.id, ())) for each in found.sent],
        sees_papers=Permission.SEE_FAMILY_VIEWS in found.head.may,
    )


def take(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """This person takes a request that their body was asked."""
    try:
        actions.take(case_id, str(request_id), by=request.actor, at=request.now)
    except Refused as refusal:
        return _back(request, refusal.sentence, case_id, request_id)
    return _back(request, "You have taken this request.", case_id, request_id)


def pass_on(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """A colleague takes it over."""
    found = _found(request, case_id, request_id)
    form = forms.PassOn.of(request)
    form.offer((str(each.id), each.name) for each in found.colleagues)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            to = UUID(form.cleaned_data["to"])
            actions.pass_on(case_id, str(request_id), to, by=request.actor, at=request.now)
            return _back(request, "The request has been given to your colleague.", case_id, request_id)
    return _show(request, found, "pages/advice/form.html", form=form, title="Give this request to a colleague",
                 act="Give it to them", cancel=_address(found, "advice_give"))  # fmt: skip


def write(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The structured form. What is written is kept; sending it is the next page."""
    found = _found(request, case_id, request_id)
    shape = _shape(request, found)
    form = forms.Writing.for_draft(request, shape, found.draft.answers, found.draft.revision)
    theirs: list[tuple[str, str]] = []
    if form.is_bound and form.is_valid():
        written = Written(shape.code, form.answers(), form.cleaned_data["revision"])
        with form.showing_refusals():
            actions.save_draft(case_id, str(request_id), written, by=request.actor, at=request.now)
            return _after_saving(request, found)
        theirs = shown.differing(shape, found.draft.answers, written.answers)
        form.take_revision(found.draft.revision)
    saves = f"{_address(found, 'advice_save')}?form={shape.code}"
    return _show(
        request, found, "pages/advice/write.html", form=form, shape=shape, theirs=theirs, saves=saves
    )


def save(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Keeps what is being written, for the script that saves by itself."""
    found = _found(request, case_id, request_id)
    shape = _shape(request, found)
    form = forms.Writing.for_draft(request, shape, found.draft.answers, found.draft.revision)
    form.is_valid()
    written = Written(shape.code, form.answers(), form.cleaned_data.get("revision") or 0)
    try:
        revision = actions.save_draft(case_id, str(request_id), written, by=request.actor, at=request.now)
    except Refused as refusal:
        return JsonResponse({"sentence": f"Not kept. {refusal.sentence}"}, status=409)
    return JsonResponse({"sentence": f"Kept {wording.moment(request.now)}.", "revision": revision})


def check(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The last look: what was written, what may be missing, a file; then it is sent."""
    found = _found(request, case_id, request_id)
    form = forms.Sending.of(request, initial={"revision": found.draft.revision})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            seen, file = form.cleaned_data["revision"], paper(form.cleaned_data["file"])
            actions.send_draft(case_id, str(request_id), seen, file, by=request.actor, at=request.now)
            return _back(request, "Your advice has been sent. Thank you.", case_id, request_id)
    return _show(
        request, found, "pages/advice/check.html", form=form, pairs=shown.pairs(found.form, found.draft.answers),
        remarks=_remarks(request, found),
    )  # fmt: skip


def _remarks(request: Request, found: ToAnswer) -> tuple[Remark, ...]:
    """What the check says of the draft; of a file it speaks once that has come."""
    if not found.draft.answers:
        return ()
    return arrival.remarks(found.form, found.draft.answers, on=request.today, child=found.child)


def nothing(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """There is nothing to add, and why."""
    found = _found(request, case_id, request_id)
    form = forms.NothingToAdd.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = Answer(nothing_to_add_because=form.cleaned_data["reason"])
            actions.answer(case_id, str(request_id), given, by=request.actor, at=request.now)
            return _back(request, "Your answer has been sent. Thank you.", case_id, request_id)
    return _show(request, found, "pages/advice/form.html", form=form, title="You have nothing to add",
                 act="Send this answer", cancel=_address(found, "advice_give"))  # fmt: skip


def _found(request: Request, case_id: UUID, request_id: UUID) -> ToAnswer:
    return advice_asked.to_answer(case_id, str(request_id), by=request.actor, at=request.now)


def _shape(request: Request, found: ToAnswer) -> AdviceForm:
    """The form in hand: the draft's own once something is written, before that the one that was chosen."""
    chosen = found.draft.form if found.draft.answers else request.GET.get("form", "")
    return advice_forms.form_for(found.line.kind, chosen)


def _address(found: ToAnswer, door: str) -> str:
    return reverse(door, kwargs={"case_id": found.head.case_id, "request_id": found.line.request_id})


def _after_saving(request: Request, found: ToAnswer) -> HttpResponse:
    if "more" in request.POST:
        here = request.POST["more"]
        return HttpResponseRedirect(f"{_address(found, 'advice_write')}#{here}", status=303)
    door = "advice_check" if "check" in request.POST else "advice_give"
    parts = {"case_id": found.head.case_id, "request_id": found.line.request_id}
    said = "" if door == "advice_check" else "Saved. Nothing has been sent yet."
    return answers.see_other(request, said, door, **parts)


def _back(request: Request, sentence: str, case_id: UUID, request_id: UUID) -> HttpResponse:
    return answers.see_other(request, sentence, "advice_give", case_id=case_id, request_id=request_id)


def _show(request: Request, found: ToAnswer, template: str, **context: Any) -> HttpResponse:
    context.setdefault("title", f"{KINDS[found.line.kind]} for {found.head.name}")
    face = case_pages.face(found.head, request, here="case_advice")
    return answers.show(request, template, face=face, found=found, **context)
