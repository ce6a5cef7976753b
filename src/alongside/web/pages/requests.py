"""Coordinators: requests that wait, and registering one."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import registering
from alongside.app.actions.registering import Registration
from alongside.app.queries import intakes, organisations, people
from alongside.app.queries.intakes import ToRegister
from alongside.app.queries.people import PossibleSame
from alongside.web import answers
from alongside.web.forms import requests as forms
from alongside.web.presenters import questions
from alongside.web.presenters import requests as present
from alongside.web.request import Request

ASKED = "asked_same"
"""Marks a form that comes from the page that asks whether it is the same child."""


def waiting(request: Request) -> HttpResponse:
    """Every request that was sent and has no case yet, the oldest first."""
    found = intakes.waiting(by=request.actor, at=request.now)
    return answers.show(request, "pages/requests/waiting.html", waiting=found)


def by_hand(request: Request) -> HttpResponse:
    """Register a request that came by phone, letter, e-mail or in person."""
    settings = organisations.settings(by=request.actor, at=request.now)
    form = forms.ByHand.of(request, settings=settings)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            return _register(request, present.registration(form.cleaned_data, None, request.today))
    return answers.show(
        request, "pages/requests/register.html", form=form, parts=forms.PARTS, waiting=None,
        back=reverse("requests_waiting"),
    )  # fmt: skip


def from_waiting(request: Request, intake_id: UUID) -> HttpResponse:
    """Read a request that was sent here, and register it."""
    found = intakes.to_register(intake_id, by=request.actor, at=request.now)
    if found.case_id is not None and request.method != "POST":
        return answers.show(request, "pages/requests/registered.html", waiting=found)
    settings = organisations.settings(by=request.actor, at=request.now)
    form = forms.Registering.of(request, initial=present.initial(found.answers, settings), settings=settings)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            return _register(request, present.registration(form.cleaned_data, found, request.today))
    return _show_waiting(request, form, found)


def _show_waiting(request: Request, form: forms.Registering, found: ToRegister) -> HttpResponse:
    return answers.show(
        request, "pages/requests/register.html", form=form, parts=forms.PARTS, waiting=found,
        said=questions.said(found.answers), back=reverse("requests_waiting"),
    )  # fmt: skip


def file(request: Request, intake_id: UUID, file_id: UUID) -> HttpResponse:
    """One photo or file that came with a request."""
    found = intakes.file_of(intake_id, file_id, by=request.actor, at=request.now)
    return answers.download(found.file_name, found.media_type, found.content)


def _register(request: Request, registration: Registration) -> HttpResponse:
    """Registers it, once the officer has said whether it is a child on record where it may be one."""
    similar = people.possible_same(registration.child, by=request.actor, at=request.now)
    choice = None
    if similar:
        asked = ASKED in request.POST
        data = request.POST if asked else None
        form = forms.SameChild(data, today=request.today, choices=present.choices(similar))
        if not (asked and form.is_valid()):
            return _ask_same(request, form, similar)
        choice = form.cleaned_data["same_as"]
    same_as = None if choice in (None, present.ANOTHER) else UUID(choice)
    done = registering.register(replace(registration, same_as=same_as), by=request.actor, at=request.now)
    return answers.see_other(request, present.outcome(done), "case", case_id=done.registered.case_id)


def _ask_same(request: Request, form: forms.SameChild, similar: Sequence[PossibleSame]) -> HttpResponse:
    shown = [(one, present.candidate_rows(one)) for one in similar]
    carried = [pair for pair in answers.carried(request) if pair[0] not in ("same_as", ASKED)]
    return answers.show(request, "pages/requests/same_child.html", form=form, similar=shown, carried=carried)
