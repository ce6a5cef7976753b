"""“This is wrong”: the family says so, an officer decides."""

from uuid import UUID

from django.http import Http404, HttpResponse

from alongside.app.actions import fact_corrections as actions
from alongside.app.queries import fact_corrections
from alongside.core.case.correctable import Fact
from alongside.web import answers
from alongside.web.forms.family import Decide, Wrong
from alongside.web.presenters import case_pages
from alongside.web.presenters import fact_corrections as shown
from alongside.web.request import Request

THANKS = "Thank you. The officer who has the case decides about it and tells you."


def something_wrong(request: Request, case_id: UUID) -> HttpResponse:
    """What we hold about the child and the reader, and what the reader has said is wrong."""
    found = fact_corrections.own(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/fact_corrections/own.html",
        face=case_pages.face(found.head, request, here="my_case"),
        case_id=case_id,
        held=shown.held(found),
        said=[shown.said(one) for one in found.said],
    )


def this_is_wrong(request: Request, case_id: UUID, fact: str) -> HttpResponse:
    """One fact, and what it should say."""
    if fact.upper() not in Fact.__members__ or fact.upper() == Fact.ENTRY:
        raise Http404
    wrong = Fact[fact.upper()]
    found = fact_corrections.own(case_id, by=request.actor, at=request.now)
    form = _form(request, wrong)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.ask(case_id, form.said(wrong), by=request.actor, at=request.now)
            return answers.see_other(request, THANKS, "something_wrong", case_id=case_id)
    face = case_pages.face(found.head, request, here="my_case")
    now = next(shown.value(one) for one in found.held if one.fact is wrong)
    return answers.show(
        request,
        "pages/fact_corrections/ask.html",
        form=form,
        face=face,
        what=wrong.phrase,
        now=now,
        case_id=case_id,
    )


def entry_is_wrong(request: Request, case_id: UUID, event_id: UUID) -> HttpResponse:
    """One entry of what has happened, and what is right."""
    head, entry = fact_corrections.entry(case_id, event_id, by=request.actor, at=request.now)
    form = _form(request, Fact.ENTRY)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.ask(case_id, form.said(Fact.ENTRY, event_id), by=request.actor, at=request.now)
            return answers.see_other(request, THANKS, "something_wrong", case_id=case_id)
    what, now = shown.entry(entry)
    face = case_pages.face(head, request, here="case_chronology")
    return answers.show(
        request, "pages/fact_corrections/ask.html", form=form, face=face, what=what, now=now, case_id=case_id
    )


def of_case(request: Request, case_id: UUID) -> HttpResponse:
    """Everything that was said to be wrong in a case, and what was decided."""
    found = fact_corrections.of_case(case_id, by=request.actor, at=request.now)
    face = case_pages.face(found.head, request)
    cards = shown.to_decide(found)
    return answers.show(request, "pages/fact_corrections/of_case.html", face=face, cards=cards)


def decide(request: Request, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Correct it, or say why not."""
    head, one = fact_corrections.one(case_id, request_id, by=request.actor, at=request.now)
    form = Decide.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.decide(case_id, request_id, form.verdict(), by=request.actor, at=request.now)
            return answers.see_other(
                request, "Your decision is recorded.", "case_corrections", case_id=case_id
            )
    return answers.show(
        request,
        "pages/fact_corrections/decide.html",
        form=form,
        face=case_pages.face(head, request, here="case_corrections"),
        one=shown.said(one),
        correct_entry=shown.way_to_correct(one, case_id),
        case_id=case_id,
    )


def _form(request: Request, fact: Fact) -> Wrong:
    form = Wrong.of(request)
    form.about(fact)
    return form
