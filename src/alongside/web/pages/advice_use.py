"""An author's pages: how their advice was used, and saying that it was not represented; and sending advice back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import advice_returns, objections
from alongside.app.queries import advice, advice_use
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.forms.advice_lines import Objection, SendBack
from alongside.web.presenters import advice_lines as shown
from alongside.web.presenters import case_pages
from alongside.web.presenters.advice_words import KINDS
from alongside.web.request import Request


def used(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """How each line of the author's own advice was used."""
    found = advice_use.used(case_id, str(request_id), by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/advice/used.html",
        face=case_pages.face(found.head, request, here="case_advice"),
        found=found,
        kind=KINDS[found.kind],
        lines=shown.own_lines(found.lines),
        objections=[(each, card) for each, card in zip(
            found.objections, shown.objections(found.objections, case_id), strict=True
        )],
        parts={"case_id": case_id, "request_id": request_id},
    )  # fmt: skip


def make_objection(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The author says what the plan gets wrong."""
    found = advice_use.used(case_id, str(request_id), by=request.actor, at=request.now)
    if not found.may_object:
        refusal = Refused("You can object while a draft is with the family, to how your own advice was used.")
        return answers.turned_back(request, refusal, "advice_used", case_id=case_id, request_id=request_id)
    form = Objection.of(request, lines=shown.line_choices(found.lines))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            objections.make(case_id, str(request_id), form.objection(), by=request.actor, at=request.now)
            return _back(
                request, "Your objection is recorded. The final plan waits for it.", case_id, request_id
            )
    return answers.show(
        request,
        "pages/advice/form.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_advice"),
        title="This does not represent what I wrote",
        about="The final plan is not issued until you withdraw this, or a SEND manager decides with reasons.",
        act="Send my objection",
        cancel=reverse("advice_used", kwargs={"case_id": case_id, "request_id": request_id}),
    )


def withdraw(request: Request, case_id: UUID, request_id: UUID, objection_id: UUID) -> HttpResponse:
    """The author withdraws."""
    try:
        objections.withdraw(case_id, objection_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "advice_used", case_id=case_id, request_id=request_id)
    return _back(request, "Your objection is withdrawn.", case_id, request_id)


def send_back(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The coordinator asks the author about what is missing or unclear."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    last = found.answers[-1].id if found.answers else None
    remarks = found.remarks.get(last, ()) if last else ()
    form = SendBack.of(request, initial={"questions": shown.questions(remarks)})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            questions = form.cleaned_data["questions"]
            advice_returns.send_back(case_id, str(request_id), questions, by=request.actor, at=request.now)
            parts = {"case_id": case_id, "request_id": request_id}
            return answers.see_other(
                request, "Your questions have been sent to the author.", "advice_one", **parts
            )
    return answers.show(
        request,
        "pages/advice/form.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_advice"),
        title="Send the advice back with questions",
        whom=f"{KINDS[found.line.kind]}, asked of {found.line.asked_name}",
        about="What they sent stays as it is, and the day on which it came stays its day: no time limit is put off.",
        act="Send the questions",
        cancel=reverse("advice_one", kwargs={"case_id": case_id, "request_id": request_id}),
    )


def _back(request: Request, sentence: str, case_id: UUID, request_id: UUID) -> HttpResponse:
    return answers.see_other(request, sentence, "advice_used", case_id=case_id, request_id=request_id)
