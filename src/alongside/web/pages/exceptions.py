"""An exception of law is recorded: first its ground, then what that ground needs."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.actions import exceptions as deeds
from alongside.app.actions.exceptions import NewException
from alongside.app.queries import exceptions
from alongside.core.case.codes import ExceptionGround
from alongside.web import answers
from alongside.web.forms import exceptions as forms
from alongside.web.presenters import case_pages
from alongside.web.request import Request


def choose(request: Request, case_id: UUID) -> HttpResponse:
    """Which of the law's grounds. There is no other, and this page says what is none."""
    found = exceptions.limits(case_id, None, by=request.actor, at=request.now)
    form = forms.Ground.of(request)
    form.offer(found.in_overlay)
    if form.is_bound and form.is_valid():
        parts = {"case_id": case_id, "ground": form.cleaned_data["ground"]}
        return HttpResponseRedirect(reverse("exception_of_ground", kwargs=parts), status=303)
    face = case_pages.face(found.head, request)
    return answers.show(request, "pages/exceptions/choose.html", form=form, found=found, face=face)


def record(request: Request, case_id: UUID, ground: str) -> HttpResponse:
    """What this ground needs: dates, why it makes the limit impractical, evidence, when the family was told."""
    known = ExceptionGround(ground) if ground in forms.FORMS else None
    found = exceptions.limits(case_id, known, by=request.actor, at=request.now)
    form = forms.FORMS.get(ground, forms.OfGround).of(
        request, initial={"advice_requested_on": found.advice_requested_on}
    )
    form.offer(found.running)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            deeds.record(case_id, _new(ground, form), by=request.actor, at=request.now)
            done = "The exception is recorded. The original date stays to be seen."
            return answers.see_other(request, done, "case", case_id=case_id)
    words = (
        dict([*forms.GROUNDS, forms.OVERLAY]).get(known, "This is not a ground of exception in law")
        if known
        else ""
    )
    face = case_pages.face(found.head, request)
    return answers.show(
        request, "pages/exceptions/record.html", form=form, words=words, found=found, face=face, ground=ground
    )


def _new(ground: str, form: forms.OfGround) -> NewException:
    """From the form: of a limit for advice, the request it is about."""
    data = dict(form.cleaned_data)
    chosen = [str(each).partition(":") for each in data.pop("limits")]
    request = next((request for _, _, request in chosen if request), "")
    rules = tuple(dict.fromkeys(rule for rule, _, _ in chosen))
    return NewException(ground=ground, limits=rules, request=request, **data)
