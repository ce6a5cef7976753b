"""Messages: the family writes, officers answer, and what came by phone or letter is put beside it."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import messages as actions
from alongside.app.queries import messages
from alongside.core.access.permission import Permission
from alongside.web import answers
from alongside.web.forms.messages import Heard, Reply, Write
from alongside.web.presenters import case_pages, wording
from alongside.web.presenters import messages as shown
from alongside.web.presenters.caseload import page_asked
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50


def say_something(request: Request, case_id: UUID) -> HttpResponse:
    """Somebody of the family writes; below it, everything that was written before."""
    found = messages.own_thread(case_id, by=request.actor, at=request.now)
    form = Write.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            due = actions.send(case_id, form.cleaned_data["text"], by=request.actor, at=request.now)
            when = f" by {wording.weekday_day(due)}" if due else " as soon as we can"
            done = f"Your message has been sent. We will answer{when}."
            return answers.see_other(request, done, "say_something", case_id=case_id)
    return answers.show(
        request,
        "pages/messages/own.html",
        form=form,
        face=case_pages.face(found.head, request),
        found=found,
        lines=shown.lines(found, for_family=True),
    )


def of_case(request: Request, case_id: UUID) -> HttpResponse:
    """Everybody in the family with whom officers write, and what waits for an answer."""
    found = messages.threads(case_id, by=request.actor, at=request.now)
    face = case_pages.face(found.head, request)
    return answers.show(request, "pages/messages/of_case.html", face=face, tasks=shown.list_of(found))


def thread(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """One thread, and the answer."""
    found = messages.thread(case_id, party_id, by=request.actor, at=request.now)
    form = Reply.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.reply(case_id, party_id, form.cleaned_data["text"], by=request.actor, at=request.now)
            done = f"Your answer to {found.name} has been sent."
            return answers.see_other(request, done, "case_thread", case_id=case_id, party_id=party_id)
    return answers.show(
        request,
        "pages/messages/thread.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_messages"),
        found=found,
        lines=shown.lines(found, for_family=False),
        can_answer=Permission.ANSWER_MESSAGE in found.head.may and not found.is_over,
    )


def record(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """What came by phone, letter or e-mail."""
    found = messages.thread(case_id, party_id, by=request.actor, at=request.now)
    form = Heard.of(request, initial={"received_on": request.today})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.record(case_id, party_id, form.logged(), by=request.actor, at=request.now)
            return answers.see_other(
                request, "The message is recorded.", "case_thread", case_id=case_id, party_id=party_id
            )
    face = case_pages.face(found.head, request, here="case_messages")
    return answers.show(request, "pages/messages/record.html", form=form, face=face, found=found)


def waiting(request: Request) -> HttpResponse:
    """Messages that wait for an answer: in one's own cases, or in all of them."""
    mine = request.GET.get("whose") != "ALL"
    offset = (page_asked(request.GET) - 1) * SIZE
    found = messages.waiting(by=request.actor, at=request.now, mine=mine, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/messages/waiting.html",
        mine=mine,
        tasks=shown.waiting(found, mine=mine),
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="message"),
    )
