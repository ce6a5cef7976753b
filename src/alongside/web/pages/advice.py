"""The advice tab of a case: who was asked, what came, and what an officer does about it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import advice as actions
from alongside.app.actions import advice_records
from alongside.app.actions.advice import Asked
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.queries import advice, documents, organisations
from alongside.app.queries.advice import OneRequest
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel
from alongside.web import answers
from alongside.web.forms import advice as forms
from alongside.web.forms.form import Form
from alongside.web.presenters import advice as shown
from alongside.web.presenters import advice_lines as lines
from alongside.web.presenters import case_pages
from alongside.web.presenters.advice_words import KINDS
from alongside.web.presenters.case_face import CaseFace
from alongside.web.request import Request


def of_case(request: Request, case_id: UUID) -> HttpResponse:
    """Everybody who was asked, whoever is still to answer first."""
    found = advice.of_case(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/advice/of_case.html",
        face=case_pages.face(found.head, request),
        waiting=[shown.line_task(one, case_id, on=request.today) for one in found.lines if one.is_open],
        settled=[shown.line_task(one, case_id, on=request.today) for one in found.lines if not one.is_open],
        asks=Permission.REQUEST_ADVICE in found.head.may,
        tells=Permission.GIVE_VIEWS in found.head.may,
        case_id=case_id,
    )


def one(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """One request: why it is due on its day, what was done about it, and what came."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/advice/one.html",
        face=_face(request, found),
        title=KINDS[found.line.kind],
        state=shown.state(found.line, on=request.today),
        facts=shown.facts(found.line),
        card=shown.card(found.line, on=request.today),
        deeds=shown.deeds(found),
        read=[(shown.shown(each), found.remarks.get(each.id, ())) for each in found.answers],
        returns=[(lines.returned(each), each.questions) for each in found.returns],
        withheld=found.line.received_on is not None and not found.line.may_read,
        case_id=case_id,
    )


def ask(request: Request, case_id: UUID) -> HttpResponse:
    """One more body or person is asked."""
    found = advice.of_case(case_id, by=request.actor, at=request.now)
    bodies = {str(each.id): each.name for each in organisations.bodies(by=request.actor, at=request.now)}
    form = forms.Ask.of(request)
    form.offer(bodies.items())
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            body = form.cleaned_data["organisation"]
            name = bodies[body] if body else form.cleaned_data["name"]
            asked = Asked(form.asked_kind(), name, UUID(body) if body else None)
            actions.ask(case_id, asked, by=request.actor, at=request.now)
            return answers.see_other(request, f"{name} has been asked.", "case_advice", case_id=case_id)
    face = case_pages.face(found.head, request, here="case_advice")
    return _page(request, form, face, "Ask for advice", "Ask", _tab(case_id))


def chase(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Remind whoever was asked."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    form = forms.Chase.of(request, initial={"channel": Channel.EMAIL})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            channel = Channel(form.cleaned_data["channel"])
            actions.chase(case_id, str(request_id), by=request.actor, at=request.now, channel=channel)
            return _done(request, "The reminder is recorded.", found)
    return _form(request, form, found, f"Remind {found.line.asked_name}", "Remind them")


def cancel(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Take a request back."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    form = forms.Cancel.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            reason = form.cleaned_data["reason"]
            actions.cancel(case_id, str(request_id), reason, by=request.actor, at=request.now)
            return _done(request, "The request is taken back.", found)
    return _form(request, form, found, "Take the request back", "Take it back")


def record(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Advice that came by post, by e-mail or on paper."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    form = forms.Record.of(request, initial={"author_name": found.line.person})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data
            answer = Answer(
                paper=paper(given["file"]), nothing_to_add_because=given["reason"], author_name=given["author_name"],
                author_post=given["author_post"], written_on=given["written_on"],
            )  # fmt: skip
            advice_records.record(
                case_id, str(request_id), answer, given["received_on"], by=request.actor, at=request.now
            )
            return _done(request, "The advice is recorded.", found)
    return _form(request, form, found, "Record advice that has come", "Record it", files=True)


def earlier(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Earlier advice used in place of new advice (reg 6(4))."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    held = documents.of_case(case_id, by=request.actor, at=request.now).lines
    form = forms.Earlier.of(request)
    form.offer((str(each.id), each.title) for each in held)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data | {"document": UUID(form.cleaned_data["document"])}
            used = advice_records.Earlier(**given)
            advice_records.use_earlier(case_id, str(request_id), used, by=request.actor, at=request.now)
            return _done(request, "The earlier advice is used.", found)
    about = (
        "Earlier advice can be used instead of new advice only if its author, the authority and the family all "
        "agree that it is enough. The law asks for all of it: SEND Regulations 2014, regulation 6(4)."
    )
    return _form(request, form, found, "Use earlier advice instead", "Use it", about=about)


def received(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The day on which the body itself received the request."""
    found = advice.one(case_id, str(request_id), by=request.actor, at=request.now)
    form = forms.BodyReceived.of(request, initial={"received_on": found.line.body_received_on})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            day, why = form.cleaned_data["received_on"], form.cleaned_data["reason"]
            advice_records.body_received(case_id, str(request_id), day, why, by=request.actor, at=request.now)
            return answers.see_other(request, "The day is recorded.", "case_advice", case_id=case_id)
    return _form(request, form, found, "When did they receive the request?", "Record the day")


def paper(upload: Any) -> Paper | None:
    """What was uploaded, if anything was."""
    return Paper(upload.name or "file", upload.read()) if upload else None


def _face(request: Request, found: OneRequest) -> CaseFace:
    return case_pages.face(found.head, request, here="case_advice")


def _tab(case_id: UUID) -> str:
    return reverse("case_advice", kwargs={"case_id": case_id})


def _done(request: Request, sentence: str, found: OneRequest) -> HttpResponse:
    parts = {"case_id": found.head.case_id, "request_id": found.line.request_id}
    return answers.see_other(request, sentence, "advice_one", **parts)


def _form(request: Request, form: Form, found: OneRequest, title: str, act: str, **more: Any) -> HttpResponse:
    parts = {"case_id": found.head.case_id, "request_id": found.line.request_id}
    back = reverse("advice_one", kwargs=parts)
    whom = f"{KINDS[found.line.kind]}, asked of {found.line.asked_name}"
    return _page(request, form, _face(request, found), title, act, back, whom=whom, **more)


def _page(
    request: Request, form: Form, face: CaseFace, title: str, act: str, cancel: str, **more: Any
) -> HttpResponse:
    return answers.show(
        request, "pages/advice/form.html", form=form, face=face, title=title, act=act, cancel=cancel, **more
    )
