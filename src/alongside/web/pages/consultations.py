"""Settings consulted: the officers' and the family's page, and the setting's own."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import consultations as actions
from alongside.app.queries import consultations
from alongside.web import answers
from alongside.web.forms.consultations import Consult, RecordReply, Respond
from alongside.web.presenters import case_pages, wording
from alongside.web.presenters import consultations as shown
from alongside.web.request import Request


def of_case(request: Request, case_id: UUID) -> HttpResponse:
    """Which settings were asked, when, and what they said."""
    found = consultations.of_case(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/consultations/of_case.html",
        face=case_pages.face(found.head, request, here="case_consultations"),
        case_id=case_id,
        found=found,
        prompts=shown.prompts(found),
        cards=shown.cards(found),
        may=shown.may(found),
    )


def consult(request: Request, case_id: UUID) -> HttpResponse:
    """Consult several settings at once."""
    page = consultations.of_case(case_id, by=request.actor, at=request.now)
    words = request.GET.get("find", "")[:100]
    found = consultations.settings_found(words, by=request.actor, at=request.now)
    form = Consult.of(request, found=shown.to_choose(page, found), initial={"settings": shown.ticked(page)})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            place = form.cleaned_data["place_wanted"]
            asked = actions.consult(case_id, form.chosen(), place, by=request.actor, at=request.now)
            return answers.see_other(request, shown.consulted(asked), "case_consultations", case_id=case_id)
    return answers.show(
        request,
        "pages/consultations/consult.html",
        form=form,
        face=case_pages.face(page.head, request, here="case_consultations"),
        case_id=case_id,
        words=words,
        page=page,
    )


def record(request: Request, case_id: UUID, consultation: UUID) -> HttpResponse:
    """Record a reply that came by telephone, letter or e-mail."""
    found = consultations.to_record(case_id, str(consultation), by=request.actor, at=request.now)
    form = RecordReply.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.reply(), form.received()
            actions.record_reply(case_id, str(consultation), *given, by=request.actor, at=request.now)
            done = f"The reply of {found.line.setting.name} is recorded."
            return answers.see_other(request, done, "case_consultations", case_id=case_id)
    return _reply(request, found, form, f"Record the reply of {found.line.setting.name}")


def asked_of_us(request: Request) -> HttpResponse:
    """What a setting is asked, and what it has answered."""
    found = consultations.asked_of_us(by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/consultations/asked_of_us.html",
        tasks=shown.tasks(found, request.today),
        answered=shown.answered(found),
    )


def reply(request: Request, case_id: UUID, consultation: UUID) -> HttpResponse:
    """The setting's own reply."""
    found = consultations.to_reply(case_id, str(consultation), by=request.actor, at=request.now)
    form = Respond.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.reply(case_id, str(consultation), form.reply(), by=request.actor, at=request.now)
            done = f"Your reply about {found.head.name} has been sent."
            return answers.see_other(request, done, "asked_of_us")
    return _reply(request, found, form, f"Reply about a place for {found.head.name}")


def _reply(request: Request, found: consultations.ToReply, form: Respond, title: str) -> HttpResponse:
    return answers.show(
        request,
        "pages/consultations/reply.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_consultations"),
        title=title,
        found=found,
        case_id=found.head.case_id,
        due=wording.weekday_day(found.line.reply_due),
    )
