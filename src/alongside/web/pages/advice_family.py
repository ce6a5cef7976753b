"""The family tells us about the child: their own form, saved as they go, sent word for word."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from alongside.app.actions import advice_family as actions
from alongside.app.actions.advice_drafts import Written
from alongside.app.queries import advice_asked
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.advice import FamilyWriting
from alongside.web.pages.advice import paper
from alongside.web.presenters import advice as shown
from alongside.web.presenters import case_pages, wording
from alongside.web.request import Request

SENT = "Thank you. What you wrote has been sent, word for word. You can write again whenever you want."
SAVED = "Saved. Nobody else can read it until you send it."


def tell_us(request: Request, case_id: UUID) -> HttpResponse:
    """What the child is like, in the words of a parent or of the young person."""
    found = advice_asked.family_form(case_id, by=request.actor, at=request.now)
    form = FamilyWriting.for_draft(request, found.form, found.draft.answers, found.draft.revision)
    theirs: list[tuple[str, str]] = []
    if form.is_bound and form.is_valid():
        given = form.answers()
        written = Written(found.form.code, given, form.cleaned_data["revision"])
        with form.showing_refusals():
            if "later" in request.POST:
                actions.save_draft(case_id, written, by=request.actor, at=request.now)
                return answers.see_other(request, SAVED, "tell_us", case_id=case_id)
            file = paper(form.cleaned_data["file"])
            actions.send(case_id, written, file, by=request.actor, at=request.now)
            return answers.see_other(request, SENT, "tell_us", case_id=case_id)
        theirs = shown.differing(found.form, found.draft.answers, given)
        form.take_revision(found.draft.revision)
    return answers.show(
        request, "pages/advice/tell_us.html", form=form, found=found, theirs=theirs,
        face=case_pages.face(found.head, request), sent=[shown.shown(each) for each in found.sent],
        saves=reverse("tell_us_save", kwargs={"case_id": case_id}),
    )  # fmt: skip


def save(request: Request, case_id: UUID) -> HttpResponse:
    """Keeps what is being written, for the script that saves by itself."""
    found = advice_asked.family_form(case_id, by=request.actor, at=request.now)
    form = FamilyWriting.for_draft(request, found.form, found.draft.answers, found.draft.revision)
    form.is_valid()
    written = Written(found.form.code, form.answers(), form.cleaned_data.get("revision") or 0)
    try:
        revision = actions.save_draft(case_id, written, by=request.actor, at=request.now)
    except Refused as refusal:
        return JsonResponse({"sentence": f"Not kept. {refusal.sentence}"}, status=409)
    return JsonResponse({"sentence": f"Kept {wording.moment(request.now)}.", "revision": revision})
